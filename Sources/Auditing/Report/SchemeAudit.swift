import Diagnostics
import Expressions
import Findings
import Policies
import Schemes

/// Audits one scheme against a plan's policies: each rule by itself, on all cores.
struct SchemeAudit: Sendable {
  private let plan: AuditPlan
  private let scheme: Scheme
  private let bodies: BodyNames
  private let utcOffset: Int

  /// An audit of a scheme of the plan's vocabulary.
  init(_ scheme: Scheme, plan: AuditPlan) {
    self.plan = plan
    self.scheme = scheme
    utcOffset = plan.policies.compactMap(\.program.calendar).first?.utcOffset ?? 0
    bodies = BodyNames(registers: plan.registers, policies: plan.policies)
  }

  /// One rule or measure, decided by itself.
  private struct Job: Sendable {
    var policy: Policy
    var rule: Rule
    var isMeasure: Bool
  }

  /// The findings of every rule and measure, in the order of the policies, rules and subjects.
  func findings() -> [Finding] {
    let jobs = plan.policies.flatMap { policy in
      policy.rules.map { Job(policy: policy, rule: $0, isMeasure: false) }
        + policy.measures.map { Job(policy: policy, rule: $0.asRule(of: policy), isMeasure: true) }
    }
    return Parallel.map(jobs) { findings(of: $0) }.flatMap { $0 }
  }

  private func findings(of job: Job) -> [Finding] {
    var findings: [Finding] = []
    let evaluation = Evaluation(facts: scheme.facts, program: job.policy.program, asOf: plan.day)
    append(
      job.rule, of: job.policy, isMeasure: job.isMeasure, in: evaluation, factWriter(), to: &findings)
    return findings
  }

  private func factWriter() -> FactWriter {
    let values = ValueWriter(
      facts: scheme.facts, environment: scheme.facts.environment, utcOffset: utcOffset)
    return FactWriter(facts: scheme.facts, values: values, sources: FactSources(scheme))
  }

  private func append(
    _ rule: Rule, of policy: Policy, isMeasure: Bool, in evaluation: Evaluation, _ facts: FactWriter,
    to findings: inout [Finding]
  ) {
    let writer = FindingWriter(
      policy: policy, rule: rule, evaluation: evaluation, facts: facts, bodies: bodies,
      isOverridden: plan.day != nil)
    if let profile = plan.profile, !profile.selects(rule: rule.id, of: policy.id) {
      findings.append(writer.notSelected())
      return
    }
    let audit = RuleAudit(
      policy: policy, rule: rule, evaluation: evaluation, waivers: waivers(for: rule, in: evaluation),
      isMeasure: isMeasure)
    audit.run { decision, place, date in
      findings.append(writer.write(decision, place, on: date))
    }
  }

  // ── waivers ────────────────────────────────────────────────────────────────

  private func waivers(for rule: Rule, in evaluation: Evaluation) -> WaiverRelief {
    guard let waivers = plan.waivers[rule.id], let waivable = rule.waivable else { return .none }
    let reaching = waivers.filter { waivable.by.contains($0.grantedBy) }
    guard !reaching.isEmpty else { return .none }
    let filed = plan.vocabulary.filedFact.map {
      KnownDate(evaluation.evaluate(rootFact: $0), in: evaluation)
    }
    return WaiverRelief(
      waivers: reaching, filed: filed, schemeID: scheme.idSlot.map { evaluation.evaluate(rootFact: $0) })
  }
}

extension Evaluation {
  /// The value of a fact of the whole scheme.
  fileprivate func evaluate(rootFact slot: Int) -> Evaluated {
    let field = program.environment.records[TypeEnvironment.root].fields[slot]
    return evaluate(
      CheckedExpression(
        source: ExpressionSource(text: field.name), term: .root(slot: slot), type: field.type, localCount: 0,
        usedLocals: []))
  }
}

extension Measure {
  /// The measure as a rule that informs.
  fileprivate func asRule(of policy: Policy) -> Rule {
    var rule = Rule(
      id: id, title: title, cite: Dated(always: cite ?? policy.title), severity: .note, legal: policy.legal,
      span: span)
    rule.subjects = subjects
    rule.steps = steps
    rule.check = .info
    var requirement = Requirement(id: nil, span: span)
    requirement.actual = value
    rule.requirements = [requirement]
    return rule
  }
}
