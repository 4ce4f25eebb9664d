extension TimeSpan {
  /// The sum; nil past the longest span.
  package func adding(_ other: TimeSpan) -> TimeSpan? {
    let sum = nanoseconds + other.nanoseconds
    return sum.magnitude <= Self.limit.magnitude ? TimeSpan(nanoseconds: sum) : nil
  }

  /// The difference; nil past the longest span.
  package func subtracting(_ other: TimeSpan) -> TimeSpan? {
    adding(other.negated)
  }

  /// The same length the other way.
  package var negated: TimeSpan {
    TimeSpan(nanoseconds: -nanoseconds)
  }

  /// Its length in days of 24 hours, exactly.
  package var days: Rational { quotient(by: Instant.nanosecondsPerDay) }

  /// Its length in hours, exactly.
  package var hours: Rational { quotient(by: 3600 * Instant.nanosecondsPerSecond) }

  /// Its length in minutes, exactly.
  package var minutes: Rational { quotient(by: 60 * Instant.nanosecondsPerSecond) }

  /// Its length in seconds, exactly.
  package var seconds: Rational { quotient(by: Instant.nanosecondsPerSecond) }

  /// The milliseconds past the last whole second, with the sign of the span: -999 to 999.
  package var millisecondsOfSecond: Int {
    Int(nanoseconds % Instant.nanosecondsPerSecond / 1_000_000)
  }

  private func quotient(by unit: Int128) -> Rational {
    (try? Rational(numerator: nanoseconds, denominator: unit)) ?? .zero
  }
}
