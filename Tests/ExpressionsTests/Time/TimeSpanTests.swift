import Expressions
import Testing

@Suite struct `Spans of time` {
  @Test(
    arguments: [
      ("0", "0s"), ("-0", "0s"), ("0s", "0s"), ("100s", "100s"), ("1h30m", "5400s"), ("1.5h", "5400s"),
      ("-3ns", "-0.000000003s"),
      ("1000000s", "1000000s"), ("1h1m1s1ms1us1ns", "3661.001001001s"), ("2µs", "0.000002s"),
      ("2μs", "0.000002s"),
      ("+5m", "300s"), ("-1.5h", "-5400s"), (".5s", "0.5s"), ("1.s", "1s"),
      ("315576000000s", "315576000000s"),
      ("-315576000000s", "-315576000000s"), ("0.0000000010s", "0.000000001s"), ("87660000h", "315576000000s"),
      ("0.000000000000000277777777777777777777777777777777777777777777777h", nil),
    ] as [(String, String?)])
  func `a span is read and written in seconds`(_ text: String, _ seconds: String?) throws {
    #expect(TimeSpan(text: text)?.text == seconds)
  }

  @Test(arguments: [
    "", "-", "s", "5", "1.5", "1d", "1 h", "h1", "1h-30m", ".s", "-.s", "0.1ns", "0.0000000001s",
    "315576000001s",
    "315576000000s1ns", "99999999999999999999999999999999999999999999999999h", "１s", "1hh", "00.5.5s", "1e3s",
  ])
  func `anything else is no span`(_ text: String) {
    #expect(TimeSpan(text: text) == nil)
  }

  @Test func `a long text of digits is refused or read, but never wraps`() {
    #expect(TimeSpan(text: String(repeating: "9", count: 100_000) + "ns") == nil)
    #expect(TimeSpan(text: String(repeating: "0", count: 100_000) + "1ns")?.nanoseconds == 1)
    #expect(TimeSpan(text: "1." + String(repeating: "0", count: 100_000) + "s")?.text == "1s")
    #expect(TimeSpan(text: String(repeating: "315576000000s", count: 1000)) == nil)
  }

  @Test func `its length in other units is exact`() throws {
    let span = try #require(TimeSpan(text: "127h33m"))
    #expect(span.hours.fractionText == "2551/20")
    #expect(span.minutes == Rational(7653))
    #expect(span.seconds == Rational(459_180))
    #expect(span.days.fractionText == "2551/480")
    #expect(try #require(TimeSpan(text: "123.321456789s")).millisecondsOfSecond == 321)
    #expect(try #require(TimeSpan(text: "-1.5s")).millisecondsOfSecond == -500)
  }

  @Test func `sums stop at the longest span`() throws {
    let longest = try #require(TimeSpan(text: "315576000000s"))
    let nanosecond = try #require(TimeSpan(text: "1ns"))
    #expect(longest.adding(nanosecond) == nil)
    #expect(longest.negated.subtracting(nanosecond) == nil)
    #expect(longest.subtracting(nanosecond)?.adding(nanosecond) == longest)
    #expect(TimeSpan(nanoseconds: .max) == longest)
    #expect(TimeSpan(nanoseconds: .min) == longest.negated)
    #expect(longest.negated < nanosecond)
    #expect(nanosecond < longest)
  }
}
