import Diagnostics

/// Numbers points as official documents do: `1.`, `가.`, `1)`, `가)`, `(1)`, `(가)`; in English `1.`, `a.`, `1)`, `a)`.
struct OfficialNumbering: Sendable {
  private let language: Language
  /// How many points there have been at each level since the one above it.
  private var counts: [Int] = []

  /// Nothing numbered yet.
  init(_ language: Language) {
    self.language = language
  }

  /// The label of the next point at a level, which counts from 1; deeper levels begin anew.
  mutating func next(_ level: Int) -> String {
    let level = max(1, level)
    while counts.count < level { counts.append(0) }
    counts.removeSubrange(level...)
    counts[level - 1] += 1
    let count = counts[level - 1]
    switch level {
    case 1: return "\(count)."
    case 2: return "\(letter(count))."
    case 3: return "\(count))"
    case 4: return "\(letter(count)))"
    case 5: return "(\(count))"
    default: return "(\(letter(count)))"
    }
  }

  /// `가`, `나` … `하`, `거` …; `a`, `b` … `z`, `aa` ….
  private func letter(_ count: Int) -> String {
    switch language {
    case .ko: Self.syllable(count)
    case .en: Self.latin(count)
    }
  }

  /// The fourteen plain consonants with ㅏ, then with ㅓ, ㅗ, ㅜ, ㅡ and ㅣ; past those, counted in figures.
  private static func syllable(_ count: Int) -> String {
    let initials: [UInt32] = [0, 2, 3, 5, 6, 7, 9, 11, 12, 14, 15, 16, 17, 18]
    let vowels: [UInt32] = [0, 4, 8, 13, 18, 20]
    let place = count - 1
    guard place >= 0, place < initials.count * vowels.count else { return "\(count)" }
    let code = 0xAC00 + initials[place % initials.count] * 588 + vowels[place / initials.count] * 28
    return Unicode.Scalar(code).map { String($0) } ?? "\(count)"
  }

  private static func latin(_ count: Int) -> String {
    var rest = count
    var letters = ""
    while rest > 0 {
      rest -= 1
      letters = String(Unicode.Scalar(UInt8(ascii: "a") + UInt8(rest % 26))) + letters
      rest /= 26
    }
    return letters
  }
}
