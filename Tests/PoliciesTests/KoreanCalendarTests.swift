import Diagnostics
import Expressions
import Foundation
import Policies
import Testing
import YAMLTree

/// The shipped Korean calendar, read where it lies in this checkout.
enum KoreanCalendar {
  static let calendar: Expressions.Calendar? = {
    let file = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "policies/calendars/kr.yaml")
    guard let bytes = try? Data(contentsOf: file) else { return nil }
    var log = DiagnosticLog()
    let tree = YAMLTree.parse(SourceFile(path: "kr.yaml", bytes: [UInt8](bytes)), into: &log)
    let calendar = tree.flatMap { CalendarFile.load($0, diagnostics: &log) }
    return log.entries.isEmpty ? calendar : nil
  }()

  static func text(_ result: Expressions.Calendar.DayResult?) -> String {
    switch result {
    case .day(let day, let uncertain): ([day] + uncertain).map(\.iso).joined(separator: " ? ")
    case .outside(let day): "outside \(day.iso)"
    case nil: "no such mode"
    }
  }
}

/// The holidays of a year, put together from the Decree on Public Holidays and a table of lunar days, by itself.
private struct DecreedYear {
  /// Lunar New Year, the eighth day of the fourth month, the fifteenth of the eighth, as month and day.
  static let lunar: [Int: (newYear: (Int, Int), buddha: (Int, Int), chuseok: (Int, Int))] = [
    2015: ((2, 19), (5, 25), (9, 27)), 2016: ((2, 8), (5, 14), (9, 15)), 2017: ((1, 28), (5, 3), (10, 4)),
    2018: ((2, 16), (5, 22), (9, 24)), 2019: ((2, 5), (5, 12), (9, 13)), 2020: ((1, 25), (4, 30), (10, 1)),
    2021: ((2, 12), (5, 19), (9, 21)), 2022: ((2, 1), (5, 8), (9, 10)), 2023: ((1, 22), (5, 27), (9, 29)),
    2024: ((2, 10), (5, 15), (9, 17)), 2025: ((1, 29), (5, 5), (10, 6)), 2026: ((2, 17), (5, 24), (9, 25)),
    2027: ((2, 7), (5, 13), (9, 15)),
  ]
  /// Election days and days that the Cabinet declared.
  static let single = [
    "2015-08-14", "2016-04-13", "2016-05-06", "2017-05-09", "2017-10-02", "2018-06-13", "2020-04-15",
    "2020-08-17", "2022-03-09", "2022-06-01", "2023-10-02", "2024-04-10", "2024-10-01", "2025-01-27",
    "2025-06-03", "2026-06-03",
  ]

  /// A holiday with the first day on which a substitute is granted for it, and whether a Saturday asks for one.
  private struct Holiday {
    var day: Day
    var substituteSince: String?
    var countsSaturday = true
  }

  let year: Int

  private func day(_ month: Int, _ day: Int) throws -> Day {
    try #require(Day(year: year, month: month, day: day))
  }

  private func holidays() throws -> [Holiday] {
    let lunar = try #require(Self.lunar[year])
    var list = [
      Holiday(day: try day(1, 1)), Holiday(day: try day(3, 1), substituteSince: "2021-08-04"),
      Holiday(day: try day(5, 5), substituteSince: "2013-11-05"), Holiday(day: try day(6, 6)),
      Holiday(day: try day(8, 15), substituteSince: "2021-08-04"),
      Holiday(day: try day(10, 3), substituteSince: "2021-08-04"),
      Holiday(day: try day(10, 9), substituteSince: "2021-08-04"),
      Holiday(day: try day(12, 25), substituteSince: "2023-05-04"),
      Holiday(day: try day(lunar.buddha.0, lunar.buddha.1), substituteSince: "2023-05-04"),
    ]
    for feast in [lunar.newYear, lunar.chuseok] {
      for offset in -1...1 {
        list.append(
          Holiday(
            day: try day(feast.0, feast.1).adding(days: offset), substituteSince: "2013-11-05",
            countsSaturday: false))
      }
    }
    if year >= 2026 {
      list.append(Holiday(day: try day(5, 1), substituteSince: "2026-05-01"))
      list.append(Holiday(day: try day(7, 17), substituteSince: "2026-05-01"))
    }
    return list
  }

  /// All holidays with their substitutes: the first day after the holiday (or after the feast's three days) that is
  /// neither a weekend nor a holiday.
  func days() throws -> Set<Day> {
    let holidays = try holidays()
    var all = Set(holidays.map(\.day))
    for text in Self.single {
      let day = try #require(Day(iso: text))
      if day.year == year { all.insert(day) }
    }
    var substitutes: Set<Day> = []
    for (place, holiday) in holidays.enumerated() {
      guard let since = holiday.substituteSince, holiday.day >= (try #require(Day(iso: since))) else {
        continue
      }
      let weekday = holiday.day.weekday
      // Of two holidays that share a weekday the later in the list asks; one substitute is enough.
      let shares = holidays[..<place].contains { $0.day == holiday.day } && (1...5).contains(weekday)
      guard weekday == 0 || (weekday == 6 && holiday.countsSaturday) || shares else { continue }
      var next = holiday.day
      repeat {
        next = next.adding(days: 1)
      } while all.contains(next) || substitutes.contains(next) || next.weekday == 0 || next.weekday == 6
      substitutes.insert(next)
    }
    return all.union(substitutes)
  }
}

@Suite struct `The shipped Korean calendar` {
  @Test(arguments: 2015...2027)
  func `lists the holidays that the decree gives each year`(_ year: Int) throws {
    let calendar = try #require(KoreanCalendar.calendar)
    let listed = Set(calendar.holidays.keys.filter { $0.year == year })
    let decreed = try DecreedYear(year: year).days()
    #expect(listed.subtracting(decreed).map(\.iso).sorted() == [], "listed but not decreed")
    #expect(decreed.subtracting(listed).map(\.iso).sorted() == [], "decreed but not listed")
  }

  @Test func `names every holiday in both languages with its source`() throws {
    let calendar = try #require(KoreanCalendar.calendar)
    #expect(calendar.covers == day("2015-01-01")...day("2027-12-31"))
    for (day, holiday) in calendar.holidays {
      #expect(!holiday.name.ko.isEmpty && holiday.name.en != holiday.name.ko, "\(day.iso)")
      #expect(holiday.source?.isEmpty == false, "\(day.iso)")
      let isSubstitute = holiday.name.ko.hasSuffix("대체공휴일")
      #expect(holiday.name.en.hasPrefix("Substitute") == isSubstitute, "\(day.iso)")
      #expect(!isSubstitute || (1...5).contains(day.weekday), "\(day.iso)")
    }
  }

  @Test(arguments: [
    ("2015-05-01", true), ("2024-05-01", true), ("2025-05-01", true),  // Labour Day was none before 2026
    ("2026-05-01", false), ("2027-05-03", false), ("2025-07-17", true), ("2026-07-17", false),
    ("2020-10-05", true),  // Saturday's National Foundation Day had no substitute before 2021
    ("2021-12-27", true), ("2027-12-27", false),  // nor Christmas before 2023
    ("2026-09-28", true),  // a Saturday of Chuseok has none
    ("2017-10-06", false), ("2025-05-06", false), ("2015-01-01", false),
  ])
  func `tells working days from others`(_ text: String, _ isWorkingDay: Bool) throws {
    let calendar = try #require(KoreanCalendar.calendar)
    let next = calendar.workingDaysAfter(day(text).adding(days: -1), 1)
    #expect((KoreanCalendar.text(next) == text) == isWorkingDay)
  }
}

@Suite struct `Periods of the Civil Act and the General Act on Public Administration` {
  enum Unit {
    case days, months, years, workingDays
  }

  /// A period as an act counts it: from a day, so many units, to its last day.
  struct Example: CustomTestStringConvertible {
    var article: String
    var from: String
    var count: Int
    var unit: Unit
    var mode: String?
    var last: String

    init(
      _ article: String, _ from: String, _ count: Int, _ unit: Unit, mode: String? = nil, _ last: String
    ) {
      (self.article, self.from, self.count, self.unit) = (article, from, count, unit)
      (self.mode, self.last) = (mode, last)
    }

    var testDescription: String { "\(article): \(from) + \(count) \(unit)" }
  }

  static let civil: [Example] = [
    // 157: the first day is not counted …
    Example("민법 157 본문", "2022-10-17", 10, .days, "2022-10-27"),
    Example("민법 157 본문", "2024-02-19", 10, .days, "2024-02-29"),
    Example("민법 157 본문", "2019-12-27", 7, .days, "2020-01-03"),
    // … unless the period begins at midnight.
    Example("민법 157 단서", "2022-10-17", 10, .days, mode: "from_midnight", "2022-10-26"),
    Example("민법 157 단서", "2022-11-01", 1, .months, mode: "from_midnight", "2022-11-30"),
    Example("민법 157 단서, 161", "2022-10-01", 8, .days, mode: "from_midnight", "2022-10-11"),
    // 159: a period of days, weeks, months or years ends with the end of its last day.
    Example("민법 159", "2023-03-06", 14, .days, "2023-03-20"),
    // 160 (1): weeks, months and years are counted by the calendar, whatever their length.
    Example("민법 160 ①", "2023-01-31", 1, .months, "2023-02-28"),
    Example("민법 160 ①", "2024-01-31", 1, .months, "2024-02-29"),
    Example("민법 160 ①", "2022-11-30", 1, .months, "2023-01-02"),  // all of December
    Example("민법 160 ①", "2018-12-31", 1, .years, "2019-12-31"),
    // 160 (2): else to the day before the corresponding one.
    Example("민법 160 ②", "2022-10-17", 1, .months, "2022-11-17"),
    Example("민법 160 ②", "2022-10-17", 3, .months, "2023-01-17"),
    Example("민법 160 ②", "2019-06-25", 2, .years, "2021-06-25"),
    Example("민법 160 ②", "2022-03-15", 6, .months, "2022-09-15"),
    // 160 (3): a last month without that day ends the period on its own last day.
    Example("민법 160 ③", "2022-11-29", 3, .months, "2023-02-28"),
    Example("민법 160 ③", "2023-08-30", 6, .months, "2024-02-29"),
    Example("민법 160 ③", "2024-02-28", 1, .years, "2025-02-28"),
    Example("민법 160 ③", "2022-12-29", 2, .months, "2023-02-28"),
    Example("민법 160 ③", "2019-05-30", 1, .months, "2019-07-01"),  // 30 June is a Sunday
    // 161: a last day on a Saturday or holiday moves to the day after.
    Example("민법 161", "2022-10-20", 30, .days, "2022-11-21"),  // Saturday, Sunday
    Example("민법 161", "2022-10-14", 1, .days, "2022-10-17"),
    Example("민법 161", "2015-08-13", 1, .days, "2015-08-17"),  // a temporary holiday, Liberation Day, Sunday
    // Children's Day, a temporary holiday, a weekend
    Example("민법 161", "2016-05-04", 1, .days, "2016-05-09"),
    Example("민법 161", "2017-09-29", 1, .days, "2017-10-10"),  // the ten days of autumn 2017
    Example("민법 161", "2018-06-12", 1, .days, "2018-06-14"),  // a local election
    Example("민법 161", "2020-04-14", 1, .days, "2020-04-16"),  // an election of the National Assembly
    Example("민법 161", "2025-06-02", 1, .days, "2025-06-04"),  // a presidential election
    Example("민법 161", "2024-09-30", 1, .days, "2024-10-02"),  // a temporary holiday
    // Saturday's Liberation Day, a temporary holiday
    Example("민법 161", "2020-08-14", 1, .days, "2020-08-18"),
    // two holidays on one Monday and their substitute
    Example("민법 161", "2025-05-02", 1, .days, "2025-05-07"),
    Example("민법 161", "2025-10-02", 1, .days, "2025-10-10"),  // a week of holidays with one substitute
    Example("민법 161", "2021-10-08", 1, .days, "2021-10-12"),  // Saturday's Hangeul Day and its substitute
    // Lunar New Year from Saturday to its substitute
    Example("민법 161", "2027-02-05", 1, .days, "2027-02-10"),
    Example("민법 161", "2026-04-30", 1, .days, "2026-05-04"),  // Labour Day, since 2026
    Example("민법 161", "2025-04-30", 1, .days, "2025-05-01"),  // and before
    Example("민법 161", "2027-12-24", 1, .days, "2027-12-28"),
    // A first day that is off counts like any other: only the last one moves.
    Example("민법 157, 161", "2022-10-14", 6, .days, "2022-10-20"),
    Example("영업일", "2017-09-29", 1, .workingDays, "2017-10-10"),
    Example("영업일", "2025-10-02", 5, .workingDays, "2025-10-16"),
  ]

  static let administrative: [Example] = [
    // 6 (1): what is not said otherwise is counted as in the Civil Act.
    Example("행정기본법 6 ①", "2022-10-20", 30, .days, "2022-11-21"),
    // 6 (2): a restriction counts its first day and ends on its last, holiday or not.
    Example("행정기본법 6 ② 1", "2022-10-20", 30, .days, mode: "administrative", "2022-11-18"),
    Example("행정기본법 6 ② 2", "2022-10-21", 30, .days, mode: "administrative", "2022-11-19"),  // a Saturday
    Example("행정기본법 6 ② 1", "2023-03-15", 3, .months, mode: "administrative", "2023-06-14"),
    Example("행정기본법 6 ② 2", "2022-12-26", 1, .months, mode: "administrative", "2023-01-25"),
    Example("행정기본법 6 ② 2", "2022-09-11", 1, .years, mode: "administrative", "2023-09-10"),  // a Sunday
    // 7: from promulgation, its day not counted; the last day stays where it is, and the act is in force the day after.
    Example("행정기본법 7 2", "2020-06-09", 6, .months, mode: "enforcement", "2020-12-09"),
    Example("행정기본법 7 3", "2026-02-10", 3, .months, mode: "enforcement", "2026-05-10"),  // a Sunday
    Example("행정기본법 7 3", "2022-12-01", 30, .days, mode: "enforcement", "2022-12-31"),  // a Saturday
    // 158 and 7-2: ages count the day of birth.
    Example("민법 158", "2004-03-15", 19, .years, mode: "age", "2023-03-14"),
    Example("민법 158, 160 ③", "2004-02-29", 19, .years, mode: "age", "2023-02-28"),
    Example("민법 158", "2005-01-01", 19, .years, mode: "age", "2023-12-31"),
    Example("행정기본법 7의2", "2008-02-29", 16, .years, mode: "age", "2024-02-28"),
  ]

  @Test(arguments: civil + administrative)
  func `end on the day that the article gives`(_ example: Example) throws {
    let calendar = try #require(KoreanCalendar.calendar)
    let from = day(example.from)
    let result =
      switch example.unit {
      case .days: calendar.daysAfter(from, example.count, mode: example.mode)
      case .months: calendar.monthsAfter(from, example.count, mode: example.mode)
      case .years: calendar.monthsAfter(from, 12 * example.count, mode: example.mode)
      case .workingDays: calendar.workingDaysAfter(from, example.count, mode: example.mode)
      }
    #expect(KoreanCalendar.text(result) == example.last, "\(example.article)")
  }

  /// Articles 155 and 156: hours, minutes and seconds run from the moment itself, over holidays too.
  @Test func `hours run from the moment`() throws {
    let start = try #require(Instant(iso: "2022-10-15T15:30:00+09:00"))
    let end = try #require(TimeSpan(text: "34h30m").flatMap { start.adding($0) })
    #expect(end == Instant(iso: "2022-10-17T02:00:00+09:00"))
  }

  @Test func `are not known where they end or move outside the calendar`() throws {
    let calendar = try #require(KoreanCalendar.calendar)
    #expect(KoreanCalendar.text(calendar.daysAfter(day("2027-12-31"), 1)) == "outside 2028-01-01")
    #expect(KoreanCalendar.text(calendar.daysAfter(day("2014-12-30"), 1)) == "outside 2014-12-31")
    #expect(KoreanCalendar.text(calendar.monthsAfter(day("2027-11-30"), 1)) == "2027-12-31")
    #expect(KoreanCalendar.text(calendar.monthsAfter(day("2027-12-01"), 1)) == "outside 2028-01-01")
    #expect(KoreanCalendar.text(calendar.daysAfter(day("2027-12-30"), 1)) == "2027-12-31")
    #expect(
      KoreanCalendar.text(calendar.daysAfter(day("2027-12-31"), 2, mode: "administrative"))
        == "outside 2028-01-01")
  }
}

@Suite struct `Chains of holidays` {
  /// A week of holidays from Monday 2 to Friday 6 March 2026, of which some are not sure.
  private func calendar(uncertain: Set<Int>, until last: String = "2026-03-31") -> Expressions.Calendar {
    var holidays: [Day: Expressions.Calendar.Holiday] = [:]
    for date in 2...6 {
      holidays[day("2026-03-0\(date)")] = .init(
        name: LocalizedText("휴일"), isUncertain: uncertain.contains(date))
    }
    return Calendar(
      id: "x", utcOffset: 0, modes: ["as_is": CountingMode(firstDay: .excluded, lastDay: .asIs)],
      defaultMode: CountingMode(firstDay: .excluded, lastDay: .nextWorkingDay), weekend: [0, 6],
      holidays: holidays, covers: day("2026-02-01")...day(last))
  }

  @Test func `carry a last day over all of them`() {
    #expect(KoreanCalendar.text(calendar(uncertain: []).daysAfter(day("2026-02-27"), 1)) == "2026-03-09")
  }

  @Test func `name the uncertain ones on the way, and only those`() {
    let calendar = calendar(uncertain: [3, 6])
    #expect(
      KoreanCalendar.text(calendar.daysAfter(day("2026-02-27"), 1)) == "2026-03-09 ? 2026-03-03 ? 2026-03-06")
    #expect(KoreanCalendar.text(calendar.daysAfter(day("2026-03-03"), 1)) == "2026-03-09 ? 2026-03-06")
    #expect(KoreanCalendar.text(calendar.daysAfter(day("2026-02-27"), 1, mode: "as_is")) == "2026-02-28")
    #expect(KoreanCalendar.text(calendar.daysAfter(day("2026-02-26"), 1)) == "2026-02-27")
  }

  @Test func `that reach the end of the calendar leave the day unknown`() {
    let calendar = calendar(uncertain: [], until: "2026-03-08")
    #expect(KoreanCalendar.text(calendar.daysAfter(day("2026-02-27"), 1)) == "outside 2026-03-09")
    #expect(KoreanCalendar.text(calendar.workingDaysAfter(day("2026-02-27"), 1)) == "outside 2026-03-09")
  }
}
