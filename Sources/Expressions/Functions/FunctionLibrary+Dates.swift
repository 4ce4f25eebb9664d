import Diagnostics

extension FunctionLibrary {
  private static let days = ValueType.number(unit: "days")
  private static let hours = ValueType.number(unit: "h")

  /// Functions of dates and periods.
  static let dates: [Function] = [
    Function(
      "date", [.init([.exact(.string)], .exact(.date))],
      manual: {
        Manual(
          .dates, ko: "글로 적은 날짜입니다.", en: "The date that a text names.",
          parameters: [
            .init("text", ko: "`YYYY-MM-DD`로 적은 실제로 있는 날짜", en: "an existing day, written `YYYY-MM-DD`")
          ],
          errors: LocalizedText(
            ko: "날짜가 아닌 글이면 오류이며, 바로 적은 글은 기준을 읽을 때 알립니다.",
            en: "A text that is no date; one written out is reported when the policy is loaded."),
          examples: [
            .init("date('2022-10-15') < date('2022-10-16')", "true"), .init("date('2022-02-30')", "error"),
          ])
      }
    ) { call in
      guard let text = call.text(0) else { return call.mistyped }
      return Day(iso: text).map { .date($0) }
        ?? call.invalid(ko: "`\(text)`은(는) 날짜가 아닙니다", en: "`\(text)` is not a date")
    },
    Function(
      "date_of", [.init([.exact(.timestamp)], .exact(.date))], lifting: .rising([true]),
      manual: {
        Manual(
          .dates, ko: "어떤 시각이 속한 날짜입니다(기준 달력의 시간대).", en: "The day of a moment, in the calendar's time zone.",
          parameters: [.init("moment", ko: "시각", en: "the moment")], errors: noCalendar,
          examples: [
            .init("date_of(timestamp('2022-10-15T15:30:00Z'))", "date('2022-10-16')"),
            .init("date_of(timestamp('2022-10-15T23:59:59+09:00'))", "date('2022-10-15')"),
          ])
      }
    ) { call in
      guard let instant = call.instant(0) else { return call.mistyped }
      return call.withCalendar { .date(instant.day(utcOffset: $0.utcOffset)) }
    },
    counting(
      "days_after", ko: "며칠 뒤의 날짜입니다. 기준 달력의 방식(첫날과 마지막 날)으로 셉니다.",
      en: "The day so many days later, counted as the calendar says (first day, last day).",
      count: .init("n", ko: "날수", en: "how many days"),
      examples: [
        .init("days_after(date('2022-10-18'), 30)", "date('2022-11-17')"),
        .init("days_after(date('2022-10-20'), 30)", "date('2022-11-21')"),
        .init("days_after(date('2022-10-20'), 1.5)", "error"),
        .init("days_after(date('2030-01-01'), 30)", "unknown"),
      ]
    ) { calendar, day, count, mode in calendar.daysAfter(day, count, mode: mode) },
    counting(
      "working_days_after", ko: "며칠의 영업일 뒤의 날짜입니다. 달력의 주말과 공휴일은 세지 않습니다.",
      en: "The day so many working days later; the calendar's weekends and holidays do not count.",
      count: .init("n", ko: "영업일 수", en: "how many working days"),
      examples: [
        .init("working_days_after(date('2022-10-20'), 3)", "date('2022-10-25')"),
        .init("working_days_after(date('2022-10-20'), 0)", "date('2022-10-20')"),
        .init("working_days_after(date('2022-10-20'), 1, 'no such mode')", "error"),
      ]
    ) { calendar, day, count, mode in calendar.workingDaysAfter(day, count, mode: mode) },
    Function(
      "months_after",
      [
        .init([.exact(.date), .exact(.number(unit: nil))], .exact(.date)),
        .init([.exact(.date), .exact(.number(unit: nil)), .exact(.string)], .exact(.date)),
      ], lifting: .rising([true, true]),
      manual: {
        Manual(
          .dates, ko: "몇 달 뒤 같은 날입니다. 그 달에 그 날이 없으면 말일입니다.",
          en: "The same day so many months later, or the month's last day if it has no such day.",
          notes: LocalizedText(
            ko: "셋째 값으로 달력의 계산 방식을 적으면 그 방식으로 셉니다(첫날, 공휴일인 마지막 날). 적지 않으면 달력을 보지 않습니다.",
            en:
              "With a third value it is counted in that mode of the calendar (first day, last day on a holiday); without it the "
              + "calendar is not asked."),
          parameters: [
            .init("date", ko: "시작하는 날짜", en: "the day to count from"),
            .init("n", ko: "달 수(음수이면 그만큼 전)", en: "how many months; negative leads back"),
            .init("mode", ko: "달력의 계산 방식", en: "a counting mode of the calendar"),
          ],
          units: LocalizedText(ko: "달 수에는 단위가 없습니다.", en: "The number of months is bare."),
          errors: LocalizedText(
            ko: "달 수가 정수가 아니거나, 달력에 없는 방식이면 오류입니다.",
            en: "A number that is not whole, or a mode that the calendar does not have."),
          unknown: rollUnknown,
          examples: [
            .init("months_after(date('2022-01-31'), 1)", "date('2022-02-28')"),
            .init("months_after(date('2022-10-01'), 1)", "date('2022-11-01')"),
            .init("months_after(date('2022-10-01'), 0.5)", "error"),
          ])
      }
    ) { call in
      guard let day = call.date(0), let count = call.whole(1) else { return wholeNumberNeeded(call) }
      guard call.arguments.count > 2 else {
        return day.advanced(byMonths: count).map { .date($0) } ?? call.counted(nil)
      }
      return call.withCalendar { call.counted($0.monthsAfter(day, count, mode: call.text(2))) }
    },
    between(
      "days_between", ko: "두 날짜 사이의 날수입니다. 첫날은 세지 않습니다.",
      en: "Days from one date to another, the first not counted.",
      examples: [
        .init("days_between(date('2022-10-20'), date('2022-12-29'))", "70"),
        .init("days_between(date('2022-12-29'), date('2022-10-20'))", "-70"),
      ], extra: 0),
    between(
      "days_inclusive", ko: "첫날과 마지막 날을 모두 센 날수입니다.", en: "Days from one date to another, both counted.",
      examples: [
        .init("days_inclusive(date('2022-10-19'), date('2022-11-06'))", "19"),
        .init("days_inclusive(date('2022-10-19'), date('2022-10-19'))", "1"),
      ], extra: 1),
    Function(
      "hours_between", [.init([.exact(.timestamp), .exact(.timestamp)], .exact(hours))],
      lifting: .rising([false, true]),
      manual: {
        Manual(
          .dates, ko: "두 시각 사이의 시간 수입니다. 반올림하지 않으며, 끝이 앞서면 음수입니다.",
          en: "Hours from one moment to another, not rounded; negative if the second is earlier.",
          parameters: fromTo,
          units: LocalizedText(ko: "결과의 단위는 `h`(시간)입니다.", en: "The result is in `h` (hours)."),
          unknown: betweenBounds,
          examples: [
            .init(
              "hours_between(timestamp('2022-10-15T06:30:00Z'), timestamp('2022-10-15T07:10:00Z')) * 60", "40"
            ),
            .init(
              "hours_between(timestamp('2022-10-15T07:00:00Z'), timestamp('2022-10-15T06:30:00Z'))", "-0.5"),
          ])
      }
    ) { call in
      guard let from = call.instant(0), let to = call.instant(1) else { return call.mistyped }
      return .number(to.since(from).hours)
    },
    Function(
      "days_over", [.init([.exact(.timestamp), .exact(.timestamp), .exact(hours)], .exact(days))],
      lifting: .rising([false, true, false]),
      manual: {
        Manual(
          .dates, ko: "두 시각 사이의 시간에서 정한 시간을 넘은 만큼의 일수(24시간이 1일)입니다. 넘지 않으면 0입니다.",
          en:
            "By how many days of 24 hours the time between two moments is over a number of hours; 0 if it is not.",
          notes: LocalizedText(
            ko: "반올림하지 않습니다. 채운 날만 세려면 `floor(…)`, 시작한 날도 세려면 `round_up(…)`으로 감쌉니다. 달력의 날짜가 아니라 흐른 시간으로 셉니다.",
            en:
              "Not rounded: put `floor(…)` around it to count completed days only, `round_up(…)` to count begun ones. It counts time "
              + "that passed, not dates of a calendar."),
          parameters: fromTo + [.init("hours", ko: "넘어야 하는 시간 수", en: "the hours to be over")],
          units: LocalizedText(
            ko: "시간 수는 `h`이거나 단위 없는 수이고, 결과의 단위는 `days`(일)입니다.",
            en: "The hours are in `h` or bare; the result is in `days`."),
          errors: LocalizedText(ko: "시간 수가 음수이면 오류입니다.", en: "A negative number of hours."),
          unknown: betweenBounds,
          examples: [
            .init(
              "days_over(timestamp('2022-10-15T15:30:00+09:00'), timestamp('2022-10-19T15:30:00+09:00'), 72)",
              "1"),
            .init(
              "days_over(timestamp('2022-10-15T15:30:00+09:00'), timestamp('2022-10-17T03:30:00+09:00'), 24)",
              "0.5"),
            .init(
              "days_over(timestamp('2022-10-15T15:30:00+09:00'), timestamp('2022-10-15T19:30:00+09:00'), 24)",
              "0"),
            .init(
              "days_over(timestamp('2022-10-15T15:30:00+09:00'), timestamp('2022-10-15T19:30:00+09:00'), -1)",
              "error"),
          ])
      }
    ) { call in
      guard let from = call.instant(0), let to = call.instant(1), let allowed = call.number(2) else {
        return call.mistyped
      }
      guard allowed.sign >= 0 else {
        return call.invalid(ko: "시간 수는 0 이상이어야 합니다", en: "the number of hours is 0 or more")
      }
      return call.exact("days_over") { () throws(ArithmeticFailure) in
        let over = try to.since(from).hours.subtracting(allowed)
        return over.sign > 0 ? try over.divided(by: Rational(24)) : .zero
      }
    },
  ]

  /// What a policy without a calendar leads to.
  static let noCalendar = LocalizedText(
    ko: "기준에 `calendar`가 없으면 오류입니다.", en: "A policy without a `calendar`.")
  private static let rollUnknown = LocalizedText(
    ko: "마지막 날이나 거기까지 미는 날이 달력의 `covers` 밖이면 모름입니다. 범위만 아는 날짜의 결과는 범위입니다.",
    en:
      "Unknown where the last day, or a day it is moved over, lies outside the calendar's `covers`; bounds of a date give bounds."
  )
  private static let betweenBounds = LocalizedText(
    ko: "범위만 아는 때가 있으면 결과도 범위입니다.", en: "With bounds of a date or moment only, the result is bounded.")
  private static let fromTo: [Manual.Parameter] = [
    .init("from", ko: "시작", en: "the beginning"), .init("to", ko: "끝", en: "the end"),
  ]

  private static func counting(
    _ name: String, ko: String, en: String, count: Manual.Parameter, examples: [Function.Example],
    _ body: @escaping @Sendable (Calendar, Day, Int, String?) -> Calendar.DayResult?
  ) -> Function {
    Function(
      name,
      [
        .init([.exact(.date), .exact(days)], .exact(.date)),
        .init([.exact(.date), .exact(days), .exact(.string)], .exact(.date)),
      ], lifting: .rising([true, true]),
      manual: {
        Manual(
          .dates, ko: ko, en: en,
          notes: LocalizedText(
            ko: "음수이면 이전 날짜로 거슬러 셉니다. 첫날을 세는지, 공휴일인 마지막 날을 미는지는 달력의 기본 방식이나 셋째 값이 정합니다.",
            en:
              "A negative number leads back. Whether the first day counts and a last day on a holiday moves is said by the calendar's "
              + "usual mode, or by the third value."),
          parameters: [
            .init("date", ko: "시작하는 날짜", en: "the day to count from"), count,
            .init(
              "mode", ko: "달력의 계산 방식(적지 않으면 기본 방식)",
              en: "a counting mode of the calendar; the usual one unless given"),
          ],
          units: LocalizedText(ko: "날수의 단위는 `days`이거나 없습니다.", en: "The number is in `days` or bare."),
          errors: LocalizedText(
            ko: "정수가 아니거나, 달력이 없거나, 달력에 없는 방식이면 오류입니다.",
            en: "A number that is not whole, no calendar, or a mode that it does not have."),
          unknown: rollUnknown, examples: examples)
      }
    ) { call in
      guard let day = call.date(0), let number = call.whole(1) else { return wholeNumberNeeded(call) }
      let mode = call.arguments.count > 2 ? call.text(2) : nil
      return call.withCalendar { call.counted(body($0, day, number, mode)) }
    }
  }

  private static func between(
    _ name: String, ko: String, en: String, examples: [Function.Example], extra: Int
  ) -> Function {
    Function(
      name, [.init([.exact(.date), .exact(.date)], .exact(days))], lifting: .rising([false, true]),
      manual: {
        Manual(
          .dates, ko: ko, en: en, parameters: fromTo,
          units: LocalizedText(ko: "결과의 단위는 `days`(일)입니다.", en: "The result is in `days`."),
          unknown: betweenBounds, examples: examples)
      }
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
