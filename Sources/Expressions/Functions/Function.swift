package import Diagnostics

/// A function of the policy language, declared once: name, overloads, documentation, examples and what it does.
///
/// It is an object: every expression that calls a function refers to the same one.
package final class Function: Sendable {
  /// How it is written.
  package enum Style: String, Sendable {
    /// `f(x)`.
    case free
    /// `x.f()`; the receiver is the first argument.
    case method
    /// Both.
    case both
  }

  /// What happens to arguments of which only bounds are known, or about which sources disagree.
  package enum Lifting: Sendable, Equatable {
    /// The result is known if every reading gives the same.
    case readings
    /// The function rises or falls steadily in each argument: its bounds follow from the arguments' bounds.
    case monotone
    /// As `monotone`, where it is known in which arguments it rises (true) and in which it falls, so that a bound
    /// that is open leaves only one end open. Arguments beyond the list do not have bounds.
    case rising([Bool])
    /// The body sees arguments of which only bounds are known, or about which sources disagree, as they are.
    case none
    /// As `none`, and the body sees unknown arguments too, unless one is an error.
    case unknowns
  }

  /// One list of argument types and the type that follows.
  package struct Overload: Sendable {
    /// The types of the arguments, in order.
    package var parameters: [TypePattern]
    /// The last parameter may be repeated.
    package var isVariadic: Bool
    /// The type of what it gives.
    package var result: TypePattern

    /// An overload; `variadic`: the last parameter may be repeated.
    package init(_ parameters: [TypePattern], variadic: Bool = false, _ result: TypePattern) {
      self.parameters = parameters
      isVariadic = variadic
      self.result = result
    }
  }

  /// An expression and what it gives, run as a test.
  package struct Example: Sendable {
    /// It may read the facts of `ManualSample`.
    package var expression: String
    /// The result as an expression, `error`, or `unknown`.
    package var result: String

    /// An expression and its result.
    package init(_ expression: String, _ result: String) {
      self.expression = expression
      self.result = result
    }
  }

  /// What it is called by.
  package let name: String
  /// How it is called.
  package let style: Style
  /// What it takes and gives, each way.
  package let overloads: [Overload]
  /// What happens to arguments that are not exactly known.
  package let lifting: Lifting
  /// Makes what the functions page says of it.
  package let manual: @Sendable () -> Manual
  /// What it does.
  package let body: @Sendable (inout FunctionCall) -> Value

  /// A function with its manual and its body.
  package init(
    _ name: String, style: Style = .free, _ overloads: [Overload], lifting: Lifting = .readings,
    manual: @escaping @Sendable () -> Manual, body: @escaping @Sendable (inout FunctionCall) -> Value
  ) {
    self.name = name
    self.style = style
    self.overloads = overloads
    self.lifting = lifting
    self.manual = manual
    self.body = body
  }

  /// What it gives, in one sentence.
  package var documentation: LocalizedText { manual().summary }

  /// Expressions that call it, run as tests.
  package var examples: [Example] { manual().examples }
}

/// A type with holes, as a function's signature has it. The same variable stands for the same type or unit
/// throughout one overload.
package indirect enum TypePattern: Sendable, Hashable {
  /// This type.
  case exact(ValueType)
  /// Any type.
  case any(String)
  /// A number of any unit; the variable stands for the unit. A bare number takes the unit of the others.
  case number(String)
  /// Anything with an order: number, date, timestamp, string, duration.
  case ordered(String)
  /// A list of such values.
  case list(TypePattern)
  /// Records with facts `from` and `to` that are dates or timestamps.
  case windows
  /// Records with facts `range.gt` or `range.ge`, `range.lt` or `range.le`, all of one unit (the variable).
  case ranges(String)
  /// `ValueType.interval` of the unit that the ranges have.
  case interval(String)
  /// `ValueType.pair` of the type that the variable stands for.
  case pair(String)
}

/// What a function's body gets: its arguments and the evaluator's services.
package struct FunctionCall {
  /// The values it is called with, the receiver first.
  package var arguments: [Value]
  /// Where the call stands in the expression's text.
  package var range: Range<Int>
  /// The evaluation that calls it: its log, budget, facts and calendar.
  package let evaluation: Evaluation

  /// A call with these arguments.
  package init(arguments: [Value], range: Range<Int>, evaluation: Evaluation) {
    self.arguments = arguments
    self.range = range
    self.evaluation = evaluation
  }
}
