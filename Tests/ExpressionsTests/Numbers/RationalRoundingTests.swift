import Expressions
import Testing

@Suite struct `Rounding to a step` {
  /// Quarters of a step, and the multiple of the step that each rule picks.
  static let table: [(quarters: Int, up: Int, down: Int, halfUp: Int, halfEven: Int)] = [
    (-14, -3, -4, -4, -4), (-13, -3, -4, -3, -3), (-12, -3, -3, -3, -3), (-11, -2, -3, -3, -3),
    (-10, -2, -3, -3, -2), (-9, -2, -3, -2, -2), (-8, -2, -2, -2, -2), (-7, -1, -2, -2, -2),
    (-6, -1, -2, -2, -2), (-5, -1, -2, -1, -1), (-4, -1, -1, -1, -1), (-3, 0, -1, -1, -1),
    (-2, 0, -1, -1, 0), (-1, 0, -1, 0, 0), (0, 0, 0, 0, 0), (1, 1, 0, 0, 0),
    (2, 1, 0, 1, 0), (3, 1, 0, 1, 1), (4, 1, 1, 1, 1), (5, 2, 1, 1, 1),
    (6, 2, 1, 2, 2), (7, 2, 1, 2, 2), (8, 2, 2, 2, 2), (9, 3, 2, 2, 2),
    (10, 3, 2, 3, 2), (11, 3, 2, 3, 3), (12, 3, 3, 3, 3), (13, 4, 3, 3, 3), (14, 4, 3, 4, 4),
  ]

  static let steps = [
    "1", "2", "3", "10", "100", "0.1", "0.25", "1/3", "7/11", "1000000000000", "9223372036854775807",
    "100000000000000000000000", "1/100000000000000000000000",
  ]

  @Test(arguments: steps)
  func `every rule, sign and half for a step`(_ text: String) throws {
    let step = try Rational.reading(text)
    // An even number of steps moves the table past 64 bits without changing which multiples are even.
    for shift in [Rational.zero, try Rational.reading("100000000000000000000000000000000000002")] {
      for sign in [1, -1] {
        for row in Self.table {
          let moved = sign > 0 ? shift : shift.negated
          let value = try Rational(numerator: row.quarters, denominator: 4).adding(moved).multiplied(by: step)
          for (rule, multiple) in [
            (Rounding.up, row.up), (.down, row.down), (.halfUp, row.halfUp), (.halfEven, row.halfEven),
          ] {
            // Halfway, a number that the shift moved across zero goes the other way.
            let isTie = row.quarters % 4 == 2 || row.quarters % 4 == -2
            let crossed = isTie && rule == .halfUp && moved.sign != 0 && (row.quarters < 0) != (sign < 0)
            let wanted = crossed ? multiple + (sign > 0 ? 1 : -1) : multiple
            let expected = try Rational(wanted).adding(moved).multiplied(by: step)
            #expect(
              try value.rounded(to: step, rule) == expected,
              "\(row.quarters)/4 + \(moved.fractionText) by \(text), \(rule.rawValue)")
          }
        }
      }
    }
  }

  @Test(arguments: ["0", "-1", "-1/2"])
  func `a step that is not positive is refused`(_ text: String) throws {
    let step = try Rational.reading(text)
    for rule in Rounding.allCases {
      #expect(throws: ArithmeticFailure.invalid) { try Rational.one.rounded(to: step, rule) }
    }
  }

  @Test(arguments: [("7/2", 3, 4), ("-7/2", -4, -3), ("3", 3, 3), ("-1/10", -1, 0), ("1/10", 0, 1)])
  func `floor and ceiling`(_ text: String, _ floor: Int, _ ceiling: Int) throws {
    let number = try Rational.reading(text)
    #expect(number.floor == Rational(floor))
    #expect(number.ceiling == Rational(ceiling))
  }

  @Test func `a fee for an outage is rounded up to ten won`() throws {
    let fee = try Rational(4900).divided(by: Rational(720)).multiplied(by: Rational(40)).multiplied(
      by: Rational(3))
    #expect(try fee.rounded(to: Rational(10), .up) == Rational(820))
    #expect(try fee.rounded(to: Rational(10), .down) == Rational(810))
  }
}
