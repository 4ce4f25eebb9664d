import Expressions
import Foundation
import Testing

@Suite struct `Days` {
  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2022-10-15", 19_280),
    ("0001-01-01", -719_162),
    ("9999-12-31", 2_932_896),
  ])
  func `a day is read, counted from 1970 and written`(_ text: String, _ number: Int32) throws {
    let day = try #require(Day(iso: text))
    #expect(day.number == number)
    #expect(day.iso == text)
    #expect(Day(number: number) == day)
  }

  @Test(arguments: [
    "", "2022-1-1", "2022-02-29", "1900-02-29", "2022-13-01", "2022-00-10", "2022-10-00", "2022-10-32",
    "2022-11-31",
    "0000-12-31", "22-10-15", "2022/10/15", "2022. 10. 15.", "2022-10-15T00:00", "2022-10-15 ", " 2022-10-15",
    "２０２２-10-15", "20221015", "-022-10-15", "+022-10-15",
  ])
  func `anything else is no day`(_ text: String) {
    #expect(Day(iso: text) == nil)
  }

  @Test func `the system's calendar agrees on every kind of year`() throws {
    var days = Array(stride(from: Day.first.number, through: Day.last.number, by: 173))
    days += (-800)...800
    days += 10_900...11_800
    days += [Day.first.number, Day.last.number]
    for number in days {
      var time = time_t(number) * 86_400
      var parts = tm()
      gmtime_r(&time, &parts)
      let day = Day(number: number)
      try #require(day.year == Int(parts.tm_year) + 1900, "day \(number)")
      try #require(day.month == Int(parts.tm_mon) + 1, "day \(number)")
      try #require(day.day == Int(parts.tm_mday), "day \(number)")
      try #require(day.weekday == Int(parts.tm_wday), "day \(number)")
      try #require(day.dayOfYear == Int(parts.tm_yday) + 1, "day \(number)")
      try #require(Day(year: day.year, month: day.month, day: day.day) == day, "day \(number)")
    }
  }

  @Test(arguments: [
    ("2022-10-15", 1, "2022-11-15"), ("2023-01-31", 1, "2023-02-28"), ("2024-01-31", 1, "2024-02-29"),
    ("2022-12-15", 1, "2023-01-15"), ("2023-01-15", -1, "2022-12-15"), ("2023-03-31", -1, "2023-02-28"),
    ("2024-02-29", 12, "2025-02-28"), ("2024-02-29", 48, "2028-02-29"), ("2022-10-15", 0, "2022-10-15"),
    ("2022-10-01", -22, "2020-12-01"), ("9999-12-31", 1, "9999-12-31"), ("0001-01-31", -1, "0001-01-01"),
    ("2022-10-15", Int.max, "9999-12-31"), ("2022-10-15", Int.min, "0001-01-01"),
  ])
  func `months are added up to the month's end and to the ends of time`(
    _ from: String, _ months: Int, _ to: String
  )
    throws
  {
    #expect(try #require(Day(iso: from)).addingMonths(months).iso == to)
  }

  @Test(arguments: [
    ("2022-10-20", 30, "2022-11-19"), ("2024-02-28", 2, "2024-03-01"), ("2022-01-01", -1, "2021-12-31"),
    ("9999-12-30", 5, "9999-12-31"), ("0001-01-02", -5, "0001-01-01"), ("2022-10-15", Int.max, "9999-12-31"),
    ("2022-10-15", Int.min, "0001-01-01"),
  ])
  func `days are added up to the ends of time`(_ from: String, _ days: Int, _ to: String) throws {
    #expect(try #require(Day(iso: from)).adding(days: days).iso == to)
  }

  @Test func `adding that must not stop says where it would`() throws {
    #expect(Day.last.advanced(byDays: 1) == nil)
    #expect(Day.first.advanced(byDays: -1) == nil)
    #expect(Day.last.advanced(byMonths: 1) == nil)
    #expect(Day.first.advanced(byMonths: -1) == nil)
    #expect(Day.first.advanced(byMonths: 9999 * 12 - 1)?.iso == "9999-12-01")
    #expect(Day(number: .max) == .last)
    #expect(Day(number: .min) == .first)
  }

  @Test func `days between two days are negative backwards`() throws {
    let first = try #require(Day(iso: "2024-02-01"))
    let last = try #require(Day(iso: "2024-03-01"))
    #expect(first.days(until: last) == 29)
    #expect(last.days(until: first) == -29)
    #expect(first.days(until: first) == 0)
  }
}
