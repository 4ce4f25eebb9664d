extension ValueType {
  /// Why two types have no common type.
  enum Mismatch: Error, Equatable {
    case types
    /// Numbers of two units.
    case units(String, String)
  }

  /// The type that values of both types have: a bare number takes the other's unit, choices and references are
  /// text.
  func joined(with other: ValueType) throws(Mismatch) -> ValueType {
    switch (self, other) {
    case _ where self == other: return self
    // An empty list's elements, or a value of a conformance row.
    case (.dyn, _): return other
    case (_, .dyn): return self
    case (.number(let a), .number(let b)): return .number(unit: try Self.joinedUnit(a, b))
    case (.interval(let a), .interval(let b)): return .interval(unit: try Self.joinedUnit(a, b))
    case (.list(let a), .list(let b)): return .list(try a.joined(with: b))
    case (.pair(let a), .pair(let b)): return .pair(try a.joined(with: b))
    case (.map(let a, let x), .map(let b, let y)):
      return .map(try a.joined(with: b), try x.joined(with: y))
    case _ where isText && other.isText: return .string
    default: throw .types
    }
  }

  /// The one unit of two numbers; a bare number takes the other's.
  static func joinedUnit(_ a: String?, _ b: String?) throws(Mismatch) -> String? {
    guard let a else { return b }
    guard let b, a != b else { return a }
    throw .units(a, b)
  }

  /// Whether a value of this type can stand where the other is asked for. A bare number can stand for one of any
  /// unit, and where a bare number is asked for any number can stand.
  func fits(_ wanted: ValueType) -> Bool {
    switch (self, wanted) {
    case _ where self == wanted: true
    case (.dyn, _), (_, .dyn): true
    case (.number(let a), .number(let b)): a == nil || b == nil
    case (.interval(let a), .interval(let b)): a == nil || b == nil
    case (.choice, .string), (.reference, .string): true
    case (.list(let a), .list(let b)): a.fits(b)
    case (.pair(let a), .pair(let b)): a.fits(b)
    case (.map(let a, let x), .map(let b, let y)): a.fits(b) && x.fits(y)
    default: false
    }
  }
}
