/// An expression with every name resolved to a place: what the evaluator runs.
package indirect enum Term: Sendable {
  /// A value that the expression writes.
  case constant(Value)
  /// A subject of `for_each`, an element of a macro, a conformance binding.
  case local(Int)
  /// A step, definition or `as_of`.
  case cell(CellID)
  /// `p.NAME`, by its index in the program.
  case parameter(Int)
  /// A fact of the root record.
  case root(slot: Int)
  /// A fact of a record (facts or computed).
  case field(Term, FieldID)
  /// The element that a reference names.
  case follow(Term, ValueType.Reference)
  /// `a && b`: a false side decides whatever the other is.
  case and(Term, Term)
  /// `a || b`: a true side decides whatever the other is.
  case or(Term, Term)
  /// `!a`.
  case not(Term)
  /// `c ? a : b` and `if(c, a, b)`.
  case conditional(Term, Term, Term)
  /// `a == b`, or with `negated` `a != b`.
  case equals(Term, Term, negated: Bool, at: Range<Int>)
  /// A comparison by size; `at` is its operator's place.
  case compare(Order, Term, Term, at: Range<Int>)
  /// An operation on two numbers, texts, lists, moments or lengths of time.
  case arithmetic(Arithmetic, Term, Term, at: Range<Int>)
  /// `-a`.
  case negate(Term, at: Range<Int>)
  /// `element in list`.
  case contains(element: Term, list: Term, at: Range<Int>)
  /// `list[place]`, counted from 0, or `map[key]`.
  case index(Term, Term, at: Range<Int>)
  /// `x.name` of a value whose type is not known before. Conformance rows only.
  case select(Term, String, at: Range<Int>)
  /// `[a, b]`.
  case list([Term])
  /// `{a: b}`. Conformance rows only.
  case map([(key: Term, value: Term)], at: Range<Int>)
  /// A call of a declared function; the receiver, if any, is the first argument.
  case call(Function, [Term], at: Range<Int>)
  /// `table.NAME(…)`, by its index in the program.
  case table(Int, [Term], at: Range<Int>)
  /// `list.exists(x, …)` and the like, shared by all copies of the term.
  case macro(Macro)
  /// `has(path)`: is the fact stated? `of` is nil for a root fact.
  case has(of: Term?, FieldID)
  /// `opt(path, default)`.
  case opt(of: Term?, FieldID, fallback: Term)
  /// `stated(path)`: true, unknown, or false for a declared `none`.
  case stated(of: Term?, FieldID)
  /// `has(x.name)` of a value whose type is not known before. Conformance rows only.
  case hasKey(Term, String)
  /// `find(list, 'field', value)`: the only element whose field equals the value.
  case find(list: Term, field: FieldID, value: Term, at: Range<Int>)
  /// What evaluates to an error: a name or function that an unchecked row does not declare.
  case error(EvaluationError)

  /// A comparison by size, as it is written.
  package enum Order: String, Sendable {
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
  }

  /// An operator of arithmetic, as it is written.
  package enum Arithmetic: String, Sendable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case remainder = "%"
  }

  /// `list.all(x, …)` and its kin. A class, so that a term passes it on as one reference.
  package final class Macro: Sendable {
    /// What is asked of a list's elements, or made of them.
    package enum Kind: String, Sendable {
      case all, exists, existsOne = "exists_one", filter, map
    }

    /// What is asked, or made.
    package let kind: Kind
    /// The list.
    package let list: Term
    /// The local that holds the element.
    package let local: Int
    /// `map(x, condition, value)` has a condition.
    package let condition: Term?
    /// What is evaluated for every element.
    package let body: Term
    /// Set where the body (of `exists`, `filter`, `all`) begins with `x.field == value` and the value does not
    /// depend on `x`: the elements can be found by an index. `negated` never occurs.
    package let join: Join?
    /// Set where the condition looks at nothing but plain facts of the element and what is the same for all.
    let plain: PlainTest?
    /// Its place in the expression's text (UTF-8 offsets).
    package let at: Range<Int>

    /// A macro whose body reads the element from a local.
    package init(
      kind: Kind, list: Term, local: Int, condition: Term?, body: Term, join: Join?,
      in environment: TypeEnvironment, at: Range<Int>
    ) {
      self.kind = kind
      self.list = list
      self.local = local
      self.condition = condition
      self.body = body
      self.join = join
      self.at = at
      switch kind {
      case .all, .exists, .filter: plain = PlainTest(body, element: local, in: environment)
      case .existsOne, .map: plain = nil
      }
    }
  }

  /// The leading equality of a macro's body.
  package struct Join: Sendable {
    /// The element's side.
    package var field: FieldID
    /// The other side.
    package var value: Term

    /// An equality of a fact of the element with something outside of it.
    package init(field: FieldID, value: Term) {
      self.field = field
      self.value = value
    }
  }
}
