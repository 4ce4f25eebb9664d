/// A fact's place: the index of its slot in `Facts`. Names stated and missing facts alike.
package struct FactID: Sendable, Hashable, Comparable {
  /// Index into `Facts.slots`.
  package var slot: UInt32

  /// By the fact's index among the slots of all records.
  package init(_ slot: Int) { self.slot = UInt32(slot) }

  /// In the order of the slots.
  package static func < (a: FactID, b: FactID) -> Bool { a.slot < b.slot }
}

/// Why a fact that was needed could not be used.
package enum MissingKind: String, Sendable, Hashable {
  /// Nobody has said.
  case missing
  /// Declared that there is none, where a value was needed.
  case none
  /// Only bounds are known and they do not decide.
  case bounds
  /// Sources disagree and their readings do not agree on the result.
  case disputed
  /// A list that may hold more.
  case incomplete
  /// An exception is claimed and its proof is not stated.
  case proof
}

extension MissingKind {
  /// A number for each kind, from 0.
  package var number: Int {
    switch self {
    case .missing: 0
    case .none: 1
    case .bounds: 2
    case .disputed: 3
    case .incomplete: 4
    case .proof: 5
    }
  }
}

/// A step, definition or `as_of` of a policy: an index into `Program.cells`.
package struct CellID: Sendable, Hashable {
  /// Index into `Program.cells`.
  package var index: Int

  /// By the cell's place in the program.
  package init(_ index: Int) { self.index = index }
}

/// One thing a result rests on, as the evaluator logs it: a few numbers, so that logs are copied as plain memory.
package enum Ground: Sendable, Hashable {
  /// A stated fact was read.
  case read(FactID)
  /// A fact was needed and not usable.
  case missing(FactID, MissingKind)
  /// A fact is not stated and its declared meaning (or the default of `opt`, or false for `has`) was taken.
  case assumed(FactID)
  /// The membership of a facts list mattered, and what its elements say where they were tested.
  case list(FactID)
  /// So many more elements fail on their own than the grounds name, of this list where they are elements of one.
  case further(FactID?, count: Int)
  /// A step was used: the grounds of that use (an index the evaluation keeps) belong to this result.
  case cell(CellID, use: Int)
  /// A step was used and its being partial left the result open: its bounded facts count as missing.
  case partialCell(CellID, use: Int)
  /// A date picked versions: the grounds of that use belong to this result.
  case date(use: Int)
  /// A parameter and the version used (index into its history).
  case parameter(Int, version: Int)
  /// A parameter has no version for the date.
  case noParameterVersion(Int)
  /// A table's row: table, version, row.
  case row(table: Int, version: Int, row: Int)
  /// A table has no version for the date, or no row for the inputs.
  case noTableVersion(Int)
  /// The inputs by their place among the evaluation's texts.
  case noRow(table: Int, inputs: Int)
  /// A date outside what the calendar covers.
  case outsideCalendar(Day)
  /// A holiday that the calendar marks as uncertain decided a date.
  case uncertainHoliday(Day)
}
