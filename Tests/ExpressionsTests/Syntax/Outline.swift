@testable import Expressions

/// An expression's tree in one line: `(+ 1 (* 2 3))`.
func outline(_ text: String) throws -> String {
  let tree = try Parser.parse(text)
  return outline(tree, tree.root)
}

private func outline(_ tree: SyntaxTree, _ id: SyntaxTree.ID) -> String {
  func all(_ ids: [SyntaxTree.ID]) -> String {
    ids.map { " " + outline(tree, $0) }.joined()
  }
  switch tree[id].kind {
  case .null: return "null"
  case .bool(let value): return "\(value)"
  case .number(let digits): return digits
  case .string(let text): return text.debugDescription
  case .name(let name, let isAbsolute): return (isAbsolute ? "." : "") + name
  case .select(let base, let name): return "(." + name.text + all([base]) + ")"
  case .call(let name, nil, let arguments): return "(" + name.text + all(arguments) + ")"
  case .call(let name, let receiver?, let arguments):
    return "(:" + name.text + all([receiver]) + " |" + all(arguments) + ")"
  case .index(let base, let index): return "([]" + all([base, index]) + ")"
  case .list(let items): return "[" + all(items).dropFirst() + "]"
  case .map(let entries): return "{" + all(entries.flatMap { [$0.key, $0.value] }).dropFirst() + "}"
  case .not(let operand): return "(!" + all([operand]) + ")"
  case .negate(let operand): return "(-" + all([operand]) + ")"
  case .binary(let sign, let left, let right): return "(" + sign.rawValue + all([left, right]) + ")"
  case .conditional(let condition, let yes, let no): return "(?" + all([condition, yes, no]) + ")"
  }
}

/// Why a text is no expression; nil if it is one.
func problem(_ text: String) -> SyntaxProblem? {
  do throws(SyntaxProblem) {
    _ = try Parser.parse(text)
    return nil
  } catch {
    return error
  }
}

/// The piece of a text that a problem points at.
func piece(_ text: String, _ range: Range<Int>) -> String {
  String(decoding: Array(text.utf8)[range], as: UTF8.self)
}
