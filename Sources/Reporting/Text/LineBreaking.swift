import Diagnostics

/// Breaks text into lines by display width: between words, and inside a word only where it is longer than a line.
enum LineBreaking {
  /// A space at which no line is broken; it is written as an ordinary one.
  static let tie = "\u{A0}"

  /// The lines of a text, of which the first may take `first` cells and the others `rest`. Never empty.
  static func lines(of text: String, first: Int, rest: Int) -> [String] {
    if text.utf8.count <= first { return [untied(text)] }
    var lines: [String] = []
    var line = ""
    var used = 0
    var room: Int { max(8, lines.isEmpty ? first : rest) }
    for word in words(of: text) {
      let wide = DisplayWidth.of(word)
      if !line.isEmpty, used + 1 + wide <= room {
        line += " " + word
        used += 1 + wide
        continue
      }
      if !line.isEmpty {
        lines.append(line)
        line = ""
      }
      if wide <= room {
        line = word
        used = wide
        continue
      }
      used = 0
      for character in word {
        let cells = DisplayWidth.of(String(character))
        if used + cells > room {
          lines.append(line)
          line = ""
          used = 0
        }
        line.append(character)
        used += cells
      }
    }
    lines.append(line)
    return lines.map(untied)
  }

  private static func untied(_ line: String) -> String {
    guard line.unicodeScalars.contains("\u{A0}") else { return line }
    var text = String.UnicodeScalarView()
    for scalar in line.unicodeScalars { text.append(scalar == "\u{A0}" ? " " : scalar) }
    return String(text)
  }

  /// Words by spaces; what must not be torn apart, such as `2022. 12. 29.` and `KRW 7,550`, is one word.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    for word in text.split(separator: " ", omittingEmptySubsequences: true) {
      if let last = words.last, belongsTogether(last, word) {
        words[words.count - 1] = "\(last) \(word)"
      } else {
        words.append(String(word))
      }
    }
    return words
  }

  private static func belongsTogether(_ before: String, _ after: Substring) -> Bool {
    guard let next = after.utf8.first else { return false }
    let startsWithDigit = isDigit(next)
    let tail = before.utf8.suffix(3)
    if startsWithDigit, tail.last == UInt8(ascii: "."), let digit = tail.dropLast().last, isDigit(digit) {
      return before.utf8.count <= 14
    }
    return startsWithDigit && before.utf8.count == 3
      && before.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
