/// Grounds with every step unfolded, each thing once, in the order of first use.
package struct ExpandedGrounds: Sendable {
  /// What the grounds are made of.
  package struct Parts: Sendable {
    /// Stated facts that were read.
    package var reads: [FactID] = []
    /// Facts that were needed and not usable, with the reason.
    package var missing: [(fact: FactID, kind: MissingKind)] = []
    /// Facts that are not stated and were given a meaning.
    package var assumed: [FactID] = []
    /// Lists whose membership mattered.
    package var lists: [FactID] = []
    /// Steps and definitions used with their values, the first used first.
    package var cells: [(cell: CellID, value: Value)] = []
    /// The dates that picked versions, the first used first.
    package var dates: [(cell: CellID?, value: Value)] = []
    /// Parameters in the versions used.
    package var parameters: [(index: Int, version: Int)] = []
    /// Rows of tables that matched.
    package var rows: [(table: Int, version: Int, row: Int)] = []
    /// Parameters and tables without a version for the date.
    package var withoutVersion: [VersionGap] = []
    /// Tables without a row for the inputs, with the inputs as text.
    package var withoutRow: [(table: Int, inputs: String)] = []
    /// Days outside what the calendar covers.
    package var outsideCalendar: [Day] = []
    /// Holidays that decided and are not certain.
    package var uncertainHolidays: [Day] = []

    /// No grounds.
    package init() {}
  }

  /// What has no version for a date.
  package enum VersionGap: Sendable, Hashable {
    case parameter(Int)
    case table(Int)
  }

  /// None or one: grounds are passed on more often than they are looked at, and an array is copied as one reference.
  private var box: [Parts] = []

  /// No grounds.
  package init() {}

  /// Grounds made of these parts.
  package init(_ parts: Parts) {
    box = [parts]
  }

  /// Whether nothing was ever put in.
  package var isEmpty: Bool { box.isEmpty }

  /// Changes the parts in place.
  package mutating func update(_ body: (inout Parts) -> Void) {
    if box.isEmpty { box.append(Parts()) }
    body(&box[0])
  }

  /// Stated facts that were read.
  package var reads: [FactID] { box.isEmpty ? [] : box[0].reads }
  /// Facts that were needed and not usable, with the reason.
  package var missing: [(fact: FactID, kind: MissingKind)] { box.isEmpty ? [] : box[0].missing }
  /// Facts that are not stated and were given a meaning.
  package var assumed: [FactID] { box.isEmpty ? [] : box[0].assumed }
  /// Lists whose membership mattered.
  package var lists: [FactID] { box.isEmpty ? [] : box[0].lists }
  /// Steps and definitions used with their values, the first used first.
  package var cells: [(cell: CellID, value: Value)] { box.isEmpty ? [] : box[0].cells }
  /// The dates that picked versions, the first used first.
  package var dates: [(cell: CellID?, value: Value)] { box.isEmpty ? [] : box[0].dates }
  /// Parameters in the versions used.
  package var parameters: [(index: Int, version: Int)] { box.isEmpty ? [] : box[0].parameters }
  /// Rows of tables that matched.
  package var rows: [(table: Int, version: Int, row: Int)] { box.isEmpty ? [] : box[0].rows }
  /// Parameters and tables without a version for the date.
  package var withoutVersion: [VersionGap] { box.isEmpty ? [] : box[0].withoutVersion }
  /// Tables without a row for the inputs, with the inputs as text.
  package var withoutRow: [(table: Int, inputs: String)] { box.isEmpty ? [] : box[0].withoutRow }
  /// Days outside what the calendar covers.
  package var outsideCalendar: [Day] { box.isEmpty ? [] : box[0].outsideCalendar }
  /// Holidays that decided and are not certain.
  package var uncertainHolidays: [Day] { box.isEmpty ? [] : box[0].uncertainHolidays }
}
