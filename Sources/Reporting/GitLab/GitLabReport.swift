import Diagnostics
import Findings

/// Reports as a code quality report of GitLab: an issue for each finding that asks for something.
struct GitLabReport {
  /// One array for all reports.
  static func render(_ reports: [AuditReport], _ options: RenderOptions) -> [[UInt8]] {
    var writer = JSONWriter()
    var seen: [String: Int] = [:]
    writer.array(
      reports.flatMap { issues(of: $0, options.language, isAlone: reports.count == 1) }, lines: true
    ) {
      writer, issue in
      issue.write(to: &writer, &seen)
    }
    writer.endLine()
    return writer.pieces
  }

  private static func issues(of report: AuditReport, _ language: Language, isAlone: Bool) -> [GitLabIssue] {
    let words = FindingText(report, language)
    let whole = ReportText(report, language)
    // Schemes of one company mostly share the subjects that a fingerprint is made of.
    let scheme = isAlone ? "" : String(Digest.sha256(of: Array(report.scheme.path.utf8)).prefix(8)) + "-"
    return report.findings.indices.compactMap { index in
      GitLabIssue(report.findings[index], words, whole, prefix: scheme)
    }
  }
}

/// A finding as an issue of code quality.
private struct GitLabIssue {
  private let finding: Finding
  private let words: FindingText
  private let whole: ReportText
  private let severity: String
  private let prefix: String

  /// Nil where the finding asks for nothing.
  init?(_ finding: Finding, _ words: FindingText, _ whole: ReportText, prefix: String) {
    guard let severity = Self.severity(of: finding) else { return nil }
    (self.finding, self.words, self.whole) = (finding, words, whole)
    (self.severity, self.prefix) = (severity, prefix)
  }

  private static func severity(of finding: Finding) -> String? {
    switch finding.outcome {
    case .fail:
      switch (FindingLevel(failureOf: finding.heading), finding.severity) {
      case (.error, .critical): "blocker"
      case (.error, .major), (.warning, .critical): "critical"
      case (.error, .minor), (.error, .note), (.warning, .major): "major"
      case (.warning, .minor), (.warning, .note), (.note, .critical), (.note, .major): "minor"
      case (.note, .minor), (.note, .note): "info"
      }
    case .error: "major"
    case .unknown, .manual: finding.effect == .law ? "minor" : "info"
    case .waived: "info"
    case .pass, .notApplicable, .notInForce, .notSelected, .info: nil
    }
  }

  /// Writes the issue. GitLab takes issues of one fingerprint for one, so what comes again gets a number.
  func write(to writer: inout JSONWriter, _ seen: inout [String: Int]) {
    let fingerprint = prefix + finding.fingerprint
    let count = seen[fingerprint, default: 0] + 1
    seen[fingerprint] = count
    writer.object { writer in
      writer.shown("description", description)
      writer.shown("check_name", finding.rule + (finding.part.map { ".\($0)" } ?? ""))
      writer.member("fingerprint", count == 1 ? fingerprint : "\(fingerprint)-\(count)")
      writer.member("severity", severity)
      writer.member("location") { writer in
        writer.shown("path", finding.location?.file ?? whole.report.scheme.path)
        writer.member("lines") {
          $0.member("begin", max(1, finding.location?.line ?? 1))
          $0.member("end", max(1, finding.location?.endLine ?? 1))
        }
      }
      // Fields of our own, which GitLab leaves alone.
      writer.member("outcome", finding.outcome.rawValue)
      writer.member("effect", finding.effect.rawValue)
      writer.shown("scheme", whole.scheme)
      writer.shown("banners", ifAny: whole.banners)
      writer.shown("overall", "\(whole.verdict) (\(whole.disclaimer))")
      writer.shown("missing", ifAny: words.missing(finding))
      writer.shown("calculation", ifAny: words.calculation(finding))
      writer.shown("numbers", ifAny: words.numbers(finding))
    }
  }

  private var description: String {
    let subject = finding.subject == nil ? "" : " — \(words.subject(finding))"
    var text = "\(words.title(finding.heading))\(subject): \(words.outcome(finding))"
    let both = [
      (words.say(ko: "기재", en: "stated"), words.stated(finding)),
      (words.say(ko: "요구", en: "required"), words.required(finding)),
      (words.say(ko: "조치", en: "remedy"), finding.remedy.map(words.say) ?? ""),
      (words.say(ko: "기한", en: "deadline"), words.deadline(finding)),
      (words.say(ko: "근거", en: "citation"), words.citations(finding.heading).joined(separator: "; ")),
      (words.say(ko: "유의", en: "note"), words.relief(finding).joined(separator: "; ")),
    ]
    for (label, value) in both where !value.isEmpty { text += " / \(label): \(value)" }
    return text
  }
}
