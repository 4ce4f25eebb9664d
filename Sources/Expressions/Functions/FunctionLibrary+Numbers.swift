extension FunctionLibrary {
  static let numbers: [Function] =
    [
      rounding(
        "round_up", .up, ko: "단위의 배수로 올림합니다. 단위를 적지 않으면 1입니다.",
        en: "The next multiple of the step that is not smaller. The step is 1 unless given.",
        examples: [.init("round_up(606.94, 10)", "610"), .init("round_up(-0.5)", "0")]),
      rounding(
        "round_down", .down, ko: "단위의 배수로 내림합니다.", en: "The next multiple of the step that is not larger.",
        examples: [.init("round_down(609, 10)", "600"), .init("round_down(-0.5)", "-1")]),
      rounding(
        "round_half_up", .halfUp, ko: "단위의 배수로 반올림합니다. 정확히 가운데면 0에서 먼 쪽으로 갑니다.",
        en: "The nearest multiple of the step; a tie goes away from zero.",
        examples: [.init("round_half_up(2.5)", "3"), .init("round_half_up(-2.5)", "-3")]),
      rounding(
        "round_half_even", .halfEven, ko: "단위의 배수로 반올림합니다. 정확히 가운데면 짝수 배로 갑니다.",
        en: "The nearest multiple of the step; a tie goes to the even multiple.",
        examples: [.init("round_half_even(2.5)", "2"), .init("round_half_even(3.5)", "4")]),
      Function(
        "floor", [.init([.number("U")], .number("U"))], ko: "크지 않은 가장 가까운 정수입니다.",
        en: "The largest whole number that is not larger.",
        examples: [.init("floor(1.9)", "1"), .init("floor(-1.1)", "-2")], lifting: .rising([true])
      ) { call in call.number(0).map { .number($0.floor) } ?? call.mistyped },
      Function(
        "ceil", [.init([.number("U")], .number("U"))], ko: "작지 않은 가장 가까운 정수입니다.",
        en: "The smallest whole number that is not smaller.",
        examples: [.init("ceil(1.1)", "2"), .init("ceil(-1.9)", "-1")], lifting: .rising([true])
      ) { call in call.number(0).map { .number($0.ceiling) } ?? call.mistyped },
      Function(
        "abs", [.init([.number("U")], .number("U"))], ko: "절댓값입니다.",
        en: "The size of a number without its sign.",
        examples: [.init("abs(-3.5)", "3.5")], lifting: .none
      ) { call in absolute(call) },
      Function(
        "percent", [.init([.number("U"), .number("U")], .exact(.number(unit: "percent")))],
        ko: "전체에 대한 부분의 비율(%)입니다. 반올림하지 않습니다.",
        en: "What part of the whole the first number is, in percent, not rounded.",
        examples: [.init("percent(1, 8)", "12.5"), .init("percent(1, 0)", "error")], lifting: .none
      ) { call in
        guard !call.arguments.contains(where: \.isPartial) else {
          return Value.combine(
            .multiply, Value.combine(.divide, call.arguments[0], call.arguments[1]), .number(Rational(100)))
        }
        guard let part = call.number(0), let whole = call.number(1) else { return call.mistyped }
        return call.exact("percent") { () throws(ArithmeticFailure) in
          try part.divided(by: whole).multiplied(by: Rational(100))
        }
      },
      Function(
        "percent_of", [.init([.exact(.number(unit: "percent")), .number("U")], .number("U"))],
        ko: "어떤 수의 몇 퍼센트입니다.", en: "So many percent of a number.",
        examples: [.init("percent_of(20, 45000)", "9000")], lifting: .monotone
      ) { call in
        guard let rate = call.number(0), let base = call.number(1) else { return call.mistyped }
        return call.exact("percent_of") { () throws(ArithmeticFailure) in
          try base.multiplied(by: rate).divided(by: Rational(100))
        }
      },
    ]

  private static func rounding(
    _ name: String, _ rule: Rounding, ko: String, en: String, examples: [Function.Example]
  ) -> Function {
    Function(
      name,
      [
        .init([.number("U")], .number("U")),
        .init([.number("U"), .number("U")], .number("U")),
      ], ko: ko, en: en, examples: examples, lifting: .rising([true])
    ) { call in
      guard let number = call.number(0) else { return call.mistyped }
      guard call.arguments.count > 1 else { return .number(number.whole(rule)) }
      guard let step = call.number(1) else { return call.mistyped }
      return call.exact(name) { () throws(ArithmeticFailure) in try number.rounded(to: step, rule) }
    }
  }

  /// Falls below zero and rises above it, so bounds on both sides reach down to zero.
  private static func absolute(_ call: FunctionCall) -> Value {
    Value.overReadings(of: [call.arguments[0]]) { readings in
      switch readings[0] {
      case .number(let number): return .number(number.absolute)
      case .range(let range):
        guard case .number(let low)? = range.low, case .number(let high)? = range.high else {
          if case .number(let low)? = range.low, low.sign >= 0 { return readings[0] }
          if case .number(let high)? = range.high, high.sign <= 0 { return Value.negated(readings[0]) }
          return Value.range(.number(.zero), nil)
        }
        let ends = [low.absolute, high.absolute].sorted()
        let reachesZero = low.sign <= 0 && high.sign >= 0
        return Value.range(.number(reachesZero ? .zero : ends[0]), .number(ends[1]))
      case .unknown, .error: return readings[0]
      case .bool, .string, .date, .timestamp, .duration, .list, .record, .interval, .either, .null, .map:
        return call.mistyped
      }
    }
  }
}
