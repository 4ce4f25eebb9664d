import Diagnostics
import Findings

/// What a finding says, each thing as a text or texts of its own, for formats that give each thing its own place.
///
/// The phrases are those of every other document. Nothing is cut short and nothing is escaped: that is for the format.
struct FindingText: Sendable {
  /// The phrases.
  let words: FindingWords

  /// Texts for the findings of a report.
  init(_ report: AuditReport, _ language: Language) {
    words = FindingWords(report, RenderOptions(language: language, listsAll: true))
  }

  /// The language.
  var language: Language { words.language }
  /// Writes values.
  var formatter: ValueFormatter { words.formatter }

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
  func policy(_ id: String) -> String { words.policyTitles[id].map(say) ?? id }

  /// The rule's title with that of the part.
  func title(_ heading: RuleHeading) -> String {
    say(heading.title) + (heading.partTitle.map { " — \(say($0))" } ?? "")
  }

  /// Who issued the rule, or that nobody has confirmed it.
  func authority(_ heading: RuleHeading) -> String { words.authority(heading) }

  /// Where the rule is written, each place with the kind of text and whether it was checked.
  func citations(_ heading: RuleHeading) -> [String] {
    heading.citations.map { words.citation($0, of: heading) }
  }

  /// The days on which the rule is in force; empty where both are open.
  func inForce(_ period: ReportPeriod) -> String { words.days(from: period.from, to: period.to) }

  /// A day as people write it.
  func day(_ iso: String) -> String { words.day(iso) }

  // ── the finding ────────────────────────────────────────────────────────────

  /// What people call the subject, with its id where that says more.
  func subject(_ finding: Finding) -> String { words.subject(of: finding) }

  /// What is to be said of it in a sentence that stands alone: its message or question, else the outcome of which
  /// rule for which subject, with what it waits for.
  func sentence(_ finding: Finding) -> String {
    if let own = own(finding) { return own }
    return "\(say(finding.title)): \(subject(finding)) — \(outcome(finding))"
  }

  /// The outcome in words, with the message or question, or with what it waits for.
  func outcome(_ finding: Finding) -> String {
    let word = say(finding.word)
    if let own = own(finding) { return "\(word): \(own)" }
    var seen: Set<String> = []
    let waits = finding.missing.map { "\(say($0.name)) (\(words.reason($0.kind)))" }
      .filter { seen.insert($0).inserted }
    return waits.isEmpty ? word : "\(word): \(waits.joined(separator: ", "))"
  }

  /// The message or the question; nil where it has neither.
  private func own(_ finding: Finding) -> String? {
    if let message = finding.message.map(say), !message.isEmpty { return message }
    if let question = finding.question.map(say), !question.isEmpty { return question }
    return nil
  }

  /// What the scheme says, in words; empty where it is not known.
  func stated(_ finding: Finding) -> String { words.stated(of: finding) ?? "" }

  /// What the rule asks, in words; empty where it is not known.
  func required(_ finding: Finding) -> String { words.required(of: finding) ?? "" }

  /// What it costs to mend.
  func cost(_ finding: Finding) -> String { words.cost(of: finding) ?? "" }

  /// `scheme.yaml:44:9`; empty where there is no place.
  func place(_ location: ReportLocation?) -> String {
    location.map { "\($0.file):\($0.line):\($0.column)" } ?? ""
  }

  /// `41행`, `line 41`, with a space at which a line may end.
  func line(_ number: Int) -> String { say(ko: "\(number)행", en: "line \(number)") }
}
