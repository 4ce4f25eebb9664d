import Diagnostics
import Expressions
import Testing

extension Expressions.Calendar {
  /// Korean days off from September 2022 to June 2023, and two ways of counting.
  static func korea(until last: String = "2023-06-30") throws -> Expressions.Calendar {
    let names = [
      "2022-09-09": "추석 연휴", "2022-09-10": "추석", "2022-09-11": "추석 연휴", "2022-09-12": "추석 대체공휴일",
      "2022-10-03": "개천절", "2022-10-09": "한글날", "2022-10-10": "한글날 대체공휴일", "2022-12-25": "성탄절",
      "2023-01-01": "신정", "2023-01-21": "설날 연휴", "2023-01-22": "설날", "2023-01-23": "설날 연휴",
      "2023-01-24": "설날 대체공휴일", "2023-03-01": "삼일절", "2023-05-05": "어린이날", "2023-05-27": "부처님오신날",
      "2023-05-29": "부처님오신날 대체공휴일", "2023-06-06": "현충일",
    ]
    var holidays: [Day: Holiday] = [:]
    for (date, name) in names {
      holidays[try #require(Day(iso: date))] = Holiday(
        name: LocalizedText(name), isUncertain: date == "2023-05-29")
    }
    return Calendar(
      id: "kr", utcOffset: 9 * 3600,
      modes: ["restriction": CountingMode(firstDay: .included, lastDay: .asIs)],
      defaultMode: CountingMode(firstDay: .excluded, lastDay: .nextWorkingDay), weekend: [0, 6],
      holidays: holidays,
      covers: try #require(Day(iso: "2022-09-01"))...(try #require(Day(iso: last))))
  }
}

@Suite struct `Counting periods under the Civil Act` {
  static func text(_ result: Expressions.Calendar.DayResult?) -> String {
    switch result {
    case .day(let day, let uncertain): ([day] + uncertain).map(\.iso).joined(separator: " ? ")
    case .outside(let day): "outside \(day.iso)"
    case nil: "no such mode"
    }
  }

  /// Articles 157 and 161: the first day does not count; a last day off moves to the next working day.
  @Test(arguments: [
    ("2022-10-20", 30, "2022-11-21"),  // the 30th day is Saturday 19 November
    ("2022-10-17", 1, "2022-10-18"),
    ("2022-10-15", 2, "2022-10-17"),  // from a Saturday: the first day may well be off
    ("2022-10-15", 7, "2022-10-24"),  // Saturday to Monday
    ("2022-10-16", 7, "2022-10-24"),  // Sunday to Monday
    ("2022-09-30", 3, "2022-10-04"),  // National Foundation Day, a Monday
    ("2022-10-08", 1, "2022-10-11"),  // Sunday Hangeul Day, then its substitute
    ("2023-01-13", 7, "2023-01-20"),
    ("2023-01-14", 7, "2023-01-25"),  // Saturday and the whole of Seollal with its substitute
    ("2022-12-01", 30, "2023-01-02"),  // Saturday 31 December, then Sunday New Year's Day
    ("2023-05-29", 0, "2023-05-30 ? 2023-05-29"),
    ("2022-10-20", 0, "2022-10-20"),
    ("2022-10-20", -7, "2022-10-13"),
    ("2022-10-22", -7, "2022-10-15"),  // counted back, a Saturday stays
    ("2023-05-20", 7, "2023-05-30 ? 2023-05-29"),  // Saturday, Sunday, then a substitute that is not sure
    ("2023-05-21", 9, "2023-05-30"),  // over the uncertain day, but not because of it
  ])
  func `days with the first one excluded`(_ from: String, _ count: Int, _ last: String) throws {
    let day = try #require(Day(iso: from))
    #expect(Self.text(try Calendar.korea().daysAfter(day, count)) == last)
  }

  /// Article 6 of the General Act on Public Administration: duties run from their first day to the last as it is.
  @Test(arguments: [
    ("2022-10-20", 30, "2022-11-18"), ("2022-10-20", 31, "2022-11-19"), ("2022-10-20", 1, "2022-10-20"),
    ("2022-10-20", 0, "2022-10-20"), ("2022-10-20", -1, "2022-10-20"), ("2022-10-20", -7, "2022-10-14"),
  ])
  func `days with the first one included and the last as it is`(_ from: String, _ count: Int, _ last: String)
    throws
  {
    let day = try #require(Day(iso: from))
    #expect(Self.text(try Calendar.korea().daysAfter(day, count, mode: "restriction")) == last)
  }

  /// Article 160: months by the calendar, to the day before the corresponding one or to the month's end.
  @Test(arguments: [
    ("2022-10-15", 1, "2022-11-15"),
    ("2022-10-01", 1, "2022-11-01"),
    ("2022-10-31", 1, "2022-11-30"),  // from 1 November: the whole of November
    ("2022-09-30", 1, "2022-10-31"),  // from 1 October: the whole of October
    ("2023-01-29", 1, "2023-02-28"),  // from the 30th, which February lacks
    ("2023-01-30", 1, "2023-02-28"),  // from the 31st, which February lacks
    ("2023-01-31", 1, "2023-02-28"),  // from 1 February: the whole of February
    ("2023-02-28", 1, "2023-03-31"),  // from 1 March: the whole of March
    ("2023-01-27", 1, "2023-02-27"),
    ("2022-11-30", 3, "2023-02-28"),
    ("2022-12-31", 2, "2023-02-28"),
    ("2023-04-05", 1, "2023-05-08"),  // Children's Day, a Friday
    ("2022-11-21", 1, "2022-12-21"),
    ("2022-11-24", 1, "2022-12-26"),  // Saturday to Monday past Christmas Day, a Sunday
    ("2023-01-15", 0, "2023-01-16"),  // no period at all ends on the day, which is a Sunday
    ("2023-03-31", -1, "2023-02-28"),
    ("2023-05-27", -1, "2023-04-27"),
  ])
  func `months with the first day excluded`(_ from: String, _ count: Int, _ last: String) throws {
    let day = try #require(Day(iso: from))
    #expect(Self.text(try Calendar.korea().monthsAfter(day, count)) == last)
  }

  @Test(arguments: [
    ("2022-10-01", 1, "2022-10-31"), ("2022-10-15", 1, "2022-11-14"), ("2023-01-31", 1, "2023-02-28"),
    ("2022-10-31", 4, "2023-02-28"), ("2022-12-01", 3, "2023-02-28"), ("2022-10-16", 1, "2022-11-15"),
  ])
  func `months with the first day included`(_ from: String, _ count: Int, _ last: String) throws {
    let day = try #require(Day(iso: from))
    #expect(Self.text(try Calendar.korea().monthsAfter(day, count, mode: "restriction")) == last)
  }

  @Test func `months over a leap day`() throws {
    let calendar = Calendar(
      id: "plain", utcOffset: 0, defaultMode: CountingMode(firstDay: .excluded, lastDay: .asIs), weekend: [],
      holidays: [:], covers: .first ... .last)
    for (from, count, last) in [
      ("2024-01-30", 1, "2024-02-29"), ("2024-02-29", 12, "2025-02-28"), ("2023-02-28", 12, "2024-02-29"),
      ("2024-02-28", 12, "2025-02-28"), ("2024-02-29", 48, "2028-02-29"),
    ] {
      #expect(
        Self.text(calendar.monthsAfter(try #require(Day(iso: from)), count)) == last, "\(from) + \(count)")
    }
  }

  @Test(arguments: [
    ("2022-10-07", 1, "2022-10-11"),  // over a weekend and a substitute holiday
    ("2022-10-07", 3, "2022-10-13"), ("2022-10-08", 1, "2022-10-11"), ("2022-10-07", 0, "2022-10-07"),
    ("2023-01-20", 1, "2023-01-25"), ("2022-10-17", 5, "2022-10-24"), ("2022-10-11", -1, "2022-10-07"),
    ("2022-10-12", -1, "2022-10-11"), ("2022-10-12", -2, "2022-10-07"),
    ("2023-05-26", 1, "2023-05-30 ? 2023-05-29"), ("2023-05-30", -1, "2023-05-26 ? 2023-05-29"),
  ])
  func `working days with the first one excluded`(_ from: String, _ count: Int, _ last: String) throws {
    let day = try #require(Day(iso: from))
    #expect(Self.text(try Calendar.korea().workingDaysAfter(day, count)) == last)
  }

  @Test(arguments: [
    ("2022-10-07", 1, "2022-10-07"), ("2022-10-08", 1, "2022-10-11"), ("2022-10-07", 2, "2022-10-11"),
    ("2022-10-11", -2, "2022-10-07"), ("2022-10-10", -1, "2022-10-07"),
  ])
  func `working days with the first one included`(_ from: String, _ count: Int, _ last: String) throws {
    let day = try #require(Day(iso: from))
    #expect(Self.text(try Calendar.korea().workingDaysAfter(day, count, mode: "restriction")) == last)
  }

  @Test func `a last day that the calendar does not cover is not known`() throws {
    let calendar = try Calendar.korea()
    let last = try #require(Day(iso: "2023-06-30"))
    #expect(Self.text(calendar.daysAfter(last, 1)) == "outside 2023-07-01")
    #expect(Self.text(calendar.daysAfter(last, 1, mode: "restriction")) == "2023-06-30")
    #expect(Self.text(calendar.daysAfter(last, 2, mode: "restriction")) == "outside 2023-07-01")
    #expect(Self.text(calendar.monthsAfter(last, 1)) == "outside 2023-07-31")
    #expect(Self.text(calendar.workingDaysAfter(last, 1)) == "outside 2023-07-01")
    #expect(Self.text(calendar.daysAfter(try #require(Day(iso: "2022-08-31")), 1)) == "2022-09-01")
    #expect(Self.text(calendar.daysAfter(try #require(Day(iso: "2022-09-01")), -1)) == "outside 2022-08-31")
    #expect(
      Self.text(calendar.workingDaysAfter(try #require(Day(iso: "2022-09-01")), -1)) == "outside 2022-08-31")
  }

  @Test func `a move that leaves the calendar is not known`() throws {
    let calendar = try Calendar.korea(until: "2023-06-24")
    let friday = try #require(Day(iso: "2023-06-23"))
    #expect(Self.text(calendar.daysAfter(friday, 0)) == "2023-06-23")
    #expect(Self.text(calendar.daysAfter(friday, 1)) == "outside 2023-06-25")
    #expect(Self.text(calendar.workingDaysAfter(friday, 1)) == "outside 2023-06-25")
  }

  @Test(arguments: [Int.max, Int.min, Int.max - 1, Int.min + 1, 4_000_000, -4_000_000])
  func `a count beyond all time is outside, not a crash`(_ count: Int) throws {
    let calendar = try Calendar.korea()
    for mode in [nil, "restriction"] {
      for day in [Day.first, try #require(Day(iso: "2022-10-20")), Day.last] {
        for result in [
          calendar.daysAfter(day, count, mode: mode), calendar.monthsAfter(day, count, mode: mode),
          calendar.workingDaysAfter(day, count, mode: mode),
        ] {
          #expect(Self.text(result).hasPrefix("outside"))
        }
      }
    }
  }

  @Test func `a way of counting that is not declared is named as such`() throws {
    let day = try #require(Day(iso: "2022-10-20"))
    #expect(try Calendar.korea().daysAfter(day, 1, mode: "duty") == nil)
    #expect(try Calendar.korea().monthsAfter(day, 1, mode: "duty") == nil)
    #expect(try Calendar.korea().workingDaysAfter(day, 1, mode: "duty") == nil)
  }

  @Test func `a calendar without working days never finds one`() throws {
    let calendar = Calendar(
      id: "idle", utcOffset: 0, defaultMode: CountingMode(firstDay: .excluded, lastDay: .nextWorkingDay),
      weekend: [0, 1, 2, 3, 4, 5, 6], holidays: [:], covers: .first ... .last)
    #expect(Self.text(calendar.daysAfter(Day(number: 0), 1)) == "outside 9999-12-31")
    #expect(Self.text(calendar.workingDaysAfter(Day(number: 0), 1)) == "outside 9999-12-31")
  }
}
