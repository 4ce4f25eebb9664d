import Diagnostics
import Expressions
import YAMLTree

extension SchemeLoader {
  /// Reports references that name no element of their list, unless more elements may exist than are listed.
  mutating func checkReferences() {
    var names: [Int: [String]] = [:]
    for (node, key, target) in references {
      if key == "all", target.allowsAll { continue }
      switch facts[facts.fact(record: 0, slot: target.list)] {
      case .list(let list):
        if mayBeLost(key) { continue }
        if facts.lists[list].positions[key] != nil || facts.lists[list].isIncomplete { continue }
        let known = names[list] ?? keys(of: list)
        names[list] = known
        reportDangling(node, key, target, among: target.allowsAll ? known + ["all"] : known)
      case .none: reportDangling(node, key, target, among: [])
      case .missing, .bool, .number, .string, .date, .timestamp, .group, .range, .either: continue
      }
    }
  }

  /// Whether lines that could not be read may hold a name, so that not to find it is no problem of its own.
  func mayBeLost(_ name: String) -> Bool {
    !tree.isWhole && tree.lostWords.contains(name)
  }

  /// The keys of a list in order, if there are not too many to search.
  func keys(of list: Int) -> [String] {
    let positions = facts.lists[list].positions
    return positions.count <= SchemeLimits.suggestionKeys ? positions.keys.sorted() : []
  }

  private mutating func reportDangling(
    _ node: YAMLNode, _ key: String, _ target: ValueType.Reference, among names: [String]
  ) {
    if entries.log.isFull {
      entries.log.error("scheme.dangling-reference", at: nil, ko: "", en: "")
      return
    }
    let near = scalars.suggestion(for: key, among: names)
    let list = vocabulary.environment.records[TypeEnvironment.root].fields[target.list].name
    let quoted = Quoted.text(key)
    let others =
      key == "all"
      ? LocalizedText(ko: "이 사실에는 `all`을 쓸 수 없습니다. ", en: "this fact does not take `all`; ")
      : LocalizedText(ko: "", en: "")
    entries.log.error(
      "scheme.dangling-reference", at: node.span, ko: "`\(list)`에 `\(quoted)`이(가) 없습니다",
      en: "no element `\(quoted)` in `\(list)`",
      help: near.map(Suggestion.question)
        ?? LocalizedText(
          ko: others.ko + "그 목록에 항목을 더하거나, 목록이 다 적히지 않았다면 `incomplete: [\(list)]`를 적으십시오",
          en: others.en
            + "add the element to that list, or write `incomplete: [\(list)]` if the list is not whole"))
  }

  /// Reports facts that are stated of elements that do not have them.
  mutating func checkConditions() {
    guard !conditional.isEmpty else { return }
    let evaluation = Evaluation(facts: facts, program: Program(environment: vocabulary.environment))
    var problems: [(fact: FactID, condition: CheckedExpression)] = []
    for fact in conditional {
      guard let condition = facts.field(of: fact).when, isStated(facts[fact]) else { continue }
      evaluation.startRule(asOf: nil)
      evaluation.startSubject([.record(.fact(facts.owner(of: fact)))])
      if case .bool(false) = evaluation.evaluate(condition).value { problems.append((fact, condition)) }
    }
    for (fact, condition) in problems {
      let field = facts.field(of: fact)
      let text = Quoted.text(condition.source.text)
      entries.log.error(
        "scheme.inapplicable-fact", at: facts.span(of: fact),
        ko: "`\(field.name)`은(는) `\(text)`일 때만 있는 사실인데 여기서는 그렇지 않습니다",
        en: "`\(field.name)` exists only where `\(text)`, which is not so here",
        help: LocalizedText(
          ko: "이 줄을 지우거나 조건에 쓰인 사실을 바로잡으십시오", en: "take it out, or correct the facts that the condition reads"
        ))
    }
  }

  private func isStated(_ slot: Facts.Slot) -> Bool {
    switch slot {
    case .missing, .none: false
    case .bool, .number, .string, .date, .timestamp, .list, .group, .range, .either: true
    }
  }
}
