import Diagnostics
import Expressions
import YAMLTree

extension VocabularyLoader {
  /// Reads what `absent:` says, in the type of its fact.
  mutating func readAbsences(_ environment: inout TypeEnvironment) {
    var absences: [(field: FieldID, value: Value?)] = []
    var reader = ScalarReader(environment: environment)
    for record in environment.records.indices {
      for slot in environment.records[record].fields.indices {
        guard let declaration = origins[record][slot], let node = declaration.attribute(.absent),
          declaration.kind != nil, declaration.attribute(.derived) == nil
        else { continue }
        let value = absence(node, environment.records[record].fields[slot].type, &reader)
        absences.append((FieldID(record: record, slot: slot), value))
        if environment.records[record].fields[slot].isKey {
          entries.log.error(
            "vocabulary.unfit-attribute", at: node.span, ko: "`key`인 사실에는 `absent`를 쓸 수 없습니다",
            en: "a key cannot be absent")
        } else if environment.records[record].fields[slot].absentWhy == nil {
          entries.log.note(
            "vocabulary.absent-without-why", at: node.span,
            ko: "`\(declaration.path)`이(가) 적히지 않으면 `\(Quoted.text(node.text))`(으)로 봅니다",
            en: "silence about `\(declaration.path)` is read as `\(Quoted.text(node.text))`",
            help: LocalizedText(
              ko: "그렇게 보아도 되는 까닭을 `absent_why: {ko, en}`에 적으십시오",
              en: "say in `absent_why: {ko, en}` why silence may mean that"))
        }
      }
    }
    // Not before the reader's own copy is gone: with it every list of fields would be copied.
    _ = consume reader
    for (field, value) in absences { environment.records[field.record].fields[field.slot].absent = value }
  }

  private mutating func absence(_ node: YAMLNode, _ type: ValueType, _ reader: inout ScalarReader) -> Value? {
    if case .list(let element) = type {
      if node.isNone { return .list(ListValue(values: [])) }
      guard node.kind == .sequence else {
        reportAbsence(node)
        return nil
      }
      guard let form = ScalarForm(element) else {
        if node.items.isEmpty { return .list(ListValue(values: [])) }
        reportAbsence(node)
        return nil
      }
      return .list(ListValue(values: node.items.compactMap { scalar($0, form, &reader) }))
    }
    guard let form = ScalarForm(type) else { return nil }
    return scalar(node, form, &reader)
  }

  private mutating func scalar(_ node: YAMLNode, _ form: ScalarForm, _ reader: inout ScalarReader) -> Value? {
    guard node.kind == .scalar, !node.isNull, !node.isNone else {
      reportAbsence(node)
      return nil
    }
    return reader.read(node, as: form, diagnostics: &entries.log)
  }

  private mutating func reportAbsence(_ node: YAMLNode) {
    entries.log.error(
      "vocabulary.bad-absence", at: node.span, ko: "`absent`에는 그 사실의 값을 적어야 합니다",
      en: "`absent` needs a value of the fact's type",
      help: LocalizedText(
        ko: "값으로 볼 수 없으면 `absent`를 지우십시오. 적지 않은 사실은 모르는 것으로 봅니다. 목록은 `[]`로 적습니다",
        en: "take `absent` out if silence means nothing: the fact is unknown then; for a list write `[]`"))
  }

  /// Checks `when:` and `is:`, once every name has its type.
  mutating func checkExpressions(_ environment: inout TypeEnvironment) {
    for (field, attribute, expression) in checkedExpressions(environment) {
      if attribute == .when {
        environment.records[field.record].fields[field.slot].when = expression
      } else {
        environment.records[field.record].fields[field.slot].derived = expression
      }
    }
    reportCycles(environment)
  }

  /// What `when:` and `is:` of each field say; apart from the environment, of which the checker holds a copy.
  private mutating func checkedExpressions(
    _ environment: TypeEnvironment
  ) -> [(field: FieldID, attribute: FactAttribute, expression: CheckedExpression?)] {
    var expressions: [(field: FieldID, attribute: FactAttribute, expression: CheckedExpression?)] = []
    let program = Program(environment: environment)
    let checker = Checker(program: program, functions: .standard)
    for record in environment.records.indices {
      var scope = Scope()
      if record != TypeEnvironment.root {
        scope.bind(environment.records[record].name, .local(0, .record(record)))
      }
      for slot in environment.records[record].fields.indices {
        guard let declaration = origins[record][slot] else { continue }
        let field = FieldID(record: record, slot: slot)
        if let node = declaration.attribute(.when), isExpression(node) {
          let found = checker.judge(
            ExpressionSource(node), scope: scope, expecting: .bool, isObserved: isReviewing,
            diagnostics: &entries.log)
          review(found, as: .condition, in: program)
          expressions.append((field, .when, found.checked))
        }
        if let node = declaration.attribute(.derived), declaration.kind != nil, isExpression(node) {
          let type = environment.records[record].fields[slot].type
          var unit: String?
          if case .number(let code) = type { unit = code }
          let found = checker.judge(
            ExpressionSource(node), scope: scope, expecting: type, unit: unit, isObserved: isReviewing,
            diagnostics: &entries.log)
          review(found, as: .value, in: program)
          expressions.append((field, .derived, found.checked))
        }
      }
    }
    return expressions
  }

  /// Looks for what can only come out one way, if that was asked for.
  private mutating func review(
    _ found: Checker.Judgement, as place: ConditionReview.Place, in program: Program
  ) {
    guard found.checked != nil, let observed = found.observed else { return }
    ConditionReview.review(observed, as: place, in: program, diagnostics: &entries.log)
  }

  /// Whether a node holds an expression that can be judged.
  private mutating func isExpression(_ node: YAMLNode) -> Bool {
    if node.isBroken { return false }
    if node.kind == .scalar { return true }
    entries.log.error(
      "vocabulary.expected-expression", at: node.span, ko: "식이 와야 합니다", en: "expected an expression",
      help: LocalizedText(ko: "식을 따옴표로 묶으십시오", en: "put the expression in quotes"))
    return false
  }

  /// Reports keys that some elements would not have.
  mutating func checkKeys(_ environment: TypeEnvironment) {
    for record in environment.records.dropFirst() {
      guard let key = record.key, record.fields[key].when != nil else { continue }
      entries.log.error(
        "vocabulary.unfit-attribute", at: record.fields[key].span, ko: "`key`인 사실에는 `when`을 쓸 수 없습니다",
        en: "a key exists for every element and has no `when`")
    }
  }
}
