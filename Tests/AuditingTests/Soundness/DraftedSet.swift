import Diagnostics
import Expressions
import Findings
import Foundation
import Policies
import Schemes
import Testing
import YAMLTree

@testable import Auditing

/// Drafted files that load, ready to audit drafted schemes.
struct DraftedSet {
  /// The files: vocabulary, policy and perhaps waivers.
  struct Files: Equatable, Sendable {
    var vocabulary: Draft
    var policy: Draft
    var waivers: Draft?
  }

  private let set: PolicySet
  private let plan: AuditPlan
  private let rules: SoundnessRules

  /// Nil: the files are not valid, for the reasons given.
  init?(_ files: Files, problems: inout [String]) {
    var texts = [
      "vocabulary.yaml": files.vocabulary.yaml, "policy.yaml": files.policy.yaml,
      "calendar.yaml": RandomPolicyDraft.calendar,
    ]
    texts["waivers.yaml"] = files.waivers?.yaml
    guard let folder = try? InlineSet(texts) else { return nil }
    let (set, diagnostics) = PolicySet.load([folder.folder])
    guard let set, let vocabulary = set.vocabularies["chance"] else {
      problems = diagnostics.filter { $0.severity == .error }.map(FixtureSet.text)
      return nil
    }
    var log = DiagnosticLog()
    var choice = AuditPlan.Choice()
    if files.waivers != nil { choice.waivers = [AuditPlan.Name(text: "waivers")] }
    let plan = AuditPlan(set, vocabulary: vocabulary, choice: choice, diagnostics: &log)
    guard let plan, !log.hasErrors else {
      problems = log.sorted.map(FixtureSet.text)
      return nil
    }
    (self.set, self.plan, rules) = (set, plan, SoundnessRules(plan))
  }

  // ── audits ─────────────────────────────────────────────────────────────────

  /// A scheme with its findings by their names.
  struct Audited {
    let draft: SchemeDraft
    let facts: Facts
    let findings: [String: Finding]
    /// Names that two findings share.
    let repeated: [String]
  }

  /// Nil: the scheme is not valid.
  func audit(_ draft: SchemeDraft) -> Audited? {
    var log = DiagnosticLog()
    let file = SourceFile(path: "scheme.yaml", bytes: Array(draft.yaml.utf8))
    guard let tree = YAMLTree.parse(file, into: &log), let scheme = set.readScheme(tree, diagnostics: &log),
      !log.hasErrors
    else { return nil }
    let list = SchemeAudit(scheme, plan: plan).findings()
    let findings = Dictionary(list.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let repeated = Dictionary(grouping: list, by: \.id).filter { $1.count > 1 }.keys.sorted()
    return Audited(draft: draft, facts: scheme.facts, findings: findings, repeated: repeated)
  }

  // ── the properties ─────────────────────────────────────────────────────────

  /// Which property two schemes break; nil: none.
  func problem(_ a: Audited, _ b: Audited) -> String? {
    if let name = (a.repeated + b.repeated).first { return "two findings are called \(name)" }
    if let problem = silentChange(a, b) ?? silentChange(b, a) { return problem }
    return improvement(a, b) ?? improvement(b, a)
  }

  private func silentChange(_ a: Audited, _ b: Audited) -> String? {
    let differences = a.draft.differences(to: b.draft)
    for (_, finding) in a.findings.sorted(by: { $0.key < $1.key }) {
      let problem = rules.silentChange(of: finding, in: b.findings) { finding in
        let grounds = NamedGrounds(finding)
        return differences.contains { grounds.name($0) }
      }
      if let problem { return "\(differences.map(\.path).joined(separator: ", ")) changed: \(problem)" }
    }
    return nil
  }

  /// Where one plain scalar alone is stated in `a` and not in `b`.
  private func improvement(_ a: Audited, _ b: Audited) -> String? {
    let differences = a.draft.differences(to: b.draft)
    guard differences.count == 1, case .fact(let path) = differences[0], isPlainScalar(path, a),
      !isStated(path, b), !rules.mayAskFor(path)
    else { return nil }
    return rules.improvements(a.findings, b.findings).first.map { "\(path) left out: \($0)" }
  }

  private func fact(_ path: String, _ audited: Audited) -> FactID? {
    audited.facts.slots.indices.lazy.map { FactID($0) }.first { audited.facts.path(of: $0) == path }
  }

  private func isPlainScalar(_ path: String, _ audited: Audited) -> Bool {
    guard let fact = fact(path, audited) else { return false }
    let field = audited.facts.field(of: fact)
    if field.isKey || field.absent != nil { return false }
    if case .list = field.type { return false }
    return isStated(path, audited)
  }

  private func isStated(_ path: String, _ audited: Audited) -> Bool {
    guard let fact = fact(path, audited) else { return false }
    if case .missing = audited.facts[fact] { return false }
    return true
  }
}
