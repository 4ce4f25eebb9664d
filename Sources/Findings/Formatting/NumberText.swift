import Diagnostics

/// Numbers as people write them, from the canonical text of a report.
enum NumberText {
  /// With separators, `≈` where it was rounded, and large amounts of money in 조·억·만 or in millions.
  static func grouped(_ value: ReportValue, _ language: Language) -> String {
    guard value.exact == nil else { return "≈" + separated(shortened(value.text, wholeFrom: 1_000)) }
    if language == .en, value.unit == "KRW", let large = inMillions(value.text) { return large }
    if language == .ko, value.unit == "KRW", let amount = Int(value.text), abs(amount) >= 100_000_000,
      amount % 10_000 == 0
    {
      return inLargeUnits(amount)
    }
    return separated(value.text)
  }

  /// A time in hours that is better said in minutes: `40분`, `1시간 10분`; nil where decimals of an hour do.
  static func minutes(_ value: ReportValue, _ language: Language) -> String? {
    guard value.unit == "h", let (numerator, denominator) = fraction(value), denominator > 0, numerator > 0,
      value.exact != nil || numerator < denominator
    else { return nil }
    let (sixty, overflow) = numerator.multipliedReportingOverflow(by: 60)
    guard !overflow, sixty % denominator == 0 else { return nil }
    let total = sixty / denominator
    let (hours, minutes) = (total / 60, total % 60)
    switch language {
    case .ko: return hours > 0 ? "\(hours)시간 \(minutes)분" : "\(minutes)분"
    case .en: return hours > 0 ? "\(hours) h \(minutes) min" : "\(minutes) min"
    }
  }

  /// `1234567.5` as `1,234,567.5`; text that is no decimal number is left as it is.
  static func separated(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let sign = bytes.first == UInt8(ascii: "-") ? 1 : 0
    let whole = bytes[sign...].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
    guard whole > 3 else { return text }
    var result = Array(bytes.prefix(sign))
    for index in 0..<whole {
      if index > 0, (whole - index) % 3 == 0 { result.append(UInt8(ascii: ",")) }
      result.append(bytes[sign + index])
    }
    result.append(contentsOf: bytes[(sign + whole)...])
    return String(decoding: result, as: UTF8.self)
  }

  /// An amount in words where that says exactly the same: `557.7 billion`; nil for one below a million and one with
  /// more than three decimals then.
  private static func inMillions(_ text: String) -> String? {
    guard let amount = Int(text), amount.magnitude >= 1_000_000 else { return nil }
    let (unit, word): (UInt, String) =
      switch amount.magnitude {
      case 1_000_000_000_000...: (1_000_000_000_000, "trillion")
      case 1_000_000_000...: (1_000_000_000, "billion")
      default: (1_000_000, "million")
      }
    guard amount.magnitude % (unit / 1_000) == 0 else { return nil }
    var decimals = String(amount.magnitude % unit / (unit / 1_000))
    decimals = String(repeating: "0", count: 3 - decimals.utf8.count) + decimals
    while decimals.utf8.last == UInt8(ascii: "0") { decimals.removeLast() }
    let whole = separated(String(amount.magnitude / unit)) + (decimals.isEmpty ? "" : "." + decimals)
    return "\(amount < 0 ? "-" : "")\(whole) \(word)"
  }

  /// The ends of a range of rounded amounts of won as whole numbers, with one sign for both: `≈206~326`; nil for others.
  static func wholeWon(_ low: ReportValue, _ high: ReportValue, dash: String) -> String? {
    guard low.unit == "KRW", low.exact != nil, high.exact != nil else { return nil }
    return "≈" + separated(shortened(low.text, wholeFrom: 100)) + dash
      + separated(shortened(high.text, wholeFrom: 100))
  }

  /// A rounded decimal with as many places as a reader needs: two, or more where the number is small, and none from a
  /// number on.
  private static func shortened(_ text: String, wholeFrom: Int) -> String {
    let parts = text.split(separator: ".", maxSplits: 1)
    guard parts.count == 2 else { return text }
    let places = Array(parts[1].utf8)
    let isSmall = parts[0] == "0" || parts[0] == "-0"
    let zeros = isSmall ? places.prefix { $0 == UInt8(ascii: "0") }.count : 0
    let isLarge = Int(parts[0]).map { $0.magnitude >= wholeFrom } ?? true
    let keep = isLarge ? 0 : zeros + 2
    guard places.count > keep else { return text }
    var digits = Array(parts[0].utf8.drop { $0 == UInt8(ascii: "-") }) + Array(places.prefix(keep))
    if places[keep] >= UInt8(ascii: "5") { increment(&digits) }
    let sign = parts[0].hasPrefix("-") ? "-" : ""
    let whole = String(decoding: digits.dropLast(keep), as: UTF8.self)
    return keep == 0
      ? sign + whole : "\(sign)\(whole).\(String(decoding: digits.suffix(keep), as: UTF8.self))"
  }

  private static func increment(_ digits: inout [UInt8]) {
    for index in digits.indices.reversed() {
      if digits[index] < UInt8(ascii: "9") {
        digits[index] += 1
        return
      }
      digits[index] = UInt8(ascii: "0")
    }
    digits.insert(UInt8(ascii: "1"), at: 0)
  }

  private static func inLargeUnits(_ amount: Int) -> String {
    var parts: [String] = []
    let magnitude = abs(amount)
    let (trillions, hundredMillions) = (magnitude / 1_000_000_000_000, magnitude / 100_000_000 % 10_000)
    let tenThousands = magnitude / 10_000 % 10_000
    if trillions > 0 { parts.append("\(separated(String(trillions)))조") }
    if hundredMillions > 0 { parts.append("\(separated(String(hundredMillions)))억") }
    if tenThousands > 0 { parts.append("\(separated(String(tenThousands)))만") }
    return (amount < 0 ? "-" : "") + parts.joined(separator: " ")
  }

  /// The number as a fraction of two machine integers, if it is small enough.
  private static func fraction(_ value: ReportValue) -> (Int, Int)? {
    if let exact = value.exact {
      let parts = exact.split(separator: "/")
      guard parts.count == 2, let numerator = Int(parts[0]), let denominator = Int(parts[1]) else {
        return nil
      }
      return (numerator, denominator)
    }
    let parts = value.text.split(separator: ".", maxSplits: 1)
    guard parts.count == 2, parts[1].count <= 9, let digits = Int(parts[0] + parts[1]) else { return nil }
    return (digits, (0..<parts[1].count).reduce(1) { power, _ in power * 10 })
  }
}
