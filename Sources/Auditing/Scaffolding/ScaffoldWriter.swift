import Diagnostics
import Schemes

/// Writes the files of a new policy, with remarks in Korean and English for an author who does not program.
struct ScaffoldWriter {
  /// The policy's id.
  let id: String
  /// Id of its rule.
  let rule: String
  /// Its title.
  let title: LocalizedText
  /// The vocabulary of its schemes.
  let vocabulary: Vocabulary
  /// The fact that the rule asks about.
  let fact: ScaffoldFact
  /// The fact by whose day versions are picked; nil: the scheme states none that could.
  let date: ScaffoldDate?
  /// Id of a calendar of the set, if it has one.
  let calendar: String?

  /// First day of the new policy, in the examples of all its dates.
  private static let firstDay = "2026-01-01"
  /// The day before.
  private static let dayBefore = "2025-12-31"
  /// A day on which the new policy is in force.
  private static let laterDay = "2026-06-01"

  /// The files in the order in which they are read.
  var files: [PolicyScaffold.File] {
    [
      PolicyScaffold.File(name: "policy.yaml", text: policy),
      PolicyScaffold.File(name: "tests.yaml", text: tests),
      PolicyScaffold.File(name: "base.yaml", text: base),
    ]
  }

  // ── the policy ─────────────────────────────────────────────────────────────

  private var policy: String {
    """
    format: guideline_policy/1
    # 새 기준입니다. ‘(적을 것)’이 있는 곳을 조문에 맞게 고치고 `audit policy test`를 다시 돌리십시오.
    # A new policy. Replace what says "(fill in)" by what the text says, then run `audit policy test` again.
    id: \(id)
    version: 0.1.0
    title: {ko: \(quoted(title.ko)), en: \(quoted(title.en))}
    vocabulary: \(vocabulary.id)

    # 누가 정한 글인가: 등록부에 있는 기관의 id, 또는 여기처럼 이름을 바로 적습니다.
    # Who issued the text: the id of a body in a register, or its name in place, as here.
    authority: {id: \(id).author, ko: (적을 것) 기관 이름, en: (fill in) name of the body}

    # 어떤 성격의 글인가. 성격이 ‘미달’을 부르는 말을 정합니다(docs/ko/verdicts.md).
    # What kind of text it is, which decides the word for a failure (docs/verdicts.md):
    #   statute decree notice · terms · criterion · guideline recommendation · interpretation precedent
    #   proposed bill reported_unconfirmed · good_practice illustrative tool_default
    # illustrative는 보기로 만든 것이라는 뜻입니다. verified: false는 원문과 대조하지 않았다는 뜻입니다.
    # illustrative: made up as an example. verified: false: not compared with the source.
    legal: {status: illustrative, verified: false}

    # 근거를 적을 때(cite) 앞에 쓸 이름: ‘text 제1조’
    # What a citation (cite) may begin with: "text art. 1"
    sources:
      text: {cite: {ko: (적을 것) 글의 이름, en: (fill in) name of the text}, verified: false}

    # 시행일. 끝나는 날이 있으면 {from: …, to: …}
    # First day; with a last day {from: …, to: …}
    in_force: {from: \(Self.firstDay)}

    \(asOf)
    # 날을 세는 규칙(days_after 등)을 쓰려면 달력을 밝힙니다. To count days, name a calendar:
    \(date?.isMoment == true ? "" : "# ")calendar: \(calendar ?? "kr")
    \(parameters)
    rules:
      - id: \(rule)                     # 한번 정하면 바꾸지 않습니다 · never changes
        title: {ko: \(quoted(ruleTitle.ko)), en: \(quoted(ruleTitle.en))}
        cite: {ko: text 제1조, en: "text art. 1"}
        # 요구하는 것을 쉬운 말로 · what is asked, in plain words
        text:
          ko: (적을 것) 조문이 요구하는 것을 쉬운 말로 적습니다.
          en: (fill in) What the article asks, in plain words.
        severity: major                 # critical major minor note
    \(subjects)    # 무엇이 성립해야 하는가 · what must hold
        require: \(condition)
        # 예외가 있으면: 어떤 때에(when), 무엇으로 보이는가(proof: 자료를 적는 사실). 없으면 지우십시오.
        # An exception: where (when), and shown by what (proof: the fact that names the document). Else delete this.
        # exceptions:
        #   - id: \(rule).X1
        #     title: {ko: 예외의 이름, en: name of the exception}
        #     when: …
        #     proof: …
        # 보고서에 적을 말. { } 안에는 값이 들어갑니다. What reports say; values stand in the braces.
        message:
          ko: \(quoted(message.ko))
          en: \(quoted(message.en))
        remedy:
          ko: \(quoted(remedy.ko))
          en: \(quoted(remedy.en))

    """
  }

  private var asOf: String {
    guard let date else {
      return """
        # 어느 날의 기준을 적용하는가. 이 용어집의 보상안은 날짜를 적지 않으므로 한 날로 정해 둡니다.
        # The day whose versions count. Schemes of this vocabulary state no date, so it is fixed.
        as_of: date('\(Self.laterDay)')
        """
    }
    return """
      # 어느 날의 기준을 적용하는가: 〈\(date.label.ko)〉
      # The day whose versions count: \(date.label.en)
      as_of: \(date.expression)
      """
  }

  private var parameters: String {
    let (name, title, rest): (String, LocalizedText, String)
    switch fact.question {
    case .atMost(let unit):
      (name, title) = ("limit", LocalizedText(ko: "상한", en: "limit"))
      rest = unit.map { "    unit: \($0)\n" } ?? ""
    case .by:
      (name, title) = ("last_day", LocalizedText(ko: "기한", en: "last day"))
      rest = "    type: date\n"
    case .holds, .member, .stated: return ""
    }
    return """

      # 조문의 수와 날짜는 모두 여기에 적고 근거를 붙입니다. 바뀌면 줄을 더합니다: 그 전의 일에는 그 전의 값이 쓰입니다.
      # Every number and date of the text stands here, with its source. When it changes, add a line: what happened
      # before keeps the value of its day. default: true says that the number is made up, not taken from a text.
      parameters:
        \(name):
          title: {ko: \(title.ko), en: \(title.en)}
      \(rest)    stricter: lower
          history:
            - {from: \(Self.firstDay), value: \(fact.met), cite: {ko: text 제1조, en: "text art. 1"}, default: true}

      """
  }

  private var subjects: String {
    guard let record = fact.record, let list = fact.listPath else { return "" }
    return """
          # 무엇마다 판단하는가 · of what it is asked, one by one
          for_each: {as: \(record), in: \(list)}

      """
  }

  private var condition: String {
    switch fact.question {
    case .atMost: "\(fact.name) <= p.limit"
    case .by: "\(fact.name) <= p.last_day"
    case .holds: fact.name
    case .member(let member): "\(fact.name) == '\(member)'"
    case .stated: "stated(\(fact.name))"
    }
  }

  private var ruleTitle: LocalizedText {
    LocalizedText(ko: "(적을 것) \(fact.label.ko)", en: "(fill in) \(fact.label.en)")
  }

  private var message: LocalizedText {
    let label = LocalizedText(ko: braced(fact.label.ko), en: braced(fact.label.en))
    switch fact.question {
    case .atMost:
      return LocalizedText(
        ko: "\(label.ko): {\(fact.name)}. 상한은 {p.limit}입니다.",
        en: "\(label.en): {\(fact.name)}. The limit is {p.limit}.")
    case .by:
      return LocalizedText(
        ko: "\(label.ko): {\(fact.name)}. 기한은 {p.last_day}입니다.",
        en: "\(label.en): {\(fact.name)}. The last day is {p.last_day}.")
    case .holds, .member, .stated:
      return LocalizedText(
        ko: "\(label.ko): 요구하는 것과 다릅니다. (적을 것)", en: "\(label.en): not as required. (fill in)")
    }
  }

  private var remedy: LocalizedText {
    let label = LocalizedText(ko: braced(fact.label.ko), en: braced(fact.label.en))
    return LocalizedText(
      ko: "\(label.ko): 기준에 맞게 고치십시오. (적을 것)", en: "\(label.en): change it to what is required. (fill in)")
  }

  // ── tests ──────────────────────────────────────────────────────────────────

  private var tests: String {
    let finding = quoted(rule + fact.subject)
    let path = quoted(fact.path)
    let isLimit: Bool
    switch fact.question {
    case .atMost, .by: isLimit = true
    case .holds, .member, .stated: isLimit = false
    }
    var text = """
      format: guideline_test/1
      # 기준의 시험입니다. 경계의 양쪽과, 사실을 적지 않은 경우를 모두 적습니다.
      # Tests of the policy: both sides of every boundary, and every needed fact left out once.
      policy: \(id)
      base: base.yaml
      cases:
        - name: \(isLimit ? "기준값 그대로이면 충족 · met at the limit" : "충족 · met")
          set: {\(path): \(fact.met)}
          expect: {\(finding): pass}
        - name: \(isLimit ? "기준값을 넘으면 미달 · not met beyond it" : "미달 · not met")
          set: {\(path): \(fact.unmet)}
          expect: {\(finding): fail}
        - name: 적지 않으면 자료 보완 필요 · more information needed while it is not stated
          set: {\(path): ABSENT}
          expect: {\(finding): {outcome: unknown, missing: [\(path)]}}

      """
    if let list = fact.listPath {
      text += """
          - name: 대상이 없으면 해당 없음 · not applicable where there is none
            set: {\(quoted(list)): []}
            expect: {\(rule): not_applicable}

        """
    }
    // Without a fact that states the day, the case itself says by which law it goes.
    func on(_ day: String) -> String {
      date.map { "set: {\(quoted($0.path)): \($0.value(day))}" } ?? "as_of: \(day)"
    }
    text += """
        - name: 시행 전날에는 적용하지 않음 · not in force on the day before
          \(on(Self.dayBefore))
          expect: {\(rule): not_in_force}
        - name: 시행 첫날부터 적용 · in force from the first day
          \(on(Self.firstDay))
          expect: {\(finding): pass}

      """
    return text
  }

  // ── the base ───────────────────────────────────────────────────────────────

  private var base: String {
    var lines = [
      "format: \(vocabulary.format)",
      "# 시험이 바꾸어 보는 보상안(가공). 시험에 필요한 사실만 적습니다.",
      "# An invented scheme that the tests vary. It states what the tests need and nothing else.",
    ]
    var open: [Substring] = []
    func write(_ path: String, _ value: String?) {
      let words = path.split(separator: ".")
      let shared = zip(open, words.dropLast()).prefix { $0 == $1 }.count
      for depth in shared..<words.count {
        let isLast = depth == words.count - 1
        let rest = isLast ? value.map { " " + $0 } ?? "" : ""
        lines.append(String(repeating: "  ", count: depth) + words[depth] + ":" + rest)
      }
      open = Array(words.dropLast())
    }
    if let date { write(date.path, date.value(Self.laterDay)) }
    guard let list = fact.listPath else {
      write(fact.path, fact.met)
      return lines.joined(separator: "\n") + "\n"
    }
    write(list, nil)
    let indent = String(repeating: "  ", count: list.split(separator: ".").count)
    var words = fact.name.split(separator: ".").dropFirst()
    var element = fact.key.map { ["\($0.name): \($0.value)"] } ?? []
    var depth = 0
    while let word = words.popFirst() {
      element.append(
        String(repeating: "  ", count: depth) + word + ":" + (words.isEmpty ? " \(fact.met)" : ""))
      depth += 1
    }
    for (number, line) in element.enumerated() {
      lines.append(indent + (number == 0 ? "- " : "  ") + line)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  // ── words ──────────────────────────────────────────────────────────────────

  /// A text in double quotes, as YAML reads it.
  private func quoted(_ text: String) -> String {
    var result = "\""
    for character in Printable.escaped(text) {
      if character == "\"" || character == "\\" { result.append("\\") }
      result.append(character)
    }
    return result + "\""
  }

  /// A text in which braces stand for themselves.
  private func braced(_ text: String) -> String {
    text.replacing("{", with: "{{").replacing("}", with: "}}")
  }
}
