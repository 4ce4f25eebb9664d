import Diagnostics
import Findings
import Foundation
import Reporting
import Testing

@testable import Auditing

/// Decisions on findings: beside the outcome, never in its place, and stale when what they rest on has changed.
@Suite struct DecisionTests {
  private static let policy = """
    rules:
      - id: R
        title: {ko: 값, en: price}
        cite: 제1조
        severity: major
        for_each: {as: item, in: shop.items}
        require: item.price < 100 || 'fair' in shop.tags
        message: {ko: "{item.id} 비쌈", en: "{item.id} is dear"}
      - id: P
        title: {ko: 간판, en: sign}
        cite: 제3조
        severity: major
        parts: [{id: sign, title: {ko: 간판, en: sign}, require: shop.sign}]
    """

  private static let scheme =
    "shop: {id: mine, filed: 2023-03-01, sign: true, tags: [old], items: [{id: a, price: 500}, {id: b, price: 5}]}"

  private static func set(_ decisions: [String: String] = [:]) throws -> InlineSet {
    try InlineSet(policy: policy, files: decisions)
  }

  /// The digests of a scheme's findings by their names.
  private static func digests(_ scheme: String = scheme) throws -> [String: String] {
    let set = try set()
    var log = DiagnosticLog()
    let file = SourceFile(path: "scheme.yaml", bytes: Array("format: shop/1\n\(scheme)\n".utf8))
    let report = try set.loaded().audit(
      SchemeFile(parsing: file), options: AuditOptions(), law: .written, today: nil, digestsFacts: true,
      diagnostics: &log)
    let findings = try #require(report).findings
    return Dictionary(uniqueKeysWithValues: findings.map { ($0.id, $0.factsDigest ?? "") })
  }

  private static func decision(
    _ rule: String = "R", _ subject: String? = "a", from: String = "fail", word: String = "to: pass",
    on: String = "2023-04-01", by: String = "city", digest: String? = nil, more: String = ""
  ) throws -> String {
    let id = rule + (subject.map { "[\($0)]" } ?? "")
    let known = try digest ?? digests()[id] ?? ""
    let named = subject.map { "subject: \($0), " } ?? ""
    return "  - {rule: \(rule), \(named)from: \(from), \(word), by: \(by), on: \(on), reason: 소명, "
      + "digest: \(known)\(more)}\n"
  }

  private static func findings(_ entries: String, scheme: String = scheme) throws -> (
    findings: [String: Finding], warnings: [Diagnostic]
  ) {
    let set = try set(["d.yaml": "format: guideline_decisions/1\ndecisions:\n" + entries])
    var log = DiagnosticLog()
    let file = SourceFile(path: "scheme.yaml", bytes: Array("format: shop/1\n\(scheme)\n".utf8))
    let report = try set.loaded().audit(
      scheme: file, options: AuditOptions(decisions: ["d"]), law: .written, today: nil, diagnostics: &log)
    let found = try #require(report, "\(log.sorted.map(FixtureSet.text))").findings
    return (Dictionary(uniqueKeysWithValues: found.map { ($0.id, $0) }), log.sorted)
  }

  @Test func `a judgement stands beside the outcome and changes nothing`() throws {
    let (findings, warnings) = try Self.findings(try Self.decision())
    #expect(warnings.isEmpty)
    let finding = try #require(findings["R[a]"])
    #expect(finding.outcome == .fail)
    #expect(
      finding.decision
        == DecisionUse(from: .fail, to: .pass, by: "city", on: "2023-04-01", reason: LocalizedText("소명")))
    #expect(findings["R[b]"]?.decision == nil)
    #expect(findings["P.sign"]?.decision == nil)
  }

  @Test func `a pass can be judged too, and a part`() throws {
    let (findings, _) = try Self.findings(
      try Self.decision("R", "b", from: "pass", word: "to: fail")
        + Self.decision("P.sign", nil, from: "pass", word: "reply: accept"))
    #expect(findings["R[b]"]?.decision?.to == .fail)
    #expect(findings["R[b]"]?.outcome == .pass)
    #expect(findings["P.sign"]?.decision?.reply == "accept")
  }

  @Test func `several decisions on one finding stand in the order of their days`() throws {
    let (findings, _) = try Self.findings(
      try Self.decision(word: "to: fail", on: "2023-05-01")
        + Self.decision(word: "reply: dispute", on: "2023-04-01", by: "shop"))
    let finding = try #require(findings["R[a]"])
    #expect(finding.decision?.to == .fail)
    #expect(finding.earlierDecisions.map(\.reply) == ["dispute"])
  }

  @Test(arguments: [
    // What the finding rests on.
    ("price: 500", "price: 501", true), ("tags: [old]", "tags: [new]", true),
    ("tags: [old]", "tags: [old, odd]", true), ("price: 500", "price: {at_least: 500}", true),
    // What it does not rest on.
    ("sign: true", "sign: false", false), ("price: 5}", "price: 6}", false),
    ("{id: a, price: 500}, {id: b, price: 5}", "{id: b, price: 5}, {price: 500, id: a, name: top}", false),
  ])
  func `a decision is stale when a fact that decided has changed`(old: String, new: String, stale: Bool)
    throws
  {
    let changed = Self.scheme.replacing(old, with: new)
    #expect(changed != Self.scheme)
    let (findings, _) = try Self.findings(try Self.decision(), scheme: changed)
    #expect(findings["R[a]"]?.decision?.stale == stale)
  }

  @Test func `a decision on another outcome is stale though no fact has changed`() throws {
    let (findings, _) = try Self.findings(try Self.decision(from: "unknown"))
    #expect(findings["R[a]"]?.decision?.stale == true)
    let digest = try Self.digests()["R[a]"]
    let unknown = Self.scheme.replacing("price: 500", with: "price: null")
    let (later, _) = try Self.findings(try Self.decision(digest: digest), scheme: unknown)
    #expect(later["R[a]"]?.decision?.stale == true)
  }

  @Test func `what no fact moved keeps its digest, whatever the file looks like`() throws {
    let moved = "# a remark\n" + Self.scheme.replacing("id: mine", with: "id: yours")
    #expect(try Self.digests(moved) == Self.digests())
  }

  @Test func `a decision about no finding is a warning with what was probably meant`() throws {
    let long = Self.scheme.replacing("id: a,", with: "id: apples,")
    let (findings, warnings) = try Self.findings(
      try Self.decision("R", "aples", digest: String(repeating: "0", count: 32)), scheme: long)
    #expect(findings.values.allSatisfy { $0.decision == nil })
    #expect(warnings.map(\.code) == ["decision.no-finding"])
    #expect(warnings.first?.help?.en == "did you mean `apples`?")
  }

  @Test func `a decision about another scheme is passed over`() throws {
    let (findings, warnings) = try Self.findings(try Self.decision(more: ", scheme: other"))
    #expect(findings["R[a]"]?.decision == nil)
    #expect(warnings.isEmpty)
    #expect(try Self.findings(try Self.decision(more: ", scheme: mine")).findings["R[a]"]?.decision != nil)
  }

  @Test func `policy check reports a decision about a rule that is not there`() throws {
    let set = try Self.set([
      "d.yaml": "format: guideline_decisions/1\ndecisions:\n"
        + Self.decision("R2", nil, digest: String(repeating: "0", count: 32))
    ])
    let found = try set.loaded().checkingCompanions()
    #expect(found.map(\.code) == ["decision.unknown-rule"])
  }

  @Test func `a report with decisions reads again as it was written`() throws {
    let set = try Self.set([
      "d.yaml": "format: guideline_decisions/1\ndecisions:\n" + Self.decision()
        + Self.decision(word: "reply: will_fix", on: "2023-04-02", by: "shop")
    ])
    let report = try set.report(Self.scheme, options: AuditOptions(decisions: ["d"]))
    let again = try JSONDecoder().decode(AuditReport.self, from: Data(report.json))
    #expect(again.json == report.json)
    #expect(again.options.decisions == ["d"])
    #expect(report.inputs.contains { $0.path.hasSuffix("d.yaml") && $0.format == "guideline_decisions/1" })
  }

  @Test(arguments: Language.allCases)
  func `the text report tells decisions also of what is met`(language: Language) throws {
    let set = try Self.set([
      "d.yaml": "format: guideline_decisions/1\ndecisions:\n" + Self.decision()
        + Self.decision("R", "b", from: "pass", word: "to: fail")
    ])
    let report = try set.report(Self.scheme, options: AuditOptions(decisions: ["d"]))
    let text = String(
      decoding: try ReportFormat.text.render([report], RenderOptions(language: language)), as: UTF8.self)
    let words =
      switch language {
      case .ko:
        ["의견 d", "의견    city 2023. 4. 1.: 미충족 → 충족 — 소명", "기록된 의견 — 점검 항목 1건", "city 2023. 4. 1.: 충족 → "]
      case .en: ["decisions  d", "Decisions on record — 1 finding", "city 1 April 2023: met → "]
      }
    for word in words {
      let squeezed = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(squeezed.contains(word.split(separator: " ").joined(separator: " ")), "\(word)\n\(text)")
    }
  }
}

/// `audit decisions` and `--decisions` as they are called.
@Suite(.enabled(if: CommandRun.program != nil, "the program was not built beside the tests"))
struct DecisionsCommandTests {
  private static let base = [
    "examples/small-policy-set/schemes/acme.yaml", "--policies", "examples/small-policy-set",
  ]

  @Test(arguments: ["ko", "en"])
  func `the form that is filled in is read again and is not stale`(language: String) throws {
    let run = try CommandRun(["decisions"] + Self.base + ["--language", language])
    #expect(run.status == 0 && run.errors.isEmpty, "\(run)")
    #expect(run.output.hasPrefix("format: guideline_decisions/1\n"))
    let filled = run.output.replacingOccurrences(of: "    to:\n", with: "    to: pass\n")
      .replacingOccurrences(of: "    by:\n", with: "    by: city\n")
      .replacingOccurrences(of: "    on:\n", with: "    on: 2023-04-01\n")
      .replacingOccurrences(of: "    reason:\n", with: "    reason: 소명\n")
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).yaml").path
    try Data(filled.utf8).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let plain = try CommandRun(Self.base + ["--output", "json"])
    let decided = try CommandRun(Self.base + ["--output", "json", "--decisions", path])
    #expect(decided.status == plain.status && decided.errors.isEmpty, "\(decided.errors)")
    #expect(decided.output.contains("\"to\":\"pass\""))
    #expect(!decided.output.contains("\"stale\":true"))
    let count = run.output.components(separatedBy: "- rule: ").count - 1
    #expect(count > 0 && decided.output.components(separatedBy: "\"to\":\"pass\"").count - 1 == count)
  }

  @Test func `an empty form is refused with every blank`() throws {
    let run = try CommandRun(["decisions"] + Self.base)
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).yaml").path
    try Data(run.output.utf8).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let refused = try CommandRun(Self.base + ["--decisions", path])
    #expect(refused.status == 2)
    #expect(refused.errors.contains("[decision.no-word]") && refused.errors.contains("[decision.not-a-text]"))
  }

  @Test func `findings may be named, and a wrong name is answered with the nearest`() throws {
    let all = try CommandRun(["decisions"] + Self.base)
    let first = try #require(all.output.split(separator: "\n").first { $0.contains("- rule: ") })
    let rule = String(first.split(separator: " ").last ?? "")
    let one = try CommandRun(["decisions", Self.base[0], rule] + Self.base.dropFirst())
    #expect(one.status == 0 && one.output.contains("- rule: \(rule)\n"))
    let wrong = try CommandRun(["decisions", Self.base[0], rule + "X"] + Self.base.dropFirst())
    #expect(wrong.status == 2 && wrong.output.isEmpty)
    #expect(wrong.errors.contains("there is no finding") && wrong.errors.contains(rule), "\(wrong.errors)")
  }

  @Test func `a file of decisions that is not there is named with what there is`() throws {
    let run = try CommandRun(Self.base + ["--decisions", "opinions"])
    #expect(run.status == 2)
    #expect(run.errors.contains("there is no file of decisions `opinions`"), "\(run.errors)")
  }
}
