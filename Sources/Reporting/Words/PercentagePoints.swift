import Diagnostics
import Findings

/// The difference of two shares, which is told in points: 0.05 points are not 0.05 %.
enum PercentagePoints {
  /// Whether a title says that its value is in points.
  static func are(meantBy title: LocalizedText?) -> Bool {
    guard let title else { return false }
    return Bytes.holds(title.en, "percentage point") || Bytes.holds(title.ko, "퍼센트포인트")
  }

  /// `93.75%` as `93.75 percentage points`.
  static func english(_ percent: String) -> String {
    guard percent.utf8.last == UInt8(ascii: "%") else { return percent }
    let number = percent.dropLast()
    return "\(number) percentage \(number == "1" ? "point" : "points")"
  }

  /// A value in words, in points where its title says that it is.
  static func text(_ value: ReportValue, titled title: LocalizedText?, _ formatter: ValueFormatter) -> String
  {
    let text = formatter.text(value)
    guard text.utf8.last == UInt8(ascii: "%"), are(meantBy: title) else { return text }
    switch formatter.language {
    case .ko: return "\(text)p"
    case .en: return english(text)
    }
  }
}
