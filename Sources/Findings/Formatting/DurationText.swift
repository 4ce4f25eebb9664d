import Diagnostics

/// Durations as people write them.
enum DurationText {
  /// `4210s` as `1시간 10분 10초` or `1 h 10 min 10 s`; other text unchanged.
  static func words(_ text: String, _ language: Language) -> String {
    guard text.hasSuffix("s") else { return text }
    let parts = text.dropLast().split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first, let total = Int(whole), total >= 0 else { return text }
    let fraction = parts.count == 2 ? ".\(parts[1])" : ""
    var words: [String] = []
    if total >= 3600 { words.append(language == .ko ? "\(total / 3600)시간" : "\(total / 3600) h") }
    if total / 60 % 60 > 0 {
      words.append(language == .ko ? "\(total / 60 % 60)분" : "\(total / 60 % 60) min")
    }
    if total % 60 > 0 || !fraction.isEmpty || words.isEmpty {
      words.append(language == .ko ? "\(total % 60)\(fraction)초" : "\(total % 60)\(fraction) s")
    }
    return words.joined(separator: " ")
  }
}
