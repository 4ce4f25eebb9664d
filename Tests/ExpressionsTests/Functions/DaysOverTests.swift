import Expressions
import Testing

@Suite struct `Days over a threshold` {
  private static let start = "timestamp('2022-10-15T15:30:00+09:00')"

  @Test(arguments: [
    ("72", "72", "0"), ("73", "72", "1/24"), ("96", "72", "1"), ("12", "0", "0.5"), ("0", "0", "0"),
    ("71", "72", "0"),
    ("25", "24.5", "1/48"),
  ])
  func `it is the time past the threshold in days of 24 hours`(hours: String, allowed: String, days: String) {
    let end = "\(Self.start) + duration('\(hours)h')"
    #expect(Bench.run("days_over(\(Self.start), \(end), \(allowed)) == \(days)").value == "true")
  }

  @Test func `completed and begun days are told by rounding`() {
    let over = "days_over(\(Self.start), \(Self.start) + duration('80h'), 24)"
    #expect(Bench.run("floor(\(over))").value == "2")
    #expect(Bench.run("round_up(\(over))").value == "3")
  }

  @Test func `an end before the beginning is over nothing, a negative threshold an error`() {
    #expect(Bench.run("days_over(\(Self.start), \(Self.start) - duration('1h'), 0)").value == "0")
    #expect(Bench.run("days_over(\(Self.start), \(Self.start), -1)").value == "error invalidArgument")
  }

  @Test(arguments: [
    (Shop.Stated.between("2022-10-15T00:00:00Z", "2022-10-15T12:00:00Z"), "1.5..2"),
    (.atLeast("2022-10-15T00:00:00Z"), "..2"), (.atMost("2022-10-15T12:00:00Z"), "1.5.."),
    (.either(["2022-10-15T00:00:00Z", "2022-10-15T12:00:00Z"]), "2 | 1.5"),
  ])
  func `bounds of a moment bound the days`(started: Shop.Stated, value: String) {
    let outcome = Bench.run(
      "days_over(incident.started, timestamp('2022-10-18T00:00:00Z'), 24)", ["incident.started": started])
    #expect(outcome.value == value)
  }

  @Test func `units are hours in and days out`() {
    let wrong = Bench.run("days_over(incident.started, incident.started, incident.days)").value
    #expect(wrong.hasPrefix("refused: ") && wrong.contains("`h`"))
    #expect(
      Bench.run("days_over(incident.started, incident.started, 1) > incident.cap").value.hasPrefix(
        "refused: "))
    #expect(Bench.run("days_over(incident.started, incident.started, 1) > incident.days").missing.count == 2)
  }
}
