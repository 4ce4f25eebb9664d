/// The check sum of ZIP entries: CRC-32 with the polynomial of IEEE 802.3.
struct CRC32 {
  /// The sum of everything added so far.
  var value: UInt32 { ~register }

  private var register: UInt32 = ~0

  /// The sum of no bytes.
  init() {}

  /// Adds bytes, eight at a time where there are so many.
  mutating func add(_ bytes: [UInt8]) {
    var crc = register
    bytes.withUnsafeBytes { bytes in
      Self.tables.withUnsafeBufferPointer { tables in
        var index = 0
        while index + 8 <= bytes.count {
          let eight = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
          let low = UInt32(truncatingIfNeeded: eight) ^ crc
          let high = UInt32(truncatingIfNeeded: eight >> 32)
          crc =
            tables[1792 + Int(low & 255)] ^ tables[1536 + Int(low >> 8 & 255)]
            ^ tables[1280 + Int(low >> 16 & 255)] ^ tables[1024 + Int(low >> 24)]
            ^ tables[768 + Int(high & 255)] ^ tables[512 + Int(high >> 8 & 255)]
            ^ tables[256 + Int(high >> 16 & 255)] ^ tables[Int(high >> 24)]
          index += 8
        }
        while index < bytes.count {
          crc = crc >> 8 ^ tables[Int((crc ^ UInt32(bytes[index])) & 255)]
          index += 1
        }
      }
    }
    register = crc
  }

  /// Eight tables of 256 entries one after the other: table k gives the sum of a byte that k more bytes follow.
  private static let tables: [UInt32] = {
    var tables: [UInt32] = []
    tables.reserveCapacity(2048)
    for byte in 0..<256 as Range<UInt32> {
      var sum = byte
      for _ in 0..<8 { sum = sum & 1 == 0 ? sum >> 1 : sum >> 1 ^ 0xEDB8_8320 }
      tables.append(sum)
    }
    for place in 256..<2048 {
      let before = tables[place - 256]
      tables.append(before >> 8 ^ tables[Int(before & 255)])
    }
    return tables
  }()
}
