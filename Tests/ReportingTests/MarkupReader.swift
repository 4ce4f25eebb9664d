/// Reads HTML as strictly as a validator for the elements that a page here consists of: every element is closed where
/// it was opened, every attribute quoted, every ampersand an entity.
struct MarkupReader {
  /// An element's start.
  struct Element {
    var name: String
    var attributes: [String: String]
    /// How many elements it stands in.
    var depth: Int
  }

  /// Elements without content.
  static let void: Set<String> = ["meta", "col", "br", "input", "img", "link", "hr"]

  /// In the order of the page.
  private(set) var elements: [Element] = []
  /// What is read, outside style and script.
  private(set) var text = ""
  /// What is wrong.
  private(set) var problems: [String] = []

  init(_ page: String) {
    var open: [String] = []
    var rest = page[...]
    if rest.hasPrefix("<!DOCTYPE html>\n") {
      rest = rest.dropFirst(16)
    } else {
      problems.append("no doctype")
    }
    while let character = rest.first {
      guard character == "<" else {
        let end = rest.firstIndex(of: "<") ?? rest.endIndex
        if open.last == "style" || open.last == "script" {
          let end = rest.firstRange(of: "</\(open.last ?? "")")?.lowerBound ?? rest.endIndex
          rest = rest[end...]
        } else {
          text += Self.decoded(rest[..<end], &problems)
          rest = rest[end...]
        }
        continue
      }
      guard let end = Self.endOfTag(rest) else {
        problems.append("tag without end: \(rest.prefix(40))")
        return
      }
      let tag = rest[rest.index(after: rest.startIndex)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("/") {
        let name = String(tag.dropFirst())
        if open.last == name {
          open.removeLast()
        } else {
          problems.append("</\(name)> within <\(open.last ?? "nothing")>")
        }
        continue
      }
      let isClosed = tag.hasSuffix("/")
      let element = Self.element(isClosed ? tag.dropLast() : tag, depth: open.count, &problems)
      elements.append(element)
      if !isClosed, !Self.void.contains(element.name) { open.append(element.name) }
    }
    if !open.isEmpty { problems.append("not closed: \(open)") }
  }

  private static func endOfTag(_ text: Substring) -> Substring.Index? {
    var isQuoted = false
    for index in text.indices {
      if text[index] == "\"" { isQuoted.toggle() }
      if text[index] == ">", !isQuoted { return index }
    }
    return nil
  }

  private static func element(_ tag: Substring, depth: Int, _ problems: inout [String]) -> Element {
    let name = tag.prefix { $0 != " " }
    var element = Element(name: String(name), attributes: [:], depth: depth)
    var rest = tag.dropFirst(name.count).drop { $0 == " " }
    while !rest.isEmpty {
      let key = String(rest.prefix { $0 != "=" && $0 != " " })
      rest = rest.dropFirst(key.count)
      var value = ""
      if rest.hasPrefix("=\"") {
        rest = rest.dropFirst(2)
        let raw = rest.prefix { $0 != "\"" }
        if raw.contains("<") { problems.append("< in \(key)") }
        value = decoded(raw, &problems)
        rest = rest.dropFirst(raw.count + 1)
      } else if rest.hasPrefix("=") {
        problems.append("\(key) is not quoted")
        rest = rest.drop { $0 != " " }
      }
      if element.attributes.updateValue(value, forKey: key) != nil { problems.append("\(key) twice") }
      rest = rest.drop { $0 == " " }
    }
    return element
  }

  private static func decoded(_ text: Substring, _ problems: inout [String]) -> String {
    var result = ""
    var rest = text
    while let place = rest.firstIndex(of: "&") {
      result += rest[..<place]
      rest = rest[place...]
      let entities = ["&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'"]
      guard let (entity, character) = entities.first(where: { rest.hasPrefix($0.key) }) else {
        problems.append("bare ampersand: \(rest.prefix(20))")
        return result
      }
      result += character
      rest = rest.dropFirst(entity.count)
    }
    return result + rest
  }
}
