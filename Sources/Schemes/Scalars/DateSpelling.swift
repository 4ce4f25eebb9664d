import Diagnostics
import Expressions

/// The many ways to write a date or a time that files may not use, and the right spelling of each.
enum DateSpelling {
  /// What to write in place of a text that is no date.
  static func dateHelp(_ text: String) -> LocalizedText {
    let numbers = Self.numbers(in: text)
    if let impossible = impossibleDay(numbers) { return impossible }
    if let iso = date(numbers) {
      return LocalizedText(ko: "`\(iso)`로 적으십시오", en: "write `\(iso)`")
    }
    return LocalizedText(
      ko: "날짜는 `2022-12-29`처럼 적습니다. 모르면 `null`로 적으십시오",
      en: "write a date as `2022-12-29`, or `null` if it is not known")
  }

  /// What to write in place of a text that is no time.
  static func timestampHelp(_ text: String) -> LocalizedText {
    let numbers = Self.numbers(in: text)
    if let impossible = impossibleDay(numbers) { return impossible }
    if let iso = date(numbers) {
      let index = numbers.first?.digits.utf8.count == 8 ? 1 : 3
      if numbers.count > index {
        let hour = Int(numbers[index].digits) ?? 99
        let minute = numbers.count > index + 1 ? Int(numbers[index + 1].digits) ?? 99 : 0
        if hour <= 23, minute <= 59 {
          let time = iso + "T" + twoDigits(hour) + ":" + twoDigits(minute) + "+09:00"
          return LocalizedText(
            ko: "시간대까지 `\(time)`처럼 적으십시오(한국 시각일 때)",
            en: "write it with its offset, such as `\(time)` for Korean time")
        }
        return LocalizedText(
          ko: "시각은 00:00부터 23:59까지입니다. 밤 12시는 다음 날 `00:00`입니다",
          en: "a time runs from 00:00 to 23:59; midnight is `00:00` of the next day")
      }
      return LocalizedText(
        ko: "시각까지 `\(iso)T15:30+09:00`처럼 적으십시오. 때만 모르면 "
          + "`{at_least: \"\(iso)T00:00+09:00\", at_most: \"\(iso)T23:59+09:00\"}`로 적으십시오",
        en: "add the time, such as `\(iso)T15:30+09:00`; if only the day is known write "
          + "`{at_least: \"\(iso)T00:00+09:00\", at_most: \"\(iso)T23:59+09:00\"}`")
    }
    return LocalizedText(
      ko: "시각은 `2022-10-15T15:30+09:00`처럼 시간대까지 적습니다. 모르면 `null`로 적으십시오",
      en: "write a time with its offset, such as `2022-10-15T15:30+09:00`, or `null` if it is not known")
  }

  private struct Number {
    var digits: String
  }

  /// The runs of digits in a text, at most eight.
  private static func numbers(in text: String) -> [Number] {
    guard text.utf8.count <= 64 else { return [] }
    var numbers: [Number] = []
    var digits = ""
    for scalar in text.unicodeScalars {
      var value = scalar.value
      if (0xFF10...0xFF19).contains(value) { value -= 0xFEE0 }
      if (0x30...0x39).contains(value), let digit = Unicode.Scalar(value) {
        digits.unicodeScalars.append(digit)
      } else if !digits.isEmpty {
        numbers.append(Number(digits: digits))
        digits = ""
      }
      if numbers.count == 8 { return numbers }
    }
    if !digits.isEmpty { numbers.append(Number(digits: digits)) }
    return numbers
  }

  private static func parts(_ numbers: [Number]) -> (year: Int, month: Int, day: Int)? {
    if let first = numbers.first, first.digits.utf8.count == 8, let all = Int(first.digits) {
      return (all / 10_000, all / 100 % 100, all % 100)
    }
    guard numbers.count >= 3, let first = Int(numbers[0].digits), let month = Int(numbers[1].digits),
      let day = Int(numbers[2].digits), numbers[1].digits.utf8.count <= 2, numbers[2].digits.utf8.count <= 2
    else { return nil }
    switch numbers[0].digits.utf8.count {
    case 4: return (first, month, day)
    case 2 where first > 12: return (2000 + first, month, day)
    default: return nil
    }
  }

  private static func date(_ numbers: [Number]) -> String? {
    parts(numbers).flatMap { Day(year: $0.year, month: $0.month, day: $0.day)?.iso }
  }

  /// Says which days a month has, for a text that has the form of a date and is none.
  private static func impossibleDay(_ numbers: [Number]) -> LocalizedText? {
    guard let (year, month, day) = parts(numbers), Day(year: year, month: month, day: day) == nil else {
      return nil
    }
    guard (1...12).contains(month), let first = Day(year: year, month: month, day: 1) else {
      return LocalizedText(
        ko: "그런 날짜는 없습니다. 달은 1부터 12까지입니다", en: "there is no such day: months run from 1 to 12")
    }
    let last = first.addingMonths(1).adding(days: -1)
    return LocalizedText(
      ko: "그런 날짜는 없습니다. \(year)년 \(month)월은 \(last.day)일까지입니다",
      en: "there is no such day: that month ends on \(last.iso)")
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
