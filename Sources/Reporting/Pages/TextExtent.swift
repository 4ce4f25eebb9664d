import Diagnostics

/// How much room a text takes on paper, in thousandths of the letters' height, as far as it can be told without
/// the letters' own measures: rather too much than too little, so that nothing is cut off.
struct TextExtent {
  /// The extent of the longest word.
  private(set) var longestWord = 0
  /// The extent of the longest part of a word in which no line may end: between letters of Hangul one may.
  private(set) var longestUnbroken = 0
  /// The lines that were filled.
  private(set) var lines = 1

  /// The room of a line.
  private let room: Int
  /// Extent of the line that is being filled, and of the word at its end with the space before it.
  private var line = 0
  private var word = 0
  private var space = 0
  private var unbroken = 0
  private var cells = CellWidth()

  /// Fills lines of so much room, word by word.
  init(room: Int) {
    self.room = max(1000, room)
  }

  /// Adds a text, whose letters may have one width and may be heavy.
  mutating func add(_ text: String, code: Bool = false, strong: Bool = false) {
    var text = text
    text.withUTF8 { bytes in
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        guard byte >= 0x80 else {
          cells.addASCII()
          index += 1
          if byte == 0x20 {
            endWord(space: code ? 500 : 320)
          } else {
            let extent = code ? 500 : Self.ascii(byte) + (strong ? 30 : 0)
            word += extent
            unbroken += extent
          }
          continue
        }
        let (value, length) = UTF8Scalar.read(bytes, at: index)
        let extent = cells.add(value) * 500
        word += extent
        unbroken += extent
        if extent == 1000 { endUnbroken() }
        index += length
      }
    }
  }

  /// The lines of everything that was added.
  mutating func finish() -> Int {
    endWord(space: 0)
    return lines
  }

  /// Words of this extent leave a gap that is seen where they begin a line, if the line before is spread.
  static let longWord = 8000

  /// Whether a paragraph, if its lines are spread to one width, would show gaps: a path is not broken where other
  /// words are.
  static func leavesGaps(_ runs: [Run]) -> Bool { lines(of: runs, room: .max).longestWord > longWord }

  /// The lines of a paragraph in so much room.
  static func lines(of runs: [Run], room: Int) -> TextExtent {
    var extent = TextExtent(room: room)
    for run in runs { extent.add(run.text, code: run.isCode, strong: run.isStrong) }
    _ = extent.finish()
    return extent
  }

  /// The extent of everything that was added, where it takes one line.
  var whole: Int { line }

  /// The extent of a text in one line.
  static func of(_ text: String, strong: Bool = false) -> Int {
    var extent = TextExtent(room: .max)
    extent.add(text, strong: strong)
    return extent.line + extent.space + extent.word
  }

  /// The extent of a character by itself.
  static func of(_ character: Character, code: Bool, strong: Bool) -> Int {
    guard let byte = character.asciiValue else { return DisplayWidth.of(character) * 500 }
    if byte == 0x20 { return code ? 500 : 320 }
    return code ? 500 : ascii(byte) + (strong ? 30 : 0)
  }

  /// Whether a line may end after a character: a space, or one of a script whose letters stand by themselves.
  static func endsWord(_ character: Character) -> Bool {
    character == " " || !character.isASCII && DisplayWidth.of(character) == 2
  }

  /// Ends a part in which no line may end.
  private mutating func endUnbroken() {
    longestUnbroken = max(longestUnbroken, unbroken)
    unbroken = 0
  }

  private mutating func endWord(space following: Int) {
    endUnbroken()
    longestWord = max(longestWord, word)
    if line == 0 || line + space + word <= room {
      line += line == 0 ? word : space + word
    } else {
      lines += 1
      line = word
    }
    if line > room {
      // A word longer than a line is broken where the line ends.
      lines += (line - 1) / room
      line = (line - 1) % room + 1
    }
    word = 0
    space = following
  }

  /// The usual extent of a letter of a Korean typeface.
  @inline(__always)
  private static func ascii(_ byte: UInt8) -> Int {
    switch byte {
    case UInt8(ascii: "i"), UInt8(ascii: "j"), UInt8(ascii: "l"), UInt8(ascii: "I"): 300
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: ";"): 320
    case UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "|"), UInt8(ascii: "!"): 320
    case UInt8(ascii: "f"), UInt8(ascii: "t"), UInt8(ascii: "r"): 380
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "-"): 400
    case UInt8(ascii: "m"), UInt8(ascii: "w"): 850
    case UInt8(ascii: "M"), UInt8(ascii: "W"), UInt8(ascii: "@"), UInt8(ascii: "%"): 950
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): 700
    default: 560
    }
  }
}
