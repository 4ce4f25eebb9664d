import Diagnostics

extension TreeBuilder {
  /// Reports why libyaml stopped: by a known trap on the line if there is one, else in our words.
  mutating func report(_ problem: ParserProblem) {
    if troubledAt == records.count { return }
    let noticed = cursor.offset(of: problem.index)
    let place = cursor.offset(of: problem.placeIndex)
    let opener = problem.openerIndex.map { cursor.offset(of: $0) }
    if let quote = unclosedQuote(before: place) {
      add(quote.words, at: quote.place..<quote.place + 1, damage: .line)
      return
    }
    for offset in [place, noticed] {
      if let (words, place) = advice(onLineOf: offset) {
        // How far a line with another character in front is meant to be indented cannot be told.
        let isIndented = bytes[lineStart(place.lowerBound)..<place.lowerBound].allSatisfy { $0 <= 0x20 }
        let isForeign = words.code == "yaml.tab" || words.code == "yaml.unicode-space"
        let damage: Damage.Extent =
          words.code == "yaml.full-width-colon"
          ? .mark(UInt8(ascii: ":")) : isIndented && isForeign ? .line : .lines
        add(
          words, at: place, damage: damage,
          from: frames.last?.isFlow == true ? opener : nil)
        return
      }
    }
    if let opener, frames.last?.isFlow == true, bytes[place...].allSatisfy({ $0 <= 0x20 }) {
      add(Self.unclosed, at: opener..<endOfCharacter(opener))
      return
    }
    if let opener, problem.text.contains("','"), isLeftOpen(opener, before: place) {
      let note = LocalizedText(ko: "여기까지 닫히지 않았습니다", en: "it is still open here")
      add(
        Self.unclosed, at: opener..<endOfCharacter(opener),
        notes: [Diagnostic.Note(note, at: span(place..<place).location)])
      return
    }
    if place < bytes.count, bytes[place] == UInt8(ascii: ":"), problem.expectsNode {
      add(Trap.emptyKey.words, at: place..<place + 1)
      return
    }
    var notes: [Diagnostic.Note] = []
    if let opener, problem.text.contains("','") {
      let text = LocalizedText(ko: "여기서 시작한 묶음입니다", en: "what began here is not finished")
      notes.append(Diagnostic.Note(text, at: span(opener..<opener).location))
    }
    add(
      problem.words, at: place..<endOfCharacter(place), notes: notes,
      from: frames.last?.isFlow == true ? opener : nil)
  }

  private static let unclosed = Words(
    "yaml.unclosed-bracket", ko: "여기서 연 괄호가 닫히지 않았습니다",
    en: "the bracket that opens here is not closed",
    help: LocalizedText(ko: "괄호를 닫으십시오", en: "close it"))

  /// Whether a bracket was left open rather than filled wrongly: the place that it cannot hold stands on a later line
  /// that is indented no further, or nothing after it closes a bracket of that kind.
  private func isLeftOpen(_ opener: Int, before place: Int) -> Bool {
    guard bytes.indices.contains(opener), opener < place else { return false }
    let (first, last) = (lineStart(opener), lineStart(place))
    if first < last, indentation(of: last) <= indentation(of: first) { return true }
    let closer = bytes[opener] == UInt8(ascii: "[") ? UInt8(ascii: "]") : UInt8(ascii: "}")
    return !bytes[min(place, bytes.count)...].contains(closer)
  }

  /// How many spaces a line begins with.
  private func indentation(of line: Int) -> Int {
    bytes[line...].prefix { $0 == 0x20 }.count
  }

  /// The quote that was last opened, if its text goes on over lines and what follows its end cannot follow: it
  /// ended where another one was meant to begin.
  private func unclosedQuote(before place: Int) -> (words: Words, place: Int)? {
    guard let last = records.last, last.kind == .scalar,
      last.style == .singleQuoted || last.style == .doubleQuoted
    else { return nil }
    let (start, end) = (Int(last.start), Int(last.end))
    guard start < end, end <= place, place < bytes.count, bytes[end..<place].allSatisfy({ $0 == 0x20 }),
      bytes[start..<end].contains(0x0A)
    else { return nil }
    return (ParserProblem.unclosedQuote, start)
  }

  private func lineStart(_ offset: Int) -> Int {
    var index = min(offset, bytes.count)
    while index > 0, bytes[index - 1] != 0x0A { index -= 1 }
    return index == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : index
  }

  private func endOfCharacter(_ offset: Int) -> Int {
    var end = offset
    guard end < bytes.count, bytes[end] >= 0x20 else { return offset }
    repeat { end += 1 } while end < bytes.count && bytes[end] & 0xC0 == 0x80
    return end
  }

  /// The trap on a line, found in its first 4 KiB, and its place.
  private func advice(onLineOf offset: Int) -> (Words, Range<Int>)? {
    let start = lineStart(offset)
    let line = bytes[start..<min(bytes.count, start + 4096)].prefix { $0 != 0x0A && $0 != 0x0D }
    var index = line.startIndex
    while index < line.endIndex {
      if line[index] == 0x09 {
        return frames.last?.isFlow == true ? nil : (ParserProblem.tab, index..<index + 1)
      }
      if let space = UnicodeSpace.decode(bytes, at: index) {
        return (CharacterTrap.spaceAsIndentation(space).words, index..<index + UTF8.width(space))
      }
      if line[index] == UInt8(ascii: "-"), index + 1 < line.endIndex {
        if let space = UnicodeSpace.decode(bytes, at: index + 1) {
          let place = index + 1..<index + 1 + UTF8.width(space)
          return (CharacterTrap.spaceAfterMark(space, mark: "-").words, place)
        }
        guard line[index + 1] == 0x20 || line[index + 1] == 0x09 else { break }
      } else if line[index] != 0x20 {
        break
      }
      index += 1
    }
    let rest = line[index...]
    if let (key, colon) = LineAdvice.fullWidthColon(rest, allowsLetters: true) {
      return (CharacterTrap.fullWidthColon(key).words, colon)
    }
    let key = rest.prefix { $0 != UInt8(ascii: ":") && $0 != 0x20 }
    guard LineAdvice.isIdentifier(key), key.endIndex < rest.endIndex, rest[key.endIndex] == UInt8(ascii: ":")
    else { return LineAdvice.value(rest) }
    let after = key.endIndex + 1
    if after < line.endIndex, let space = UnicodeSpace.decode(bytes, at: after) {
      let place = after..<after + UTF8.width(space)
      return (CharacterTrap.spaceAfterMark(space, mark: ":").words, place)
    }
    return LineAdvice.value(rest[after...].drop { $0 == 0x20 || $0 == 0x09 })
  }
}
