import Diagnostics

extension Value {
  /// The most readings that are followed one by one; beyond it a result is open.
  static let readingLimit = 64
  /// The most bytes of UTF-8 that a text may come to.
  static let textLimit = 1 << 24
  /// The most elements that lists put together may come to.
  static let listLimit = 1 << 22

  /// `a ∘ b` for exact and partial values. `unknown` where an operand is, or where bounds leave it open.
  static func combine(_ operation: Term.Arithmetic, _ a: Value, _ b: Value) -> Value {
    switch (a, b) {
    case (.error(let error), _) where error.kind == .limit: return a
    case (_, .error(let error)) where error.kind == .limit: return b
    case (.unknown, _), (_, .unknown): return .unknown
    case (.error, _): return a
    case (_, .error): return b
    case (.either, _), (_, .either), (.range, _), (_, .range):
      return overReadings(of: [a, b]) { combineBounds(operation, $0[0], $0[1]) }
    default: return combineExact(operation, a, b)
    }
  }

  /// `-value`.
  static func negated(_ value: Value) -> Value {
    switch value {
    case .number(let x): .number(x.negated)
    case .duration: combineExact(.subtract, .duration(.zero), value)
    case .range(let bounds): negated(bounds)
    case .either(let readings): alternatives(readings.map(negated))
    case .unknown, .error: value
    default: .error(noOverload("-"))
    }
  }

  private static func negated(_ bounds: PartialRange) -> Value {
    let low = bounds.high.map { negated($0) }
    let high = bounds.low.map { negated($0) }
    for end in [low, high] {
      if case .error = end { return .unknown }
    }
    return range(low, high)
  }

  /// Applies `body` to every combination of readings and joins what comes out: one value if all agree.
  static func overReadings(of values: [Value], _ body: ([Value]) -> Value) -> Value {
    var combinations: [[Value]] = [[]]
    for value in values {
      let readings = value.readings
      guard readings.count <= readingLimit / combinations.count else { return .unknown }
      combinations = combinations.flatMap { combination in readings.map { combination + [$0] } }
    }
    return alternatives(combinations.map(body))
  }

  /// `either` of the results, each once; a single one stands for itself.
  static func alternatives(_ results: [Value]) -> Value {
    guard results.count > 1 else { return results.first ?? .unknown }
    let results = results.flatMap(\.readings)
    if let failed = failure(among: results) { return failed }
    if results.contains(where: { if case .range = $0 { true } else { false } }) { return hull(results) }
    var distinct: [Value] = []
    for result in results where !distinct.contains(where: { isSame($0, result) }) { distinct.append(result) }
    guard distinct.count > 1 else { return distinct[0] }
    // Nothing goes through several lists, one for each reading.
    let isOfLists = distinct.contains { if case .list = $0 { true } else { false } }
    return isOfLists ? .unknown : .either(distinct)
  }

  /// The smallest range that holds all the results.
  static func hull(_ results: [Value]) -> Value {
    let results = results.flatMap(\.readings)
    if let failed = failure(among: results) { return failed }
    guard let bounds = hullBounds(of: results) else { return .unknown }
    return range(bounds.low, bounds.high)
  }

  /// What the readings' results come to where one of them has no value: a limit is never absorbed, an error is one
  /// only if every reading gives one.
  private static func failure(among results: [Value]) -> Value? {
    var isUnknown = false
    var errors = 0
    for result in results {
      switch result {
      case .unknown: isUnknown = true
      case .error(let error):
        if error.kind == .limit { return result }
        errors += 1
      default: break
      }
    }
    if isUnknown { return .unknown }
    guard errors > 0 else { return nil }
    return errors == results.count ? results[0] : .unknown
  }

  /// The lowest and highest of values of one ordered type; nil if they have no order.
  static func hullBounds(of values: [Value]) -> PartialRange? {
    guard var hull = values.first?.bounds else { return nil }
    for value in values.dropFirst() {
      let bounds = value.bounds
      guard let low = pick(hull.low, bounds.low, .less), let high = pick(hull.high, bounds.high, .greater)
      else { return nil }
      hull = PartialRange(low: low, high: high)
    }
    return hull
  }

  /// A range, or the value itself where both ends are the same; unknown where both are open.
  static func range(_ low: Value?, _ high: Value?) -> Value {
    guard low != nil || high != nil else { return .unknown }
    if let low, let high, isSame(low, high) { return low }
    return .range(PartialRange(low: low, high: high))
  }

  /// The better of two ends, open if one is; nil if they have no order.
  private static func pick(_ a: Value?, _ b: Value?, _ wanted: Term.Order) -> Value?? {
    guard let a, let b else { return .some(nil) }
    guard let relation = order(a, b) else { return nil }
    return relation.satisfies(wanted) ? a : b
  }

  private static func isSame(_ a: Value, _ b: Value) -> Bool {
    switch (a, b) {
    case (.list(let x), .list(let y)):
      x === y
        || x.isCertain && y.isCertain && x.elements.count == y.elements.count
          && zip(x.elements, y.elements).allSatisfy { isSame($0.value, $1.value) }
    case (.record(.fact(let x)), .record(.fact(let y))): x == y
    case (.null, .null): true
    default: order(a, b) == .equal
    }
  }

  private static func combineBounds(_ operation: Term.Arithmetic, _ a: Value, _ b: Value) -> Value {
    guard a.isPartial || b.isPartial else { return combineExact(operation, a, b) }
    let (x, y) = (a.bounds, b.bounds)
    switch operation {
    case .add:
      return ends(x.low, y.low, x.high, y.high) { combineExact(.add, $0, $1) }
    case .subtract:
      return ends(x.low, y.high, x.high, y.low) { combineExact(.subtract, $0, $1) }
    case .multiply:
      return a.isPartial && b.isPartial ? corners(.multiply, x, y) : scaled(.multiply, a, b)
    case .divide:
      guard let low = y.low, let high = y.high, let sign = commonSign(low, high) else { return .unknown }
      guard sign != 0 else { return combineExact(.divide, x.low ?? .number(.zero), .number(.zero)) }
      return b.isPartial ? corners(.divide, x, y) : scaled(.divide, a, b)
    case .remainder:
      return .unknown
    }
  }

  /// Both ends of a result; an end that is open stays open.
  private static func ends(
    _ a: Value?, _ b: Value?, _ c: Value?, _ d: Value?, _ body: (Value, Value) -> Value
  ) -> Value {
    let low = a.flatMap { a in b.map { body(a, $0) } }
    let high = c.flatMap { c in d.map { body(c, $0) } }
    for end in [low, high] {
      if case .error = end { return .unknown }
    }
    return range(low, high)
  }

  /// A range times or over an exact number: a negative one swaps the ends.
  private static func scaled(_ operation: Term.Arithmetic, _ a: Value, _ b: Value) -> Value {
    let (partial, exact) = a.isPartial ? (a, b) : (b, a)
    guard case .number(let factor) = exact else { return .unknown }
    let bounds = partial.bounds
    let apply = { (end: Value) in combineExact(operation, end, exact) }
    let low = bounds.low.map(apply)
    let high = bounds.high.map(apply)
    for end in [low, high] {
      if case .error = end { return .unknown }
    }
    if factor.sign == 0 { return .number(.zero) }
    return factor.sign > 0 ? range(low, high) : range(high, low)
  }

  private static func corners(_ operation: Term.Arithmetic, _ x: PartialRange, _ y: PartialRange) -> Value {
    guard let a = x.low, let b = x.high, let c = y.low, let d = y.high else { return .unknown }
    return hull([(a, c), (a, d), (b, c), (b, d)].map { combineExact(operation, $0, $1) })
  }

  /// The sign that both numbers have; nil if they differ or one only is zero.
  private static func commonSign(_ a: Value, _ b: Value) -> Int? {
    guard case .number(let x) = a, case .number(let y) = b, x.sign == y.sign else { return nil }
    return x.sign
  }

  private static func combineExact(_ operation: Term.Arithmetic, _ a: Value, _ b: Value) -> Value {
    do throws(ArithmeticFailure) {
      switch (operation, a, b) {
      case (.add, .number(let x), .number(let y)): return .number(try x.adding(y))
      case (.subtract, .number(let x), .number(let y)): return .number(try x.subtracting(y))
      case (.multiply, .number(let x), .number(let y)): return .number(try x.multiplied(by: y))
      case (.divide, .number(let x), .number(let y)): return .number(try x.divided(by: y))
      case (.remainder, .number(let x), .number(let y)): return .number(try x.remainder(dividingBy: y))
      case (.add, .string(let x), .string(let y)):
        guard x.utf8.count <= textLimit - min(y.utf8.count, textLimit) else { return .error(tooLong) }
        return .string(x + y)
      case (.add, .list(let x), .list(let y)):
        guard x.elements.count <= listLimit - min(y.elements.count, listLimit) else { return .error(tooLong) }
        return .list(ListValue(x.elements + y.elements, incomplete: x.incomplete ?? y.incomplete))
      case (.add, .timestamp(let x), .duration(let y)), (.add, .duration(let y), .timestamp(let x)):
        return .timestamp(try inRange(x.adding(y)))
      case (.add, .duration(let x), .duration(let y)): return .duration(try inRange(x.adding(y)))
      case (.subtract, .timestamp(let x), .timestamp(let y)): return .duration(x.since(y))
      case (.subtract, .timestamp(let x), .duration(let y)): return .timestamp(try inRange(x.subtracting(y)))
      case (.subtract, .duration(let x), .duration(let y)): return .duration(try inRange(x.subtracting(y)))
      default: return .error(noOverload(operation.rawValue))
      }
    } catch {
      switch a {
      case .timestamp, .duration: return .error(outOfYears(operation))
      default: return .error(EvaluationError(error, operation: operation.rawValue))
      }
    }
  }

  /// A moment or length of time past what can be told.
  private static func outOfYears(_ operation: Term.Arithmetic) -> EvaluationError {
    EvaluationError(
      .overflow, ko: "`\(operation.rawValue)`의 결과가 1년부터 9999년까지의 시각이나 그 사이의 시간 길이가 아닙니다",
      en: "the result of `\(operation.rawValue)` is no moment of the years 1 to 9999, or longer than they are"
    )
  }

  /// A time within the years that can be told.
  private static func inRange<T>(_ time: T?) throws(ArithmeticFailure) -> T {
    guard let time else { throw .overflow }
    return time
  }

  /// A text or list that would grow past its limit.
  static var tooLong: EvaluationError {
    EvaluationError(
      .limit, ko: "이어 붙인 글(한도 \(textLimit)바이트)이나 목록(한도 \(listLimit)개)이 너무 깁니다",
      en:
        "the text (at most \(textLimit) bytes) or list (at most \(listLimit) elements) that was put together is too long"
    )
  }

  /// The error of an operator that is not declared for the values it met.
  static func noOverload(_ name: String) -> EvaluationError {
    EvaluationError(
      .noSuchOverload, ko: "`\(name)`을(를) 이 종류의 값에 쓸 수 없습니다",
      en: "`\(name)` does not take values of these types")
  }
}

extension EvaluationError {
  /// What went wrong in exact arithmetic, naming the operation.
  init(_ failure: ArithmeticFailure, operation: String) {
    switch failure {
    case .divisionByZero:
      self.init(.divisionByZero, ko: "`\(operation)`에서 0으로 나누었습니다", en: "division by zero in `\(operation)`")
    case .overflow:
      self.init(
        .overflow, ko: "`\(operation)`의 결과가 4,096비트를 넘습니다",
        en: "the result of `\(operation)` needs more than 4,096 bits")
    case .invalid:
      self.init(
        .invalidArgument, ko: "`\(operation)`에 쓸 수 없는 수입니다", en: "`\(operation)` cannot take this number")
    }
  }
}
