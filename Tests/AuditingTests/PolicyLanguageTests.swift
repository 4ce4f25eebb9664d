import Diagnostics
import Expressions
import Findings
import Foundation
import Policies
import Testing

@testable import Auditing

/// A page of the policy language, with the examples that stand in it.
struct LanguagePage: Sendable, CustomTestStringConvertible {
  /// A fenced block: what stands after the fence, and its lines.
  struct Block: Sendable {
    var kind: String
    var text: String
    var line: Int
  }

  let path: String
  let blocks: [Block]

  var testDescription: String { path }

  static let all = ["docs/policy-language.md", "docs/ko/policy-language.md"].map { LanguagePage($0) }

  init(_ path: String) {
    self.path = path
    let page = (try? String(contentsOfFile: BundledSetTests.root + "/" + path, encoding: .utf8)) ?? ""
    var blocks: [Block] = []
    var open: Block?
    for (index, line) in page.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.hasPrefix("```") {
        if let block = open {
          blocks.append(block)
          open = nil
        } else {
          open = Block(kind: String(line.dropFirst(3)), text: "", line: index + 1)
        }
      } else {
        open?.text += line + "\n"
      }
    }
    self.blocks = blocks
  }

  /// The files of the page by the names that it gives them.
  var files: [String: String] {
    var files: [String: String] = [:]
    for block in blocks where block.kind == "yaml" && block.text.hasPrefix("format: ") {
      let format = block.text.prefix { $0 != "\n" }.dropFirst("format: ".count)
      let isSecond = block.text.contains("ex.article_8\n")
      let name =
        switch format {
        case "guideline_vocabulary/1": "vocabulary.yaml"
        case "guideline_register/1": "register.yaml"
        case "guideline_calendar/1": "calendar.yaml"
        case "guideline_policy/1": isSecond ? "article-8.yaml" : "policy.yaml"
        case "guideline_test/1": isSecond ? "article-8.tests.yaml" : "tests.yaml"
        case "guideline_profile/1": "house.profile.yaml"
        case "guideline_waivers/1": "spring.waivers.yaml"
        case "guideline_decisions/1": "opinions.decisions.yaml"
        default: "plan.yaml"
        }
      files[name] = block.text
    }
    return files
  }

  /// A policy that has only what a fragment needs around it: the head of the page's policy up to its rules.
  func policy(around fragment: Block) -> String? {
    guard let policy = files["policy.yaml"], let rules = policy.range(of: "\nrules:\n"),
      let first = fragment.text.split(separator: "\n").first
    else { return nil }
    let head = policy[..<rules.lowerBound].replacingOccurrences(
      of: "ex.outage_guideline", with: "ex.fragment")
    let indented = fragment.text.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n")
    switch first {
    case "# in parameters:":
      let parameters = fragment.text.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n")
      return head.replacingOccurrences(of: "\nparameters:\n", with: "\nparameters:\n" + parameters + "\n")
        + "\nrules: []\n"
    case "# in tables:":
      let tables = fragment.text.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n")
      return head.replacingOccurrences(of: "\ntables:\n", with: "\ntables:\n" + tables + "\n")
        + "\nrules: []\n"
    case "# in rules:":
      return head + "\nrules:\n" + indented + "\n"
    case "# in a rule:":
      let rule = "  - id: EX-12\n    title: a\n    cite: gl 1\n    severity: note\n"
      return head + "\nrules:\n" + rule + indented + "\n"
    default: return nil
    }
  }
}

@Suite struct `The pages of the policy language` {
  private static func described(_ diagnostics: [Diagnostic]) -> [String] {
    diagnostics.map(FixtureSet.text)
  }

  @Test(arguments: LanguagePage.all)
  func `show files in which a review finds nothing`(page: LanguagePage) throws {
    let files = page.files
    #expect(files.count == 11)
    let set = try InlineSet(files)
    let (loaded, diagnostics) = PolicySet.load([set.folder], isReviewing: true)
    #expect(Self.described(diagnostics) == [])
    let policies = try #require(loaded)
    let companions = withExtendedLifetime(set) { policies.checkingCompanions() }
    #expect(Self.described(companions) == [])
    #expect(policies.ruleIDs.contains("EX-8"))
  }

  @Test(arguments: LanguagePage.all)
  func `show tests that hold`(page: LanguagePage) throws {
    let set = try InlineSet(page.files)
    let policies = try set.loaded()
    let result = withExtendedLifetime(set) { PolicyTestRunner.run(policies) }
    #expect(Self.described(result.diagnostics) == [])
    #expect(result.failures.map { $0.line(.en) } == [])
    #expect(result.cases == 20)
    #expect(result.exitStatus == 0)
  }

  @Test(arguments: LanguagePage.all)
  func `show decisions that are not stale`(page: LanguagePage) throws {
    let set = try InlineSet(page.files)
    let policies = try set.loaded()
    let report = try withExtendedLifetime(set) {
      try policies.audit(
        schemeAt: set.path("plan.yaml"), options: AuditOptions(decisions: ["opinions.decisions"]))
    }
    let decided = report.findings.filter { $0.decision != nil }
    #expect(decided.map(\.id) == ["EX-2[music]", "EX-4.criteria"])
    #expect(decided.allSatisfy { $0.decision?.stale == false && $0.outcome == .fail })
  }

  @Test(arguments: LanguagePage.all)
  func `show expressions that mean something where they are said to stand`(page: LanguagePage) throws {
    let policies = try InlineSet(page.files).loaded().policies
    var count = 0
    for block in page.blocks where block.kind.hasPrefix("expr ") {
      let id = block.kind.dropFirst("expr ".count)
      let policy = try #require(policies.first { $0.rules.contains { $0.id == id } })
      let rule = try #require(policy.rules.first { $0.id == id })
      let checker = Checker(program: policy.program, functions: .standard)
      for line in block.text.split(separator: "\n") {
        // The expression ends where its explanation begins: after two spaces, or at the column of the others.
        let text = line.range(of: "  ").map { String(line[..<$0.lowerBound]) } ?? Self.first(61, of: line)
        var log = DiagnosticLog()
        let checked = checker.check(
          ExpressionSource(text: text), scope: policy.scope(of: rule), diagnostics: &log)
        #expect(checked != nil, "\(text): \(log.entries.map(\.message.en))")
        count += 1
      }
    }
    #expect(count > 20)
  }

  private static func first(_ columns: Int, of line: Substring) -> String {
    String(line.prefix(columns).reversed().drop { $0 == " " }.reversed())
  }

  @Test(arguments: LanguagePage.all)
  func `show pieces of policies without errors`(page: LanguagePage) throws {
    let fragments = page.blocks.filter { $0.kind == "yaml" && !$0.text.hasPrefix("format: ") }
    #expect(fragments.count >= 5)
    for fragment in fragments {
      var files = page.files
      let policy = page.policy(around: fragment)
      #expect(policy != nil, "line \(fragment.line): say where the piece stands: `# in rules:`")
      files["policy.yaml"] = policy
      for name in [
        "article-8.yaml", "article-8.tests.yaml", "tests.yaml", "house.profile.yaml", "spring.waivers.yaml",
        "opinions.decisions.yaml",
      ] {
        files[name] = nil
      }
      let set = try InlineSet(files)
      let (_, diagnostics) = withExtendedLifetime(set) { PolicySet.load([set.folder], isReviewing: true) }
      // What the piece does not use of the page's policy is used elsewhere in it.
      let found = diagnostics.filter {
        $0.severity == .error || !$0.code.hasPrefix("policy.unused-") && $0.code != "policy.no-rules"
      }
      #expect(Self.described(found) == [], "line \(fragment.line)")
    }
  }

  @Test func `are the same in both languages but for their words`() {
    let pages = LanguagePage.all.map { page in
      page.blocks.map { block in
        block.text.split(separator: "\n").map { line in
          String((line.range(of: "  #") ?? line.range(of: " # ")).map { line[..<$0.lowerBound] } ?? line)
            .trimmingCharacters(in: .whitespaces)
        }.filter { !$0.hasPrefix("#") && !$0.contains("name: ") }
      }
    }
    #expect(pages[0].count == pages[1].count)
    for (english, korean) in zip(pages[0], pages[1]) where english.first?.hasPrefix("format:") == true {
      #expect(english == korean)
    }
  }
}
