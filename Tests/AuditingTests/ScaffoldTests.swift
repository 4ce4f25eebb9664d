import Diagnostics
import Foundation
import Testing

@testable import Auditing

/// New policies, as `audit policy new` makes them.
@Suite struct ScaffoldTests {
  /// Problems of a review and failures of the tests of a new policy beside the set it was made for.
  private static func problems(
    of made: PolicyScaffold, beside paths: [String], sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws {
    let folder = try InlineSet(
      Dictionary(uniqueKeysWithValues: made.files.map { ("\(made.id)/\($0.name)", $0.text) }))
    let (set, diagnostics) = PolicySet.load(paths + [folder.folder], isReviewing: true)
    let own = diagnostics.filter {
      $0.severity == .error || $0.severity == .warning && $0.location?.file.hasPrefix(folder.folder) == true
    }
    #expect(own.map(FixtureSet.text) == [], sourceLocation: sourceLocation)
    let loaded = try #require(set, sourceLocation: sourceLocation)
    let (result, coverage) = CoverageRun.run(
      loaded, files: [folder.path("\(made.id)/tests.yaml")], today: nil)
    #expect(result.diagnostics.map(FixtureSet.text) == [], sourceLocation: sourceLocation)
    #expect(result.failures.map { $0.line(.en) } == [], sourceLocation: sourceLocation)
    #expect(result.passed >= 3, sourceLocation: sourceLocation)
    #expect(coverage.parts.flatMap(\.gaps).map { $0.line(.en) } == [], sourceLocation: sourceLocation)
    let texts = made.files.map(\.text).joined()
    #expect(texts.contains("(적을 것)") && texts.contains("(fill in)"), sourceLocation: sourceLocation)
  }

  private static func made(
    _ id: String, in set: PolicySet, title: LocalizedText = LocalizedText("t"), vocabulary: String? = nil,
    fact: String? = nil
  ) -> (PolicyScaffold?, [String]) {
    var log = DiagnosticLog()
    let made = set.scaffold(id, title: title, vocabulary: vocabulary, fact: fact, diagnostics: &log)
    return (made, log.sorted.map(\.code))
  }

  @Test func `a new policy for the bundled vocabulary passes review, tests and coverage at once`() throws {
    let paths = [BundledSetTests.root + "/policies"]
    let set = try #require(PolicySet.load(paths).set)
    let made = try #require(Self.made("kr.my_guideline", in: set).0)
    #expect(made.rule == "KR-MY-GUIDELINE-001" && made.fact == "intake.reply_days")
    #expect(made.files.map(\.name) == ["policy.yaml", "tests.yaml", "base.yaml"])
    try Self.problems(of: made, beside: paths)
  }

  @Test(
    arguments: [
      "scheme.published", "service.users", "service.affected", "notice.kind", "notice.url",
      "incident.planned",
      "scheme.legal_nature", "scheme.revision", "scheme.budget.nominal_total", "scheme.title",
    ])
  func `a new policy about any plain fact passes`(fact: String) throws {
    let paths = [BundledSetTests.root + "/policies"]
    let set = try #require(PolicySet.load(paths).set)
    let made = try #require(Self.made("my.rules", in: set, fact: fact).0)
    #expect(made.fact == fact && made.rule == "MY-RULES-001")
    try Self.problems(of: made, beside: paths)
  }

  @Test(arguments: ["examples/small-policy-set", "Tests/AuditingTests/Fixtures/parcel"])
  func `another vocabulary gives a fact that suits`(folder: String) throws {
    let paths = [BundledSetTests.root + "/" + folder]
    let set = try #require(PolicySet.load(paths).set)
    let made = try #require(Self.made("새기준", in: set).0)
    try Self.problems(of: made, beside: paths)
  }

  @Test(
    arguments: [
      "a.b: {type: bool, ko: 가, en: a}", "a.b: {type: date, ko: 가, en: a}",
      "a.b: {type: choice, choices: [x, y], ko: 가, en: a}", "b: {type: number, ko: 가, en: a}",
      "a.b: {type: string, ko: \"{가} 'ㄱ' \\\"나\\\"\", en: \"a: #b\"}\n  a.at: {type: timestamp, ko: 때, en: at}",
      "a.xs: {type: list, of: x, ko: 목록, en: xs}\n  x.n.m: {type: number, unit: h, ko: 수, en: n}",
      "xs: {type: list, of: x, ko: 목록, en: xs}\n  x.k: {type: string, key: true, ko: 번호, en: k}\n  x.d: {type: bool, ko: 수, en: n}",
    ])
  func `the smallest vocabularies are enough`(facts: String) throws {
    let vocabulary = "format: guideline_vocabulary/1\nid: tiny\nversion: 1\nfacts:\n  \(facts)\n"
    let head = InlineSet.head.replacingOccurrences(of: "vocabulary: shop", with: "vocabulary: tiny")
      .replacingOccurrences(of: "as_of: shop.filed", with: "as_of: date('2022-01-01')")
    let inline = try InlineSet(["v.yaml": vocabulary, "p.yaml": head + "rules: []\n"])
    let set = try inline.loaded()
    let made = try #require(Self.made("new.one", in: set).0)
    try withExtendedLifetime(inline) { try Self.problems(of: made, beside: [inline.folder]) }
  }

  @Test(
    arguments: [
      ("a b", nil, nil, ["new.bad-id"]), ("../x", nil, nil, ["new.bad-id"]), ("", nil, nil, ["new.bad-id"]),
      (".x", nil, nil, ["new.bad-id"]), ("test.shop", nil, nil, ["new.known-id"]),
      ("x", "shpo", nil, ["new.unknown-vocabulary"]), ("x", nil, "shop.prise", ["new.unknown-fact"]),
      ("x", nil, "shop.items", ["new.unsuitable-fact"]), ("x", nil, "shop.small", ["new.unsuitable-fact"]),
      ("x", nil, "mark.size", ["new.unsuitable-fact"]),
      ("a b", "shpo", nil, ["new.bad-id", "new.unknown-vocabulary"]),
    ] as [(String, String?, String?, [String])])
  func `what cannot be made is refused with the reason`(
    id: String, vocabulary: String?, fact: String?, codes: [String]
  ) throws {
    let set = try InlineSet(policy: "rules: []").loaded()
    let (made, found) = Self.made(id, in: set, vocabulary: vocabulary, fact: fact)
    #expect(made == nil && found == codes)
  }

  @Test func `a vocabulary without plain facts is refused`() throws {
    let vocabulary =
      "format: guideline_vocabulary/1\nid: tiny\nversion: 1\nfacts:\n  a.b: {type: list, of: string, ko: 가, en: a}\n"
    let head = InlineSet.head.replacingOccurrences(of: "vocabulary: shop", with: "vocabulary: tiny")
      .replacingOccurrences(of: "as_of: shop.filed", with: "as_of: date('2022-01-01')")
    let set = try InlineSet(["v.yaml": vocabulary, "p.yaml": head + "rules: []\n"]).loaded()
    #expect(Self.made("x", in: set).1 == ["new.no-fact"])
  }

  @Test func `a rule id that is taken is not used again`() throws {
    let rule = "rules:\n  - {id: X-001, title: a, cite: b, severity: note, require: shop.open}"
    let set = try InlineSet(policy: rule).loaded()
    #expect(Self.made("x", in: set).0?.rule == "X-002")
  }
}

/// `audit policy new` as it is called.
@Suite(.enabled(if: CommandRun.program != nil, "the program was not built beside the tests"))
struct PolicyNewCommandTests {
  private static func inFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("new-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
  }

  @Test(arguments: ["C", "ko_KR.UTF-8"])
  func `what is made passes check and test and is never overwritten`(locale: String) throws {
    try Self.inFolder { folder in
      let arguments = [
        "policy", "new", "my.rules", "--output", folder, "--policies", "policies", "--title-ko", "회신: \"기한\"",
        "--title-en", "Days # to a reply",
      ]
      let made = try CommandRun(arguments, locale: locale)
      #expect(made.status == 0 && made.errors.isEmpty, "\(made)")
      #expect(made.output.contains("MY-RULES-001"))
      #expect(made.output.contains(locale == "C" ? "6 passed, 0 failed" : "6건 맞음, 0건 다름"), "\(made)")
      #expect(made.output.contains(locale == "C" ? "\nnext:\n" : "\n다음에 할 일:\n"))
      let place = folder + "/my.rules"
      let set = ["--policies", "policies", "--policies", place]
      let check = try CommandRun(["policy", "check", "--strict"] + set)
      #expect(check.status == 0, "\(check)")
      let test = try CommandRun(["policy", "test", place + "/tests.yaml"] + set)
      #expect(test.status == 0 && test.output == "6 passed, 0 failed\n", "\(test)")
      let show = try CommandRun(["policy", "show", "MY-RULES-001"] + set)
      #expect(show.output.contains("Days # to a reply"))
      let page = try String(contentsOfFile: place + "/pages/ko/MY-RULES-001.md", encoding: .utf8)
      #expect(page.contains("회신: \"기한\""))

      let policy = try String(contentsOfFile: place + "/policy.yaml", encoding: .utf8)
      try "mine".write(toFile: place + "/policy.yaml", atomically: true, encoding: .utf8)
      let again = try CommandRun(arguments, locale: locale)
      #expect(again.status == 2 && again.output.isEmpty, "\(again)")
      #expect(again.errors.contains(locale == "C" ? "is not overwritten" : "덮어쓰지 않습니다"), "\(again)")
      #expect(try String(contentsOfFile: place + "/policy.yaml", encoding: .utf8) == "mine")
      #expect(policy.hasPrefix("format: guideline_policy/1\n"))
    }
  }

  @Test func `a title that would break the file is refused`() throws {
    let run = try CommandRun(["policy", "new", "x", "--output", "/nowhere", "--title-en", "a\nb"])
    #expect(run.status == 2 && run.errors.contains("line breaks"), "\(run)")
  }

  @Test func `an id that is taken is refused before anything is written`() throws {
    try Self.inFolder { folder in
      let run = try CommandRun(
        [
          "policy", "new", "kr.example.outage_compensation", "--output", folder, "--policies",
          "examples/small-policy-set",
        ])
      #expect(run.status == 2 && run.errors.contains("[new.known-id]"), "\(run)")
      #expect(!FileManager.default.fileExists(atPath: folder))
    }
  }
}
