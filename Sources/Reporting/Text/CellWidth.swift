import Diagnostics

/// Counts terminal cells scalar by scalar, as `DisplayWidth` does character by character.
struct CellWidth {
  /// Cells of the scalar before, which an emoji selector may widen.
  private var last = 0
  /// A joiner stood before: what follows belongs to the same picture.
  private var isJoined = false
  /// A flag's first letter stood before.
  private var isInFlag = false

  /// Notes an ASCII character, which takes one cell.
  @inline(__always)
  mutating func addASCII() {
    last = 1
    isJoined = false
    isInFlag = false
  }

  /// Cells that a scalar outside ASCII adds to its line.
  mutating func add(_ value: UInt32) -> Int {
    if let cells = DisplayWidth.ofOrdinary(value) {
      isInFlag = false
      if isJoined {
        isJoined = false
        return 0
      }
      last = cells
      return cells
    }
    return addRare(value)
  }

  private mutating func addRare(_ value: UInt32) -> Int {
    switch value {
    case 0x200D:
      isJoined = true
      return 0
    case 0xFE0F:
      defer { last = 2 }
      return max(0, 2 - last)
    case 0x1F1E6...0x1F1FF:
      isInFlag.toggle()
      return isInFlag ? 2 : 0
    case 0x1F3FB...0x1F3FF where last == 2: return 0
    default: break
    }
    isInFlag = false
    guard !isJoined, let scalar = Unicode.Scalar(value) else {
      isJoined = false
      return 0
    }
    let cells = DisplayWidth.of(Character(scalar))
    if cells > 0 { last = cells }
    return cells
  }

  /// Cells of a text in one line.
  static func of(_ text: String) -> Int {
    var text = text
    return text.withUTF8 { bytes in
      var width = CellWidth()
      var cells = 0
      var index = 0
      while index < bytes.count {
        if bytes[index] < 0x80 {
          width.addASCII()
          cells += 1
          index += 1
        } else {
          let (value, length) = UTF8Scalar.read(bytes, at: index)
          cells += width.add(value)
          index += length
        }
      }
      return cells
    }
  }
}
