import Expressions

extension NaiveValue {
  /// -1, 0 or 1 as the first stands before, at or after the second; nil where values have no order.
  static func order(_ a: NaiveValue, _ b: NaiveValue) -> Int? {
    func sign<T: Comparable>(_ x: T, _ y: T) -> Int { x < y ? -1 : x == y ? 0 : 1 }
    switch (a.plain, b.plain) {
    case (.bool(let x), .bool(let y)): return sign(x ? 1 : 0, y ? 1 : 0)
    case (.number(let x), .number(let y)): return sign(x, y)
    case (.day(let x), .day(let y)): return sign(x.number, y.number)
    case (.moment(let x), .moment(let y)): return sign(x.nanoseconds, y.nanoseconds)
    case (.span(let x), .span(let y)): return sign(x.nanoseconds, y.nanoseconds)
    case (.text(let x), .text(let y)):
      let (x, y) = (x.unicodeScalars.map(\.value), y.unicodeScalars.map(\.value))
      return x == y ? 0 : x.lexicographicallyPrecedes(y) ? -1 : 1
    default: return nil
    }
  }

  /// What every reading of two values answers; nil if they differ, or one leaves it open.
  private static func overPoints(
    _ a: NaiveValue, _ b: NaiveValue, _ answer: (NaiveValue, NaiveValue) -> Bool?
  ) -> Bool? {
    var answers: Set<Bool> = []
    for x in a.points(against: [b]) {
      for y in b.points(against: [a]) {
        guard let answer = answer(x, y) else { return nil }
        answers.insert(answer)
      }
    }
    return answers.count == 1 ? answers.first : nil
  }

  /// `a < b` and its kin.
  static func compare(_ sign: SyntaxTree.Operator, _ a: NaiveValue, _ b: NaiveValue) -> NaiveValue {
    for x in a.points(against: [b]) {
      for y in b.points(against: [a]) where order(x, y) == nil { return .failed(.mistyped) }
    }
    let answer = overPoints(a, b) { x, y in
      guard let order = order(x, y) else { return nil }
      switch sign {
      case .less: return order < 0
      case .lessOrEqual: return order <= 0
      case .greater: return order > 0
      default: return order >= 0
      }
    }
    return answer.map { .bool($0) } ?? .unknown
  }

  /// `a == b`; nil where that is open.
  static func equal(_ a: NaiveValue, _ b: NaiveValue) -> Bool? {
    switch (a.plain, b.plain) {
    case (.unknown, _), (_, .unknown), (.failed, _), (_, .failed): return nil
    case (.oneOf, _), (_, .oneOf), (.between, _), (_, .between): return overPoints(a, b, equal)
    case (.list(let x), .list(let y)):
      guard x.isSure, y.isSure else { return nil }
      guard x.members.count == y.members.count else { return false }
      return all(zip(x.members, y.members).map { equal($0.value, $1.value) })
    case (.map(let x), .map(let y)):
      guard x.count == y.count else { return false }
      return all(
        x.map { entry in
          y.first { equal($0.key, entry.key) == true }.map { equal($0.value, entry.value) } ?? false
        })
    case (.element(let x), .element(let y)): return x.number == y.number
    case (.element(let record), .text(let key)), (.text(let key), .element(let record)):
      return record.key.map { $0.unicodeScalars.elementsEqual(key.unicodeScalars) }
    case (.row(let x), .row(let y)):
      guard x.map(\.name) == y.map(\.name) else { return false }
      return all(zip(x, y).map { equal($0.value, $1.value) })
    case (.neighbours(let a, let b), .neighbours(let x, let y)): return all([equal(a, x), equal(b, y)])
    case (.stretch(let x), .stretch(let y)): return x == y
    case (.null, .null): return true
    default: return order(a, b).map { $0 == 0 } ?? false
    }
  }

  private static func all(_ answers: [Bool?]) -> Bool? {
    if answers.contains(false) { return false }
    return answers.contains(nil) ? nil : true
  }

  /// `a in b`.
  static func contains(_ value: NaiveValue, in container: NaiveValue) -> NaiveValue {
    if case .map(let entries) = container {
      return .bool(entries.contains { equal($0.key, value) == true })
    }
    guard case .list(let list) = container else { return .failed(.mistyped) }
    let answers = value.readings.map { reading -> NaiveValue in
      let equalities = list.members.map { (answer: equal(reading, $0.value), isSure: $0.isSure) }
      if equalities.contains(where: { $0.answer == true && $0.isSure }) { return .bool(true) }
      // A member that could not be tested, and is the value for sure if it is one at all or has none.
      let isExact = value.readings.count == 1
      let failures = zip(list.members, equalities).map { member, equality -> NaiveFailure? in
        if case .failed = member.value { return member.failure }
        return isExact && equality.answer == true ? member.failure : nil
      }
      let isOpen = zip(failures, equalities).contains { $0 == nil && $1.answer != false }
      if !list.mayHoldMore, !isOpen, let failure = failures.lazy.compactMap({ $0 }).first {
        return .failed(failure)
      }
      return list.mayHoldMore || equalities.contains { $0.answer != false } ? .unknown : .bool(false)
    }
    return NaiveValue.decided(agreed(answers))
  }

  /// A condition's answer; unknown where readings differ.
  static func decided(_ value: NaiveValue) -> NaiveValue {
    switch value {
    case .bool, .unknown, .failed: value
    case .oneOf: .unknown
    default: .failed(.mistyped)
    }
  }
}
