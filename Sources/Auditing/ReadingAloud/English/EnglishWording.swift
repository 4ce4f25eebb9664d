import Diagnostics
import Expressions
import Findings

/// Words conditions as an English statute does.
struct EnglishWording: LanguageWording {
  /// Words constants in this language.
  let values: ValueFormatter
  /// Stand around texts and members of choices.
  static let quotes = (open: "“", close: "”")
  /// What a list without members is called.
  static let emptyList = "an empty list"

  /// Whether a clause states something or demands it.
  enum Mood: Sendable {
    /// `is`, or `must be`.
    case plain, must

    /// `is`, `must be`, `is not`, `must not be`.
    func be(_ negated: Bool = false) -> String {
      switch self {
      case .plain: negated ? "is not" : "is"
      case .must: negated ? "must not be" : "must be"
      }
    }
  }

  /// A condition as a clause.
  func clause(_ statement: Statement, _ mood: Mood) -> Prose {
    switch statement {
    case .all(let parts):
      if Statement.isShort(parts) { return joined(parts, " and ", mood) }
      return "all of \(list(parts)) \(mood == .must ? "must hold" : "hold")"
    case .any(let parts):
      if Statement.isShort(parts) { return "either \(joined(parts, " or ", mood))" }
      return "at least one of \(list(parts)) \(mood == .must ? "must hold" : "holds")"
    case .not(let inner): return opposite(inner, mood)
    case .answer(let value, let isYes):
      return "\(phrase(value).leading.prose) \(mood.be()) \(isYes ? "“yes”" : "“no”")"
    case .equals(let a, let b, let negated):
      if case .value(let value) = b, value.type != .list {
        return "\(phrase(a).leading.prose) \(mood.be(negated)) \(text(value))"
      }
      return "\(phrase(a).leading.prose) \(mood.be(negated)) the same as \(phrase(b).inside.prose)"
    case .compares(let a, let order, let b, let scale, let negated):
      return
        "\(phrase(a).leading.prose) \(mood.be(negated)) \(Self.word(order, scale)) \(phrase(b).inside.prose)"
    case .contains(let list, let element, let negated):
      return "\(phrase(element).leading.prose) \(mood.be(negated)) among \(phrase(list).inside.prose)"
    case .hasMembers(let list, let negated):
      return "there \(mood.be()) \(negated ? "none" : "at least one") among \(phrase(list).inside.prose)"
    case .quantified(let quantifier, let list, let element, let condition):
      return quantified(quantifier, list, element, condition, mood)
    case .stated(let fact, let negated): return "\(phrase(fact).leading.prose) \(mood.be(negated)) stated"
    case .has(let fact, let negated):
      return "\(phrase(fact).leading.prose) \(mood.be(negated)) stated (silence counting as no)"
    case .call(let name, let arguments, let negated): return call(name, arguments, negated, mood)
    case .conditional(let test, let yes, let no):
      if statement.isPlainChoice {
        return "if \(clause(test, .plain)), \(clause(yes, mood)), and otherwise \(clause(no, mood))"
      }
      let list = ProseList(items: [
        "if \(clause(test, .plain)): \(clause(yes, .plain))", "otherwise: \(clause(no, .plain))",
      ])
      return "the one of \(Prose(list)) that applies \(mood == .must ? "must hold" : "holds")"
    case .constant(let value):
      return value ? "this \(mood == .must ? "must hold" : "holds") always" : "this never holds"
    }
  }

  /// A condition inside a sentence: a list below it where it is long.
  func item(_ statement: Statement, _ mood: Mood) -> Prose {
    if statement.isShort || statement.hasOwnList { return clause(statement, mood) }
    return "\(list([statement])) \(mood == .must ? "must hold" : "holds")"
  }

  private func list(_ parts: [Statement]) -> Prose {
    Prose(ProseList(items: parts.map { clause($0, .plain) }))
  }

  private func joined(_ parts: [Statement], _ link: String, _ mood: Mood) -> Prose {
    Prose.joined(parts.map { clause($0, mood) }, separator: link)
  }

  private func opposite(_ statement: Statement, _ mood: Mood) -> Prose {
    switch statement {
    case .any(let parts): return "none of \(list(parts)) \(mood == .must ? "may hold" : "holds")"
    case .all(let parts): return "it \(mood.be(true)) the case that all of \(list(parts)) hold"
    case .quantified(.some, let list, let element, let condition):
      return
        "there \(mood.be()) none among \(members(list, element)) for which \(item(condition, .plain))"
    case .not, .answer, .equals, .compares, .contains, .hasMembers, .quantified, .stated, .has, .call,
      .conditional,
      .constant:
      return "it \(mood.be(true)) the case that \(item(statement, .plain))"
    }
  }

  private func quantified(
    _ quantifier: Statement.Quantifier, _ list: Quantity, _ element: Element, _ condition: Statement,
    _ mood: Mood
  ) -> Prose {
    let members = members(list, element)
    switch quantifier {
    case .some: return "there \(mood.be()) at least one among \(members) for which \(item(condition, .plain))"
    case .exactlyOne:
      return "there \(mood.be()) exactly one among \(members) for which \(item(condition, .plain))"
    case .every: return "for every one of \(members), \(item(condition, mood))"
    }
  }

  /// The members of a list, with the letter that one of them goes by in what follows.
  func members(_ list: Quantity, _ element: Element) -> Prose {
    let words = phrase(list).inside.prose
    guard case .lettered(let letter) = element.style else { return words }
    return "\(words) (each called “\(element.label.en) \(letter)” here)"
  }

  private func call(_ name: String, _ arguments: [Quantity], _ negated: Bool, _ mood: Mood) -> Prose {
    guard let phrase = FunctionPhrase.named(name), phrase.isPredicate,
      let form = phrase.form(for: arguments.count)
    else { return "the result of \(plainCall(name, arguments)) \(mood.be(negated)) “yes”" }
    if negated, let none = phrase.opposite?.subject {
      let be = mood == .must ? "may be" : mood.be()
      return "\(fill(none, arguments, isSubject: true)) \(be) \(fill(form.en, arguments))"
    }
    let subject = fill(phrase.subject, arguments, isSubject: true)
    return "\(subject) \(mood.be(negated)) \(fill(form.en, arguments))"
  }

  private static func word(_ order: Term.Order, _ scale: Statement.Scale) -> String {
    switch (scale, order) {
    case (.amount, .less): "less than"
    case (.amount, .lessOrEqual): "at most"
    case (.amount, .greater): "more than"
    case (.amount, .greaterOrEqual): "at least"
    case (.time, .less): "before"
    case (.time, .lessOrEqual): "on or before"
    case (.time, .greater): "after"
    case (.time, .greaterOrEqual): "on or after"
    case (.text, .less): "alphabetically before"
    case (.text, .lessOrEqual): "the same as or alphabetically before"
    case (.text, .greater): "alphabetically after"
    case (.text, .greaterOrEqual): "the same as or alphabetically after"
    }
  }
}
