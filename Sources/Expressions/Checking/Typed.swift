/// A piece of an expression that was checked.
struct Typed: Sendable {
  /// A fact's place: the record it belongs to (nil: the root) and the field.
  struct Fact: Sendable {
    /// The record; nil for the root.
    var of: Term?
    /// The field of the record's type.
    var field: FieldID
  }

  /// What the evaluator runs.
  var term: Term
  /// What its value is.
  var type: ValueType
  /// The node it comes from, for positions and for what is written there.
  var node: SyntaxTree.ID
  /// Set where it is a fact, a group of facts included: what `has`, `opt` and `stated` take.
  var fact: Fact?

  init(_ term: Term, _ type: ValueType, _ node: SyntaxTree.ID, fact: Fact? = nil) {
    self.term = term
    self.type = type
    self.node = node
    self.fact = fact
  }
}
