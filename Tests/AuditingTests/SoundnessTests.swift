import Diagnostics
import Expressions
import Findings
import Foundation
import Policies
import Schemes
import Testing
import YAMLTree

@testable import Auditing

/// The two soundness properties, over whole policy sets.
@Suite struct SoundnessTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var paths: [String]
    var scheme: String
    var profile: String?
    var waivers: [String] = []
    var testDescription: String {
      ([FileName.stem(of: paths.last ?? ""), FileName.stem(of: scheme)] + waivers).joined(separator: " ")
    }
  }

  static let cases: [Case] = {
    var cases = [
      Case(paths: [FixtureSet.folder + "/parcel"], scheme: FixtureSet.folder + "/parcel/schemes/plan.yaml"),
      Case(
        paths: [FixtureSet.folder + "/parcel"], scheme: FixtureSet.folder + "/parcel/schemes/plan.yaml",
        profile: "strict-house", waivers: ["spring"]),
      Case(
        paths: [FixtureSet.folder + "/parcel"], scheme: FixtureSet.folder + "/parcel/schemes/vague.yaml"),
    ]
    let odd = ["/parcel/vocabulary", "/parcel/calendars", "/odd"].map { FixtureSet.folder + $0 }
    cases.append(Case(paths: odd, scheme: FixtureSet.folder + "/parcel/schemes/plan.yaml"))
    cases.append(Case(paths: odd, scheme: FixtureSet.folder + "/parcel/schemes/vague.yaml"))
    let small = BundledSetTests.small
    cases.append(Case(paths: [small], scheme: small + "/schemes/acme.yaml"))
    cases.append(Case(paths: [small], scheme: small + "/schemes/acme.yaml", waivers: ["kr-2022"]))
    let root = BundledSetTests.root
    cases.append(Case(paths: [root + "/policies"], scheme: root + "/examples/kakao-2022/scheme.yaml"))
    return cases
  }()

  private func variants(_ test: Case) throws -> SchemeVariants {
    let (set, diagnostics) = PolicySet.load(test.paths)
    return try SchemeVariants(
      try #require(set, "\(diagnostics.map(FixtureSet.text))"), scheme: test.scheme, profile: test.profile,
      waivers: test.waivers)
  }

  /// All scalars of a small scheme, some of a large one.
  private func some(_ scalars: [SchemeVariants.Scalar], _ generator: inout SeededGenerator) -> [SchemeVariants
    .Scalar]
  {
    scalars.count <= Self.most ? scalars : Array(scalars.shuffled(using: &generator).prefix(Self.most / 10))
  }

  private static let most = 100 * SeededGenerator.effort

  // ── property 2 ─────────────────────────────────────────────────────────────

  @Test(arguments: cases)
  func `leaving out one stated scalar improves nothing`(_ test: Case) throws {
    let variants = try variants(test)
    let before = try variants.findings(variants.tree)
    var generator = SeededGenerator(seed: SeededGenerator.seed)
    let read = wordsRead(by: variants.plan)
    let plain = variants.scalars(of: variants.scheme).filter { isPlain($0, besides: read) }
    for scalar in some(plain, &generator) {
      let tree = try #require(variants.changing(scalar.path, to: "ABSENT", in: variants.tree))
      try checkNothingImproves(before, try variants.findings(tree), scalar.path, variants.plan)
    }
  }

  @Test(arguments: cases)
  func `leaving out one scalar after the other improves nothing`(_ test: Case) throws {
    let variants = try variants(test)
    print("seed \(SeededGenerator.seed)")
    var generator = SeededGenerator(seed: SeededGenerator.seed)
    let read = wordsRead(by: variants.plan)
    let isLarge = variants.scheme.facts.slots.count > 2_000
    for _ in 0..<(isLarge ? 1 : 2 * SeededGenerator.effort) {
      var tree = variants.tree
      var before = try variants.findings(tree)
      var removed: [String] = []
      for _ in 0..<8 {
        let scalars = variants.scalars(of: try variants.scheme(tree)).filter {
          isPlain($0, besides: read)
        }
        guard let scalar = scalars.randomElement(using: &generator),
          let next = variants.changing(scalar.path, to: "ABSENT", in: tree)
        else { break }
        removed.append(scalar.path)
        let after = try variants.findings(next)
        try checkNothingImproves(before, after, removed.joined(separator: ", "), variants.plan)
        (tree, before) = (next, after)
      }
    }
  }

  /// Without `absent:`, no key, and read by no `opt` or `has`.
  private func isPlain(_ scalar: SchemeVariants.Scalar, besides read: Set<String>) -> Bool {
    let last = scalar.field.name.split(separator: ".").last.map(String.init) ?? ""
    return scalar.field.absent == nil && !scalar.field.isKey && !read.contains(last)
  }

  /// The last words of the paths that `has` and `opt` look at.
  private func wordsRead(by plan: AuditPlan) -> Set<String> {
    var words: Set<String> = []
    for policy in plan.policies {
      let text = String(decoding: policy.file.bytes, as: UTF8.self)
      for call in ["has(", "opt("] {
        for piece in text.components(separatedBy: call).dropFirst() {
          let path = piece.prefix { $0 != ")" && $0 != "," }
          words.insert(String(path.split(separator: ".").last ?? ""))
        }
      }
    }
    return words
  }

  private func checkNothingImproves(
    _ before: [String: Finding], _ after: [String: Finding], _ removed: String, _ plan: AuditPlan
  ) throws {
    for (id, old) in before.sorted(by: { $0.key < $1.key }) {
      guard let new = after[id] else {
        #expect(
          isCovered(old, by: after), "\(removed): \(id) was \(old.outcome.rawValue) and has disappeared")
        continue
      }
      #expect(
        isAllowed(old, new, in: plan),
        "\(removed): \(id) was \(old.outcome.rawValue) and is \(new.outcome.rawValue)")
    }
  }

  /// Whether an unknown of the whole rule, or of the element that the subject lies in, stands for a finding.
  private func isCovered(_ old: Finding, by after: [String: Finding]) -> Bool {
    after.values.contains { new in
      guard new.rule == old.rule, new.outcome == .unknown, new.part == nil else { return false }
      guard let subject = new.subject else { return true }
      return old.subject?.hasPrefix(subject + "/") ?? false
    }
  }

  private func isAllowed(_ old: Finding, _ new: Finding, in plan: AuditPlan) -> Bool {
    switch old.outcome {
    case .fail, .waived:
      new.outcome == old.outcome || new.outcome == .unknown
        || new.outcome == .manual && mayBeManual(old.rule, in: plan)
    case .manual: new.outcome == .manual || new.outcome == .unknown
    case .pass, .notApplicable, .notInForce:
      [.pass, .notApplicable, .notInForce, .unknown].contains(new.outcome)
    case .notSelected: new.outcome == .notSelected
    case .unknown, .info, .error: true
    }
  }

  private func mayBeManual(_ id: String, in plan: AuditPlan) -> Bool {
    plan.policies.flatMap(\.rules).contains { $0.id == id && ($0.manualWhen != nil || $0.check == .manual) }
  }

  // ── property 1 ─────────────────────────────────────────────────────────────

  @Test(arguments: cases)
  func `what a finding does not name cannot change its outcome`(_ test: Case) throws {
    let variants = try variants(test)
    let before = try variants.list(variants.tree)
    var tried = 0
    print("seed \(SeededGenerator.seed)")
    var generator = SeededGenerator(seed: SeededGenerator.seed)
    for scalar in some(variants.scalars(of: variants.scheme).filter({ !$0.field.isKey }), &generator) {
      // A few of the values for every fact keep the run short; another seed tries others.
      for value in otherValues(for: scalar, in: variants).shuffled(using: &generator).prefix(
        SeededGenerator.effort)
      {
        guard let tree = variants.changing(scalar.path, to: value, in: variants.tree) else { continue }
        tried += 1
        let after = try variants.findings(tree)
        for old in before where !names(old, scalar.path) {
          #expect(
            after[old.id]?.outcome == old.outcome,
            "\(scalar.path) set to \(value): \(old.id) was \(old.outcome.rawValue) and is \(after[old.id]?.outcome.rawValue ?? "gone"), without naming it"
          )
        }
      }
    }
    #expect(tried > 0)
  }

  @Test(arguments: cases)
  func `an element taken out changes only what rests on it or its list`(_ test: Case) throws {
    let variants = try variants(test)
    let before = try variants.list(variants.tree)
    let facts = variants.scheme.facts
    var generator = SeededGenerator(seed: SeededGenerator.seed)
    for record in facts.records.indices.dropFirst().shuffled(using: &generator).prefix(Self.most / 10) {
      guard let list = facts.records[record].list else { continue }
      let path = facts.path(ofRecord: record)
      let listPath = facts.path(of: facts.lists[list].fact)
      guard let tree = variants.changing(path, to: "ABSENT", in: variants.tree) else { continue }
      let after = try variants.findings(tree)
      for old in before {
        let isSubject = old.bindings.contains { $0.path == path || ($0.path ?? "").hasPrefix(path + ".") }
        guard !isSubject, !rests(old, onOrWithin: path), !old.lists.contains(where: { $0.path == listPath }),
          // Places of elements without key shift.
          old.subject?.contains("#") != true
        else { continue }
        #expect(
          after[old.id]?.outcome == old.outcome,
          "\(path) taken out: \(old.id) was \(old.outcome.rawValue) and is \(after[old.id]?.outcome.rawValue ?? "gone")"
        )
      }
    }
  }

  @Test(arguments: cases)
  func `leaving something out never improves an outcome silently`(_ test: Case) throws {
    let variants = try variants(test)
    let before = try variants.findings(variants.tree)
    var generator = SeededGenerator(seed: SeededGenerator.seed)
    for scalar in some(variants.scalars(of: variants.scheme).filter({ !$0.field.isKey }), &generator) {
      guard let tree = variants.changing(scalar.path, to: "ABSENT", in: variants.tree) else { continue }
      for (id, new) in try variants.findings(tree) {
        guard let old = before[id], new.outcome != old.outcome, new.outcome != .unknown else { continue }
        let named =
          new.missing.contains { $0.path == scalar.path } || new.assumed.contains { $0.path == scalar.path }
        #expect(
          named,
          "\(scalar.path) left out: \(id) was \(old.outcome.rawValue) and is \(new.outcome.rawValue) silently"
        )
      }
    }
  }

  private func names(_ finding: Finding, _ path: String) -> Bool {
    let paths =
      finding.evidence.map(\.path) + finding.missing.map(\.path) + finding.assumed.map(\.path)
    // A list's ground stands for its membership and for what its elements say where they were tested.
    return paths.contains(path) || finding.lists.contains { path.hasPrefix($0.path + "[") }
  }

  private func rests(_ finding: Finding, onOrWithin path: String) -> Bool {
    let paths =
      finding.evidence.map(\.path) + finding.missing.map(\.path) + finding.assumed.map(\.path)
      + finding.lists.map(\.path)
    return paths.contains { $0.hasPrefix(path) }
  }

  private func otherValues(for scalar: SchemeVariants.Scalar, in variants: SchemeVariants) -> [String] {
    switch scalar.field.type {
    case .bool: ["ABSENT", "true", "false", "none"]
    case .number: ["ABSENT", "0", "1", "1000000", "{at_least: 1}", "{either: [0, 1000000]}"]
    case .string: ["ABSENT", "other", "none"]
    case .choice(let index):
      ["ABSENT"] + variants.vocabulary.environment.choices[index].members.map(\.name)
    case .date: ["ABSENT", "2022-10-20", "2023-02-01", "2023-12-01", "{at_least: 2022-11-01}"]
    case .timestamp: ["ABSENT", "2022-10-15T00:00+09:00"]
    case .reference(let reference): ["ABSENT"] + keys(reference, variants.scheme.facts)
    default: []
    }
  }

  private func keys(_ reference: ValueType.Reference, _ facts: Facts) -> [String] {
    guard case .list(let list) = facts[facts.fact(record: 0, slot: reference.list)] else { return [] }
    return facts.lists[list].positions.keys.sorted()
  }
}
