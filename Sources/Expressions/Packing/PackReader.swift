package import Diagnostics

/// Reads back what a `PackWriter` wrote, or fails; it never reads beyond the bytes. That they are what was written is for
/// digests to say: not every number is checked against what it counts.
package struct PackReader {
  /// The files that places may be in, in the order in which the writer had them: first the part's own.
  private let files: [SourceFile]
  /// The facts, record types and choices that expressions may name.
  package var environment = TypeEnvironment(id: "", records: [])

  /// What is read.
  package let bytes: [UInt8]
  /// The next byte.
  package var place: Int
  /// Where the part ends.
  package let end: Int

  /// A reader of a part of some bytes; what it gives was read from `files`.
  package init(_ bytes: [UInt8], part: Range<Int>, files: [SourceFile] = []) {
    self.bytes = bytes
    place = part.lowerBound
    end = min(part.upperBound, bytes.count)
    self.files = files
  }

  /// How many bytes are left.
  package var rest: Int { end - place }

  /// How many terms or types the next one lies in.
  private var depth = 0
  /// Most that may: terms nest somewhat deeper than what they were written as.
  private static let deepest = 2 * SyntaxTree.deepestNesting

  /// Goes into a term or type.
  mutating func enter() throws(PackFailure) {
    depth += 1
    guard depth <= Self.deepest else { throw .damaged }
  }

  /// Comes out again.
  mutating func leave() {
    depth -= 1
  }

  /// Whether everything was read.
  package var isAtEnd: Bool { place == end }

  /// Reads a byte.
  @inlinable
  package mutating func byte() throws(PackFailure) -> UInt8 {
    guard place < end else { throw .damaged }
    defer { place += 1 }
    return bytes[place]
  }

  /// Reads yes or no.
  @inlinable
  package mutating func bool() throws(PackFailure) -> Bool {
    switch try byte() {
    case 0: false
    case 1: true
    default: throw .damaged
    }
  }

  /// Reads a whole number.
  package mutating func int() throws(PackFailure) -> Int {
    let bits = try word()
    return Int(Int64(bitPattern: bits >> 1 ^ (0 &- (bits & 1))))
  }

  /// Reads a word.
  package mutating func word() throws(PackFailure) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let byte = try byte()
      guard shift < 63 || byte <= 1 else { throw .damaged }
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
  }

  /// Reads how many things follow, each of which takes a byte at least.
  package mutating func count() throws(PackFailure) -> Int {
    let count = try int()
    guard count >= 0, count <= end - place else { throw .damaged }
    return count
  }

  /// Reads a text.
  package mutating func string() throws(PackFailure) -> String {
    let count = try count()
    defer { place += count }
    return bytes.withUnsafeBufferPointer { bytes in
      String(decoding: UnsafeBufferPointer(rebasing: bytes[place..<place + count]), as: UTF8.self)
    }
  }

  /// Reads a text in both languages.
  package mutating func text() throws(PackFailure) -> LocalizedText {
    let isSame = try bool()
    let ko = try string()
    return LocalizedText(ko: ko, en: isSame ? ko : try string())
  }

  /// Reads a text, if there is one.
  package mutating func optionalString() throws(PackFailure) -> String? {
    try bool() ? try string() : nil
  }

  /// Reads a text in both languages, if there is one.
  package mutating func optionalText() throws(PackFailure) -> LocalizedText? {
    try bool() ? try text() : nil
  }

  /// Reads a place in the file, if there is one.
  package mutating func optionalSpan() throws(PackFailure) -> SourceSpan? {
    try bool() ? try span() : nil
  }

  /// The file that the part was made of.
  package func ownFile() throws(PackFailure) -> SourceFile {
    guard let file = files.first else { throw .damaged }
    return file
  }

  /// Reads a place in one of the files.
  package mutating func span() throws(PackFailure) -> SourceSpan {
    let place = try int()
    guard files.indices.contains(place) else { throw .damaged }
    let file = files[place]
    let start = try int()
    let length = try int()
    guard start >= 0, length >= 0, start <= file.bytes.count, length <= file.bytes.count - start else {
      throw .damaged
    }
    return SourceSpan(file: file, start: start, end: start + length)
  }

  /// Reads a member of an enumeration.
  @inlinable
  package mutating func member<Member: RawRepresentable<String>>() throws(PackFailure) -> Member {
    guard let member = Member(rawValue: try string()) else { throw .damaged }
    return member
  }

  /// Reads a range of offsets.
  package mutating func range() throws(PackFailure) -> Range<Int> {
    let start = try int()
    let (end, isTooLarge) = start.addingReportingOverflow(try int())
    guard !isTooLarge, start <= end else { throw .damaged }
    return start..<end
  }

  /// Reads a number of items.
  @inlinable
  package mutating func list<Item>(
    _ read: (inout PackReader) throws(PackFailure) -> Item
  ) throws(PackFailure) -> [Item] {
    let count = try count()
    var items: [Item] = []
    items.reserveCapacity(count)
    for _ in 0..<count { items.append(try read(&self)) }
    return items
  }

  /// Reads a value, if there is one.
  @inlinable
  package mutating func optional<Value>(
    _ read: (inout PackReader) throws(PackFailure) -> Value
  ) throws(PackFailure) -> Value? {
    try bool() ? try read(&self) : nil
  }
}
