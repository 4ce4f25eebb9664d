import Diagnostics
import Expressions
import Findings
import Policies
import Schemes

/// The policy and rule whose names an expression may use.
struct TrialScope: Sendable {
  /// The policy that was asked for; else one without rules, with the set's only calendar.
  let policy: Policy
  /// The rule that was asked for; else one without subjects and steps.
  let rule: Rule
  /// No policy was asked for.
  let isBare: Bool
  /// Id of the rule or part that was asked for.
  let ruleID: String?

  /// Finds what was asked for; nil where it is not there, which is reported.
  init?(
    _ request: TrialRequest, vocabulary: Vocabulary, set: PolicySet, diagnostics: inout DiagnosticLog
  ) {
    ruleID = request.rule
    let rule = request.rule.flatMap { Self.rule(named: $0, in: set.policies) }
    if let name = request.rule, rule == nil {
      let ids = set.policies.flatMap { $0.ruleIDs + Self.partIDs(of: $0) }
      Self.unknown("eval.unknown-rule", name, LocalizedText(ko: "규칙", en: "rule"), ids, &diagnostics)
      return nil
    }
    var policy = rule?.policy
    if let name = request.policy {
      policy = set.policies.first { $0.id == name }
      guard policy != nil else {
        Self.unknown(
          "eval.unknown-policy", name, LocalizedText(ko: "기준", en: "policy"), set.policies.map(\.id),
          &diagnostics)
        return nil
      }
    }
    if let policy, let rule, rule.policy.id != policy.id {
      diagnostics.error(
        "eval.other-policy", at: nil, ko: "규칙 `\(rule.rule.id)`은(는) 기준 `\(rule.policy.id)`에 있습니다",
        en: "rule `\(rule.rule.id)` is of policy `\(rule.policy.id)`, not of `\(policy.id)`",
        help: LocalizedText(ko: "`--policy`를 빼십시오", en: "leave out `--policy`"))
      return nil
    }
    if let policy, policy.vocabulary != vocabulary.id {
      diagnostics.error(
        "eval.other-vocabulary", at: nil,
        ko: "기준 `\(policy.id)`은(는) 용어집 `\(policy.vocabulary)`의 보상안을 위한 것인데 이 보상안의 용어집은 `\(vocabulary.id)`입니다",
        en: "policy `\(policy.id)` is for schemes of vocabulary `\(policy.vocabulary)`, this one is of "
          + "`\(vocabulary.id)`")
      return nil
    }
    if policy == nil, request.law.mode == .date {
      diagnostics.error(
        "eval.as-of-without-policy", at: nil, ko: "`--as-of`는 수치와 표의 시점을 정하므로 `--policy`나 `--rule`과 함께 씁니다",
        en: "`--as-of` picks versions of numbers and tables: it needs `--policy` or `--rule`")
      return nil
    }
    isBare = policy == nil
    self.policy = policy ?? .bare(vocabulary, calendars: set.calendars)
    self.rule = rule?.rule ?? .bare(in: self.policy)
  }

  /// The rule, part or measure of an id.
  private static func rule(named name: String, in policies: [Policy]) -> (policy: Policy, rule: Rule)? {
    for policy in policies {
      for rule in policy.rules {
        if rule.id == name { return (policy, rule) }
        if let part = rule.requirements.first(where: { $0.id.map { rule.id + "." + $0 } == name }) {
          var rule = rule
          rule.steps += part.steps
          return (policy, rule)
        }
      }
      if let measure = policy.measures.first(where: { $0.id == name }) {
        return (policy, measure.asRule(of: policy))
      }
    }
    return nil
  }

  /// `RULE.part` for every part that has steps of its own.
  static func partIDs(of policy: Policy) -> [String] {
    policy.rules.flatMap { rule in
      rule.requirements.compactMap { part in part.id.map { rule.id + "." + $0 } }
    }
  }

  private static func unknown(
    _ code: String, _ name: String, _ what: LocalizedText, _ known: [String],
    _ diagnostics: inout DiagnosticLog
  ) {
    let shown = Printable.shortened(name)
    diagnostics.error(
      code, at: nil, ko: "\(what.ko) `\(shown)`이(가) 없습니다", en: "there is no \(what.en) `\(shown)`",
      help: Suggestion.help(for: name, among: known))
  }
}

extension Policy {
  /// A policy that asks nothing: the names of a vocabulary, and the calendar if there is just one.
  fileprivate static func bare(_ vocabulary: Vocabulary, calendars: [String: Calendar]) -> Policy {
    let noDate = CheckedExpression(
      source: ExpressionSource(text: ""), term: .constant(.unknown), type: .date, localCount: 0,
      usedLocals: [])
    let program = Program(
      environment: vocabulary.environment,
      cells: [Cell(name: "as_of", title: nil, expression: noDate, dependsOnSubject: false)],
      calendar: calendars.count == 1 ? calendars.first?.value : nil)
    return Policy(
      id: "", version: "", title: LocalizedText(""), vocabulary: vocabulary.id,
      authority: Dated(always: .tool), legal: Legal(status: .toolDefault), asOf: CellID(0), program: program,
      rules: [], file: vocabulary.file)
  }
}

extension Rule {
  /// A rule without subjects and steps.
  fileprivate static func bare(in policy: Policy) -> Rule {
    Rule(
      id: "", title: LocalizedText(""), cite: Dated(always: LocalizedText("")), severity: .note,
      legal: policy.legal, span: SourceSpan(file: policy.file, start: 0, end: 0))
  }
}
