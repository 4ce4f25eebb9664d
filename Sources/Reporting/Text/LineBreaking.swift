import Diagnostics

/// Breaks text into lines by display width: between words, and inside a word only where it is longer than a line.
enum LineBreaking {
  /// A space at which no line is broken; it is written as an ordinary one.
  static let tie = "\u{A0}"

  /// The lines of a text, of which the first may take `first` cells and the others `rest`. Never empty.
  static func lines(of text: String, first: Int, rest: Int) -> [String] {
    if cells(text) <= first { return [untied(text)] }
    var lines: [String] = []
    var line = ""
    var used = 0
    var room: Int { max(8, lines.isEmpty ? first : rest) }
    for word in words(of: text) {
      let wide = cells(word)
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
      for piece in pieces(of: word, room: room) {
        if !line.isEmpty { lines.append(line) }
        line = piece
      }
      used = cells(line)
    }
    lines.append(line)
    return lines.map(untied)
  }

  /// Display width, counted by bytes where every character is ASCII or a Hangul syllable.
  static func cells(_ text: String) -> Int {
    var cells = 0
    for byte in text.utf8 {
      switch byte {
      case 0..<0x80: cells += 1
      case 0x80..<0xC0: continue
      case 0xEB, 0xEC: cells += 2
      // Hangul begins inside 0xEA and ends inside 0xED.
      default: return DisplayWidth.of(text)
      }
    }
    return cells
  }

  private static func untied(_ line: String) -> String {
    guard line.unicodeScalars.contains("\u{A0}") else { return line }
    var text = String.UnicodeScalarView()
    for scalar in line.unicodeScalars { text.append(scalar == "\u{A0}" ? " " : scalar) }
    return String(text)
  }

  /// Parts of a word that is too long for a line; a path is parted after `]`, `.` or `/` where that is possible.
  private static func pieces(of word: String, room: Int) -> [String] {
    var pieces: [String] = []
    var piece = ""
    var used = 0
    for character in word {
      let wide = DisplayWidth.of(character)
      if used + wide > room {
        var tail = ""
        if let joint = piece.lastIndex(where: { $0 == "]" || $0 == "." || $0 == "/" }),
          piece.distance(from: piece.startIndex, to: joint) > room / 3
        {
          let next = piece.index(after: joint)
          tail = String(piece[next...])
          piece = String(piece[..<next])
        }
        pieces.append(piece)
        piece = tail
        used = cells(tail)
      }
      piece.append(character)
      used += wide
    }
    pieces.append(piece)
    return pieces
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
    if isMonth(after) { return before.utf8.last.map(isDigit) == true && before.utf8.count <= 3 }
    let startsWithDigit = isDigit(next)
    let tail = before.utf8.suffix(3)
    if startsWithDigit, tail.last == UInt8(ascii: "."), let digit = tail.dropLast().last, isDigit(digit) {
      return before.utf8.count <= 14
    }
    if startsWithDigit,
      isMonth(before[(before.lastIndex(of: " ").map(before.index(after:)) ?? before.startIndex)...])
    {
      return true
    }
    return startsWithDigit && before.utf8.count == 3
      && before.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
  }

  private static func isMonth(_ word: Substring) -> Bool {
    switch word {
    case "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
      "November", "December":
      true
    default: false
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
