import Diagnostics
import Expressions
import Policies
import Testing

@testable import Auditing

/// Comparing values part by part.
@Suite struct DifferenceTests {
  private struct Pair {
    var text: String
    var numbers: [Int]
    var names: [String: Int] = [:]
    var kinds: Set<Int> = []
    var maybe: Int?
  }

  private enum Shape {
    case none, round(Int), square(side: Int)
  }

  @Test func `values of the same parts are the same`() {
    let pair = Pair(text: "a", numbers: [1, 2], names: ["x": 1, "y": 2], kinds: [3, 4], maybe: 5)
    #expect(Difference.between(pair, pair) == nil)
    #expect(Difference.between(Shape.round(1), Shape.round(1)) == nil)
    #expect(Difference.between([Shape.none], [Shape.none]) == nil)
  }

  @Test func `each kind of difference is found and named`() {
    let pair = Pair(text: "a", numbers: [1, 2], names: ["x": 1, "y": 2], kinds: [3, 4], maybe: 5)
    func found(_ change: (inout Pair) -> Void) -> String? {
      var other = pair
      change(&other)
      return Difference.between(pair, other)
    }
    #expect(found { $0.text = "b" } == ".text: a and b")
    #expect(found { $0.numbers[1] = 3 } == ".numbers.1: 2 and 3")
    #expect(found { $0.numbers.append(3) } == ".numbers: 2 and 3 parts")
    #expect(found { $0.names["y"] = 3 } == ".names[y]: 2 and 3")
    #expect(found { $0.names["z"] = 3 } == ".names: other members")
    #expect(found { $0.kinds = [3] } == ".kinds: other members")
    #expect(found { $0.maybe = nil } != nil)
    #expect(found { $0.maybe = 6 } != nil)
    #expect(Difference.between(Shape.round(1), Shape.square(side: 1)) != nil)
    #expect(Difference.between(Shape.none, Shape.round(1)) != nil)
    #expect(Difference.between(1, "1") != nil)
  }

  @Test func `terms, texts in both languages and numbers are looked into`() {
    let term = Term.and(.root(slot: 1), .not(.root(slot: 2)))
    #expect(Difference.between(term, term) == nil)
    #expect(Difference.between(term, Term.and(.root(slot: 1), .not(.root(slot: 3)))) != nil)
    #expect(Difference.between(LocalizedText(ko: "가", en: "a"), LocalizedText(ko: "가", en: "b")) != nil)
    #expect(Difference.between(Rational(1), Rational(2)) != nil)
    #expect(Difference.between(Period(from: Day(iso: "2022-01-01")), Period()) != nil)
  }
}
