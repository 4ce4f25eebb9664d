import Diagnostics
import Expressions
import Findings
import Foundation
import Policies
import Schemes
import Testing
import YAMLTree

@testable import Auditing

/// A scheme with ways to change single facts, audited against a policy set again and again.
struct SchemeVariants {
  let set: PolicySet
  let vocabulary: Vocabulary
  let plan: AuditPlan
  let tree: YAMLTree
  let scheme: Scheme

  /// A fact that a scheme states as one plain value.
  struct Scalar {
    var fact: FactID
    var path: String
    var field: Field
  }

  init(_ set: PolicySet, scheme path: String, profile: String? = nil, waivers: [String] = []) throws {
    var log = DiagnosticLog()
    self.set = set
    let file = try #require(FileReading.read(path, diagnostics: &log))
    tree = try #require(YAMLTree.parse(file, into: &log))
    scheme = try #require(set.readScheme(tree, diagnostics: &log))
    vocabulary = try #require(set.vocabularies[scheme.vocabularyID])
    var choice = AuditPlan.Choice()
    choice.profile = profile.map { AuditPlan.Name(text: $0) }
    choice.waivers = waivers.map { AuditPlan.Name(text: $0) }
    plan = try #require(AuditPlan(set, vocabulary: vocabulary, choice: choice, diagnostics: &log))
    #expect(!log.hasErrors)
  }

  func findings(_ tree: YAMLTree) throws -> [String: Finding] {
    Dictionary(uniqueKeysWithValues: try list(tree).map { ($0.id, $0) })
  }

  func list(_ tree: YAMLTree) throws -> [Finding] {
    var log = DiagnosticLog()
    let scheme = try #require(set.readScheme(tree, diagnostics: &log), "\(log.sorted.map(FixtureSet.text))")
    return SchemeAudit(scheme, plan: plan).findings()
  }

  /// The tree with one path given a value, written as YAML; `ABSENT` takes it out. Nil: not a valid scheme.
  func changing(_ path: String, to value: String, in tree: YAMLTree) -> YAMLTree? {
    var log = DiagnosticLog()
    let escaped = path.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(
      of: "\"", with: "\\\"")
    let file = SourceFile(path: "set.yaml", bytes: Array("\"\(escaped)\": \(value)\n".utf8))
    guard let set = YAMLTree.parse(file, into: &log) else { return nil }
    let changed = SchemeEdit.applying(set.root, to: tree, vocabulary: vocabulary, diagnostics: &log)
    guard !log.hasErrors, self.set.readScheme(changed, diagnostics: &log) != nil, !log.hasErrors else {
      return nil
    }
    return changed
  }

  /// Every stated fact with one value, bounds and disputed ones included.
  func scalars(of scheme: Scheme) -> [Scalar] {
    scheme.facts.slots.indices.compactMap { slot in
      let fact = FactID(slot)
      switch scheme.facts[fact] {
      case .missing, .list, .group: return nil
      case .none, .bool, .number, .string, .date, .timestamp, .range, .either:
        return Scalar(fact: fact, path: scheme.facts.path(of: fact), field: scheme.facts.field(of: fact))
      }
    }
  }

  func scheme(_ tree: YAMLTree) throws -> Scheme {
    var log = DiagnosticLog()
    return try #require(set.readScheme(tree, diagnostics: &log))
  }
}
