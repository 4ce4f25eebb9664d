import Findings

/// What the words of every language are made by; a language adds its own words and their order.
protocol LanguageWording {
  /// Words constants.
  var values: ValueFormatter { get }
  /// What stands before and behind a text or a member of a choice.
  static var quotes: (open: String, close: String) { get }
  /// The words for a written-out list without members.
  static var emptyList: String { get }
  /// A value in words.
  func phrase(_ quantity: Quantity) -> Phrase
}

extension LanguageWording {
  /// A constant in words: text and choices in quotation marks.
  func text(_ value: ReportValue) -> String {
    switch value.type {
    case .string, .choice, .ref, .bool: Self.quotes.open + values.text(value) + Self.quotes.close
    case .list: value.items.isEmpty ? Self.emptyList : value.items.map { text($0) }.joined(separator: ", ")
    case .number, .date, .timestamp, .duration, .record, .range, .either, .unknown, .none, .error:
      values.text(value)
    }
  }

  /// Values in a row, each so that it cannot be taken for part of the next.
  func row(_ quantities: [Quantity], separator: String = ", ") -> Prose {
    Prose.joined(quantities.map { phrase($0).inside.prose }, separator: separator)
  }

  /// A function without words of its own, by its name.
  func plainCall(_ name: String, _ arguments: [Quantity]) -> Prose {
    "\(name)(\(Prose.joined(arguments.map { phrase($0).prose }, separator: "; ")))"
  }

  /// Pairs as they are written; no policy has them.
  func map(_ pairs: [(Quantity, Quantity)]) -> Phrase {
    let entries = pairs.map { "\(phrase($0.0).inside.prose): \(phrase($0.1).inside.prose)" as Prose }
    return Phrase("{\(Prose.joined(entries, separator: ", "))}")
  }
}

extension Quantity {
  /// The cases of a choice and of the choices in its last value, then what is left; no cases for anything else.
  var branches: (cases: [(test: Statement, value: Quantity)], rest: Quantity) {
    var cases: [(test: Statement, value: Quantity)] = []
    var rest = self
    while case .conditional(let test, let value, let other) = rest {
      cases.append((test, value))
      rest = other
    }
    return (cases, rest)
  }

  /// The one case of a choice that is said in one sentence; nil where a list is needed.
  var plainBranch: (test: Statement, value: Quantity)? {
    let cases = branches.cases
    guard cases.count == 1, let only = cases.first, only.test.isShort, size <= 8 else { return nil }
    return only
  }
}
