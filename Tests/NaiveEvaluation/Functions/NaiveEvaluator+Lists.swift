import Expressions

extension NaiveEvaluator {
  static let listFunctions: [String: NaiveFunction] = [
    "size": NaiveFunction { _, arguments in
      switch arguments[0] {
      case .text(let text): .number(Rational(text.unicodeScalars.count))
      case .map(let entries): .number(Rational(entries.count))
      default: count(arguments[0])
      }
    },
    "count": NaiveFunction { _, arguments in count(arguments[0]) },
    "sum": NaiveFunction { _, arguments in overValues(arguments[0], allowingPartial: true) { sum($0) } },
    "avg": NaiveFunction { _, arguments in
      overValues(arguments[0], allowingPartial: true) { values in
        values.isEmpty
          ? .failed(.empty) : NaiveValue.combine(.divide, sum(values), .number(Rational(values.count)))
      }
    },
    "min": NaiveFunction(.unknowns) { _, arguments in extreme(arguments, side: -1) },
    "max": NaiveFunction(.unknowns) { _, arguments in extreme(arguments, side: 1) },
    "distinct": NaiveFunction { _, arguments in
      overValues(arguments[0]) { values in
        var kept: [NaiveValue] = []
        for value in values where !kept.contains(where: { NaiveValue.equal($0, value) == true }) {
          kept.append(value)
        }
        return .list(NaiveList(values: kept))
      }
    },
    "percentile": NaiveFunction { _, arguments in
      overValues(arguments[0]) { values in
        guard case .number(let percent) = arguments[1], percent.sign >= 0, percent <= Rational(100) else {
          return .failed(.argument)
        }
        if values.isEmpty { return .failed(.empty) }
        let sorted = values.sorted { (NaiveValue.order($0, $1) ?? 0) < 0 }
        // The first value that at least so many percent of all do not exceed.
        return sorted.enumerated().first { place, _ in
          (try? Rational((place + 1) * 100).divided(by: Rational(sorted.count))).map { $0 >= percent }
            ?? false
        }?.element ?? .failed(.arithmetic)
      }
    },
    "join": NaiveFunction { _, arguments in
      overValues(arguments[0]) { values in
        var texts: [String] = []
        for value in values {
          guard case .text(let text) = value else { return .failed(.mistyped) }
          texts.append(text)
        }
        guard arguments.count > 1 else { return .text(texts.joined()) }
        guard case .text(let separator) = arguments[1] else { return .failed(.mistyped) }
        return .text(texts.joined(separator: separator))
      }
    },
    "pairs": NaiveFunction(.itself) { _, arguments in pairs(arguments[0]) },
    "overlap": NaiveFunction(.itself) { _, arguments in overlap(arguments[0], arguments[1]) },
    "not_in": NaiveFunction(.itself) { _, arguments in
      let answer = NaiveValue.contains(arguments[0], in: arguments[1])
      if case .bool(let answer) = answer { return .bool(!answer) }
      return answer
    },
    "covers": NaiveFunction(.itself) { _, arguments in
      let answers = [arguments[1], .text("all")].map { NaiveValue.contains($0, in: arguments[0]) }
      for case .bool(true) in answers { return .bool(true) }
      return answers.first(where: \.isUnknown) ?? answers[0]
    },
  ]

  private static func overValues(
    _ list: NaiveValue, allowingPartial: Bool = false, _ body: ([NaiveValue]) -> NaiveValue
  ) -> NaiveValue {
    guard case .list(let list) = list else { return .failed(.mistyped) }
    return list.values(allowingPartial: allowingPartial).map(body) ?? .unknown
  }

  private static func count(_ list: NaiveValue) -> NaiveValue {
    guard case .list(let list) = list else { return .failed(.mistyped) }
    return list.isSure ? .number(Rational(list.members.count)) : .unknown
  }

  private static func sum(_ values: [NaiveValue]) -> NaiveValue {
    var sum = NaiveValue.number(.zero)
    for value in values { sum = NaiveValue.combine(.add, sum, value) }
    return sum
  }

  // MARK: Extremes

  /// The least (-1) or greatest (1) of a list or of several values. Members that are unknown or doubtful can only
  /// move it one way: what is sure gives a bound.
  private static func extreme(_ arguments: [NaiveValue], side: Int) -> NaiveValue {
    if arguments.count > 1 {
      let known = arguments.filter { !$0.isUnknown }
      guard !known.isEmpty else { return .unknown }
      return bounded(extreme(of: known, side), side, isWhole: known.count == arguments.count)
    }
    if arguments[0].isUnknown { return .unknown }
    guard case .list(let list) = arguments[0] else { return .failed(.mistyped) }
    let known = list.members.filter { $0.isSure && !$0.value.isUnknown }.map(\.value.plain)
    guard !known.isEmpty else { return list.isSure && list.members.isEmpty ? .failed(.empty) : .unknown }
    return bounded(
      extreme(of: known, side), side, isWhole: list.isSure && known.count == list.members.count)
  }

  /// What is sure, as the result or, where there may be more, as its bound.
  private static func bounded(_ best: NaiveValue, _ side: Int, isWhole: Bool) -> NaiveValue {
    if isWhole { return best }
    switch best {
    case .unknown, .failed: return best
    default: break
    }
    let bounds = NaiveValue.hull(best.readings)
    return side < 0 ? NaiveValue.bounds(nil, bounds.high) : NaiveValue.bounds(bounds.low, nil)
  }

  private static func extreme(of values: [NaiveValue], _ side: Int) -> NaiveValue {
    var best = values[0]
    for value in values.dropFirst() {
      guard let combinations = NaiveValue.combinations(of: [best, value]) else { return .unknown }
      best = NaiveValue.agreed(combinations.map { extreme($0[0], $0[1], side) })
      if best.isUnknown { return .unknown }
    }
    return best
  }

  private static func extreme(_ a: NaiveValue, _ b: NaiveValue, _ side: Int) -> NaiveValue {
    /// The end that wins; an open end is beyond every other on its side.
    func end(_ x: NaiveValue?, _ y: NaiveValue?, openSide: Int) -> NaiveValue?? {
      guard let x, let y else { return openSide == side ? .some(nil) : .some(x ?? y) }
      guard let order = NaiveValue.order(x, y) else { return nil }
      return .some(order == side ? x : y)
    }
    guard let low = end(a.low, b.low, openSide: -1), let high = end(a.high, b.high, openSide: 1) else {
      return .failed(.mistyped)
    }
    return NaiveValue.bounds(low, high)
  }

  // MARK: Neighbours

  /// Every two members between which there may be no other; sure where there is none in any case.
  private static func pairs(_ list: NaiveValue) -> NaiveValue {
    guard case .list(let list) = list else { return .failed(.mistyped) }
    var pairs: [NaiveMember] = []
    for (first, before) in list.members.enumerated() {
      for (second, after) in list.members.enumerated() where second > first {
        let between = list.members[(first + 1)..<second]
        if between.contains(where: \.isSure) { continue }
        pairs.append(
          NaiveMember(
            value: .neighbours(before.value, after.value),
            isSure: before.isSure && after.isSure && between.isEmpty && !list.isScattered))
      }
    }
    return .list(NaiveList(pairs, mayHoldMore: list.mayHoldMore, isScattered: list.isScattered))
  }

  /// Whether some member of one list is in the other.
  private static func overlap(_ a: NaiveValue, _ b: NaiveValue) -> NaiveValue {
    guard case .list(let first) = a, case .list(let second) = b else { return .failed(.mistyped) }
    var isOpen = first.mayHoldMore && (second.mayHoldMore || !second.members.isEmpty)
    for member in first.members {
      let answer = member.value.isUnknown ? .unknown : NaiveValue.contains(member.value, in: b)
      switch answer {
      case .bool(true) where member.isSure: return .bool(true)
      case .bool(false): break
      case .failed: return answer
      default: isOpen = true
      }
    }
    return isOpen ? .unknown : .bool(false)
  }
}
