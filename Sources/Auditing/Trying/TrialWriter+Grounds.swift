import Diagnostics
import Expressions
import Findings

extension TrialWriter {
  /// Things of one kind shown; more are only counted.
  private static let longestList = 20

  /// What a value rests on, section by section.
  func grounds(_ grounds: ExpandedGrounds) -> [Sheet.Piece] {
    var sheet = Sheet(missing(grounds))
    sheet.section("읽은 사실", "Facts read", shown(grounds.reads) { read($0) })
    let assumptions = grounds.assumed.map { facts.assumed($0) } + numbers.assumptions(in: grounds)
    sheet.section(
      "적히지 않아 이렇게 본 사실", "Taken as given, since it is not stated", shown(assumptions) { assumed($0) })
    sheet.section(
      "요소가 모두 적혔는지가 중요한 목록", "Lists whose completeness matters", shown(grounds.lists) { list($0) })
    sheet.section("그 밖에 조건에 맞지 않는 요소", "Further elements that fail", shown(grounds.further) { further($0) })
    let used = steps.steps(used: grounds.cells.map(\.cell), requirement: nil, all: false, replaced: [:])
    sheet.section("정의와 단계", "Definitions and steps", shown(used) { step($0) })
    let parameters = grounds.parameters.compactMap {
      numbers.parameter($0.index, version: $0.version, in: grounds)
    }
    let rows = grounds.rows.compactMap {
      numbers.row($0.table, version: $0.version, row: $0.row, in: grounds)
    }
    sheet.section(
      "기준의 수치와 표", "Numbers and tables of the policy",
      shown(parameters) { parameter($0) } + shown(rows) { row($0) })
    sheet.section("시점을 정한 날짜", "Dates that picked versions", shown(numbers.dates(in: grounds)) { date($0) })
    return sheet.pieces
  }

  /// What was needed and not usable.
  func missing(_ grounds: ExpandedGrounds) -> [Sheet.Piece] {
    let conditions = grounds.missing.map { ground in
      ground.kind == .missing ? condition(of: ground.fact) : .holds
    }
    let facts = zip(grounds.missing, conditions).filter { $0.1 != .fails }.map { ground, condition in
      gap(self.facts.missing(ground.fact, ground.kind), of: ground.fact, condition)
    }
    let absent = zip(grounds.missing, conditions).filter { $0.1 == .fails }.map { self.absent($0.0.fact) }
    var sheet = Sheet()
    sheet.section("모자란 것", "What is missing", shown(facts + numbers.gaps(in: grounds).map { gap($0) }) { $0 })
    sheet.section("여기에는 없는 사실", "Facts that do not exist here", shown(absent) { $0 })
    return sheet.pieces
  }

  /// Whether a fact exists in its element, by its `when`.
  private enum Condition {
    /// It does, or has no condition.
    case holds
    /// What its condition reads is not stated.
    case isOpen
    /// It does not: stating it would be an error.
    case fails
  }

  private func condition(of fact: FactID) -> Condition {
    let facts = facts.facts
    guard let condition = facts.field(of: fact).when else { return .holds }
    let asking = Evaluation(facts: facts, program: Program(environment: facts.environment))
    asking.startRule(asOf: nil)
    asking.startSubject([.record(.fact(facts.owner(of: fact)))])
    return switch asking.evaluate(condition).value {
    case .bool(true): .holds
    case .bool(false): .fails
    default: .isOpen
    }
  }

  /// A fact that the elements at hand do not have.
  private func absent(_ fact: FactID) -> [Sheet.Piece] {
    let missing = facts.missing(fact, .missing)
    return [
      .paragraph(
        LocalizedText(
          ko: "\(missing.name.ko) `\(missing.path)`", en: "\(missing.name.en) `\(missing.path)`"), indent: 2),
      .paragraph(existence(of: fact), indent: 6),
    ]
  }

  /// When a fact exists at all.
  private func existence(of fact: FactID) -> LocalizedText {
    let when = facts.facts.field(of: fact).when?.source.text ?? ""
    return LocalizedText(ko: "`\(when)`일 때만 있는 사실", en: "it exists only when `\(when)`")
  }

  private func shown<T>(_ things: [T], _ write: (T) -> [Sheet.Piece]) -> [Sheet.Piece] {
    var pieces = things.prefix(Self.longestList).flatMap(write)
    let rest = things.count - Self.longestList
    if rest > 0 { pieces.append(.paragraph(ko: "… 외 \(rest)건", en: "… and \(rest) more")) }
    return pieces
  }

  // ── facts ──────────────────────────────────────────────────────────────────

  /// `장애 발생일 incident.date = 2022. 10. 15.`
  private func equation(
    _ name: LocalizedText, _ path: String, _ value: LocalizedText
  ) -> Sheet.Piece {
    .paragraph(
      LocalizedText(ko: "\(name.ko) `\(path)` = \(value.ko)", en: "\(name.en) `\(path)` = \(value.en)"),
      indent: 2)
  }

  private func read(_ fact: FactID) -> [Sheet.Piece] {
    let evidence = facts.evidence(fact)
    var pieces = [equation(evidence.name, evidence.path, wording.text(evidence.value))]
    if let source = evidence.source {
      pieces.append(.paragraph(LocalizedText(ko: "출처: \(source.ko)", en: "source: \(source.en)"), indent: 6))
    }
    pieces.append(.place(ReportLocation(facts.facts.span(of: fact)), indent: 6))
    return pieces
  }

  /// - Parameter fact: the fact, where one is missing and not something of the policy.
  private func gap(
    _ missing: MissingFact, of fact: FactID? = nil, _ condition: Condition = .holds
  ) -> [Sheet.Piece] {
    var words = missing.kind.words
    if let value = missing.value, !value.text.isEmpty {
      let shown = wording.text(value)
      words = LocalizedText(ko: "\(words.ko), \(shown.ko)", en: "\(words.en), \(shown.en)")
    }
    var pieces: [Sheet.Piece] = [
      .paragraph(
        LocalizedText(
          ko: "\(missing.name.ko) `\(missing.path)`: \(words.ko)",
          en: "\(missing.name.en) `\(missing.path)`: \(words.en)"), indent: 2)
    ]
    if let fact, condition == .isOpen { pieces.append(.paragraph(existence(of: fact), indent: 6)) }
    if let place = missing.location {
      let text = "\(place.file):\(place.line):\(place.column)"
      pieces.append(
        .paragraph(LocalizedText(ko: "적을 곳: \(text)", en: "where to state it: \(text)"), indent: 6))
    } else if missing.kind.isFact {
      pieces.append(
        .paragraph(
          LocalizedText(
            ko: "적을 곳: 보상안 파일의 `\(missing.path)`(아직 없는 자리)",
            en: "where to state it: as `\(missing.path)`, of which the scheme says nothing yet"), indent: 6))
    }
    return pieces
  }

  private func assumed(_ assumed: AssumedFact) -> [Sheet.Piece] {
    let value =
      assumed.value.map { wording.text($0) }
      ?? LocalizedText(ko: "기재되지 않은 것으로 봄", en: "taken as not stated")
    var pieces = [equation(assumed.name, assumed.path, value)]
    if let why = assumed.why { pieces.append(.paragraph(why, indent: 6)) }
    return pieces
  }

  private func list(_ fact: FactID) -> [Sheet.Piece] {
    let list = facts.list(fact)
    var count = LocalizedText(
      ko: "요소 \(list.count)개", en: "\(list.count) \(list.count == 1 ? "element" : "elements")")
    if case .list(let index) = facts.facts[fact], facts.facts.lists[index].isIncomplete {
      count = BilingualValues.noted(count, MissingFact.Kind.incomplete.words)
    }
    var pieces = [equation(list.name, list.path, count)]
    if let place = list.location {
      pieces.append(.paragraph(LocalizedText("\(place.file):\(place.line):\(place.column)"), indent: 6))
    }
    return pieces
  }

  private func further(_ failures: (list: FactID?, count: Int)) -> [Sheet.Piece] {
    let count = failures.count
    let words = LocalizedText(ko: "\(count)개", en: "\(count) \(count == 1 ? "element" : "elements")")
    guard let list = failures.list.map({ facts.list($0) }) else { return [.paragraph(words, indent: 2)] }
    return [
      .paragraph(
        LocalizedText(
          ko: "\(list.name.ko) `\(list.path)`: \(words.ko)", en: "\(list.name.en) `\(list.path)`: \(words.en)"
        ),
        indent: 2)
    ]
  }

  // ── the policy's side ──────────────────────────────────────────────────────

  private func step(_ step: StepResult) -> [Sheet.Piece] {
    [
      equation(step.title ?? LocalizedText(""), step.name, wording.text(step.value)),
      .paragraph(LocalizedText(step.expression), indent: 6),
    ]
  }

  private func parameter(_ use: ParameterUse) -> [Sheet.Piece] {
    var remarks = remarks(
      from: use.from, on: use.on, cite: use.cite, isDefault: use.isDefault, verified: use.verified)
    if let reason = use.tightened {
      remarks.append(LocalizedText(ko: "강화함: \(reason.ko)", en: "tightened: \(reason.en)"))
    }
    return [equation(use.title, "p.\(use.name)", wording.text(use.value))] + remark(remarks)
  }

  private func row(_ use: TableUse) -> [Sheet.Piece] {
    func text(_ language: Language, _ values: [NamedValue]) -> String {
      values.map { "\($0.title?[language] ?? $0.name) \(wording.text($0.value)[language])" }
        .joined(separator: ", ")
    }
    func inputs(_ language: Language) -> String {
      use.row.inputs.map { input in
        let title = input.title.map { $0[language] + " " } ?? ""
        return title + wording.text(input.value)[language]
      }.joined(separator: ", ")
    }
    let row = use.row
    let head = LocalizedText(
      ko:
        "\(use.title.ko) `table.\(use.name)` \(row.number)행(\(inputs(.ko))): \(text(.ko, row.outputs))",
      en:
        "\(use.title.en) `table.\(use.name)` row \(row.number) (\(inputs(.en))): \(text(.en, row.outputs))"
    )
    let remarks = remarks(
      from: use.from, on: use.on, cite: use.cite, isDefault: use.isDefault, verified: use.verified)
    return [.paragraph(head, indent: 2)] + remark(remarks)
  }

  private func remark(_ remarks: [LocalizedText]) -> [Sheet.Piece] {
    remarks.isEmpty ? [] : [.paragraph(.dotted(remarks), indent: 6)]
  }

  /// Since when a version holds, by which date it was picked, where it is written and how sure it is.
  private func remarks(
    from: String?, on: String?, cite: LocalizedText?, isDefault: Bool, verified: Bool
  ) -> [LocalizedText] {
    var remarks: [LocalizedText] = []
    if let cite { remarks.append(cite) }
    if let from {
      remarks.append(
        LocalizedText(ko: "\(DateText.day(from, .ko))부터", en: "since \(DateText.day(from, .en))"))
    }
    if let on {
      remarks.append(
        LocalizedText(ko: "적용일 \(DateText.day(on, .ko))", en: "as of \(DateText.day(on, .en))"))
    }
    if isDefault { remarks.append(LegalStatus.toolDefault.label) }
    if !verified { remarks.append(LocalizedText(ko: "미확인 수치", en: "unverified number")) }
    return remarks
  }

  private func date(_ use: DateUse) -> [Sheet.Piece] {
    guard use.overridden else {
      return [equation(use.title ?? LocalizedText(""), use.expression, wording.text(use.value))]
    }
    let value = wording.text(use.value)
    return [
      .paragraph(
        ko: "\(value.ko): 지정한 날(`--as-of`)", en: "\(value.en): the date that was asked for (`--as-of`)")
    ]
  }
}
