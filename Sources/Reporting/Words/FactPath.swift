/// A path of facts taken apart, such as `scheme.awards[A3].tiers[#2].pays`.
struct FactPath {
  /// The path without the keys of its elements: `scheme.awards[].tiers[].pays`, which names the kind of fact alone.
  let kind: String
  /// The keys of its elements from the outer to the inner, without quotes.
  let keys: [String]
  /// The path up to its innermost element, `scheme.awards[A3].tiers[#2]`; nil for a fact of the scheme as a whole.
  let element: String?

  /// Takes a path apart.
  init(_ path: String) {
    let bytes = path.utf8
    var (kind, keys) = ("", [String]())
    var end: String.Index?
    var rest = bytes[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "[")) {
      kind += path[rest.startIndex...open]
      let inside = rest[bytes.index(after: open)...]
      guard let key = Self.key(inside) else {
        rest = inside
        break
      }
      keys.append(String(path[key.text]))
      kind += "]"
      end = key.bracket
      rest = inside[bytes.index(after: key.bracket)...]
    }
    self.kind = kind + path[rest.startIndex...]
    self.keys = keys
    element = end.map { String(path[...$0]) }
  }

  /// The key that stands after a bracket, without quotes, and the bracket that closes it; nil where none does.
  private static func key(
    _ inside: Substring.UTF8View
  ) -> (text: Range<String.Index>, bracket: String.Index)? {
    // A quoted key may hold brackets of its own.
    let quote = UInt8(ascii: "'")
    guard inside.first == quote else {
      return inside.firstIndex(of: UInt8(ascii: "]")).map { (inside.startIndex..<$0, $0) }
    }
    let start = inside.index(after: inside.startIndex)
    var before = inside.startIndex
    for index in inside.indices[start...] {
      if inside[index] == UInt8(ascii: "]"), inside[before] == quote, before >= start {
        return (start..<before, index)
      }
      before = index
    }
    return nil
  }
}
