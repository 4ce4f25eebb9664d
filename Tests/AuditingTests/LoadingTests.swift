import Diagnostics
import Findings
import Foundation
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

  @Test func `every file's problems are found whatever the others' are`() throws {
    let policy =
      InlineSet.head.replacing("as_of", with: "calendar: kr\nas_of")
      + "rules:\n"
      + "  - {id: R, title: {ko: 간판, en: sign}, cite: 제1조, severity: minor, require: shop.sign && shop.opn}\n"
      + "  - {id: S, title: {ko: 크기, en: size}, cite: 제1조, severity: minro, require: shop.size > 1}\n"
    let set = try InlineSet([
      "v.yaml": InlineSet.vocabulary.replacing("type: bool, ko: 간판", with: "type: bol, ko: 간판"),
      "c.yaml": "format: guideline_calendar/1\nid: kr\ncovers: {from: 2020-01-01, to: 2019-01-01}\n",
      "p.yaml": policy,
      "t.yaml": "format: guideline_test/1\npolicy: test.shop\nbase: s.yaml\ncases:\n"
        + "  - {name: x, expect: {R: pass, S: pas, T: pass}}\n",
      "w.yaml": "format: guideline_waivers/1\nwaivers:\n"
        + "  - {id: W, rule: S, granted_by: city, granted_on: 2022-01-01, expires: 2022-02-01, basis: a, reason: b}\n",
      "r.yaml": "format: guideline_profile/1\nid: r\nselect: [S, U]\n",
    ])
    let (loaded, diagnostics) = PolicySet.load([set.folder], isReviewing: true)
    #expect(loaded == nil)
    #expect(
      diagnostics.filter { $0.severity == .error }.map(\.code) == [
        "calendar.period", "expression.unknown-fact", "policy.unknown-word", "profile.unknown-rule",
        "test.unknown-word", "test.unknown-rule", "vocabulary.unknown-type", "waiver.not-waivable",
      ])
    // Nothing is audited or tested with such a set.
    let (none, some) = PolicySet.load([set.folder])
    #expect(none == nil && some.contains { $0.severity == .error })
    #expect(throws: InputError.self) { try PolicySet(directory: set.folder) }
  }

  @Test(arguments: ["\tx: 1\n", "x: \"\n", "x: [\n", "x: @y\n", "x: !y z\n", "x: 1\nx: 2\n"])
  func `a set with a file that YAML cannot read is of no use, and the file's other problems are found`(
    trap: String
  ) throws {
    for name in ["v.yaml", "p.yaml"] {
      var files = complete
      files["p.yaml"] = InlineSet.head + Self.rule.replacing("minor", with: "minro")
      files[name, default: ""] += trap
      let set = try InlineSet(files)
      let (loaded, diagnostics) = PolicySet.load([set.folder])
      #expect(loaded == nil)
      #expect(diagnostics.contains { $0.code.hasPrefix("yaml.") })
      #expect(diagnostics.map(\.code).contains("policy.unknown-word"))
    }
  }

  @Test func `without its vocabulary everything of a policy but the facts is checked`() throws {
    let codes = try problems(["p.yaml": InlineSet.head + Self.rule.replacing("minor", with: "minro")]).map(
      \.code)
    #expect(codes == ["policy.unknown-vocabulary", "policy.unknown-word"])
  }

  @Test func `a misspelt register entry does not hide its bodies`() throws {
    var files = complete
    files["p.yaml"] = InlineSet.head.replacing("{id: city, ko: 시청, en: city}", with: "kr.city") + Self.rule
    files["r.yaml"] =
      "format: guideline_register/1\nid: kr\nbodies: {kr.city: {ko: 시, en: city}}\n"
      + "instruments: {act: {kind: statut, ko: 법, en: act}}\n"
    #expect(try problems(files).map(\.code) == ["register.unknown-word"])
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

  @Test func `an article that nobody checks bears the number of the day whose law counts, with all others`()
    throws
  {
    let register = """
      format: guideline_register/1
      id: town
      bodies: [{id: town.hall, names: [{ko: 읍사무소, en: town hall}]}]
      instruments:
        - id: act
          kind: statute
          title: {ko: 가게법, en: Shop Act}
          articles:
            - id: moved
              numbers:
                - {from: 2022-02-01, value: {ko: 제1조의2, en: art. 1-2}}
                - {from: 2023-01-01, value: 제1조의3, verified: false}
              covered: false
              why: {ko: 자료 없음, en: no data}
      """
    let set = try InlineSet(
      policy: """
        rules:
          - {id: R-1, title: 가, cite: 제1조, severity: minor, require: shop.open}
          - {id: R-2, title: 나, cite: 제2조, severity: minor, as_of: shop.opened, require: shop.open}
          - {id: R-3, title: 다, cite: 제3조, severity: minor, as_of: shop.opened, require: shop.open}
        """, files: ["register.yaml": register])
    func article(_ scheme: String, law: LawDate = .written) throws -> UncoveredArticle? {
      try set.report("shop: {open: true, \(scheme)}", law: law).notCovered.first
    }
    // Two of three rules go by the day of opening.
    let early = try #require(try article("filed: 2023-06-01, opened: 2022-06-01"))
    #expect(early.article.ko == "제1조의2" && early.article.en == "art. 1-2" && early.on == "2022-06-01")
    #expect(early.numbers.map(\.article.ko) == ["제1조의2", "제1조의3"])
    #expect(
      early.numbers.map(\.to) == ["2022-12-31", nil] && early.numbers.map(\.verified) == [true, false])
    #expect(try article("filed: 2022-06-01, opened: 2023-06-01")?.article.ko == "제1조의3")
    let asked = try article("filed: 2023-06-01, opened: 2023-06-01", law: .on("2022-03-01"))
    #expect(asked?.article.ko == "제1조의2" && asked?.on == "2022-03-01")
    #expect(try article("filed: 2023-06-01, opened: 2022-01-01")?.article.ko == "제1조의2")
    let undated = try article("size: 3")
    #expect(undated?.article.ko == "제1조의3" && undated?.on == nil)
  }

  @Test func `the articles that nobody checks are carried into the report`() throws {
    let set = try FixtureSet.named("parcel")
    let report = try set.audit(schemeAt: FixtureSet.folder + "/parcel/schemes/plan.yaml")
    #expect(report.notCovered.map(\.article.ko) == ["제16조"])
    #expect(report.notCovered.first?.instrument.en == "parcel notice")
  }
}

/// One mistake in one file, seen from the others.
@Suite struct MisspeltUnitTests {
  private static func set(unit: String, rule: String) throws -> InlineSet {
    let set = try InlineSet(policy: rule)
    let vocabulary = InlineSet.vocabulary.replacingOccurrences(
      of: "shop.price: {type: number, unit: KRW,", with: "shop.price: {type: number, unit: \(unit),")
    try Data(vocabulary.utf8).write(to: URL(fileURLWithPath: set.path("vocabulary.yaml")))
    return set
  }

  private static let rule = """
    parameters: {least: {unit: KRW, value: 5}}
    rules:
      - {id: A, title: a, cite: c, severity: minor, require: shop.price >= p.least}
      - {id: B, title: b, cite: c, severity: minor, require: "shop.items.all(i, i.price <= shop.price)"}
    """

  @Test func `of a vocabulary is one error where policies need the right one`() throws {
    let set = try Self.set(unit: "KWR", rule: Self.rule)
    let (loaded, diagnostics) = PolicySet.load([set.folder], isReviewing: true)
    #expect(loaded == nil)
    #expect(diagnostics.map(\.code) == ["vocabulary.unknown-unit"])
    #expect(diagnostics.map(\.severity) == [.error])
    #expect(diagnostics.first?.help?.en == "did you mean `KRW`?")
  }

  @Test func `does not hide another mistake with units`() throws {
    let set = try Self.set(
      unit: "KWR", rule: Self.rule.replacingOccurrences(of: "least: {unit: KRW", with: "least: {unit: days"))
    let (_, diagnostics) = PolicySet.load([set.folder], isReviewing: true)
    #expect(diagnostics.map(\.code) == ["expression.unit", "vocabulary.unknown-unit"])
  }

  @Test func `is a warning where nothing depends on it`() throws {
    let set = try Self.set(
      unit: "KWR", rule: "rules: [{id: A, title: a, cite: c, severity: minor, require: shop.price >= 5}]")
    let (loaded, diagnostics) = PolicySet.load([set.folder], isReviewing: true)
    #expect(loaded != nil)
    #expect(diagnostics.map(\.severity) == [.warning])
  }
}
