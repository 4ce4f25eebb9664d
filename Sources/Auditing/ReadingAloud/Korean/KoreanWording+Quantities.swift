import Diagnostics
import Expressions
import Findings

extension KoreanWording {
  /// A value in words.
  func phrase(_ quantity: Quantity) -> Phrase {
    switch quantity {
    case .value(let value): return Phrase(Prose(text(value)), value.items.count > 1 ? .clause : .word)
    case .name(let name): return self.name(name)
    case .element(let element): return Phrase(Prose(Self.name(of: element)))
    case .field(.row(let table, let inputs), let name):
      return Phrase("\(row(of: table, for: inputs)) 〈\(name.text.ko)〉", .chain)
    case .field(let owner, let name):
      return Phrase("\(possessive(owner))〈\(name.text.ko)〉", isSimple(owner) ? .word : .chain)
    case .arithmetic(let operation, let a, let b): return Phrase(arithmetic(operation, a, b), .chain)
    case .negative(let inner): return Phrase("\(phrase(inner).leading.prose)에 -1을 곱한 값", .chain)
    case .conditional: return conditional(quantity)
    case .list(let items): return Phrase(row(items), .clause)
    case .call(let name, let arguments): return call(name, arguments)
    case .row(let table, let inputs): return Phrase("\(row(of: table, for: inputs)) 행", .chain)
    case .filtered(let list, let element, let condition):
      return Phrase("\(members(list, element)) 가운데 \(item(condition, .noun)) 것", .chain)
    case .mapped(let list, let element, let only, let body):
      return Phrase(mapped(list, element, only, body), .chain)
    case .found(let list, let field, let value, let isOnly):
      let wanted = particle(phrase(value).inside, ("과", "와"))
      return Phrase(
        "\(phrase(list).leading.prose) 가운데 그 〈\(field.text.ko)〉\(KoreanParticle.pick(after: field.text.ko, ("이", "가"))) \(wanted) 같은 \(isOnly ? "것" : "첫째 것")",
        .chain)
    case .place(let list, let place):
      return Phrase("\(phrase(list).leading.prose) 가운데 \(phrase(place).inside.prose)번째 것(0부터 셈)", .chain)
    case .neighbour(let pair, let isAfter): return Phrase("\(possessive(pair))\(isAfter ? "뒤의 것" : "앞의 것")")
    case .fallback(let fact, let other):
      let (stated, instead) = (phrase(fact), phrase(other))
      return Phrase(
        "\(stated.leading.prose)(적지 않거나 없다고 적으면 \(instead.leading.prose))", .chain,
        sound: stated.sound ?? stated.prose.ending)
    case .truth(let statement): return Phrase("\(item(statement, .whether)) 여부", .clause)
    case .map(let pairs): return map(pairs)
    case .unnamed(let text): return Phrase(Prose("‘\(text)’"))
    }
  }

  private func name(_ name: Name) -> Phrase {
    guard let value = name.value else { return Phrase(Prose("〈\(name.text.ko)〉")) }
    return Phrase(Prose("〈\(name.text.ko)〉(\(value.ko))"), sound: name.text.ko)
  }

  /// What an element is called.
  static func name(of element: Element) -> String {
    switch element.style {
    case .subject: "해당 \(element.label.ko)"
    case .pronoun: "그 \(element.label.ko)"
    case .lettered(let letter): "\(element.label.ko) \(letter)"
    }
  }

  private func row(of table: Name, for inputs: [Quantity]) -> Prose {
    "〈\(table.text.ko)〉에서 \(row(inputs))에 해당하는"
  }

  private func isSimple(_ owner: Quantity) -> Bool {
    switch owner {
    case .element, .name: true
    case .field(let next, _), .neighbour(let next, _): isSimple(next)
    default: false
    }
  }

  private func possessive(_ owner: Quantity) -> Prose {
    if case .element(let element) = owner, case .pronoun = element.style { return "그 " }
    return "\(phrase(owner).inside.prose)의 "
  }

  private func arithmetic(_ operation: Term.Arithmetic, _ a: Quantity, _ b: Quantity) -> Prose {
    let (left, right) = (phrase(a).leading, phrase(b).inside)
    let object = particle(right, ("을", "를"))
    switch operation {
    case .add: return "\(left.prose)에 \(object) 더한 값"
    case .subtract: return "\(left.prose)에서 \(object) 뺀 값"
    case .multiply: return "\(left.prose)에 \(object) 곱한 값"
    case .divide: return "\(particle(left, ("을", "를"))) \(particle(right, ("으로", "로"))) 나눈 값"
    case .remainder: return "\(particle(left, ("을", "를"))) \(particle(right, ("으로", "로"))) 나눈 나머지"
    }
  }

  /// One sentence for a short choice, else a list with a line for each case.
  private func conditional(_ quantity: Quantity) -> Phrase {
    let (cases, rest) = quantity.branches
    if let (test, value) = quantity.plainBranch {
      return Phrase(
        "\(clause(test, .when)) \(phrase(value).inside.prose), 그렇지 않으면 \(phrase(rest).inside.prose)", .clause)
    }
    let items: [Prose] = cases.enumerated().map { place, entry in
      "\(place == 0 ? "" : "그 밖에 ")\(clause(entry.test, .noun)) 경우: \(phrase(entry.value).prose)"
    }
    return Phrase("\(Prose(ProseList(items: items + ["그 밖의 경우: \(phrase(rest).prose)"])))에 따른 값", .chain)
  }

  private func mapped(_ list: Quantity, _ element: Element, _ only: Statement?, _ body: Quantity) -> Prose {
    var members = members(list, element)
    if let only { members = "\(members) 가운데 \(item(only, .noun)) 것" }
    if case .pronoun = element.style {
      switch body {
      case .field(.element, let name): return "\(members) 각각의 〈\(name.text.ko)〉"
      case .neighbour(.element, let isAfter): return "\(members) 각각의 \(isAfter ? "뒤의 것" : "앞의 것")"
      default: break
      }
    }
    return "\(members) 각각에 대하여 구한 \(phrase(body).inside.prose)"
  }

  private func call(_ name: String, _ arguments: [Quantity]) -> Phrase {
    guard let form = FunctionPhrase.named(name)?.form(for: arguments.count) else {
      return Phrase(plainCall(name, arguments))
    }
    return Phrase(fill(form.ko, arguments), .chain)
  }

  /// Puts arguments into the words of a function.
  func fill(_ form: String, _ arguments: [Quantity]) -> Prose {
    PhraseForm(form).filled { place, pair, position in
      guard let place else {
        return row(arguments)
      }
      guard arguments.indices.contains(place) else { return Prose("?") }
      let words = position == .first ? phrase(arguments[place]).leading : phrase(arguments[place]).inside
      return pair.map { particle(words, $0) } ?? words.prose
    }
  }
}
