import Diagnostics
import Expressions
import Findings
import Policies

extension RuleReading {
  /// What must hold, part by part.
  func requirement(_ page: inout Layout) {
    if isMeasure { return measure(&page) }
    page.section(say("요건", "Requirement"))
    switch rule.check {
    case .manual: page.add(Prose(say("사람이 판단한다.", "A person decides.")), language)
    case .info:
      page.add(Prose(say("판정하지 아니하고 값을 알린다.", "Nothing is decided; the values are shown.")), language)
    case .requirements: break
    }
    let isParted = meaning.demands.count > 1 || meaning.demands.first?.requirement.id != nil
    if isParted {
      page.add(
        Prose(say("다음 각 호를 따로 판단한다.", "Each of these parts is decided on its own.")), language)
    }
    for (number, demand) in meaning.demands.enumerated() {
      var indent = 2
      if isParted {
        let marker = "\(number + 1). "
        page.add(heading(demand), language, indent: 2, marker: marker)
        indent += DisplayWidth.of(marker)
      }
      for step in demand.steps { page.add(sentence(step), language, indent: indent) }
      if let condition = demand.condition {
        page.add(wording.demand(condition), language, indent: indent)
      }
    }
  }

  /// The quantity that a measure shows.
  private func measure(_ page: inout Layout) {
    page.section(say("지표", "Measure"))
    page.add(
      Prose(
        say(
          "대상마다 다음 값을 알린다. 판정하지 아니하며, 알 수 없으면 무엇이 모자라는지 알린다.",
          "This value is shown. Nothing is decided; where it is not known, what is missing is shown.")),
      language)
    for demand in meaning.demands {
      guard let value = demand.actual, let cell = demand.requirement.actual else { continue }
      var unit = ""
      if case .number(let code?) = policy.program.cells[cell.index].expression.type {
        unit = say(" (단위: \(wording.unit(code)))", " (in \(wording.unit(code)))")
      }
      page.add("〈\(rule.title[language])〉: \(wording.value(value))\(unit).", language)
    }
  }

  private func heading(_ demand: RuleMeaning.Demand) -> Prose {
    var text = demand.requirement.title?[language] ?? ""
    if let id = demand.requirement.id { text += text.isEmpty ? id : " (\(id))" }
    if let cites = demand.requirement.cites { text += ", \(citation(cites))" }
    return Prose(text)
  }

  /// Cases in which the rule asks something else, and who may accept a deviation.
  func exceptions(_ page: inout Layout) {
    guard !meaning.reliefs.isEmpty || rule.waivable != nil else { return }
    page.section(say("예외", "Exceptions"))
    if meaning.reliefs.contains(where: \.instead.isEmpty) {
      let (pass, none) = (Outcome.pass.word, Outcome.notApplicable.word)
      let isAsked = meaning.manualWhen != nil
      page.add(
        Prose(
          say(
            "적용하지 아니하는 경우의 결과는 ‘\(none.ko)’이다. 다만, 요건을 이미 충족하\(isAsked ? "고 사람이 판단할 경우가 아니" : "")면 ‘\(pass.ko)’이다.",
            "Where the requirement does not apply the outcome is “\(none.en)”, or “\(pass.en)” if it is met all the same\(isAsked ? " and no person would have to decide" : "")."
          )),
        language)
    }
    for (number, relief) in meaning.reliefs.enumerated() {
      let exception = relief.exception
      var title = "\(exception.title[language]) (\(exception.id)"
      if let cites = exception.cites { title += ", \(citation(cites))" }
      let marker = "\(number + 1). "
      page.add(Prose(title + ")"), language, indent: 2, marker: marker)
      let indent = 2 + DisplayWidth.of(marker)
      page.add(effect(relief), language, indent: indent)
      for step in relief.instead { page.add(sentence(step), language, indent: indent + 2) }
      for line in conditions(relief) { page.add(line, language, indent: indent) }
    }
    if let waivable = rule.waivable {
      let bodies = waivable.by.map { self.bodies.name(of: $0, on: day)[language] }.joined(separator: ", ")
      let particle = KoreanParticle.pick(after: bodies, ("이", "가"))
      page.add(
        Prose(
          say(
            "충족하지 못한 경우에도 \(bodies)\(particle) 적용을 유예할 수 있다. 근거: \(waivable.basis.ko).",
            "A failure may be waived by \(bodies). Basis: \(waivable.basis.en).")), language)
    }
  }

  private func effect(_ relief: RuleMeaning.Relief) -> Prose {
    let given = given(relief)
    guard relief.instead.isEmpty else {
      return said("다만, \(given) 경우에는 다음과 같이 계산한다.", "Where \(given), this is computed instead:")
    }
    return said(
      "다만, \(given) 경우에는 적용하지 아니한다.", "However, the requirement does not apply where \(given).")
  }

  /// When an exception applies; one whose condition is `true` hangs on its proof alone.
  private func given(_ relief: RuleMeaning.Relief) -> Prose {
    guard case .constant(true) = relief.when else { return wording.given(relief.when) }
    return relief.proof == nil
      ? Prose(say("모든", "anything at all is the case"))
      : Prose(say("아래의 입증자료를 갖춘", "the proof below is given"))
  }

  private func conditions(_ relief: RuleMeaning.Relief) -> [Prose] {
    var lines: [Prose] = []
    if let proof = relief.proof {
      lines.append(
        said(
          "입증자료: \(wording.given(proof)) 경우에 한한다. 자료가 없어 결과가 갈리면 ‘\(Outcome.unknown.word.ko)’로 한다.",
          "Proof: only where \(wording.given(proof)). Where its absence leaves the outcome open, that is “\(Outcome.unknown.word.en)”."
        ))
    }
    if let days = words(from: relief.exception.inForce.from, to: relief.exception.inForce.to) {
      let isOpen = relief.exception.inForce.contains(day)
      lines.append(
        Prose(
          say(
            "기준일이 \(days)인 때에만 적용한다\(isOpen ? "" : "(표시 시점에는 적용하지 아니함)").",
            "Only where the date that counts is \(days)\(isOpen ? "" : " (not on the day shown)").")))
    }
    if relief.exception.needsReview {
      lines.append(
        Prose(
          say(
            "예외로 결과가 달라지는 경우에는 사람이 확인한다(‘\(Outcome.manual.word.ko)’).",
            "Where the exception changes the outcome, a person must confirm it (“\(Outcome.manual.word.en)”)."
          )))
    }
    return lines
  }

  /// When a person decides, and what that person is asked.
  func judgement(_ page: inout Layout) {
    guard meaning.manualWhen != nil || meaning.question != nil else { return }
    page.section(say("사람의 판단", "A person's judgement"))
    if let when = meaning.manualWhen {
      let word = Outcome.manual.word
      if case .constant(true) = when {
        page.add(
          Prose(
            say(
              "요건을 충족하지 못함이 분명한 때를 제외하고 언제나 사람이 판단한다(‘\(word.ko)’).",
              "A person always decides (“\(word.en)”), unless it is clear that the requirement is not met.")),
          language)
      } else {
        page.add(
          said(
            "\(wording.given(when)) 경우에는 요건을 충족하지 못함이 분명한 때를 제외하고 사람이 판단한다(‘\(word.ko)’).",
            "Where \(wording.given(when)), a person decides (“\(word.en)”), unless it is clear that the requirement is not met."
          ),
          language)
      }
      if meaning.reliefs.contains(where: \.instead.isEmpty) {
        let word = Outcome.unknown.word
        page.add(
          Prose(
            say(
              "예외에 해당하여 적용하지 아니하는 경우에는 묻지 아니한다. 예외에 해당하는지에 따라 결과가 갈리면 ‘\(word.ko)’로 한다.",
              "Nobody is asked where an exception lifts the requirement. While the outcome hangs on an exception that is open, it is “\(word.en)”."
            )), language)
      }
    }
    if let question = meaning.question {
      page.add(said("물음: \(wording.text(question))", "Question: \(wording.text(question))"), language)
    }
  }

  /// What a report says, shows and advises.
  func texts(_ page: inout Layout) {
    guard !isMeasure else { return }
    var lines: [Prose] = []
    let isParted = meaning.demands.count > 1
    for demand in meaning.demands {
      let part = isParted ? demand.requirement.id.map { "(\($0)) " } ?? "" : ""
      if let actual = shown(demand.actual, demand.requirement.actualText) {
        lines.append(said("\(part)제출된 값: \(actual)", "\(part)Actual value: \(actual)"))
      }
      if let expected = shown(demand.expected, demand.requirement.expectedText) {
        lines.append(said("\(part)요구되는 값: \(expected)", "\(part)Expected value: \(expected)"))
      }
      if let deadline = demand.requirement.deadline { lines.append(said(deadline, demand.deadline, part)) }
      if let message = demand.message {
        lines.append(said("\(part)지적: \(wording.text(message))", "\(part)Finding: \(wording.text(message))"))
      }
      if let remedy = demand.remedy {
        lines.append(said("\(part)조치: \(wording.text(remedy))", "\(part)Remedy: \(wording.text(remedy))"))
      }
    }
    if let message = meaning.messageIfNone {
      lines.append(
        said(
          "대상이 없을 때의 지적: \(wording.text(message))", "Finding where there is none: \(wording.text(message))"))
    }
    if let remedy = meaning.remedyIfNone {
      lines.append(
        said("대상이 없을 때의 조치: \(wording.text(remedy))", "Remedy where there is none: \(wording.text(remedy))"))
    }
    if let cost = meaning.cost, let title = rule.cost?.title {
      lines.append(
        said("비용 〈\(title.ko)〉: \(wording.value(cost))", "Cost 〈\(title.en)〉: \(wording.value(cost))"))
    }
    guard !lines.isEmpty else { return }
    page.section(say("보고서에 적는 말([ ] 안에는 값이 들어감)", "What a report says (values stand in the brackets)"))
    for line in lines { page.add(line, language, indent: 2) }
  }

  private func said(_ deadline: Deadline, _ day: Quantity?, _ part: String) -> Prose {
    let name = deadline.title.map { " 〈\($0[language])〉" } ?? ""
    let day = day.map { wording.value($0) } ?? Prose("")
    switch deadline.end {
    case .last: return said("\(part)기한\(name): \(day)", "\(part)Deadline\(name): \(day)")
    case .words(let text, from: nil):
      return said("\(part)기한\(name): \(text.ko)", "\(part)Deadline\(name): \(text.en)")
    case .words(let text, from: .some):
      return said(
        "\(part)기한\(name): \(day)부터 \(text.ko)", "\(part)Deadline\(name): \(text.en), from \(day)")
    }
  }

  private func shown(_ value: Quantity?, _ text: LocalizedText?) -> Prose? {
    text.map { Prose($0[language]) } ?? value.map { wording.value($0) }
  }
}
