import Diagnostics

/// A text broken into lines by display width: between words, and inside a word only where it is longer than a line.
///
/// What a terminal could act on is made visible, line breaks and runs of spaces become single spaces. One pass
/// over the bytes measures, checks and breaks.
struct BrokenText {
  /// A space at which no line is broken; it is written as an ordinary one.
  static let tie = "\u{A0}"

  /// The text as UTF-8, harmless, with single spaces.
  private(set) var bytes: [UInt8]
  /// The lines as ranges of `bytes`. Never empty.
  private(set) var lines: [Range<Int>]

  /// Breaks a text into lines of which the first may take `first` cells and the others `rest`.
  init(_ text: String, first: Int, rest: Int) {
    bytes = Array(text.utf8)
    lines = []
    if breakLines(first: first, rest: rest, isTrusted: false) { return }
    bytes = Array(Printable.escaped(Self.oneLine(text)).utf8)
    _ = breakLines(first: first, rest: rest, isTrusted: true)
  }

  /// False: the text holds something that must not reach a terminal.
  private mutating func breakLines(first: Int, rest: Int, isTrusted: Bool) -> Bool {
    var breaker = LineBreaker(first: first, rest: rest)
    let isHarmless = bytes.withUnsafeMutableBufferPointer { breaker.run($0, isTrusted: isTrusted) }
    guard isHarmless else { return false }
    lines = breaker.lines
    return true
  }

  /// Line breaks and tabs as single spaces: a folded text of a policy is one paragraph.
  private static func oneLine(_ text: String) -> String {
    let bytes = text.utf8.map { $0 == 0x0A || $0 == 0x0D || $0 == 0x09 ? 0x20 : $0 }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Goes through the bytes of a text once and notes where its lines begin and end.
private struct LineBreaker {
  private let first: Int
  private let rest: Int
  private(set) var lines: [Range<Int>] = []
  /// The line so far; empty ranges stand for none.
  private var line = 0..<0
  private var used = 0
  /// Words that stay together, such as `2022. 12. 29.`, and where the last of them begins.
  private var unit = 0..<0
  private var unitCells = 0
  private var lastWord = 0

  init(first: Int, rest: Int) {
    (self.first, self.rest) = (max(8, first), max(8, rest))
  }

  private var room: Int { lines.isEmpty ? first : rest }

  /// Writes the text with single spaces over itself and breaks it; false where something in it is not harmless.
  mutating func run(_ buffer: UnsafeMutableBufferPointer<UInt8>, isTrusted: Bool) -> Bool {
    let bytes = UnsafeBufferPointer(buffer)
    var width = CellWidth()
    var reader = 0
    var writer = 0
    var word = 0
    var cells = 0
    while reader < bytes.count {
      let byte = bytes[reader]
      if byte > 0x20, byte < 0x7F {
        buffer[writer] = byte
        writer += 1
        reader += 1
        width.addASCII()
        cells += 1
      } else if byte == 0x20 {
        if word < writer {
          end(word..<writer, cells, bytes)
          buffer[writer] = byte
          writer += 1
          word = writer
          cells = 0
        }
        reader += 1
      } else if byte < 0x80 {
        return false
      } else {
        let (value, length) = UTF8Scalar.read(bytes, at: reader)
        if value == 0xA0 {
          buffer[writer] = 0x20
          writer += 1
          cells += 1
        } else {
          guard isTrusted || (0xAC00...0xD7A3).contains(value) || Unicode.Scalar(value)?.hazard == nil else {
            return false
          }
          for offset in 0..<min(length, bytes.count - reader) {
            buffer[writer + offset] = bytes[reader + offset]
          }
          writer += length
          cells += width.add(value)
        }
        reader += length
      }
    }
    if word < writer { end(word..<writer, cells, bytes) }
    place(bytes)
    lines.append(line)
    return true
  }

  private mutating func end(_ word: Range<Int>, _ cells: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
    if !unit.isEmpty, belongsTogether(word, bytes) {
      unit = unit.lowerBound..<word.upperBound
      unitCells += 1 + cells
    } else {
      place(bytes)
      unit = word
      unitCells = cells
    }
    lastWord = word.lowerBound
  }

  /// Puts the words that stay together into the line, or into the next.
  private mutating func place(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard !unit.isEmpty else { return }
    if !line.isEmpty, used + 1 + unitCells <= room {
      line = line.lowerBound..<unit.upperBound
      used += 1 + unitCells
      return
    }
    if !line.isEmpty { lines.append(line) }
    line = unit
    used = unitCells
    if unitCells > room { part(bytes) }
  }

  /// Parts a line that is one word too long for it; a path is parted after `]`, `.` or `/` where that is possible.
  private mutating func part(_ bytes: UnsafeBufferPointer<UInt8>) {
    var width = CellWidth()
    var start = line.lowerBound
    var cells = 0
    var joint = (end: start, cells: 0)
    var index = start
    while index < line.upperBound {
      let (value, length) = UTF8Scalar.read(bytes, at: index)
      if value < 0x80 { width.addASCII() }
      let wide = value < 0x80 ? 1 : width.add(value)
      if cells + wide > room, cells > 0 {
        let cut = joint.end > start && joint.cells > room / 3 ? joint : (end: index, cells: cells)
        lines.append(start..<cut.end)
        start = cut.end
        cells -= cut.cells
      }
      cells += wide
      index += length
      if value == UInt8(ascii: "]") || value == UInt8(ascii: ".") || value == UInt8(ascii: "/") {
        joint = (index, cells)
      }
    }
    line = start..<line.upperBound
    used = cells
  }

  /// Whether a word must stay on the line of the one before: the parts of a date, an amount after its currency.
  private func belongsTogether(_ word: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let next = bytes[word.lowerBound]
    let last = bytes[unit.upperBound - 1]
    if Self.isDigit(next) {
      if last == UInt8(ascii: "."), unit.count > 1, Self.isDigit(bytes[unit.upperBound - 2]) {
        // The second date of `2022. 10. 19. 00:00~2022. 10. 20.` begins after the dash.
        let start = unit.last { bytes[$0] == UInt8(ascii: "~") }.map { $0 + 1 } ?? unit.lowerBound
        return unit.upperBound - start <= 14
      }
      if unit.count == 3, unit.allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(bytes[$0]) }) {
        return true
      }
      return Self.isMonth(lastWord..<unit.upperBound, bytes)
    }
    return Self.isDigit(last) && unit.count <= 3 && Self.isMonth(word, bytes)
  }

  private static let months: [StaticString] = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]

  private static func isMonth(_ word: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard (3...9).contains(word.count),
      (UInt8(ascii: "A")...UInt8(ascii: "S")).contains(bytes[word.lowerBound])
    else { return false }
    return months.contains { month in
      month.utf8CodeUnitCount == word.count
        && month.withUTF8Buffer { $0.elementsEqual(UnsafeBufferPointer(rebasing: bytes[word])) }
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
