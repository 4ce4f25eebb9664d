/// Finds the name an author probably meant.
package enum Suggestion {
  /// Names longer than this are not compared.
  private static let longest = 80

  /// The candidate nearest to what was written, nil if none is near; equals are told apart by their order.
  ///
  /// Hangul syllables are compared by their letters, so that one wrong vowel is one mistake. A name whose words
  /// stand in another order, or that was typed with the keyboard set to the other script, is near too.
  package static func nearest(to written: String, among candidates: [String]) -> String? {
    guard written.utf8.count <= longest * 4 else { return nil }
    if let near = nearestByLetters(to: written, among: candidates) { return near }
    let words = words(written).sorted()
    return candidates.filter {
      isSwapped(written, $0) || isMade(of: words, $0, otherThan: written) || isSlip(written, $0)
    }.min()
  }

  /// Asks whether a name is the one that was meant.
  package static func question(_ name: String) -> LocalizedText {
    LocalizedText(ko: "`\(name)`을(를) 쓰려던 것입니까?", en: "did you mean `\(name)`?")
  }

  private static func nearestByLetters(to written: String, among candidates: [String]) -> String? {
    let wanted = letters(written)
    guard !wanted.isEmpty, wanted.count <= longest else { return nil }
    let allowed = max(1, wanted.count / 3)
    var best: (name: String, distance: Int)?
    for name in candidates where name != written && name.utf8.count <= longest * 4 {
      guard mayBeNear(name, count: wanted.count, within: allowed) else { continue }
      let other = letters(name)
      guard other.count <= longest, !other.isEmpty else { continue }
      let limit = min(allowed, max(1, other.count / 3))
      let distance = distance(wanted, other, limit: limit)
      guard distance <= limit else { continue }
      if let known = best {
        let isNearer = distance < known.distance
        let isEarlier =
          distance == known.distance
          && name.unicodeScalars.lexicographicallyPrecedes(
            known.name.unicodeScalars)
        guard isNearer || isEarlier else { continue }
      }
      best = (name, distance)
    }
    return best?.name
  }

  /// Whether the number of a name's letters may differ from `count` by no more than `limit`: a scalar is at least one
  /// letter and at most three.
  private static func mayBeNear(_ name: String, count: Int, within limit: Int) -> Bool {
    let scalars = name.unicodeScalars.count
    return scalars <= count + limit && 3 * scalars >= count - limit
  }

  /// Whether two names differ by two neighbouring syllables that changed places.
  private static func isSwapped(_ a: String, _ b: String) -> Bool {
    let (first, second) = (Array(a.unicodeScalars), Array(b.unicodeScalars))
    guard first.count == second.count, let place = first.indices.first(where: { first[$0] != second[$0] }),
      place + 1 < first.count
    else { return false }
    return first[place] == second[place + 1] && first[place + 1] == second[place]
      && first[(place + 2)...] == second[(place + 2)...]
  }

  /// Whether a name consists of the words of another one, in another order or way of joining: `daysPayment`,
  /// `payment_days`.
  private static func isMade(of words: [String], _ name: String, otherThan written: String) -> Bool {
    guard words.count > 1, name != written, name.utf8.count <= longest * 4 else { return false }
    return self.words(name).sorted() == words
  }

  /// The words of a name in lower case: parted by `_`, `-`, dots and spaces, or by capital letters.
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    var followsSmall = false
    for character in text {
      let isCapital = character.isUppercase
      if !character.isLetter && !character.isNumber || isCapital && followsSmall {
        if !word.isEmpty { words.append(word) }
        word = ""
      }
      if character.isLetter || character.isNumber { word += character.lowercased() }
      followsSmall = character.isLowercase || character.isNumber
    }
    return word.isEmpty ? words : words + [word]
  }

  /// Whether one of two names is in Hangul and the other one was typed with the same keys.
  private static func isSlip(_ a: String, _ b: String) -> Bool {
    guard KeyboardSlip.isHangul(a) != KeyboardSlip.isHangul(b), b.utf8.count <= longest * 4 else {
      return false
    }
    return KeyboardSlip.keys(a) == KeyboardSlip.keys(b)
  }

  /// Lower-case letters, `-` and spaces as `_`, syllables taken apart into the letters of Hangul.
  private static func letters(_ text: String) -> [UInt32] {
    var result: [UInt32] = []
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x41...0x5A: result.append(scalar.value + 0x20)
      case 0x20, 0x2D: result.append(0x5F)
      case 0xAC00...0xD7A3:
        let index = scalar.value - 0xAC00
        result.append(0x1100 + index / 588)
        result.append(0x1161 + index % 588 / 28)
        if index % 28 > 0 { result.append(0x11A7 + index % 28) }
      default: result.append(scalar.value)
      }
    }
    return result
  }

  /// Insertions, deletions, replacements and swaps of neighbours; anything above `limit` when it is above.
  private static func distance(_ a: [UInt32], _ b: [UInt32], limit: Int) -> Int {
    guard abs(a.count - b.count) <= limit else { return limit + 1 }
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in 1...a.count {
      var row = [i]
      row.reserveCapacity(b.count + 1)
      for j in 1...b.count {
        var least = min(row[j - 1], last[j]) + 1
        least = min(least, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          least = min(least, beforeLast[j - 2] + 1)
        }
        row.append(least)
      }
      if row.allSatisfy({ $0 > limit }) { return limit + 1 }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }
}
