import Diagnostics
import Expressions
import Findings

/// Words conditions as a Korean statute does.
struct KoreanWording: LanguageWording {
  /// Words constants in this language.
  let values: ValueFormatter
  /// Stand around texts and members of choices.
  static let quotes = (open: "‘", close: "’")
  /// What a list without members is called.
  static let emptyList = "빈 목록"

  /// What a verb's stem goes on with: `…이고`, `…인`, `…이어야 한다`.
  typealias Ending = KoreanVerb.Ending

  /// A condition whose sentence goes on with an ending.
  func clause(_ statement: Statement, _ ending: Ending) -> Prose {
    switch statement {
    case .all(let parts):
      if Statement.isShort(parts) { return joined(parts, .and, ending) }
      let list = ProseList(items: parts.map { clause($0, .demand) })
      return "\(Prose(list))의 요건을 모두 갖\(KoreanVerb.furnish.with(ending))"
    case .any(let parts):
      if Statement.isShort(parts) { return joined(parts, .or, ending) }
      return "\(Prose(cases(parts)))의 어느 하나에 해당\(KoreanVerb.act.with(ending))"
    case .not(let inner): return opposite(inner, ending)
    case .answer(let value, let isYes):
      return "\(subject(value)) \(isYes ? "‘예’" : "‘아니요’")\(KoreanVerb.copula.with(ending))"
    case .equals(let a, let b, let negated): return equality(a, b, negated, ending)
    case .compares(let a, let order, let b, let scale, let negated):
      let bound: Prose = "\(subject(a)) \(phrase(b).inside.prose)\(Self.word(order, scale))"
      return predicate(bound, .copula, negated, ending)
    case .contains(let list, let element, let negated):
      if case .value(let value) = list, value.type == .list {
        return predicate(
          "\(subject(element)) \(text(value)) 가운데 하나", .copula, negated, ending)
      }
      if element.isMemberItself {
        let member = particle(phrase(element).inside, ("이", "가"))
        return predicate("\(phrase(list).leading.prose)에 \(member) 들어 ", .exist, negated, ending)
      }
      return predicate("\(subject(element)) \(phrase(list).inside.prose) 가운데 하나", .copula, negated, ending)
    case .hasMembers(let list, let negated):
      return
        "\(subject(list)) \(negated ? "하나도 " : "하나 이상 ")\((negated ? KoreanVerb.lack : .exist).with(ending))"
    case .quantified(let quantifier, let list, let element, let condition):
      return quantified(quantifier, list, element, condition, ending)
    case .stated(let fact, let negated): return predicate("\(subject(fact)) 적혀 ", .exist, negated, ending)
    case .has(let fact, let negated):
      return predicate("\(subject(fact)) (적지 않으면 없는 것으로 보아) 적혀 ", .exist, negated, ending)
    case .call(let name, let arguments, let negated): return call(name, arguments, negated, ending)
    case .conditional(let test, let yes, let no):
      if statement.isPlainChoice {
        return "\(clause(test, .when)) \(clause(yes, .and)), 그렇지 않으면 \(clause(no, ending))"
      }
      let list = ProseList(items: [
        "\(clause(test, .noun)) 경우: \(clause(yes, .demand))", "그 밖의 경우: \(clause(no, .demand))",
      ])
      return "\(Prose(list)) 가운데 해당하는 요건을 갖\(KoreanVerb.furnish.with(ending))"
    case .constant(let value):
      return value
        ? "항상 그러\(KoreanVerb.act.with(ending))" : "어떤 경우에도 그러하지 \(KoreanVerb.doNot.with(ending))"
    }
  }

  /// A condition inside a sentence: a list below it where it is long.
  func item(_ statement: Statement, _ ending: Ending) -> Prose {
    if statement.isShort || statement.hasOwnList { return clause(statement, ending) }
    let list = ProseList(items: [clause(statement, .demand)])
    return "\(Prose(list))의 요건을 갖\(KoreanVerb.furnish.with(ending))"
  }

  private func cases(_ parts: [Statement]) -> ProseList {
    ProseList(items: parts.map { "\(clause($0, .noun)) 경우" })
  }

  private func joined(_ parts: [Statement], _ link: Ending, _ ending: Ending) -> Prose {
    let clauses = parts.enumerated().map { place, part in
      clause(part, place == parts.count - 1 ? ending : link)
    }
    return Prose.joined(clauses, separator: " ")
  }

  private func opposite(_ statement: Statement, _ ending: Ending) -> Prose {
    switch statement {
    case .any(let parts):
      return "\(Prose(cases(parts)))의 어느 것에도 해당하지 \(KoreanVerb.doNot.with(ending))"
    case .all(let parts):
      let list = ProseList(items: parts.map { clause($0, .demand) })
      return "\(Prose(list))의 요건을 모두 갖춘 것은 \(KoreanVerb.notCopula.with(ending))"
    case .quantified(.some, let list, let element, let condition):
      return "\(members(list, element)) 가운데 \(item(condition, .noun)) 것이 하나도 \(KoreanVerb.lack.with(ending))"
    case .not, .answer, .equals, .compares, .contains, .hasMembers, .quantified, .stated, .has, .call,
      .conditional,
      .constant:
      return "\(item(statement, .noun)) 것은 \(KoreanVerb.notCopula.with(ending))"
    }
  }

  private func quantified(
    _ quantifier: Statement.Quantifier, _ list: Quantity, _ element: Element, _ condition: Statement,
    _ ending: Ending
  ) -> Prose {
    let members = members(list, element)
    switch quantifier {
    case .some:
      return "\(members) 가운데 \(item(condition, .noun)) 것이 하나 이상 \(KoreanVerb.exist.with(ending))"
    case .exactlyOne:
      return "\(members) 가운데 \(item(condition, .noun)) 것이 하나만 \(KoreanVerb.exist.with(ending))"
    case .every:
      return "\(members) 모두에 대하여 \(item(condition, ending))"
    }
  }

  /// The members of a list, with the letter that one of them goes by in what follows.
  func members(_ list: Quantity, _ element: Element) -> Prose {
    let words = phrase(list).leading.prose
    guard case .lettered(let letter) = element.style else { return words }
    let particle = KoreanParticle.pick(after: letter, ("이라", "라"))
    return "\(words)(그 각각을 이하 ‘\(element.label.ko) \(letter)’\(particle) 한다)"
  }

  private func equality(_ a: Quantity, _ b: Quantity, _ negated: Bool, _ ending: Ending) -> Prose {
    if case .value(let value) = b, value.type != .list {
      return predicate("\(subject(a)) \(text(value))", .copula, negated, ending)
    }
    return predicate("\(subject(a)) \(particle(phrase(b).inside, ("과", "와"))) ", .same, negated, ending)
  }

  private func call(_ name: String, _ arguments: [Quantity], _ negated: Bool, _ ending: Ending) -> Prose {
    guard let phrase = FunctionPhrase.named(name), let verb = phrase.verb,
      let form = phrase.form(for: arguments.count)
    else { return predicate("\(plainCall(name, arguments))의 결과가 ‘예’", .copula, negated, ending) }
    if negated, let opposite = phrase.opposite {
      return "\(fill(opposite.ko, arguments))\(KoreanVerb.beNot.with(ending))"
    }
    return predicate(fill(form.ko, arguments), verb, negated, ending)
  }

  /// A stem with its verb or the verb of its opposite.
  private func predicate(_ stem: Prose, _ verb: KoreanVerb, _ negated: Bool, _ ending: Ending) -> Prose {
    guard negated else { return "\(stem)\(verb.with(ending))" }
    let (link, opposite) = verb.opposite
    // 이/가 goes by the noun before it.
    let bridge = verb == .copula ? KoreanParticle.pick(after: stem.ending, ("이", "가")) + " " : link
    return "\(stem)\(bridge)\(opposite.with(ending))"
  }

  /// A value as the subject of a clause.
  func subject(_ value: Quantity) -> Prose {
    particle(phrase(value).leading, ("이", "가"))
  }

  /// A value with the form of a particle that its sound asks for.
  func particle(_ phrase: Phrase, _ pair: (String, String)) -> Prose {
    "\(phrase.prose)\(KoreanParticle.pick(after: phrase.sound ?? phrase.prose.ending, pair))"
  }

  private static func word(_ order: Term.Order, _ scale: Statement.Scale) -> String {
    switch (scale, order) {
    case (.amount, .less): " 미만"
    case (.amount, .lessOrEqual): " 이하"
    case (.amount, .greater): " 초과"
    case (.amount, .greaterOrEqual): " 이상"
    case (.time, .less): " 전"
    case (.time, .lessOrEqual): " 이전"
    case (.time, .greater): " 후"
    case (.time, .greaterOrEqual): " 이후"
    case (.text, .less): "보다 글자순으로 앞"
    case (.text, .lessOrEqual): "과(와) 같거나 글자순으로 앞"
    case (.text, .greater): "보다 글자순으로 뒤"
    case (.text, .greaterOrEqual): "과(와) 같거나 글자순으로 뒤"
    }
  }
}
