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
    Self.add(other.reads, to: &reads) { $0 }
    Self.add(other.missing, to: &missing) { Gap(fact: $0.fact, kind: $0.kind) }
    Self.add(other.assumed, to: &assumed) { $0 }
    Self.add(other.lists, to: &lists) { $0 }
    Self.add(other.cells, to: &cells) { $0.cell }
    Self.add(other.dates, to: &dates) { $0.cell }
    Self.add(other.parameters, to: &parameters) { [$0.index, $0.version] }
    Self.add(other.rows, to: &rows) { [$0.table, $0.version, $0.row] }
    Self.add(other.withoutVersion, to: &withoutVersion) { $0 }
    Self.add(other.withoutRow, to: &withoutRow) { Miss(table: $0.table, inputs: $0.inputs) }
    Self.add(other.outsideCalendar, to: &outsideCalendar) { $0 }
    Self.add(other.uncertainHolidays, to: &uncertainHolidays) { $0 }
  }

  /// The grounds of many, each thing once.
  init(union pieces: [ExpandedGrounds]) {
    self.init()
    guard pieces.count > 1 else {
      if let only = pieces.first { self = only }
      return
    }
    var all = ExpandedGrounds()
    for piece in pieces {
      all.reads += piece.reads
      all.missing += piece.missing
      all.assumed += piece.assumed
      all.lists += piece.lists
      all.cells += piece.cells
      all.dates += piece.dates
      all.parameters += piece.parameters
      all.rows += piece.rows
      all.withoutVersion += piece.withoutVersion
      all.withoutRow += piece.withoutRow
      all.outsideCalendar += piece.outsideCalendar
      all.uncertainHolidays += piece.uncertainHolidays
    }
    merge(all)
  }

  private struct Gap: Hashable {
    var fact: FactID
    var kind: MissingKind
  }

  private struct Miss: Hashable {
    var table: Int
    var inputs: String
  }

  private static func add<T, Key: Hashable>(_ new: [T], to old: inout [T], key: (T) -> Key) {
    guard !new.isEmpty else { return }
    if old.isEmpty, new.count == 1 {
      old = new
      return
    }
    if old.count + new.count <= 12 {
      for item in new {
        let itemKey = key(item)
        if !old.contains(where: { key($0) == itemKey }) { old.append(item) }
      }
      return
    }
    var seen = Set(old.map(key))
    for item in new where seen.insert(key(item)).inserted { old.append(item) }
  }
}
