import Expressions
import YAMLTree

/// Expressions: their literals, comparisons, connectives and conditions.
extension MutationFinder {
  /// Everything that can be changed in the expression that a scalar holds.
  ///
  /// - Parameter isCondition: Whether its value is surely a truth value, which can be negated.
  mutating func expression(_ node: YAMLNode?, isCondition: Bool = false) {
    guard let node, node.kind == .scalar, !node.isNull, let tree = try? SyntaxTree(parsing: node.text) else {
      return
    }
    var changes = ExpressionChanges(node: node, tree: tree)
    // What is still to be looked at, so that nothing depends on how deep an expression is nested.
    var open: [ExpressionChanges.Piece] = [.init(id: tree.root, isCondition: isCondition)]
    while let piece = open.popLast() {
      open += changes.look(at: piece, &self).reversed()
    }
  }
}

/// The changes to one expression.
private struct ExpressionChanges {
  /// The scalar that holds it.
  let node: YAMLNode
  let tree: SyntaxTree
  private let bytes: [UInt8]

  /// A node of the expression.
  struct Piece {
    var id: SyntaxTree.ID
    /// Whether its value is a truth value.
    var isCondition = false
    /// Texts that stand in the same list.
    var others: Set<String> = []
  }

  init(node: YAMLNode, tree: SyntaxTree) {
    self.node = node
    self.tree = tree
    bytes = Array(node.text.utf8)
  }

  /// Adds the changes to a node itself and gives those inside it.
  mutating func look(at piece: Piece, _ finder: inout MutationFinder) -> [Piece] {
    let range = tree[piece.id].range
    switch tree[piece.id].kind {
    case .null: return []
    case .bool, .number:
      finder.literal(node, inner(range), beside: [])
      return []
    case .string(let text):
      if let range = inside(range, text) { finder.literal(node, range, beside: piece.others) }
      return []
    case .name, .select, .index:
      if piece.isCondition { finder.wrap(node, range, "", " == false") }
      return inside(of: piece.id)
    case .call(let name, let receiver, let arguments):
      return look(atCall: name.text, receiver, arguments, range, piece, &finder)
    case .list(let items):
      let texts = items.compactMap { item in
        if case .string(let text) = tree[item].kind { text } else { nil }
      }
      return items.map { Piece(id: $0, others: Set(texts)) }
    case .map: return []
    case .not(let operand):
      if let sign = bytes[range].firstIndex(of: UInt8(ascii: "!")) {
        let rest = ShownText.piece(tree[operand].range, of: node.text)
        finder.change(node, sign..<sign + 1, to: [""], original: "!" + rest, shown: [rest])
      }
      return [Piece(id: operand)]
    case .negate(let operand): return [Piece(id: operand)]
    case .binary(let sign, let left, let right):
      look(at: sign, left, right, range, piece, &finder)
      let isConnective = sign == .and || sign == .or
      return [Piece(id: left, isCondition: isConnective), Piece(id: right, isCondition: isConnective)]
    case .conditional(let condition, let then, let otherwise):
      return [
        Piece(id: condition, isCondition: true), Piece(id: then, isCondition: piece.isCondition),
        Piece(id: otherwise, isCondition: piece.isCondition),
      ]
    }
  }

  private func inside(of id: SyntaxTree.ID) -> [Piece] {
    switch tree[id].kind {
    case .select(let record, _): [Piece(id: record)]
    case .index(let list, let place): [Piece(id: list), Piece(id: place)]
    case .null, .bool, .number, .string, .name, .call, .list, .map, .not, .negate, .binary, .conditional: []
    }
  }

  private func look(
    atCall name: String, _ receiver: SyntaxTree.ID?, _ arguments: [SyntaxTree.ID], _ range: Range<Int>,
    _ piece: Piece, _ finder: inout MutationFinder
  ) -> [Piece] {
    let first = [receiver].compactMap { $0 }.map { Piece(id: $0) }
    if receiver == nil, name == "if", arguments.count == 3 {
      return [Piece(id: arguments[0], isCondition: true)]
        + arguments.dropFirst().map { Piece(id: $0, isCondition: piece.isCondition) }
    }
    if piece.isCondition { finder.wrap(node, range, "", " == false") }
    let macros: Set = ["all", "exists", "exists_one", "filter", "map"]
    guard receiver != nil, macros.contains(name), arguments.count >= 2 else {
      return first + arguments.map { Piece(id: $0) }
    }
    // The first names the element; the last is a value only for `map`.
    return first
      + arguments.enumerated().dropFirst().map { place, argument in
        Piece(id: argument, isCondition: name != "map" || place + 1 < arguments.count)
      }
  }

  private func look(
    at sign: SyntaxTree.Operator, _ left: SyntaxTree.ID, _ right: SyntaxTree.ID, _ range: Range<Int>,
    _ piece: Piece, _ finder: inout MutationFinder
  ) {
    guard sign != .contains else {
      if piece.isCondition { finder.wrap(node, range, "(", ") == false") }
      return
    }
    guard
      let place = place(
        of: sign.rawValue, from: tree[left].range.upperBound, to: tree[right].range.lowerBound)
    else { return }
    let (before, after) = (text(tree[left].range), text(tree[right].range))
    let isShort = before.count + after.count <= 50
    func shown(_ sign: String) -> String { isShort ? "\(before) \(sign) \(after)" : sign }
    for other in sign.others {
      finder.change(
        node, place, to: [other.rawValue], original: shown(sign.rawValue), shown: [shown(other.rawValue)])
    }
  }

  private func text(_ range: Range<Int>) -> String { ShownText.piece(range, of: node.text) }

  /// An operator between its operands, past comments.
  private func place(of sign: String, from start: Int, to end: Int) -> Range<Int>? {
    let wanted = Array(sign.utf8)
    var index = start
    while index + wanted.count <= end {
      if bytes[index...].starts(with: "//".utf8) {
        index = bytes[index...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? end
      } else if bytes[index...].starts(with: wanted) {
        return index..<index + wanted.count
      } else {
        index += 1
      }
    }
    return nil
  }

  /// A literal without the parentheses around it.
  private func inner(_ range: Range<Int>) -> Range<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    let around: Set<UInt8> = [UInt8(ascii: "("), UInt8(ascii: ")"), 0x20, 0x0A]
    while low < high, around.contains(bytes[low]) { low += 1 }
    while low < high, around.contains(bytes[high - 1]) { high -= 1 }
    return low..<high
  }

  /// The text of a string literal between its quotes; nil where it is written with escapes.
  private func inside(_ range: Range<Int>, _ text: String) -> Range<Int>? {
    let range = inner(range)
    guard range.count == text.utf8.count + 2 else { return nil }
    let inside = range.lowerBound + 1..<range.upperBound - 1
    return bytes[inside].elementsEqual(text.utf8) ? inside : nil
  }
}

extension SyntaxTree.Operator {
  /// What takes its place: the other side of its boundary and its opposite, the other connective, the inverse.
  fileprivate var others: [SyntaxTree.Operator] {
    switch self {
    case .less: [.lessOrEqual, .greaterOrEqual]
    case .lessOrEqual: [.less, .greater]
    case .greater: [.greaterOrEqual, .lessOrEqual]
    case .greaterOrEqual: [.greater, .less]
    case .equal: [.notEqual]
    case .notEqual: [.equal]
    case .and: [.or]
    case .or: [.and]
    case .add: [.subtract]
    case .subtract: [.add]
    case .multiply: [.divide]
    case .divide: [.multiply]
    case .remainder, .contains: []
    }
  }
}
