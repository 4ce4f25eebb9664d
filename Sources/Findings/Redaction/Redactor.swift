package import Diagnostics

/// Takes what is confidential out of the parts of a report. What findings share they share afterwards too.
struct Redactor {
  /// What stands in place of what was withheld.
  static let word = LocalizedText(ko: "비공개", en: "[withheld]")
  /// What stands in place of a line of a file, which is no text in two languages; `ReportLocation.said(in:)` says it in
  /// one.
  static let line = "비공개 · withheld"

  private let hidden: Set<String>
  /// Places and lengths of the lists' paths, by the paths of elements whose names are confidential.
  private let elements: [String: (list: Int, position: Int)]
  /// Lists with an element whose name is confidential.
  private let listsOfHiddenNames: Set<String>
  /// Values that are known again wherever they stand.
  private let distinctive: DistinctiveTexts
  private var evidence: [ObjectIdentifier: Evidence] = [:]
  private var missing: [ObjectIdentifier: MissingFact] = [:]
  private var assumed: [ObjectIdentifier: AssumedFact] = [:]
  private var lists: [ObjectIdentifier: Evidence] = [:]
  private var openLists: [ObjectIdentifier: ListGround] = [:]

  /// A redactor for one report.
  init(_ report: AuditReport, _ confidential: ConfidentialFacts) {
    hidden = Set(confidential.paths)
    elements = Dictionary(
      confidential.elements.map { ("\($0.list)[\($0.label)]", ($0.list.utf8.count, $0.position)) },
      uniquingKeysWith: { first, _ in first })
    listsOfHiddenNames = Set(confidential.elements.map(\.list))
    distinctive = DistinctiveTexts(of: report)
  }

  // ── paths and texts ────────────────────────────────────────────────────────

  /// A path without names of elements that are confidential.
  func path(_ path: String) -> String {
    guard !elements.isEmpty else { return path }
    let bytes = Array(path.utf8)
    var text: [UInt8] = []
    var done = 0
    for end in bytes.indices where bytes[end] == UInt8(ascii: "]") {
      guard let element = elements[String(decoding: bytes[...end], as: UTF8.self)], element.list >= done
      else {
        continue
      }
      text += bytes[done..<element.list]
      text += "[#\(element.position)]".utf8
      done = end + 1
    }
    return String(decoding: text + bytes[done...], as: UTF8.self)
  }

  /// Whether a fact is confidential or lies in something that is.
  func hides(_ path: String) -> Bool {
    if hidden.contains(path) { return true }
    let bytes = Array(path.utf8)
    return bytes.indices.contains { end in
      (bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: "["))
        && hidden.contains(String(decoding: bytes[..<end], as: UTF8.self))
    }
  }

  /// Whether a finding rests on something confidential, so that whoever guesses a value could see from the digest of
  /// its facts, or from what a person wrote about it, that it is the right one.
  func reaches(_ finding: Finding) -> Bool {
    let values =
      [finding.actual, finding.expected, finding.cost?.value, finding.deadline?.last, finding.deadline?.from]
      .compactMap { $0 } + finding.steps.map(\.value) + finding.dates.map(\.value)
      + finding.evidence.map(\.value) + finding.missing.compactMap(\.value)
      + finding.assumed.compactMap(\.value) + finding.tables.flatMap { $0.row.inputs.map(\.value) }
    let paths =
      finding.evidence.map(\.path) + finding.missing.map(\.path) + finding.assumed.map(\.path)
      + finding.lists.map(\.path)
    return finding.withheld != nil || values.contains(where: \.holdsConfidential)
      || finding.lists.contains { $0.isConfidential || listsOfHiddenNames.contains($0.path) }
      || paths.contains { path($0) != $0 }
  }

  /// A text of the scheme or about it, unless it shows a confidential value.
  func text(_ text: LocalizedText?) -> LocalizedText? {
    text.map { distinctive.occur(in: $0.ko) || distinctive.occur(in: $0.en) ? Self.word : $0 }
  }

  /// A value, unless it or something in it is confidential.
  func value(_ value: ReportValue?) -> ReportValue? { value.map { self.value($0) } }

  /// A value, unless it or something in it is confidential.
  func value(_ value: ReportValue) -> ReportValue {
    guard !value.holdsConfidential, !shows(value) else { return .withheld }
    guard !elements.isEmpty else { return value }
    var new = value
    if value.type == .record { new.text = path(value.text) }
    new.items = value.items.map { self.value($0) }
    if new.items != value.items { new.text = new.items.map(\.text).joined(separator: ", ") }
    new.fields = value.fields.map { NamedValue(name: $0.name, title: $0.title, value: self.value($0.value)) }
    return new
  }

  private func shows(_ value: ReportValue) -> Bool {
    distinctive.occur(in: value.text) || value.exact.map(distinctive.occur) ?? false
      || value.label.map { distinctive.occur(in: $0.ko) || distinctive.occur(in: $0.en) } ?? false
  }

  /// A place, without the line that stands there where it states something confidential.
  func location(_ location: ReportLocation?) -> ReportLocation? {
    guard var new = location else { return nil }
    guard new.isConfidential || distinctive.occur(in: new.excerpt) else { return new }
    new.isConfidential = true
    new.excerpt = Self.line
    new.excerptColumn = new.column
    // Where the place ends says how long the value is.
    new.endLine = new.line
    new.endColumn = new.column
    return new
  }

  // ── grounds ────────────────────────────────────────────────────────────────

  /// A stated fact.
  mutating func evidence(_ fact: Evidence) -> Evidence {
    if let known = evidence[ObjectIdentifier(fact)] { return known }
    let value = value(fact.value)
    let new = Evidence(
      path: path(fact.path), name: fact.name, value: value, file: fact.file, line: fact.line,
      column: fact.column, source: value.isConfidential ? nil : text(fact.source))
    evidence[ObjectIdentifier(fact)] = new
    return new
  }

  /// A gap.
  mutating func missing(_ fact: MissingFact) -> MissingFact {
    if let known = missing[ObjectIdentifier(fact)] { return known }
    let value = value(fact.value)
    // A day that the calendar lacks was computed from what is confidential.
    let isDay = fact.kind == .calendar && value?.isConfidential == true
    let new = MissingFact(
      kind: fact.kind, path: isDay ? "calendar" : path(fact.path), name: fact.name, value: value,
      location: location(fact.location))
    missing[ObjectIdentifier(fact)] = new
    return new
  }

  /// An assumption; one whose value is confidential is of a day that was computed.
  mutating func assumed(_ fact: AssumedFact) -> AssumedFact {
    if let known = assumed[ObjectIdentifier(fact)] { return known }
    let value = value(fact.value)
    let isDay = value?.isConfidential == true
    let new = AssumedFact(
      path: isDay ? "calendar" : path(fact.path),
      name: isDay ? LocalizedText(ko: "공휴일", en: "holiday") : fact.name, value: value, why: fact.why)
    assumed[ObjectIdentifier(fact)] = new
    return new
  }

  /// A list whose length may be told; nil for one that is confidential.
  mutating func list(_ list: ListGround) -> ListGround? {
    guard !list.isConfidential else { return nil }
    if let known = openLists[ObjectIdentifier(list)] { return known }
    let new = ListGround(path: path(list.path), name: list.name, count: list.count, location: list.location)
    openLists[ObjectIdentifier(list)] = new
    return new
  }

  /// A confidential list as a fact whose value is withheld; nil for another.
  mutating func evidence(of list: ListGround, in scheme: String) -> Evidence? {
    guard list.isConfidential else { return nil }
    if let known = lists[ObjectIdentifier(list)] { return known }
    let new = Evidence(
      path: path(list.path), name: list.name, value: .withheld, file: list.location?.file ?? scheme,
      line: list.location?.line ?? 1, column: list.location?.column ?? 1)
    lists[ObjectIdentifier(list)] = new
    return new
  }

  /// A row with what it asks and gives; all of it is withheld or nothing.
  func table(_ use: TableUse) -> TableUse {
    var new = use
    new.row.inputs = use.row.inputs.map(named)
    new.row.outputs = use.row.outputs.map(named)
    if use.row.inputs.contains(where: \.value.isConfidential) { new.row.number = 0 }
    for place in new.later.indices { new.later[place].values = new.later[place].values.map(named) }
    return new
  }

  private func named(_ value: NamedValue) -> NamedValue {
    // Conditions and results of the law are public unless what picked the row is not.
    value.value.isConfidential ? NamedValue(name: value.name, title: value.title, value: .withheld) : value
  }
}

extension LocalizedText {
  /// What stands in place of confidential words.
  package static let withheld = Redactor.word
}

extension ReportValue {
  /// What stands in place of a confidential value.
  package static let withheld: ReportValue = {
    var value = ReportValue(.choice, "withheld", label: Redactor.word)
    value.isConfidential = true
    return value
  }()

  /// Whether it or something in it is confidential.
  package var holdsConfidential: Bool {
    isConfidential || items.contains(where: \.holdsConfidential)
      || fields.contains(where: \.value.holdsConfidential)
      || atLeast?.holdsConfidential ?? false || atMost?.holdsConfidential ?? false
  }
}
