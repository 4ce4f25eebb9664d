import Testing

@Suite struct `Functions over windows and ranges of facts` {
  private static func outages(_ windows: (Shop.Stated?, Shop.Stated?)...) -> [String: Shop.Stated] {
    [
      "outages": .records(
        windows.map { from, to in
          var window: [String: Shop.Stated] = [:]
          window["from"] = from
          window["to"] = to
          return window
        })
    ]
  }

  private static let plain = outages(
    ("2022-10-15T00:00:00Z", "2022-10-15T04:00:00Z"), ("2022-10-15T03:00:00Z", "2022-10-15T06:00:00Z"),
    ("2022-10-16T00:00:00Z", "2022-10-16T01:00:00Z"))

  @Test(arguments: [
    ("covered_hours(outages)", "7"), ("longest_hours(outages)", "6"),
    ("covered_hours(outages, timestamp('2022-10-15T05:00:00Z'), timestamp('2022-10-16T00:30:00Z'))", "1.5"),
    ("earliest(outages)", "2022-10-15T00:00:00Z"), ("latest(outages)", "2022-10-16T01:00:00Z"),
    ("months_touched(outages)", "[2022-10-01]"),
  ])
  func `windows are put together`(text: String, value: String) {
    #expect(Bench.run(text, Self.plain).value == value)
  }

  @Test func `a window with a blank end leaves the whole unknown`() {
    let stated = Self.outages(("2022-10-15T00:00:00Z", nil), ("2022-10-15T03:00:00Z", "2022-10-15T06:00:00Z"))
    for function in ["covered_hours", "longest_hours", "earliest", "latest"] {
      #expect(Bench.run("\(function)(outages)", stated).missing == ["outages[#1].to missing"])
    }
  }

  @Test func `ends with bounds give bounds`() {
    let stated = Self.outages(
      ("2022-10-15T00:00:00Z", .between("2022-10-15T02:00:00Z", "2022-10-15T05:00:00Z")),
      (.either(["2022-10-15T04:00:00Z", "2022-10-15T05:00:00Z"]), "2022-10-15T06:00:00Z"))
    #expect(Bench.run("covered_hours(outages)", stated).value == "3..6")
    #expect(Bench.run("covered_hours(outages) >= 3", stated).value == "true")
    let open = Bench.run("covered_hours(outages) >= 4", stated)
    #expect(open.value == "unknown")
    #expect(open.missing == ["outages[#1].to bounds", "outages[#2].from disputed"])
  }

  @Test func `months that may be touched are doubtful, and what leaves them open is named`() {
    let stated = Self.outages(
      ("2022-10-20T00:00:00Z", .between("2022-10-25T00:00:00Z", "2022-11-05T00:00:00Z")))
    #expect(Bench.run("months_touched(outages)", stated).value == "[2022-10-01, 2022-11-01?]")
    #expect(Bench.run("date('2022-10-01') in months_touched(outages)", stated).value == "true")
    for text in [
      "date('2022-11-01') in months_touched(outages)",
      "months_touched(outages).exists(m, m > date('2022-10-02'))",
      "months_touched(outages).size() == 1",
    ] {
      #expect(Bench.run(text, stated).missing == ["outages[#1].to bounds"], "\(text)")
    }
    #expect(
      Bench.run(
        "months_touched(outages).size()",
        Self.outages((.atMost("2022-10-15T00:00:00Z"), "2022-10-15T00:00:00Z"))
      ).value == "unknown")
  }

  private static func tiers(_ tiers: [String: Shop.Stated]...) -> [String: Shop.Stated] {
    ["tiers": .records(tiers)]
  }

  @Test func `gaps and overlaps lie between stated ends, and none is an open end`() {
    let stated = Self.tiers(
      ["range.ge": 0, "range.lt": 10], ["range.ge": 20, "range.le": 30],
      ["range.gt": 25, "range.lt": Shop.Stated.none])
    #expect(Bench.run("gaps(tiers)", stated).value == "[[10..20)]")
    #expect(Bench.run("overlaps(tiers)", stated).value == "[(25..30]]")
    #expect(Bench.run("gaps(tiers).size() == 0", stated).reads.count == 6)
  }

  @Test func `an end that is not stated, or has only bounds, leaves gaps unknown`() {
    let missing = Bench.run("gaps(tiers)", Self.tiers(["range.ge": 0], ["range.ge": 20, "range.le": 30]))
    #expect(missing.value == "unknown")
    #expect(missing.missing == ["tiers[#1].range.lt missing"])
    let bounds = Bench.run("gaps(tiers)", Self.tiers(["range.ge": 0, "range.lt": .between(8, 9)]))
    #expect(bounds.missing == ["tiers[#1].range.lt bounds"])
    let disputed = Bench.run("gaps(tiers)", Self.tiers(["range.ge": 0, "range.lt": .either([8, 9])]))
    #expect(disputed.missing == ["tiers[#1].range.lt disputed"])
  }
}
