import Diagnostics
import Expressions
import Findings
import Policies

/// Writes the page of one rule or measure in one language.
struct RulePageWriter {
  /// The policy that it belongs to.
  let policy: Policy
  /// The rule, or the measure as a rule that informs.
  let rule: Rule
  /// Whether it is a measure: nothing is asked, a quantity is shown.
  let isMeasure: Bool
  /// The language of the page.
  let language: Language
  /// Names of bodies.
  let bodies: BodyNames
  /// What the tests say of the rule.
  let cases: RuleCases

  /// Widest line of the reading at the end of a page, in cells.
  private static let readingWidth = 100

  /// The page in Markdown.
  var text: String {
    let reading = newest
    var page = MarkdownPage()
    page.add("\(RulePage.mark)\(policy.id) \(rule.id) -->")
    page.add(
      say(
        "<!-- 기준 파일에서 만든 쪽입니다. 기준을 고치고 `audit policy docs`를 다시 실행하십시오. -->",
        "<!-- Made from the policy: change that and run `audit policy docs` again. -->"))
    page.heading(1, "\(rule.id) \(rule.title[language])")
    links(&page)
    head(reading, &page)
    requirement(reading, &page)
    if !isMeasure {
      verdicts(reading, &page)
      relief(reading, &page)
      remedy(reading, &page)
    }
    numbers(reading, &page)
    basis(reading, &page)
    remark("why", say("취지", "Why"), rule.rationale, &page)
    remark("sanction", say("따르지 않으면", "What may follow"), rule.sanction, &page)
    page.heading(2, say("규칙 전문 읽기", "The rule read aloud"), anchor: "reading")
    page.paragraph(
      say(
        "‘audit policy show \(rule.id)’이 보여 주는 글이다. 계산과 사실까지 빠짐없이 적혀 있어 조문과 맞대어 볼 수 있다.",
        "What “audit policy show \(rule.id)” prints: everything, to be compared with the article."))
    page.block(reading.text(width: Self.readingWidth).trimmed)
    return page.text
  }

  /// The text of the page's language.
  func say(_ ko: String, _ en: String) -> String { language == .ko ? ko : en }

  // ── the versions that the page shows ───────────────────────────────────────

  /// The rule read on the first day of its newest version: a page must not depend on the day it is made.
  private var newest: RuleReading {
    let fallback = Day(number: 0)
    let first = reading(on: policy.inForce.intersection(rule.inForce).from ?? fallback)
    let days = changes(of: first)
    let last = policy.inForce.intersection(rule.inForce).to
    guard let newest = days.max() else { return last.map { reading(on: $0) } ?? first }
    return reading(on: last.map { min($0, newest) } ?? newest)
  }

  private func reading(on day: Day) -> RuleReading {
    if isMeasure, let measure = policy.measures.first(where: { $0.id == rule.id }) {
      return RuleReading(policy: policy, measure: measure, day: day, language: language, bodies: bodies)
    }
    return RuleReading(policy: policy, rule: rule, day: day, language: language, bodies: bodies)
  }

  /// First days of all versions of what the rule says and rests on.
  private func changes(of reading: RuleReading) -> [Day] {
    let program = policy.program
    var days = [policy.inForce.from, rule.inForce.from].compactMap { $0 }
    func add<T>(_ history: Dated<T>) { days += history.versions.compactMap(\.from) }
    add(rule.cite)
    add(policy.authority)
    if let text = rule.text { add(text) }
    for cites in rule.requirements.compactMap(\.cites) + rule.exceptions.compactMap(\.cites) { add(cites) }
    days += rule.exceptions.compactMap(\.inForce.from)
    // The day after an exception ended is a new version too.
    days += rule.exceptions.compactMap { $0.inForce.to?.adding(days: 1) }
    for index in reading.meaning.uses.parameters { add(program.parameters[index].history) }
    for index in reading.meaning.uses.tables.keys { add(program.tables[index].history) }
    return days
  }

  // ── the head ───────────────────────────────────────────────────────────────

  private func links(_ page: inout MarkdownPage) {
    let other = language == .ko ? Language.en : .ko
    let name = say("English", "한국어")
    let path = "../" + RulePageAddress.encoded(RulePageAddress.path(of: rule.id, other))
    page.add("")
    page.add("[\(say("규칙 목록", "All rules"))](\(RulePageAddress.index)) · [\(name)](\(path))")
  }

  private func head(_ reading: RuleReading, _ page: inout MarkdownPage) {
    let period = policy.inForce.intersection(rule.inForce)
    var rows = [
      [say("기준", "Policy"), "\(policy.title[language]) (\(policy.id) \(policy.version))"],
      [say("소관", "Authority"), author(reading)],
      [say("성격", "Nature"), reading.nature],
      [say("근거", "Basis"), reading.text(of: rule.cite)],
      [
        say("시행", "In force"),
        reading.words(from: period.from, to: period.to) ?? say("기간의 정함 없음", "without a period"),
      ],
      [say("문안 확인", "Approval"), approval(reading)],
    ]
    if !changes(of: reading).isEmpty {
      rows.append([
        say("쪽에 적은 판", "Version on this page"), reading.words(from: reading.day, to: nil) ?? "",
      ])
    }
    if let replaces = rule.replaces { rows.append([say("갈음하는 규칙", "Takes the place of"), replaces]) }
    page.table([say("항목", "Item"), say("내용", "Content")], rows)
    if let note = rule.legal.note { page.paragraph(note[language]) }
    if !rule.legal.isVerified { page.paragraph(say("원문과 대조하지 않았다.", "Not checked against the source.")) }
  }

  /// A text that nobody has confirmed has no author.
  private func author(_ reading: RuleReading) -> String {
    rule.legal.status == .reportedUnconfirmed
      ? say("기관 미확인", "not confirmed by any body") : reading.text(of: reading.authorNames)
  }

  private func approval(_ reading: RuleReading) -> String {
    if let review = policy.review, review.status == "approved" {
      var words = say("승인", "approved")
      let by = review.by.map { bodies.name(of: $0, on: review.on ?? reading.day)[language] }
      let details = [by, review.on.map { reading.words($0) }, review.document].compactMap { $0 }
      if !details.isEmpty { words += " (\(details.joined(separator: ", ")))" }
      return words
    }
    if rule.legal.status == .reportedUnconfirmed { return say("승인한 기관이 없음", "approved by no body") }
    return reading.approval.isEmpty
      ? say("기관의 기준이 아님", "no body's standard")
      : say("소관 기관의 승인을 받지 않은 문안", "wording not approved by the authority")
  }

  // ── what is asked ──────────────────────────────────────────────────────────

  private func requirement(_ reading: RuleReading, _ page: inout MarkdownPage) {
    if isMeasure {
      page.heading(2, say("지표", "Measure"), anchor: "requirement")
      page.outline { reading.requirement(&$0) }
    } else if let text = rule.text {
      page.heading(2, say("요구 사항", "Requirement"), anchor: "requirement")
      page.paragraph(reading.text(of: text))
      if text.versions.count > 1 { page.items(reading.history(text) { $0[language] }) }
    }
    page.heading(2, say("적용 대상", "What it applies to"), anchor: "scope")
    page.outline { reading.scope(&$0) }
    if !(reading.meaning.definitions + reading.meaning.steps).isEmpty {
      page.heading(2, say("용어와 계산", "Terms and computations"), anchor: "terms")
      page.outline { reading.definitions(&$0) }
    }
  }

  private func verdicts(_ reading: RuleReading, _ page: inout MarkdownPage) {
    page.heading(2, say("충족하는 경우", "When it is met"), anchor: "complies")
    page.outline { reading.requirement(&$0) }
    tested(.pass, &page)
    page.heading(2, say("충족하지 못하는 경우", "When it is not met"), anchor: "does-not-comply")
    let said =
      reading.meaning.demands.compactMap(\.message) + [reading.meaning.messageIfNone].compactMap { $0 }
    if rule.check == .requirements {
      let word = rule.legal.effect.failureWord[language]
      page.paragraph(
        say(
          "위의 요건에 어긋나면 결과는 ‘\(word)’이다.",
          "Where the requirement above does not hold the outcome is “\(word)”."))
    }
    if !said.isEmpty {
      page.paragraph(say("보고서에는 이렇게 적힌다([ ] 안에는 값이 들어간다).", "A report says (values stand in the brackets):"))
      page.items(said.map { plain(reading.wording.text($0)) })
    }
    tested(.fail, &page)
    let others = Outcome.allCases.filter { $0 != .pass && $0 != .fail && !cases[$0].isEmpty }
    guard reading.meaning.manualWhen != nil || reading.meaning.question != nil || !others.isEmpty else {
      return
    }
    page.heading(2, say("그 밖의 결과", "Other outcomes"), anchor: "other-outcomes")
    if reading.meaning.manualWhen != nil || reading.meaning.question != nil {
      page.outline { reading.judgement(&$0) }
    }
    for outcome in others { tested(outcome, &page) }
  }

  /// Names of the test cases with an outcome.
  private func tested(_ outcome: Outcome, _ page: inout MarkdownPage) {
    let names = cases[outcome]
    guard !names.isEmpty else { return }
    let word = outcome == .fail ? rule.legal.effect.failureWord[language] : outcome.word[language]
    page.paragraph(
      say(
        "시험에서 ‘\(word)’인 사례:",
        "Cases of the policy's tests, as they are named there, with the outcome “\(word)”:"))
    page.items(names)
  }

  private func relief(_ reading: RuleReading, _ page: inout MarkdownPage) {
    guard !reading.meaning.reliefs.isEmpty || rule.waivable != nil else { return }
    page.heading(2, say("예외와 입증자료", "Exceptions and their proof"), anchor: "exceptions")
    page.outline { reading.exceptions(&$0) }
  }

  private func remedy(_ reading: RuleReading, _ page: inout MarkdownPage) {
    let words =
      reading.meaning.demands.compactMap(\.remedy) + [reading.meaning.remedyIfNone].compactMap { $0 }
    guard !words.isEmpty || reading.meaning.cost != nil else { return }
    page.heading(2, say("고치는 법", "How to comply"), anchor: "remedy")
    page.items(words.map { plain(reading.wording.text($0)) })
    if let cost = reading.meaning.cost, let title = rule.cost?.title {
      page.paragraph("\(title[language]): \(plain(reading.wording.value(cost)))")
    }
  }

  private func remark(
    _ anchor: String, _ heading: String, _ text: LocalizedText?, _ page: inout MarkdownPage
  ) {
    guard let text else { return }
    page.heading(2, heading, anchor: anchor)
    page.paragraph(text[language])
  }

  /// A sentence whose lists, if it has any, stand in brackets within it.
  func plain(_ prose: Prose) -> String {
    let lists = prose.lists
    return prose.text { place in
      "(" + lists[place].items.map { plain($0) }.joined(separator: "; ") + ")"
    }
  }
}

extension String {
  /// Without the line feeds at its end.
  fileprivate var trimmed: String {
    var text = self
    while text.hasSuffix("\n") { text.removeLast() }
    return text
  }
}
