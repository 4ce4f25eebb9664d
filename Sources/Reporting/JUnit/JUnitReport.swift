import Diagnostics
import Findings

/// Reports as JUnit XML, as runners of tests write it: a suite for each policy of each scheme, a case for each finding.
///
/// Only a `fail` is a failure and only an `error` an error; what is open, waived or does not apply is skipped with the
/// reason. No time was measured, so every time is 0.
struct JUnitReport {
  private var writer = XMLWriter(capacity: 65_536)

  /// One file for all reports.
  static func render(_ reports: [AuditReport], _ options: RenderOptions) -> [[UInt8]] {
    var tests = JUnitReport()
    tests.write(reports, options.language)
    return tests.writer.pieces
  }

  /// What stands in the attributes of a suite or of all of them.
  private struct Counts {
    var tests = 0
    var failures = 0
    var errors = 0
    var skipped = 0

    init(_ findings: some Sequence<Finding>) {
      for finding in findings {
        tests += 1
        switch finding.outcome {
        case .fail: failures += 1
        case .error: errors += 1
        case .unknown, .manual, .waived, .notApplicable, .notInForce, .notSelected: skipped += 1
        case .pass, .info: break
        }
      }
    }

    func write(to writer: inout XMLWriter) {
      writer.attribute("tests", tests)
      writer.attribute("failures", failures)
      writer.attribute("errors", errors)
      writer.attribute("skipped", skipped)
      writer.attribute("time", 0)
    }
  }

  private mutating func write(_ reports: [AuditReport], _ language: Language) {
    writer.declaration()
    writer.start("testsuites")
    writer.attribute("name", reports.first?.tool.name ?? "guideline-audit")
    Counts(reports.lazy.flatMap(\.findings)).write(to: &writer)
    for report in reports { write(report, language) }
    writer.end("testsuites")
    writer.markup("\n")
  }

  private mutating func write(_ report: AuditReport, _ language: Language) {
    let words = FindingText(report, language)
    let whole = ReportText(report, language)
    var order: [String] = []
    var places: [String: [Int]] = [:]
    for index in report.findings.indices {
      let policy = report.findings[index].policy
      if places[policy] == nil { order.append(policy) }
      places[policy, default: []].append(index)
    }
    // A report without findings still says what was audited.
    if order.isEmpty { write(report, whole, words, nil, []) }
    for policy in order { write(report, whole, words, policy, places[policy] ?? []) }
  }

  private mutating func write(
    _ report: AuditReport, _ whole: ReportText, _ words: FindingText, _ policy: String?, _ findings: [Int]
  ) {
    writer.markup("\n")
    writer.start("testsuite")
    writer.attribute(
      "name", ([whole.scheme] + [policy.map(words.policy)].compactMap { $0 }).joined(separator: " — "))
    writer.attribute("package", ifAny: policy)
    writer.attribute("file", report.scheme.path)
    Counts(findings.lazy.map { report.findings[$0] }).write(to: &writer)
    writer.element("properties") { writer in
      for (name, value) in Self.properties(whole, policy) {
        writer.element("property") {
          $0.attribute("name", name)
          $0.attribute("value", value)
        }
      }
    }
    for index in findings { write(report.findings[index], words) }
    writer.markup("\n")
    writer.end("testsuite")
  }

  /// What a suite says of the report as a whole.
  private static func properties(_ whole: ReportText, _ policy: String?) -> [(String, String)] {
    let report = whole.report
    var properties = whole.banners.map { ("banner", $0) }
    properties += [
      ("verdict", report.summary.verdict.rawValue), ("verdict.label", whole.verdict),
      ("verdict.reason", whole.verdictReason), ("disclaimer", whole.disclaimer),
      ("tool", "\(report.tool.name) \(report.tool.version)"),
      ("scheme.path", report.scheme.path), ("law", whole.law),
      ("exit", String(report.summary.exit)),
    ]
    for outcome in Outcome.worstFirst {
      properties.append(("rules.\(outcome.rawValue)", String(report.summary.rules(outcome))))
      properties.append(("findings.\(outcome.rawValue)", String(report.summary.findings(outcome))))
    }
    properties += whole.headlines.map { ("scheme", "\($0.name): \($0.value) (\($0.place))") }
    if let policy = report.policies.first(where: { $0.id == policy }) {
      properties.append(("policy.version", policy.version))
      properties.append(("policy.status", whole.say(policy.legal.status.label)))
      properties.append(("policy.approval", whole.approval(policy)))
      if let note = policy.legal.note { properties.append(("policy.note", whole.say(note))) }
    }
    properties += report.inputs.map { ("sha256.\($0.path)", $0.sha256) }
    properties += report.notCovered.map { article in
      let why = article.why.map { ": \(whole.say($0))" } ?? ""
      return ("not-covered", "\(whole.say(article.instrument)) \(whole.say(article.article))\(why)")
    }
    return properties
  }

  private mutating func write(_ finding: Finding, _ words: FindingText) {
    writer.markup("\n")
    writer.start("testcase")
    writer.attribute("classname", finding.policy)
    writer.attribute("name", "\(finding.id) \(words.title(finding.heading)): \(words.subject(finding))")
    if let location = finding.location {
      writer.attribute("file", location.file)
      writer.attribute("line", location.line)
    }
    writer.attribute("time", 0)
    writer.element("properties") { writer in
      for (name, value) in [
        ("outcome", finding.outcome.rawValue), ("effect", finding.effect.rawValue),
        ("severity", finding.severity.rawValue), ("fingerprint", finding.fingerprint),
      ] {
        writer.element("property") {
          $0.attribute("name", name)
          $0.attribute("value", value)
        }
      }
    }
    let message = words.outcome(finding)
    let type = "\(finding.effect.rawValue)/\(finding.severity.rawValue)"
    let grounds = grounds(of: finding, words)
    let facts = facts(of: finding, words)
    switch finding.outcome {
    case .fail:
      writer.element("failure") {
        $0.attribute("message", message)
        $0.attribute("type", type)
        $0.text(grounds, keepingLines: true)
      }
      if !facts.isEmpty { writer.element("system-out", text: facts, keepingLines: true) }
    case .error:
      writer.element("error") {
        $0.attribute("message", message)
        $0.attribute("type", type)
        $0.text(grounds, keepingLines: true)
      }
      if !facts.isEmpty { writer.element("system-out", text: facts, keepingLines: true) }
    case .unknown, .manual, .waived, .notApplicable, .notInForce, .notSelected:
      writer.element("skipped") { $0.attribute("message", message) }
      writer.element("system-out", text: [grounds, facts].joinedLines, keepingLines: true)
    case .pass, .info:
      writer.element("system-out", text: [message, grounds, facts].joinedLines, keepingLines: true)
    }
    writer.end("testcase")
  }

  /// The stated facts that a finding rests on, a line for each: a failure with many would not be read with them.
  private func facts(of finding: Finding, _ words: FindingText) -> String {
    Self.lines(words.say(ko: "사실", en: "fact"), words.facts(finding)).joinedLines
  }

  private static func lines(_ label: String, _ texts: [String]) -> [String] {
    texts.filter { !$0.isEmpty }.map { "\(label): \(InertText.of($0))" }
  }

  /// What a finding says and rests on besides stated facts, a line for each thing.
  private func grounds(of finding: Finding, _ words: FindingText) -> String {
    var lines: [String] = []
    func add(ko: String, en: String, _ texts: [String]) {
      lines += Self.lines(words.say(ko: ko, en: en), texts)
    }
    add(ko: "위치", en: "at", [words.place(finding.location)])
    add(ko: "질문", en: "question", [finding.question.map(words.say) ?? ""])
    add(ko: "기재", en: "stated", [words.stated(finding)])
    add(ko: "요구", en: "required", [words.required(finding)])
    add(ko: "계산", en: "calculation", words.calculation(finding))
    add(ko: "수치", en: "number", words.numbers(finding))
    add(ko: "전제", en: "assumed", words.assumed(finding))
    add(ko: "목록", en: "list", words.lists(finding))
    add(ko: "기한", en: "deadline", [words.deadline(finding)])
    add(ko: "보완", en: "supply", words.missing(finding))
    add(ko: "유의", en: "note", words.relief(finding))
    add(ko: "의견", en: "decision", [words.decision(finding)])
    add(ko: "조치", en: "remedy", [finding.remedy.map(words.say) ?? ""])
    add(ko: "비용", en: "cost", [words.cost(finding)])
    add(ko: "적용일", en: "date", words.dates(finding))
    add(ko: "근거", en: "citation", words.citations(finding.heading))
    add(ko: "제재", en: "sanction", [finding.heading.sanction.map(words.say) ?? ""])
    return lines.joinedLines
  }
}

extension [String] {
  /// The texts that are not empty, a line for each.
  fileprivate var joinedLines: String { filter { !$0.isEmpty }.joined(separator: "\n") }
}
