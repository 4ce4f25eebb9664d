import Expressions
import Testing

@Suite struct `Instants` {
  @Test(arguments: [
    ("1970-01-01T00:00Z", "1970-01-01T00:00:00Z"), ("2009-02-13T23:31:30Z", "2009-02-13T23:31:30Z"),
    ("2022-10-15T15:30+09:00", "2022-10-15T06:30:00Z"),
    ("2022-10-15T00:30:00.500+09:00", "2022-10-14T15:30:00.5Z"),
    ("2009-02-13T23:31:20.123456789Z", "2009-02-13T23:31:20.123456789Z"),
    ("2009-02-13T23:31:20.000000001-02:30", "2009-02-14T02:01:20.000000001Z"),
    ("1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z"),
    ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"),
    ("9999-12-31T23:59:59.999999999Z", "9999-12-31T23:59:59.999999999Z"),
    ("2022-10-15T06:30-00:00", "2022-10-15T06:30:00Z"),
  ])
  func `a timestamp is read and written in UTC`(_ text: String, _ utc: String) throws {
    let instant = try #require(Instant(iso: text))
    #expect(instant.text == utc)
    #expect(Instant(iso: utc) == instant)
  }

  @Test(arguments: [
    "", "2022-10-15", "2022-10-15T15:30", "2022-10-15T15:30:00", "2022-10-15 15:30Z", "2022-10-15T24:00Z",
    "2022-10-15T15:60Z", "2022-10-15T15:30:60Z", "2022-10-15T15:30:00.Z", "2022-10-15T15:30:00.1234567890Z",
    "2022-10-15T15:30+9:00", "2022-10-15T15:30+0900", "2022-10-15T15:30+24:00", "2022-10-15T15:30+09:60",
    "2022-02-30T00:00Z", "2022-10-15T15:30z", "2022-10-15t15:30Z", "2022-10-15T15:30Z ",
    "2022-10-15T15:30 KST",
    "0001-01-01T00:00+00:01", "9999-12-31T23:59-00:01", "0000-01-01T00:00Z", "2022-10-15T5:30Z",
    "2022-10-15T15:30.5Z",
  ])
  func `anything else is no timestamp`(_ text: String) {
    #expect(Instant(iso: text) == nil)
  }

  @Test func `a clock in Korea is nine hours ahead`() throws {
    let instant = try #require(Instant(iso: "2022-10-15T20:30:15.25Z"))
    let clock = instant.clock(utcOffset: 9 * 3600)
    #expect(clock.day.iso == "2022-10-16")
    #expect([clock.hour, clock.minute, clock.second, clock.nanosecond] == [5, 30, 15, 250_000_000])
    #expect(instant.text(utcOffset: 9 * 3600) == "2022-10-16T05:30:15.25+09:00")
    #expect(instant.text(utcOffset: -(2 * 3600 + 1800)) == "2022-10-15T18:00:15.25-02:30")
    #expect(instant.day(utcOffset: 0).iso == "2022-10-15")
  }

  @Test func `before 1970 the clock still runs forward`() throws {
    let clock = try #require(Instant(iso: "1969-12-31T23:59:58.75Z")).clock(utcOffset: 0)
    #expect(clock.day.iso == "1969-12-31")
    #expect([clock.hour, clock.minute, clock.second, clock.nanosecond] == [23, 59, 58, 750_000_000])
  }

  @Test func `a local day past the ends of time is written in UTC`() {
    #expect(Instant.last.text(utcOffset: 9 * 3600) == "9999-12-31T23:59:59.999999999Z")
    #expect(Instant.first.text(utcOffset: -3600) == "0001-01-01T00:00:00Z")
  }

  @Test func `a day starts at its local midnight`() throws {
    let day = try #require(Day(iso: "2022-10-15"))
    #expect(Instant(startOf: day, utcOffset: 9 * 3600).text == "2022-10-14T15:00:00Z")
    #expect(Instant(startOf: .first, utcOffset: 9 * 3600) == .first)
    #expect(Instant(startOf: .last, utcOffset: -9 * 3600).text == "9999-12-31T09:00:00Z")
    #expect(Instant(startOf: .last, utcOffset: -90 * 3600) == .last)
  }

  @Test func `spans are added within the ends of time`() throws {
    let start = try #require(Instant(iso: "2009-02-13T23:00:00Z"))
    let span = try #require(TimeSpan(text: "240s"))
    #expect(start.adding(span)?.text == "2009-02-13T23:04:00Z")
    #expect(start.subtracting(span)?.text == "2009-02-13T22:56:00Z")
    #expect(start.adding(span)?.since(start) == span)
    #expect(start.since(try #require(start.adding(span))) == span.negated)
    let nanosecond = try #require(TimeSpan(text: "1ns"))
    #expect(Instant.last.adding(nanosecond) == nil)
    #expect(Instant.first.subtracting(nanosecond) == nil)
    #expect(Instant.last.since(.first).text == "315537897599.999999999s")
  }

  @Test(arguments: [
    ("Z", 0), ("UTC", 0), ("+09:00", 32_400), ("-02:30", -9000), ("02:00", 7200), ("-00:00", 0),
    ("-09:30", -34_200),
    ("Asia/Seoul", 32_400),
  ])
  func `an offset is read`(_ text: String, _ seconds: Int) {
    #expect(UTCOffset.seconds(text) == seconds)
  }

  @Test(arguments: [
    "", "9", "+9:00", "+0900", "US/Central", "KST", "+24:00", "+09:60", "+09:00 ", "--09:00", "utc",
  ])
  func `anything else is no offset`(_ text: String) {
    #expect(UTCOffset.seconds(text) == nil)
  }
}
