import Diagnostics
import Findings
import Foundation
import Policies
import Schemes

@testable import Auditing

/// What the two properties allow to become of findings when a scheme changes.
struct SoundnessRules {
  /// Rules in which a person may be asked.
  private let rulesForPersons: Set<String>
  /// Ids of the measures.
  private let measures: Set<String>
  /// The last words of the paths that `has` and `opt` look at.
  private let wordsAskedFor: Set<String>

  init(_ plan: AuditPlan) {
    rulesForPersons = Set(
      plan.policies.flatMap(\.rules).filter { $0.manualWhen != nil || $0.check == .manual }.map(\.id))
    measures = Set(plan.policies.flatMap(\.measures).map(\.id))
    var words: Set<String> = []
    for file in plan.policies.map(\.file) + [plan.vocabulary.file] {
      let text = String(decoding: file.bytes, as: UTF8.self)
      for call in ["has(", "opt("] {
        for piece in text.components(separatedBy: call).dropFirst() {
          let path = piece.prefix { $0 != ")" && $0 != "," }
          words.insert(String(path.split(separator: ".").last ?? ""))
        }
      }
    }
    wordsAskedFor = words
  }

  /// Whether `has` or `opt` may look at a fact.
  func mayAskFor(_ path: String) -> Bool {
    wordsAskedFor.contains(path.split(separator: ".").last.map(String.init) ?? "")
  }

  // ── property 1 ─────────────────────────────────────────────────────────────

  /// What changed although the finding rests on nothing that changed.
  func silentChange(
    of finding: Finding, in after: [String: Finding], where isNamed: (Finding) -> Bool
  ) -> String? {
    guard after[finding.id]?.outcome != finding.outcome, !isNamed(finding) else { return nil }
    let now = after[finding.id]?.outcome.rawValue ?? "gone"
    return "\(finding.id) was \(finding.outcome.rawValue) and is \(now), without naming it"
  }

  // ── property 2 ─────────────────────────────────────────────────────────────

  /// What a scalar that is no longer stated must not have done.
  func improvements(_ before: [String: Finding], _ after: [String: Finding]) -> [String] {
    before.sorted { $0.key < $1.key }.compactMap { id, old in
      if let new = after[id] {
        return isAllowed(old, new)
          ? nil : "\(id) was \(old.outcome.rawValue) and is \(new.outcome.rawValue) for want of it"
      }
      let isKept = isCovered(old, by: after, unlike: before) || isShared(old, by: after)
      return isKept ? nil : "\(id) was \(old.outcome.rawValue) and has disappeared"
    }
  }

  /// Whether the findings of a rule's subjects and parts say what may become of the finding of the whole rule, or
  /// those below an element what may become of the element's own.
  private func isShared(_ old: Finding, by after: [String: Finding]) -> Bool {
    let findings = after.values.filter { new in
      guard let outer = old.subject else { return new.rule == old.rule }
      return new.rule == old.rule && new.subject?.hasPrefix(outer + "/") == true
    }
    return !findings.isEmpty && findings.allSatisfy { isAllowed(old, $0) }
  }

  /// Whether an unknown of the whole rule, or of the element that the subject lies in, stands for a finding; for a
  /// subject that its value names, the one that has taken its place without that value.
  private func isCovered(
    _ old: Finding, by after: [String: Finding], unlike before: [String: Finding]
  ) -> Bool {
    let isNamedByValue = old.bindings.contains { $0.path == nil }
    return after.values.contains { new in
      guard new.rule == old.rule else { return false }
      if isNamedByValue, before[new.id] == nil, isAllowed(old, new) { return true }
      // A list that could not be computed has elements now.
      if old.outcome == .error || old.outcome == .unknown, let outer = old.subject,
        new.subject?.hasPrefix(outer + "/") == true
      {
        return true
      }
      // What the rule cannot apply to, it cannot apply to whatever the element's list holds.
      let isSame = old.outcome == .notApplicable && new.outcome == .notApplicable
      guard new.outcome == .unknown || isSame, new.part == nil else { return false }
      guard let subject = new.subject else { return true }
      return old.subject?.hasPrefix(subject + "/") ?? false
    }
  }

  private func isAllowed(_ old: Finding, _ new: Finding) -> Bool {
    // What a measure lacks is information as well.
    if measures.contains(old.rule) { return new.outcome == .info || new.outcome == old.outcome }
    return switch old.outcome {
    case .fail, .waived:
      new.outcome == old.outcome || new.outcome == .unknown
        || new.outcome == .manual && rulesForPersons.contains(old.rule)
    case .manual: new.outcome == .manual || new.outcome == .unknown
    case .pass, .notApplicable, .notInForce:
      [.pass, .notApplicable, .notInForce, .unknown].contains(new.outcome)
    case .notSelected: new.outcome == .notSelected
    case .unknown, .info, .error: true
    }
  }
}
