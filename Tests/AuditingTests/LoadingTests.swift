import Diagnostics
import Findings
import Policies
import Testing

@testable import Auditing

/// Finding and loading the files of a policy set.
@Suite struct LoadingTests {
  private static let rule =
    "rules:\n  - {id: R, title: {ko: 간판, en: sign}, cite: 제1조, severity: minor, require: shop.sign}\n"

  private func problems(_ files: [String: String]) throws -> [Diagnostic] {
    let set = try InlineSet(files)
    return PolicySet.load([set.folder]).diagnostics.filter { $0.severity == .error }
  }

  private var complete: [String: String] {
    ["v.yaml": InlineSet.vocabulary, "p.yaml": InlineSet.head + Self.rule]
  }

  @Test func `files are known by their first line wherever they lie`() throws {
    let set = try InlineSet([
      "deep/er/x.yml": InlineSet.vocabulary, "y.yaml": "\u{FEFF}# about\n\n" + InlineSet.head + Self.rule,
      "notes.txt": "format: nothing", ".hidden/z.yaml": "nonsense: [",
      "scheme.yaml": "format: shop/1\nshop: {}\n",
    ])
    let policies = try set.loaded()
    #expect(policies.policies.map(\.id) == ["test.shop"])
    #expect(policies.inputs.map(\.path) == [set.path("deep/er/x.yml"), set.path("y.yaml")])
  }

  @Test func `single files and folders add up and each file counts once`() throws {
    let set = try InlineSet(complete)
    let policies = try PolicySet(paths: [set.path("p.yaml"), set.folder, set.path("v.yaml")])
    #expect(policies.policies.count == 1)
    #expect(policies.inputs.count == 2)
  }

  @Test(arguments: [
    ("x.yaml", "format: guideline_polcy/1\nid: x\n", "file.unknown-format"),
    ("x.yaml", "id: x\nrules: []\n", "file.no-format"),
    ("x.yaml", "- a\n", "file.not-a-mapping"),
    ("x.yaml", "id: x\nformat: guideline_policy/1\n", "file.format-not-first"),
    ("v2.yaml", InlineSet.vocabulary, "set.repeated-id"),
    ("p2.yaml", InlineSet.head + rule, "policy.duplicate-policy"),
    ("p2.yaml", InlineSet.head.replacing("test.shop", with: "test.two") + rule, "policy.duplicate-rule"),
    (
      "p2.yaml", InlineSet.head.replacing("vocabulary: shop", with: "vocabulary: shp"),
      "policy.unknown-vocabulary"
    ),
  ])
  func `a file that does not fit is reported`(name: String, text: String, code: String) throws {
    var files = complete
    files[name] = text
    #expect(try problems(files).map(\.code).contains(code))
  }

  @Test func `a folder without policies and a path that is not there are reported`() throws {
    #expect(try problems(["v.yaml": InlineSet.vocabulary]).map(\.code) == ["set.no-policies"])
    #expect(PolicySet.load(["/nowhere/at/all"]).diagnostics.map(\.code).contains("file.not-found"))
    #expect(throws: InputError.self) { try PolicySet(directory: "/nowhere/at/all") }
  }

  @Test func `what needs a broken vocabulary says nothing more`() throws {
    var files = complete
    files["v.yaml"] = InlineSet.vocabulary.replacing("type: bool, ko: 간판", with: "type: bol, ko: 간판")
    let codes = try problems(files).map(\.code)
    #expect(!codes.isEmpty)
    #expect(codes.filter { !$0.hasPrefix("vocabulary.") } == [])
  }

  @Test func `a scheme of a vocabulary that is not loaded is refused with what there is`() throws {
    let policies = try InlineSet(complete).loaded()
    let file = SourceFile(path: "s.yaml", bytes: Array("format: shp/1\nshop: {}\n".utf8))
    let error = #expect(throws: InputError.self) { try policies.audit(scheme: file) }
    let problem = try #require(error?.diagnostics.first)
    #expect(problem.code == "scheme.unknown-vocabulary")
    #expect(problem.help?.en == "did you mean `shop/1`?")
    #expect(problem.location?.line == 1)
  }

  @Test func `all problems of a scheme are reported at once`() throws {
    let policies = try InlineSet(complete).loaded()
    let file = SourceFile(
      path: "s.yaml",
      bytes: Array("format: shop/1\nshop: {price: \"3억\", sing: true, opened: tomorrow}\n".utf8))
    let error = #expect(throws: InputError.self) { try policies.audit(scheme: file) }
    #expect((error?.diagnostics.filter { $0.severity == .error }.count ?? 0) >= 3)
    #expect(error?.description.contains("s.yaml:2:") == true)
  }

  @Test func `the articles that nobody checks are carried into the report`() throws {
    let set = try FixtureSet.named("parcel")
    let report = try set.audit(schemeAt: FixtureSet.folder + "/parcel/schemes/plan.yaml")
    #expect(report.notCovered.map(\.article.ko) == ["제16조"])
    #expect(report.notCovered.first?.instrument.en == "parcel notice")
  }
}
