/// A path to a fact or an element as people write it: `scheme.awards[A3].tiers[#2].pays`.
package struct SchemePath: Sendable {
  /// One step of a path.
  package enum Step: Sendable, Hashable {
    /// After a dot: a fact's name or, where a list stands before it, an element's key.
    case name(String)
    /// In brackets: an element by its key or value.
    case key(String)
    /// In brackets after `#`: an element by its place, from 0.
    case position(Int)
  }

  /// A step and where it stands in the text, in UTF-8 offsets.
  package struct Located: Sendable {
    /// The step.
    package var step: Step
    /// Its place in the text, in UTF-8 offsets.
    package var range: Range<Int>
  }

  /// Why a text is no path.
  package struct Malformed: Error, Sendable {
    /// What is wrong.
    package enum Reason: Sendable {
      /// There is no text at all.
      case empty
      /// Two dots in a row, or one at an end.
      case emptyStep
      /// `[` without `]`.
      case unclosedBracket
      /// `'` without another.
      case unclosedQuote
      /// Something between `]` and the next dot.
      case textAfterBracket
      /// `[#…]` with no whole number from 1.
      case badPosition
    }

    /// What is wrong.
    package var reason: Reason
    /// Its place in the text, in UTF-8 offsets.
    package var range: Range<Int>
  }

  /// At least one, the first a name.
  package let steps: [Located]

  /// Reads a path; dots may also lead to elements (`scheme.awards.A3`), which only the types can tell.
  package init(_ text: String) throws(Malformed) {
    let bytes = Array(text.utf8)
    var scanner = Scanner(bytes: bytes)
    steps = try scanner.steps()
  }

  private init(steps: [Located]) {
    self.steps = steps
  }

  /// The path without its last step.
  package func dropLast() -> SchemePath {
    SchemePath(steps: Array(steps.dropLast()))
  }

  /// The path up to and with a step, as it would be written.
  package func text(through index: Int) -> String {
    var text = ""
    for located in steps.prefix(index + 1) {
      switch located.step {
      case .name(let name): text += (text.isEmpty ? "" : ".") + name
      case .key(let key): text += "[" + Self.quoted(key) + "]"
      case .position(let position): text += "[#\(position + 1)]"
      }
    }
    return text
  }

  /// A key as it stands in brackets.
  package static func quoted(_ key: String) -> String {
    guard key.isEmpty || key.utf8.contains(where: { $0 == 0x5D || $0 == 0x27 }) || key.utf8.first == 0x23
    else { return key }
    return "'" + key.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }
}

/// Splits a path's bytes into steps.
private struct Scanner {
  let bytes: [UInt8]
  var offset = 0

  private static let dot = UInt8(ascii: ".")
  private static let open = UInt8(ascii: "[")
  private static let close = UInt8(ascii: "]")
  private static let quote = UInt8(ascii: "'")
  private static let hash = UInt8(ascii: "#")

  /// All steps of the text.
  mutating func steps() throws(SchemePath.Malformed) -> [SchemePath.Located] {
    guard !bytes.isEmpty else { throw .init(reason: .empty, range: 0..<0) }
    var steps = [try name()]
    while offset < bytes.count {
      switch bytes[offset] {
      case Self.dot:
        offset += 1
        steps.append(try name())
      case Self.open:
        steps.append(try bracket())
      default:
        throw .init(reason: .textAfterBracket, range: offset..<bytes.count)
      }
    }
    return steps
  }

  private mutating func name() throws(SchemePath.Malformed) -> SchemePath.Located {
    let start = offset
    while offset < bytes.count, bytes[offset] != Self.dot, bytes[offset] != Self.open { offset += 1 }
    guard offset > start else { throw .init(reason: .emptyStep, range: start..<min(start + 1, bytes.count)) }
    return .init(step: .name(text(start..<offset)), range: start..<offset)
  }

  private mutating func bracket() throws(SchemePath.Malformed) -> SchemePath.Located {
    let opening = offset
    offset += 1
    if offset < bytes.count, bytes[offset] == Self.quote { return try quotedKey(opening) }
    let start = offset
    while offset < bytes.count, bytes[offset] != Self.close { offset += 1 }
    guard offset < bytes.count else { throw .init(reason: .unclosedBracket, range: opening..<bytes.count) }
    let range = start..<offset
    offset += 1
    guard !range.isEmpty else { throw .init(reason: .emptyStep, range: opening..<offset) }
    guard bytes[start] == Self.hash else { return .init(step: .key(text(range)), range: range) }
    guard let number = Int(text(start + 1..<range.upperBound)), number > 0, bytes[start + 1] != 0x2B else {
      throw .init(reason: .badPosition, range: range)
    }
    return .init(step: .position(number - 1), range: range)
  }

  private mutating func quotedKey(_ opening: Int) throws(SchemePath.Malformed) -> SchemePath.Located {
    offset += 1
    let start = offset
    var key: [UInt8] = []
    while offset < bytes.count {
      guard bytes[offset] == Self.quote else {
        key.append(bytes[offset])
        offset += 1
        continue
      }
      if offset + 1 < bytes.count, bytes[offset + 1] == Self.quote {
        key.append(Self.quote)
        offset += 2
        continue
      }
      let range = start..<offset
      offset += 1
      guard offset < bytes.count, bytes[offset] == Self.close else {
        throw .init(reason: .unclosedBracket, range: opening..<offset)
      }
      offset += 1
      return .init(step: .key(String(decoding: key, as: UTF8.self)), range: range)
    }
    throw .init(reason: .unclosedQuote, range: opening..<bytes.count)
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}
