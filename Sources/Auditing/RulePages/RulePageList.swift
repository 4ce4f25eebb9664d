import Diagnostics
import Expressions
import Findings
import Policies

/// The page that lists all rules and measures of one language, policy by policy.
struct RulePageList {
  /// The policies in their order.
  let policies: [Policy]
  /// The language of the page.
  let language: Language
  /// Names of bodies.
  let bodies: BodyNames

  /// The page in Markdown.
  var text: String {
    var page = MarkdownPage()
    page.add("\(RulePage.mark)index -->")
    page.add(
      say(
        "<!-- 기준 파일에서 만든 쪽입니다. 기준을 고치고 `audit policy docs`를 다시 실행하십시오. -->",
        "<!-- Made from the policies: change those and run `audit policy docs` again. -->"))
    page.heading(1, say("규칙", "Rules"))
    let other = language == .ko ? Language.en : .ko
    page.add("")
    page.add("[\(say("English", "한국어"))](../\(other.rawValue)/\(RulePageAddress.index))")
    page.paragraph(
      say(
        "기준마다 규칙과 지표의 쪽을 모았다. 각 쪽에는 요구 사항, 근거와 연혁, 충족하는 경우와 아닌 경우, 예외와 입증자료, 고치는 법이 있다. 점검 결과는 적힌 사실만을 본 것이며 처분이나 유권해석이 아니다.",
        "The pages of all rules and measures, policy by policy: what is asked, basis and history, when it is met and when not, exceptions and their proof, how to comply. An audit checks the stated facts only; it is neither a decision nor a legal interpretation."
      ))
    for policy in policies { list(policy, &page) }
    return page.text
  }

  private func list(_ policy: Policy, _ page: inout MarkdownPage) {
    page.heading(2, policy.title[language], anchor: policy.id)
    var facts = ["\(policy.id) \(policy.version)", policy.legal.status.label[language]]
    if policy.legal.status != .reportedUnconfirmed, let author = policy.authority.versions.last?.value.name {
      facts.append(author[language])
    }
    if policy.review?.status == "approved" {
      facts.append(say("승인된 문안", "approved wording"))
    } else if policy.authority.versions.contains(where: { $0.value.id != Authority.toolID }) {
      facts.append(say("승인을 받지 않은 문안", "wording not approved"))
    }
    page.paragraph(facts.joined(separator: " · "))
    if let note = policy.legal.note { page.paragraph(note[language]) }
    let rules = policy.rules.map { rule in
      [
        "[\(MarkdownPage.escaped(rule.id, isCell: true))](\(RulePageAddress.encoded(RulePageAddress.file(of: rule.id))))",
        cell(rule.title[language]), cell(rule.cite.versions.last?.value[language] ?? ""),
        cell(rule.severity.label[language]), cell(rule.legal.status.label[language]),
      ]
    }
    let measures = policy.measures.map { measure in
      [
        "[\(MarkdownPage.escaped(measure.id, isCell: true))](\(RulePageAddress.encoded(RulePageAddress.file(of: measure.id))))",
        cell(measure.title[language]), cell(measure.cite?[language] ?? ""), say("지표", "measure"),
        cell(policy.legal.status.label[language]),
      ]
    }
    guard !rules.isEmpty || !measures.isEmpty else { return }
    page.add("")
    page.add(
      "| "
        + [
          say("규칙", "Rule"), say("제목", "Title"), say("근거", "Basis"), say("중요도", "Severity"),
          say("성격", "Status"),
        ].joined(separator: " | ") + " |")
    page.add("| --- | --- | --- | --- | --- |")
    for row in rules + measures { page.add("| " + row.joined(separator: " | ") + " |") }
  }

  private func cell(_ text: String) -> String { MarkdownPage.escaped(text, isCell: true) }

  private func say(_ ko: String, _ en: String) -> String { language == .ko ? ko : en }
}
