import Findings

/// The digest that a linker makes of a program and puts near its beginning.
enum BuildDigest {
  /// In hexadecimal digits (ELF: a note of type 3 by `GNU`); nil where there is none.
  static func read(from head: [UInt8]) -> String? {
    // 64 bits, the least significant byte first.
    guard head.starts(with: [0x7F, 0x45, 0x4C, 0x46, 2, 1]), let table = number(in: head, at: 32, 8),
      let size = number(in: head, at: 54, 2), let count = number(in: head, at: 56, 2), size >= 56
    else { return nil }
    for entry in 0..<count {
      let place = table + entry * size
      guard let kind = number(in: head, at: place, 4), let start = number(in: head, at: place + 8, 8),
        let length = number(in: head, at: place + 32, 8)
      else { return nil }
      if kind == 4, let found = note(in: head, from: start, length: length) { return found }
    }
    return nil
  }

  private static func note(in head: [UInt8], from start: Int, length: Int) -> String? {
    guard start <= head.count, length <= head.count - start else { return nil }
    var place = start
    while let nameLength = number(in: head, at: place, 4),
      let textLength = number(in: head, at: place + 4, 4),
      let kind = number(in: head, at: place + 8, 4), place < start + length
    {
      let text = place + 12 + (nameLength + 3) / 4 * 4
      guard text <= start + length, textLength <= start + length - text else { return nil }
      if kind == 3, head[(place + 12)...].starts(with: [0x47, 0x4E, 0x55, 0]), textLength > 0 {
        return Digest.digits(of: head[text..<text + textLength])
      }
      place = text + (textLength + 3) / 4 * 4
    }
    return nil
  }

  /// A number of some bytes that is small enough to be a place in a file.
  private static func number(in bytes: [UInt8], at place: Int, _ count: Int) -> Int? {
    guard place >= 0, place <= bytes.count - count else { return nil }
    let value = bytes[place..<place + count].reversed().reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
    return value < 1 << 40 ? Int(value) : nil
  }
}
