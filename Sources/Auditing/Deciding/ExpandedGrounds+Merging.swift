import Expressions

extension ExpandedGrounds {
  /// The grounds of both, each thing once, this one's first.
  func merging(_ other: ExpandedGrounds) -> ExpandedGrounds {
    var merged = self
    merged.merge(other)
    return merged
  }

  /// Adds what is not yet among the grounds.
  mutating func merge(_ other: ExpandedGrounds) {
    if other.isEmpty { return }
    update { $0.merge(other) }
  }

  /// The grounds of many, each thing once.
  init(union pieces: [ExpandedGrounds]) {
    guard pieces.count > 1 else {
      self = pieces.first ?? ExpandedGrounds()
      return
    }
    // All in one go: merging one by one would look at the first ones again and again.
    var all = Parts()
    for piece in pieces where !piece.isEmpty { all.append(piece) }
    self.init()
    merge(ExpandedGrounds(all))
  }
}

extension ExpandedGrounds.Parts {
  /// Puts grounds behind the others, whether they are there or not.
  fileprivate mutating func append(_ other: ExpandedGrounds) {
    reads += other.reads
    missing += other.missing
    assumed += other.assumed
    lists += other.lists
    cells += other.cells
    dates += other.dates
    parameters += other.parameters
    rows += other.rows
    withoutVersion += other.withoutVersion
    withoutRow += other.withoutRow
    outsideCalendar += other.outsideCalendar
    uncertainHolidays += other.uncertainHolidays
  }

  /// Adds what is not yet among the parts.
  fileprivate mutating func merge(_ other: ExpandedGrounds) {
    Self.add(other.reads, to: &reads) { UInt64($0.slot) }
    Self.add(other.missing, to: &missing) { UInt64($0.kind.number) << 32 | UInt64($0.fact.slot) }
    Self.add(other.assumed, to: &assumed) { UInt64($0.slot) }
    Self.add(other.lists, to: &lists) { UInt64($0.slot) }
    Self.add(other.cells, to: &cells) { UInt64($0.cell.index) }
    Self.add(other.dates, to: &dates) { $0.cell.map { UInt64($0.index) + 1 } ?? 0 }
    Self.add(other.parameters, to: &parameters) { UInt64($0.index) << 32 | UInt64($0.version) }
    // A policy file cannot hold as many tables, versions and rows as these numbers have room for.
    Self.add(other.rows, to: &rows) { UInt64($0.table) << 43 | UInt64($0.version) << 23 | UInt64($0.row) }
    Self.add(other.withoutVersion, to: &withoutVersion) { gap in
      switch gap {
      case .parameter(let index): UInt64(index) * 2
      case .table(let index): UInt64(index) * 2 + 1
      }
    }
    if !other.withoutRow.isEmpty {
      var seen: Set<String> = []
      withoutRow += other.withoutRow
      withoutRow.removeAll { !seen.insert("\($0.table) \($0.inputs)").inserted }
    }
    Self.add(other.outsideCalendar, to: &outsideCalendar) { UInt64(UInt32(bitPattern: $0.number)) }
    Self.add(other.uncertainHolidays, to: &uncertainHolidays) { UInt64(UInt32(bitPattern: $0.number)) }
  }

  /// Adds the items whose keys are not yet there.
  private static func add<T>(_ new: [T], to old: inout [T], key: (T) -> UInt64) {
    if new.isEmpty { return }
    if old.isEmpty, new.count == 1 {
      old = new
      return
    }
    var seen = WordSet()
    for item in old { _ = seen.insert(key(item) &+ 1) }
    for item in new where seen.insert(key(item) &+ 1) { old.append(item) }
  }
}
