/// Numbers and days as a spreadsheet stores them: only where nothing of them is lost.
enum SheetNumber {
  /// How many decimals a plain decimal number has; nil where it holds more digits than a spreadsheet keeps, or is no
  /// such number.
  static func decimals(_ text: String) -> Int? {
    var digits = 0
    var decimals: Int?
    var isLeading = true
    for (index, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "-") where index == 0: break
      case UInt8(ascii: ".") where decimals == nil && index > 0: decimals = 0
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if byte != UInt8(ascii: "0") { isLeading = false }
        if !isLeading { digits += 1 }
        decimals = decimals.map { $0 + 1 }
      default: return nil
      }
    }
    guard !text.isEmpty, text != "-", text.utf8.last != UInt8(ascii: "."), digits <= 15 else { return nil }
    let places = decimals ?? 0
    return places <= 15 ? places : nil
  }

  /// The number of days by which spreadsheets count, 1900-03-01 being 61; nil for an earlier day, one after 9999, or
  /// a text that is no day.
  static func serial(_ iso: String) -> Int? {
    let bytes = Array(iso.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = number(bytes[0..<4]), let month = number(bytes[5..<7]), let day = number(bytes[8..<10]),
      (1...12).contains(month), (1...31).contains(day), year >= 1900
    else { return nil }
    // Days since 1 March of year 0, in which a leap day ends the year.
    let shifted = month > 2 ? year : year - 1
    let monthsSinceMarch = (month + 9) % 12
    let days =
      365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + (153 * monthsSinceMarch + 2) / 5 + day - 1
    let serial = days - 693_899
    return serial >= 61 ? serial : nil
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      value = value * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return value
  }
}
