extension FunctionLibrary {
  private static let days = ValueType.number(unit: "days")
  private static let hours = ValueType.number(unit: "h")

  static let dates: [Function] = [
    Function(
      "date", [.init([.exact(.string)], .exact(.date))], ko: "글로 적은 날짜입니다. `YYYY-MM-DD`로 적습니다.",
      en: "The date that a text `YYYY-MM-DD` names.",
      examples: [
        .init("date('2022-10-15') < date('2022-10-16')", "true"), .init("date('2022-02-30')", "error"),
      ]
    ) { call in
      guard let text = call.text(0) else { return call.mistyped }
      return Day(iso: text).map { .date($0) }
        ?? call.invalid(ko: "`\(text)`은(는) 날짜가 아닙니다", en: "`\(text)` is not a date")
    },
    Function(
      "date_of", [.init([.exact(.timestamp)], .exact(.date))], ko: "어떤 시각이 속한 날짜입니다(기준 달력의 시간대).",
      en: "The day of a moment, in the calendar's time zone.",
      examples: [.init("date_of(timestamp('2022-10-15T15:30:00Z'))", "date('2022-10-16')")],
      lifting: .rising([true])
    ) { call in
      guard let instant = call.instant(0) else { return call.mistyped }
      return call.withCalendar { .date(instant.day(utcOffset: $0.utcOffset)) }
    },
    counting(
      "days_after", ko: "며칠 뒤의 날짜입니다. 기준 달력의 방식(첫날과 마지막 날)으로 셉니다.",
      en: "The day so many days later, counted as the calendar says (first day, last day).",
      examples: [
        .init("days_after(date('2022-10-18'), 30)", "date('2022-11-17')"),
        .init("days_after(date('2022-10-20'), 30)", "date('2022-11-21')"),
      ]
    ) { calendar, day, count, mode in calendar.daysAfter(day, count, mode: mode) },
    counting(
      "working_days_after", ko: "며칠의 영업일 뒤의 날짜입니다.", en: "The day so many working days later.",
      examples: [.init("working_days_after(date('2022-10-20'), 3)", "date('2022-10-25')")]
    ) { calendar, day, count, mode in calendar.workingDaysAfter(day, count, mode: mode) },
    Function(
      "months_after",
      [
        .init([.exact(.date), .exact(.number(unit: nil))], .exact(.date)),
        .init([.exact(.date), .exact(.number(unit: nil)), .exact(.string)], .exact(.date)),
      ],
      ko: "몇 달 뒤 같은 날입니다. 그 달에 그 날이 없으면 말일입니다. 셋째 인수로 달력의 방식을 적으면 그 방식으로 셉니다.",
      en:
        "The same day so many months later, or the month's last day if it has no such day. A third argument names "
        + "a counting mode of the calendar.",
      examples: [
        .init("months_after(date('2022-01-31'), 1)", "date('2022-02-28')"),
        .init("months_after(date('2022-10-01'), 1)", "date('2022-11-01')"),
      ], lifting: .rising([true, true])
    ) { call in
      guard let day = call.date(0), let count = call.whole(1) else { return wholeNumberNeeded(call) }
      guard call.arguments.count > 2 else {
        return day.advanced(byMonths: count).map { .date($0) } ?? call.counted(nil)
      }
      return call.withCalendar { call.counted($0.monthsAfter(day, count, mode: call.text(2))) }
    },
    between(
      "days_between", ko: "두 날짜 사이의 날수입니다(첫날을 세지 않음).",
      en: "Days from one date to another, the first not counted.",
      examples: [.init("days_between(date('2022-10-20'), date('2022-12-29'))", "70")], extra: 0),
    between(
      "days_inclusive", ko: "첫날과 마지막 날을 모두 센 날수입니다.", en: "Days from one date to another, both counted.",
      examples: [.init("days_inclusive(date('2022-10-19'), date('2022-11-06'))", "19")], extra: 1),
    Function(
      "hours_between", [.init([.exact(.timestamp), .exact(.timestamp)], .exact(hours))],
      ko: "두 시각 사이의 시간 수입니다.", en: "Hours from one moment to another.",
      examples: [
        .init(
          "hours_between(timestamp('2022-10-15T06:30:00Z'), timestamp('2022-10-15T07:10:00Z')) * 60", "40")
      ], lifting: .rising([false, true])
    ) { call in
      guard let from = call.instant(0), let to = call.instant(1) else { return call.mistyped }
      return .number(to.since(from).hours)
    },
  ]

  private static func counting(
    _ name: String, ko: String, en: String, examples: [Function.Example],
    count: @escaping @Sendable (Calendar, Day, Int, String?) -> Calendar.DayResult?
  ) -> Function {
    Function(
      name,
      [
        .init([.exact(.date), .exact(days)], .exact(.date)),
        .init([.exact(.date), .exact(days), .exact(.string)], .exact(.date)),
      ], ko: ko, en: en, examples: examples, lifting: .rising([true, true])
    ) { call in
      guard let day = call.date(0), let number = call.whole(1) else { return wholeNumberNeeded(call) }
      let mode = call.arguments.count > 2 ? call.text(2) : nil
      return call.withCalendar { call.counted(count($0, day, number, mode)) }
    }
  }

  private static func between(
    _ name: String, ko: String, en: String, examples: [Function.Example], extra: Int
  ) -> Function {
    Function(
      name, [.init([.exact(.date), .exact(.date)], .exact(days))], ko: ko, en: en, examples: examples,
      lifting: .rising([false, true])
    ) { call in
      guard let from = call.date(0), let to = call.date(1) else { return call.mistyped }
      return .number(Rational(from.days(until: to) + extra))
    }
  }

  private static func wholeNumberNeeded(_ call: FunctionCall) -> Value {
    guard call.number(1) != nil, call.date(0) != nil else { return call.mistyped }
    return call.invalid(ko: "기간은 정수여야 합니다", en: "a period is a whole number")
  }
}
