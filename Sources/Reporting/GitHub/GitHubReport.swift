import Diagnostics
import Findings

/// Reports as workflow commands of GitHub Actions: for each scheme one with the overall result, then an annotation for
/// the findings of a rule that say the same, the gravest first.
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

  /// So many annotations of a kind does GitHub show for a step of a workflow; its log has all of them.
  private static let shownOfKind = 10

  private mutating func write(_ report: AuditReport) {
    let annotations = GitHubAnnotation.annotations(of: report, words.formatter)
    writeResult(report, annotations)
    for annotation in annotations {
      let finding = report.findings[annotation.first]
      let file = finding.location?.file ?? report.scheme.path
      let isAlone = annotation.entries.count == 1 && annotation.entries[0].findings.count == 1
      let findings = annotation.entries.flatMap(\.findings)
      let isOnePart = findings.allSatisfy { report.findings[$0].part == finding.part }
      let name =
        isAlone
        ? "\(finding.id) \(words.title(finding.heading))"
        : (isOnePart ? words.words.partName(ofRule: finding) : nil) ?? words.words.ruleName(of: finding)
      let title = isAlone ? name : "\(name) (\(words.words.findings(findings.count)))"
      let lines =
        finding.outcome == .unknown ? undecided(annotation, report) : lines(of: finding, findings)
      write(Self.command(for: finding), file: file, finding.location, title: title, lines)
    }
  }

  private mutating func writeResult(_ report: AuditReport, _ annotations: [GitHubAnnotation]) {
    let counts = Outcome.worstFirst.compactMap { outcome -> String? in
      let count = report.summary.findings(outcome)
      return count > 0 ? "\(words.say(outcome.word)) \(count)" : nil
    }
    let rules = Outcome.worstFirst.compactMap { outcome -> String? in
      let count = report.summary.rules(outcome)
      return count > 0 ? "\(words.say(outcome.word)) \(count)" : nil
    }
    let result = words.say(ko: "종합 결과", en: "Overall result")
    var lines = whole.banners + ["\(result): \(whole.verdict)", whole.verdictReason, "(\(whole.disclaimer))"]
    lines += [
      "\(words.say(ko: "규칙", en: "rules")): \(rules.joined(separator: ", "))",
      "\(words.say(ko: "점검 항목", en: "findings")): \(counts.joined(separator: ", "))",
    ]
    if annotations.count > Self.shownOfKind {
      lines.append(
        words.say(
          ko:
            "주석 \(annotations.count)개가 이어짐. GitHub은 단계마다 종류별로 처음 \(Self.shownOfKind)개만 보여 주며 나머지는 기록(log)과 보고서에 있음",
          en:
            "\(annotations.count) annotations follow. GitHub shows the first \(Self.shownOfKind) of a kind for each step; the log and the report hold the others"
        ))
    }
    write("notice", file: report.scheme.path, nil, title: "\(result): \(whole.scheme)", lines)
  }

  /// The command that shows a finding.
  private static func command(for finding: Finding) -> StaticString {
    switch finding.outcome {
    case .fail:
      switch FindingLevel(failureOf: finding.heading) {
      case .error: "error"
      case .warning: "warning"
      case .note: "notice"
      }
    case .error: "error"
    case .unknown, .manual: finding.effect == .law ? "warning" : "notice"
    case .waived, .pass, .notApplicable, .notInForce, .notSelected, .info: "notice"
    }
  }

  private func labelled(_ label: LocalizedText, _ text: String) -> [String] {
    text.isEmpty ? [] : ["\(words.say(label)): \(text)"]
  }

  /// What one finding says, or the first of several that say the same.
  private func lines(of finding: Finding, _ findings: [Int]) -> [String] {
    [words.outcome(finding)]
      + labelled(
        LocalizedText(ko: "대상", en: "subject"),
        findings.count == 1
          ? words.subject(finding) : words.words.subjects(of: findings, most: .max))
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

  /// What undecided findings of a rule wait for: who, what is said and what to supply.
  private func undecided(_ annotation: GitHubAnnotation, _ report: AuditReport) -> [String] {
    let first = report.findings[annotation.first]
    var lines = [words.say(first.word)]
    for entry in annotation.entries {
      lines += labelled(
        LocalizedText(ko: "대상", en: "subject"),
        words.words.subjectsWithLines(of: entry.findings, most: .max))
      var seen: Set<String> = []
      for finding in entry.findings.lazy.map({ report.findings[$0] }) {
        let texts = [finding.message, finding.question].compactMap { $0.map(words.say) }
        lines += texts.filter { !$0.isEmpty && seen.insert($0).inserted }
      }
      lines += labelled(
        LocalizedText(ko: "보완", en: "supply"), words.words.gaps(of: entry, whereFact: true))
      lines += labelled(
        LocalizedText(ko: "공백", en: "gap"), words.words.gaps(of: entry, whereFact: false))
      lines += words.relief(report.findings[entry.findings[0]])
    }
    lines += labelled(LocalizedText(ko: "기한", en: "deadline"), words.deadline(first))
    return lines
      + words.citations(first.heading).flatMap {
        labelled(LocalizedText(ko: "근거", en: "citation"), $0)
      }
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
