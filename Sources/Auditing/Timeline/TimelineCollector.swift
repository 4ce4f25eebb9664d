import Diagnostics
import Expressions
import Findings
import Policies

/// Gathers what one rule rests on, with the days on which each of it changed.
struct TimelineCollector {
  /// The policy that the rule is of.
  let policy: Policy
  /// The rule, or a measure as a rule that informs.
  let rule: Rule
  /// Instruments whose article numbers changed.
  let registers: [Register]
  /// What stands before what belongs to the rule alone; empty for the rule that was asked for.
  let prefix: LocalizedText

  private let names: NameBook
  private let uses: TermReader.Uses

  /// A collector for one rule.
  init(policy: Policy, rule: Rule, registers: [Register], prefix: LocalizedText) {
    self.policy = policy
    self.rule = rule
    self.registers = registers
    self.prefix = prefix
    names = NameBook(policy: policy, rule: rule, day: .first)
    uses = RuleMeaning(policy: policy, rule: rule, names: names).uses
  }

  /// The days on which the rule is in force.
  var force: Period { policy.inForce.intersection(rule.inForce) }

  /// All changes; `seen` holds what other rules of the same line have told already.
  func events(_ seen: inout Set<String>) -> [TimelineEvent] {
    var events = ownForce(&seen) + wording()
    events += exceptions()
    for index in uses.parameters.sorted() where seen.insert("p \(policy.id) \(index)").inserted {
      events += self.events(ofParameter: index)
    }
    for index in uses.tables.keys.sorted() where seen.insert("table \(policy.id) \(index)").inserted {
      events += self.events(ofTable: index)
    }
    if seen.insert("authority \(policy.id)").inserted {
      events += history(.authority, LocalizedText(ko: "소관 기관", en: "authority")).events(
        of: policy.authority
      ) { $0.name }
    }
    events += articles(&seen)
    // A number or exception that begins while the rule is in force changes it as well.
    guard let start = force.from else { return events }
    return events.map { event in
      var event = event
      if let day = event.day, day > start { event.isChange = true }
      return event
    }
  }

  private func own(_ ko: String, _ en: String) -> LocalizedText {
    LocalizedText(ko: prefix.ko + ko, en: prefix.en + en)
  }

  private func history(
    _ kind: TimelineEvent.Kind, _ subject: LocalizedText, status: LegalStatus? = nil, isVerified: Bool = true
  ) -> HistoryEvents {
    HistoryEvents(kind: kind, subject: subject, status: status, isVerified: isVerified)
  }

  // MARK: Days in force

  private func ownForce(_ seen: inout Set<String>) -> [TimelineEvent] {
    var events: [TimelineEvent] = []
    if seen.insert("policy \(policy.id)").inserted {
      let policyName = LocalizedText(
        ko: "기준 ‘\(policy.title.ko)’", en: "policy “\(policy.title.en)”")
      events += Self.force(policy.inForce, policyName, status: policy.legal.status)
    }
    let ruleName = own("규칙 \(rule.id)", "rule \(rule.id)")
    return events + Self.force(rule.inForce, ruleName, status: rule.legal.status)
  }

  /// The first day of a time, and the day after its last one.
  static func force(_ period: Period, _ subject: LocalizedText, status: LegalStatus?) -> [TimelineEvent] {
    var events: [TimelineEvent] = []
    if let from = period.from {
      events.append(
        TimelineEvent(
          kind: .force, day: from, subject: subject,
          new: LocalizedText(ko: "시행", en: "comes into force"), status: status, isChange: false))
    }
    if let to = period.to, let after = to.advanced(byDays: 1) {
      events.append(
        TimelineEvent(
          kind: .force, day: after, subject: subject,
          new: LocalizedText(
            ko: "시행이 끝남(마지막 날 \(DateText.day(to.iso, .ko)))",
            en: "no longer in force (last day \(DateText.day(to.iso, .en)))"),
          status: status, isChange: true))
    }
    return events
  }

  private func exceptions() -> [TimelineEvent] {
    rule.exceptions.flatMap { exception in
      let subject = own(
        "예외 \(exception.id)(\(exception.title.ko))", "exception \(exception.id) (\(exception.title.en))")
      let cites =
        exception.cites.map { cites in
          history(
            .cite, LocalizedText(ko: subject.ko + "의 근거", en: subject.en + ", basis"),
            status: rule.legal.status, isVerified: rule.legal.isVerified
          ).events(of: cites) { $0 }
        } ?? []
      return Self.force(exception.inForce, subject, status: rule.legal.status) + cites
    }
  }

  // MARK: Texts

  private func wording() -> [TimelineEvent] {
    let status = rule.legal.status
    let isVerified = rule.legal.isVerified
    var events = history(.cite, own("근거 조문", "basis"), status: status, isVerified: isVerified).events(
      of: rule.cite
    ) { $0 }
    if let text = rule.text {
      events += history(.text, own("문언", "wording"), status: status, isVerified: isVerified).events(
        of: text
      ) { LocalizedText(ko: "‘\($0.ko)’", en: "“\($0.en)”") }
    }
    for part in rule.requirements {
      guard let cites = part.cites else { continue }
      let id = part.id ?? ""
      events += history(
        .cite, own("\(id)의 근거 조문", "basis of \(id)"), status: status, isVerified: isVerified
      ).events(of: cites) { $0 }
    }
    return events
  }

  // MARK: Numbers

  private func events(ofParameter index: Int) -> [TimelineEvent] {
    let parameter = policy.program.parameters[index]
    let name = names.parameter(index).text
    return history(
      .parameter, LocalizedText(ko: "수치 ‘\(name.ko)’", en: "number “\(name.en)”"), status: rule.legal.status
    ).events(of: parameter.history) {
      names.constants.words(for: $0, as: parameter.type, units: names.units)
    }
  }

  private func events(ofTable index: Int) -> [TimelineEvent] {
    let table = policy.program.tables[index]
    let name = names.table(index).text
    let rows = TableChanges(table: table, names: names)
    return history(
      .table, LocalizedText(ko: "표 ‘\(name.ko)’", en: "table “\(name.en)”"), status: rule.legal.status
    ).events(of: table.history, words: { rows.count(of: $0) }, details: { rows.words(from: $0, to: $1) })
  }

  // MARK: Articles of the register

  private func articles(_ seen: inout Set<String>) -> [TimelineEvent] {
    var events: [TimelineEvent] = []
    for register in registers {
      for instrument in register.instruments {
        let cited = citedArticles(of: instrument)
        for (place, article) in instrument.articles.enumerated() where cited.contains(place) {
          guard seen.insert("article \(register.id) \(instrument.id) \(article.id)").inserted else {
            continue
          }
          let title = article.title.map { LocalizedText(ko: "(\($0.ko))", en: " (\($0.en))") }
          let subject = LocalizedText(
            ko: "\(instrument.title.ko) 조문 번호\(title?.ko ?? "")",
            en: "article number in \(instrument.title.en)\(title?.en ?? "")")
          events += history(.article, subject, status: instrument.kind).events(of: article.numbers) { $0 }
        }
      }
    }
    return events
  }

  /// What follows the instrument's title in the citations of the rule and of its numbers.
  private func citedNumbers(in instrument: Register.Instrument) -> [Substring] {
    let program = policy.program
    var cites = rule.cite.versions.map(\.value) + [rule.legal.basis].compactMap { $0 }
    cites += rule.requirements.flatMap { $0.cites?.versions.map(\.value) ?? [] }
    cites += rule.exceptions.flatMap { $0.cites?.versions.map(\.value) ?? [] }
    cites += uses.parameters.flatMap { program.parameters[$0].history.versions.compactMap(\.provenance.cite) }
    cites += uses.tables.keys.flatMap { program.tables[$0].history.versions.compactMap(\.provenance.cite) }
    let title = instrument.title.ko + " "
    return cites.compactMap { $0.ko.hasPrefix(title) ? $0.ko.dropFirst(title.count) : nil }
  }

  /// The places of the articles that are cited: of several whose number begins a citation the one with the longest,
  /// `제33조제2항` before `제33조`.
  private func citedArticles(of instrument: Register.Instrument) -> Set<Int> {
    var cited: Set<Int> = []
    for text in citedNumbers(in: instrument) {
      let lengths = instrument.articles.map { Self.length(ofNumberOf: $0, beginning: text) }
      guard let longest = lengths.max(), longest > 0 else { continue }
      cited.formUnion(lengths.indices.filter { lengths[$0] == longest })
    }
    return cited
  }

  /// The length of the longest number of an article that begins a citation, 0 for none: `제37조` does not begin
  /// `제37조의2`.
  private static func length(ofNumberOf article: Register.Article, beginning text: Substring) -> Int {
    let numbers = article.numbers.versions.flatMap { $0.value.ko.components(parting: ", ") }
    return numbers.filter { number in
      guard text.hasPrefix(number) else { return false }
      guard let next = text.dropFirst(number.count).unicodeScalars.first else { return true }
      return next != "의" && !("0"..."9").contains(next)
    }.map(\.count).max() ?? 0
  }
}

extension String {
  /// The parts between a separator.
  fileprivate func components(parting separator: String) -> [Substring] {
    var parts: [Substring] = []
    var rest = self[...]
    while let gap = rest.firstRange(of: separator) {
      parts.append(rest[..<gap.lowerBound])
      rest = rest[gap.upperBound...]
    }
    return parts + [rest]
  }
}
