import Diagnostics
import Expressions
import Findings
import Policies
import Schemes
import YAMLTree

/// Changes one thing at a time in the files of policies and runs their tests on each change.
package struct MutationRun: Sendable {
  private let set: PolicySet
  private let cases: [ReadCase]

  /// Tries all changes to the named policies and rules, or to all policies where none is named.
  ///
  /// - Parameter today: `YYYY-MM-DD`, for cases that ask for today's law.
  package static func run(_ set: PolicySet, names: [String] = [], today: String? = nil) -> MutationResult {
    var reader = CaseReader(set, today: today)
    let cases = reader.read([]).map(\.read)
    var result = MutationResult(diagnostics: reader.diagnostics)
    guard !result.couldNotRun else { return result }
    let run = MutationRun(set: set, cases: cases)
    result.failures = run.failures()
    guard result.failures.isEmpty else { return result }
    let mutations = set.policies.indices.flatMap { place in
      MutationFinder.mutations(of: set.policies[place]).filter {
        names.isEmpty || names.contains(set.policies[place].id) || $0.concerns(names)
      }.map { (place: place, mutation: $0) }
    }
    let verdicts = Parallel.map(mutations) { run.verdict(on: $0.mutation, of: $0.place) }
    result.changes = zip(mutations, verdicts).map { entry, verdict in
      MutationResult.Change(entry.mutation, verdict, of: set.policies[entry.place].id)
    }
    result.explain(by: reader.unnoticed, isWhole: names.isEmpty)
    return result
  }

  /// Expectations that do not hold before anything is changed.
  private func failures() -> [PolicyTestResult.Failure] {
    Parallel.map(cases) { read in
      judgement(of: read, in: set, rules: nil)?.failures ?? []
    }.flatMap { $0 }
  }

  /// What the tests of a policy say to a change of it.
  private func verdict(on mutation: Mutation, of place: Int) -> MutationResult.Verdict {
    for (choice, replacement) in mutation.replacements.enumerated() {
      guard let policy = load(mutation.file(with: replacement), instead: set.policies[place]) else {
        continue
      }
      var changed = set
      changed.policies[place] = policy
      for read in cases where read.policy == policy.id && read.concerns(mutation.rules) {
        guard let judgement = judgement(of: read, in: changed, rules: mutation.rules),
          judgement.failures.isEmpty
        else { return .noticed(choice: choice, by: read.test.name) }
      }
      return .notNoticed(choice: choice)
    }
    return .notApplicable
  }

  /// The policy of a changed file; nil where it cannot be used.
  private func load(_ file: SourceFile, instead policy: Policy) -> Policy? {
    var log = DiagnosticLog()
    guard let tree = YAMLTree.parse(file, into: &log), let vocabulary = set.vocabularies[policy.vocabulary]
    else {
      return nil
    }
    let loader = PolicyLoader(
      vocabulary: vocabulary.environment, calendars: set.calendars, registers: set.registers)
    guard let changed = loader.load(tree, diagnostics: &log), !log.hasErrors, changed.id == policy.id else {
      return nil
    }
    return changed
  }

  /// What the expectations about some rules come to; nil where the case cannot be run.
  private func judgement(of read: ReadCase, in set: PolicySet, rules: Set<String>?) -> CaseJudgement? {
    var problems = DiagnosticLog()
    guard let plan = read.plan(set, diagnostics: &problems), !problems.hasErrors else { return nil }
    let findings = SchemeAudit(read.scheme, plan: plan).findings(of: { rules?.contains($0.id) ?? true }) {
      _ in
    }
    return CaseJudgement(read, findings.map(\.finding), of: rules)
  }
}

extension Mutation {
  /// Whether it is a part of one of some rules, or of a parameter, table or definition that one uses.
  fileprivate func concerns(_ names: [String]) -> Bool {
    names.contains(owner) || rules.map { !$0.isDisjoint(with: names) } ?? false
  }
}
