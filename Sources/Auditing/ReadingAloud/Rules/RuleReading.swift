import Diagnostics
import Expressions
import Findings
import Policies

/// One rule in plain sentences, for people who compare it with the article it restates.
package struct RuleReading: Sendable {
  /// The policy that it belongs to.
  let policy: Policy
  /// The rule, or the measure as a rule that informs.
  let rule: Rule
  /// Whether a measure is read: nothing is asked, a quantity is shown.
  let isMeasure: Bool
  /// The day whose versions it shows.
  let day: Day
  /// The language that it is read in.
  let language: Language
  /// What the rule says, before it has words.
  let meaning: RuleMeaning
  /// Gives conditions and values words.
  let wording: Wording
  /// What facts, parameters and tables are called.
  let names: NameBook
  /// Names of bodies.
  let bodies: BodyNames

  /// Reads one of the policy's rules.
  init(policy: Policy, rule: Rule, day: Day, language: Language, bodies: BodyNames) {
    self.init(policy: policy, rule: rule, isMeasure: false, day: day, language: language, bodies: bodies)
  }

  /// Reads one of the policy's measures.
  init(policy: Policy, measure: Measure, day: Day, language: Language, bodies: BodyNames) {
    self.init(
      policy: policy, rule: measure.asRule(of: policy), isMeasure: true, day: day, language: language,
      bodies: bodies)
  }

  private init(
    policy: Policy, rule: Rule, isMeasure: Bool, day: Day, language: Language, bodies: BodyNames
  ) {
    let names = NameBook(policy: policy, rule: rule, day: day)
    self.policy = policy
    self.rule = rule
    self.isMeasure = isMeasure
    self.day = day
    self.language = language
    self.names = names
    self.bodies = bodies
    meaning = RuleMeaning(policy: policy, rule: rule, names: names)
    wording = Wording(language: language, units: policy.program.environment.units)
  }

  /// The reading as plain text, no line wider than `width` cells.
  package func text(width: Int) -> String {
    var page = Layout(width: width)
    heading(&page)
    if let text = rule.text {
      page.section(say("문언", "Wording"))
      page.add(Prose(self.text(of: text)), language)
      let older = text.versions.count > 1 ? history(text) { $0[language] } : []
      for line in older { page.fill(line, first: "    ", hang: 6) }
    }
    scope(&page)
    definitions(&page)
    requirement(&page)
    exceptions(&page)
    judgement(&page)
    numbers(&page)
    tables(&page)
    facts(&page)
    texts(&page)
    remark(say("취지", "Why"), rule.rationale, &page)
    remark(say("제재", "Sanction"), rule.sanction, &page)
    legend(&page)
    return page.lines.joined(separator: "\n") + "\n"
  }

  /// The text of the reading's language.
  func say(_ ko: String, _ en: String) -> String { language == .ko ? ko : en }

  /// The words of one language; the other is not put together.
  func said(_ ko: @autoclosure () -> Prose, _ en: @autoclosure () -> Prose) -> Prose {
    language == .ko ? ko() : en()
  }

  /// A day in words.
  func words(_ day: Day) -> String { DateText.day(day.iso, language) }

  /// From and to in words; nil where both are open.
  func words(from: Day?, to: Day?) -> String? {
    switch (from, to) {
    case (nil, nil): nil
    case (let from?, nil): say("\(words(from))부터", "from \(words(from))")
    case (nil, let to?): say("\(words(to))까지", "until \(words(to))")
    case (let from?, let to?):
      say("\(words(from))부터 \(words(to))까지", "from \(words(from)) to \(words(to))")
    }
  }

  /// What holds on the day; before the first version and after the last one the nearest.
  func text(of history: Dated<LocalizedText>) -> String {
    let begun = history.versions.last { $0.from.map { $0 <= day } ?? true } ?? history.versions.first
    return begun?.value[language] ?? ""
  }

  /// Where something stands, with the citations of other days where there are several.
  func citation(_ cites: Dated<LocalizedText>) -> String {
    guard cites.versions.count > 1 else { return text(of: cites) }
    return "\(text(of: cites)) [\(history(cites) { $0[language] }.joined(separator: "; "))]"
  }

  /// What narrows a version: unverified, the tool's own, a note.
  func marks(_ provenance: Provenance) -> [String] {
    var marks: [String] = []
    if provenance.isDefault { marks.append(say("도구의 기본값", "the tool's own default")) }
    if !provenance.isVerified { marks.append(say("원문과 대조하지 않음", "not checked against the source")) }
    if let tightened = provenance.tightened { marks.append(tightened[language]) }
    if let note = provenance.note { marks.append(note[language]) }
    return marks
  }

  /// One line for each version: its days, what it is, where it stands.
  func history<T>(_ history: Dated<T>, _ show: (T) -> String) -> [String] {
    history.versions.enumerated().map { index, version in
      var line = show(version.value)
      if let cite = version.provenance.cite, cite[language] != line {
        line += say("; 근거 ", "; basis ") + cite[language]
      }
      let marks = marks(version.provenance)
      if !marks.isEmpty { line += " (\(marks.joined(separator: "; ")))" }
      guard let days = words(from: version.from, to: history.lastDay(of: index)) else { return line }
      return "\(days): \(line)"
    }
  }

  // MARK: What the rule is

  /// What kind of text it is and what a failure is called.
  var nature: String {
    let status = rule.legal.status.label[language]
    let failure = rule.legal.effect.failureWord[language]
    guard !isMeasure else {
      return say("\(status), 지표(판정하지 아니하고 값을 알림)", "\(status); a measure (shown, not decided)")
    }
    return say(
      "\(status), 충족하지 못하면 ‘\(failure)’, 중요도 \(rule.severity.label.ko)",
      "\(status); a failure is called “\(failure)”; severity \(rule.severity.label.en)")
  }

  /// The names that the policy's author has borne.
  var authorNames: Dated<LocalizedText> {
    Dated(
      versions: policy.authority.versions.map {
        Dated<LocalizedText>.Version(
          from: $0.from, to: $0.to, value: $0.value.name, provenance: $0.provenance)
      })
  }

  /// Says that no body has approved the policy's wording, where there is a body that could have; else empty.
  var approval: String {
    let isTool = policy.authority.versions.allSatisfy { $0.value.id == Authority.toolID }
    guard policy.review?.status != "approved", !isTool else { return "" }
    return policy.legal.status == .reportedUnconfirmed
      ? say("이 문안을 승인한 기관이 없음", "no body has approved this wording")
      : say("이 문안은 소관 기관의 승인을 받지 않았음", "which has not approved this wording")
  }

  /// The days on which it holds, in words.
  var force: String {
    let period = policy.inForce.intersection(rule.inForce)
    let force = words(from: period.from, to: period.to) ?? say("기간의 정함 없음", "without a period")
    return period.contains(day)
      ? force : force + say(" (표시 시점에는 시행되지 않음)", " (not in force on the day shown)")
  }

  private func heading(_ page: inout Layout) {
    page.fill("\(rule.id) — \(rule.title[language])", first: "", hang: 0)
    page.add("")
    row(say("기준", "Policy"), "\(policy.title[language]) (\(policy.id) \(policy.version))", &page)
    let body = text(of: authorNames)
    row(say("소관", "Authority"), approval.isEmpty ? body : "\(body) (\(approval))", &page)
    let names = authorNames.versions.count > 1 ? history(authorNames) { $0[language] } : []
    for line in names { page.fill(line, first: "    ", hang: 6) }
    row(say("근거", "Basis"), text(of: rule.cite), &page)
    let older = rule.cite.versions.count > 1 ? history(rule.cite) { $0[language] } : []
    for line in older { page.fill(line, first: "    ", hang: 6) }
    row(say("성격", "Nature"), nature, &page)
    if let note = rule.legal.note { page.fill(note[language], first: "    ", hang: 6) }
    row(say("시행", "In force"), force, &page)
    row(say("표시 시점", "Shown as of"), words(day), &page)
  }

  /// A text of the policy under a heading, where there is one.
  func remark(_ heading: String, _ text: LocalizedText?, _ page: inout Layout) {
    guard let text else { return }
    page.section(heading)
    page.add(Prose(text[language]), language)
  }

  private func row(_ label: String, _ text: String, _ page: inout Layout) {
    let wide = language == .ko ? 11 : 13
    let space = String(repeating: " ", count: max(1, wide - DisplayWidth.of(label)))
    page.fill(text, first: "  \(label)\(space)", hang: 2 + wide)
  }

  /// The date that picks versions, the subjects, and when the rule applies at all.
  func scope(_ page: inout Layout) {
    page.section(say("적용", "Scope"))
    page.add(
      said(
        "\(wording.value(meaning.asOf, ("을", "를"))) 기준일로 하여 그 날의 기준을 적용한다.",
        "The law of this date applies: \(wording.value(meaning.asOf))."), language)
    if !rule.appliesPerSubject { gate(&page) }
    for (element, list) in meaning.subjects {
      let called = wording.name(of: element)
      let particle = KoreanParticle.pick(after: called, ("이라", "라"))
      page.add(
        said(
          "\(wording.each(of: list)) 판단한다(이하 그 하나를 ‘\(called)’\(particle) 한다).",
          "It is decided for \(wording.each(of: list)) (“\(called)” below)."), language)
    }
    if meaning.subjects.isEmpty {
      page.add(
        Prose(say("보상안 전체에 대하여 한 번 판단한다.", "It is decided once, for the scheme as a whole.")), language)
    } else {
      let outcome = rule.ifNone == .fail ? rule.legal.effect.failureWord : rule.ifNone.word
      page.add(
        Prose(
          say(
            "판단할 대상이 하나도 없으면 결과는 ‘\(outcome.ko)’\(KoreanParticle.pick(after: outcome.ko, ("으로", "로"))) 한다.",
            "If there is none, the outcome is “\(outcome.en)”.")),
        language)
      lowerLists(&page)
    }
    if rule.appliesPerSubject { gate(&page) }
    if let replaces = rule.replaces {
      page.add(Prose(say("종전의 \(replaces)을(를) 갈음한다.", "It takes the place of \(replaces).")), language)
    }
  }

  /// What an empty list below the outermost means, where the rule says so.
  private func lowerLists(_ page: inout Layout) {
    for (level, list) in rule.subjects.enumerated().dropFirst() where level < meaning.subjects.count {
      guard let stated = list.ifNone else { continue }
      let outcome = stated == .fail ? rule.legal.effect.failureWord : stated.word
      let outer = wording.name(of: meaning.subjects[level - 1].0)
      let inner = wording.name(of: meaning.subjects[level].0)
      let subject = KoreanParticle.pick(after: inner, ("이", "가"))
      let result = KoreanParticle.pick(after: outcome.ko, ("으로", "로"))
      page.add(
        Prose(
          say(
            "‘\(outer)’에 판단할 ‘\(inner)’\(subject) 하나도 없으면 그에 대한 결과는 ‘\(outcome.ko)’\(result) 한다.",
            "If there is no “\(inner)” for “\(outer)”, the outcome for it is “\(outcome.en)”.")),
        language)
    }
  }

  private func gate(_ page: inout Layout) {
    guard let gate = meaning.gate else { return }
    page.add(
      said("\(wording.given(gate)) 경우에만 적용한다.", "It applies only where \(wording.given(gate))."), language)
  }

  /// Definitions and steps that it uses, in their order.
  func definitions(_ page: inout Layout) {
    let steps = meaning.definitions + meaning.steps
    guard !steps.isEmpty else { return }
    page.section(say("용어와 계산", "Terms and computations"))
    for step in steps { page.add(sentence(step), language) }
  }

  /// A definition or step with what it is: `〈name〉: value (unit).`
  func sentence(_ step: RuleMeaning.Step) -> Prose {
    let title = "〈\(step.name.text[language])〉"
    let unit = step.unit.map { code in
      say(" (단위: \(wording.unit(code)))", " (in \(wording.unit(code)))")
    }
    return "\(title): \(wording.value(step.value))\(unit ?? "")."
  }
}

extension Layout {
  /// A heading after a blank line.
  mutating func section(_ heading: String) {
    add("")
    add(heading)
  }
}
