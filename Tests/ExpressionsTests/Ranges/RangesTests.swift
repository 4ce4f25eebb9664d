import Expressions
import TestSupport
import Testing

@Suite struct `Gaps and overlaps of number ranges` {
  /// Reads `(0..300]`; a missing end is open without limit.
  static func interval(_ text: String) throws -> NumberInterval {
    let ends = text.dropFirst().dropLast().split(separator: "..", omittingEmptySubsequences: false).map(
      String.init)
    return NumberInterval(
      low: ends[0].isEmpty ? nil : try Rational.reading(ends[0]), includesLow: text.hasPrefix("["),
      high: ends[1].isEmpty ? nil : try Rational.reading(ends[1]), includesHigh: text.hasSuffix("]"))
  }

  static func text(_ intervals: [NumberInterval]) -> String {
    intervals.map { interval in
      (interval.includesLow ? "[" : "(") + (interval.low?.fractionText ?? "") + ".."
        + (interval.high?.fractionText ?? "") + (interval.includesHigh ? "]" : ")")
    }.joined(separator: " ")
  }

  @Test(arguments: [
    ("", "", ""),
    ("(0..300000] (300000..500000] (500000..)", "", ""),
    ("(500000..) (0..300000] (300000..500000]", "", ""),
    ("(0..300000] (300000..500000]", "", ""),  // nothing above the highest is a gap
    ("(0..300000] (300001..500000]", "(300000..300001]", ""),
    ("(0..300000] [300001..500000]", "(300000..300001)", ""),
    ("(0..300000) (300000..500000]", "[300000..300000]", ""),
    ("(0..300000] [300000..500000]", "", "[300000..300000]"),
    ("(0..400000] (300000..500000]", "", "(300000..400000]"),
    ("(0..) (300000..500000]", "", "(300000..500000]"),
    ("(..10] (5..)", "", "(5..10]"),
    ("(..10) (10..)", "[10..10]", ""),
    ("(..5] (..3]", "", "(..3]"),
    ("(0..10] (2..3] (5..6]", "", "(2..3] (5..6]"),
    ("(0..10] (2..3] (3..6] (6..7)", "", "(2..7)"),
    ("(0..10] (2..3) (3..6]", "", "(2..3) (3..6]"),
    ("(0..1] (5..6] (2..3]", "(1..2] (3..5]", ""),
    ("(0..1] (5..5] (7..6] (2..3]", "(1..2]", ""),  // empty ranges count for nothing
    ("[5..5] (5..6]", "", ""),
    ("(0..10] (0..10] (0..10]", "", "(0..10]"),
    ("[0..10] (0..10)", "", "(0..10)"),
    ("(0..1/3] (1/3..1/2]", "", ""),
  ])
  func `of tiers`(_ ranges: String, _ gaps: String, _ overlaps: String) throws {
    let intervals = try ranges.split(separator: " ").map { try Self.interval(String($0)) }
    #expect(Self.text(Ranges.gaps(intervals)) == gaps)
    #expect(Self.text(Ranges.overlaps(intervals)) == overlaps)
  }

  @Test(arguments: SeededGenerator.seeds)
  func `agree with testing number by number`(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for round in 0..<100 {
      let intervals = (0..<Int.random(in: 0...5, using: &generator)).map { _ in
        let ends = [Int.random(in: 0...8, using: &generator), Int.random(in: 0...8, using: &generator)]
        return NumberInterval(
          low: Int.random(in: 0..<8, using: &generator) == 0 ? nil : Rational(ends[0]),
          includesLow: Bool.random(using: &generator),
          high: Int.random(in: 0..<8, using: &generator) == 0 ? nil : Rational(ends[1]),
          includesHigh: Bool.random(using: &generator))
      }
      let place = "\(SeededGenerator.again(seed)), round \(round): \(Self.text(intervals))"
      // Halves from below every end to above every end decide, since all ends are whole.
      let samples = try (-2...18).map { try Rational(numerator: $0, denominator: 2) }
      let counts = samples.map { sample in intervals.count { Self.contains($0, sample) } }
      let first = counts.firstIndex { $0 > 0 } ?? samples.count
      let last = counts.lastIndex { $0 > 0 } ?? -1
      for (index, sample) in samples.enumerated() {
        let isGap = counts[index] == 0 && index > first && index < last
        #expect(
          Ranges.gaps(intervals).contains { Self.contains($0, sample) } == isGap,
          "\(sample.fractionText), \(place)")
        #expect(
          Ranges.overlaps(intervals).contains { Self.contains($0, sample) } == (counts[index] > 1),
          "\(sample.fractionText), \(place)")
      }
      #expect(Ranges.overlaps(Ranges.overlaps(intervals)).isEmpty, "\(place)")
    }
  }

  static func contains(_ interval: NumberInterval, _ number: Rational) -> Bool {
    let isAbove = interval.low.map { $0 < number || (interval.includesLow && $0 == number) } ?? true
    let isBelow = interval.high.map { number < $0 || (interval.includesHigh && $0 == number) } ?? true
    return isAbove && isBelow
  }
}
