/// Eight bytes of a text, looked at together.
struct ByteWord {
  private let bits: UInt64

  /// The bytes from `index` on; the text must have eight.
  init(_ text: Span<UInt8>, at index: Int) {
    bits = Self.bits(text, at: index)
  }

  /// The eight bytes from `index` on as one number; the text must have eight.
  static func bits(_ text: Span<UInt8>, at index: Int) -> UInt64 {
    unsafe text.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// Whether all are ASCII characters from the space to `~`.
  var isPrintable: Bool {
    (bits | bits &+ Self.ones) & Self.highs == 0 && low == 0
  }

  /// Whether all are line feeds or ASCII characters from the space to `~`.
  var isPrintableOrLineFeed: Bool {
    (bits | bits &+ Self.ones) & Self.highs == 0
      && low & ~Self.highBits(of: bits, equalTo: 0x0A) == 0
  }

  /// Whether one of the bytes, all of which are ASCII, is a bracket or a quote that a flow collection could split.
  var hasOpener: Bool {
    Self.highBits(of: bits, equalTo: UInt8(ascii: "("))
      | Self.highBits(of: bits, equalTo: UInt8(ascii: "'"))
      | Self.highBits(of: bits, equalTo: UInt8(ascii: "\"")) != 0
  }

  /// Whether all are ASCII characters.
  var isASCII: Bool { bits & Self.highs == 0 }

  /// How many of them begin a character.
  var characterCount: Int {
    // The product adds up one bit for each byte that goes on with a character: the processors that the program
    // is built for need not have an instruction for that.
    8 - Int((((bits & ~(bits << 1) & Self.highs) >> 7) &* Self.ones) >> 56)
  }

  /// The high bits of the bytes below the space, where all are ASCII.
  private var low: UInt64 { ~(bits &+ 0x60 &* Self.ones) & Self.highs }

  private static func highBits(of bits: UInt64, equalTo byte: UInt8) -> UInt64 {
    ~((bits ^ UInt64(byte) &* ones) &+ 0x7F &* ones) & highs
  }
}

extension Span<UInt8> {
  /// Whether all are ASCII characters.
  var isASCII: Bool {
    var index = 0
    while index + 8 <= count {
      guard ByteWord(self, at: index).isASCII else { return false }
      index += 8
    }
    while index < count {
      if self[index] >= 0x80 { return false }
      index += 1
    }
    return true
  }

  /// Whether both hold the same bytes.
  func isEqual(to other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    var index = 0
    while index + 8 <= count {
      if ByteWord.bits(self, at: index) != ByteWord.bits(other, at: index) { return false }
      index += 8
    }
    while index < count {
      if self[index] != other[index] { return false }
      index += 1
    }
    return true
  }
}
