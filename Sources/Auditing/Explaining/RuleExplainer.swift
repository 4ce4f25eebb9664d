import Diagnostics
import Expressions
import Findings
import Policies

/// Puts together the explanation of one rule.
struct RuleExplainer {
  let policy: Policy
  let rule: Rule

  var explanation: RuleExplanation {
    RuleExplanation(
      title: LocalizedText.joined([LocalizedText(rule.id), rule.title], separator: " — "),
      sections: [
        section("요구", "Requirement", rule.text.map { versions(of: $0) { $0 } } ?? []),
        section("기준", "Policy", standing),
        section("근거와 연혁", "Basis and history", versions(of: rule.cite) { $0 }),
        section("시행", "In force", [period(policy.inForce.intersection(rule.inForce)), asOf]),
        section("점검 대상", "Applied to", subjects),
        section("산식", "Steps", steps(rule.steps)),
        section("판정", "Decided by", requirements),
        section("수치와 표", "Numbers and tables", numbers),
        section("예외", "Exceptions", exceptions),
        section("사람의 판단", "A person's judgement", judgement),
        section("왜", "Why", one(rule.rationale)),
        section("제재", "Sanction", one(rule.sanction)),
        section("고치는 법", "How to comply", remedies),
        section("유예", "Waivers", waivers),
        section(
          "정의된 곳", "Written in", [LocalizedText("\(rule.span.location.file):\(rule.span.location.line)")]),
      ])
  }

  private func section(_ ko: String, _ en: String, _ lines: [LocalizedText]) -> RuleExplanation.Section {
    RuleExplanation.Section(heading: LocalizedText(ko: ko, en: en), lines: lines)
  }

  private func one(_ text: LocalizedText?) -> [LocalizedText] {
    text.map { [$0] } ?? []
  }

  private var standing: [LocalizedText] {
    let effect = rule.legal.effect
    let words = effect.failureWord
    var lines = [
      LocalizedText.joined([policy.title, LocalizedText("\(policy.id) \(policy.version)")], separator: ", "),
      LocalizedText(
        ko: "성격 `\(rule.legal.status.rawValue)`, 효력 `\(effect.rawValue)`: 미달이면 ‘\(words.ko)’",
        en:
          "status `\(rule.legal.status.rawValue)`, effect `\(effect.rawValue)`: a failure is called ‘\(words.en)’"
      ),
    ]
    lines += policy.authority.versions.map { version in
      dated(version.value.name, from: version.from, LocalizedText(ko: "소관", en: "authority"))
    }
    if !rule.legal.isVerified {
      lines.append(LocalizedText(ko: "원문과 대조하지 않음", en: "not checked against the source"))
    }
    lines += one(rule.legal.note)
    if policy.review?.status != "approved" {
      lines.append(LocalizedText(ko: "이 문안은 소관 기관의 승인을 받지 않았음", en: "no body has approved this wording"))
    }
    return lines
  }

  private func dated(_ text: LocalizedText, from day: Day?, _ label: LocalizedText) -> LocalizedText {
    guard let day else { return LocalizedText.joined([label, text], separator: ": ") }
    return LocalizedText(
      ko: "\(label.ko)(\(day.iso)부터): \(text.ko)", en: "\(label.en) (from \(day.iso)): \(text.en)")
  }

  /// One line for each version: since when, what, and how sure.
  private func versions<T>(of history: Dated<T>, _ show: (T) -> LocalizedText) -> [LocalizedText] {
    history.versions.enumerated().map { index, version in
      var text = show(version.value)
      let marks = self.marks(version.provenance)
      if !marks.isEmpty {
        text = LocalizedText(
          ko: text.ko + " (" + marks.map(\.ko).joined(separator: ", ") + ")",
          en: text.en + " (" + marks.map(\.en).joined(separator: ", ") + ")")
      }
      guard let from = version.from else { return text }
      let to = history.lastDay(of: index)
      return LocalizedText(
        ko: "\(from.iso) – \(to?.iso ?? "현재"): \(text.ko)",
        en: "\(from.iso) – \(to?.iso ?? "now"): \(text.en)")
    }
  }

  private func marks(_ provenance: Provenance) -> [LocalizedText] {
    var marks: [LocalizedText] = []
    if provenance.isDefault { marks.append(LocalizedText(ko: "도구의 기본값", en: "the tool's own default")) }
    if !provenance.isVerified { marks.append(LocalizedText(ko: "미확인", en: "unverified")) }
    if let note = provenance.note { marks.append(note) }
    return marks
  }

  private func period(_ period: Period) -> LocalizedText {
    LocalizedText(
      ko: "\(period.from?.iso ?? "처음") – \(period.to?.iso ?? "현재")",
      en: "\(period.from?.iso ?? "always") – \(period.to?.iso ?? "now")")
  }

  private var asOf: LocalizedText {
    let cell = policy.program.cells[(rule.asOf ?? policy.asOf).index]
    let text = cell.expression.source.text
    return LocalizedText(ko: "기준일: `\(text)`", en: "the date that counts: `\(text)`")
  }

  private var subjects: [LocalizedText] {
    var lines = rule.subjects.map { list in
      let text = "\(list.name): `\(list.list.source.text)`"
      guard let ifNone = list.ifNone else { return LocalizedText(text) }
      return LocalizedText(
        ko: "\(text), 없으면 ‘\(ifNone.word.ko)’", en: "\(text), if none: “\(ifNone.word.en)”")
    }
    if rule.subjects.isEmpty { lines.append(LocalizedText(ko: "보상안 전체", en: "the scheme as a whole")) }
    if let gate = rule.appliesWhen {
      lines.append(LocalizedText(ko: "다음일 때만: `\(gate.source.text)`", en: "only when `\(gate.source.text)`"))
    }
    return lines
  }

  private func steps(_ cells: [CellID]) -> [LocalizedText] {
    cells.map { cell in
      let step = policy.program.cells[cell.index]
      let title = step.title ?? LocalizedText(step.name)
      return LocalizedText(
        ko: "\(title.ko) `\(step.name)` = \(step.expression.source.text)",
        en: "\(title.en) `\(step.name)` = \(step.expression.source.text)")
    }
  }

  private var requirements: [LocalizedText] {
    switch rule.check {
    case .manual: [LocalizedText(ko: "사람이 판단합니다", en: "a person decides")]
    case .info: [LocalizedText(ko: "판정하지 않고 알려 줍니다", en: "not decided: it informs")]
    case .requirements:
      rule.requirements.flatMap { requirement in
        let name = [requirement.id.map { LocalizedText($0) }, requirement.title].compactMap { $0 }
        let label = name.isEmpty ? nil : LocalizedText.joined(name, separator: " ")
        let condition = LocalizedText("`\(requirement.condition?.source.text ?? "")`")
        return [label.map { LocalizedText.joined([$0, condition], separator: ": ") } ?? condition]
          + steps(requirement.steps)
      }
    }
  }

  /// Parameters and tables that the rule's expressions use.
  private var numbers: [LocalizedText] {
    var reach = Reach(program: policy.program)
    for expression in expressions { reach.visit(expression.term) }
    let parameters = reach.parameters.sorted().flatMap { index -> [LocalizedText] in
      let parameter = policy.program.parameters[index]
      return [
        LocalizedText(
          ko: "\(parameter.title.ko) `p.\(parameter.name)`", en: "\(parameter.title.en) `p.\(parameter.name)`"
        )
      ]
        + versions(of: parameter.history) { LocalizedText($0.plainText) }.enumerated().map { number, line in
          cited(line, parameter.history.versions[number].provenance)
        }
    }
    let tables = reach.tables.sorted().flatMap { index -> [LocalizedText] in
      let table = policy.program.tables[index]
      return [
        LocalizedText(
          ko: "\(table.title.ko) `table.\(table.name)`", en: "\(table.title.en) `table.\(table.name)`")
      ]
        + versions(of: table.history) { LocalizedText(ko: "행 \($0.count)개", en: "\($0.count) rows") }
        .enumerated().map { number, line in cited(line, table.history.versions[number].provenance) }
    }
    return parameters + tables
  }

  private func cited(_ line: LocalizedText, _ provenance: Provenance) -> LocalizedText {
    let text = provenance.cite.map { LocalizedText.joined([line, $0], separator: " — ") } ?? line
    return LocalizedText(ko: "  " + text.ko, en: "  " + text.en)
  }

  private var expressions: [CheckedExpression] {
    let cells =
      rule.steps + rule.requirements.flatMap { $0.steps + [$0.actual, $0.expected].compactMap { $0 } }
    return cells.map { policy.program.cells[$0.index].expression }
      + rule.subjects.map(\.list) + rule.requirements.compactMap(\.condition) + rule.exceptions.map(\.when)
      + [rule.appliesWhen, rule.manualWhen].compactMap { $0 }
  }

  private var exceptions: [LocalizedText] {
    rule.exceptions.flatMap { exception -> [LocalizedText] in
      let head = [LocalizedText(exception.id), exception.title]
      var line = LocalizedText.joined(head, separator: " ")
      if let cite = exception.cite { line = LocalizedText.joined([line, cite], separator: ", ") }
      var lines = [
        line,
        LocalizedText(
          ko: "  조건 `\(exception.when.source.text)`", en: "  when `\(exception.when.source.text)`"),
      ]
      if let proof = exception.proof {
        lines.append(LocalizedText(ko: "  입증자료 `\(proof.source.text)`", en: "  proof `\(proof.source.text)`"))
      }
      switch exception.relief {
      case .notRequired: lines.append(LocalizedText(ko: "  요구하지 않음", en: "  nothing is required"))
      case .replace(let replaced):
        for new in replaced.values.sorted(by: { $0.index < $1.index }) {
          let cell = policy.program.cells[new.index]
          lines.append(
            LocalizedText(
              ko: "  대신 `\(cell.name)` = \(cell.expression.source.text)",
              en: "  instead `\(cell.name)` = \(cell.expression.source.text)"))
        }
      }
      if exception.inForce != .always {
        lines.append(LocalizedText.joined([LocalizedText("  "), period(exception.inForce)], separator: ""))
      }
      if exception.needsReview {
        lines.append(LocalizedText(ko: "  사람의 확인이 필요함", en: "  a person must confirm it"))
      }
      return lines
    }
  }

  private var judgement: [LocalizedText] {
    var lines: [LocalizedText] = []
    if let when = rule.manualWhen, rule.check == .requirements {
      lines.append(
        LocalizedText(
          ko: "다음이면 사람이 판단: `\(when.source.text)`", en: "a person decides when `\(when.source.text)`"))
    }
    if let question = rule.question { lines.append(question.outline) }
    return lines
  }

  private var remedies: [LocalizedText] {
    let templates = rule.requirements.compactMap(\.remedy) + [rule.remedyIfNone].compactMap { $0 }
    return templates.map(\.outline)
  }

  private var waivers: [LocalizedText] {
    guard let waivable = rule.waivable else { return [] }
    let bodies = waivable.by.joined(separator: ", ")
    return [
      LocalizedText(
        ko: "\(bodies)이(가) \(waivable.basis.ko)에 따라 유예할 수 있음",
        en: "may be granted by \(bodies) under \(waivable.basis.en)")
    ]
  }
}

/// The parameters and tables that terms use, through steps too.
private struct Reach {
  let program: Program
  var parameters: Set<Int> = []
  var tables: Set<Int> = []
  private var cells: Set<CellID> = []

  init(program: Program) {
    self.program = program
  }

  mutating func visit(_ term: Term) {
    switch term {
    case .parameter(let index): parameters.insert(index)
    case .table(let index, _, _): tables.insert(index)
    case .cell(let cell):
      if cells.insert(cell).inserted { visit(program.cells[cell.index].expression.term) }
    default: break
    }
    for child in term.children { visit(child) }
  }
}

extension Template {
  /// The text with the names of its placeholders in braces.
  fileprivate var outline: LocalizedText {
    func text(_ pieces: [Piece]) -> String {
      pieces.map { piece in
        switch piece {
        case .text(let text): text
        case .value(let placeholder): "{\(placeholder.value.source.text)}"
        }
      }.joined()
    }
    return LocalizedText(ko: text(ko), en: text(en))
  }
}
