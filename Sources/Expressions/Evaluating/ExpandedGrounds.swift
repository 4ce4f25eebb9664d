/// Grounds with every step unfolded, each thing once, in the order of first use.
package struct ExpandedGrounds: Sendable {
  /// All but steps and dates, which have values of their own: facts, versions, rows, days.
  package private(set) var plain: [Ground] = []
  /// Steps and definitions used with their values, the first used first.
  package private(set) var cells: [(cell: CellID, value: Value)] = []
  /// The dates that picked versions, the first used first.
  package private(set) var dates: [(cell: CellID?, value: Value)] = []

  /// No grounds.
  package init() {}

  /// Whether there are none.
  package var isEmpty: Bool { plain.isEmpty && cells.isEmpty && dates.isEmpty }

  // ── putting them together ──────────────────────────────────────────────────

  /// The grounds of both, each thing once, this one's first.
  package func merging(_ other: ExpandedGrounds) -> ExpandedGrounds {
    var merged = self
    merged.merge(other)
    return merged
  }

  /// Adds what is not yet among the grounds.
  package mutating func merge(_ other: ExpandedGrounds) {
    if isEmpty {
      self = other
    } else if !other.isEmpty {
      var seen = Seen(self)
      add(other, &seen)
    }
  }

  /// The grounds of many, each thing once.
  package init(union pieces: [ExpandedGrounds]) {
    guard let first = pieces.first(where: { !$0.isEmpty }) else { return }
    self = first
    if pieces.count == 1 { return }
    // All in one go: merging one by one would look at the first ones again and again.
    var seen = Seen(first)
    for piece in pieces { add(piece, &seen) }
  }

  /// What is among grounds, for telling repetitions.
  private struct Seen {
    var plain = GroundSet()
    var cells = WordSet()
    var dates = WordSet()

    init(_ grounds: ExpandedGrounds) {
      for ground in grounds.plain { _ = plain.insert(ground) }
      for use in grounds.cells { _ = cells.insert(Self.word(use.cell)) }
      for use in grounds.dates { _ = dates.insert(Self.word(use.cell)) }
    }

    static func word(_ cell: CellID?) -> UInt64 { cell.map { UInt64($0.index) + 2 } ?? 1 }
  }

  private mutating func add(_ other: ExpandedGrounds, _ seen: inout Seen) {
    for ground in other.plain where seen.plain.insert(ground) { plain.append(ground) }
    for use in other.cells where seen.cells.insert(Seen.word(use.cell)) { cells.append(use) }
    for use in other.dates where seen.dates.insert(Seen.word(use.cell)) { dates.append(use) }
  }

  /// Makes room for so many things that are neither steps nor dates.
  mutating func reserve(_ count: Int) {
    plain.reserveCapacity(count)
  }

  /// Adds one thing that is neither step nor date and is not yet among the grounds.
  package mutating func append(_ ground: Ground) {
    plain.append(ground)
  }

  /// Adds a step's use, unless the step is there already.
  mutating func append(_ cell: CellID, _ value: Value) {
    if !cells.contains(where: { $0.cell == cell }) { cells.append((cell, value)) }
  }

  /// Adds a date's use, unless the date is there already; its step counts as a date and no longer as a step.
  mutating func append(date cell: CellID?, _ value: Value) {
    if !dates.contains(where: { $0.cell == cell }) { dates.append((cell, value)) }
    if let cell { cells.removeAll { $0.cell == cell } }
  }

  /// The same grounds with proof missing where facts are missing or declared to be none.
  package func missingProof() -> ExpandedGrounds {
    var grounds = self
    var seen = GroundSet()
    grounds.plain = plain.map { ground in
      switch ground {
      case .missing(let fact, .missing), .missing(let fact, .none): .missing(fact, .proof)
      case .missing, .read, .assumed, .list, .further, .cell, .partialCell, .date, .parameter,
        .noParameterVersion, .row, .noTableVersion, .noRow, .outsideCalendar, .uncertainHoliday:
        ground
      }
    }.filter { seen.insert($0) }
    return grounds
  }

  // ── looking at them ────────────────────────────────────────────────────────

  /// Stated facts that were read.
  package var reads: [FactID] {
    plain.compactMap { if case .read(let fact) = $0 { fact } else { nil } }
  }

  /// Facts that were needed and not usable, with the reason.
  package var missing: [(fact: FactID, kind: MissingKind)] {
    plain.compactMap { if case .missing(let fact, let kind) = $0 { (fact, kind) } else { nil } }
  }

  /// Facts that are not stated and were given a meaning.
  package var assumed: [FactID] {
    plain.compactMap { if case .assumed(let fact) = $0 { fact } else { nil } }
  }

  /// How many elements of which list fail beyond those that are named.
  package var further: [(list: FactID?, count: Int)] {
    plain.compactMap { if case .further(let list, let count) = $0 { (list, count) } else { nil } }
  }

  /// Lists whose membership mattered.
  package var lists: [FactID] {
    plain.compactMap { if case .list(let fact) = $0 { fact } else { nil } }
  }

  /// Parameters in the versions used.
  package var parameters: [(index: Int, version: Int)] {
    plain.compactMap { if case .parameter(let index, let version) = $0 { (index, version) } else { nil } }
  }

  /// Rows of tables that matched.
  package var rows: [(table: Int, version: Int, row: Int)] {
    plain.compactMap {
      if case .row(let table, let version, let row) = $0 { (table, version, row) } else { nil }
    }
  }

  /// Holidays that decided and are not certain.
  package var uncertainHolidays: [Day] {
    plain.compactMap { if case .uncertainHoliday(let day) = $0 { day } else { nil } }
  }
}
