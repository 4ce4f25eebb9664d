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
    var (kind, keys) = ("", [String]())
    var end: String.Index?
    var rest = path[...]
    while let open = rest.firstIndex(of: "[") {
      kind += rest[...open]
      let inside = rest[rest.index(after: open)...]
      // A quoted key may hold brackets of its own.
      let isQuoted = inside.first == "'"
      guard let close = isQuoted ? inside.firstRange(of: "']")?.lowerBound : inside.firstIndex(of: "]")
      else {
        rest = inside
        break
      }
      keys.append(String(isQuoted ? inside[..<close].dropFirst() : inside[..<close]))
      let bracket = isQuoted ? inside.index(after: close) : close
      kind += "]"
      end = bracket
      rest = inside[inside.index(after: bracket)...]
    }
    self.kind = kind + rest
    self.keys = keys
    element = end.map { String(path[...$0]) }
  }
}
