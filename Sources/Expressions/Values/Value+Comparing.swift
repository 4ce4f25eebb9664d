extension Value {
  /// How two values of one ordered type stand to each other; nil where they have no order.
  static func order(_ a: Value, _ b: Value) -> Ordering? {
    switch (a, b) {
    case (.number(let x), .number(let y)): Ordering(x, y)
    case (.date(let x), .date(let y)): Ordering(x, y)
    case (.timestamp(let x), .timestamp(let y)): Ordering(x, y)
    case (.duration(let x), .duration(let y)): Ordering(x, y)
    case (.string(let x), .string(let y)): Ordering(Array(x.unicodeScalars), Array(y.unicodeScalars))
    case (.bool(let x), .bool(let y)): Ordering(x ? 1 : 0, y ? 1 : 0)
    default: nil
    }
  }

  /// Less, equal or greater.
  enum Ordering: Sendable {
    /// Where the first stands to the second.
    case less, equal, greater

    /// Two values of one type that is ordered.
    init<T: Comparable>(_ a: T, _ b: T) {
      self = a == b ? .equal : a < b ? .less : .greater
    }

    /// By scalars, so that texts sort the same everywhere.
    init(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) {
      for (x, y) in zip(a, b) where x != y {
        self = x < y ? .less : .greater
        return
      }
      self.init(a.count, b.count)
    }

    /// Whether two values that stand so meet a comparison.
    func satisfies(_ order: Term.Order) -> Bool {
      switch order {
      case .less: self == .less
      case .lessOrEqual: self != .greater
      case .greater: self == .greater
      case .greaterOrEqual: self != .less
      }
    }
  }

  /// Whether more than one reading of the value is possible.
  var isPartial: Bool {
    switch self {
    case .range, .either: true
    default: false
    }
  }

  /// The lowest and highest value it can be; nil ends are open. Exact values are their own bounds.
  var bounds: PartialRange {
    switch self {
    case .range(let range): range
    default: PartialRange(low: self, high: self)
    }
  }

  /// Every way to read the value: the alternatives of `either`, else itself.
  var readings: [Value] {
    if case .either(let alternatives) = self { return alternatives }
    return [self]
  }

  /// How many readings there are.
  var readingCount: Int {
    if case .either(let alternatives) = self { return alternatives.count }
    return 1
  }

  /// What a comparison gives, when every reading agrees.
  enum Decision: Sendable {
    /// The answer for every reading.
    case decided(Bool)
    /// The readings disagree.
    case open
    /// The values cannot be compared.
    case impossible
  }

  /// `a < b` and its kin over every reading.
  static func decide(_ order: Term.Order, _ a: Value, _ b: Value) -> Decision {
    if !a.isPartial, !b.isPartial {
      return Self.order(a, b).map { .decided($0.satisfies(order)) } ?? .impossible
    }
    // All readings agree just when the lowest and highest of both sides do.
    guard let x = hullBounds(of: a.readings), let y = hullBounds(of: b.readings) else { return .impossible }
    return decideBounds(order, x, y)
  }

  private static func decideBounds(_ order: Term.Order, _ a: PartialRange, _ b: PartialRange) -> Decision {
    switch order {
    case .greater: return decideBounds(.less, b, a)
    case .greaterOrEqual: return decideBounds(.lessOrEqual, b, a)
    case .less, .lessOrEqual:
      if let high = a.high, let low = b.low {
        guard let relation = Self.order(high, low) else { return .impossible }
        if relation.satisfies(order) { return .decided(true) }
      }
      if let low = a.low, let high = b.high {
        guard let relation = Self.order(low, high) else { return .impossible }
        if !relation.satisfies(order) { return .decided(false) }
      }
      return .open
    }
  }

  /// `a == b` over every reading; nil: the readings disagree or an unknown part leaves it open.
  package static func equal(_ a: Value, _ b: Value, in facts: Facts) -> Bool? {
    switch (a, b) {
    case (.unknown, _), (_, .unknown): return nil
    case (.either, _), (_, .either):
      guard a.readings.count <= readingLimit * readingLimit / max(b.readings.count, 1) else { return nil }
      let answers = a.readings.flatMap { x in b.readings.map { equal(x, $0, in: facts) } }
      guard let first = answers.first, answers.allSatisfy({ $0 == first }) else { return nil }
      return first
    case (.range, _), (_, .range):
      switch (decideBounds(.less, a.bounds, b.bounds), decideBounds(.greater, a.bounds, b.bounds)) {
      case (.decided(true), _), (_, .decided(true)): return false
      case (.decided(false), .decided(false)): return true
      default: return nil
      }
    case (.list(let x), .list(let y)): return equalLists(x, y, in: facts)
    case (.map(let x), .map(let y)): return equalMaps(x, y, in: facts)
    case (.record(let x), .record(let y)): return equalRecords(x, y, in: facts)
    case (.record(.fact(let record)), .string(let key)), (.string(let key), .record(.fact(let record))):
      return facts.key(ofRecord: record).map { $0 == key }
    case (.null, .null): return true
    case (.interval(let x), .interval(let y)): return x == y
    // Scalar by scalar, as texts are ordered: `==` of the standard library would take composed for decomposed.
    case (.string(let x), .string(let y)): return Texts.isSame(x, y)
    default: return order(a, b).map { $0 == .equal } ?? false
    }
  }

  private static func equalLists(_ a: ListValue, _ b: ListValue, in facts: Facts) -> Bool? {
    guard a.isCertain, b.isCertain else { return nil }
    guard a.elements.count == b.elements.count else { return false }
    return conjunction(zip(a.elements, b.elements).map { equal($0.value, $1.value, in: facts) })
  }

  private static func equalMaps(_ a: [MapEntry], _ b: [MapEntry], in facts: Facts) -> Bool? {
    guard a.count == b.count else { return false }
    return conjunction(
      a.map { entry in
        guard let other = b.first(where: { equal($0.key, entry.key, in: facts) == true }) else {
          return false
        }
        return equal(entry.value, other.value, in: facts)
      })
  }

  private static func equalRecords(_ a: RecordValue, _ b: RecordValue, in facts: Facts) -> Bool? {
    switch (a, b) {
    case (.fact(let x), .fact(let y)): return x == y
    case (.computed(let type, let x), .computed(let other, let y)):
      guard type == other else { return false }
      return conjunction(zip(x, y).map { equal($0, $1, in: facts) })
    default: return false
    }
  }

  private static func conjunction(_ answers: [Bool?]) -> Bool? {
    if answers.contains(false) { return false }
    return answers.contains(where: { $0 == nil }) ? nil : true
  }
}
