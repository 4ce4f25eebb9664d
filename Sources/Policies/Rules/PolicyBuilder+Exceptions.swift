import Diagnostics
import Expressions
import YAMLTree

/// `exceptions`: cases in which a rule asks something else, or nothing.
extension PolicyBuilder {
  private static let exceptionKeys = [
    "id", "title", "cite", "in_force", "when", "proof", "effect", "replace", "review", "note",
  ]

  private enum EffectWord: String {
    case notRequired = "not_required"
    case replace
  }

  private enum ReviewWord: String {
    case manual
  }

  /// Reads a rule's exceptions; `scope` holds its subjects, definitions and steps.
  mutating func exceptions(_ node: YAMLNode, steps: [DeclaredStep], in scope: Scope) -> [RuleException] {
    guard let items = reader.items(node, of: LocalizedText(ko: "예외", en: "exceptions")) else { return [] }
    var places: [String: SourceSpan] = [:]
    return items.compactMap { item in
      let what =
        item["id"].map { LocalizedText(ko: "예외 `\($0.text)`", en: "exception `\($0.text)`") }
        ?? LocalizedText(ko: "예외", en: "an exception")
      guard reader.mapping(item, keys: Self.exceptionKeys, of: what) else { return nil }
      let id = reader.required("id", in: item, of: what).flatMap { reader.identifier($0, what) }
      if let id, let place = item["id"] {
        if let first = places[id] {
          reader.error(
            "duplicate-exception", at: place.span, ko: "예외 `\(id)`이(가) 두 번 있습니다",
            en: "exception `\(id)` is there twice",
            help: LocalizedText(ko: "예외마다 다른 식별자를 쓰십시오", en: "give every exception an id of its own"),
            notes: [
              Diagnostic.Note(LocalizedText(ko: "먼저 적힌 곳", en: "first written here"), at: first.location)
            ])
        }
        places[id] = place.span
      }
      return exception(item, id: id, steps: steps, in: scope, what)
    }
  }

  private mutating func exception(
    _ item: YAMLNode, id: String?, steps: [DeclaredStep], in scope: Scope, _ what: LocalizedText
  ) -> RuleException? {
    let title = item.stated("title").flatMap { reader.localized($0, what) }
    let cites = item.stated("cite").flatMap { datedCitation($0) }
    let inForce = item.stated("in_force").map { reader.period($0, what) } ?? .always
    let when = reader.required("when", in: item, of: what).flatMap {
      expression($0, in: scope, expecting: .bool)
    }
    let proof = item.stated("proof").flatMap { factPath($0, in: scope) }
    let review = item.stated("review").flatMap {
      reader.word($0, among: [ReviewWord.manual], LocalizedText(ko: "검토", en: "review"))
    }
    guard let relief = relief(item, steps: steps, what), let id, let when else { return nil }
    return RuleException(
      id: id, title: title ?? LocalizedText(id), cites: cites, inForce: inForce, when: when, proof: proof,
      relief: relief, needsReview: review == .manual, span: (item["id"] ?? item).span)
  }

  private mutating func factPath(_ node: YAMLNode, in scope: Scope) -> CheckedExpression? {
    guard node.kind == .scalar else { return expression(node, in: scope) }
    let path = checker.checkFactPath(ExpressionSource(node), scope: scope, diagnostics: &reader.log)
    if let path { review?.add(path) } else { review?.addUnchecked(node.text) }
    return path
  }

  private mutating func relief(
    _ item: YAMLNode, steps: [DeclaredStep], _ what: LocalizedText
  ) -> RuleException.Relief? {
    let effect = item.stated("effect").flatMap {
      reader.word($0, among: [EffectWord.notRequired, .replace], LocalizedText(ko: "예외의 효과", en: "effect"))
    }
    guard let replace = item.stated("replace") else {
      if effect == .replace { _ = reader.required("replace", in: item, of: what) }
      return .notRequired
    }
    if effect == .notRequired {
      reader.error(
        "two-effects", at: item.entry("replace")?.key.span,
        ko: "\(what.ko)에 `effect: not_required`와 `replace`가 함께 있습니다",
        en: "\(what.en) has both `effect: not_required` and `replace`",
        help: LocalizedText(ko: "둘 중 하나를 빼십시오", en: "take one of the two out"))
    }
    guard replace.kind == .mapping, !replace.entries.isEmpty else {
      reader.error(
        "replace", at: replace.span, ko: "`replace`에는 `단계: 식`이 필요합니다",
        en: "`replace` needs `step: expression`",
        help: LocalizedText(ko: "바꿀 단계와 식을 쓰십시오", en: "name the step and how it is computed"))
      return nil
    }
    var replacements: [CellID: CellID] = [:]
    for (key, body) in replace.entries {
      // What is left of an expression that commas have cut was reported with it.
      if key.isBroken || replace.isBroken && body.isNull { continue }
      guard let step = steps.first(where: { $0.name == key.text }) else {
        guard !broken.contains(key.text) else { continue }
        reader.error(
          "unknown-step", at: key.span, ko: "이 규칙에 `\(key.text)` 단계가 없습니다",
          en: "the rule has no step `\(key.text)`",
          help: reader.suggestion(for: key.text, among: steps.map(\.name))
            ?? LocalizedText(ko: "`let`에 있는 단계만 바꿀 수 있습니다", en: "only steps of `let` can be replaced"))
        continue
      }
      let old = program.cells[step.cell.index]
      let name = LocalizedText(ko: "단계 `\(key.text)`", en: "step `\(key.text)`")
      guard
        let read = self.step(body, in: step.scope, name, expecting: old.expression.type, unit: step.unit)
      else { continue }
      replacements[step.cell] = addCell(step.name, title: read.title ?? old.title, read.expression)
    }
    return .replace(replacements)
  }
}
