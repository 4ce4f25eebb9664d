import Diagnostics

extension FunctionLibrary {
  private static let hours = TypePattern.exact(.number(unit: "h"))

  /// Functions of windows of time.
  static let windows: [Function] = [
    Function(
      "covered_hours",
      [
        .init([.windows], hours),
        .init([.windows, .exact(.timestamp), .exact(.timestamp)], hours),
        .init([.windows, .exact(.date), .exact(.date)], hours),
      ], lifting: .none,
      manual: {
        Manual(
          .windows, ko: "구간들이 덮는 시간 수입니다. 겹친 시간은 한 번만 셉니다.",
          en: "Hours that windows cover, overlaps counted once.",
          parameters: [
            windowList,
            .init("from", ko: "이때부터의 시간만 셉니다", en: "only time from this moment or date on counts"),
            .init(
              "to", ko: "이때까지의 시간만 셉니다(날짜는 그날의 처음까지)",
              en: "and only up to this one, a date up to its first moment"),
          ], units: hoursUnit, unknown: openWindows,
          examples: [
            .init("covered_hours(outages)", "5"),
            .init("covered_hours(outages, date('2022-11-01'), date('2022-12-01'))", "1"),
            .init("covered_hours([])", "0"),
          ])
      }
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
      "longest_hours", [.init([.windows], hours)], lifting: .none,
      manual: {
        Manual(
          .windows, ko: "구간들이 끊이지 않고 이어진 가장 긴 시간 수입니다.",
          en: "The longest unbroken stretch that windows cover, in hours.",
          notes: LocalizedText(
            ko: "한 구간이 끝나는 때에 다른 구간이 시작하면 이어진 것입니다.",
            en: "A window that begins where another ends continues it."),
          parameters: [windowList], units: hoursUnit, unknown: openWindows,
          examples: [.init("longest_hours(outages)", "4"), .init("longest_hours([])", "0")])
      }
    ) { call in overWindows(call) { span(Windows.longest($0)) } },
    Function(
      "earliest", [.init([.windows], .exact(.timestamp))], lifting: .none,
      manual: {
        Manual(
          .windows, ko: "구간들이 시작한 가장 이른 시각입니다.", en: "The earliest moment at which a window begins.",
          parameters: [windowList], errors: LocalizedText(ko: "빈 목록이면 오류입니다.", en: "An empty list."),
          unknown: openWindows,
          examples: [
            .init("earliest(outages)", "timestamp('2022-10-15T15:30:00+09:00')"),
            .init("earliest([])", "error"),
          ])
      }
    ) { call in
      overWindows(call) { windows in
        Windows.earliest(windows).map(moment) ?? emptyList(call, "earliest")
      }
    },
    Function(
      "latest", [.init([.windows], .exact(.timestamp))], lifting: .none,
      manual: {
        Manual(
          .windows, ko: "구간들이 끝난 가장 늦은 시각입니다.", en: "The latest moment at which a window ends.",
          parameters: [windowList], errors: LocalizedText(ko: "빈 목록이면 오류입니다.", en: "An empty list."),
          unknown: openWindows,
          examples: [
            .init("latest(outages)", "timestamp('2022-11-01T01:00:00+09:00')"), .init("latest([])", "error"),
          ])
      }
    ) { call in
      overWindows(call) { windows in
        Windows.latest(windows).map(moment) ?? emptyList(call, "latest")
      }
    },
    Function(
      "months_touched", [.init([.windows], .list(.exact(.date)))], lifting: .none,
      manual: {
        Manual(
          .windows, ko: "구간들이 걸친 달의 목록입니다. 달은 그 첫날로 적고, 이른 것부터 한 번씩 나옵니다.",
          en: "The months that windows touch, each by its first day, once and in order.",
          notes: LocalizedText(
            ko: "달은 기준 달력의 시간대로 나눕니다.", en: "Months begin at midnight of the calendar's time zone."),
          parameters: [windowList], errors: noCalendar,
          unknown: LocalizedText(
            ko: "끝의 범위만 알면 걸쳤을지 모르는 달은 불확실한 항목이고, 한쪽이 아주 열려 있으면 모름입니다.",
            en: "Months that bounded ends may touch are doubtful members; unknown where an end is open."),
          examples: [
            .init("months_touched(outages)", "[date('2022-10-01'), date('2022-11-01')]"),
            .init("months_touched([]).size()", "0"),
          ])
      }
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

  private static var windowList: Manual.Parameter {
    .init("windows", ko: "구간의 목록", en: "the windows")
  }
  private static let hoursUnit = LocalizedText(ko: "결과의 단위는 `h`(시간)입니다.", en: "The result is in `h` (hours).")
  private static let openWindows = LocalizedText(
    ko: "끝의 범위만 아는 구간이 있으면 결과도 범위이고, 모르는 끝이나 불확실한 구간이 있으면 모름입니다.",
    en: "Bounded ends give a bounded result; an unknown end or a doubtful window leaves it unknown.")

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
