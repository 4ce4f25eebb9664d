/// Writes XML into bytes: well formed by construction, with text that is inert, and the same calls give the same
/// bytes.
///
/// Names of elements and attributes are literals of the program, so no input can become markup.
package struct XMLWriter {
  /// Where a piece is closed: long enough to be written at once, short enough not to be copied often.
  private static let pieceLength = 1 << 20

  private var finished: [[UInt8]] = []
  private var bytes: [UInt8] = []
  /// Whether the last start tag still takes attributes.
  private var isTagOpen = false

  /// Starts empty, with room for so many bytes.
  package init(capacity: Int = 4096) {
    bytes.reserveCapacity(capacity)
  }

  /// What was written, in pieces that follow one another.
  package var pieces: [[UInt8]] { bytes.isEmpty ? finished : finished + [bytes] }

  /// Writes `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` and a line break.
  package mutating func declaration() {
    markup("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n")
  }

  /// Writes an element: the closure writes its attributes first, then what it holds.
  package mutating func element(_ name: StaticString, _ content: (inout XMLWriter) -> Void) {
    start(name)
    content(&self)
    end(name)
  }

  /// Writes an element that holds a text alone, on one line; with `keepingLines`, line breaks stay.
  package mutating func element(_ name: StaticString, text: String, keepingLines: Bool = false) {
    start(name)
    self.text(text, keepingLines: keepingLines)
    end(name)
  }

  /// Writes an element with neither attributes nor content.
  package mutating func element(_ name: StaticString) {
    start(name)
    end(name)
  }

  /// Opens an element whose end follows later; where the two lie close together, `element` is safer.
  package mutating func start(_ name: StaticString) {
    closeTag()
    bytes.append(UInt8(ascii: "<"))
    append(name)
    isTagOpen = true
  }

  /// Ends the element that was opened last.
  package mutating func end(_ name: StaticString) {
    if isTagOpen {
      bytes.append(UInt8(ascii: "/"))
      bytes.append(UInt8(ascii: ">"))
      isTagOpen = false
    } else {
      bytes.append(UInt8(ascii: "<"))
      bytes.append(UInt8(ascii: "/"))
      append(name)
      bytes.append(UInt8(ascii: ">"))
    }
    if bytes.count >= Self.pieceLength {
      finished.append(bytes)
      bytes = []
      bytes.reserveCapacity(Self.pieceLength + Self.pieceLength / 8)
    }
  }

  /// Writes an attribute of the element that was opened last and holds nothing yet.
  package mutating func attribute(_ name: StaticString, _ value: String) {
    startAttribute(name)
    escape(value, keepingLines: false)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes an attribute only if there is a value.
  package mutating func attribute(_ name: StaticString, ifAny value: String?) {
    if let value { attribute(name, value) }
  }

  /// Writes an attribute whose value is a whole number.
  package mutating func attribute(_ name: StaticString, _ value: Int) {
    startAttribute(name)
    bytes.append(contentsOf: String(value).utf8)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes text on one line; with `keepingLines`, line breaks stay as line feeds.
  package mutating func text(_ text: String, keepingLines: Bool = false) {
    closeTag()
    escape(text, keepingLines: keepingLines)
  }

  /// Writes a whole number as text.
  package mutating func number(_ value: Int) {
    closeTag()
    bytes.append(contentsOf: String(value).utf8)
  }

  /// Writes markup that the program knows by heart, such as a fixed part of a document, as it stands.
  package mutating func markup(_ markup: StaticString) {
    closeTag()
    append(markup)
  }

  /// Writes what another writer holds, whose elements are all ended.
  package mutating func append(_ other: XMLWriter) {
    closeTag()
    assert(!other.isTagOpen, "what is appended must be whole")
    if !other.finished.isEmpty {
      if !bytes.isEmpty { finished.append(bytes) }
      finished += other.finished
      bytes = []
    }
    bytes += other.bytes
  }

  private mutating func closeTag() {
    if isTagOpen {
      bytes.append(UInt8(ascii: ">"))
      isTagOpen = false
    }
  }

  private mutating func startAttribute(_ name: StaticString) {
    assert(isTagOpen, "an attribute must follow its element's start")
    bytes.append(UInt8(ascii: " "))
    append(name)
    bytes.append(UInt8(ascii: "="))
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  private mutating func escape(_ text: String, keepingLines: Bool) {
    var text = text
    let mark = bytes.count
    if text.withUTF8({ appendPlain($0) }) { return }
    // Something in it is no ordinary character: written anew, it holds nothing but ordinary ones.
    bytes.removeLast(bytes.count - mark)
    text = InertText.written(text, keepingLines: keepingLines)
    text.withUTF8 { appendInert($0) }
  }

  /// False, with a part of the text written, where a character of it is a hazard.
  private mutating func appendPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = 0
    var index = 0
    while index < text.count {
      let byte = text[index]
      if let entity = Self.entity(byte) {
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
        append(entity)
        index += 1
        start = index
      } else if InertText.isOrdinary(byte) {
        index += 1
      } else {
        guard let length = InertText.lengthOfHarmless(text, at: index) else { return false }
        index += length
      }
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[min(start, text.count)...]))
    return true
  }

  private mutating func appendInert(_ text: UnsafeBufferPointer<UInt8>) {
    for byte in text {
      if let entity = Self.entity(byte) { append(entity) } else { bytes.append(byte) }
    }
  }

  @inline(__always)
  private static func entity(_ byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    default: nil
    }
  }
}
