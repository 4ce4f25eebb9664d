import Diagnostics
import Findings
import Foundation
import Policies
import Schemes
import Testing
import YAMLTree

@testable import Auditing

/// The published JSON Schemas: fresh, true of the loaders and true of reports.
@Suite struct SchemaTests {
  private static let bundled = PolicySet.load([BundledSetTests.root + "/policies"]).set

  @Test func `the schemas in the documents are those of this version`() throws {
    let folder = BundledSetTests.root + "/docs/schemas"
    let schemas = try #require(Self.bundled).schemas(vocabulary: nil)
    for schema in schemas {
      let file = FileManager.default.contents(atPath: "\(folder)/\(schema.name).schema.json")
      let isFresh = file.map { Array($0) } == schema.json
      #expect(isFresh, "\(schema.name): run `make generate`")
    }
    let names = Set(schemas.map { "\($0.name).schema.json" })
    #expect(Set(try FileManager.default.contentsOfDirectory(atPath: folder)) == names)
  }

  // ── the loaders ────────────────────────────────────────────────────────────

  /// A file with a key that no place knows.
  struct Sample: Sendable, CustomTestStringConvertible {
    var schema: String
    var object: String
    var text: String
    /// Keys of the schema that the place's own loader does not list.
    var besides: Set<String> = []

    var testDescription: String { "\(schema): \(object)" }
  }

  private static let rule = "rules: [{id: A, title: t, cite: c, severity: minor, require: shop.open"

  static let samples: [Sample] = [
    Sample(schema: "policy", object: "policy", text: "QQQQ: 1"),
    Sample(schema: "policy", object: "source", text: "sources: {law: {cite: c, QQQQ: 1}}"),
    Sample(schema: "policy", object: "review", text: "review: {status: draft, QQQQ: 1}"),
    Sample(schema: "policy", object: "parameter", text: "parameters: {x: {value: 1, cite: c, QQQQ: 1}}"),
    Sample(
      schema: "policy", object: "parameter_version",
      text: "parameters: {x: [{from: 2020-01-01, value: 1, cite: c, QQQQ: 1}]}"),
    Sample(
      schema: "policy", object: "table",
      text: "tables: {x: {inputs: [a], outputs: [b], rows: [[1, 2]], QQQQ: 1}}"),
    Sample(
      schema: "policy", object: "table_version",
      text: "tables: {x: {inputs: [a], outputs: [b], history: [{from: 2020-01-01, rows: [[1, 2]], QQQQ: 1}]}}"
    ),
    Sample(
      schema: "policy", object: "column",
      text: "tables: {x: {inputs: [{name: a, QQQQ: 1}], outputs: [b], rows: [[1, 2]]}}"),
    Sample(schema: "policy", object: "step", text: "definitions: {x: {is: 1, QQQQ: 1}}"),
    Sample(schema: "policy", object: "rule", text: rule + ", QQQQ: 1}]"),
    Sample(schema: "policy", object: "legal", text: rule + ", legal: {status: decree, QQQQ: 1}}]"),
    Sample(schema: "policy", object: "period", text: rule + ", in_force: {from: 2020-01-01, QQQQ: 1}}]"),
    Sample(
      schema: "policy", object: "part",
      text:
        "rules: [{id: A, title: t, cite: c, severity: minor, parts: [{id: p, require: shop.open, QQQQ: 1}]}]"),
    Sample(
      schema: "policy", object: "subjects", text: rule + ", for_each: {as: item, in: shop.items, QQQQ: 1}}]"),
    Sample(
      schema: "policy", object: "exception",
      text: rule + ", exceptions: [{id: X, title: t, when: shop.sign, QQQQ: 1}]}]"),
    Sample(schema: "policy", object: "waivable", text: rule + ", waivable: {by: city, basis: b, QQQQ: 1}}]"),
    Sample(schema: "policy", object: "deadline", text: rule + ", deadline: {is: shop.filed, QQQQ: 1}}]"),
    Sample(schema: "policy", object: "words", text: rule + ", message: {ko: a, en: b, QQQQ: 1}}]"),
    Sample(
      schema: "policy", object: "words_version",
      text: rule + ", text: [{from: 2020-01-01, ko: a, en: b, QQQQ: 1}]}]"),
    Sample(
      schema: "policy", object: "words_history",
      text: rule + ", text: {history: [{from: 2020-01-01, ko: a, en: b}], QQQQ: 1}}]"),
    Sample(schema: "policy", object: "measure", text: "measures: [{id: M, is: shop.size, QQQQ: 1}]"),
    Sample(schema: "vocabulary", object: "vocabulary", text: "QQQQ: 1"),
    Sample(schema: "vocabulary", object: "fact", text: "facts: {a.b: {type: bool, QQQQ: 1}}"),
    Sample(schema: "vocabulary", object: "label", text: "units: {KRW: {ko: 원, en: KRW, QQQQ: 1}}"),
    Sample(schema: "calendar", object: "calendar", text: "QQQQ: 1"),
    Sample(schema: "calendar", object: "mode", text: "modes: {duty: {first_day: included, QQQQ: 1}}"),
    Sample(schema: "calendar", object: "holiday", text: "holidays: [{date: 2022-01-01, QQQQ: 1}]"),
    Sample(schema: "calendar", object: "span", text: "covers: {from: 2022-01-01, to: 2022-12-31, QQQQ: 1}"),
    Sample(schema: "register", object: "register", text: "QQQQ: 1"),
    Sample(schema: "register", object: "body", text: "bodies: [{id: a, ko: b, QQQQ: 1}]"),
    Sample(
      schema: "register", object: "name_version",
      text: "bodies: [{id: a, names: [{from: 2020-01-01, ko: b, QQQQ: 1}]}]"),
    Sample(
      schema: "register", object: "instrument", text: "instruments: [{id: a, kind: decree, ko: b, QQQQ: 1}]"),
    Sample(
      schema: "register", object: "article",
      text: "instruments: [{id: a, kind: decree, ko: b, articles: [{id: c, QQQQ: 1}]}]"),
    Sample(
      schema: "register", object: "number_version",
      text:
        "instruments: [{id: a, kind: decree, ko: b, articles: [{id: c, numbers: [{from: 2020-01-01, number: d, QQQQ: 1}]}]}]"
    ),
    Sample(schema: "profile", object: "profile", text: "QQQQ: 1"),
    Sample(schema: "profile", object: "tightening", text: "tighten: {x: {value: 1, reason: r, QQQQ: 1}}"),
    Sample(schema: "waivers", object: "waivers", text: "QQQQ: 1"),
    Sample(schema: "waivers", object: "waiver", text: "waivers: [{id: a, rule: b, QQQQ: 1}]"),
    Sample(schema: "decisions", object: "decisions", text: "QQQQ: 1"),
    Sample(schema: "decisions", object: "decision", text: "decisions: [{rule: a, to: pass, QQQQ: 1}]"),
    Sample(schema: "test", object: "tests", text: "QQQQ: 1"),
    Sample(schema: "test", object: "case", text: "cases: [{name: a, QQQQ: 1}]"),
    Sample(
      schema: "test", object: "expectation", text: "cases: [{name: a, expect: {R: {outcome: pass, QQQQ: 1}}}]"
    ),
    Sample(schema: "test", object: "unnoticed", text: "not_noticed: [{in: a, change: b, why: c, QQQQ: 1}]"),
    Sample(schema: "scheme", object: "provenance", text: "provenance: {kind: draft, QQQQ: 1}"),
    Sample(schema: "scheme", object: "source_entry", text: "sources: {a: {ko: b, QQQQ: 1}}"),
    Sample(schema: "scheme", object: "scheme", text: "QQQQ: 1", besides: ["source"]),
    Sample(schema: "scheme", object: "item", text: "shop: {items: [{id: a, QQQQ: 1}]}", besides: ["source"]),
    Sample(schema: "facts", object: "provenance", text: "provenance: {kind: authority, by: b, QQQQ: 1}"),
  ]

  @Test(arguments: samples) func `a loader accepts exactly the keys of the schema`(_ sample: Sample) throws {
    var log = DiagnosticLog()
    let tree = try #require(Self.tree(InlineSet.vocabulary, "vocabulary.yaml", &log))
    let vocabulary = try #require(Vocabulary.load(tree, diagnostics: &log))
    let known = try #require(try Self.knownKeys(sample, vocabulary), "no unknown key was reported")
    let schemas = FileSchema.fixed + [.scheme(of: vocabulary), .authorityFacts(of: vocabulary)]
    let schema = try #require(schemas.first { $0.name == sample.schema })
    let object = try #require(schema.objects.first { $0.name == sample.object })
    #expect(known == Set(object.entries.map(\.key)).subtracting(sample.besides))
  }

  private static func tree(_ text: String, _ path: String, _ log: inout DiagnosticLog) -> YAMLTree? {
    YAMLTree.parse(SourceFile(path: path, bytes: Array(text.utf8)), into: &log)
  }

  /// The keys that a loader says it knows where it meets one that it does not.
  private static func knownKeys(_ sample: Sample, _ vocabulary: Vocabulary) throws -> Set<String>? {
    var log = DiagnosticLog()
    if sample.schema == "policy" {
      let head = InlineSet.head.split(separator: "\n").filter {
        !sample.text.hasPrefix($0.prefix { $0 != ":" } + ":")
      }
      let set = try InlineSet([
        "vocabulary.yaml": InlineSet.vocabulary,
        "policy.yaml": head.joined(separator: "\n") + "\n" + sample.text + "\n",
      ])
      for problem in PolicySet.load([set.folder]).diagnostics { log.append(problem) }
    } else {
      let heads = [
        "vocabulary": "format: guideline_vocabulary/1\nid: v\nversion: 1\n",
        "calendar": "format: guideline_calendar/1\nid: c\n",
        "register": "format: guideline_register/1\n", "profile": "format: guideline_profile/1\nid: p\n",
        "waivers": "format: guideline_waivers/1\n", "test": "format: guideline_test/1\n",
        "scheme": "format: shop/1\n",
        "facts": "format: shop/1\n", "decisions": "format: guideline_decisions/1\n",
      ]
      let text = try #require(heads[sample.schema]) + sample.text + "\n"
      let tree = try #require(Self.tree(text, "file.yaml", &log))
      switch sample.schema {
      case "vocabulary": _ = Vocabulary.load(tree, diagnostics: &log)
      case "calendar": _ = CalendarFile.load(tree, diagnostics: &log)
      case "register": _ = Register.load(tree, diagnostics: &log)
      case "profile": _ = Profile.load(tree, diagnostics: &log)
      case "waivers": _ = WaiverFile.load(tree, diagnostics: &log)
      case "decisions": _ = DecisionFile.load(tree, diagnostics: &log)
      case "test": _ = PolicyTest.load(tree, diagnostics: &log)
      case "facts": _ = AuthorityFacts(tree, vocabulary: vocabulary, diagnostics: &log)
      default: _ = Scheme.load(tree, vocabulary: vocabulary, diagnostics: &log)
      }
    }
    let problem = log.sorted.first { $0.message.en.contains("`QQQQ`") }
    guard let help = problem?.help?.en else { return nil }
    let list = help.replacingOccurrences(of: "known keys: ", with: "")
      .replacingOccurrences(of: "expected one of ", with: "").replacingOccurrences(of: "`", with: "")
    return Set(list.components(separatedBy: ", "))
  }

  // ── reports ────────────────────────────────────────────────────────────────

  @Test(arguments: ["kakao-2022", "skt-2025", "kt-2024"])
  func `a report, a redacted one and a comparison are valid by their schemas`(_ name: String) throws {
    let set = try #require(Self.bundled)
    let path = BundledSetTests.root + "/examples/\(name)/scheme.yaml"
    let report = try set.audit(schemeAt: path)
    let later = try set.audit(schemeAt: path, law: .on("2026-10-02"))
    let earlier = try set.audit(schemeAt: path, law: .on("2022-10-15"))
    let schema = try SchemaCheck(FileSchema.report)
    for json in [report.json, report.redacted().json, AuditReport.json(of: [report, later])] {
      #expect(try schema.problem(in: json) == nil)
    }
    #expect(
      try SchemaCheck(FileSchema.lawComparison).problem(in: LawComparison(from: earlier, to: later).json)
        == nil)
    let wrong = String(decoding: report.json, as: UTF8.self)
      .replacingOccurrences(of: "\"outcome\":\"unknown\"", with: "\"outcome\":\"unkown\"")
    #expect(try schema.problem(in: Array(wrong.utf8)) != nil)
  }
}

/// As much of JSON Schema as our schemas use.
private struct SchemaCheck {
  private let schema: [String: Any]
  private let definitions: [String: Any]

  init(_ schema: FileSchema) throws {
    let object = try JSONSerialization.jsonObject(with: Data(schema.json))
    self.schema = try #require(object as? [String: Any])
    definitions = try #require(self.schema["$defs"] as? [String: Any])
  }

  /// Where and why a text is not valid; nil: it is.
  func problem(in json: [UInt8]) throws -> String? {
    problem(try JSONSerialization.jsonObject(with: Data(json)), schema, "$")
  }

  private func problem(_ value: Any, _ schema: [String: Any], _ path: String) -> String? {
    if let name = schema["$ref"] as? String {
      guard let target = definitions[String(name.dropFirst("#/$defs/".count))] as? [String: Any] else {
        return "\(path): no \(name)"
      }
      return problem(value, target, path)
    }
    if let shapes = schema["anyOf"] as? [[String: Any]] {
      let problems = shapes.map { problem(value, $0, path) }
      return problems.contains { $0 == nil } ? nil : problems.compactMap { $0 }.max { $0.count < $1.count }
    }
    if let words = (schema["const"] as? String).map({ [$0] }) ?? schema["enum"] as? [String] {
      return words.contains(value as? String ?? "") ? nil : "\(path): \(value) is none of \(words)"
    }
    switch schema["type"] as? String {
    case "object": return object(value, schema, path)
    case "array":
      guard let items = value as? [Any], let each = schema["items"] as? [String: Any] else {
        return "\(path): no array"
      }
      return items.enumerated().lazy.compactMap { problem($1, each, "\(path)[\($0)]") }.first
    case "string":
      guard let text = value as? String else { return "\(path): no string" }
      let pattern = schema["pattern"] as? String
      return pattern.map { text.range(of: $0, options: .regularExpression) != nil } ?? true
        ? nil : "\(path): \(text)"
    case "integer": return (value as? Int).map { $0 >= 0 } ?? false ? nil : "\(path): no integer"
    case "boolean": return value is Bool ? nil : "\(path): no boolean"
    case "null": return value is NSNull ? nil : "\(path): not null"
    default: return "\(path): a type that is not checked"
    }
  }

  private func object(_ value: Any, _ schema: [String: Any], _ path: String) -> String? {
    guard let object = value as? [String: Any] else { return "\(path): no object" }
    for key in schema["required"] as? [String] ?? [] where object[key] == nil { return "\(path): no \(key)" }
    let properties = schema["properties"] as? [String: Any] ?? [:]
    for (key, value) in object {
      let below = "\(path).\(key)"
      if let property = properties[key] as? [String: Any] {
        if let problem = problem(value, property, below) { return problem }
      } else if let other = schema["additionalProperties"] as? [String: Any] {
        if let problem = problem(value, other, below) { return problem }
      } else {
        return "\(below) is not allowed"
      }
    }
    return nil
  }
}
