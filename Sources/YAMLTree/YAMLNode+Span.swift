package import Diagnostics

extension YAMLNode {
  /// The file that the node was read from.
  package var file: SourceFile { tree.files[Int(record.file)] }

  /// The node's exact place, without anchor, comment or surrounding space.
  package var span: SourceSpan {
    let record = record
    return SourceSpan(file: file, start: Int(record.start), end: Int(record.end))
  }

  /// The place in the file of a range of UTF-8 offsets in `text`, through folding, quotes and escapes.
  package func span(ofText range: Range<Int>) -> SourceSpan {
    let record = record
    guard record.kind == .scalar else { return span }
    let total = Int(record.count)
    let low = min(max(0, range.lowerBound), total)
    var wanted = low..<min(max(low, range.upperBound), total)
    let source = ScalarSource(record, text: utf8, in: file)
    if record.isNormalized { wanted = Normalization.range(wanted, of: text, in: source.decoded) }
    let place = source.place(of: wanted)
    return SourceSpan(file: file, start: place.lowerBound, end: place.upperBound)
  }

  /// A comment follows this plain scalar after exactly one space, as in `a # b`.
  package var hasTightComment: Bool {
    let record = record
    guard record.kind == .scalar, record.style == .plain, record.count > 0 else { return false }
    let bytes = file.bytes
    let end = Int(record.end)
    return end + 1 < bytes.count && bytes[end] == UInt8(ascii: " ") && bytes[end + 1] == UInt8(ascii: "#")
  }
}

extension ScalarSource {
  /// The source of a scalar node.
  init(_ record: NodeRecord, text: ArraySlice<UInt8>, in file: SourceFile) {
    self.init(
      bytes: file.bytes, style: record.style, start: Int(record.start), end: Int(record.end), text: text)
  }
}
