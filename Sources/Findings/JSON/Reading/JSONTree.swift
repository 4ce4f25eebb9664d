import Diagnostics

/// A JSON text as nodes that lie side by side in the order of the text; nothing is copied out of it.
struct JSONTree: Sendable {
  /// What a node is.
  enum Kind: UInt8, Sendable {
    case null, yes, no, number, string, array, object
  }

  /// A value or a key. What an array or object holds follows it directly; keys and values take turns.
  struct Node: Sendable {
    /// What it is.
    var kind: Kind
    /// Whether a string holds escapes.
    var isEscaped = false
    /// Offset of its first byte, the quotation mark of a string.
    var start: UInt32
    /// Offset after its last byte.
    var end: UInt32
    /// The node after it and everything in it.
    var next: UInt32
  }

  /// Bytes that a text may have.
  static let longest = 1 << 30
  /// How deeply arrays and objects may lie in one another.
  static let deepest = 256

  /// The text.
  let bytes: [UInt8]
  /// All nodes; the first is the whole value.
  let nodes: [Node]

  /// Reads a text: UTF-8 throughout, one value, no key twice in an object.
  init(_ bytes: [UInt8]) throws(JSONProblem) {
    self.bytes = bytes
    var scanner = JSONScanner(bytes)
    nodes = try scanner.scan()
  }

  /// The bytes of a node.
  func range(_ node: Int) -> Range<Int> { Int(nodes[node].start)..<Int(nodes[node].end) }

  /// The value of a key in an object; nil where the object has no such key.
  func value(of key: String, in object: Int) -> Int? {
    var place = object + 1
    let end = Int(nodes[object].next)
    while place < end {
      let value = Int(nodes[place].next)
      if isText(place, key) { return value }
      place = Int(nodes[value].next)
    }
    return nil
  }

  /// Whether a string node is a text.
  @inline(__always)
  func isText(_ node: Int, _ text: String) -> Bool {
    let place = nodes[node]
    if place.isEscaped { return string(node).utf8.elementsEqual(text.utf8) }
    var text = text
    return text.withUTF8 { text in
      let start = Int(place.start) + 1
      guard Int(place.end) - start - 1 == text.count else { return false }
      var index = 0
      while index < text.count {
        guard bytes[start + index] == text[index] else { return false }
        index += 1
      }
      return true
    }
  }

  /// The text of a string node.
  func string(_ node: Int) -> String {
    let place = nodes[node]
    let inner = bytes[(Int(place.start) + 1)..<(Int(place.end) - 1)]
    return place.isEscaped ? JSONEscape.resolved(inner) : String(decoding: inner, as: UTF8.self)
  }

  /// The bytes of a node as text, cut where they are many, to be quoted in a message.
  func quoted(_ node: Int) -> String {
    let range = range(node)
    let text = String(decoding: bytes[range.prefix(80)], as: UTF8.self)
    return Printable.escaped(range.count <= 80 ? text : String(text.unicodeScalars.dropLast()) + "…")
  }

  /// The node that a path such as `rules[3].outcome` leads to from another, as far as there are nodes.
  func node(at path: String, below node: Int) -> Int {
    var node = node
    for name in path.split(whereSeparator: { ".[]".contains($0) }) {
      let next: Int?
      switch nodes[node].kind {
      case .object: next = value(of: String(name), in: node)
      case .array: next = Int(name).flatMap { element($0, of: node) }
      case .null, .yes, .no, .number, .string: next = nil
      }
      guard let next else { return node }
      node = next
    }
    return node
  }

  private func element(_ index: Int, of array: Int) -> Int? {
    var place = array + 1
    for _ in 0..<index where place < Int(nodes[array].next) { place = Int(nodes[place].next) }
    return place < Int(nodes[array].next) ? place : nil
  }

  /// Where a node stands, as in `findings[3].outcome`; empty for the whole text.
  func path(to node: Int) -> String {
    var path = ""
    var place = 0
    while place != node {
      let isObject = nodes[place].kind == .object
      var index = 0
      var child = place + 1
      let end = Int(nodes[place].next)
      while child < end {
        let value = isObject ? Int(nodes[child].next) : child
        let after = Int(nodes[value].next)
        if node < after {
          path += isObject ? "\(path.isEmpty ? "" : ".")\(string(child))" : "[\(index)]"
          // A key stands for its value.
          place = node == child ? node : value
          break
        }
        child = after
        index += 1
      }
      guard child < end else { return path }
    }
    return path
  }
}
