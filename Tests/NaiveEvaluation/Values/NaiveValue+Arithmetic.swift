import Expressions

extension NaiveValue {
  /// `a + b` and its kin.
  static func combine(_ sign: SyntaxTree.Operator, _ a: NaiveValue, _ b: NaiveValue) -> NaiveValue {
    if a.isUnknown || b.isUnknown { return .unknown }
    if case .failed = a { return a }
    if case .failed = b { return b }
    guard let combinations = combinations(of: [a, b]) else { return .unknown }
    return agreed(
      combinations.map { pair in
        pair.contains(where: \.isPartial) ? overBounds(sign, pair[0], pair[1]) : exact(sign, pair[0], pair[1])
      })
  }

  /// Bounds of what two values give of which at least one has bounds.
  private static func overBounds(_ sign: SyntaxTree.Operator, _ a: NaiveValue, _ b: NaiveValue) -> NaiveValue
  {
    func end(_ x: NaiveValue?, _ y: NaiveValue?) -> NaiveValue? {
      x.flatMap { x in y.map { exact(sign, x, $0) } }
    }
    switch sign {
    case .add: return betweenEnds(end(a.low, b.low), end(a.high, b.high))
    case .subtract: return betweenEnds(end(a.low, b.high), end(a.high, b.low))
    case .multiply, .divide: return scaled(sign, a, b)
    default: return .unknown
    }
  }

  /// Products and quotients have their extremes where both sides have theirs, unless a divisor may be zero.
  private static func scaled(_ sign: SyntaxTree.Operator, _ a: NaiveValue, _ b: NaiveValue) -> NaiveValue {
    if sign == .divide {
      guard case .number(let low)? = b.low, case .number(let high)? = b.high else { return .unknown }
      if low.sign == 0, high.sign == 0 { return .failed(.arithmetic) }
      guard low.sign == high.sign else { return .unknown }
    }
    let ends = [(a.low, b.low), (a.low, b.high), (a.high, b.low), (a.high, b.high)]
    var corners: [NaiveValue] = []
    for case (let x?, let y?) in ends { corners.append(exact(sign, x, y)) }
    if corners.contains(where: { if case .failed = $0 { true } else { false } }) { return .unknown }
    if corners.count == ends.count { return hull(corners) }
    // One side is open: times or over a number, the other end moves with the number's sign.
    guard let (partial, factor) = a.isPartial ? b.asNumber.map({ (a, $0) }) : a.asNumber.map({ (b, $0) })
    else { return .unknown }
    if sign == .divide, !a.isPartial { return .unknown }
    if factor.sign == 0 { return .number(.zero) }
    let isLowKnown = (partial.low != nil) == (factor.sign > 0)
    return isLowKnown ? bounds(corners.first, nil) : bounds(nil, corners.first)
  }

  var asNumber: Rational? { if case .number(let number) = self { number } else { nil } }

  /// Bounds between two ends; unknown where one cannot be computed.
  static func betweenEnds(_ low: NaiveValue?, _ high: NaiveValue?) -> NaiveValue {
    for case .failed? in [low, high] { return .unknown }
    return bounds(low, high)
  }

  /// `-a`.
  static func negated(_ value: NaiveValue) -> NaiveValue {
    switch value {
    case .unknown, .failed: return value
    case .number(let number): return .number(number.negated)
    case .span(let span):
      let negative = TimeSpan(nanoseconds: -span.nanoseconds)
      return TimeSpan.zero.adding(negative).map { .span($0) } ?? .failed(.arithmetic)
    case .oneOf(let readings): return agreed(readings.map(negated))
    case .between(let low, let high): return betweenEnds(high.map(negated), low.map(negated))
    default: return .failed(.mistyped)
    }
  }

  /// The operator on two plain values.
  static func exact(_ sign: SyntaxTree.Operator, _ a: NaiveValue, _ b: NaiveValue) -> NaiveValue {
    switch (sign, a.plain, b.plain) {
    case (_, .number(let x), .number(let y)): return exact(sign, x, y)
    case (.add, .text(let x), .text(let y)): return .text(x + y)
    case (.add, .list(let x), .list(let y)):
      let mayHoldMore = x.mayHoldMore || y.mayHoldMore
      return .list(
        NaiveList(x.members + y.members, mayHoldMore: mayHoldMore, isScattered: mayHoldMore))
    case (.add, .moment(let x), .span(let y)), (.add, .span(let y), .moment(let x)):
      return x.adding(y).map { .moment($0) } ?? .failed(.arithmetic)
    case (.add, .span(let x), .span(let y)): return x.adding(y).map { .span($0) } ?? .failed(.arithmetic)
    case (.subtract, .moment(let x), .moment(let y)): return .span(x.since(y))
    case (.subtract, .moment(let x), .span(let y)):
      return x.subtracting(y).map { .moment($0) } ?? .failed(.arithmetic)
    case (.subtract, .span(let x), .span(let y)):
      return x.subtracting(y).map { .span($0) } ?? .failed(.arithmetic)
    default: return .failed(.mistyped)
    }
  }

  private static func exact(_ sign: SyntaxTree.Operator, _ x: Rational, _ y: Rational) -> NaiveValue {
    do {
      switch sign {
      case .add: return .number(try x.adding(y))
      case .subtract: return .number(try x.subtracting(y))
      case .multiply: return .number(try x.multiplied(by: y))
      case .divide: return .number(try x.divided(by: y))
      case .remainder: return try remainder(x, y)
      default: return .failed(.mistyped)
      }
    } catch { return .failed(.arithmetic) }
  }

  /// What is left after dividing whole numbers, with the sign of the first.
  private static func remainder(_ x: Rational, _ y: Rational) throws -> NaiveValue {
    guard x.isWhole, y.isWhole, y.sign != 0 else { return .failed(.arithmetic) }
    let times = try x.divided(by: y)
    let whole = times.sign < 0 ? times.ceiling : times.floor
    return .number(try x.subtracting(whole.multiplied(by: y)))
  }
}
