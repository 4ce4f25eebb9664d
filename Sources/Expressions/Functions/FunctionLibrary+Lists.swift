extension FunctionLibrary {
  static let lists: [Function] = [
    Function(
      "size", style: .both,
      [
        .init([.list(.any("T"))], .exact(.number(unit: nil))),
        .init([.exact(.string)], .exact(.number(unit: nil))),
        .init([.exact(.map(.dyn, .dyn))], .exact(.number(unit: nil))),
      ], ko: "목록의 항목 수, 글의 글자 수입니다.", en: "How many elements a list has, or how many characters a text.",
      examples: [.init("size([1, 2, 3])", "3"), .init("'보상안'.size()", "3")]
    ) { call in
      switch call.arguments[0] {
      case .list: size(call)
      case .string(let text): .number(Rational(text.unicodeScalars.count))
      case .map(let entries): .number(Rational(entries.count))
      default: call.mistyped
      }
    },
    Function(
      "count", [.init([.list(.any("T"))], .exact(.number(unit: nil)))], ko: "목록의 항목 수입니다.",
      en: "How many elements a list has.", examples: [.init("count(['a', 'b'])", "2")]
    ) { call in size(call) },
    Function(
      "sum", [.init([.list(.number("U"))], .number("U"))], ko: "수의 합입니다. 빈 목록의 합은 0입니다.",
      en: "The sum of numbers; of none it is 0.",
      examples: [.init("sum([14918, 13195, 59082])", "87195"), .init("sum([])", "0")]
    ) { call in
      call.withMembers(0, allowingPartial: true) { values in
        values.reduce(.number(.zero)) { Value.combine(.add, $0, $1) }
      }
    },
    Function(
      "avg", [.init([.list(.number("U"))], .number("U"))], ko: "수의 평균입니다. 반올림하지 않습니다.",
      en: "The mean of numbers, not rounded.",
      examples: [.init("avg([1, 2])", "1.5"), .init("avg([])", "error")]
    ) { call in
      call.withMembers(0, allowingPartial: true) { values in
        guard !values.isEmpty else { return emptyList(call, "avg") }
        let sum = values.reduce(.number(.zero)) { Value.combine(.add, $0, $1) }
        return Value.combine(.divide, sum, .number(Rational(values.count)))
      }
    },
    extreme(
      "min", .less, ko: "가장 작은 수, 가장 이른 날짜입니다. 목록 하나 또는 값 둘 이상을 씁니다.",
      en: "The smallest number or the earliest date of a list, or of two or more values.",
      examples: [.init("min(3, 1, 2)", "1"), .init("min([5, 4])", "4"), .init("min([])", "error")]),
    extreme(
      "max", .greater, ko: "가장 큰 수, 가장 늦은 날짜입니다. 목록 하나 또는 값 둘 이상을 씁니다.",
      en: "The largest number or the latest date of a list, or of two or more values.",
      examples: [.init("max(3, 1, 2)", "3"), .init("max([5, 4])", "5")]),
    Function(
      "distinct", [.init([.list(.any("T"))], .list(.any("T")))], ko: "같은 항목을 한 번만 남긴 목록입니다.",
      en: "The list with equal elements only once, the first kept.",
      examples: [.init("distinct([1, 2, 1])", "[1, 2]")]
    ) { call in
      call.withMembers(0) { values in
        var kept: [Value] = []
        var seen: Set<Evaluation.JoinKey> = []
        for value in values {
          if let key = Evaluation.JoinKey(value, in: call.evaluation.facts) {
            if seen.insert(key).inserted { kept.append(value) }
          } else {
            guard call.evaluation.charge(kept.count) else { return call.evaluation.budgetError }
            if !kept.contains(where: { Value.equal($0, value, in: call.evaluation.facts) == true }) {
              kept.append(value)
            }
          }
        }
        return .list(ListValue(values: kept))
      }
    },
    Function(
      "percentile", [.init([.list(.number("U")), .number("P")], .number("U"))],
      ko: "작은 것부터 세어 몇 퍼센트 자리에 있는 값입니다(최근접 순위).", en: "The value at a percentile, by nearest rank.",
      examples: [.init("percentile([10, 20, 30, 40], 50)", "20"), .init("percentile([], 50)", "error")]
    ) { call in
      call.withMembers(0) { values in
        guard let percent = call.number(1), percent.sign >= 0, percent <= Rational(100) else {
          return call.invalid(ko: "백분위는 0에서 100까지입니다", en: "a percentile is a number from 0 to 100")
        }
        guard !values.isEmpty else { return emptyList(call, "percentile") }
        let sorted = values.sorted { Value.order($0, $1) == .less }
        let rank = try? percent.multiplied(by: Rational(sorted.count)).divided(by: Rational(100)).ceiling.int
        return sorted[max((rank ?? 1) - 1, 0)]
      }
    },
    Function(
      "join", style: .both,
      [
        .init([.list(.exact(.string))], .exact(.string)),
        .init([.list(.exact(.string)), .exact(.string)], .exact(.string)),
      ], ko: "글들을 이어 붙입니다. 둘째 인수는 사이에 넣을 글입니다.",
      en: "Texts put together, with the second argument between them.",
      examples: [.init("join(['가', '나'], ', ')", "'가, 나'"), .init("[].join('-')", "''")]
    ) { call in
      call.withMembers(0) { values in
        let separator = call.arguments.count > 1 ? call.text(1) ?? "" : ""
        var texts: [String] = []
        var size = 0
        for value in values {
          guard case .string(let text) = value else { return call.mistyped }
          size += text.utf8.count + separator.utf8.count
          guard size <= Value.textLimit else { return .error(Value.tooLong) }
          texts.append(text)
        }
        guard call.evaluation.charge(size / 64) else { return call.evaluation.budgetError }
        return .string(texts.joined(separator: separator))
      }
    },
    Function(
      "pairs", [.init([.list(.any("T"))], .list(.pair("T")))],
      ko: "이웃한 두 항목씩의 목록입니다. `.before`는 앞, `.after`는 뒤 항목입니다.",
      en: "Each two neighbours of a list: `.before` and `.after`.",
      examples: [
        .init("pairs([1, 2, 3]).map(x, x.after - x.before)", "[1, 1]"), .init("pairs([1]).size()", "0"),
      ],
      lifting: .none
    ) { call in
      call.list(0).map { pairs(call, $0) } ?? call.mistyped
    },
    Function(
      "overlap", [.init([.list(.any("T")), .list(.any("T"))], .exact(.bool))],
      ko: "두 목록에 같은 항목이 있는지입니다.", en: "Whether two lists share an element.",
      examples: [.init("overlap(['a', 'b'], ['b'])", "true"), .init("overlap([1], [])", "false")],
      lifting: .none
    ) { call in overlap(call) },
    Function(
      "not_in", [.init([.any("T"), .list(.any("T"))], .exact(.bool))], ko: "목록에 없는지입니다.",
      en: "Whether a list does not hold a value.",
      examples: [.init("not_in('c', ['a', 'b'])", "true"), .init("not_in(1, [1])", "false")], lifting: .none
    ) { call in
      switch membership(of: call.arguments[0], in: call.arguments[1], call) {
      case .bool(let answer): .bool(!answer)
      case let other: other
      }
    },
    Function(
      "covers", [.init([.list(.any("R")), .exact(.string)], .exact(.bool))],
      ko: "대상 목록이 그 항목을 가리키거나 `all`(전체)인지입니다.",
      en: "Whether a list of references holds an id, or `all`.",
      examples: [.init("covers(['all'], 'talk')", "true"), .init("covers(['pay'], 'talk')", "false")],
      lifting: .none
    ) { call in
      let direct = membership(of: call.arguments[1], in: call.arguments[0], call)
      switch direct {
      case .bool(false), .unknown: break
      default: return direct
      }
      let whole = membership(of: .string("all"), in: call.arguments[0], call)
      guard direct.isUnknown, case .bool(false) = whole else { return whole }
      return .unknown
    },
  ]

  private static func size(_ call: FunctionCall) -> Value {
    guard let list = call.list(0) else { return call.mistyped }
    guard call.evaluation.charge(1) else { return call.evaluation.budgetError }
    if let incomplete = list.incomplete { call.evaluation.log.append(.missing(incomplete, .incomplete)) }
    return list.isCertain ? .number(Rational(list.elements.count)) : .unknown
  }

  static func emptyList(_ call: FunctionCall, _ name: String) -> Value {
    .error(
      EvaluationError(
        .emptyList, ko: "`\(name)`에 빈 목록이 주어졌습니다", en: "`\(name)` of an empty list", range: call.range))
  }

  private static func extreme(
    _ name: String, _ order: Term.Order, ko: String, en: String, examples: [Function.Example]
  ) -> Function {
    Function(
      name,
      [
        .init([.list(.ordered("T"))], .ordered("T")),
        .init([.ordered("T"), .ordered("T")], variadic: true, .ordered("T")),
      ], ko: ko, en: en, examples: examples, lifting: .none
    ) { call in
      guard call.arguments.count == 1 else { return pick(call.arguments, order, call) }
      guard let list = call.list(0) else { return call.mistyped }
      guard call.evaluation.charge(list.elements.count) else { return call.evaluation.budgetError }
      if list.isCertain, list.elements.isEmpty { return emptyList(call, name) }
      return extreme(of: list, order, call)
    }
  }

  /// The extreme of a list. Members that are unknown, may or may not belong to it, or are not named can only move it
  /// one way: the extreme of the others is its bound.
  private static func extreme(of list: ListValue, _ order: Term.Order, _ call: FunctionCall) -> Value {
    if let incomplete = list.incomplete { call.evaluation.log.append(.missing(incomplete, .incomplete)) }
    let known = list.elements.filter { $0.isCertain && !$0.value.isUnknown }.map(\.value)
    guard !known.isEmpty else { return .unknown }
    let best = pick(known, order, call)
    guard !list.isCertain || known.count < list.elements.count else { return best }
    switch best {
    case .unknown, .error: return best
    default: break
    }
    guard let bound = Value.hullBounds(of: best.readings) else { return call.mistyped }
    return order == .less ? Value.range(nil, bound.high) : Value.range(bound.low, nil)
  }

  /// The extreme of exact and bounded values: its bounds are the extremes of their bounds.
  private static func pick(_ values: [Value], _ order: Term.Order, _ call: FunctionCall) -> Value {
    var best = values[0]
    for value in values.dropFirst() {
      best = Value.overReadings(of: [best, value]) { extreme($0[0].bounds, $0[1].bounds, order, call) }
      // Too many readings to follow one by one.
      if best.isUnknown { return .unknown }
    }
    return best
  }

  private static func extreme(
    _ a: PartialRange, _ b: PartialRange, _ order: Term.Order, _ call: FunctionCall
  ) -> Value {
    func better(_ x: Value?, _ y: Value?, openWins: Bool) -> Value?? {
      guard let x, let y else { return openWins ? .some(nil) : .some(x ?? y) }
      guard let relation = Value.order(x, y) else { return nil }
      return .some(relation.satisfies(order) ? x : y)
    }
    guard let low = better(a.low, b.low, openWins: order == .less),
      let high = better(a.high, b.high, openWins: order == .greater)
    else { return call.mistyped }
    return Value.range(low, high)
  }

  /// Elements between which nothing surely stands: each pair is doubtful where one of them is, or one between.
  private static func pairs(_ call: FunctionCall, _ list: ListValue) -> Value {
    guard call.evaluation.charge(list.elements.count) else { return call.evaluation.budgetError }
    // Put together from lists one of which may hold more, it does not say which elements are neighbours.
    let isOrdered = list.incomplete == nil || list.origin != nil
    var pairs: [ListValue.Element] = []
    for (position, before) in list.elements.enumerated() {
      var between: [Ground] = []
      var isCertain = before.isCertain && isOrdered
      for after in list.elements[(position + 1)...] {
        guard call.evaluation.charge(1) else { return call.evaluation.budgetError }
        pairs.append(
          ListValue.Element(
            .list(ListValue(values: [before.value, after.value])), isCertain: isCertain && after.isCertain,
            grounds: Evaluation.distinct(before.grounds + between + after.grounds)))
        if after.isCertain { break }
        between += after.grounds
        isCertain = false
      }
    }
    return .list(ListValue(pairs, incomplete: list.incomplete, origin: list.origin))
  }

  /// `value in list` with doubt about members and values.
  static func membership(of value: Value, in container: Value, _ call: FunctionCall) -> Value {
    if value.isUnknown { return .unknown }
    guard case .list(let list) = container else { return call.mistyped }
    guard call.evaluation.charge(list.elements.count) else { return call.evaluation.budgetError }
    var isOpen = false
    for element in list.elements {
      switch Value.equal(value, element.value, in: call.evaluation.facts) {
      case true? where element.isCertain: return .bool(true)
      case false?: continue
      case true?, nil: isOpen = true
      }
    }
    if let incomplete = list.incomplete {
      call.evaluation.log.append(.missing(incomplete, .incomplete))
      isOpen = true
    }
    return isOpen ? .unknown : .bool(false)
  }

  private static func overlap(_ call: FunctionCall) -> Value {
    guard case .list(let list) = call.arguments[0], case .list = call.arguments[1] else {
      return call.mistyped
    }
    var isOpen = false
    for element in list.elements {
      switch membership(of: element.value, in: call.arguments[1], call) {
      case .bool(true):
        if element.isCertain { return .bool(true) }
        isOpen = true
      case .bool: break
      case .unknown: isOpen = true
      case let other: return other
      }
    }
    if let incomplete = list.incomplete, case .list(let other) = call.arguments[1],
      !other.elements.isEmpty || other.incomplete != nil
    {
      call.evaluation.log.append(.missing(incomplete, .incomplete))
      isOpen = true
    }
    return isOpen ? .unknown : .bool(false)
  }
}
