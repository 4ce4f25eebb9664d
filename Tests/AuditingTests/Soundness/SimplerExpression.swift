import Expressions

/// Shorter expressions that an expression can be cut down to; not all of them pass the checker.
enum SimplerExpression {
  /// The expression with one of its parts replaced by a part of that part, or by a literal; shortest first.
  static func of(_ text: String) -> [String] {
    guard let tree = try? SyntaxTree(parsing: text) else { return [] }
    let bytes = Array(text.utf8)
    var found: Set<String> = []
    for node in tree.nodes {
      for part in parts(of: node.kind).map({ tree[$0] }) {
        let inner = String(decoding: bytes[part.range], as: UTF8.self)
        let isWhole = node.range.count == bytes.count
        found.insert(replaced(bytes, node.range, isWhole || !isLoose(part, bytes) ? inner : "(\(inner))"))
      }
      for literal in ["true", "false", "1", "p.names"] { found.insert(replaced(bytes, node.range, literal)) }
    }
    return found.filter { $0.utf8.count < bytes.count }.sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
  }

  private static func replaced(_ bytes: [UInt8], _ range: Range<Int>, _ text: String) -> String {
    String(
      decoding: bytes[..<range.lowerBound] + Array(text.utf8) + bytes[range.upperBound...], as: UTF8.self)
  }

  /// Whether a part needs parentheses where it comes to stand among operators.
  private static func isLoose(_ node: SyntaxTree.Node, _ bytes: [UInt8]) -> Bool {
    switch node.kind {
    case .binary, .conditional, .not, .negate: bytes[node.range.lowerBound] != UInt8(ascii: "(")
    case .null, .bool, .number, .string, .name, .select, .call, .index, .list, .map: false
    }
  }

  private static func parts(of kind: SyntaxTree.Kind) -> [SyntaxTree.ID] {
    switch kind {
    case .null, .bool, .number, .string, .name: []
    case .select(let base, _): [base]
    case .call(_, let receiver, let arguments): (receiver.map { [$0] } ?? []) + arguments
    case .index(let base, let place): [base, place]
    case .list(let elements): elements
    case .map(let pairs): pairs.flatMap { [$0.key, $0.value] }
    case .not(let part), .negate(let part): [part]
    case .binary(_, let left, let right): [left, right]
    case .conditional(let condition, let yes, let no): [condition, yes, no]
    }
  }
}
