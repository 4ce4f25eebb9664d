import Diagnostics
import Expressions
import Findings

extension EnglishWording {
  /// A value in words.
  func phrase(_ quantity: Quantity) -> Phrase {
    switch quantity {
    case .value(let value): return Phrase(Prose(text(value)), value.items.count > 1 ? .clause : .word)
    case .name(let name): return Phrase(Prose(self.name(name)))
    case .element(let element): return Phrase(Prose(Self.name(of: element)))
    case .field(let owner, let name): return Phrase(of(owner, "〈\(name.text.en)〉"))
    case .arithmetic(let operation, let a, let b):
      return Phrase(
        "\(phrase(a).inside.prose) \(Self.word(operation)) \(phrase(b).inside.prose)", .clause)
    case .negative(let inner): return Phrase("minus \(phrase(inner).inside.prose)", .clause)
    case .conditional: return conditional(quantity)
    case .list(let items): return Phrase(row(items), .clause)
    case .call(let name, let arguments): return call(name, arguments)
    case .row(let table, let inputs):
      return Phrase("the row of 〈\(table.text.en)〉 for \(row(inputs, separator: " and "))", .chain)
    case .filtered(let list, let element, let condition):
      return Phrase("those of \(members(list, element)) for which \(item(condition, .plain))", .clause)
    case .mapped(let list, let element, let only, let body):
      return Phrase(mapped(list, element, only, body), .chain)
    case .found(let list, let field, let value, let isOnly):
      return Phrase(
        "the \(isOnly ? "one" : "first") of \(phrase(list).inside.prose) whose 〈\(field.text.en)〉 is the same as \(phrase(value).inside.prose)",
        .clause)
    case .place(let list, let place):
      return Phrase(
        "the one at place \(phrase(place).inside.prose) (counted from 0) of \(phrase(list).inside.prose)",
        .clause)
    case .neighbour(let pair, let isAfter): return Phrase(of(pair, isAfter ? "later one" : "earlier one"))
    case .fallback(let fact, let other):
      return Phrase(
        "\(phrase(fact).inside.prose) (if that is not stated or stated as none, \(phrase(other).inside.prose))"
      )
    case .truth(let statement): return Phrase("whether \(item(statement, .plain))", .clause)
    case .map(let pairs): return map(pairs)
    case .unnamed(let text): return Phrase(Prose("“\(text)”"))
    }
  }

  private func name(_ name: Name) -> String {
    guard let value = name.value else { return "〈\(name.text.en)〉" }
    return "〈\(name.text.en)〉 (\(value.en))"
  }

  /// What an element is called.
  static func name(of element: Element) -> String {
    switch element.style {
    case .subject: "the \(element.label.en)"
    case .pronoun: "that \(element.label.en)"
    case .lettered(let letter): "\(element.label.en) \(letter)"
    }
  }

  /// Something of an owner.
  private func of(_ owner: Quantity, _ thing: String) -> Prose {
    if case .element(let element) = owner, case .pronoun = element.style { return "its \(thing)" }
    return "\(thing.hasPrefix("〈") ? "" : "the ")\(thing) of \(phrase(owner).inside.prose)"
  }

  private static func word(_ operation: Term.Arithmetic) -> String {
    switch operation {
    case .add: "plus"
    case .subtract: "minus"
    case .multiply: "times"
    case .divide: "divided by"
    case .remainder: "modulo"
    }
  }

  /// One sentence for a short choice, else a list with a line for each case.
  private func conditional(_ quantity: Quantity) -> Phrase {
    let (cases, rest) = quantity.branches
    if let (test, value) = quantity.plainBranch {
      return Phrase(
        "\(phrase(value).inside.prose) if \(clause(test, .plain)), otherwise \(phrase(rest).inside.prose)",
        .clause)
    }
    let items: [Prose] = cases.enumerated().map { place, entry in
      "\(place == 0 ? "if" : "else if") \(clause(entry.test, .plain)): \(phrase(entry.value).prose)"
    }
    return Phrase(
      "what \(Prose(ProseList(items: items + ["otherwise: \(phrase(rest).prose)"]))) gives", .clause)
  }

  private func mapped(_ list: Quantity, _ element: Element, _ only: Statement?, _ body: Quantity) -> Prose {
    var members = members(list, element)
    if let only { members = "those of \(members) for which \(item(only, .plain))" }
    if case .pronoun = element.style {
      switch body {
      case .field(.element, let name): return "the 〈\(name.text.en)〉 of each of \(members)"
      case .neighbour(.element, let isAfter):
        return "the \(isAfter ? "later" : "earlier") one of each of \(members)"
      default: break
      }
    }
    return "for each of \(members), \(phrase(body).inside.prose)"
  }

  private func call(_ name: String, _ arguments: [Quantity]) -> Phrase {
    guard let form = FunctionPhrase.named(name)?.form(for: arguments.count) else {
      return Phrase(plainCall(name, arguments))
    }
    return Phrase(fill(form.en, arguments), .chain)
  }

  /// Puts arguments into the words of a function; `isSubject` if they begin a clause.
  func fill(_ form: String, _ arguments: [Quantity], isSubject: Bool = false) -> Prose {
    PhraseForm(form).filled { place, _, position in
      guard let place else {
        return row(arguments, separator: " and ")
      }
      guard arguments.indices.contains(place) else { return Prose("?") }
      let isClear = isSubject || position == .last
      return (isClear ? phrase(arguments[place]).leading : phrase(arguments[place]).inside).prose
    }
  }
}
