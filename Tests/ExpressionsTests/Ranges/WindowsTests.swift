import Expressions
import Testing

@Suite struct `Windows of time` {
  static func instant(_ text: String) throws -> Instant {
    try #require(Instant(iso: text + "+09:00"))
  }

  /// A window on some days of October 2022; nil is open.
  static func window(_ from: (String?, String?), _ to: (String?, String?)) throws -> Window {
    Window(
      from: PartialInstant(low: try from.0.map(instant), high: try from.1.map(instant)),
      to: PartialInstant(low: try to.0.map(instant), high: try to.1.map(instant)))
  }

  static func window(_ from: String, _ to: String) throws -> Window {
    try window((from, from), (to, to))
  }

  @Test func `overlapping windows are counted once`() throws {
    let windows = [
      try Self.window("2022-10-15T15:30", "2022-10-16T02:00"),
      try Self.window("2022-10-15T20:00", "2022-10-16T09:30"),
      try Self.window("2022-10-18T00:00", "2022-10-18T06:00"),
      try Self.window("2022-10-18T06:00", "2022-10-18T07:00"),
    ]
    #expect(Windows.covered(windows).exact?.hours == Rational(25))
    #expect(Windows.longest(windows).exact?.hours == Rational(18))
    #expect(Windows.earliest(windows)?.exact == (try Self.instant("2022-10-15T15:30")))
    #expect(Windows.latest(windows)?.exact == (try Self.instant("2022-10-18T07:00")))
  }

  @Test func `only what lies within the limits is counted`() throws {
    let windows = [
      try Self.window("2022-09-30T12:00", "2022-10-02T00:00"),
      try Self.window("2022-10-31T18:00", "2022-11-03T00:00"),
      try Self.window("2022-12-01T00:00", "2022-12-02T00:00"),
    ]
    let october = try Self.window("2022-10-01T00:00", "2022-11-01T00:00")
    #expect(Windows.covered(windows, within: october).exact?.hours == Rational(30))
    let reversed = try Self.window("2022-11-01T00:00", "2022-10-01T00:00")
    #expect(Windows.covered(windows, within: reversed).exact == .zero)
  }

  @Test func `no windows cover nothing and have no ends`() {
    #expect(Windows.covered([]).exact == .zero)
    #expect(Windows.longest([]).exact == .zero)
    #expect(Windows.earliest([]) == nil)
    #expect(Windows.latest([]) == nil)
    #expect(Windows.monthsTouched([], utcOffset: 0) == Windows.Months(sure: [], possible: [], isOpen: false))
  }

  @Test func `a window that ends before it begins is empty`() throws {
    let windows = [try Self.window("2022-10-16T00:00", "2022-10-15T00:00")]
    #expect(Windows.covered(windows).exact == .zero)
    #expect(Windows.longest(windows).exact == .zero)
  }

  @Test func `an end with only an upper bound gives bounds`() throws {
    let windows = [try Self.window(("2022-10-15T15:30", "2022-10-15T15:30"), (nil, "2022-10-17T15:00"))]
    let covered = Windows.covered(windows)
    #expect(covered.low == .zero)
    #expect(covered.high?.hours.fractionText == "95/2")
    #expect(covered.exact == nil)
    #expect(Windows.latest(windows) == PartialInstant(low: nil, high: try Self.instant("2022-10-17T15:00")))
  }

  @Test func `an open end leaves the upper bound open unless the limits cut it`() throws {
    let windows = [
      try Self.window(("2022-10-15T15:00", "2022-10-15T15:00"), ("2022-10-16T15:00", nil)),
      try Self.window("2022-10-15T14:00", "2022-10-15T16:00"),
    ]
    #expect(Windows.covered(windows).low.hours == Rational(25))
    #expect(Windows.covered(windows).high == nil)
    #expect(Windows.longest(windows).high == nil)
    let day = try Self.window("2022-10-15T00:00", "2022-10-18T00:00")
    #expect(Windows.covered(windows, within: day).high?.hours == Rational(58))
    #expect(Windows.latest(windows) == PartialInstant(low: try Self.instant("2022-10-16T15:00"), high: nil))
    #expect(Windows.earliest(windows)?.exact == (try Self.instant("2022-10-15T14:00")))
    #expect(Windows.covered([Window(from: .unknown, to: .unknown)]) == PartialSpan(low: .zero, high: nil))
    #expect(Windows.earliest([Window(from: .unknown, to: .unknown)]) == .unknown)
  }

  @Test func `months are those of the local clock`() throws {
    let window = Window(
      from: try #require(Instant(iso: "2022-10-31T14:59:59Z")),
      to: try #require(Instant(iso: "2022-10-31T15:00:01Z")))
    #expect(Windows.monthsTouched([window], utcOffset: 0).sure.map(\.iso) == ["2022-10-01"])
    #expect(
      Windows.monthsTouched([window], utcOffset: 9 * 3600).sure.map(\.iso) == ["2022-10-01", "2022-11-01"])
  }

  @Test func `the instant of the end is no part of a month`() throws {
    let windows = [try Self.window("2022-12-15T00:00", "2023-01-01T00:00")]
    #expect(Windows.monthsTouched(windows, utcOffset: 9 * 3600).sure.map(\.iso) == ["2022-12-01"])
  }

  @Test func `the month of a known beginning is touched whatever the end is`() throws {
    let begun = try Self.window(("2022-10-15T15:30", "2022-10-15T15:30"), (nil, "2022-11-02T00:00"))
    let months = Windows.monthsTouched([begun], utcOffset: 9 * 3600)
    #expect(months.sure.map(\.iso) == ["2022-10-01"])
    #expect(months.possible.map(\.iso) == ["2022-11-01"])
    #expect(!months.isOpen)
    let unended = try Self.window(("2022-10-15T15:30", "2022-10-15T15:30"), (nil, nil))
    let open = Windows.monthsTouched([unended], utcOffset: 9 * 3600)
    #expect(open.sure.map(\.iso) == ["2022-10-01"])
    #expect(open.isOpen)
  }

  @Test func `all of time is not too long`() {
    let always = Array(repeating: Window(from: .first, to: .last), count: 1000)
    #expect(Windows.monthsTouched(always, utcOffset: 0).sure.count == 9999 * 12)
    #expect(Windows.covered(always).exact == Instant.last.since(.first))
  }
}
