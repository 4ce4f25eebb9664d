import Expressions
import Foundation
import TestSupport

/// A random decision table that says by itself, as naively as can be, which inputs its rows match.
struct SampleTable {
  /// What a column holds, with an argument of that type.
  enum Kind: String, CaseIterable {
    case group = "x.group"
    case kind = "x.kind"
    case id = "x.id"
    case flag = "x.urgent"
    case hours = "x.hours"
    case share = "x.share"
    case day = "x.first_payment"
    case instant = "incident.started"
    case span = "incident.started - timestamp('2022-01-01T00:00:00Z')"

    /// Words that cells are made of; empty for ordered kinds.
    var words: [String] {
      switch self {
      case .group: ["free", "paid", "merchant"]
      case .kind: ["cash", "credit"]
      case .id: ["가", "나", "a b"]
      case .flag: ["true", "false"]
      case .hours, .share, .day, .instant, .span: []
      }
    }

    /// Ends that cells are made of, in steps: quarters of an hour, tens of a percent, days, nanoseconds, half seconds.
    var ends: [Int] {
      switch self {
      case .group, .kind, .id, .flag: []
      case .hours: Array(-2...8)
      case .share: Array(-1...11)
      case .day, .instant: Array(0...7)
      case .span: Array(-1...6)
      }
    }

    /// Whether every word is a member of a closed list.
    var isClosed: Bool { self == .group || self == .flag }
    /// Whether nothing lies between neighbouring steps.
    var isWhole: Bool { self == .day || self == .instant }

    /// A step, or a half of one, as the author writes it.
    func text(halves: Int) -> String {
      switch self {
      case .group, .kind, .id, .flag: ""
      case .hours: Self.decimal(halves * 125, 1000)
      case .share: Self.decimal(halves * 5, 1)
      case .day: Day(number: Int32(19_000 + halves / 2)).iso
      case .instant: "2022-01-01T00:00:00.00000000\(1 + halves / 2)Z"
      case .span: Self.decimal(halves * 250, 1000) + "s"
      }
    }

    private static func decimal(_ number: Int, _ scale: Int) -> String {
      (try? Rational(numerator: number, denominator: scale))?.decimalText.text ?? ""
    }

    /// The place of a text on the axis, in halves of a step; for texts that lie between, a fraction of them.
    func halves(_ text: String) -> Rational? {
      switch self {
      case .group, .kind, .id, .flag: nil
      case .hours: try? Rational(decimal: text)?.multiplied(by: Rational(8))
      case .share: try? Rational(decimal: text)?.divided(by: Rational(5))
      case .day: Day(iso: text).map { Rational(Int($0.number) - 19_000) }.flatMap { try? $0.adding($0) }
      case .instant:
        Instant(iso: text).flatMap { instant in
          Instant(iso: "2022-01-01T00:00:00.000000001Z").map {
            Rational((instant.nanoseconds - $0.nanoseconds) * 2)
          }
        }
      case .span:
        TimeSpan(text: text).flatMap { try? Rational($0.nanoseconds).divided(by: Rational(250_000_000)) }
      }
    }
  }

  /// A cell; the ends of ranges are steps.
  enum Cell: Equatable {
    case any
    case words([String])
    case steps([Int])
    case range(low: Int?, includesLow: Bool, high: Int?, includesHigh: Bool)
  }

  /// An input of one column; places count halves of a step.
  enum Input: Hashable {
    case anything
    case word(String)
    case place(Rational)
  }

  var kinds: [Kind]
  var rows: [[Cell]]

  // ── what it says ───────────────────────────────────────────────────────────

  static func accepts(_ cell: Cell, _ input: Input) -> Bool {
    switch (cell, input) {
    case (.any, _): return true
    case (.words(let words), .word(let word)): return words.contains(word)
    case (.steps(let steps), .place(let place)): return steps.contains { Rational(2 * $0) == place }
    case (.range(let low, let includesLow, let high, let includesHigh), .place(let place)):
      if let low, place < Rational(2 * low) || (place == Rational(2 * low) && !includesLow) { return false }
      if let high, Rational(2 * high) < place || (place == Rational(2 * high) && !includesHigh) {
        return false
      }
      return true
    case (.words, _), (.steps, _), (.range, _): return false
    }
  }

  func matches(_ inputs: [Input]) -> [Int] {
    rows.indices.filter { row in zip(rows[row], inputs).allSatisfy { Self.accepts($0, $1) } }
  }

  /// Every kind of input of a column; only those that a table is expected to answer, or all.
  func inputs(of column: Int, expectedOnly: Bool) -> [Input] {
    let kind = kinds[column]
    let cells = rows.map { $0[column] }
    var words: Set<String> = []
    var ends: Set<Int> = []
    var hasRanges = false
    for cell in cells {
      switch cell {
      case .any: break
      case .words(let more): words.formUnion(more)
      case .steps(let steps): ends.formUnion(steps)
      case .range(let low, _, let high, _):
        hasRanges = true
        ends.formUnion([low, high].compactMap(\.self))
      }
    }
    guard !words.isEmpty || !ends.isEmpty else { return [.anything] }
    if kind.ends.isEmpty {
      let all = kind.isClosed ? kind.words : expectedOnly ? Array(words) : kind.words + ["other"]
      return all.sorted().map { .word($0) }
    }
    let halves = (-6...30).filter { !kind.isWhole || $0 % 2 == 0 }
    return halves.filter { half in
      guard expectedOnly else { return true }
      guard hasRanges else { return half % 2 == 0 && ends.contains(half / 2) }
      switch kind {
      case .hours, .span: return half >= 0 || (ends.min() ?? 0) < 0
      case .share: return (half >= 0 || (ends.min() ?? 0) < 0) && (half <= 20 || (ends.max() ?? 0) > 10)
      case .group, .kind, .id, .flag, .day, .instant: return true
      }
    }.map { .place(Rational($0)) }
  }

  /// All combinations of the columns' inputs.
  func combinations(expectedOnly: Bool) -> [[Input]] {
    kinds.indices.reduce([[]]) { combinations, column in
      let inputs = inputs(of: column, expectedOnly: expectedOnly)
      return combinations.flatMap { combination in inputs.map { combination + [$0] } }
    }
  }

  /// The inputs with every value in place of one that does not matter.
  func spelledOut(_ inputs: [Input]) -> [[Input]] {
    inputs.enumerated().reduce([[]]) { combinations, input in
      let values =
        input.element == .anything ? self.inputs(of: input.offset, expectedOnly: false) : [input.element]
      return combinations.flatMap { combination in values.map { combination + [$0] } }
    }
  }

  // ── as text ────────────────────────────────────────────────────────────────

  /// The cells of the rows as the policy writes them, with the row's number as the output.
  var lines: [String] {
    rows.enumerated().map { number, cells in
      (zip(kinds, cells).map { "\"\(Self.text($1, $0))\"" } + ["\(number + 1)"]).joined(separator: ", ")
    }
  }

  private static func text(_ cell: Cell, _ kind: Kind) -> String {
    switch cell {
    case .any: return "-"
    case .words(let words): return words.joined(separator: " | ")
    case .steps(let steps): return steps.map { kind.text(halves: 2 * $0) }.joined(separator: " | ")
    case .range(let low?, let included, nil, _): return (included ? ">= " : "> ") + kind.text(halves: 2 * low)
    case .range(nil, _, let high?, let included):
      return (included ? "<= " : "< ") + kind.text(halves: 2 * high)
    case .range(let low, let includesLow, let high, let includesHigh):
      return (includesLow ? "[" : "(") + kind.text(halves: 2 * (low ?? 0)) + ".."
        + kind.text(halves: 2 * (high ?? 0)) + (includesHigh ? "]" : ")")
    }
  }

  /// Reads an example such as `a = free, b = 1.5`; nil if it is not one.
  func example(_ text: String) -> [Input]? {
    let parts = text.components(separatedBy: ", ")
    guard parts.count == kinds.count else { return nil }
    var inputs: [Input] = []
    for (column, part) in parts.enumerated() {
      let name = "c\(column) = "
      guard part.hasPrefix(name) else { return nil }
      let value = String(part.dropFirst(name.count))
      if value == "-" {
        inputs.append(.anything)
      } else if kinds[column].ends.isEmpty {
        inputs.append(.word(value))
      } else {
        guard let place = kinds[column].halves(value) else { return nil }
        inputs.append(.place(place))
      }
    }
    return inputs
  }
}

/// Making tables.
extension SampleTable {
  /// A table of one to three columns: cells by chance, or a whole that was split again and again, with a flaw or none.
  init(_ generator: inout SeededGenerator) {
    kinds = (0..<Int.random(in: 1...3, using: &generator)).map { _ in
      Kind.allCases.randomElement(using: &generator) ?? .flag
    }
    rows = []
    if Int.random(in: 0..<4, using: &generator) == 0 {
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        rows.append(kinds.map { Self.cell($0, &generator) })
      }
      return
    }
    rows = [kinds.map { _ in .any }]
    for _ in 0..<Int.random(in: 0...5, using: &generator) { split(&generator) }
    rows.shuffle(using: &generator)
    if Bool.random(using: &generator) {
      let row = Int.random(in: rows.indices, using: &generator)
      let column = Int.random(in: kinds.indices, using: &generator)
      switch Int.random(in: 0..<3, using: &generator) {
      case 0 where rows.count > 1: rows.remove(at: row)
      case 1: rows[row][column] = .any
      default: rows[row][column] = Self.cell(kinds[column], &generator)
      }
    }
  }

  /// Cuts one row in two along one column.
  private mutating func split(_ generator: inout SeededGenerator) {
    let row = Int.random(in: rows.indices, using: &generator)
    let column = Int.random(in: kinds.indices, using: &generator)
    let kind = kinds[column]
    var (one, two) = (rows[row], rows[row])
    switch rows[row][column] {
    case .any where kind.ends.isEmpty, .words:
      var words = kind.words
      if case .words(let some) = rows[row][column] { words = some }
      guard words.count > 1 else { return }
      words.shuffle(using: &generator)
      let cut = Int.random(in: 1..<words.count, using: &generator)
      one[column] = .words(Array(words[..<cut]))
      two[column] = .words(Array(words[cut...]))
    case .any:
      guard let end = kind.ends.randomElement(using: &generator) else { return }
      let below = Bool.random(using: &generator)
      one[column] = .range(low: nil, includesLow: false, high: end, includesHigh: below)
      two[column] = .range(low: end, includesLow: !below, high: nil, includesHigh: false)
    case .range(let low, let includesLow, let high, let includesHigh):
      let ends = kind.ends.filter { end in (low.map { $0 < end } ?? true) && (high.map { end < $0 } ?? true) }
      guard let end = ends.randomElement(using: &generator) else { return }
      let below = Bool.random(using: &generator)
      one[column] = .range(low: low, includesLow: includesLow, high: end, includesHigh: below)
      two[column] = .range(low: end, includesLow: !below, high: high, includesHigh: includesHigh)
    case .steps: return
    }
    rows[row] = one
    rows.append(two)
  }

  private static func cell(_ kind: Kind, _ generator: inout SeededGenerator) -> Cell {
    if Int.random(in: 0..<6, using: &generator) == 0 { return .any }
    guard !kind.ends.isEmpty else {
      let words = kind.words.shuffled(using: &generator)
      return .words(Array(words.prefix(Int.random(in: 1...words.count, using: &generator))))
    }
    let ends = kind.ends.shuffled(using: &generator)
    let (low, high) = (min(ends[0], ends[1]), max(ends[0], ends[1]))
    let (a, b) = (Bool.random(using: &generator), Bool.random(using: &generator))
    if kind.isWhole, Int.random(in: 0..<3, using: &generator) == 0 {
      return .range(low: low, includesLow: a, high: low + 1, includesHigh: b)
    }
    switch Int.random(in: 0..<5, using: &generator) {
    case 0: return .steps(Array(ends.prefix(Int.random(in: 1...3, using: &generator))))
    case 1: return .range(low: low, includesLow: a, high: nil, includesHigh: false)
    case 2: return .range(low: nil, includesLow: false, high: high, includesHigh: b)
    case 3: return .range(low: low, includesLow: true, high: low, includesHigh: true)
    default: return .range(low: low, includesLow: a, high: high, includesHigh: b)
    }
  }
}
