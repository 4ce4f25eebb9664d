import Expressions

/// An expression made at random, with the type that it should have: pieces of text and expressions within it.
struct TypedExpression: CustomStringConvertible {
  /// What it is made of.
  enum Piece {
    case text(String)
    indirect case part(TypedExpression)
  }

  var type: ValueType
  var pieces: [Piece]

  /// Something without parts.
  init(_ type: ValueType, _ text: String) {
    self.init(type, [.text(text)])
  }

  init(_ type: ValueType, _ pieces: [Piece]) {
    self.type = type
    self.pieces = pieces
  }

  /// The text, with parts in the places of `#`.
  init(_ type: ValueType, _ form: String, _ parts: TypedExpression...) {
    let texts = form.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
    var pieces: [Piece] = [.text(texts[0])]
    for (part, text) in zip(parts, texts.dropFirst()) { pieces += [.part(part), .text(text)] }
    self.init(type, pieces)
  }

  var description: String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .part(let part): part.description
      }
    }.joined()
  }

  /// Simpler expressions of the same type: the parts that have it, plain values, and the same with one part
  /// made simpler. Some may use a variable of a macro that is no longer around them.
  var simpler: [TypedExpression] {
    var results = parts.flatMap(\.withParts).filter { $0.type == type }
    if !parts.isEmpty { results += plainest }
    for place in pieces.indices {
      guard case .part(let part) = pieces[place] else { continue }
      for simpler in part.simpler {
        var copy = self
        copy.pieces[place] = .part(simpler)
        results.append(copy)
      }
    }
    return results
  }

  private var parts: [TypedExpression] {
    pieces.compactMap { if case .part(let part) = $0 { part } else { nil } }
  }

  private var withParts: [TypedExpression] {
    [self] + parts.flatMap(\.withParts)
  }

  private var plainest: [TypedExpression] {
    switch type {
    case .bool: [TypedExpression(type, "true"), TypedExpression(type, "false")]
    case .number: [TypedExpression(type, "1")]
    case .string: [TypedExpression(type, "'a'")]
    case .date: [TypedExpression(type, "date('2022-05-05')")]
    case .timestamp: [TypedExpression(type, "timestamp('2022-05-05T00:00:00Z')")]
    default: []
    }
  }
}
