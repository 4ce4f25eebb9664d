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
  /// Stays only where the opposite has no words of its own.
  case not(Statement)
  /// A yes-or-no value that is yes, or no.
  case answer(Quantity, isYes: Bool)
  /// Two values are the same, or are not.
  case equals(Quantity, Quantity, negated: Bool)
  /// One value is more or less than another; `negated` where that must not be.
  case compares(Quantity, Term.Order, Quantity, Scale, negated: Bool)
  /// A value is one of a list, or is not.
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
  /// What is asked where the first holds, and what is asked elsewhere.
  case conditional(Statement, Statement, Statement)
  /// A condition that is written as `true` or `false`.
  case constant(Bool)

  /// How many elements of a list a statement is about.
  enum Quantifier: Sendable {
    /// At least one, all of them, one and no other.
    case some, every, exactlyOne
  }

  /// What is compared, which decides the words for more and less.
  enum Scale: Sendable {
    /// Numbers and lengths of time, days and moments, texts by their letters.
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
  /// Two values added, subtracted, multiplied or divided.
  case arithmetic(Term.Arithmetic, Quantity, Quantity)
  /// A value with the opposite sign.
  case negative(Quantity)
  /// One value where a condition holds, another elsewhere; chains stand in the second.
  case conditional(Statement, Quantity, Quantity)
  /// A written-out list whose members are not all constants.
  case list([Quantity])
  /// A call of a function that gives a value, by the name of its words.
  case call(String, [Quantity])
  /// The row of a table for some inputs.
  case row(Name, [Quantity])
  /// Those elements of a list for which a condition holds.
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
  /// How it is spoken of where it stands.
  var style: Style
}
