extension FunctionLibrary {
  private static let hours = TypePattern.exact(.number(unit: "h"))

  static let windows: [Function] = [
    Function(
      "covered_hours",
      [
        .init([.windows], hours),
        .init([.windows, .exact(.timestamp), .exact(.timestamp)], hours),
        .init([.windows, .exact(.date), .exact(.date)], hours),
      ],
      ko: "구간(`from`, `to`)들이 덮는 시간 수입니다. 겹친 시간은 한 번만 셉니다. 시작과 끝을 주면 그 사이만 셉니다.",
      en:
        "Hours that windows (`from`, `to`) cover, overlaps counted once; only between two moments if they are given.",
      examples: [.init("covered_hours([])", "0")], lifting: .none
    ) { call in
      overWindows(call) { windows in
        guard call.arguments.count > 1 else { return span(Windows.covered(windows)) }
        guard let from = call.instant(call.arguments[1]), let to = call.instant(call.arguments[2]) else {
          return .unknown
        }
        return span(Windows.covered(windows, within: Window(from: from, to: to)))
      }
    },
    Function(
      "longest_hours", [.init([.windows], hours)], ko: "구간들이 끊이지 않고 이어진 가장 긴 시간 수입니다.",
      en: "The longest unbroken stretch that windows cover, in hours.",
      examples: [.init("longest_hours([])", "0")],
      lifting: .none
    ) { call in overWindows(call) { span(Windows.longest($0)) } },
    Function(
      "earliest", [.init([.windows], .exact(.timestamp))], ko: "구간들이 시작한 가장 이른 시각입니다.",
      en: "The earliest moment at which a window begins.", examples: [.init("earliest([])", "error")],
      lifting: .none
    ) { call in
      overWindows(call) { windows in
        Windows.earliest(windows).map(moment) ?? emptyList(call, "earliest")
      }
    },
    Function(
      "latest", [.init([.windows], .exact(.timestamp))], ko: "구간들이 끝난 가장 늦은 시각입니다.",
      en: "The latest moment at which a window ends.", examples: [.init("latest([])", "error")],
      lifting: .none
    ) { call in
      overWindows(call) { windows in
        Windows.latest(windows).map(moment) ?? emptyList(call, "latest")
      }
    },
    Function(
      "months_touched", [.init([.windows], .list(.exact(.date)))], ko: "구간들이 걸친 달의 첫날 목록입니다.",
      en: "The months that windows touch, each by its first day.",
      examples: [.init("months_touched([]).size()", "0")], lifting: .none
    ) { call in
      let mark = call.evaluation.log.count
      return overWindows(call) { windows in
        call.withCalendar { calendar in
          let months = Windows.monthsTouched(windows, utcOffset: calendar.utcOffset)
          guard !months.isOpen else { return .unknown }
          guard call.evaluation.charge(months.sure.count + months.possible.count) else {
            return call.evaluation.budgetError
          }
          let gaps = call.evaluation.partialFacts(since: mark)
          // In the order of the calendar, as exact windows would give them.
          let elements =
            months.sure.map { ListValue.Element(.date($0)) }
            + months.possible.map { ListValue.Element(.date($0), isCertain: false, grounds: gaps) }
          return .list(ListValue(elements.sorted { Value.order($0.value, $1.value) == .less }))
        }
      }
    },
  ]

  private static func overWindows(_ call: FunctionCall, _ body: ([Window]) -> Value) -> Value {
    switch call.windows(0) {
    case .elements(let windows): return body(windows)
    case .failed(let value): return value
    }
  }

  private static func span(_ span: PartialSpan) -> Value {
    Value.range(.number(span.low.hours), span.high.map { .number($0.hours) })
  }

  private static func moment(_ instant: PartialInstant) -> Value {
    Value.range(instant.low.map { .timestamp($0) }, instant.high.map { .timestamp($0) })
  }
}
