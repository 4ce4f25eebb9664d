import Diagnostics

/// What one pass over a scalar's text found.
struct ScalarScan {
  /// A character and its UTF-8 offset in the text before normalisation.
  struct Hit {
    /// UTF-8 offset in the text.
    var offset: Int
    /// The character.
    var scalar: Unicode.Scalar
  }

  /// The first offender of each kind.
  var control: Hit?
  /// The first character that reorders the text.
  var bidi: Hit?
  /// The first character that takes no room.
  var invisible: Hit?
  /// Where more combining characters follow one another than any script needs; such a text is not normalised,
  /// since the time for that grows with their square.
  var combining: Hit?
  /// Holds a space other than U+0020 that looks like it.
  var hasUnicodeSpace = false
  /// Holds `：`.
  var hasFullWidthColon = false
  /// Holds a bracket or quote that a flow collection could split.
  var hasOpener = false
  /// Not certainly in normal form C.
  var mayNeedNormalizing = false

  /// The number of Unicode scalars.
  private(set) var count = 0
  /// The number of bytes.
  let byteCount: Int

  /// Looks at valid UTF-8.
  init(_ text: Span<UInt8>) {
    byteCount = text.count
    var index = 0
    while index + 8 <= byteCount {
      let word = ByteWord(text, at: index)
      guard word.isPrintable else { break }
      if word.hasOpener { hasOpener = true }
      index += 8
    }
    if index > 0, byteCount - index < 8 {
      let word = ByteWord(text, at: byteCount - 8)
      if word.isPrintable {
        if word.hasOpener { hasOpener = true }
        index = byteCount
      }
    }
    count = index
    while index < byteCount {
      count += 1
      let byte = text[index]
      if byte < 0x80 {
        if byte < 0x30 {
          if byte < 0x20 {
            if byte != 0x09, byte != 0x0A, control == nil {
              control = Hit(offset: index, scalar: Unicode.Scalar(byte))
            }
          } else if byte == UInt8(ascii: "(") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
            hasOpener = true
          }
        } else if byte == 0x7F, control == nil {
          control = Hit(offset: index, scalar: Unicode.Scalar(byte))
        }
        index += 1
        continue
      }
      // From U+B000 to U+CFFF there are nothing but Hangul syllables, most of what Korean texts consist of.
      if byte &- 0xEB < 2 {
        index += 3
        continue
      }
      let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      guard index + length <= byteCount else { break }
      var value = UInt32(byte) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
      value = value << 6 | UInt32(text[index + 1] & 0x3F)
      if length > 2 { value = value << 6 | UInt32(text[index + 2] & 0x3F) }
      if length > 3 { value = value << 6 | UInt32(text[index + 3] & 0x3F) }
      switch value {
      case 0xAC00...0xD7A3, 0x4E00...0x9FFF, 0xC0...0x2FF: break
      default: note(value, at: index)
      }
      index += length
    }
  }

  /// The most combining characters that may follow one another.
  private static let combiningLimit = 30
  private var combiningRun = 0
  private var combiningEnd = 0

  private mutating func count(combining scalar: Unicode.Scalar, at index: Int) {
    guard scalar.properties.canonicalCombiningClass != .notReordered else { return }
    combiningRun = index == combiningEnd ? combiningRun + 1 : 1
    combiningEnd = index + UTF8.width(scalar)
    if combiningRun > Self.combiningLimit, combining == nil { combining = Hit(offset: index, scalar: scalar) }
  }

  private mutating func note(_ value: UInt32, at index: Int) {
    if value == 0xFF1A { hasFullWidthColon = true }
    if UnicodeSpace.contains(value) { hasUnicodeSpace = true }
    guard let scalar = Unicode.Scalar(value) else { return }
    switch scalar.hazard {
    case .control: control = control ?? Hit(offset: index, scalar: scalar)
    case .bidi: bidi = bidi ?? Hit(offset: index, scalar: scalar)
    case .invisible: invisible = invisible ?? Hit(offset: index, scalar: scalar)
    case nil: break
    }
    switch value {
    case 0x80...0xBF, 0x2010...0x2125, 0x212C...0x2328, 0x232B...0x2ADB: break
    case 0x3001...0x3029, 0x3041...0x3096, 0x309B...0x3163, 0x3165...0x33FF, 0xFF01...0xFF9F: break
    case 0x1F000...0x1FAFF: break
    default:
      mayNeedNormalizing = true
      count(combining: scalar, at: index)
    }
  }
}
