import Diagnostics
import Findings

/// What a finding says, in words of one language, for formats that give each thing a place of its own.
///
/// Nothing is cut short and nothing is escaped: that is for the format.
struct FindingText: Sendable {
  /// The language.
  let language: Language
  /// Writes values.
  let formatter: ValueFormatter
  private let policyTitles: [String: LocalizedText]

  /// Words for the findings of a report.
  init(_ report: AuditReport, _ language: Language) {
    self.language = language
    formatter = ValueFormatter(language: language, units: report.units)
    policyTitles = Dictionary(
      report.policies.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
  }

  /// The text of the language.
  func say(ko: @autoclosure () -> String, en: @autoclosure () -> String) -> String {
    switch language {
    case .ko: ko()
    case .en: en()
    }
  }

  /// The text of the language.
  func say(_ text: LocalizedText) -> String { text[language] }

  // ── the rule ───────────────────────────────────────────────────────────────

  /// The policy's title; its id where the report does not list it.
  func policy(_ heading: RuleHeading) -> String { policy(heading.policy) }

  /// The title of a policy by its id; the id where the report does not list it.
  func policy(_ id: String) -> String { policyTitles[id].map(say) ?? id }

  /// The rule's title with that of the part.
  func title(_ heading: RuleHeading) -> String {
    say(heading.title) + (heading.partTitle.map { " — \(say($0))" } ?? "")
  }

  /// Who issued the rule, or that nobody has confirmed it.
  func authority(_ heading: RuleHeading) -> String {
    if let authority = heading.authority { return say(authority.name) }
    return heading.status == .reportedUnconfirmed
      ? say(ko: "기관 미확인", en: "not confirmed by the body") : say(ko: "기관 없음", en: "no authority")
  }

  /// Where the rule is written, each place with the kind of text and whether it was checked.
  func citations(_ heading: RuleHeading) -> [String] {
    heading.citations.map { citation in
      var remarks = [say((citation.status ?? heading.status).label)]
      if !citation.verified { remarks.append(say(ko: "원문 대조 전", en: "not checked against the source")) }
      return "\(say(citation.cite)) [\(remarks.joined(separator: ", "))]"
    }
  }

  /// The days on which the rule is in force; empty where both are open.
  func inForce(_ period: ReportPeriod) -> String {
    var parts: [String] = []
    if let from = period.from.map(day) { parts.append(say(ko: "\(from)부터", en: "from \(from)")) }
    if let to = period.to.map(day) { parts.append(say(ko: "\(to)까지", en: "to \(to)")) }
    return parts.joined(separator: " ")
  }

  /// A day as people write it.
  func day(_ iso: String) -> String { DateText.day(iso, language) }

  // ── the finding ────────────────────────────────────────────────────────────

  /// What people call the subject, with its id where that says more.
  func subject(_ finding: Finding) -> String {
    guard let subject = finding.subject else { return say(ko: "보상안 전체", en: "the whole scheme") }
    let name = finding.subjectName.map(say) ?? ""
    if subject.hasSuffix("[*]"), name.isEmpty {
      return say(ko: "목록에 적히지 않은 나머지", en: "the unstated rest of the list") + " [*]"
    }
    return name.isEmpty || name == subject ? subject : "\(name) [\(subject)]"
  }

  /// What is to be said of it in a sentence: its message or question, else what it waits for, else the outcome.
  func sentence(_ finding: Finding) -> String {
    if let message = finding.message.map(say), !message.isEmpty { return message }
    if let question = finding.question.map(say), !question.isEmpty { return question }
    let word = say(finding.word)
    let subject = subject(finding)
    let waits = finding.missing.map { "\(say($0.name)) (\(say($0.kind.words)))" }
    let head = "\(say(finding.title)): \(subject) — \(word)"
    guard !waits.isEmpty else { return head }
    var seen: Set<String> = []
    return "\(head): \(waits.filter { seen.insert($0).inserted }.joined(separator: ", "))"
  }

  /// What the scheme says, in words; empty where it is not known.
  func stated(_ finding: Finding) -> String { side(finding.actualText, finding.actual) }

  /// What the rule asks, in words; empty where it is not known.
  func required(_ finding: Finding) -> String { side(finding.expectedText, finding.expected) }

  private func side(_ text: LocalizedText?, _ value: ReportValue?) -> String {
    if let text { return say(text) }
    guard let value, value.type != .unknown else { return "" }
    return formatter.text(value)
  }

  /// What it costs to mend.
  func cost(_ finding: Finding) -> String {
    finding.cost.map { "\(say($0.title)) \(formatter.text($0.value))" } ?? ""
  }

  /// `scheme.yaml:44:9`; empty where there is no place.
  func place(_ location: ReportLocation?) -> String {
    location.map { "\($0.file):\($0.line):\($0.column)" } ?? ""
  }

  /// `41행`, `line 41`.
  func line(_ number: Int) -> String { say(ko: "\(number)행", en: "line \(number)") }
}
