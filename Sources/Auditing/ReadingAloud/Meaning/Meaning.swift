import Diagnostics
import Expressions
import Findings

/// What a condition says, before a language gives it words: names resolved, constants typed, chains of the same
/// connective in one list, negations where they are easiest to read.
indirect enum Statement: Sendable {
  /// Two or more of which every one must hold.
  case all([Statement])
  /// Two or more of which one must hold.
  case any([Statement])
  case not(Statement)
  /// A yes-or-no value that is yes, or no.
  case answer(Quantity, isYes: Bool)
  case equals(Quantity, Quantity, negated: Bool)
  case compares(Quantity, Term.Order, Quantity, Scale, negated: Bool)
  case contains(list: Quantity, element: Quantity, negated: Bool)
  /// A list has members, or none.
  case hasMembers(Quantity, negated: Bool)
  /// Some, every or one element of a list for which the statement holds.
  case quantified(Quantifier, Quantity, Element, Statement)
  /// `stated(fact)`.
  case stated(Quantity, negated: Bool)
  /// `has(fact)`: as `stated`, but silence means no.
  case has(Quantity, negated: Bool)
  /// A call of a function that answers yes or no.
  case call(String, [Quantity], negated: Bool)
  case conditional(Statement, Statement, Statement)
  case constant(Bool)

  /// How many elements of a list a statement is about.
  enum Quantifier: Sendable {
    case some, every, exactlyOne
  }

  /// What is compared, which decides the words for more and less.
  enum Scale: Sendable {
    case amount, time, text
  }
}

/// What an expression gives, before a language gives it words.
indirect enum Quantity: Sendable {
  /// A constant.
  case value(ReportValue)
  /// A step, parameter or fact of the scheme as a whole.
  case name(Name)
  /// A subject or the element of a list.
  case element(Element)
  /// A fact of a record.
  case field(Quantity, Name)
  case arithmetic(Term.Arithmetic, Quantity, Quantity)
  case negative(Quantity)
  case conditional(Statement, Quantity, Quantity)
  case list([Quantity])
  case call(String, [Quantity])
  /// The row of a table for some inputs.
  case row(Name, [Quantity])
  case filtered(Quantity, Element, Statement)
  /// What each element gives; with a condition only of those for which it holds.
  case mapped(Quantity, Element, only: Statement?, Quantity)
  /// The element whose field equals a value: the only one where the field is the key, else the first.
  case found(Quantity, field: Name, Quantity, isOnly: Bool)
  /// The element at a place, counted from 0.
  case place(Quantity, Quantity)
  /// One of two neighbours.
  case neighbour(Quantity, isAfter: Bool)
  /// A fact, or another value where it is not stated.
  case fallback(Quantity, Quantity)
  /// A condition as a value: whether it holds.
  case truth(Statement)
  /// Pairs of a map; no policy has them.
  case map([(Quantity, Quantity)])
  /// A value that no policy can name.
  case unnamed(String)
}

/// What people call a fact, step, parameter, table or column.
struct Name: Sendable {
  /// Stands between 〈 and 〉; unlike any other name of its kind.
  var text: LocalizedText
  /// The value that it has on the day of the reading, in words, if it is a parameter.
  var value: LocalizedText?
}

/// A subject, or the element that a quantifier, a filter or the like speaks of.
struct Element: Sendable {
  /// How a language speaks of it.
  enum Style: Sendable {
    /// `해당 서비스`, `the service`: what the rule is applied to.
    case subject
    /// `그`, `its`: the element at hand, spoken of nowhere else.
    case pronoun
    /// `구분표 A`, `breakdown A`: introduced with a letter.
    case lettered(String)
  }

  /// What people call one of its kind.
  var label: LocalizedText
  var style: Style
}
