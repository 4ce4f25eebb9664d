package import Diagnostics

/// Days and instants as people write them, from the canonical text of a report.
package enum DateText {
  /// `2022-12-29` as `2022. 12. 29.` or `29 December 2022`; other text unchanged.
  package static func day(_ iso: String, _ language: Language) -> String {
    var bytes = Array(iso.utf8)[...]
    guard let day = Day(&bytes), bytes.isEmpty else { return iso }
    return day.text(language)
  }

  /// `2022-10-15T15:30:00+09:00` as `2022. 10. 15. 15:30` or `15 October 2022, 15:30`, at the offset it is
  /// written in; seconds only where there are any, `UTC` where that is the offset; other text unchanged.
  package static func instant(_ iso: String, _ language: Language) -> String {
    var bytes = Array(iso.utf8)[...]
    guard let day = Day(&bytes), bytes.popFirst() == UInt8(ascii: "T"), bytes.count >= 5 else { return iso }
    var time = String(decoding: bytes.prefix(5), as: UTF8.self)
    bytes = bytes.dropFirst(5)
    if bytes.first == UInt8(ascii: ":") {
      let seconds = bytes.prefix {
        $0 != UInt8(ascii: "Z") && $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-")
      }
      bytes = bytes.dropFirst(seconds.count)
      if seconds.contains(where: { (UInt8(ascii: "1")...UInt8(ascii: "9")).contains($0) }) {
        time += String(decoding: seconds, as: UTF8.self)
      }
    }
    if bytes.first == UInt8(ascii: "Z") { time += " UTC" }
    switch language {
    case .ko: return "\(day.text(.ko)) \(time)"
    case .en: return "\(day.text(.en)), \(time)"
    }
  }

  private struct Day {
    var year: Int
    var month: Int
    var day: Int

    /// Takes `YYYY-MM-DD` off the front.
    init?(_ bytes: inout ArraySlice<UInt8>) {
      let text = Array(bytes.prefix(10))
      guard text.count == 10, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"),
        let year = Self.number(text[0..<4]), let month = Self.number(text[5..<7]),
        let day = Self.number(text[8..<10]), (1...12).contains(month), (1...31).contains(day)
      else { return nil }
      (self.year, self.month, self.day) = (year, month, day)
      bytes = bytes.dropFirst(10)
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
      var value = 0
      for digit in digits {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
        value = value * 10 + Int(digit - UInt8(ascii: "0"))
      }
      return value
    }

    func text(_ language: Language) -> String {
      switch language {
      case .ko: "\(year). \(month). \(day)."
      case .en: "\(day) \(Self.months[month - 1]) \(year)"
      }
    }

    private static let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
      "November", "December",
    ]
  }
}
