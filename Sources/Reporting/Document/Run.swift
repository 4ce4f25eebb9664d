import Diagnostics

/// A piece of text within a block, with what it is for the eye.
///
/// Its text is safe to show: line breaks and tabs are spaces, other controls, reordering and invisible characters of
/// an input are written out. Markup of a format is for the writer of that format to escape.
package struct Run: Sendable, Hashable {
  /// What a text says of what it stands for, for the eye only: the words say it too.
  package enum Tone: Sendable, Hashable {
    /// Nothing.
    case plain
    /// A failure or an error.
    case bad
    /// Undecided, waived or for a person.
    case open
    /// Met.
    case good
    /// Remarks, places, disclaimers.
    case faint
  }

  /// Where a text leads.
  package enum Link: Sendable, Hashable {
    /// Elsewhere: a relative or absolute address.
    case address(String)
    /// To a heading or group of the same document.
    case anchor(String)
  }

  /// What is read.
  package let text: String
  /// Heavier than its surroundings.
  package var isStrong: Bool
  /// An expression, a path or a name of a file, in letters of one width.
  package var isCode: Bool
  /// What it says, for the eye.
  package var tone: Tone
  /// Where it leads.
  package var link: Link?

  /// A text that may come from an input.
  package init(
    _ text: String, strong: Bool = false, code: Bool = false, tone: Tone = .plain, link: Link? = nil
  ) {
    self.text = Printable.escaped(text.utf8.contains(where: Self.isBreak) ? Self.oneLine(text) : text)
    isStrong = strong
    isCode = code
    self.tone = tone
    self.link = link
  }

  /// A folded text of a policy is one paragraph: line breaks and tabs, with the spaces around them, are one space,
  /// and none at the end.
  private static func oneLine(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var isAfterBreak = false
    for byte in text.utf8 {
      if isBreak(byte) {
        while bytes.last == 0x20 { bytes.removeLast() }
        isAfterBreak = true
      } else if !(isAfterBreak && byte == 0x20) {
        if isAfterBreak, !bytes.isEmpty { bytes.append(0x20) }
        isAfterBreak = false
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D || byte == 0x09 }
}

extension Run: ExpressibleByStringInterpolation {
  /// A plain text.
  package init(stringLiteral text: String) {
    self.init(text)
  }
}

extension [Run] {
  /// What is read, without what it is for the eye.
  package var text: String { map(\.text).joined() }
}
