import Diagnostics

/// Finds what differs in what two findings of one rule and subject rest on.
struct LawReasons {
  /// The day of the earlier law, `YYYY-MM-DD`.
  let earlierDay: String
  /// The day of the later law, `YYYY-MM-DD`.
  let laterDay: String

  /// What differs, what bears on the outcome first.
  func between(_ from: Finding, _ to: Finding) -> [LawReason] {
    inForce(from, to) + exceptions(from, to) + parameters(from, to) + tables(from, to) + versions(from, to)
      + expected(from, to) + texts(from, to)
  }

  /// What differs where one of the two is the finding of the whole rule.
  func ofWhole(_ from: Finding, _ to: Finding) -> [LawReason] {
    inForce(from, to) + exceptions(from, to) + versions(from, to)
  }

  /// Numbers and rows of a finding without a counterpart that began after the earlier day, or end by the later one.
  func newNumbers(of lone: Finding) -> [LawReason] {
    let none = Finding(heading: lone.heading, outcome: lone.outcome)
    let isLater = lone.dates.contains { $0.value.text == laterDay }
    return isLater
      ? parameters(none, lone) + tables(none, lone) : parameters(lone, none) + tables(lone, none)
  }

  private func inForce(_ from: Finding, _ to: Finding) -> [LawReason] {
    guard (from.outcome == .notInForce) != (to.outcome == .notInForce) || from.word != to.word
    else { return [] }
    guard from.outcome == .notInForce || to.outcome == .notInForce else { return [] }
    func side(_ finding: Finding) -> LawReason.Side {
      LawReason.Side(
        text: finding.outcome == .notInForce ? finding.word : Self.holding(finding.effect),
        period: finding.heading.inForce)
    }
    return [
      LawReason(kind: .inForce, name: to.rule, title: to.title, from: side(from), to: side(to))
    ]
  }

  /// What a rule does on a day on which it holds: nothing that was not enacted or issued is in force.
  private static func holding(_ effect: Effect) -> LocalizedText {
    switch effect {
    case .law, .contract, .standard, .recommendation, .interpretation:
      LocalizedText(ko: "시행 중", en: "in force")
    case .draft, .reference: LocalizedText(ko: "점검에 적용", en: "looked at, not in force")
    }
  }

  // ── exceptions ─────────────────────────────────────────────────────────────

  private func exceptions(_ from: Finding, _ to: Finding) -> [LawReason] {
    let (old, new) = (from.exception, to.exception)
    guard old?.id != new?.id || old?.state != new?.state else { return [] }
    if let old, let new, old.id == new.id {
      return [
        LawReason(
          kind: .exception, name: new.id, title: new.title, from: Self.side(old), to: Self.side(new))
      ]
    }
    var reasons: [LawReason] = []
    if let old {
      reasons.append(
        LawReason(
          kind: .exception, name: old.id, title: old.title, from: Self.side(old), to: absent(old, laterDay)))
    }
    if let new {
      reasons.append(
        LawReason(
          kind: .exception, name: new.id, title: new.title, from: absent(new, earlierDay), to: Self.side(new))
      )
    }
    return reasons
  }

  private static func side(_ use: ExceptionUse) -> LawReason.Side {
    let text =
      switch use.state {
      case .granted: LocalizedText(ko: "적용됨", en: "applies")
      case .open: LocalizedText(ko: "해당 여부 미정", en: "open whether it applies")
      case .claimed: LocalizedText(ko: "입증자료 미기재", en: "no proof is stated")
      }
    return LawReason.Side(text: text, period: use.inForce ?? ReportPeriod(), cite: use.cite)
  }

  /// An exception that is not in force on the day of the other law; nil where its days do not say so.
  private func absent(_ use: ExceptionUse, _ day: String) -> LawReason.Side? {
    if let to = use.inForce?.to, to < day {
      return LawReason.Side(text: LocalizedText(ko: "폐지됨", en: "no longer in force"))
    }
    if let from = use.inForce?.from, day < from {
      return LawReason.Side(text: LocalizedText(ko: "시행 전", en: "not yet in force"))
    }
    return nil
  }

  // ── numbers ────────────────────────────────────────────────────────────────

  private func parameters(_ from: Finding, _ to: Finding) -> [LawReason] {
    var reasons: [LawReason] = []
    for old in from.parameters {
      let new = to.parameters.first { $0.name == old.name }
      if let new {
        guard new.value != old.value else { continue }
        reasons.append(
          LawReason(
            kind: .parameter, name: old.name, title: old.title, from: Self.side(old), to: Self.side(new)))
      } else if let new = later(old.later) {
        reasons.append(
          LawReason(
            kind: .parameter, name: old.name, title: old.title, from: Self.side(old), to: new))
      }
    }
    for new in to.parameters where !from.parameters.contains(where: { $0.name == new.name }) {
      guard let since = new.from, since > earlierDay else { continue }
      reasons.append(
        LawReason(kind: .parameter, name: new.name, title: new.title, from: nil, to: Self.side(new)))
    }
    return reasons
  }

  private static func side(_ use: ParameterUse) -> LawReason.Side {
    LawReason.Side(
      values: [NamedValue(name: use.name, value: use.value)], period: ReportPeriod(from: use.from),
      cite: use.cite, isDefault: use.isDefault, verified: use.verified)
  }

  /// What a number has become by the day of the later law; nil where it has not changed.
  private func later(_ versions: [LaterVersion]) -> LawReason.Side? {
    versions.last { $0.from <= laterDay }.map { version in
      LawReason.Side(
        values: version.values,
        text: version.values.isEmpty ? LocalizedText(ko: "정해진 값 없음", en: "no value is set") : nil,
        period: ReportPeriod(from: version.from), cite: version.cite, isDefault: version.isDefault,
        verified: version.verified)
    }
  }

  private func tables(_ from: Finding, _ to: Finding) -> [LawReason] {
    func isSame(_ a: TableUse, _ b: TableUse) -> Bool { a.name == b.name && a.row.inputs == b.row.inputs }
    func reason(_ use: TableUse, _ from: LawReason.Side?, _ to: LawReason.Side?) -> LawReason {
      var reason = LawReason(kind: .table, name: use.name, title: Self.title(use), from: from, to: to)
      if use.row.inputs.contains(where: \.value.isConfidential) { reason.openTitle = use.title }
      return reason
    }
    var reasons: [LawReason] = []
    for old in from.tables {
      if let new = to.tables.first(where: { isSame($0, old) }) {
        guard new.row.outputs != old.row.outputs else { continue }
        reasons.append(reason(old, Self.side(old), Self.side(new)))
      } else if let new = later(old.later) {
        reasons.append(reason(old, Self.side(old), new))
      }
    }
    for new in to.tables where !from.tables.contains(where: { isSame($0, new) }) {
      guard let since = new.from, since > earlierDay else { continue }
      reasons.append(reason(new, nil, Self.side(new)))
    }
    return reasons
  }

  private static func side(_ use: TableUse) -> LawReason.Side {
    LawReason.Side(
      values: use.row.outputs, period: ReportPeriod(from: use.from), cite: use.cite, isDefault: use.isDefault,
      verified: use.verified)
  }

  /// The table with what its row asks.
  private static func title(_ use: TableUse) -> LocalizedText {
    let asked = use.row.inputs.filter { $0.value.text != "-" }.map { input in
      let words = input.value.label ?? LocalizedText(input.value.text)
      return input.title.map { LocalizedText(ko: "\($0.ko) \(words.ko)", en: "\($0.en) \(words.en)") }
        ?? words
    }
    guard !asked.isEmpty else { return use.title }
    let words = LocalizedText.joined(asked, separator: ", ")
    return LocalizedText(ko: "\(use.title.ko)(\(words.ko))", en: "\(use.title.en) (\(words.en))")
  }

  /// Numbers and tables that have a version under one law alone.
  private func versions(_ from: Finding, _ to: Finding) -> [LawReason] {
    func paths(_ finding: Finding) -> [MissingFact] { finding.missing.filter { $0.kind == .version } }
    let none = LawReason.Side(text: LocalizedText(ko: "그날 정해진 것이 없음", en: "nothing is set on that day"))
    let (old, new) = (paths(from), paths(to))
    let gone = new.filter { fact in !old.contains { $0.path == fact.path } }
    let come = old.filter { fact in !new.contains { $0.path == fact.path } }
    return come.map { LawReason(kind: .version, name: $0.path, title: $0.name, from: none, to: nil) }
      + gone.map { LawReason(kind: .version, name: $0.path, title: $0.name, from: nil, to: none) }
  }

  /// What the rule asks for, where that is a value and another one.
  private func expected(_ from: Finding, _ to: Finding) -> [LawReason] {
    guard let old = from.expected, let new = to.expected, old != new else { return [] }
    let title = LocalizedText(ko: "요구하는 값", en: "what is required")
    func side(_ value: ReportValue) -> LawReason.Side {
      LawReason.Side(values: [NamedValue(name: "expected", value: value)])
    }
    return [LawReason(kind: .expected, name: to.rule, title: title, from: side(old), to: side(new))]
  }

  // ── texts ──────────────────────────────────────────────────────────────────

  private func texts(_ from: Finding, _ to: Finding) -> [LawReason] {
    var reasons: [LawReason] = []
    func add(_ kind: LawReason.Kind, ko: String, en: String, _ old: LawReason.Side?, _ new: LawReason.Side?) {
      guard old?.text != new?.text else { return }
      reasons.append(
        LawReason(kind: kind, name: to.rule, title: LocalizedText(ko: ko, en: en), from: old, to: new))
    }
    add(.citation, ko: "근거 조문", en: "basis", Self.cites(from), Self.cites(to))
    add(.wording, ko: "문언", en: "wording", Self.side(from.heading.text), Self.side(to.heading.text))
    add(
      .authority, ko: "소관 기관", en: "authority", Self.side(from.authority?.name),
      Self.side(to.authority?.name))
    return reasons
  }

  private static func cites(_ finding: Finding) -> LawReason.Side? {
    guard !finding.citations.isEmpty else { return nil }
    return LawReason.Side(
      text: .joined(finding.citations.map(\.cite), separator: "; "),
      verified: finding.citations.allSatisfy(\.verified))
  }

  private static func side(_ text: LocalizedText?) -> LawReason.Side? {
    text.map { LawReason.Side(text: $0) }
  }
}
