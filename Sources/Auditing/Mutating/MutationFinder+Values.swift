import Expressions
import Policies
import YAMLTree

/// Values of parameters and cells of tables.
extension MutationFinder {
  /// A parameter: its value or the values of its history, and the days of these.
  mutating func parameter(_ node: YAMLNode) {
    switch node.kind {
    case .scalar: value(node)
    case .sequence:
      guard node.items.first?.kind == .mapping else { return value(node) }
      history(node.items, hasOwnDate: false) { $0.value($1["value"]) }
    case .mapping:
      expression(node["as_of"])
      history(node["history"]?.items ?? [node], hasOwnDate: node["as_of"] != nil) { $0.value($1["value"]) }
    }
  }

  /// A table: the cells of its rows, the first ones inputs, and the days of its versions.
  mutating func table(_ node: YAMLNode, _ inputs: Int) {
    if node.kind == .mapping { expression(node["as_of"]) }
    let entries = node.kind == .sequence ? node.items : node["history"]?.items ?? [node]
    history(entries, hasOwnDate: node.kind == .mapping && node["as_of"] != nil) { finder, entry in
      for row in entry["rows"]?.items ?? [] {
        for (place, cell) in row.items.enumerated() {
          if place < inputs { finder.cell(cell) } else { finder.value(cell) }
        }
      }
    }
  }

  /// - Parameter hasOwnDate: Versions are picked by another date than the rules'.
  private mutating func history(
    _ entries: [YAMLNode], hasOwnDate: Bool, _ body: (inout MutationFinder, YAMLNode) -> Void
  ) {
    for entry in entries {
      period(entry, of: hasOwnDate ? nil : rules)
      body(&self, entry)
    }
  }

  /// A value, or the values of a list.
  mutating func value(_ node: YAMLNode?) {
    guard let node else { return }
    switch node.kind {
    case .scalar: literal(node, 0..<node.text.utf8.count, beside: [])
    case .sequence:
      let texts = node.items.map(\.text)
      for item in node.items where item.kind == .scalar {
        literal(item, 0..<item.text.utf8.count, beside: Set(texts))
      }
    case .mapping: break
    }
  }

  /// A value that stands in a piece of a scalar's text: a number one step up and down, a date one day, a truth value, a
  /// member of a choice that is not among its neighbours.
  mutating func literal(_ node: YAMLNode, _ range: Range<Int>, beside others: Set<String>) {
    let text = String(decoding: node.text.utf8.dropFirst(range.lowerBound).prefix(range.count), as: UTF8.self)
    if text == "true" || text == "false" {
      change(node, range, to: [text == "true" ? "false" : "true"])
    } else if Rational(decimal: text) != nil {
      for stepped in Neighbours.numbers(of: text) { change(node, range, to: [stepped]) }
    } else if let days = Neighbours.days(of: text) {
      for day in days { change(node, range, to: [day]) }
    } else {
      let members = Neighbours.members(of: text, in: policy.program.environment, besides: others)
      if !members.isEmpty { change(node, range, to: members) }
    }
  }

  /// An input cell: its bounds, whether they belong to it, or its values.
  private mutating func cell(_ node: YAMLNode) {
    let bytes = Array(node.text.utf8)
    guard node.kind == .scalar, let first = bytes.first, let last = bytes.last, bytes != [UInt8(ascii: "-")]
    else {
      return
    }
    switch first {
    case UInt8(ascii: "<"), UInt8(ascii: ">"):
      let sign = String(decoding: [first], as: UTF8.self)
      let isIncluded = bytes.count > 1 && bytes[1] == UInt8(ascii: "=")
      change(node, 0..<(isIncluded ? 2 : 1), to: [isIncluded ? sign : sign + "="])
      bound(node, bytes, (isIncluded ? 2 : 1)..<bytes.count, beside: [])
    case UInt8(ascii: "["), UInt8(ascii: "("):
      guard let dots = bytes.indices.dropLast().first(where: { bytes[$0] == 0x2E && bytes[$0 + 1] == 0x2E })
      else { return }
      change(node, 0..<1, to: [first == UInt8(ascii: "[") ? "(" : "["])
      bound(node, bytes, 1..<dots, beside: [])
      bound(node, bytes, dots + 2..<bytes.count - 1, beside: [])
      change(node, bytes.count - 1..<bytes.count, to: [last == UInt8(ascii: "]") ? ")" : "]"])
    default:
      let pieces = bytes.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
      let texts = pieces.map { piece in
        String(decoding: piece, as: UTF8.self).split(separator: " ").joined(separator: " ")
      }
      for piece in pieces { bound(node, bytes, piece.startIndex..<piece.endIndex, beside: Set(texts)) }
    }
  }

  /// A value in a cell, with spaces around it.
  private mutating func bound(
    _ node: YAMLNode, _ bytes: [UInt8], _ range: Range<Int>, beside others: Set<String>
  ) {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high, bytes[low] == 0x20 { low += 1 }
    while low < high, bytes[high - 1] == 0x20 { high -= 1 }
    if low < high { literal(node, low..<high, beside: others) }
  }
}
