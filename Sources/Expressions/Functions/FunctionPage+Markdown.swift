package import Diagnostics

extension FunctionPage {
  /// The whole page as `docs/functions.md` has it.
  package func markdown(_ language: Language) -> String {
    var text = Self.opening[language] + "\n"
    for topic in ManualTopic.allCases {
      let names = entries.filter { $0.manual.topic == topic }.map { "`\($0.name)`" }.joined(separator: " ")
      text += "- [\(topic.title[language])](#\(Self.anchor(topic.title[language]))): \(names)\n"
    }
    text += "\n" + Self.reading[language] + "\n\n```yaml\n" + ManualSample.facts + "\n```\n\n```yaml\n"
    text += ManualSample.policy + "\n```\n"
    for topic in ManualTopic.allCases {
      text += "\n## \(topic.title[language])\n"
      if let note = topic.note { text += "\n\(note[language])\n" }
      for entry in entries where entry.manual.topic == topic { text += "\n" + entry.markdown(language) }
    }
    return text
  }

  /// The link to a heading, as the usual renderers make it.
  private static func anchor(_ heading: String) -> String {
    let kept = heading.lowercased().unicodeScalars.filter {
      $0.properties.isAlphabetic || $0 == " " || $0 == "-"
    }
    return String(String.UnicodeScalarView(kept)).split(separator: " ").joined(separator: "-")
  }

  private static let opening = LocalizedText(
    ko: """
      <!-- Scripts/generate가 쓴 글입니다. Sources/Expressions/Functions의 설명을 고치십시오. -->
      # 함수와 식

      기준의 식에 쓸 수 있는 모든 함수와 형식입니다. 식이 기준 파일의 어디에 오는지는 [정책 언어](policy-language.md)에 있습니다. `audit functions`는 이 목록을, `audit functions 이름`은 하나를
      보여 줍니다.

      """,
    en: """
      <!-- Written by Scripts/generate: change the texts in Sources/Expressions/Functions instead. -->
      # Functions and forms

      Everything that an expression of a policy may use. Where expressions stand in a policy file is said in
      [the policy language](policy-language.md). `audit functions` prints this list, `audit functions NAME` one entry.

      """)

  private static let reading = LocalizedText(
    ko: """
      **읽는 법.** 위의 상자는 쓰는 꼴이며, 앞에 점이 있는 것(`text.size()`)은 값 뒤에 붙여 부릅니다. `…`는 더 적을 수 있다는 뜻입니다. **모를 때**는 적혀 있지 않거나, 범위만 알거나(`at_least`, `at_most`), 자료가 엇갈리는
      (`either`) 사실이 있을 때 어떻게 되는지입니다. **오류**가 나면 그 항목의 결과는 기준 오류입니다. 보기는 모두 시험으로 돌려 확인하며, 다음의 보상안과 기준을 읽습니다. `incident.days`와 둘째 보상의 `count`는 적혀 있지
      않습니다. 달력은 한국 시간(+09:00)이고 토요일과 일요일이 휴일이며, 첫날을 세지 않고 휴일인 마지막 날은 다음 날로 밉니다.
      """,
    en: """
      **How to read it.** The box shows how it is written; what has a dot before it (`text.size()`) is called on a value, and `…` stands
      for more of the same. **Unknown facts** says what happens where a fact is not stated, only bounded (`at_least`, `at_most`) or disputed
      (`either`). After an **error** the rule's outcome is `error`. All examples are run as tests; they read the scheme and the policy
      below. `incident.days` and the second award's `count` are not stated. Their calendar is at +09:00 with Saturdays and Sundays
      off, does not count the first day and moves a last day on a holiday.
      """)
}

extension FunctionEntry {
  /// The entry under its heading.
  fileprivate func markdown(_ language: Language) -> String {
    var text = "### `\(name)`\n\n```text\n" + forms.joined(separator: "\n") + "\n```\n\n"
    text += manual.summary[language] + (manual.notes.map { " " + $0[language] } ?? "") + "\n"
    let items =
      manual.parameters.map { "- `\($0.name)`: \(described($0)[language])" }
      + remarks.map { "- **\($0.label[language])**: \($0.text[language])" }
    if !items.isEmpty { text += "\n" + items.joined(separator: "\n") + "\n" }
    let width = manual.examples.map { DisplayWidth.of($0.expression) }.filter { $0 <= 60 }.max() ?? 0
    text += "\n```text\n"
    for example in manual.examples {
      let padding = max(0, width - DisplayWidth.of(example.expression))
      text +=
        example.expression + String(repeating: " ", count: padding)
        + "  →  \(example.shownResult(language))\n"
    }
    return text + "```\n"
  }
}
