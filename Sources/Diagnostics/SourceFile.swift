import Glibc

/// One input file: the path as the user gave it and the bytes as they were read.
///
/// Lines and columns count from 1; columns count Unicode scalars. A byte order mark belongs to no column.
public final class SourceFile: Sendable {
  /// The path as the user gave it.
  public let path: String
  /// The bytes as they were read.
  public let bytes: [UInt8]
  /// Byte offset of each line's first byte. A line ends with LF or CR LF, as in an editor.
  package let lineStarts: [Int]

  /// Unicode scalars before each 4,096th byte, so that a column in a very long line is found fast; empty if
  /// no line is that long.
  private let scalarMarks: [Int]

  /// Creates a file from what was read.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    let lineStarts = bytes.withUnsafeBufferPointer(Self.lineStarts)
    self.lineStarts = lineStarts
    let isLong = lineStarts.indices.contains { line in
      (line + 1 < lineStarts.count ? lineStarts[line + 1] : bytes.count) - lineStarts[line] > 4096
    }
    scalarMarks = isLong ? bytes.withUnsafeBufferPointer(Self.scalarMarks) : []
  }

  private static func lineStarts(_ bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
    var starts = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return starts }
    starts.reserveCapacity(bytes.count / 32 + 1)
    var index = 0
    while index < bytes.count, let end = memchr(base + index, 0x0A, bytes.count - index) {
      index = UnsafeRawPointer(end) - base + 1
      starts.append(index)
    }
    return starts
  }

  private static func scalarMarks(_ bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
    var marks = [0]
    var scalars = 0
    var index = 0
    let count = bytes.count
    while index < count {
      if bytes[index] & 0xC0 != 0x80 { scalars += 1 }
      if index & 4095 == 4095 { marks.append(scalars) }
      index += 1
    }
    return marks
  }

  /// The 1-based line and column of a byte offset.
  package func position(at offset: Int) -> (line: Int, column: Int) {
    let offset = min(max(offset, lineStarts[0]), bytes.count)
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    let start = lineStarts[low]
    if offset - start <= 4096 || scalarMarks.isEmpty { return (low + 1, scalars(start..<offset) + 1) }
    return (low + 1, scalars(before: offset) - scalars(before: start) + 1)
  }

  private func scalars(_ range: Range<Int>) -> Int {
    bytes.withUnsafeBytes { bytes in
      var count = 0
      var index = range.lowerBound
      while index + 8 <= range.upperBound {
        // Of eight bytes those that go on with a scalar: their high bit is set and the next one is not.
        let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        count += 8 - (word & ~(word << 1) & 0x8080_8080_8080_8080).nonzeroBitCount
        index += 8
      }
      while index < range.upperBound {
        if bytes[index] & 0xC0 != 0x80 { count += 1 }
        index += 1
      }
      return count
    }
  }

  private func scalars(before offset: Int) -> Int {
    scalarMarks[offset >> 12] + scalars((offset & ~4095)..<offset)
  }

  /// The text of a 1-based line without its line break, however long; `excerpt(at:)` is for display.
  package func lineText(_ line: Int) -> String {
    guard line >= 1, line <= lineStarts.count else { return "" }
    let start = lineStarts[line - 1]
    var end = line < lineStarts.count ? lineStarts[line] - 1 : bytes.count
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return String(decoding: bytes[start..<max(start, end)], as: UTF8.self)
  }

  /// The line of a byte offset, for display: a line of more than 1,000 bytes is cut around the offset.
  package func excerpt(at offset: Int) -> (text: String, firstColumn: Int) {
    let (line, column) = position(at: offset)
    let start = lineStarts[line - 1]
    let end = line < lineStarts.count ? lineStarts[line] - 1 : bytes.count
    guard end - start > 1000 else { return (lineText(line), 1) }
    let offset = min(max(offset, start), end)
    var low = max(start, offset - 300)
    while low > start, bytes[low] & 0xC0 == 0x80 { low -= 1 }
    var high = min(end, offset + 600)
    while high < end, bytes[high] & 0xC0 == 0x80 { high += 1 }
    if high > low, bytes[high - 1] == 0x0D { high -= 1 }
    let skipped = scalars(low..<offset)
    return (String(decoding: bytes[low..<high], as: UTF8.self), column - skipped)
  }
}

/// A range of bytes in a file.
package struct SourceSpan: Sendable {
  /// The file that `start` and `end` count in.
  package let file: SourceFile
  /// The offset of the first byte.
  package let start: Int
  /// The offset after the last byte.
  package let end: Int

  /// Creates a span; an `end` before `start` means `start`.
  package init(file: SourceFile, start: Int, end: Int) {
    self.file = file
    self.start = start
    self.end = max(start, end)
  }

  /// The span in lines and columns, for people and for other programs.
  package var location: SourceLocation {
    let (line, column) = file.position(at: start)
    let (endLine, endColumn) = file.position(at: end)
    return SourceLocation(
      file: file.path, line: line, column: column, endLine: endLine, endColumn: endColumn)
  }
}

/// A place in a file, in lines and columns that count from 1; the end is the first column after it.
public struct SourceLocation: Sendable, Hashable, Codable {
  /// The path of the file.
  public var file: String
  /// The line of the first character.
  public var line: Int
  /// The column of the first character.
  public var column: Int
  /// The line of the end.
  public var endLine: Int
  /// The first column after the end.
  public var endColumn: Int

  /// Creates a place from its parts.
  public init(file: String, line: Int, column: Int, endLine: Int, endColumn: Int) {
    self.file = file
    self.line = line
    self.column = column
    self.endLine = endLine
    self.endColumn = endColumn
  }
}
