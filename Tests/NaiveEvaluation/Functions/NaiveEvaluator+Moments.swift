import Expressions

extension NaiveEvaluator {
  static let momentFunctions: [String: NaiveFunction] = [
    "timestamp": NaiveFunction { _, arguments in
      switch arguments[0] {
      case .moment: arguments[0]
      case .text(let text): Instant(iso: text).map { .moment($0) } ?? .failed(.argument)
      default: .failed(.mistyped)
      }
    },
    "duration": NaiveFunction { _, arguments in
      switch arguments[0] {
      case .span: arguments[0]
      case .text(let text): TimeSpan(text: text).map { .span($0) } ?? .failed(.argument)
      default: .failed(.mistyped)
      }
    },
    "getFullYear": ofDay { $0.year },
    "getMonth": ofDay { $0.month - 1 },
    "getDate": ofDay { $0.day },
    "getDayOfMonth": ofDay { $0.day - 1 },
    "getDayOfYear": ofDay { day in
      (1..<day.month).reduce(day.day - 1) { $0 + Day.length(ofMonth: $1, year: day.year) }
    },
    // The first of January 1970 was a Thursday.
    "getDayOfWeek": ofDay { day in ((Int(day.number) + 4) % 7 + 7) % 7 },
    "getHours": ofTime(3_600_000_000_000, of: 24),
    "getMinutes": ofTime(60_000_000_000, of: 60),
    "getSeconds": ofTime(1_000_000_000, of: 60),
    "getMilliseconds": ofTime(1_000_000, of: 1000),
  ]

  private static func offset(_ arguments: [NaiveValue]) -> Int? {
    guard arguments.count > 1 else { return 0 }
    guard case .text(let text) = arguments[1] else { return nil }
    return UTCOffset.seconds(text)
  }

  private static func ofDay(_ part: @escaping @Sendable (Day) -> Int) -> NaiveFunction {
    NaiveFunction { _, arguments in
      guard case .moment(let moment) = arguments[0] else { return .failed(.mistyped) }
      guard let offset = offset(arguments) else { return .failed(.argument) }
      return .number(Rational(part(day(of: moment, offset: offset))))
    }
  }

  /// A part of a moment's time of day; of a length of time all its whole units, but of milliseconds only those
  /// below a second.
  private static func ofTime(_ unit: Int128, of count: Int128) -> NaiveFunction {
    NaiveFunction { _, arguments in
      switch arguments[0] {
      case .span(let span):
        let units = span.nanoseconds / unit
        return .number(Rational(count == 1000 ? units % 1000 : units))
      case .moment(let moment):
        guard let offset = offset(arguments) else { return .failed(.argument) }
        let local = moment.nanoseconds + Int128(offset) * 1_000_000_000
        let midnight = Int128(day(of: moment, offset: offset).number) * 86_400_000_000_000
        return .number(Rational((local - midnight) / unit % count))
      default: return .failed(.mistyped)
      }
    }
  }
}
