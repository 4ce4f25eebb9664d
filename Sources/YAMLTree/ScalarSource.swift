/// A scalar as it stands in the file, taken apart into the pieces its text is made of.
///
/// It repeats what libyaml did with folding, quotes, escapes and indentation, so that an offset in the text
/// can be followed to a place in the file.
struct ScalarSource {
  /// What a piece contributes to the text.
  enum Content {
    /// The very bytes of the file.
    case verbatim
    /// One character that the file writes differently.
    case character(Unicode.Scalar)
  }

  /// Receives a piece and where it stands; false ends the walk.
  typealias Visitor = (Content, Range<Int>) -> Bool

  /// The whole file.
  let bytes: [UInt8]
  /// How the scalar is written.
  let style: YAMLNode.Style
  /// The scalar's first byte: its quote or block indicator, if it has one.
  let start: Int
  /// The byte after its last one.
  let end: Int
  /// The text without normalisation or with; it tells a block's indentation.
  let text: ArraySlice<UInt8>

  /// Calls `visit` with the pieces in order.
  func walk(_ visit: Visitor) {
    switch style {
    case .plain: _ = walkFlow(start, end, quote: nil, visit)
    case .singleQuoted, .doubleQuoted:
      let close = max(start + 1, end - 1)
      _ = walkFlow(start + 1, close, quote: style == .singleQuoted ? 0x27 : 0x22, visit)
    case .literal: walkBlock(isFolded: false, visit)
    case .folded: walkBlock(isFolded: true, visit)
    }
  }

  /// The text that the pieces add up to.
  var decoded: [UInt8] {
    var result: [UInt8] = []
    walk { content, place in
      switch content {
      case .verbatim: result.append(contentsOf: bytes[place])
      case .character(let scalar): result.append(contentsOf: String(Character(scalar)).utf8)
      }
      return true
    }
    return result
  }

  /// The bytes of the file behind a range of UTF-8 offsets in the text as decoded.
  func place(of range: Range<Int>) -> Range<Int> {
    var low: Int?
    var high = start
    var offset = 0
    walk { content, place in
      let count: Int
      let isVerbatim: Bool
      switch content {
      case .verbatim: (count, isVerbatim) = (place.count, true)
      case .character(let scalar): (count, isVerbatim) = (UTF8.width(scalar), false)
      }
      let next = offset + count
      if low == nil, range.lowerBound < next {
        low = isVerbatim ? place.lowerBound + max(0, range.lowerBound - offset) : place.lowerBound
      }
      if range.upperBound > offset {
        high = isVerbatim ? place.lowerBound + min(count, range.upperBound - offset) : place.upperBound
      }
      offset = next
      return offset < range.upperBound || low == nil
    }
    if range.isEmpty, let low { return low..<low }
    let from = low ?? high
    return from..<max(from, high)
  }

  // MARK: Plain and quoted

  private func isBlank(_ index: Int, before limit: Int) -> Bool {
    index < limit && (bytes[index] == 0x20 || bytes[index] == 0x09)
  }

  /// The length of the line break at `index`, 0 if there is none.
  private func breakLength(_ index: Int, before limit: Int) -> Int {
    guard index < limit else { return 0 }
    if bytes[index] == 0x0A { return 1 }
    return bytes[index] == 0x0D && index + 1 < limit && bytes[index + 1] == 0x0A ? 2 : 0
  }

  private func walkFlow(_ from: Int, _ to: Int, quote: UInt8?, _ visit: Visitor) -> Bool {
    var index = from
    var run = from
    let limit = min(to, bytes.count)
    func flush(_ end: Int) -> Bool { run >= end || visit(.verbatim, run..<end) }
    while index < limit {
      let byte = bytes[index]
      if breakLength(index, before: limit) > 0 {
        var textEnd = index
        while textEnd > run, isBlank(textEnd - 1, before: limit) { textEnd -= 1 }
        let (breaks, next) = skipBreaks(index, limit)
        guard flush(textEnd), fold(breaks, textEnd..<next, visit) else { return false }
        (index, run) = (next, next)
      } else if byte == 0x27, quote == 0x27 {
        guard flush(index), visit(.character("'"), index..<min(limit, index + 2)) else { return false }
        index = min(limit, index + 2)
        run = index
      } else if byte == 0x5C, quote == 0x22 {
        guard flush(index) else { return false }
        let length = breakLength(index + 1, before: limit)
        if length > 0 {
          let (breaks, next) = skipBreaks(index + 1 + length, limit)
          for _ in 0..<breaks where !visit(.character("\n"), index..<next) { return false }
          index = next
        } else {
          let (scalar, next) = escape(index, limit)
          guard visit(.character(scalar), index..<next) else { return false }
          index = next
        }
        run = index
      } else {
        index += 1
      }
    }
    return flush(limit)
  }

  /// Counts line breaks from `index` on and skips them with the blanks around them.
  private func skipBreaks(_ index: Int, _ limit: Int) -> (breaks: Int, next: Int) {
    var breaks = 0
    var index = index
    while true {
      let length = breakLength(index, before: limit)
      if length > 0 {
        breaks += 1
        index += length
      } else if isBlank(index, before: limit) {
        index += 1
      } else {
        return (breaks, index)
      }
    }
  }

  private func fold(_ breaks: Int, _ place: Range<Int>, _ visit: Visitor) -> Bool {
    if breaks == 1 { return visit(.character(" "), place) }
    for _ in 1..<max(1, breaks) where !visit(.character("\n"), place) { return false }
    return true
  }

  private func escape(_ index: Int, _ limit: Int) -> (Unicode.Scalar, Int) {
    guard index + 1 < limit else { return ("\\", limit) }
    let digits: Int
    switch bytes[index + 1] {
    case UInt8(ascii: "x"): digits = 2
    case UInt8(ascii: "u"): digits = 4
    case UInt8(ascii: "U"): digits = 8
    default: return (Self.shortEscape(bytes[index + 1]), index + 2)
    }
    let end = min(limit, index + 2 + digits)
    let value = UInt32(String(decoding: bytes[(index + 2)..<end], as: UTF8.self), radix: 16)
    return (value.flatMap(Unicode.Scalar.init) ?? "\u{FFFD}", end)
  }

  private static func shortEscape(_ letter: UInt8) -> Unicode.Scalar {
    switch letter {
    case UInt8(ascii: "0"): "\0"
    case UInt8(ascii: "a"): "\u{7}"
    case UInt8(ascii: "b"): "\u{8}"
    case UInt8(ascii: "t"), 0x09: "\t"
    case UInt8(ascii: "n"): "\n"
    case UInt8(ascii: "v"): "\u{B}"
    case UInt8(ascii: "f"): "\u{C}"
    case UInt8(ascii: "r"): "\r"
    case UInt8(ascii: "e"): "\u{1B}"
    case UInt8(ascii: "N"): "\u{85}"
    case UInt8(ascii: "_"): "\u{A0}"
    case UInt8(ascii: "L"): "\u{2028}"
    case UInt8(ascii: "P"): "\u{2029}"
    default: Unicode.Scalar(letter)
    }
  }

  // MARK: Blocks

  /// A line of a block: its first byte, the end of its text, and the first byte of the next line.
  private func line(at index: Int) -> (textEnd: Int, next: Int) {
    var end = index
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    let next = min(bytes.count, end + 1)
    if end > index, end < bytes.count, bytes[end - 1] == 0x0D { end -= 1 }
    return (end, next)
  }

  private func spaces(_ index: Int, _ end: Int) -> Int {
    var after = index
    while after < end, bytes[after] == 0x20 { after += 1 }
    return after - index
  }

  /// The columns that the block is indented by, from the first line that is not blank.
  private func blockIndent(_ first: Int) -> Int? {
    var own = 0
    for byte in text {
      if byte == 0x20 { own += 1 } else if byte == 0x0A { own = 0 } else { break }
    }
    var index = first
    while index < end {
      let (textEnd, next) = line(at: index)
      let leading = spaces(index, textEnd)
      if index + leading < textEnd { return leading >= own ? leading - own : nil }
      index = next
    }
    return nil
  }

  private func walkBlock(isFolded: Bool, _ visit: Visitor) {
    let header = line(at: start)
    guard let indent = blockIndent(header.next) else { return }
    let keepsAll = bytes[start..<header.textEnd].prefix { $0 != 0x23 && $0 != 0x20 }.contains(0x2B)
    let dropsAll = bytes[start..<header.textEnd].prefix { $0 != 0x23 && $0 != 0x20 }.contains(0x2D)
    var leading: Range<Int>?
    var trailing: [Range<Int>] = []
    var wasBlank = false
    var index = header.next
    while index < bytes.count {
      let (textEnd, next) = line(at: index)
      let margin = min(indent, spaces(index, textEnd))
      let first = index + margin
      if first == textEnd {
        if next > textEnd { trailing.append(textEnd..<next) }
        index = next
        continue
      }
      guard margin == indent else { break }
      let isBlank = bytes[first] == 0x20 || bytes[first] == 0x09
      if let place = leading {
        if isFolded, !wasBlank, !isBlank {
          if trailing.isEmpty, !visit(.character(" "), place.lowerBound..<first) { return }
        } else if !visit(.character("\n"), place) {
          return
        }
      }
      for place in trailing where !visit(.character("\n"), place) { return }
      trailing.removeAll()
      guard visit(.verbatim, first..<textEnd) else { return }
      wasBlank = isBlank
      leading = next > textEnd ? textEnd..<next : nil
      index = next
    }
    if dropsAll { return }
    if let leading, !visit(.character("\n"), leading) { return }
    if keepsAll { for place in trailing where !visit(.character("\n"), place) { return } }
  }
}
