import Diagnostics

extension TreeBuilder {
  /// Reports what is wrong with the text of a scalar that was just added.
  mutating func check(_ id: UInt32, _ scan: ScalarScan, isKey: Bool) {
    let record = records[Int(id)]
    if isKey, record.style == .plain { checkPlainKey(id) }
    if let hit = scan.control { report(.control(hit.scalar), hit, in: record) }
    if let hit = scan.combining {
      report(.combining(hit.scalar), hit, in: record)
      records[Int(id)].isBroken = true
    }
    if let hit = scan.bidi { report(.bidi(hit.scalar), hit, in: record) }
    if isKey, let hit = scan.invisible {
      report(.invisibleInKey(hit.scalar), hit, in: record)
      records[Int(id)].isBroken = true
      breakInnermost()
    }
    guard record.style == .plain, scan.hasUnicodeSpace || scan.hasFullWidthColon else { return }
    let beginsEntry = isKey || !isBesideKey(Int(record.start))
    let place = Int(record.start)..<Int(record.end)
    if scan.hasUnicodeSpace, let (trap, place) = spaceTrap(place, beginsEntry: beginsEntry) {
      report(.character(trap), at: place)
      records[Int(id)].isBroken = true
      troubledAt = records.count
    } else if scan.hasFullWidthColon, beginsEntry,
      let (key, colon) = LineAdvice.fullWidthColon(bytes[place], allowsLetters: isKey)
    {
      report(.character(.fullWidthColon(key)), at: colon)
      troubledAt = records.count
    }
  }

  private mutating func checkPlainKey(_ id: UInt32) {
    let record = records[Int(id)]
    let place = Int(record.start)..<Int(record.end)
    if record.count == 0 {
      report(.emptyKey, at: place)
      records[Int(id)].isBroken = true
      breakInnermost()
    }
    if record.count == 2, bytes[place.lowerBound] == UInt8(ascii: "<"),
      bytes[place.lowerBound + 1] == UInt8(ascii: "<")
    {
      report(.mergeKey, at: place)
      records[Int(id)].isBroken = true
      breakInnermost()
    }
  }

  private mutating func report(_ trap: CharacterTrap, _ hit: ScalarScan.Hit, in record: NodeRecord) {
    let words = text[Int(record.first)..<Int(record.first) + Int(record.count)]
    let source = ScalarSource(record, text: words, in: file)
    let width = UTF8.width(hit.scalar)
    report(.character(trap), at: source.place(of: hit.offset..<hit.offset + width))
  }

  /// The first space in a plain scalar that looks like U+0020 where that one would mean something else.
  private func spaceTrap(_ place: Range<Int>, beginsEntry: Bool) -> (CharacterTrap, Range<Int>)? {
    var index = place.lowerBound
    while index < place.upperBound {
      guard let space = UnicodeSpace.decode(bytes, at: index) else {
        index += 1
        continue
      }
      var end = index
      while end < place.upperBound {
        if let next = UnicodeSpace.decode(bytes, at: end) {
          end += UTF8.width(next)
        } else if bytes[end] == 0x20 {
          end += 1
        } else {
          break
        }
      }
      if let trap = trap(of: space, at: index..<end, in: place, beginsEntry: beginsEntry) {
        return (trap, index..<end)
      }
      index = end
    }
    return nil
  }

  private func trap(
    of space: Unicode.Scalar, at run: Range<Int>, in place: Range<Int>, beginsEntry: Bool
  ) -> CharacterTrap? {
    if isFirstOnLine(run.lowerBound) { return .spaceAsIndentation(space) }
    if run.upperBound < place.upperBound, bytes[run.upperBound] == UInt8(ascii: "#") {
      return .spaceBeforeComment(space)
    }
    if run.lowerBound == place.lowerBound || run.upperBound == place.upperBound { return .spaceAtEdge(space) }
    let before = bytes[place.lowerBound..<run.lowerBound]
    if before.elementsEqual("-".utf8) { return .spaceAfterMark(space, mark: "-") }
    if beginsEntry, before.last == UInt8(ascii: ":"), LineAdvice.isIdentifier(before.dropLast()) {
      return .spaceAfterMark(space, mark: ":")
    }
    return nil
  }

  private func isFirstOnLine(_ offset: Int) -> Bool {
    var index = offset
    while index > 0, bytes[index - 1] == 0x20 || bytes[index - 1] == 0x09 { index -= 1 }
    return index == 0 || bytes[index - 1] == 0x0A || index == 3 && bytes[0] == 0xEF
  }
}
