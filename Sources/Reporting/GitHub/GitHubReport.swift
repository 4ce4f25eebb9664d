import Diagnostics
import Findings

/// Reports as workflow commands of GitHub Actions: an annotation for each finding that asks for something, and one
/// for each scheme with the overall result.
struct GitHubReport {
  private var bytes: [UInt8] = []
  private let whole: ReportText
  private let words: FindingText

  /// The commands for all reports, one to a line.
  static func render(_ reports: [AuditReport], _ options: RenderOptions) -> [[UInt8]] {
    reports.map { report in
      var commands = GitHubReport(report, options.language)
      commands.write(report)
      return commands.bytes
    }
  }

  private init(_ report: AuditReport, _ language: Language) {
    whole = ReportText(report, language)
    words = FindingText(report, language)
  }

  private mutating func write(_ report: AuditReport) {
    for finding in report.findings {
      guard let command = Self.command(for: finding) else { continue }
      let file = finding.location?.file ?? report.scheme.path
      let title = "\(finding.id) \(words.title(finding.heading))"
      write(command, file: file, finding.location, title: title, lines(of: finding))
    }
    let counts = Outcome.worstFirst.compactMap { outcome -> String? in
      let count = report.summary.findings(outcome)
      return count > 0 ? "\(words.say(outcome.word)) \(count)" : nil
    }
    let rules = Outcome.worstFirst.compactMap { outcome -> String? in
      let count = report.summary.rules(outcome)
      return count > 0 ? "\(words.say(outcome.word)) \(count)" : nil
    }
    let result = words.say(ko: "종합 결과", en: "Overall result")
    let lines =
      whole.banners + ["\(result): \(whole.verdict)", whole.verdictReason, "(\(whole.disclaimer))"]
      + [
        "\(words.say(ko: "규칙", en: "rules")): \(rules.joined(separator: ", "))",
        "\(words.say(ko: "점검 항목", en: "findings")): \(counts.joined(separator: ", "))",
      ]
    write("notice", file: report.scheme.path, nil, title: "\(result): \(whole.scheme)", lines)
  }

  /// The command that shows a finding; nil where it asks for nothing.
  private static func command(for finding: Finding) -> StaticString? {
    switch finding.outcome {
    case .fail:
      switch FindingLevel(failureOf: finding.heading) {
      case .error: "error"
      case .warning: "warning"
      case .note: "notice"
      }
    case .error: "error"
    case .unknown, .manual: finding.effect == .law ? "warning" : "notice"
    case .waived: "notice"
    case .pass, .notApplicable, .notInForce, .notSelected, .info: nil
    }
  }

  private func lines(of finding: Finding) -> [String] {
    func labelled(_ label: LocalizedText, _ text: String) -> [String] {
      text.isEmpty ? [] : ["\(words.say(label)): \(text)"]
    }
    return [words.outcome(finding)]
      + labelled(LocalizedText(ko: "대상", en: "subject"), words.subject(finding))
      + labelled(LocalizedText(ko: "기재", en: "stated"), words.stated(finding))
      + labelled(LocalizedText(ko: "요구", en: "required"), words.required(finding))
      + labelled(LocalizedText(ko: "조치", en: "remedy"), finding.remedy.map(words.say) ?? "")
      + words.calculation(finding).flatMap { labelled(LocalizedText(ko: "계산", en: "calculation"), $0) }
      + labelled(LocalizedText(ko: "기한", en: "deadline"), words.deadline(finding))
      + words.missing(finding).flatMap { labelled(LocalizedText(ko: "보완", en: "supply"), $0) }
      + words.numbers(finding).flatMap { labelled(LocalizedText(ko: "수치", en: "number"), $0) }
      + words.relief(finding)
      + words.citations(finding.heading).flatMap { labelled(LocalizedText(ko: "근거", en: "citation"), $0) }
  }

  private mutating func write(
    _ command: StaticString, file: String, _ location: ReportLocation?, title: String, _ lines: [String]
  ) {
    append("::")
    command.withUTF8Buffer { bytes.append(contentsOf: $0) }
    append(" file=")
    append(file, isProperty: true)
    if let location {
      append(",line=\(location.line)")
      // Columns only count where a place is on one line.
      if location.endLine == location.line {
        append(",col=\(location.column),endColumn=\(max(location.column, location.endColumn - 1))")
      } else {
        append(",endLine=\(location.endLine)")
      }
    }
    append(",title=")
    append(title, isProperty: true)
    append("::")
    for (index, line) in lines.enumerated() {
      if index > 0 { append("%0A") }
      append(line, isProperty: false)
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// A text as a command takes it: what would end it is written as `%0A`.
  private mutating func append(_ text: String, isProperty: Bool) {
    for byte in InertText.of(text).utf8 {
      switch byte {
      case UInt8(ascii: "%"): append("%25")
      case 0x0D: append("%0D")
      case 0x0A: append("%0A")
      case UInt8(ascii: ":") where isProperty: append("%3A")
      case UInt8(ascii: ",") where isProperty: append("%2C")
      default: bytes.append(byte)
      }
    }
  }
}
