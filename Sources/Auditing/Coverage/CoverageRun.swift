import Diagnostics
import Findings
import Policies

/// Runs tests and sees what they exercise of their policies.
package enum CoverageRun {
  /// Runs the tests that were found with the policies, for all of these, or only some files, for the policies they test.
  ///
  /// What a finding exercises counts where some expectation is about it.
  ///
  /// - Parameter today: `YYYY-MM-DD`, for cases that ask for today's law.
  package static func run(
    _ set: PolicySet, files: [String] = [], today: String? = nil
  ) -> (result: PolicyTestResult, coverage: Coverage) {
    var reader = CaseReader(set, today: today)
    var result = PolicyTestResult()
    let cases = reader.read(files)
    let inventories = Dictionary(
      set.policies.map { ($0.id, CoverageInventory($0)) }, uniquingKeysWith: { first, _ in first })
    let runs = Parallel.map(cases) { read, plan in
      exercise(read, under: plan, inventories[read.policy]?.conditions ?? PolicyConditions())
    }
    var seen: [String: Set<CoveredThing>] = [:]
    for (read, run) in zip(cases.map(\.read), runs) {
      result.add(run.judgement)
      seen[read.policy, default: []].formUnion(run.seen)
    }
    result.cases = reader.count
    result.diagnostics = reader.diagnostics
    let tested = set.policies.filter { files.isEmpty || reader.policies.contains($0.id) }
    let parts = tested.compactMap { policy in
      inventories[policy.id].map { part(policy.id, $0.items, seen[policy.id] ?? []) }
    }
    return (result, Coverage(parts: parts))
  }

  private static func part(_ policy: String, _ items: [CoverageItem], _ seen: Set<CoveredThing>)
    -> Coverage.Part
  {
    Coverage.Part(
      policy: policy, count: items.count,
      gaps: items.filter { !$0.isExercised(by: seen) }.map {
        Coverage.Gap(location: $0.span.location, owner: $0.owner, what: $0.gap)
      })
  }

  private static func exercise(
    _ read: ReadCase, under plan: AuditPlan, _ conditions: PolicyConditions
  ) -> (judgement: CaseJudgement, seen: Set<CoveredThing>) {
    let findings = SchemeAudit(read.scheme, plan: plan).findings(of: { _ in true }) { sight in
      CoverageWatch.things(in: sight, conditions)
    }
    let judgement = CaseJudgement(read, findings.map(\.finding))
    var seen: Set<CoveredThing> = []
    for (finding, things) in findings {
      guard let saysOutcome = judgement.asked[finding.id] else { continue }
      seen.formUnion(things ?? [])
      guard saysOutcome else { continue }
      seen.insert(.outcome(rule: finding.rule, part: finding.part, finding.outcome))
      seen.insert(.outcome(rule: finding.rule, part: nil, finding.outcome))
    }
    return (judgement, seen)
  }
}
