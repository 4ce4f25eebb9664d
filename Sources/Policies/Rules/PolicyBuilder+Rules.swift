import Diagnostics
import Expressions
import YAMLTree

/// `rules:` and what a rule says besides its requirements and exceptions.
extension PolicyBuilder {
  private static let ruleKeys = [
    "id", "title", "cite", "text", "severity", "legal", "as_of", "in_force", "rationale", "sanction",
    "replaces",
    "applies_when", "for_each", "let", "require", "parts", "actual", "expected", "actual_text",
    "expected_text",
    "exceptions", "manual_when", "question", "check", "message", "message_if_none", "remedy",
    "remedy_if_none", "cost", "deadline",
    "waivable", "history",
  ]

  private enum CheckWord: String {
    case manual, info
  }

  /// The rules of a policy whose legal nature is given.
  mutating func readRules(_ node: YAMLNode, legal: Legal?) -> [Rule] {
    guard let items = reader.items(node, of: LocalizedText(ko: "규칙", en: "rules")) else { return [] }
    if items.isEmpty {
      reader.warning(
        "no-rules", at: node.span, ko: "규칙이 하나도 없습니다", en: "the policy has no rules",
        help: LocalizedText(ko: "`rules:` 아래에 규칙을 쓰십시오", en: "write rules under `rules:`"))
    }
    // A policy whose own `legal` has an error is judged no further in that respect.
    return items.compactMap { readRule($0, legal: legal ?? Legal(status: .illustrative)) }
  }

  private mutating func readRule(_ node: YAMLNode, legal base: Legal) -> Rule? {
    let outerBroken = broken
    defer { broken = outerBroken }
    let label = node["id"].map { LocalizedText(ko: "규칙 `\($0.text)`", en: "rule `\($0.text)`") }
    let what = label ?? LocalizedText(ko: "규칙", en: "a rule")
    guard reader.mapping(node, keys: Self.ruleKeys, of: what) else { return nil }
    if review != nil {
      let errors = errorCount
      review?.begin(node, errors: errors)
    }
    if let entry = node.entry("history") {
      reader.error(
        "unknown-key", at: entry.key.span, ko: "`history`은(는) \(what.ko)에 없는 항목입니다",
        en: "unknown key `history` in \(what.en)",
        help: LocalizedText(
          ko: "바뀐 항목에 이력을 쓰십시오: `cite: [{from: …, cite: …}]`",
          en: "give the history to what changed: `cite: [{from: …, cite: …}]`"))
    }
    let id = reader.required("id", in: node, of: what).flatMap { identifier($0, what) }
    let title = reader.required("title", in: node, of: what).flatMap { reader.localized($0, what) }
    let cite = reader.required("cite", in: node, of: what).flatMap { datedCitation($0) }
    let severity = reader.required("severity", in: node, of: what).flatMap {
      reader.word($0, among: RuleSeverity.allCases, LocalizedText(ko: "중요도", en: "severity"))
    }
    let legal = node.stated("legal").flatMap { readLegal($0, over: base) } ?? base
    var rule = Rule(
      id: id ?? "", title: title ?? LocalizedText(""), cite: cite ?? Dated(versions: []),
      severity: severity ?? .note, legal: legal, span: (node["id"] ?? node).span)
    readTexts(node, &rule)
    rule.asOf = node.stated("as_of").flatMap { date($0) }

    var names = scope
    if let forEach = node.stated("for_each") {
      rule.subjects = subjects(forEach, in: &names)
    }
    let step = LocalizedText(ko: "단계", en: "a step")
    let steps = node.stated("let").map { self.steps($0, in: &names, step) } ?? []
    rule.steps = steps.map(\.cell)
    rule.appliesWhen = node.stated("applies_when").flatMap { expression($0, in: names, expecting: .bool) }
    rule.appliesPerSubject = rule.appliesWhen.map { isPerSubject($0, steps: rule.steps) } ?? false
    rule.check = check(node, what)
    rule.requirements = requirements(node, rule.check, in: names, what)
    rule.exceptions = node.stated("exceptions").map { exceptions($0, steps: steps, in: names) } ?? []
    readJudgement(node, &rule, in: names, what)
    rule.waivable = node.stated("waivable").flatMap { readWaivable($0) }
    if rule.waivable == nil, node["waivable"] != nil || node.isBroken {
      lostNames.insert(Waivable.mark(of: rule.id))
    }
    reviewRule(rule)
    return rule
  }

  /// A rule's or measure's id, which must be the only one of its kind in the file.
  mutating func identifier(_ node: YAMLNode, _ what: LocalizedText) -> String? {
    guard let id = reader.identifier(node, LocalizedText(ko: "규칙 식별자", en: "a rule's id")) else { return nil }
    if let first = ids[id] {
      reader.error(
        "duplicate-rule", at: node.span, ko: "규칙 `\(id)`이(가) 두 번 있습니다", en: "rule `\(id)` is there twice",
        help: LocalizedText(ko: "규칙마다 다른 식별자를 쓰십시오", en: "give every rule an id of its own"),
        notes: [Diagnostic.Note(LocalizedText(ko: "먼저 적힌 곳", en: "first written here"), at: first.location)])
    }
    ids[id] = ids[id] ?? node.span
    return id
  }

  private func isPerSubject(_ expression: CheckedExpression, steps: [CellID]) -> Bool {
    !expression.usedLocals.isEmpty || !expression.term.cells.isDisjoint(with: steps)
  }

  private mutating func readTexts(_ node: YAMLNode, _ rule: inout Rule) {
    rule.text = node.stated("text").flatMap {
      datedText($0, LocalizedText(ko: "규칙의 내용", en: "the requirement in words"))
    }
    rule.inForce =
      node.stated("in_force").map { reader.period($0, LocalizedText(ko: "시행 기간", en: "in_force")) } ?? .always
    rule.rationale = node.stated("rationale").flatMap {
      reader.localized($0, LocalizedText(ko: "취지", en: "a rationale"))
    }
    rule.sanction = node.stated("sanction").flatMap {
      reader.localized($0, LocalizedText(ko: "제재", en: "a sanction"))
    }
    rule.replaces = node.stated("replaces").flatMap {
      reader.identifier($0, LocalizedText(ko: "앞선 규칙", en: "the rule before"))
    }
    if rule.replaces != nil, let place = node["replaces"] { review?.replaced.append(place) }
    if let replaced = rule.replaces, replaced == rule.id, let place = node["replaces"] {
      reader.error(
        "replaces-itself", at: place.span, ko: "규칙이 자기 자신을 대신할 수 없습니다", en: "a rule cannot replace itself",
        help: LocalizedText(ko: "앞선 규칙의 식별자를 쓰십시오", en: "write the id of the rule before"))
    }
  }

  private mutating func check(_ node: YAMLNode, _ what: LocalizedText) -> Rule.Check {
    let deciding = ["require", "parts"].compactMap { node.entry($0) }
    guard let check = node.stated("check") else {
      if deciding.isEmpty, !node.isBroken {
        reader.error(
          "no-requirement", at: (node["id"] ?? node).span, ko: "\(what.ko)에 요구하는 것이 없습니다",
          en: "\(what.en) requires nothing",
          help: LocalizedText(
            ko: "`require:`나 `parts:`를 쓰거나, 사람이 판단하면 `check: manual`을 쓰십시오",
            en: "write `require:` or `parts:`, or `check: manual` if a person decides"))
      }
      if deciding.count == 2 {
        reader.error(
          "two-requirements", at: deciding.last?.key.span, ko: "\(what.ko)에 `require`와 `parts`가 함께 있습니다",
          en: "\(what.en) has both `require` and `parts`",
          help: LocalizedText(ko: "모두 `parts`에 넣으십시오", en: "put all of it into `parts`"))
      }
      return .requirements
    }
    let word = reader.word(check, among: [CheckWord.manual, .info], LocalizedText(ko: "점검 방식", en: "check"))
    for entry in deciding + [node.entry("manual_when")].compactMap({ $0 }) where word != nil {
      reader.error(
        "check-decides", at: entry.key.span,
        ko: "`check: \(check.text)`인 규칙에는 `\(entry.key.text)`을(를) 쓰지 않습니다",
        en: "a rule with `check: \(check.text)` has no `\(entry.key.text)`",
        help: LocalizedText(
          ko: "`check:`를 빼거나, 일부만 사람이 판단하면 `manual_when:`을 쓰십시오",
          en: "take `check:` out, or use `manual_when:` if a person decides some cases"))
    }
    switch word {
    case .manual?: return .manual
    case .info?: return .info
    case nil: return .requirements
    }
  }

  private mutating func readJudgement(
    _ node: YAMLNode, _ rule: inout Rule, in names: Scope, _ what: LocalizedText
  ) {
    var shown = names
    if rule.requirements.count == 1, let only = rule.requirements.first, only.id == nil {
      bindSides(of: only, in: &shown)
    }
    rule.manualWhen = node.stated("manual_when").flatMap { expression($0, in: names, expecting: .bool) }
    rule.question = node.stated("question").flatMap { template($0, in: shown) }
    if node.stated("question") == nil, !node.isBroken,
      rule.check == .manual || node.stated("manual_when") != nil
    {
      reader.warning(
        "no-question", at: (node["id"] ?? node).span, ko: "\(what.ko)을(를) 사람이 판단하는데 `question`이 없습니다",
        en: "a person decides \(what.en), but it has no `question`",
        help: LocalizedText(ko: "무엇을 판단할지 `question:`에 쓰십시오", en: "say in `question:` what is to be judged"))
    }
    rule.messageIfNone = node.stated("message_if_none").flatMap { template($0, in: scope) }
    rule.remedyIfNone = node.stated("remedy_if_none").flatMap { template($0, in: scope) }
    rule.cost = node.stated("cost").flatMap { readCost($0, in: shown) }
  }

  private mutating func readCost(_ node: YAMLNode, in scope: Scope) -> Cost? {
    let what = LocalizedText(ko: "시정 비용", en: "a cost")
    guard let read = step(node, in: scope, what) else { return nil }
    guard case .number = read.expression.type else {
      let words = read.expression.type.described(in: environment)
      reader.error(
        "cost-type", at: (node["is"] ?? node).span, ko: "시정 비용에는 수가 필요한데 \(words.ko)입니다",
        en: "a cost is a number, this is \(words.en)",
        help: LocalizedText(ko: "금액을 계산하는 식을 쓰십시오", en: "write an expression that gives an amount"))
      return nil
    }
    let title = read.title ?? LocalizedText(ko: "시정 비용", en: "cost of mending")
    return Cost(title: title, value: addCell("cost", title: title, read.expression))
  }

  private mutating func readWaivable(_ node: YAMLNode) -> Waivable? {
    let what = LocalizedText(ko: "`waivable`", en: "`waivable`")
    guard reader.mapping(node, keys: ["by", "basis"], of: what) else { return nil }
    let by = reader.required("by", in: node, of: what).map { list in
      reader.oneOrMore(list).compactMap { body($0) }
    }
    let basis = reader.required("basis", in: node, of: what).flatMap {
      reader.citation($0, sources: sources)?.text
    }
    guard let by, let basis else { return nil }
    return Waivable(by: by, basis: basis)
  }

  private mutating func body(_ node: YAMLNode) -> String? {
    guard let id = reader.identifier(node, LocalizedText(ko: "기관", en: "a body")) else { return nil }
    let known = bodyIDs + authorityIDs
    if !known.contains(id), let help = reader.suggestion(for: id, among: known) {
      reader.warning(
        "unknown-body", at: node.span, ko: "기관 `\(id)`은(는) 등록부의 기관도 기준의 소관 기관도 아닙니다",
        en: "`\(id)` is neither a body of a register nor the policy's authority", help: help)
    }
    return id
  }
}
