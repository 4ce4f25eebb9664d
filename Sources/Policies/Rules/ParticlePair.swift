/// The pairs of Korean particles that a message may choose from, the one after a final consonant first.
enum ParticlePair {
  /// Pairs whose two forms differ in more than an added syllable.
  private static let common = [
    ("이", "가"), ("을", "를"), ("은", "는"), ("과", "와"), ("으로", "로"), ("아", "야"), ("이나", "나"),
  ]

  /// Beginnings of pairs that other syllables may follow: `과의/와의`, `으로서/로서`, `이라고/라고`, `이었다/였다`.
  private static let beginnings = [
    ("은커녕", "는커녕"), ("과", "와"), ("으로", "로"), ("이에", "예"), ("이었", "였"),
  ]

  /// Whether the two forms belong together in this order.
  static func isKnown(_ pair: (String, String)) -> Bool {
    if common.contains(where: { $0 == pair }) { return true }
    // 이라고/라고, 이며/며, 으면/면
    if !pair.1.isEmpty, pair.0 == "이" + pair.1 || pair.0 == "으" + pair.1 { return true }
    return beginnings.contains { first, second in
      pair.0.hasPrefix(first) && pair.1.hasPrefix(second)
        && pair.0.dropFirst(first.count) == pair.1.dropFirst(second.count)
    }
  }

  /// The pair that was probably meant by one that is not known, as a message writes it.
  static func meant(by pair: (String, String)) -> String? {
    if isKnown((pair.1, pair.0)) { return "\(pair.1)/\(pair.0)" }
    let near =
      common.first { $0.0 == pair.0 } ?? common.first { $0.1 == pair.1 }
      ?? common.first { $0.0 == pair.1 } ?? common.first { $0.1 == pair.0 }
    return near.map { "\($0.0)/\($0.1)" }
  }
}
