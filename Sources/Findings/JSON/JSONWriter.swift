package import Diagnostics

/// Writes JSON into bytes: no escape that a terminal could act on stays raw, and the same calls give the same bytes.
package struct JSONWriter {
  /// What was written, after the pieces that were taken over whole.
  package private(set) var bytes: [UInt8] = []
  private var finished: [[UInt8]] = []
  private var needsComma = false

  /// Starts empty, with room for so many bytes.
  package init(capacity: Int = 4096) {
    bytes.reserveCapacity(capacity)
  }

  /// What was written, in pieces that follow one another.
  package var pieces: [[UInt8]] { finished + [bytes] }

  /// Writes `{`, the members and `}`.
  package mutating func object(_ members: (inout JSONWriter) -> Void) {
    separate()
    bytes.append(UInt8(ascii: "{"))
    needsComma = false
    members(&self)
    bytes.append(UInt8(ascii: "}"))
    needsComma = true
  }

  /// Writes `[`, the elements and `]`; with `lines`, each element stands on a line of its own.
  package mutating func array<S: Collection>(
    _ elements: S, lines: Bool = false, _ element: (inout JSONWriter, S.Element) -> Void
  ) {
    separate()
    bytes.append(UInt8(ascii: "["))
    needsComma = false
    for value in elements {
      if lines { line() }
      element(&self, value)
    }
    if lines, !elements.isEmpty { bytes.append(UInt8(ascii: "\n")) }
    bytes.append(UInt8(ascii: "]"))
    needsComma = true
  }

  /// Starts a line before the next member or element.
  package mutating func line() {
    separate()
    needsComma = false
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Writes a member's key; its value must follow.
  package mutating func key(_ key: StaticString) {
    let follows = needsComma
    key.withUTF8Buffer { text in
      // At once, since each byte appended by itself would ask anew whether there is room for it.
      bytes.append(addingCapacity: text.count + 4) { room in
        if follows { room.append(UInt8(ascii: ",")) }
        room.append(UInt8(ascii: "\""))
        for byte in text { room.append(byte) }
        room.append(UInt8(ascii: "\""))
        room.append(UInt8(ascii: ":"))
      }
    }
    needsComma = false
  }

  /// Writes a member's key that is only known at run time; its value must follow.
  package mutating func key(dynamic key: String) {
    string(key)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes a string.
  package mutating func string(_ text: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    text.utf8.span.withUnsafeBufferPointer { escape($0) }
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  /// Writes a whole number.
  package mutating func number(_ value: Int) {
    separate()
    bytes.append(contentsOf: String(value).utf8)
    needsComma = true
  }

  /// Writes `true` or `false`.
  package mutating func bool(_ value: Bool) {
    word(value ? "true" : "false")
  }

  /// Writes `null`.
  package mutating func null() {
    word("null")
  }

  /// Writes `{"ko":…,"en":…}`.
  package mutating func text(_ text: LocalizedText) {
    object {
      $0.key("ko")
      $0.string(text.ko)
      $0.key("en")
      $0.string(text.en)
    }
  }

  /// Writes elements or members whose text is known already.
  package mutating func written(_ text: ArraySlice<UInt8>) {
    separate()
    bytes.append(contentsOf: text)
    needsComma = true
  }

  /// Takes over a long text that is known already, without copying it: an element or member of its own.
  package mutating func piece(_ text: [UInt8]) {
    separate()
    finished += [bytes, text]
    bytes = []
    needsComma = true
  }

  /// Writes elements or members that nothing stands before, and gives their place in `bytes`.
  package mutating func apart(_ write: (inout JSONWriter) -> Void) -> Range<Int> {
    needsComma = false
    let start = bytes.count
    write(&self)
    return start..<bytes.count
  }

  /// Ends a line after which nothing follows at the same level.
  package mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func word(_ word: StaticString) {
    separate()
    word.withUTF8Buffer { bytes.append(contentsOf: $0) }
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = false
  }

  private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    var index = 0
    while index < text.count {
      guard Self.mayNeedEscape(text[index]) else {
        index += 1
        while let next = Self.eight(text, at: index), !Self.mayNeedEscape(next) { index += 8 }
        continue
      }
      let (scalar, length) = Self.hiddenScalar(text, at: index)
      if let scalar {
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
        appendEscape(scalar)
        start = index + length
      }
      index += length
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
  }

  /// Whether something to escape can begin with a byte; Hangul and most other letters pass without being decoded.
  @inline(__always)
  private static func mayNeedEscape(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x7F, 0xC2, 0xD8, 0xE2, 0xEF: true
    default: false
    }
  }

  /// The next eight bytes, as far as there are so many.
  @inline(__always)
  private static func eight(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt64? {
    guard index + 8 <= text.count else { return nil }
    return UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: index, as: UInt64.self)
  }

  /// Whether something to escape can begin at one of eight bytes, looked at together: a byte below zero after the
  /// subtraction that was not so before is the one that is looked for.
  @inline(__always)
  private static func mayNeedEscape(_ eight: UInt64) -> Bool {
    let each: UInt64 = 0x0101_0101_0101_0101
    func places(of byte: UInt64) -> UInt64 {
      let rest = eight ^ (each &* byte)
      return (rest &- each) & ~rest
    }
    let found =
      (eight &- each &* 0x20) & ~eight | places(of: 0x22) | places(of: 0x5C) | places(of: 0x7F)
      | places(of: 0xC2) | places(of: 0xD8) | places(of: 0xE2) | places(of: 0xEF)
    return found & (each &* 0x80) != 0
  }

  /// The scalar to escape at a byte, if it is one, and how many bytes it takes.
  private static func hiddenScalar(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> (UInt32?, Int) {
    let lead = text[index]
    func next(_ distance: Int) -> UInt32 {
      index + distance < text.count ? UInt32(text[index + distance] & 0x3F) : 0
    }
    switch lead {
    case 0..<0x80: return (UInt32(lead), 1)
    case 0xC0..<0xE0:
      let scalar = UInt32(lead & 0x1F) << 6 | next(1)
      return (scalar < 0xA0 || scalar == 0x61C ? scalar : nil, 2)
    case 0xE0..<0xF0:
      let scalar = UInt32(lead & 0x0F) << 12 | next(1) << 6 | next(2)
      let isHidden =
        (0x200B...0x200F).contains(scalar) || (0x2028...0x202E).contains(scalar)
        || (0x2060...0x206F).contains(scalar) || scalar == 0xFEFF
      return (isHidden ? scalar : nil, 3)
    default: return (nil, min(4, text.count - index))
    }
  }

  private mutating func appendEscape(_ scalar: UInt32) {
    bytes.append(UInt8(ascii: "\\"))
    switch scalar {
    case 0x22: bytes.append(UInt8(ascii: "\""))
    case 0x5C: bytes.append(UInt8(ascii: "\\"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    default:
      bytes.append(UInt8(ascii: "u"))
      for shift in [12, 8, 4, 0] as [UInt32] {
        let digit = UInt8(scalar >> shift & 0xF)
        bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
      }
    }
  }
}

extension JSONWriter {
  /// Writes a member whose value is a string.
  package mutating func member(_ name: StaticString, _ value: String) {
    key(name)
    string(value)
  }

  /// Writes a member whose value is a string or `null`.
  package mutating func member(_ name: StaticString, orNull value: String?) {
    key(name)
    if let value { string(value) } else { null() }
  }

  /// Writes a member only if there is a string.
  package mutating func member(_ name: StaticString, ifAny value: String?) {
    if let value { member(name, value) }
  }

  /// Writes a member whose value is a text in both languages.
  package mutating func member(_ name: StaticString, _ value: LocalizedText) {
    key(name)
    text(value)
  }

  /// Writes a member whose value is a text in both languages or `null`.
  package mutating func member(_ name: StaticString, orNull value: LocalizedText?) {
    key(name)
    if let value { text(value) } else { null() }
  }

  /// Writes a member only if there is a text.
  package mutating func member(_ name: StaticString, ifAny value: LocalizedText?) {
    if let value { member(name, value) }
  }

  /// Writes a member whose value is a whole number.
  package mutating func member(_ name: StaticString, _ value: Int) {
    key(name)
    number(value)
  }

  /// Writes a member whose value is true or false.
  package mutating func member(_ name: StaticString, _ value: Bool) {
    key(name)
    bool(value)
  }

  /// Writes a member whose value is an object.
  package mutating func member(_ name: StaticString, _ members: (inout JSONWriter) -> Void) {
    key(name)
    object(members)
  }

  /// Writes a member whose value is an array.
  package mutating func member<S: Collection>(
    _ name: StaticString, _ elements: S, lines: Bool = false,
    _ element: (inout JSONWriter, S.Element) -> Void
  ) {
    key(name)
    array(elements, lines: lines, element)
  }
}
