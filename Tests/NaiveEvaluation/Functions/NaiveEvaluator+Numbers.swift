import Expressions

extension NaiveEvaluator {
  static let numberFunctions: [String: NaiveFunction] = [
    "round_up": rounding { quotient in quotient.negated.floor.negated },
    "round_down": rounding { quotient in quotient.floor },
    "round_half_up": rounding { quotient in
      let size = try quotient.absolute.adding(half).floor
      return quotient.sign < 0 ? size.negated : size
    },
    "round_half_even": rounding { quotient in
      let below = quotient.floor
      let rest = try quotient.subtracting(below)
      let half = try half
      if rest != half { return rest < half ? below : try below.adding(.one) }
      return try below.remainder(dividingBy: Rational(2)) == .zero ? below : below.adding(.one)
    },
    "floor": NaiveFunction(.rising([true])) { _, arguments in
      arguments[0].asNumber.map { .number($0.floor) } ?? .failed(.mistyped)
    },
    "ceil": NaiveFunction(.rising([true])) { _, arguments in
      arguments[0].asNumber.map { .number($0.negated.floor.negated) } ?? .failed(.mistyped)
    },
    "abs": NaiveFunction(.itself) { _, arguments in
      NaiveValue.agreed(arguments[0].readings.map(absolute))
    },
    "percent": NaiveFunction(.itself) { _, arguments in
      NaiveValue.combine(
        .multiply, NaiveValue.combine(.divide, arguments[0], arguments[1]), .number(Rational(100)))
    },
    "percent_of": NaiveFunction(.ends) { _, arguments in
      NaiveValue.combine(
        .divide, NaiveValue.combine(.multiply, arguments[0], arguments[1]), .number(Rational(100)))
    },
  ]

  private static var half: Rational {
    get throws { try Rational(numerator: 1, denominator: 2) }
  }

  /// A multiple of a step (1 unless given) that a whole quotient picks.
  private static func rounding(
    _ whole: @escaping @Sendable (Rational) throws -> Rational
  ) -> NaiveFunction {
    NaiveFunction(.rising([true])) { _, arguments in
      guard let number = arguments[0].asNumber else { return .failed(.mistyped) }
      let step = arguments.count > 1 ? arguments[1].asNumber : .one
      guard let step else { return .failed(.mistyped) }
      guard step.sign > 0 else { return .failed(.argument) }
      do {
        return .number(try whole(number.divided(by: step)).multiplied(by: step))
      } catch {
        return .failed(.arithmetic)
      }
    }
  }

  /// A number's size; bounds on both sides of zero reach down to it.
  private static func absolute(_ value: NaiveValue) -> NaiveValue {
    switch value {
    case .unknown, .failed: return value
    case .number(let number): return .number(number.absolute)
    case .between(let low, let high):
      let ends = [low, high].map { $0?.asNumber }
      let reachesZero = (ends[0].map { $0.sign <= 0 } ?? true) && (ends[1].map { $0.sign >= 0 } ?? true)
      let sizes = ends.compactMap { $0?.absolute }
      let least = reachesZero ? Rational.zero : sizes.min()
      let greatest = sizes.count == 2 ? sizes.max() : nil
      return NaiveValue.bounds(least.map { .number($0) }, greatest.map { .number($0) })
    default: return .failed(.mistyped)
    }
  }
}
