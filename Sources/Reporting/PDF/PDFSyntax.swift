/// Reads the syntax of PDF (ISO 32000-1, 7.2 and 7.3) as far as putting files together asks for it.
enum PDFSyntax {
  /// The place of the first of some letters from a place on.
  static func first(_ part: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    guard let lead = part.first, bytes.count >= part.count else { return nil }
    var index = start
    let end = bytes.count - part.count
    while index <= end {
      if bytes[index] == lead, bytes[index..<(index + part.count)].elementsEqual(part) { return index }
      index += 1
    }
    return nil
  }

  /// The place of the last of some letters.
  static func last(_ part: String, in bytes: ArraySlice<UInt8>) -> Int? {
    let part = Array(part.utf8)
    var index = bytes.endIndex - part.count
    while index >= bytes.startIndex {
      if bytes[index..<(index + part.count)].elementsEqual(part) { return index }
      index -= 1
    }
    return nil
  }

  /// Whether a byte ends a name, a number or a word.
  static func isDelimiter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "/"), UInt8(ascii: "%"):
      true
    default: isSpace(byte)
    }
  }

  /// Whether a byte is white space.
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 || byte == 0x0C || byte == 0
  }

  /// Where white space that begins at a place ends.
  static func skipSpace(_ bytes: ArraySlice<UInt8>, _ place: Int) -> Int {
    var end = place
    while end < bytes.endIndex, isSpace(bytes[end]) { end += 1 }
    return end
  }

  /// Where a token that begins at a place ends: a bracket, a string, a name, a number or a word.
  static func endOfToken(_ bytes: ArraySlice<UInt8>, _ place: Int) -> Int {
    let next = place + 1
    switch bytes[place] {
    case UInt8(ascii: "("): return endOfString(bytes, place)
    case UInt8(ascii: "<"):
      if next < bytes.endIndex, bytes[next] == UInt8(ascii: "<") { return next + 1 }
      let end = bytes[next...].firstIndex(of: UInt8(ascii: ">"))
      return end.map { $0 + 1 } ?? bytes.endIndex
    case UInt8(ascii: ">"):
      return next < bytes.endIndex && bytes[next] == UInt8(ascii: ">") ? next + 1 : next
    case UInt8(ascii: "%"):
      return bytes[next...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.endIndex
    case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ")"):
      return next
    default: return bytes[next...].firstIndex(where: isDelimiter) ?? bytes.endIndex
    }
  }

  /// Brackets within a string are balanced or stand behind a backslash.
  private static func endOfString(_ bytes: ArraySlice<UInt8>, _ place: Int) -> Int {
    var depth = 0
    var index = place
    while index < bytes.endIndex {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      default: break
      }
      index += 1
      if depth == 0 { break }
    }
    return min(index, bytes.endIndex)
  }

  /// Where a value that begins at a place ends: a token, a reference, or what brackets hold together.
  static func endOfValue(_ bytes: ArraySlice<UInt8>, _ place: Int) -> Int {
    if let reference = reference(bytes, place) { return reference.end }
    var depth = 0
    var index = place
    repeat {
      let end = endOfToken(bytes, index)
      switch bytes[index] {
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "<") where end == index + 2 && bytes[index + 1] == UInt8(ascii: "<"): depth += 1
      case UInt8(ascii: ">") where end == index + 2: depth -= 1
      default: break
      }
      index = depth > 0 ? skipSpace(bytes, end) : end
    } while depth > 0 && index < bytes.endIndex
    return index
  }

  /// A whole number without a sign at a place, and where it ends.
  static func number(_ bytes: ArraySlice<UInt8>, _ place: Int) -> (value: Int, end: Int)? {
    var value = 0
    var end = place
    while end < bytes.endIndex, (0x30...0x39).contains(bytes[end]), end - place < 15 {
      value = value * 10 + Int(bytes[end] & 0x0F)
      end += 1
    }
    guard end > place, end == bytes.endIndex || isDelimiter(bytes[end]) else { return nil }
    return (value, end)
  }

  /// A reference to an object, `12 0 R`, at a place, and where it ends.
  static func reference(_ bytes: ArraySlice<UInt8>, _ place: Int) -> (number: Int, end: Int)? {
    guard let object = number(bytes, place), object.end < bytes.endIndex,
      let generation = number(bytes, skipSpace(bytes, object.end))
    else { return nil }
    let letter = skipSpace(bytes, generation.end)
    guard letter > generation.end, letter < bytes.endIndex, bytes[letter] == UInt8(ascii: "R"),
      letter + 1 == bytes.endIndex || isDelimiter(bytes[letter + 1])
    else { return nil }
    return (object.value, letter + 1)
  }

  /// The objects that a reference or a list of references names.
  static func references(_ value: ArraySlice<UInt8>?) -> [Int] {
    guard let value else { return [] }
    var numbers: [Int] = []
    var place = value.startIndex
    while place < value.endIndex {
      if let reference = reference(value, place) {
        numbers.append(reference.number)
        place = reference.end
      } else {
        place += 1
      }
    }
    return numbers
  }
}

/// A dictionary of a PDF: keys and values as they are written.
struct PDFDictionary {
  /// A key, with its slash, and its value.
  struct Entry {
    var key: String
    var value: ArraySlice<UInt8>
    /// Both, as they are written.
    var whole: ArraySlice<UInt8>
  }

  /// In their order.
  private(set) var entries: [Entry] = []

  /// Reads a dictionary; nil where there is none.
  init?(_ bytes: ArraySlice<UInt8>) {
    var place = PDFSyntax.skipSpace(bytes, bytes.startIndex)
    guard bytes[place...].starts(with: "<<".utf8) else { return nil }
    place += 2
    while true {
      place = PDFSyntax.skipSpace(bytes, place)
      guard place < bytes.endIndex else { return nil }
      guard bytes[place] == UInt8(ascii: "/") else { break }
      let end = PDFSyntax.endOfToken(bytes, place)
      let start = PDFSyntax.skipSpace(bytes, end)
      guard start < bytes.endIndex else { return nil }
      let value = bytes[start..<PDFSyntax.endOfValue(bytes, start)]
      let key = String(decoding: bytes[place..<end], as: UTF8.self)
      entries.append(Entry(key: key, value: value, whole: bytes[place..<value.endIndex]))
      place = value.endIndex
    }
    guard bytes[place...].starts(with: ">>".utf8) else { return nil }
  }

  /// Whether it has no other keys than some.
  func hasOnly(_ keys: Set<String>) -> Bool { entries.allSatisfy { keys.contains($0.key) } }

  /// The value of a key.
  subscript(_ key: String) -> ArraySlice<UInt8>? { entries.first { $0.key == key }?.value }

  /// The number of the object that a key refers to.
  func reference(_ key: String) -> Int? {
    self[key].flatMap { PDFSyntax.reference($0, $0.startIndex)?.number }
  }

  /// The whole number that a key has.
  func number(_ key: String) -> Int? {
    self[key].flatMap { PDFSyntax.number($0, $0.startIndex)?.value }
  }
}
