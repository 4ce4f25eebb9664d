/// A calendar day of the proleptic Gregorian calendar, in the years 1 to 9999.
package struct Day: Sendable, Hashable {
  /// Days since 1970-01-01.
  package let number: Int32

  /// 0001-01-01.
  package static let first = Day(unchecked: -719_162)
  /// 9999-12-31.
  package static let last = Day(unchecked: 2_932_896)

  /// The day so many days after 1970-01-01, moved to the nearest end if it lies outside the years 1 to 9999.
  package init(number: Int32) {
    self.number = min(max(number, Day.first.number), Day.last.number)
  }

  private init(unchecked number: Int32) {
    self.number = number
  }

  /// The day with this date; nil if there is none.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    number = Int32(Day.number(year: year, month: month, day: day))
  }

  /// Reads `YYYY-MM-DD`; nil for any other text and for a day that does not exist.
  package init?(iso text: String) {
    var reader = DigitReader(text)
    guard let year = reader.number(digits: 4), reader.take("-"), let month = reader.number(digits: 2),
      reader.take("-"), let day = reader.number(digits: 2), reader.isAtEnd
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// 1 to 9999.
  package var year: Int { date.year }
  /// 1 to 12.
  package var month: Int { date.month }
  /// 1 to 31.
  package var day: Int { date.day }

  /// Year, month and day at once.
  package var date: (year: Int, month: Int, day: Int) {
    // Counted from 0000-03-01, so that the leap day is the last of its year.
    let shifted = Int(number) + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day)
  }

  /// 0 for Sunday to 6 for Saturday.
  package var weekday: Int {
    let rest = (Int(number) + 4) % 7
    return rest < 0 ? rest + 7 : rest
  }

  /// 1 for 1 January to 366.
  package var dayOfYear: Int {
    Int(number) - Day.number(year: year, month: 1, day: 1) + 1
  }

  /// `YYYY-MM-DD`.
  package var iso: String {
    let (year, month, day) = date
    func digit(_ number: Int) -> UInt8 { UInt8(ascii: "0") + UInt8(number % 10) }
    let dash = UInt8(ascii: "-")
    return String(
      decoding: [
        digit(year / 1000), digit(year / 100), digit(year / 10), digit(year), dash,
        digit(month / 10), digit(month), dash, digit(day / 10), digit(day),
      ], as: UTF8.self)
  }

  /// Number of days in a month from 1 to 12.
  package static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days since 1970-01-01 of a date in the years 1 to 9999.
  private static func number(year: Int, month: Int, day: Int) -> Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}

extension Day: Comparable {
  /// The earlier day is the smaller one.
  package static func < (a: Day, b: Day) -> Bool { a.number < b.number }
}
