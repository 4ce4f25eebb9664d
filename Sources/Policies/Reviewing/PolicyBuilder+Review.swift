import Diagnostics
import Expressions
import YAMLTree

/// What only a review reports: conditions that cannot come out both ways, names that nothing uses.
extension PolicyBuilder {
  /// Reviews a rule that was read, with everything that the review kept of it.
  mutating func reviewRule(_ rule: Rule) {
    guard review != nil else { return }
    let replaced = Set(
      rule.exceptions.flatMap { exception -> [CellID] in
        if case .replace(let cells) = exception.relief { Array(cells.keys) } else { [] }
      })
    reviewConditions(of: rule, replaced: replaced)
    if let node = review?.rule, errorCount > (review?.errorsBefore ?? 0) || !broken.isEmpty {
      review?.addUnchecked(below: node)
    }
    // Steps of a rule that does not decide are there to be shown.
    if rule.check == .requirements { reportUnusedSteps() }
    reportUnusedSubjects()
    reportUnusedQuestion(of: rule)
    checkPeriods(of: rule)
    noteNeeds(of: rule)
  }

  /// How many errors were found so far.
  var errorCount: Int {
    reader.log.entries.count { $0.severity == .error }
  }

  /// Reviews a measure that was read.
  mutating func reviewMeasure(_ measure: Measure) {
    guard review != nil else { return }
    let known = subjectKnowledge(measure.subjects, replaced: [])
    for cell in measure.steps + [measure.value] { reviewCell(cell, replaced: [], knowing: known) }
    reportUnusedSteps()
    reportUnusedSubjects()
  }

  // MARK: Conditions

  private mutating func reviewConditions(of rule: Rule, replaced: Set<CellID>) {
    let subjects = subjectKnowledge(rule.subjects, replaced: replaced)
    for list in rule.subjects { examine(list.list, as: .value, replaced: replaced, knowing: Knowledge()) }
    if let gate = rule.appliesWhen {
      examine(
        gate, as: .condition, replaced: replaced, knowing: rule.appliesPerSubject ? subjects : Knowledge())
    }
    // What an exception replaces is decided by the replaced steps, so the gate says nothing about them.
    let known =
      rule.appliesWhen.map {
        ConditionReview.knowledge(from: $0, in: program, replaced: replaced, and: subjects)
      } ?? subjects
    for cell in rule.steps { reviewCell(cell, replaced: replaced, knowing: subjects) }
    for requirement in rule.requirements {
      for cell in requirement.steps { reviewCell(cell, replaced: replaced, knowing: subjects) }
      if let condition = requirement.condition {
        examine(condition, as: .condition, replaced: replaced, knowing: known)
      }
    }
    for cell in rule.requirements.compactMap(\.deadline?.cell) {
      reviewCell(cell, replaced: replaced, knowing: known)
    }
    for exception in rule.exceptions {
      let place: ConditionReview.Place = exception.proof == nil ? .condition : .optionalCondition
      examine(exception.when, as: place, replaced: replaced, knowing: known)
      guard case .replace(let cells) = exception.relief else { continue }
      for cell in cells.values.sorted(by: { $0.index < $1.index }) {
        reviewCell(cell, replaced: replaced, knowing: known)
      }
    }
    if let when = rule.manualWhen {
      examine(when, as: .optionalCondition, replaced: replaced, knowing: known)
    }
    if let cost = rule.cost { reviewCell(cost.value, replaced: replaced, knowing: known) }
  }

  private func subjectKnowledge(_ subjects: [SubjectList], replaced: Set<CellID>) -> Knowledge {
    subjects.enumerated().reduce(Knowledge()) { known, subject in
      ConditionReview.knowledge(
        ofSubject: subject.offset, from: subject.element.list, in: program, replaced: replaced, and: known)
    }
  }

  /// Reviews a step's expression.
  mutating func reviewCell(_ cell: CellID, replaced: Set<CellID>, knowing known: Knowledge) {
    examine(program.cells[cell.index].expression, as: .value, replaced: replaced, knowing: known)
  }

  private mutating func examine(
    _ expression: CheckedExpression, as place: ConditionReview.Place, replaced: Set<CellID>,
    knowing known: Knowledge
  ) {
    guard let observed = review?.observation(of: expression) else { return }
    ConditionReview.review(
      observed, as: place, in: program, replaced: replaced, knowing: known, diagnostics: &reader.log)
  }

  // MARK: Names that nothing uses

  /// Whether an expression names a step or definition, or might.
  private func isUsed(_ named: PolicyReview.Named) -> Bool {
    guard let review else { return true }
    if review.usedCells.contains(named.cell) || review.mayMean(named.name.text) { return true }
    // Its title may have been written in place of its name.
    let title = program.cells[named.cell.index].title
    return title.map { review.mayMean($0.ko) || review.mayMean($0.en) } ?? false
  }

  private mutating func reportUnusedSteps() {
    for step in review?.steps ?? [] where !isUsed(step) {
      reader.warning(
        "unused-step", at: step.name.span, ko: "단계 `\(step.name.text)`을(를) 어디에서도 쓰지 않습니다",
        en: "step `\(step.name.text)` is not used",
        help: LocalizedText(
          ko: "빼거나, 요구 조건이나 문구에서 쓰려던 것인지 보십시오",
          en: "take it out, or use it in the requirement or a message"))
    }
  }

  private mutating func reportUnusedSubjects() {
    for (local, name) in (review?.subjects ?? []).enumerated() {
      guard let review, !review.usedLocals.contains(local), !review.mayMean(name.text) else {
        continue
      }
      reader.warning(
        "unused-subject", at: name.span, ko: "대상 `\(name.text)`을(를) 어디에서도 쓰지 않아 대상마다 같은 결과가 나옵니다",
        en: "subject `\(name.text)` is not used, so the outcome is the same for each",
        help: LocalizedText(
          ko: "`for_each`를 빼거나 `\(name.text).항목`을 물으십시오",
          en: "take `for_each` out, or ask about `\(name.text).fact`"))
    }
  }

  /// Reports a question that no case of the rule asks.
  private mutating func reportUnusedQuestion(of rule: Rule) {
    guard rule.question != nil, rule.check != .manual, !rule.exceptions.contains(where: \.needsReview),
      let node = review?.rule, let entry = node.entry("question"), node.stated("manual_when") == nil
    else { return }
    reader.warning(
      "unused-question", at: entry.key.span, ko: "규칙 `\(rule.id)`의 `question`을 언제 물을지 정하지 않아 묻지 않습니다",
      en: "rule `\(rule.id)` has a `question` that is never asked",
      help: LocalizedText(
        ko: "사람이 판단할 경우를 `manual_when:`에 쓰십시오. 미달이 아니면 언제나 물으려면 `manual_when: true`입니다",
        en: "say in `manual_when:` when a person decides; `manual_when: true` asks whenever it does not fail")
    )
  }

  /// Reports definitions, parameters and tables that no expression of the policy names.
  mutating func reportUnusedNames() {
    guard let review else { return }
    for definition in review.definitions where !isUsed(definition) {
      reader.warning(
        "unused-definition", at: definition.name.span, ko: "정의 `\(definition.name.text)`을(를) 어디에서도 쓰지 않습니다",
        en: "definition `\(definition.name.text)` is not used",
        help: LocalizedText(ko: "빼거나 규칙에서 쓰십시오", en: "take it out, or use it in a rule"))
    }
    for (index, parameter) in program.parameters.enumerated()
    where !review.usedDates.contains(.parameter(index)) && !review.mayMean(parameter.name) {
      reader.warning(
        "unused-parameter", at: parameter.span, ko: "매개변수 `\(parameter.name)`을(를) 어디에서도 쓰지 않습니다",
        en: "parameter `\(parameter.name)` is not used",
        help: LocalizedText(
          ko: "빼거나, 식에 적은 수 대신 `p.\(parameter.name)`을(를) 쓰십시오",
          en: "take it out, or write `p.\(parameter.name)` in place of the number"))
    }
    for (index, table) in program.tables.enumerated()
    where !review.usedDates.contains(.table(index)) && !review.mayMean(table.name) {
      let inputs = table.inputs.map(\.name).joined(separator: ", ")
      reader.warning(
        "unused-table", at: table.span, ko: "표 `\(table.name)`을(를) 어디에서도 쓰지 않습니다",
        en: "table `\(table.name)` is not used",
        help: LocalizedText(
          ko: "빼거나 `table.\(table.name)(\(inputs))`으로 부르십시오",
          en: "take it out, or call `table.\(table.name)(\(inputs))`"))
    }
  }

  /// Reports sources that no citation begins with.
  mutating func reportUnusedSources(_ root: YAMLNode) {
    guard review != nil, let node = root["sources"], node.kind == .mapping, !node.isBroken else { return }
    for (key, _) in node.entries
    where !reader.usedSources.contains(key.text) && sources[key.text] != nil && !mayBeCited(key.text) {
      // It may be there for readers to see, so this is no more than a note.
      reader.log.note(
        "policy.unused-source", at: key.span, ko: "출처 `\(key.text)`을(를) 어디에서도 인용하지 않습니다",
        en: "source `\(key.text)` is not cited",
        help: LocalizedText(
          ko: "빼거나, `cite: \(key.text) 제1조`처럼 인용하십시오",
          en: "take it out, or let a citation begin with it: `cite: \(key.text) …`"))
    }
  }

  /// Whether a misspelt citation, or one that could not be read, may mean a source.
  private func mayBeCited(_ key: String) -> Bool {
    brokenNames.words.contains(key)
      || reader.log.entries.contains {
        $0.code == "policy.unknown-source" && $0.help == Suggestion.question(key)
      }
  }

  // MARK: Names that look alike

  /// Warns of a replaced rule that is not in the policy where one with a name like it is.
  mutating func checkReplaced() {
    for node in review?.replaced ?? [] where ids[node.text] == nil {
      guard let help = reader.suggestion(for: node.text, among: ids.keys.sorted()) else { continue }
      reader.warning(
        "unknown-rule", at: node.span, ko: "대신할 규칙 `\(node.text)`이(가) 이 기준에 없습니다",
        en: "the policy has no rule `\(node.text)` to replace", help: help)
    }
  }

  /// Notes that a step, definition or subject bears the name of a parameter or table.
  mutating func noteSameName(_ key: YAMLNode) {
    guard review != nil else { return }
    let other: String
    if program.parameters.contains(where: { $0.name == key.text }) {
      other = "p." + key.text
    } else if program.tables.contains(where: { $0.name == key.text }) {
      other = "table." + key.text
    } else {
      return
    }
    reader.log.note(
      "policy.same-name", at: key.span, ko: "`\(key.text)`은(는) `\(other)`와(과) 이름이 같습니다",
      en: "`\(key.text)` has the same name as `\(other)`",
      help: LocalizedText(
        ko: "식에서 `\(key.text)`은(는) 이것을, `\(other)`은(는) 기준의 값을 가리킵니다",
        en: "in expressions `\(key.text)` is this, and `\(other)` the policy's own value"))
  }
}
