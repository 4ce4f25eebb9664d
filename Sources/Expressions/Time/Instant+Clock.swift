extension Instant {
  /// What a clock shows: the day and the time since its midnight.
  package struct Clock: Sendable, Hashable {
    /// The day.
    package let day: Day
    /// 0 to 23.
    package let hour: Int
    /// 0 to 59.
    package let minute: Int
    /// 0 to 59.
    package let second: Int
    /// 0 to 999,999,999.
    package let nanosecond: Int
  }

  /// What a clock shows that is `utcOffset` seconds ahead of UTC.
  package func clock(utcOffset: Int) -> Clock {
    let local = nanoseconds + Int128(utcOffset) * Self.nanosecondsPerSecond
    var (days, rest) = local.quotientAndRemainder(dividingBy: Self.nanosecondsPerDay)
    if rest < 0 {
      days -= 1
      rest += Self.nanosecondsPerDay
    }
    let (seconds, fraction) = Int(rest).quotientAndRemainder(dividingBy: 1_000_000_000)
    return Clock(
      day: Day(number: Int32(clamping: days)), hour: seconds / 3600, minute: seconds / 60 % 60,
      second: seconds % 60, nanosecond: fraction)
  }

  /// The day it falls on where clocks are `utcOffset` seconds ahead of UTC.
  package func day(utcOffset: Int) -> Day {
    clock(utcOffset: utcOffset).day
  }

  /// `2009-02-13T23:31:30Z`, with a fraction only as long as it needs to be.
  package var text: String { text(utcOffset: 0) }

  /// `2009-02-14T08:31:30+09:00`: the time where clocks are `utcOffset` seconds ahead of UTC. In UTC where
  /// the local day would leave the years 1 to 9999.
  package func text(utcOffset: Int) -> String {
    let isRepresentable =
      Instant(nanoseconds: nanoseconds + Int128(utcOffset) * Self.nanosecondsPerSecond) != nil
    let offset = isRepresentable ? utcOffset : 0
    let clock = clock(utcOffset: offset)
    var text = clock.day.iso
    text += "T"
    text.append(clock.hour, padded: 2)
    text += ":"
    text.append(clock.minute, padded: 2)
    text += ":"
    text.append(clock.second, padded: 2)
    text.appendFraction(nanoseconds: clock.nanosecond)
    return text + UTCOffset.text(offset)
  }

  /// The instant a span later; nil outside the years 1 to 9999.
  package func adding(_ span: TimeSpan) -> Instant? {
    Instant(nanoseconds: nanoseconds + span.nanoseconds)
  }

  /// The instant a span earlier; nil outside the years 1 to 9999.
  package func subtracting(_ span: TimeSpan) -> Instant? {
    Instant(nanoseconds: nanoseconds - span.nanoseconds)
  }

  /// The time from another instant to this one; negative if this one is earlier.
  package func since(_ other: Instant) -> TimeSpan {
    TimeSpan(nanoseconds: nanoseconds - other.nanoseconds)
  }
}
