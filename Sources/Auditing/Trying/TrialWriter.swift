import Diagnostics
import Expressions
import Findings
import Policies
import Schemes

/// Puts the value of an expression and what it rests on into words, while the evaluation stands at its subject.
struct TrialWriter {
  /// The words for one subject and how much is known of the value.
  struct Answer {
    /// The value, then its grounds.
    var pieces: [Sheet.Piece]
    /// How much is known.
    var standing: Trial.Standing
  }

  private let expression: CheckedExpression
  private let scheme: Scheme
  private let scope: TrialScope
  /// Where the expression is evaluated.
  let evaluation: Evaluation
  /// Writes values of the scheme and the policy.
  let values: ValueWriter
  /// Writes values in both languages.
  let wording: BilingualValues
  /// Writes facts.
  let facts: FactWriter
  /// Writes parameters, tables and dates.
  let numbers: NumberWriter
  /// Writes definitions and steps.
  let steps: StepWriter
  private let types: TypeWords

  /// - Parameter isOverridden: the user's date stands in place of the policy's own.
  init(
    _ expression: CheckedExpression, scheme: Scheme, scope: TrialScope, evaluation: Evaluation,
    isOverridden: Bool
  ) {
    self.expression = expression
    self.scheme = scheme
    self.scope = scope
    self.evaluation = evaluation
    let program = evaluation.program
    values = ValueWriter(
      facts: scheme.facts, environment: program.environment, utcOffset: program.calendar?.utcOffset ?? 0)
    wording = BilingualValues(units: program.environment.units)
    let confidentiality = Confidentiality(scheme.facts)
    facts = FactWriter(
      facts: scheme.facts, values: values, sources: FactSources(scheme), confidentiality: confidentiality)
    numbers = NumberWriter(
      policy: scope.policy, rule: scope.rule, evaluation: evaluation, values: values,
      confidentiality: confidentiality, isOverridden: isOverridden)
    steps = StepWriter(
      RuleOfPolicy(scope.rule, of: scope.policy), evaluation: evaluation, values: values,
      confidentiality: confidentiality)
    types = TypeWords(environment: program.environment, tables: program.tables)
  }

  // ── the head ───────────────────────────────────────────────────────────────

  /// The expression, its type, and what it is evaluated under.
  var header: [Sheet.Piece] {
    var rows: [Sheet.Piece] = [
      .row(ko: "식", en: "expression", LocalizedText(expression.source.text), indent: 0)
    ]
    var type = types.words(expression.type)
    if let written = types.written(expression.type) {
      type = BilingualValues.noted(type, LocalizedText("`\(written)`"))
    }
    rows.append(.row(ko: "유형", en: "type", type, indent: 0))
    if let unit = types.unit(of: expression.type) {
      rows.append(.row(ko: "단위", en: "unit", types.unitName(unit), indent: 0))
    }
    let name = [scheme.id, scheme.title].compactMap { $0 }.joined(separator: ", ")
    rows.append(
      .row(
        ko: "보상안", en: "scheme", LocalizedText(scheme.file.path + (name.isEmpty ? "" : " (\(name))")),
        indent: 0))
    if scheme.provenance?.kind == .reconstructed {
      rows.append(
        .row(
          ko: "유의", en: "note",
          LocalizedText(
            ko: "공개된 자료로 재구성한 보상안이며 그 회사의 문서가 아님",
            en: "reconstructed from public reports; not a document of that company"), indent: 0))
    }
    return rows + surroundings
  }

  private var surroundings: [Sheet.Piece] {
    var rows: [Sheet.Piece] = []
    let policy = scope.policy
    if !scope.isBare {
      rows.append(
        .row(
          ko: "기준", en: "policy",
          BilingualValues.noted(policy.title, LocalizedText("\(policy.id) \(policy.version)")),
          indent: 0))
    }
    if let id = scope.ruleID {
      let title = LocalizedText.joined([LocalizedText(id), scope.rule.title], separator: " ")
      rows.append(.row(ko: "규칙", en: "rule", title, indent: 0))
    }
    if let calendar = policy.program.calendar {
      rows.append(.row(ko: "달력", en: "calendar", LocalizedText(calendar.id), indent: 0))
    }
    return rows
  }

  /// What people call a subject, with its id.
  func name(of subject: Subject) -> LocalizedText {
    let label = subject.label ?? "[*]"
    var names: [LocalizedText] = []
    for local in subject.locals {
      if case .record(.fact(let record)) = local, let name = RecordName.of(record, in: scheme.facts) {
        names.append(name)
      }
    }
    let id = LocalizedText(ko: "대상 \(label)", en: "subject \(label)")
    return names.isEmpty ? id : .joined([id, .joined(names, separator: " / ")], separator: " ")
  }

  // ── one value ──────────────────────────────────────────────────────────────

  /// Evaluates the expression for the present subject; why it failed is reported.
  func answer(on subject: Subject?, diagnostics: inout DiagnosticLog) -> Answer {
    let result = evaluation.evaluate(expression)
    let standing = result.value.standing
    var grounds = evaluation.expand(result.grounds + result.value.ownGrounds)
    if standing == .open { grounds = grounds.withPartialFactsMissing(in: scheme.facts) }
    if let error = result.value.firstError {
      diagnostics.append(problem(error, in: grounds, of: expression))
    }
    let indent = subject == nil ? 0 : 2
    let value = TrialValue(writer: self, indent: indent).pieces(result.value, as: expression.type)
    return Answer(pieces: value + self.grounds(grounds), standing: standing)
  }

  /// Says that a value could not be computed.
  func failure(_ error: EvaluationError, indent: Int = 2) -> [Sheet.Piece] {
    [
      .row(
        ko: "값", en: "value",
        LocalizedText(ko: "계산할 수 없음: \(error.message.ko)", en: "cannot be computed: \(error.message.en)"),
        indent: indent)
    ]
  }

  /// An error of the evaluation as a problem of the expression, or of the step in which it arose.
  func problem(
    _ error: EvaluationError, in grounds: ExpandedGrounds, of expression: CheckedExpression?
  ) -> Diagnostic {
    // The innermost step comes first.
    let step = grounds.cells.first { use in
      if case .error(let other) = use.value { other.isSame(as: error) } else { false }
    }
    let cell = step.map { evaluation.program.cells[$0.cell.index] }
    let source = cell?.expression.source ?? expression?.source
    let term = cell?.expression.term ?? expression?.term
    let whole = 0..<(source?.text.utf8.count ?? 0)
    // Within a derived fact the place is one of that fact's own expression.
    let readsDerived = term.map { self.readsDerived($0) } ?? false
    var help: LocalizedText?
    if let cell {
      help = LocalizedText(ko: "단계 `\(cell.name)`의 계산에서 생긴 오류입니다", en: "it arose in the step `\(cell.name)`")
    }
    return Diagnostic(
      code: "evaluation.\(error.kind.code)", at: source?.span(readsDerived ? whole : error.range ?? whole),
      ko: error.message.ko, en: error.message.en, help: help)
  }

  private func readsDerived(_ term: Term) -> Bool {
    let environment = evaluation.program.environment
    return FieldReads.fields(of: term, in: environment).contains { environment.field($0).derived != nil }
  }
}

extension EvaluationError {
  /// Whether another error says the same of the same piece of an expression.
  fileprivate func isSame(as other: EvaluationError) -> Bool {
    kind == other.kind && message == other.message && range == other.range
  }
}

extension EvaluationError.Kind {
  /// The name of the kind in codes of diagnostics.
  fileprivate var code: String {
    switch self {
    case .divisionByZero: "division-by-zero"
    case .emptyList: "empty-list"
    case .index: "index"
    case .overflow: "overflow"
    case .invalidArgument: "invalid-argument"
    case .noSuchKey: "no-such-key"
    case .noSuchOverload: "no-such-overload"
    case .undeclared: "undeclared"
    case .limit: "limit"
    }
  }
}
