/// A day of the calendar as a number, so that days can be counted between two.
struct CivilDay: Sendable, Hashable, Comparable {
  /// Days since 1 January 1970.
  let number: Int

  /// Reads `2022-12-29`, or the day of an instant such as `2022-10-15T15:30:00+09:00`; nil for anything else.
  init?(_ text: String) {
    let bytes = Array(text.utf8.prefix(11))
    guard bytes.count == 10 || bytes.count == 11 && bytes[10] == UInt8(ascii: "T"),
      bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[5..<7]),
      let day = Self.number(bytes[8..<10]), (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    // Years begin in March, so that the leap day is the last one.
    let shifted = month > 2 ? year : year - 1
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      value = value * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return value
  }

  /// 0 for Monday to 6 for Sunday.
  var weekday: Int {
    // 1 January 1970 was a Thursday.
    let place = (number % 7 + 3) % 7
    return place < 0 ? place + 7 : place
  }

  /// Days from one day to another, negative where it lies before.
  static func - (later: CivilDay, earlier: CivilDay) -> Int { later.number - earlier.number }

  /// Whether a day comes before another.
  static func < (a: CivilDay, b: CivilDay) -> Bool { a.number < b.number }
}
