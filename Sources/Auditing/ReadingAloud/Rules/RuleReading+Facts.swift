import Diagnostics
import Expressions
import Findings
import Policies

extension RuleReading {
  /// The facts that the rule reads, with the paths under which a scheme states them.
  func facts(_ page: inout Layout) {
    guard !meaning.facts.isEmpty else { return }
    page.section(say("보상안에 적는 사실", "Facts that a scheme states"))
    for fact in meaning.facts {
      let environment = policy.program.environment
      let field = environment.field(fact.id)
      let record = environment.records[fact.id.record]
      let path = record.name.isEmpty ? field.name : "\(record.name).\(field.name)"
      page.fill(
        "〈\(names.field(fact.id).text[language])〉 \(path): \(kind(field.type))", first: "  ", hang: 4)
      if let absent = field.absent {
        let value = names.constants.words(for: absent, as: field.type, units: names.units)[language]
        let why = field.absentWhy.map { " (\($0[language]))" } ?? ""
        page.fill(
          say("적지 않으면 ‘\(value)’로 본다\(why).", "If not stated it counts as “\(value)”\(why)."), first: "    ",
          hang: 4)
      }
      if let proof = field.needsProof {
        page.fill(say("입증자료가 필요하다: \(proof).", "It needs proof: \(proof)."), first: "    ", hang: 4)
      }
      if let when = fact.when {
        page.add(
          said("\(wording.given(when)) 경우에만 있는 사실이다.", "It exists only where \(wording.given(when))."),
          language, indent: 4)
      }
      if let derived = fact.derived { page.add(definition(derived), language, indent: 4) }
    }
  }

  private func definition(_ derived: Quantity) -> Prose {
    guard case .truth(let statement) = derived else {
      return said(
        "적지 않고 계산한다: \(wording.value(derived)).", "It is not stated but computed: \(wording.value(derived)).")
    }
    return said(
      "적지 않고 정한다: \(wording.given(statement)) 경우에 ‘예’로 한다.",
      "It is not stated but follows: it is “yes” where \(wording.given(statement)).")
  }

  /// What kind of value a fact is.
  private func kind(_ type: ValueType) -> String {
    switch type {
    case .bool: return say("예·아니요", "yes or no")
    case .number(let unit?):
      return say("수(\(wording.unit(unit)))", "number (\(wording.unit(unit)))")
    case .number(nil): return say("수", "number")
    case .string: return say("글", "text")
    case .choice: return say("정해진 값 중 하나", "one of set values")
    case .date: return say("날짜", "date")
    case .timestamp: return say("일시", "date and time")
    case .duration: return say("시간 길이", "length of time")
    case .list(let element): return say("목록(\(kind(element)))", "list (\(kind(element)))")
    case .record, .reference:
      let label = names.label(of: type)[language]
      if case .reference = type { return say("\(label)의 식별자", "\(label) id") }
      return label
    case .group: return say("묶음", "group of facts")
    case .pair, .interval, .dyn, .null, .map: return say("값", "value")
    }
  }

  /// How the words are meant; for functions without words of their own, what they do.
  func legend(_ page: inout Layout) {
    page.section(say("읽는 법", "How to read this"))
    var lines = [
      say(
        "〈 〉은 기준과 용어집이 정한 이름, ‘ ’은 정해진 값이다. 이상·이하·이전·이후는 그 수와 그 날을 포함하고 초과·미만·전·후는 포함하지 아니한다. ‘어느 하나’는 하나 이상을 뜻한다.",
        "〈 〉 hold names of the policy and the vocabulary, “ ” hold set values. At least, at most, on or before and on or after include the number or day itself; more than, less than, before and after do not."
      )
    ]
    if !isMeasure {
      lines.append(
        say(
          "필요한 사실이 적혀 있지 않아 정할 수 없으면 결과는 ‘\(Outcome.unknown.word.ko)’이다.",
          "Where a fact that is needed is not stated, the outcome is “\(Outcome.unknown.word.en)”."))
    }
    if meaning.uses.saysEvery {
      lines.append(
        say("‘모두’는 가리키는 것이 하나도 없는 때에도 충족된다.", "“Every one” holds where there is none at all, too."))
    }
    lines += periods
    for (name, text) in meaning.uses.functions.sorted(by: { $0.key < $1.key }) {
      lines.append("\(name): \(text[language])")
    }
    for line in lines { page.add(Prose(line), language) }
  }
}
