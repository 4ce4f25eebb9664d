package import Diagnostics
import Expressions
package import YAMLTree

/// Files `guideline_test/1`.
extension PolicyTest {
  /// The first line of such a file.
  package static let format = "guideline_test/1"

  private static let keys = ["format", "id", "title", "policy", "base", "cases", "not_noticed", "note"]
  fileprivate static let caseKeys = [
    "name", "only", "base", "set", "expect", "waivers", "profile", "as_of", "note",
  ]
  fileprivate static let expectationKeys = [
    "outcome", "actual", "expected", "exception", "waiver", "missing", "assumed",
  ]

  /// Reads policy tests; nil when the file has an error. Paths and ids are looked up by what runs the tests.
  package static func load(_ tree: YAMLTree, diagnostics: inout DiagnosticLog) -> PolicyTest? {
    let (test, isWhole) = loadRest(tree, diagnostics: &diagnostics)
    return isWhole ? test : nil
  }

  /// Reads what is sound of a test file, so that its names can be checked in the same pass.
  package static func loadRest(
    _ tree: YAMLTree, diagnostics: inout DiagnosticLog
  ) -> (test: PolicyTest?, isWhole: Bool) {
    let (test, isWhole) = Correction.reading(tree, diagnostics: &diagnostics) { tree in
      var reader = Reader("test")
      let root = reader.file(tree, format: format)
      return (root.flatMap { Self.test($0, of: tree, &reader) }, reader)
    }
    return (test, isWhole)
  }

  private static func test(_ root: YAMLNode, of tree: YAMLTree, _ reader: inout Reader) -> PolicyTest? {
    guard let file = tree.files.first else { return nil }
    let what = LocalizedText(ko: "기준 시험 파일", en: "a policy test")
    guard reader.mapping(root, keys: keys, of: what) else { return nil }
    let policy = reader.required("policy", in: root, of: what)
    let id = policy.flatMap { reader.identifier($0, LocalizedText(ko: "기준 식별자", en: "a policy's id")) }
    let base = root.stated("base").flatMap { reader.path($0) }
    let items = reader.required("cases", in: root, of: what).flatMap {
      reader.items($0, of: LocalizedText(ko: "시험", en: "cases"))
    }
    let cases = (items ?? []).compactMap { reader.testCase($0, hasBase: root["base"] != nil) }
    let unnoticed = root.stated("not_noticed").map { reader.unnoticedChanges($0) } ?? []
    guard let policy, let id else { return nil }
    var test = PolicyTest(policy: id, policySpan: policy.span, base: base, cases: cases, file: file)
    test.unnoticed = unnoticed
    return test
  }
}

/// The parts of a policy test.
extension Reader {
  fileprivate mutating func path(_ node: YAMLNode) -> PolicyTest.Path? {
    text(node, LocalizedText(ko: "파일 경로", en: "a path")).map { PolicyTest.Path($0, span: node.span) }
  }

  fileprivate mutating func testCase(_ node: YAMLNode, hasBase: Bool) -> PolicyTest.Case? {
    let what = LocalizedText(ko: "시험", en: "a case")
    guard mapping(node, keys: PolicyTest.caseKeys, of: what) else { return nil }
    let name = required("name", in: node, of: what).flatMap {
      text($0, LocalizedText(ko: "시험의 이름", en: "the case's name"))
    }
    let only = node.stated("only").flatMap { flag($0, LocalizedText(ko: "`only`", en: "`only`")) } ?? false
    let base = node.stated("base").flatMap { path($0) }
    if base == nil, !hasBase { _ = required("base", in: node, of: what) }
    let set = node.stated("set").map { assignments($0) } ?? []
    let expect = required("expect", in: node, of: what).map { expectations($0) } ?? []
    if !only, let place = node["expect"], place.kind == .mapping, place.count == 0 {
      error(
        "no-expectation", at: place.span, ko: "기대하는 결과가 없습니다", en: "the case expects nothing",
        help: LocalizedText(ko: "`expect: {규칙: 결과}`를 쓰십시오", en: "write `expect: {RULE: outcome}`"))
    }
    let waivers = node.stated("waivers").map { node in oneOrMore(node).compactMap { path($0) } } ?? []
    let profile = node.stated("profile").flatMap { path($0) }
    let asOf = node.stated("as_of").flatMap { asOfMode($0) }
    if asOf == .today, let place = node["as_of"] {
      error(
        "as-of", at: place.span, ko: "시험에는 `today`를 쓸 수 없습니다", en: "a test cannot depend on `today`",
        help: LocalizedText(ko: "날짜를 쓰십시오", en: "write a date"))
    }
    guard let name else { return nil }
    return PolicyTest.Case(
      name: name, only: only, base: base, set: set, expect: expect, waivers: waivers, profile: profile,
      asOf: asOf,
      span: (node["name"] ?? node).span)
  }

  private mutating func assignments(_ node: YAMLNode) -> [PolicyTest.Assignment] {
    guard node.kind == .mapping else {
      _ = mapping(node, keys: [], of: LocalizedText(ko: "`set`", en: "`set`"))
      return []
    }
    return node.entries.compactMap { key, value in
      text(key, LocalizedText(ko: "사실의 경로", en: "a fact's path")).map {
        PolicyTest.Assignment(path: $0, key: key, value: value)
      }
    }
  }

  private mutating func expectations(_ node: YAMLNode) -> [PolicyTest.Expectation] {
    guard node.kind == .mapping else {
      _ = mapping(node, keys: [], of: LocalizedText(ko: "`expect`", en: "`expect`"))
      return []
    }
    return node.entries.compactMap { expectation($0.key, $0.value) }
  }

  private mutating func expectation(_ key: YAMLNode, _ value: YAMLNode) -> PolicyTest.Expectation? {
    guard let (rule, subject) = finding(key) else { return nil }
    var expectation = PolicyTest.Expectation(finding: key.text, rule: rule, subject: subject, span: key.span)
    let outcome = LocalizedText(ko: "결과", en: "outcome")
    guard value.kind == .mapping else {
      guard let word = word(value, among: Outcome.allCases, outcome) else { return nil }
      expectation.outcome = word
      return expectation
    }
    let what = LocalizedText(ko: "기대하는 결과", en: "an expectation")
    guard mapping(value, keys: PolicyTest.expectationKeys, of: what) else { return nil }
    if value.entries.isEmpty { _ = required("outcome", in: value, of: what, name: key.span) }
    expectation.outcome = value.stated("outcome").flatMap { word($0, among: Outcome.allCases, outcome) }
    expectation.actual = value["actual"]
    expectation.expected = value["expected"]
    expectation.exception = value.stated("exception").flatMap {
      text($0, LocalizedText(ko: "예외의 식별자", en: "an exception's id"))
    }
    expectation.exceptionSpan = value["exception"]?.span
    expectation.waiver = value.stated("waiver").flatMap {
      text($0, LocalizedText(ko: "유예의 식별자", en: "a waiver's id"))
    }
    expectation.missing = value.stated("missing").map { paths($0) }
    expectation.assumed = value.stated("assumed").map { paths($0) }
    return expectation
  }

  private mutating func paths(_ node: YAMLNode) -> [String] {
    oneOrMore(node).compactMap { text($0, LocalizedText(ko: "사실의 경로", en: "a fact's path")) }
  }

  /// `RULE`, `RULE.part`, `RULE[subject]`.
  private mutating func finding(_ key: YAMLNode) -> (rule: String, subject: String?)? {
    let text = key.text
    guard let open = text.firstIndex(of: "["), open > text.startIndex else {
      guard !text.isEmpty, !text.contains("]"), !text.hasPrefix("[") else { return badFinding(key) }
      return (text, nil)
    }
    guard text.hasSuffix("]") else { return badFinding(key) }
    return (String(text[..<open]), String(text[text.index(after: open)...].dropLast()))
  }

  private mutating func badFinding(_ key: YAMLNode) -> (rule: String, subject: String?)? {
    error(
      "finding", at: key.span, ko: "`\(key.text)`은(는) 규칙과 대상의 표기가 아닙니다", en: "`\(key.text)` names no finding",
      help: LocalizedText(ko: "`규칙[대상]`처럼 쓰십시오", en: "write it like `RULE[subject]`"))
    return nil
  }
}
