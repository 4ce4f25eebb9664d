import Expressions

extension NaiveValue {
  /// Every value that it may be, one by one; bounds stay as they are.
  var readings: [NaiveValue] {
    if case .oneOf(let readings) = self { return readings.flatMap(\.readings) }
    return [self]
  }

  /// Whether more than one value is possible.
  var isPartial: Bool {
    switch self {
    case .oneOf, .between: true
    default: false
    }
  }

  var isUnknown: Bool { if case .unknown = self { true } else { false } }

  /// The key in place of a reference.
  var plain: NaiveValue {
    if case .reference(let key, _) = self { return .text(key) }
    return self
  }

  /// The lower end; nil is open.
  var low: NaiveValue? {
    if case .between(let low, _) = self { return low }
    return self
  }

  /// The upper end; nil is open.
  var high: NaiveValue? {
    if case .between(_, let high) = self { return high }
    return self
  }

  /// More combinations than these are not followed one by one.
  static let combinationLimit = 64

  /// Every combination of the values' readings; nil where there are too many.
  static func combinations(of values: [NaiveValue]) -> [[NaiveValue]]? {
    var combinations: [[NaiveValue]] = [[]]
    for value in values {
      combinations = combinations.flatMap { combination in value.readings.map { combination + [$0] } }
      guard combinations.count <= combinationLimit else { return nil }
    }
    return combinations
  }

  /// What a computation comes to that gives these results, one for each reading of what it is made from.
  static func agreed(_ results: [NaiveValue]) -> NaiveValue {
    if results.count == 1 { return results[0] }
    let results = results.flatMap(\.readings)
    if results.contains(where: \.isUnknown) { return .unknown }
    let failures = results.filter { if case .failed = $0 { true } else { false } }
    if let failure = failures.first { return failures.count == results.count ? failure : .unknown }
    if Set(results.map(\.told)).count == 1 { return results[0] }
    // Which list it is cannot be told, and no operator goes through several.
    if results.contains(where: { if case .list = $0 { true } else { false } }) { return .unknown }
    if results.contains(where: { if case .between = $0 { true } else { false } }) { return hull(results) }
    var distinct: [NaiveValue] = []
    for result in results where !distinct.contains(where: { $0.told == result.told }) {
      distinct.append(result)
    }
    return .oneOf(distinct)
  }

  /// The smallest bounds that hold all these values.
  static func hull(_ values: [NaiveValue]) -> NaiveValue {
    bounds(extreme(values.map(\.low), -1), extreme(values.map(\.high), 1))
  }

  /// Bounds, or the value itself where they leave no other.
  static func bounds(_ low: NaiveValue?, _ high: NaiveValue?) -> NaiveValue {
    guard low != nil || high != nil else { return .unknown }
    if let low, let high, order(low, high) == 0 { return low }
    return .between(low, high)
  }

  /// The least (-1) or greatest (1) of some ends; open if one of them is.
  private static func extreme(_ ends: [NaiveValue?], _ side: Int) -> NaiveValue? {
    var best: NaiveValue?
    for end in ends {
      guard let end else { return nil }
      if let known = best, order(end, known) != side { continue }
      best = end
    }
    return best
  }

  // MARK: Points

  /// Values that stand for all that it may be, where it is compared with another: its ends, the other's, and
  /// what lies between them and beyond.
  func points(against others: [NaiveValue]) -> [NaiveValue] {
    if case .oneOf = self { return readings.flatMap { $0.points(against: others) } }
    guard case .between(let low, let high) = self else { return [self] }
    let ends = ([self] + others).flatMap(\.readings).flatMap { [$0.low, $0.high].compactMap(\.self) }
    var points = ends + ends.flatMap(\.neighbours)
    for (position, a) in ends.enumerated() {
      for b in ends[position...] { points += Self.middle(a, b) }
    }
    return points.filter { point in
      (low.map { (Self.order($0, point) ?? 1) <= 0 } ?? true)
        && (high.map { (Self.order(point, $0) ?? 1) <= 0 } ?? true)
    }
  }

  /// A value a little below and one a little above.
  private var neighbours: [NaiveValue] {
    switch self {
    case .number(let number):
      return [-1, 1].compactMap { (try? number.adding(Rational($0))).map { .number($0) } }
    case .day(let day): return [-1, 1].compactMap { day.advanced(byDays: $0) }.map { .day($0) }
    case .moment(let moment):
      return [-1, 1].compactMap { Instant(nanoseconds: moment.nanoseconds + $0) }.map { .moment($0) }
    case .span(let span): return [-1, 1].map { .span(TimeSpan(nanoseconds: span.nanoseconds + $0)) }
    default: return []
    }
  }

  private static func middle(_ a: NaiveValue, _ b: NaiveValue) -> [NaiveValue] {
    guard case .number(let x) = a, case .number(let y) = b else { return [] }
    return (try? x.adding(y).divided(by: Rational(2))).map { [.number($0)] } ?? []
  }
}
