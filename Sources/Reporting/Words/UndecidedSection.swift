import Diagnostics
import Findings

/// Undecided findings of one rule in words: what they share, then who waits for what.
struct UndecidedSection {
  /// Subjects that wait for the same facts.
  struct Entry {
    /// The first of its findings.
    let first: Finding
    /// Whether it is about the unstated rest of a list.
    let isRest: Bool
    /// The subjects with their lines, one text for each part of the rule that has subjects of its own.
    let subjects: [String]
    /// The rule's message.
    let message: String?
    /// Facts that the company can supply; empty where there are none.
    let supply: String
    /// What the policy's side lacks; empty where nothing is.
    let gap: String
    /// What is asked of these subjects, as far as it is not asked of all; empty where it is.
    let required: String
    /// What was taken in place of unstated facts.
    let assumptions: [String]
    /// The exception that is open for these subjects and not for all.
    let exception: ExceptionUse?
  }

  /// What is asked of every subject alike.
  let required: [String]
  /// The exception that is open for every subject without another one.
  let exception: ExceptionUse?
  /// Numbers that change later.
  let versions: [String]
  private let teller: UndecidedTeller

  /// What a section of undecided findings says.
  init(_ section: RuleBlock.Section, _ words: FindingWords) {
    teller = UndecidedTeller(section, words)
    required = teller.expectations.values.sorted(by: <)
    exception = teller.exception
    versions = words.versions(of: section)
  }

  /// Who waits for what, in the order of the section.
  var entries: [Entry] { teller.section.entries.map(teller.entry) }

  /// One entry of the section in words.
  func told(_ entry: RuleBlock.Entry) -> Entry { teller.entry(entry) }
}

/// Words the entries of a section once it is known what they share.
private struct UndecidedTeller {
  let section: RuleBlock.Section
  private let words: FindingWords
  /// What is asked of every subject alike, by the part that asks it (or an empty name).
  private(set) var expectations: [String: String] = [:]
  /// The exception that is open for most, if one is open for every entry but the unstated rest.
  private(set) var exception: ExceptionUse?

  init(_ section: RuleBlock.Section, _ words: FindingWords) {
    self.section = section
    self.words = words
    expectations = commonExpectations
    exception = commonException
  }

  private var report: AuditReport { words.report }

  private var commonException: ExceptionUse? {
    var uses: [(exception: ExceptionUse, count: Int)] = []
    for entry in section.entries {
      let finding = report.findings[entry.findings[0]]
      guard finding.subject?.hasSuffix("[*]") != true else { continue }
      guard let exception = finding.exception, exception.state != .granted else { return nil }
      if let place = uses.firstIndex(where: { $0.exception == exception }) {
        uses[place].count += 1
      } else if uses.count < 8 {
        uses.append((exception, 1))
      }
    }
    guard let most = uses.max(by: { $0.count < $1.count }), most.count > 1 else { return nil }
    return most.exception
  }

  private var commonExpectations: [String: String] {
    guard section.entries.count > 1 else { return [:] }
    var texts: [String: String] = [:]
    var counts: [String: Int] = [:]
    var differing: Set<String> = []
    for index in section.entries.lazy.flatMap(\.findings) {
      let finding = report.findings[index]
      let part = words.partTitle(of: finding) ?? ""
      guard !differing.contains(part), let text = words.required(of: finding) else { continue }
      let whole = (part.isEmpty || section.part != nil ? text : "\(part): \(text)") + words.mark(of: finding)
      if let known = texts[part], known != whole { differing.insert(part) }
      texts[part] = whole
      counts[part, default: 0] += 1
    }
    return texts.filter { !differing.contains($0.key) && (counts[$0.key] ?? 0) > 1 }
  }

  /// Subjects that wait for the same facts: who, what to supply, which exception is open, what is asked.
  func entry(_ entry: RuleBlock.Entry) -> UndecidedSection.Entry {
    let parts = PartLine.parts(of: entry.findings, words)
    let first = report.findings[entry.findings[0]]
    let isRest = entry.findings.count == 1 && first.subject?.hasSuffix("[*]") == true
    let expected = parts.filter { expectations[$0.names.first ?? ""] == nil }
      .compactMap { self.expected(of: $0, named: parts.count > 1) }
      .joined(separator: "; ")
    return UndecidedSection.Entry(
      first: first, isRest: isRest,
      subjects: isRest
        ? [words.subject(of: first)] : linesOfSubjects(parts, namesParts: section.part == nil),
      message: first.message.map(words.say), supply: words.gaps(of: entry, whereFact: true),
      gap: words.gaps(of: entry, whereFact: false),
      required: expected.isEmpty ? "" : expected + stated(entry) + words.mark(of: first),
      assumptions: assumptions(of: entry), exception: first.exception == exception ? nil : first.exception)
  }

  /// One line for each part, or one for all parts that have the same subjects.
  private func linesOfSubjects(_ parts: [PartLine], namesParts: Bool) -> [String] {
    PartLine.lines(of: parts, words).map { line in
      let subjects = words.subjectsWithLines(of: line.findings, most: 12)
      let names = line.names.joined(separator: ", ")
      return names.isEmpty || !namesParts ? subjects : "\(names): \(subjects)"
    }
  }

  // ── what is asked ──────────────────────────────────────────────────────────

  /// What the rule asks of the subjects of one part, as far as it is known.
  private func expected(of part: PartLine, named: Bool) -> String? {
    var values: [(text: String, findings: [Int])] = []
    for index in part.findings {
      guard let text = words.required(of: report.findings[index]) else { continue }
      if let place = values.firstIndex(where: { $0.text == text }) {
        values[place].findings.append(index)
      } else if words.isComplete || values.count < 4 {
        values.append((text, [index]))
      }
    }
    guard !values.isEmpty else { return nil }
    let isForAll = values.count == 1 && values[0].findings.count == part.findings.count
    let texts = values.map { value in
      guard !isForAll else { return value.text }
      let owners = words.owners(of: value.findings, most: 4)
      return owners == value.text ? owners : "\(value.text) [\(owners)]"
    }
    let text = texts.joined(separator: ", ")
    return named ? part.names.first.map { "\($0): \(text)" } ?? text : text
  }

  /// What the scheme says, where it is a plain value and the same for all subjects.
  private func stated(_ entry: RuleBlock.Entry) -> String {
    guard let value = report.findings[entry.findings[0]].actual else { return "" }
    switch value.type {
    case .number, .date, .timestamp, .duration, .range, .either: break
    case .bool, .string, .choice, .list, .record, .ref, .unknown, .none, .error: return ""
    }
    guard entry.findings.allSatisfy({ report.findings[$0].actual == value }) else { return "" }
    let text = words.formatter.text(value)
    return words.say(ko: " (기재 \(text))", en: " (stated: \(text))")
  }

  private func assumptions(of entry: RuleBlock.Entry) -> [String] {
    words.assumptions(of: entry.findings.map { report.findings[$0] })
  }
}
