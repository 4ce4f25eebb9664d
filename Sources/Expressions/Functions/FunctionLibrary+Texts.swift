import Diagnostics

extension FunctionLibrary {
  private static let number = TypePattern.exact(.number(unit: nil))
  private static let text = TypePattern.exact(.string)

  static let texts: [Function] =
    [
      test(
        "contains", ko: "글이 다른 글을 담고 있는지입니다.", en: "Whether a text holds another.",
        examples: [.init("'손해배상'.contains('배상')", "true")]
      ) { Texts.contains($0, $1) },
      test(
        "startsWith", ko: "글이 다른 글로 시작하는지입니다.", en: "Whether a text begins with another.",
        examples: [.init("'약관-15조'.startsWith('약관')", "true")]
      ) { $0.unicodeScalars.starts(with: $1.unicodeScalars) },
      test(
        "endsWith", ko: "글이 다른 글로 끝나는지입니다.", en: "Whether a text ends with another.",
        examples: [.init("'약관-15조'.endsWith('조')", "true")]
      ) { $0.unicodeScalars.reversed().starts(with: $1.unicodeScalars.reversed()) },
      Function(
        "matches", style: .both, [.init([text, text], .exact(.bool))], ko: "글의 일부가 정규식에 맞는지입니다.",
        en: "Whether a part of a text matches a regular expression.",
        examples: [.init("'제15조'.matches('제[0-9]+조')", "true"), .init("'a'.matches('(')", "error")]
      ) { call in
        guard let subject = call.text(0), let pattern = call.text(1) else { return call.mistyped }
        do throws(RegexProblem) {
          guard let answer = try call.evaluation.matches(subject, pattern) else { return call.tooLong }
          return .bool(answer)
        } catch {
          return call.invalid(ko: error.message.ko, en: error.message.en)
        }
      },
      Function(
        "string",
        [
          .init([.exact(.string)], text), .init([.number("U")], text), .init([.exact(.bool)], text),
          .init([.exact(.date)], text), .init([.exact(.timestamp)], text), .init([.exact(.duration)], text),
        ], ko: "값을 글로 적은 것입니다.", en: "A value written as text.",
        examples: [.init("string(1.50)", "'1.5'"), .init("string(duration('90s'))", "'90s'")]
      ) { call in
        switch call.arguments[0] {
        case .string, .number, .bool, .date, .timestamp, .duration: .string(call.arguments[0].plainText)
        default: call.mistyped
        }
      },
      Function(
        "timestamp", [.init([text], .exact(.timestamp)), .init([.exact(.timestamp)], .exact(.timestamp))],
        ko: "글로 적은 시각입니다. 시간대를 함께 적습니다.", en: "The moment that a text with an offset names.",
        examples: [
          .init("timestamp('2022-10-15T15:30:00+09:00') == timestamp('2022-10-15T06:30:00Z')", "true")
        ]
      ) { call in
        if case .timestamp = call.arguments[0] { return call.arguments[0] }
        guard let text = call.text(0) else { return call.mistyped }
        return Instant(iso: text).map { .timestamp($0) }
          ?? call.invalid(ko: "`\(text)`은(는) 시각이 아닙니다", en: "`\(text)` is not a moment with an offset")
      },
      Function(
        "duration", [.init([text], .exact(.duration)), .init([.exact(.duration)], .exact(.duration))],
        ko: "글로 적은 시간 길이입니다(`90s`, `1h30m`).", en: "The length of time that a text such as `1h30m` names.",
        examples: [.init("duration('1h30m') == duration('90m')", "true")]
      ) { call in
        if case .duration = call.arguments[0] { return call.arguments[0] }
        guard let text = call.text(0) else { return call.mistyped }
        return TimeSpan(text: text).map { .duration($0) }
          ?? call.invalid(ko: "`\(text)`은(는) 시간 길이가 아닙니다", en: "`\(text)` is not a length of time")
      },
      part("getFullYear", ko: "연도입니다.", en: "The year.", example: "2009") { $0.day.year },
      part("getMonth", ko: "달입니다(0부터).", en: "The month, from 0.", example: "1") { $0.day.month - 1 },
      part("getDate", ko: "달의 며칠째인지입니다(1부터).", en: "The day of the month, from 1.", example: "13") {
        $0.day.day
      },
      part("getDayOfMonth", ko: "달의 며칠째인지입니다(0부터).", en: "The day of the month, from 0.", example: "12") {
        $0.day.day - 1
      },
      part("getDayOfYear", ko: "해의 며칠째인지입니다(0부터).", en: "The day of the year, from 0.", example: "43") {
        $0.day.dayOfYear - 1
      },
      part("getDayOfWeek", ko: "요일입니다(일요일 0).", en: "The day of the week, Sunday 0.", example: "5") {
        $0.day.weekday
      },
      part(
        "getHours", ko: "시입니다.", en: "The hour.", example: "23", ofSpan: { $0.hours }
      ) { $0.hour },
      part(
        "getMinutes", ko: "분입니다.", en: "The minute.", example: "31", ofSpan: { $0.minutes }
      ) { $0.minute },
      part(
        "getSeconds", ko: "초입니다.", en: "The second.", example: "30", ofSpan: { $0.seconds }
      ) { $0.second },
      part(
        "getMilliseconds", ko: "초 아래 밀리초입니다.", en: "The milliseconds below a second.", example: "0",
        ofSpan: { Rational($0.millisecondsOfSecond) }
      ) { $0.nanosecond / 1_000_000 },
    ]

  private static func test(
    _ name: String, ko: String, en: String, examples: [Function.Example],
    _ body: @escaping @Sendable (String, String) -> Bool
  ) -> Function {
    Function(name, style: .method, [.init([text, text], .exact(.bool))], ko: ko, en: en, examples: examples) {
      call in
      guard let subject = call.text(0), let other = call.text(1) else { return call.mistyped }
      return .bool(body(subject, other))
    }
  }

  /// A part of a moment, in UTC or at a given offset; of a length of time, its whole units.
  private static func part(
    _ name: String, ko: String, en: String, example: String,
    ofSpan: (@Sendable (TimeSpan) -> Rational)? = nil, _ body: @escaping @Sendable (Instant.Clock) -> Int
  ) -> Function {
    var overloads: [Function.Overload] = [
      .init([.exact(.timestamp)], number), .init([.exact(.timestamp), text], number),
    ]
    if ofSpan != nil { overloads.append(.init([.exact(.duration)], number)) }
    return Function(
      name, style: .method, overloads, ko: ko + " 둘째 인수로 시간대(`+09:00`)를 적을 수 있습니다.",
      en: en + " A second argument may give an offset such as `+09:00`.",
      examples: [.init("timestamp('2009-02-13T23:31:30Z').\(name)()", example)]
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

/// Comparisons of texts by scalars.
enum Texts {
  /// Whether a text holds another, found in one pass over its UTF-8.
  static func contains(_ text: String, _ part: String) -> Bool {
    let (text, part) = (Array(text.utf8), Array(part.utf8))
    guard !part.isEmpty else { return true }
    guard part.count <= text.count else { return false }
    var fallback = [0]
    var length = 0
    for index in 1..<max(part.count, 1) {
      while length > 0, part[index] != part[length] { length = fallback[length - 1] }
      if part[index] == part[length] { length += 1 }
      fallback.append(length)
    }
    var matched = 0
    for byte in text {
      while matched > 0, byte != part[matched] { matched = fallback[matched - 1] }
      if byte == part[matched] { matched += 1 }
      if matched == part.count { return true }
    }
    return false
  }
}
