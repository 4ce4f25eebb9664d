package import Diagnostics

/// Writes checked policies as bytes that `PackReader` reads back: each type writes its parts in the order in which it
/// reads them.
package struct PackWriter {
  /// What has been written.
  package private(set) var bytes: [UInt8] = []
  /// The files that places may be in.
  private let files: [SourceFile]

  /// A writer of what was read from some files: its own first, then others that it names.
  package init(files: [SourceFile] = []) {
    self.files = files
  }

  /// Writes a byte.
  package mutating func byte(_ byte: UInt8) {
    bytes.append(byte)
  }

  /// Writes yes or no.
  package mutating func bool(_ value: Bool) {
    bytes.append(value ? 1 : 0)
  }

  /// Writes a whole number: seven bits to a byte, small ones of either sign in few bytes.
  package mutating func int(_ value: Int) {
    word(UInt64(bitPattern: Int64(value << 1 ^ value >> 63)))
  }

  /// Writes a word, seven bits to a byte.
  package mutating func word(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Writes a text.
  package mutating func string(_ text: String) {
    int(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  /// Writes a text in both languages, once where they are the same.
  package mutating func text(_ text: LocalizedText) {
    let isSame = text.ko.utf8.elementsEqual(text.en.utf8)
    bool(isSame)
    string(text.ko)
    if !isSame { string(text.en) }
  }

  /// Writes a place in one of the files.
  package mutating func span(_ span: SourceSpan) throws(PackFailure) {
    guard let file = files.firstIndex(where: { $0 === span.file }) else { throw .unwritable }
    int(file)
    int(span.start)
    int(span.end - span.start)
  }

  /// Writes a text, if there is one.
  package mutating func optionalString(_ text: String?) {
    bool(text != nil)
    if let text { string(text) }
  }

  /// Writes a text in both languages, if there is one.
  package mutating func optionalText(_ text: LocalizedText?) {
    bool(text != nil)
    if let text { self.text(text) }
  }

  /// Writes a place in the file, if there is one.
  package mutating func optionalSpan(_ span: SourceSpan?) throws(PackFailure) {
    bool(span != nil)
    if let span { try self.span(span) }
  }

  /// Writes a member of an enumeration by its word.
  package mutating func member<Member: RawRepresentable<String>>(_ member: Member) {
    string(member.rawValue)
  }

  /// Writes a range of offsets.
  package mutating func range(_ range: Range<Int>) {
    int(range.lowerBound)
    int(range.count)
  }

  /// Writes how many items there are, then each.
  package mutating func list<Items: Collection>(
    _ items: Items, _ write: (inout PackWriter, Items.Element) throws(PackFailure) -> Void
  ) throws(PackFailure) {
    int(items.count)
    for item in items { try write(&self, item) }
  }

  /// Writes whether there is a value, then the value.
  package mutating func optional<Value>(
    _ value: Value?, _ write: (inout PackWriter, Value) throws(PackFailure) -> Void
  ) throws(PackFailure) {
    bool(value != nil)
    if let value { try write(&self, value) }
  }
}
