import Diagnostics

extension FunctionLibrary {
  /// Functions of numbers.
  static let numbers: [Function] =
    [
      rounding(
        "round_up", .up, ko: "올림한 수입니다: 그보다 작지 않은 가장 가까운 배수.",
        en: "The next multiple of the step that is not smaller.",
        examples: [
          .init("round_up(606.94, 10)", "610"), .init("round_up(610, 10)", "610"),
          .init("round_up(-0.5)", "0"),
          .init("round_up(1, 0)", "error"),
        ]),
      rounding(
        "round_down", .down, ko: "내림한 수입니다: 그보다 크지 않은 가장 가까운 배수.",
        en: "The next multiple of the step that is not larger.",
        examples: [.init("round_down(609, 10)", "600"), .init("round_down(-0.5)", "-1")]),
      rounding(
        "round_half_up", .halfUp, ko: "반올림한 수입니다. 정확히 가운데면 0에서 먼 쪽으로 갑니다.",
        en: "The nearest multiple of the step; a tie goes away from zero.",
        examples: [
          .init("round_half_up(2.5)", "3"), .init("round_half_up(-2.5)", "-3"),
          .init("round_half_up(7549.5, 1)", "7550"),
        ]),
      rounding(
        "round_half_even", .halfEven, ko: "반올림한 수입니다. 정확히 가운데면 짝수 배로 갑니다.",
        en: "The nearest multiple of the step; a tie goes to the even multiple.",
        examples: [
          .init("round_half_even(2.5)", "2"), .init("round_half_even(3.5)", "4"),
          .init("round_half_even(15, 10)", "20"),
        ]),
      whole(
        "floor", ko: "내림한 정수입니다: 그보다 크지 않은 가장 큰 정수.", en: "The largest whole number that is not larger.",
        examples: [.init("floor(1.9)", "1"), .init("floor(-1.1)", "-2")]
      ) { $0.floor },
      whole(
        "ceil", ko: "올림한 정수입니다: 그보다 작지 않은 가장 작은 정수.", en: "The smallest whole number that is not smaller.",
        examples: [.init("ceil(1.1)", "2"), .init("ceil(-1.9)", "-1")]
      ) { $0.ceiling },
      Function(
        "abs", [.init([.number("U")], .number("U"))], lifting: .none,
        manual: {
          Manual(
            .numbers, ko: "절댓값입니다: 부호를 뗀 크기.", en: "The size of a number without its sign.",
            parameters: [.init("x", ko: "수", en: "the number")], units: sameUnit,
            unknown: LocalizedText(
              ko: "범위만 아는 수의 결과는 범위입니다.", en: "Of a number with bounds only, the bounds of its size."),
            examples: [.init("abs(-3.5)", "3.5"), .init("abs(3.5)", "3.5")])
        }
      ) { call in absolute(call) },
      Function(
        "percent", [.init([.number("U"), .number("U")], .exact(.number(unit: "percent")))], lifting: .none,
        manual: {
          Manual(
            .numbers, ko: "전체에 대한 부분의 비율(%)입니다. 반올림하지 않습니다.",
            en: "What part of the whole a number is, in percent, not rounded.",
            parameters: [
              .init("part", ko: "부분", en: "the part"), .init("whole", ko: "전체", en: "the whole"),
            ],
            units: LocalizedText(
              ko: "두 수의 단위가 같아야 합니다. 결과의 단위는 `percent`이며, 곱하거나 나눌 수 없습니다.",
              en: "Both numbers have one unit. The result is a `percent`, which is not multiplied or divided."
            ),
            errors: LocalizedText(ko: "전체가 0이면 오류입니다.", en: "A whole of 0."), unknown: bounds,
            examples: [
              .init("percent(1, 8)", "12.5"), .init("percent(45000, 3000) > 100", "true"),
              .init("percent(1, 0)", "error"),
            ])
        }
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
        lifting: .monotone,
        manual: {
          Manual(
            .numbers, ko: "어떤 수의 몇 퍼센트입니다. 반올림하지 않습니다.", en: "So many percent of a number, not rounded.",
            parameters: [
              .init("rate", ko: "비율(%)", en: "the rate, in percent"), .init("x", ko: "수", en: "the number"),
            ],
            units: LocalizedText(
              ko: "비율은 `percent`이거나 단위 없는 수이고, 결과의 단위는 둘째 수의 단위입니다.",
              en: "The rate is a `percent` or a bare number; the result has the unit of the number."),
            unknown: bounds,
            examples: [
              .init("percent_of(20, 45000)", "9000"), .init("percent_of(percent(1, 8), 80)", "10"),
            ])
        }
      ) { call in
        guard let rate = call.number(0), let base = call.number(1) else { return call.mistyped }
        return call.exact("percent_of") { () throws(ArithmeticFailure) in
          try base.multiplied(by: rate).divided(by: Rational(100))
        }
      },
    ]

  private static let sameUnit = LocalizedText(
    ko: "결과의 단위는 수의 단위입니다.", en: "The result has the number's unit.")
  private static let bounds = LocalizedText(
    ko: "범위만 아는 수가 있으면 결과도 범위입니다.", en: "With numbers of which only bounds are known, the result is bounded.")

  private static func rounding(
    _ name: String, _ rule: Rounding, ko: String, en: String, examples: [Function.Example]
  ) -> Function {
    Function(
      name,
      [
        .init([.number("U")], .number("U")),
        .init([.number("U"), .number("U")], .number("U")),
      ], lifting: .rising([true]),
      manual: {
        Manual(
          .numbers, ko: ko, en: en,
          parameters: [
            .init("x", ko: "수", en: "the number"),
            .init(
              "step", ko: "배수의 단위(적지 않으면 1). 예: 10원 단위는 10",
              en: "what it becomes a multiple of; 1 unless given"),
          ],
          units: LocalizedText(
            ko: "배수의 단위는 수와 같은 단위이거나 단위 없는 수이고, 결과의 단위는 수의 단위입니다.",
            en: "The step has the number's unit or none; so has the result."),
          errors: LocalizedText(ko: "배수의 단위가 0이거나 음수이면 오류입니다.", en: "A step of 0 or less."),
          unknown: LocalizedText(
            ko: "범위만 아는 수의 결과는 범위입니다.", en: "Of a number with bounds only, the bounds are rounded."),
          examples: examples)
      }
    ) { call in
      guard let number = call.number(0) else { return call.mistyped }
      guard call.arguments.count > 1 else { return .number(number.whole(rule)) }
      guard let step = call.number(1) else { return call.mistyped }
      return call.exact(name) { () throws(ArithmeticFailure) in try number.rounded(to: step, rule) }
    }
  }

  private static func whole(
    _ name: String, ko: String, en: String, examples: [Function.Example],
    _ body: @escaping @Sendable (Rational) -> Rational
  ) -> Function {
    Function(
      name, [.init([.number("U")], .number("U"))], lifting: .rising([true]),
      manual: {
        Manual(
          .numbers, ko: ko, en: en, parameters: [.init("x", ko: "수", en: "the number")], units: sameUnit,
          unknown: LocalizedText(
            ko: "범위만 아는 수의 결과는 범위입니다.", en: "Of a number with bounds only, the bounds are rounded."),
          examples: examples)
      }
    ) { call in call.number(0).map { .number(body($0)) } ?? call.mistyped }
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
