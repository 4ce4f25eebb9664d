/// A tag of a template: `{{…}}`.
struct TemplateTag: Sendable {
  /// What a tag does.
  enum Kind: Sendable {
    /// `{{name}}`: puts in a text.
    case text
    /// `{{{name}}}` and `{{&name}}`: would put it in as markup.
    case raw
    /// `{{#name}}`: begins a part that stands where there is something, and is repeated for a list.
    case section
    /// `{{^name}}`: begins a part that stands where there is nothing.
    case inverted
    /// `{{/name}}`: ends a part.
    case end
    /// `{{>`, `{{<`, `{{$`: would bring in other templates.
    case including
    /// `{{=`, `{{%`: would change how the template is read.
    case setting
  }

  /// What it does.
  let kind: Kind
  /// What stands in it, without space around it.
  let name: String
  /// Its line, from 1.
  let line: Int

  /// The tags of a template in their order, remarks (`{{! … }}`) left out; the last may not be closed.
  static func tags(of source: String) -> [TemplateTag] {
    let bytes = Array(source.utf8)
    var tags: [TemplateTag] = []
    var line = 1
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\n") { line += 1 }
      guard bytes[index] == UInt8(ascii: "{"), index + 2 < bytes.count, bytes[index + 1] == UInt8(ascii: "{")
      else {
        index += 1
        continue
      }
      let start = index + 2
      let end = end(of: bytes, from: start)
      if let kind = kind(bytes[start]) {
        let inner = bytes[start..<end].drop { isSpace($0) || Self.kind($0) != .text }
        let name = inner.prefix { !isSpace($0) && $0 != UInt8(ascii: "}") }
        tags.append(TemplateTag(kind: kind, name: String(decoding: name, as: UTF8.self), line: line))
      }
      line += bytes[start..<end].count { $0 == UInt8(ascii: "\n") }
      index = end + 2
    }
    return tags
  }

  /// Where the tag's `}}` begins, or the text's end.
  private static func end(of bytes: [UInt8], from start: Int) -> Int {
    var index = start
    while index + 1 < bytes.count {
      if bytes[index] == UInt8(ascii: "}"), bytes[index + 1] == UInt8(ascii: "}") { return index }
      index += 1
    }
    return bytes.count
  }

  /// What a tag does that begins with a byte; nil for a remark.
  private static func kind(_ byte: UInt8) -> Kind? {
    switch byte {
    case UInt8(ascii: "!"): nil
    case UInt8(ascii: "{"), UInt8(ascii: "&"): .raw
    case UInt8(ascii: "#"): .section
    case UInt8(ascii: "^"): .inverted
    case UInt8(ascii: "/"): .end
    case UInt8(ascii: ">"), UInt8(ascii: "<"), UInt8(ascii: "$"): .including
    case UInt8(ascii: "="), UInt8(ascii: "%"): .setting
    default: .text
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
