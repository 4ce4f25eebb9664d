package import Diagnostics

/// A ZIP archive of stored entries, in the order in which they were added: the same entries give the same bytes.
///
/// Every entry bears the first day that ZIP knows, 1980-01-01 00:00. Nothing is compressed, so that no reader has to
/// inflate and a part can be found in the file as it was written.
package struct ZipArchive: Sendable {
  /// Why an entry does not fit into an archive that every reader opens.
  package enum Failure: Error, Hashable, Sendable {
    /// An entry, or the archive with it, would be longer than 4 GiB.
    case tooLong(entry: String)
    /// There are 65,535 entries already.
    case tooManyEntries
    /// A name is empty, too long, or one under which an entry could land outside the folder it is unpacked to.
    case unsafeName(String)
    /// A name is there already.
    case repeatedName(String)

    /// What went wrong, for people.
    package var message: LocalizedText {
      switch self {
      case .tooLong(let entry):
        let shown = Printable.shortened(entry)
        return LocalizedText(
          ko: "ZIP 파일이 4 GiB를 넘어 `\(shown)`을(를) 담을 수 없습니다",
          en: "the archive would be longer than 4 GiB with `\(shown)`")
      case .tooManyEntries:
        return LocalizedText(
          ko: "ZIP 파일에 65,535개보다 많은 항목을 담을 수 없습니다", en: "an archive holds at most 65,535 entries")
      case .unsafeName(let name):
        let shown = Printable.shortened(name)
        return LocalizedText(
          ko: "ZIP 파일의 항목 이름으로 쓸 수 없습니다: `\(shown)`", en: "`\(shown)` cannot be the name of an entry")
      case .repeatedName(let name):
        let shown = Printable.shortened(name)
        return LocalizedText(
          ko: "ZIP 파일에 같은 이름의 항목이 있습니다: `\(shown)`",
          en: "the archive already has an entry `\(shown)`")
      }
    }
  }

  private var written: [[UInt8]] = []
  private var length: UInt64 = 0
  private var directory: [UInt8] = []
  private var names: Set<String> = []
  /// The greatest length and offset that the 32-bit fields hold; all ones would announce ZIP64.
  private let greatest: UInt64

  /// An archive without entries.
  package init() { self.init(greatest: 0xFFFF_FFFE) }

  /// An archive that refuses what is longer than so many bytes; 4 GiB unless a test asks for less.
  init(greatest: UInt64) { self.greatest = greatest }

  /// Adds an entry under a path with `/`, whose content are pieces that follow one another.
  package mutating func add(_ name: String, _ content: [[UInt8]]) throws(Failure) {
    guard names.count < 0xFFFF else { throw .tooManyEntries }
    guard Self.isSafe(name) else { throw .unsafeName(name) }
    guard !names.contains(name) else { throw .repeatedName(name) }
    let size = content.reduce(into: 0 as UInt64) { $0 += UInt64($1.count) }
    let offset = length
    // The directory repeats the entry's header; with its end it must fit too.
    let after = offset + size + UInt64(directory.count) + 2 * (64 + UInt64(name.utf8.count)) + 22
    guard size <= greatest, after <= greatest else { throw .tooLong(entry: name) }
    names.insert(name)
    var sum = CRC32()
    for piece in content { sum.add(piece) }
    let shared = Self.sharedFields(name, sum: sum.value, size: UInt32(truncatingIfNeeded: size))

    var local: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
    local += shared
    local += name.utf8
    written.append(local)
    written += content.filter { !$0.isEmpty }
    length += UInt64(local.count) + size

    directory += [0x50, 0x4B, 0x01, 0x02]
    // Made by: version 2.0, file attributes of MS-DOS.
    Self.append(short: 20, to: &directory)
    directory += shared
    // No comment, first disk, no internal and external attributes.
    directory += [UInt8](repeating: 0, count: 10)
    Self.append(long: UInt32(truncatingIfNeeded: offset), to: &directory)
    directory += name.utf8
  }

  /// Adds an entry whose content is one piece.
  package mutating func add(_ name: String, _ content: [UInt8]) throws(Failure) {
    try add(name, [content])
  }

  /// The archive, as pieces that follow one another.
  package var pieces: [[UInt8]] {
    var end = directory
    end += [0x50, 0x4B, 0x05, 0x06, 0, 0, 0, 0]
    let count = UInt16(truncatingIfNeeded: names.count)
    Self.append(short: count, to: &end)
    Self.append(short: count, to: &end)
    Self.append(long: UInt32(truncatingIfNeeded: directory.count), to: &end)
    Self.append(long: UInt32(truncatingIfNeeded: length), to: &end)
    end += [0, 0]
    return written + [end]
  }

  /// The fields that stand in an entry's header and again in the directory, up to the lengths of name and extras.
  private static func sharedFields(_ name: String, sum: UInt32, size: UInt32) -> [UInt8] {
    let isASCII = name.utf8.allSatisfy { $0 < 0x80 }
    var fields: [UInt8] = []
    fields.reserveCapacity(26)
    append(short: 20, to: &fields)
    // Bit 11: the name is UTF-8.
    append(short: isASCII ? 0 : 0x0800, to: &fields)
    // Stored; 00:00:00 on 1980-01-01.
    append(short: 0, to: &fields)
    append(short: 0, to: &fields)
    append(short: 0x0021, to: &fields)
    append(long: sum, to: &fields)
    append(long: size, to: &fields)
    append(long: size, to: &fields)
    append(short: UInt16(truncatingIfNeeded: name.utf8.count), to: &fields)
    append(short: 0, to: &fields)
    return fields
  }

  private static func isSafe(_ name: String) -> Bool {
    guard !name.isEmpty, name.utf8.count <= 1024, Printable.escaped(name) == name, !name.contains("\\") else {
      return false
    }
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    return parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
  }

  /// Two bytes, the lower one first.
  private static func append(short value: UInt16, to bytes: inout [UInt8]) {
    bytes.append(UInt8(truncatingIfNeeded: value))
    bytes.append(UInt8(truncatingIfNeeded: value >> 8))
  }

  /// Four bytes, the lowest first.
  private static func append(long value: UInt32, to bytes: inout [UInt8]) {
    append(short: UInt16(truncatingIfNeeded: value), to: &bytes)
    append(short: UInt16(truncatingIfNeeded: value >> 16), to: &bytes)
  }
}
