import Diagnostics

extension FunctionLibrary {
  /// Functions of whole lists.
  static let lists: [Function] = [
    Function(
      "size", style: .both,
      [
        .init([.list(.any("T"))], .exact(.number(unit: nil))),
        .init([.exact(.string)], .exact(.number(unit: nil))),
        .init([.exact(.map(.dyn, .dyn))], .exact(.number(unit: nil))),
      ],
      manual: {
        Manual(
          .lists, ko: "목록의 항목 수, 글의 글자 수입니다.",
          en: "How many elements a list has, or how many characters a text.",
          parameters: [.init("list", ko: "목록 또는 글", en: "the list or text")],
          unknown: LocalizedText(
            ko: "목록이 적혀 있지 않거나, 더 있을 수 있거나(`incomplete`), 불확실한 항목이 있으면 모름입니다.",
            en: "Unknown where the list is not stated, may hold more (`incomplete`) or has a doubtful member."
          ),
          examples: [
            .init("size([1, 2, 3])", "3"), .init("'보상안'.size()", "3"),
            .init("awards.filter(a, a.count > 1).size()", "unknown"),
          ])
      }
    ) { call in
      switch call.arguments[0] {
      case .list: size(call)
      case .string(let text): .number(Rational(text.unicodeScalars.count))
      case .map(let entries): .number(Rational(entries.count))
      default: call.mistyped
      }
    },
    Function(
      "count", [.init([.list(.any("T"))], .exact(.number(unit: nil)))],
      manual: {
        Manual(
          .lists, ko: "목록의 항목 수입니다. `size`와 같습니다.", en: "How many elements a list has, as `size`.",
          parameters: [.init("list", ko: "목록", en: "the list")], unknown: partialMembers,
          examples: [.init("count(['a', 'b'])", "2"), .init("count(awards.filter(a, a.value > 9999))", "1")])
      }
    ) { call in size(call) },
    Function(
      "sum", [.init([.list(.number("U"))], .number("U"))],
      manual: {
        Manual(
          .lists, ko: "수의 합입니다. 빈 목록의 합은 0입니다.", en: "The sum of numbers; of none it is 0.",
          parameters: [.init("list", ko: "더할 수의 목록", en: "the numbers to add")], units: unitOfNumbers,
          unknown: LocalizedText(
            ko: "불확실한 항목이나 모르는 수가 하나라도 있으면 모름이고, 범위만 아는 수가 있으면 합도 범위입니다.",
            en: "Unknown where a member is doubtful or unknown; a sum with bounded numbers is bounded."),
          examples: [
            .init("sum([14918, 13195, 59082])", "87195"), .init("sum(awards.map(a, a.value))", "48000"),
            .init("sum([])", "0"), .init("sum(awards.map(a, a.count))", "unknown"),
          ])
      }
    ) { call in
      call.withMembers(0, allowingPartial: true) { values in
        values.reduce(.number(.zero)) { Value.combine(.add, $0, $1) }
      }
    },
    Function(
      "avg", [.init([.list(.number("U"))], .number("U"))],
      manual: {
        Manual(
          .lists, ko: "수의 평균입니다. 반올림하지 않습니다.", en: "The mean of numbers, not rounded.",
          parameters: [.init("list", ko: "수의 목록", en: "the numbers")], units: unitOfNumbers,
          errors: LocalizedText(ko: "빈 목록이면 오류입니다.", en: "An empty list."), unknown: partialMembers,
          examples: [
            .init("avg([1, 2])", "1.5"), .init("avg([1, 1, 2]) * 3", "4"), .init("avg([])", "error"),
          ])
      }
    ) { call in
      call.withMembers(0, allowingPartial: true) { values in
        guard !values.isEmpty else { return emptyList(call, "avg") }
        let sum = values.reduce(.number(.zero)) { Value.combine(.add, $0, $1) }
        return Value.combine(.divide, sum, .number(Rational(values.count)))
      }
    },
    extreme(
      "min", .less, ko: "가장 작은 수, 가장 이른 날짜입니다.", en: "The smallest number or the earliest date.",
      examples: [
        .init("min(3, 1, 2)", "1"), .init("min([5, 4])", "4"), .init("min(awards.map(a, a.value))", "3000"),
        .init("min([])", "error"),
      ]),
    extreme(
      "max", .greater, ko: "가장 큰 수, 가장 늦은 날짜입니다.", en: "The largest number or the latest date.",
      examples: [
        .init("max(3, 1, 2)", "3"),
        .init("max([date('2022-10-15'), date('2022-12-29')])", "date('2022-12-29')"),
        .init("max([])", "error"),
      ]),
    Function(
      "percentile", [.init([.list(.number("U")), .number("P")], .number("U"))],
      manual: {
        Manual(
          .lists, ko: "작은 것부터 세어 몇 퍼센트 자리에 있는 값입니다(최근접 순위).",
          en: "The value at a percentile, by nearest rank.",
          notes: LocalizedText(
            ko:
              "작은 것부터 늘어놓고, 항목 수 × 백분위 ÷ 100을 올림한 번째의 값입니다. 0이면 첫째 값입니다. 사이를 이어 셈하지 않으므로 결과는 늘 목록에 있는 값입니다.",
            en:
              "Sorted from the smallest, it is the value whose place is size × percent ÷ 100, rounded up; at 0 it is the first. "
              + "Nothing is interpolated: the result is always one of the numbers."),
          parameters: [
            .init("list", ko: "수의 목록", en: "the numbers"),
            .init("percent", ko: "0에서 100까지의 백분위", en: "from 0 to 100"),
          ], units: unitOfNumbers,
          errors: LocalizedText(
            ko: "빈 목록이거나 백분위가 0에서 100까지가 아니면 오류입니다.", en: "An empty list, or a percentile outside 0 to 100."),
          unknown: LocalizedText(
            ko: "불확실한 항목, 모르거나 범위만 아는 수가 하나라도 있으면 모름입니다.",
            en: "Unknown where a member is doubtful, unknown or only bounded."),
          examples: [
            .init("percentile([10, 20, 30, 40], 50)", "20"), .init("percentile([10, 20, 30, 40], 51)", "30"),
            .init("percentile([40, 10], 0)", "10"), .init("percentile([], 50)", "error"),
            .init("percentile([1], 101)", "error"),
          ])
      }
    ) { call in
      call.withMembers(0) { values in
        guard let percent = call.number(1), percent.sign >= 0, percent <= Rational(100) else {
          return call.invalid(ko: "백분위는 0에서 100까지입니다", en: "a percentile is a number from 0 to 100")
        }
        guard !values.isEmpty else { return emptyList(call, "percentile") }
        let sorted = values.sorted { Value.order($0, $1) == .less }
        return call.exactValue("percentile") { () throws(ArithmeticFailure) in
          let rank = try percent.multiplied(by: Rational(sorted.count)).divided(by: Rational(100)).ceiling
          return sorted[min(max((rank.int ?? 1) - 1, 0), sorted.count - 1)]
        }
      }
    },
    Function(
      "distinct", [.init([.list(.any("T"))], .list(.any("T")))],
      manual: {
        Manual(
          .lists, ko: "같은 항목을 한 번만 남긴 목록입니다. 먼저 나온 것이 남습니다.",
          en: "The list with equal elements only once, the first kept.",
          parameters: [.init("list", ko: "목록", en: "the list")], unknown: partialMembers,
          examples: [
            .init("distinct([1, 2, 1])", "[1, 2]"),
            .init("distinct(awards.map(a, a.group)).size() == awards.size()", "true"),
          ])
      }
    ) { call in distinct(call) },
    Function(
      "join", style: .both,
      [
        .init([.list(.exact(.string))], .exact(.string)),
        .init([.list(.exact(.string)), .exact(.string)], .exact(.string)),
      ],
      manual: {
        Manual(
          .lists, ko: "글들을 이어 붙인 글입니다.", en: "Texts put together.",
          parameters: [
            .init("list", ko: "글의 목록", en: "the texts"),
            .init("separator", ko: "사이에 넣을 글(적지 않으면 없음)", en: "the text between them; none unless given"),
          ], unknown: partialMembers,
          examples: [
            .init("join(['가', '나'], ', ')", "'가, 나'"), .init("['가', '나'].join()", "'가나'"),
            .init("[].join('-')", "''"),
          ])
      }
    ) { call in
      call.withMembers(0) { values in
        let separator = call.arguments.count > 1 ? call.text(1) : ""
        guard let separator else { return call.mistyped }
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
      "pairs", [.init([.list(.any("T"))], .list(.pair("T")))], lifting: .none,
      manual: {
        Manual(
          .lists, ko: "이웃한 두 항목씩의 목록입니다. `.before`는 앞, `.after`는 뒤 항목입니다.",
          en: "Each two neighbours of a list: `.before` and `.after`.",
          parameters: [.init("list", ko: "목록", en: "the list")],
          unknown: LocalizedText(
            ko: "불확실한 항목이 낀 쌍은 불확실합니다. 사이에 불확실한 항목이 있으면 그것을 건너뛴 쌍도 불확실하게 들어갑니다.",
            en:
              "A pair with a doubtful member is doubtful; where a doubtful member stands between two, that pair is there too, in doubt."
          ),
          examples: [
            .init("pairs([1, 2, 3]).map(x, x.after - x.before)", "[1, 1]"), .init("pairs([1]).size()", "0"),
            .init("pairs(tiers).all(x, x.before.pays < x.after.pays)", "true"),
          ])
      }
    ) { call in
      call.list(0).map { pairs(call, $0) } ?? call.mistyped
    },
  ]

  private static let unitOfNumbers = LocalizedText(
    ko: "수들은 단위가 같아야 하고, 결과의 단위도 그것입니다.", en: "The numbers have one unit, which the result has too.")
  private static let partialMembers = LocalizedText(
    ko: "불확실한 항목이나 모르는 값이 하나라도 있으면 모름입니다.", en: "Unknown where a member is doubtful or unknown.")

  private static func distinct(_ call: FunctionCall) -> Value {
    call.withMembers(0) { values in
      var kept: [Value] = []
      var seen: [Evaluation.JoinKey: [Int]] = [:]
      var others: [Int] = []
      for value in values {
        let key = Evaluation.JoinKey(value, in: call.evaluation.facts)
        // Equal keys may still be texts of different scalars.
        let rivals = key.map { seen[$0] ?? [] } ?? others
        guard call.evaluation.charge(key == nil ? rivals.count : 0) else {
          return call.evaluation.budgetError
        }
        guard !rivals.contains(where: { Value.equal(kept[$0], value, in: call.evaluation.facts) == true })
        else {
          continue
        }
        if let key { seen[key, default: []].append(kept.count) } else { others.append(kept.count) }
        kept.append(value)
      }
      return .list(ListValue(values: kept))
    }
  }

  private static func size(_ call: FunctionCall) -> Value {
    guard let list = call.list(0) else { return call.mistyped }
    guard call.evaluation.charge(1) else { return call.evaluation.budgetError }
    if let incomplete = list.incomplete { call.evaluation.log.append(.missing(incomplete, .incomplete)) }
    return list.isCertain ? .number(Rational(list.elements.count)) : .unknown
  }

  /// The error of a function that needs at least one element.
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
      ], lifting: .unknowns,
      manual: {
        Manual(
          .lists, ko: ko, en: en,
          parameters: [
            .init("list", ko: "목록 하나", en: "one list"),
            .init("a", ko: "또는 값 둘 이상", en: "or two or more values"),
            .init("b", ko: "둘째 값", en: "the second value"),
          ],
          forms: [["list"], ["a", "b"]],
          units: unitOfNumbers, errors: LocalizedText(ko: "빈 목록이면 오류입니다.", en: "An empty list."),
          unknown: LocalizedText(
            ko: "모르거나 불확실한 값은 결과를 한쪽으로만 움직일 수 있으므로, 아는 값들이 결과의 한도가 됩니다.",
            en:
              "An unknown or doubtful value can move the result one way only: the values that are known bound it."
          ),
          examples: examples)
      }
    ) { call in
      guard call.arguments.count == 1 else {
        return extreme(of: ListValue(values: call.arguments), order, call)
      }
      if call.arguments[0].isUnknown { return .unknown }
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
}
