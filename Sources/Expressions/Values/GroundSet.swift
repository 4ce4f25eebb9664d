/// Grounds that were met, for telling repetitions.
///
/// A ground is held as one machine word, which it fits in nearly every case; the others are held as they are.
package struct GroundSet {
  private var words = WordSet()
  /// Grounds that do not fit a word.
  private var others: Set<Ground> = []

  /// No grounds yet.
  package init() {}

  /// Adds a ground; false if it was there.
  package mutating func insert(_ ground: Ground) -> Bool {
    if let word = ground.word { return words.insert(word) }
    return others.insert(ground).inserted
  }
}

extension Ground {
  /// The ground as one word that no other ground has and that is not nought; nil where it does not fit.
  fileprivate var word: UInt64? {
    switch self {
    case .read(let fact): Self.word(1, 0, fact.slot)
    case .missing(let fact, let kind): Self.word(2, kind.number, fact.slot)
    case .assumed(let fact): Self.word(3, 0, fact.slot)
    case .list(let fact): Self.word(4, 0, fact.slot)
    case .further(let list, let count): Self.word(15, count, list.map { $0.slot &+ 1 } ?? 0)
    case .cell(let cell, let use): Self.word(5, cell.index, use)
    case .partialCell(let cell, let use): Self.word(6, cell.index, use)
    case .date(let use): Self.word(7, 0, use)
    case .parameter(let index, let version): Self.word(8, index, version)
    case .noParameterVersion(let index): Self.word(9, 0, index)
    case .row(let table, let version, let row):
      table < 1 << 12 && version < 1 << 12 ? Self.word(10, table << 12 | version, row) : nil
    case .noTableVersion(let index): Self.word(11, 0, index)
    case .noRow(let table, let inputs): Self.word(14, table, inputs)
    case .outsideCalendar(let day): Self.word(12, 0, UInt32(bitPattern: day.number))
    case .uncertainHoliday(let day): Self.word(13, 0, UInt32(bitPattern: day.number))
    }
  }

  /// Puts a kind of ground, and two numbers of up to 24 and 32 bits, side by side.
  private static func word(_ kind: UInt64, _ high: Int, _ low: UInt32) -> UInt64? {
    high < 1 << 24 ? kind << 56 | UInt64(high) << 32 | UInt64(low) : nil
  }

  private static func word(_ kind: UInt64, _ high: Int, _ low: Int) -> UInt64? {
    UInt32(exactly: low).flatMap { word(kind, high, $0) }
  }
}
