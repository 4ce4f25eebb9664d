import Diagnostics
import Foundation
import Testing

@testable import Reporting

@Suite struct `ZIP archives` {
  @Test func `the check sum is that of the standard`() {
    var sum = CRC32()
    #expect(sum.value == 0)
    sum.add(Array("123456789".utf8))
    #expect(sum.value == 0xCBF4_3926)
    var long = CRC32()
    long.add((0..<1000).map { UInt8(truncatingIfNeeded: $0) })
    #expect(long.value == Self.plainSum((0..<1000).map { UInt8(truncatingIfNeeded: $0) }))
  }

  @Test(arguments: [1, 3, 7, 8, 9, 64]) func `a sum does not depend on where the pieces end`(_ length: Int) {
    let bytes = (0..<300).map { UInt8(truncatingIfNeeded: $0 * 7) }
    var sum = CRC32()
    for start in stride(from: 0, to: bytes.count, by: length) {
      sum.add(Array(bytes[start..<min(bytes.count, start + length)]))
    }
    #expect(sum.value == Self.plainSum(bytes))
  }

  @Test func `entries stand stored, in order, with the first day of ZIP`() throws {
    var archive = ZipArchive()
    try archive.add("mimetype", Array("application/hwp+zip".utf8))
    try archive.add("본문/글.xml", [Array("<a>".utf8), [], Array("</a>".utf8)])
    try archive.add("empty", [UInt8]())
    let bytes = archive.pieces.flatMap { $0 }
    // The name and content of the first entry follow its header of 30 bytes as they are.
    #expect(String(decoding: bytes[30..<57], as: UTF8.self) == "mimetypeapplication/hwp+zip")
    let entries = Self.directory(of: bytes)
    #expect(entries.map(\.name) == ["mimetype", "본문/글.xml", "empty"])
    #expect(entries.map(\.size) == [19, 7, 0])
    #expect(entries.allSatisfy { $0.method == 0 && $0.date == 0x0021 && $0.time == 0 })
    #expect(entries.map(\.flags) == [0, 0x0800, 0])
    for entry in entries {
      let header = Array(bytes[entry.offset..<entry.offset + 4])
      #expect(header == [0x50, 0x4B, 0x03, 0x04])
      let start = entry.offset + 30 + entry.name.utf8.count
      #expect(Self.plainSum(Array(bytes[start..<start + entry.size])) == entry.sum)
    }
  }

  @Test func `an archive without entries ends where it begins`() {
    let bytes = ZipArchive().pieces.flatMap { $0 }
    #expect(bytes.count == 22)
    #expect(Array(bytes.prefix(4)) == [0x50, 0x4B, 0x05, 0x06])
  }

  @Test(arguments: ["", "/a", "a//b", "../a", "a/..", ".", "a\\b", "a\u{0}", "a\u{202E}b", "a\nb"])
  func `a name under which an entry could land elsewhere is refused`(_ name: String) {
    var archive = ZipArchive()
    #expect(throws: ZipArchive.Failure.unsafeName(name)) { try archive.add(name, [1]) }
    #expect(archive.pieces.flatMap { $0 }.count == 22)
  }

  @Test func `a name is taken once`() throws {
    var archive = ZipArchive()
    try archive.add("a", [1])
    #expect(throws: ZipArchive.Failure.repeatedName("a")) { try archive.add("a", [2]) }
  }

  @Test func `what does not fit is refused and leaves the archive whole`() throws {
    var archive = ZipArchive(greatest: 400)
    try archive.add("first", [UInt8](repeating: 1, count: 100))
    #expect(throws: ZipArchive.Failure.tooLong(entry: "second")) {
      try archive.add("second", [UInt8](repeating: 2, count: 200))
    }
    let bytes = archive.pieces.flatMap { $0 }
    #expect(Self.directory(of: bytes).map(\.name) == ["first"])
    #expect(ZipArchive.Failure.tooLong(entry: "x\u{1B}").message.en.contains("\\u{1B}"))
  }

  @Test func `an archive holds 65,535 entries and no more`() throws {
    var archive = ZipArchive()
    for number in 0..<0xFFFF { try archive.add("\(number)", [UInt8]()) }
    #expect(throws: ZipArchive.Failure.tooManyEntries) { try archive.add("one more", [UInt8]()) }
  }

  private struct Entry {
    var name: String
    var flags: Int
    var method: Int
    var time: Int
    var date: Int
    var sum: UInt32
    var size: Int
    var offset: Int
  }

  /// The central directory, found as readers do: from the end of the file.
  private static func directory(of bytes: [UInt8]) -> [Entry] {
    func number(_ index: Int, _ count: Int) -> Int {
      (0..<count).reduce(0) { $0 | Int(bytes[index + $1]) << (8 * $1) }
    }
    let end = bytes.count - 22
    var place = number(end + 16, 4)
    #expect(place + number(end + 12, 4) == end)
    return (0..<number(end + 10, 2)).map { _ in
      let length = number(place + 28, 2)
      defer { place += 46 + length }
      return Entry(
        name: String(decoding: bytes[place + 46..<place + 46 + length], as: UTF8.self),
        flags: number(place + 8, 2), method: number(place + 10, 2), time: number(place + 12, 2),
        date: number(place + 14, 2), sum: UInt32(number(place + 16, 4)), size: number(place + 24, 4),
        offset: number(place + 42, 4))
    }
  }

  /// CRC-32 bit by bit.
  private static func plainSum(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = ~0
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 0 ? sum >> 1 : sum >> 1 ^ 0xEDB8_8320 }
    }
    return ~sum
  }
}
