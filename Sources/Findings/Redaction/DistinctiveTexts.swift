/// Texts of confidential values that are long enough to be known again: what holds one of them is withheld, wherever it
/// stands. The second line of defence; the first goes by what was read.
struct DistinctiveTexts {
  /// Shorter texts are too common to say anything.
  private static let shortest = 5
  /// Of longer texts the beginning is looked for.
  private static let longest = 24

  private var texts: Set<ArraySlice<UInt8>> = []
  private var lengths: Set<Int> = []
  /// Which pairs of bytes begin a text.
  private var beginnings = Array(repeating: false, count: 65_536)

  /// Whether there are none.
  var isEmpty: Bool { texts.isEmpty }

  /// Adds what of a confidential value can be known again: long numbers and texts as they are stated and as people
  /// write them. Dates, choices and truth values are shared by too much that is public.
  mutating func add(_ value: ReportValue, _ formatters: [ValueFormatter]) {
    switch value.type {
    case .number, .string, .timestamp:
      guard Self.isDistinctive(value) else { break }
      add(value.text)
      if let exact = value.exact { add(exact) }
      var bare = value
      bare.unit = nil
      for formatter in formatters {
        add(formatter.text(value))
        // A comment may leave the unit out.
        add(formatter.text(bare))
      }
    case .bool, .choice, .date, .duration, .list, .record, .ref, .range, .either, .unknown, .none, .error:
      break
    }
    for item in value.items { add(item, formatters) }
    for field in value.fields { add(field.value, formatters) }
    if let end = value.atLeast { add(end, formatters) }
    if let end = value.atMost { add(end, formatters) }
  }

  private static func isDistinctive(_ value: ReportValue) -> Bool {
    if value.type != .number { return value.text.unicodeScalars.count >= 4 }
    // Round numbers of few digits, such as 10000, stand in half the law.
    let digits = value.text.utf8.filter { (0x30...0x39).contains($0) }
    return digits.count >= 5 && digits.reversed().drop { $0 == 0x30 }.count >= 2 || digits.count >= 8
  }

  private mutating func add(_ text: String) {
    let bytes = Array(text.utf8.prefix(Self.longest))
    guard bytes.count >= Self.shortest, texts.insert(bytes[...]).inserted else { return }
    lengths.insert(bytes.count)
    beginnings[Int(bytes[0]) << 8 | Int(bytes[1])] = true
  }

  /// Whether a text holds one of them, not as a part of a longer number.
  func occur(in text: String) -> Bool {
    guard !isEmpty else { return false }
    let bytes = Array(text.utf8)
    var start = 0
    while start + Self.shortest <= bytes.count {
      if beginnings[Int(bytes[start]) << 8 | Int(bytes[start + 1])] {
        for length in lengths where start + length <= bytes.count {
          guard texts.contains(bytes[start..<start + length]) else { continue }
          let isPart =
            start > 0 && Self.isDigit(bytes[start - 1]) && Self.isDigit(bytes[start])
            || start + length < bytes.count && Self.isDigit(bytes[start + length])
              && Self.isDigit(bytes[start + length - 1]) && length < Self.longest
          if !isPart { return true }
        }
      }
      start += 1
    }
    return false
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
