import Diagnostics

extension FunctionLibrary {
  private static let number = TypePattern.exact(.number(unit: nil))
  private static let text = TypePattern.exact(.string)

  /// Functions of moments and lengths of time.
  static let moments: [Function] =
    [
      Function(
        "timestamp", [.init([text], .exact(.timestamp)), .init([.exact(.timestamp)], .exact(.timestamp))],
        manual: {
          Manual(
            .moments, ko: "글로 적은 시각입니다. 시간대를 함께 적습니다.", en: "The moment that a text with an offset names.",
            parameters: [
              .init(
                "text", ko: "`2022-10-15T15:30:00+09:00`처럼 적은 시각",
                en: "written as `2022-10-15T15:30:00+09:00`")
            ],
            errors: LocalizedText(
              ko: "시각이 아닌 글이면 오류이며, 바로 적은 글은 기준을 읽을 때 알립니다.",
              en: "A text that is no moment; one written out is reported when the policy is loaded."),
            examples: [
              .init("timestamp('2022-10-15T15:30:00+09:00') == timestamp('2022-10-15T06:30:00Z')", "true"),
              .init(
                "timestamp('2022-10-15T15:30:00+09:00') + duration('2h') > timestamp('2022-10-15T08:00:00Z')",
                "true"),
              .init("timestamp('2022-10-15 15:30')", "error"),
            ])
        }
      ) { call in
        if case .timestamp = call.arguments[0] { return call.arguments[0] }
        guard let text = call.text(0) else { return call.mistyped }
        return Instant(iso: text).map { .timestamp($0) }
          ?? call.invalid(ko: "`\(text)`은(는) 시각이 아닙니다", en: "`\(text)` is not a moment with an offset")
      },
      Function(
        "duration", [.init([text], .exact(.duration)), .init([.exact(.duration)], .exact(.duration))],
        manual: {
          Manual(
            .moments, ko: "글로 적은 시간 길이입니다.", en: "The length of time that a text names.",
            notes: LocalizedText(
              ko: "시각에 더하거나 빼고, 서로 더하고 빼고 비교합니다. 두 시각의 차이도 시간 길이입니다.",
              en:
                "Lengths are added to and taken from moments and each other, and compared; the difference of two moments is one."
            ),
            parameters: [
              .init(
                "text", ko: "`1h30m`, `90s`처럼 `h` `m` `s` `ms` `us` `ns`로 적은 길이",
                en: "written with `h` `m` `s` `ms` `us` `ns`: `1h30m`, `90s`")
            ],
            errors: LocalizedText(
              ko: "시간 길이가 아닌 글이면 오류이며, 바로 적은 글은 기준을 읽을 때 알립니다.",
              en: "A text that is no length of time; one written out is reported when the policy is loaded."),
            examples: [
              .init("duration('1h30m') == duration('90m')", "true"),
              .init(
                "timestamp('2022-10-15T10:00:00Z') - timestamp('2022-10-15T09:00:00Z') == duration('1h')",
                "true"),
              .init("duration('3일')", "error"),
            ])
        }
      ) { call in
        if case .duration = call.arguments[0] { return call.arguments[0] }
        guard let text = call.text(0) else { return call.mistyped }
        return TimeSpan(text: text).map { .duration($0) }
          ?? call.invalid(ko: "`\(text)`은(는) 시간 길이가 아닙니다", en: "`\(text)` is not a length of time")
      },
      part("getFullYear", ko: "연도입니다.", en: "The year.", example: "2009", local: "2009") { $0.day.year },
      part("getMonth", ko: "달입니다. 1월이 0입니다.", en: "The month; January is 0.", example: "1", local: "1") {
        $0.day.month - 1
      },
      part(
        "getDate", ko: "달의 며칠째인지입니다. 첫날이 1입니다.", en: "The day of the month, from 1.", example: "13",
        local: "14"
      ) { $0.day.day },
      part(
        "getDayOfMonth", ko: "달의 며칠째인지입니다. 첫날이 0입니다.", en: "The day of the month, from 0.", example: "12",
        local: "13"
      ) { $0.day.day - 1 },
      part(
        "getDayOfYear", ko: "해의 며칠째인지입니다. 첫날이 0입니다.", en: "The day of the year, from 0.", example: "43",
        local: "44"
      ) { $0.day.dayOfYear - 1 },
      part(
        "getDayOfWeek", ko: "요일입니다. 일요일이 0입니다.", en: "The day of the week; Sunday is 0.", example: "5",
        local: "6"
      ) { $0.day.weekday },
      part(
        "getHours", ko: "시입니다. 시간 길이이면 전체를 시간으로 센 정수입니다.",
        en: "The hour; of a length, all of it in whole hours.",
        example: "23", local: "8", span: "100", ofSpan: { $0.hours }
      ) { $0.hour },
      part(
        "getMinutes", ko: "분입니다. 시간 길이이면 전체를 분으로 센 정수입니다.",
        en: "The minute; of a length, all of it in whole minutes.", example: "31", local: "31", span: "6000",
        ofSpan: { $0.minutes }
      ) { $0.minute },
      part(
        "getSeconds", ko: "초입니다. 시간 길이이면 전체를 초로 센 정수입니다.",
        en: "The second; of a length, all of it in whole seconds.", example: "30", local: "30",
        span: "360000",
        ofSpan: { $0.seconds }
      ) { $0.second },
      part(
        "getMilliseconds", ko: "초 아래 밀리초입니다.", en: "The milliseconds below a second.", example: "0",
        local: "0",
        span: "250", ofSpan: { Rational($0.millisecondsOfSecond) }
      ) { $0.nanosecond / 1_000_000 },
    ]

  private static let partNote = LocalizedText(
    ko: "시간대를 적지 않으면 UTC로 셉니다. 한국 시간은 `+09:00`을 적습니다.",
    en: "It counts in UTC unless an offset is given; Korean time is `+09:00`.")

  /// A part of a moment, in UTC or at a given offset; of a length of time, its whole units.
  private static func part(
    _ name: String, ko: String, en: String, example: String, local: String, span: String? = nil,
    ofSpan: (@Sendable (TimeSpan) -> Rational)? = nil, _ body: @escaping @Sendable (Instant.Clock) -> Int
  ) -> Function {
    var overloads: [Function.Overload] = [
      .init([.exact(.timestamp)], number), .init([.exact(.timestamp), text], number),
    ]
    if ofSpan != nil { overloads.append(.init([.exact(.duration)], number)) }
    return Function(
      name, style: .method, overloads,
      manual: {
        Manual(
          .moments, ko: ko, en: en, notes: partNote,
          parameters: [
            .init(
              "moment", ko: span == nil ? "시각" : "시각 또는 시간 길이",
              en: span == nil ? "the moment" : "the moment or length"),
            .init(
              "offset", ko: "시간대. `+09:00`처럼 적습니다(적지 않으면 UTC)",
              en: "a time zone such as `+09:00`; UTC unless given"),
          ],
          errors: LocalizedText(
            ko: "`+09:00` 꼴이 아닌 시간대(이름으로 적은 시간대)이면 오류입니다.",
            en: "A time zone that is no offset, such as a zone's name."),
          examples: [
            .init("timestamp('2009-02-13T23:31:30Z').\(name)()", example),
            .init("timestamp('2009-02-13T23:31:30Z').\(name)('+09:00')", local),
          ] + (span.map { [.init("duration('100h0.25s').\(name)()", $0)] } ?? [])
            + (name == "getHours"
              ? [.init("timestamp('2009-02-13T23:31:30Z').getHours('Seoul')", "error")] : []))
      }
    ) { call in
      switch call.arguments[0] {
      case .duration(let span):
        guard let ofSpan else { return call.mistyped }
        let value = ofSpan(span)
        return .number(value.sign < 0 ? value.ceiling : value.floor)
      case .timestamp(let instant):
        guard call.arguments.count > 1 else { return .number(Rational(body(instant.clock(utcOffset: 0)))) }
        guard let zone = call.text(1) else { return call.mistyped }
        guard let offset = UTCOffset.seconds(zone) else {
          return call.invalid(
            ko: "`\(zone)`은(는) 알 수 없는 시간대입니다. `+09:00`처럼 적습니다",
            en: "`\(zone)` is not a known time zone; write it as `+09:00`")
        }
        return .number(Rational(body(instant.clock(utcOffset: offset))))
      default: return call.mistyped
      }
    }
  }
}
