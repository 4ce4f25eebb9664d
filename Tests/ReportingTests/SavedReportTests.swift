import Diagnostics
import Findings
import Foundation
import Reporting
import TestSupport
import Testing

/// Reports that are read back from their JSON.
@Suite struct SavedReportTests {
  private static func problem(_ json: [UInt8]) -> Diagnostic? {
    do throws(SavedReportProblem) {
      _ = try AuditReport.saved(in: SourceFile(path: "report.json", bytes: json))
      return nil
    } catch {
      return error.diagnostic
    }
  }

  private static func problem(_ json: String) -> Diagnostic? { problem(Array(json.utf8)) }

  /// The full sample with some words of its JSON changed.
  private static func changed(_ old: String, _ new: String) throws -> String {
    let json = String(decoding: SampleReport.full.json, as: UTF8.self)
    try #require(json.contains(old))
    return json.replacingOccurrences(of: old, with: new)
  }

  // ── the same bytes ─────────────────────────────────────────────────────────

  @Test(arguments: ReportFormat.allCases.filter { $0 != .pdf }, Language.allCases)
  func `a report read back renders the same bytes`(_ format: ReportFormat, _ language: Language) throws {
    let reports = [SampleReport.full, SampleReport.empty]
    let saved = try AuditReport.saved(in: SourceFile(path: "-", bytes: AuditReport.json(of: reports)))
    for listsAll in [false, true] {
      let options = RenderOptions(language: language, listsAll: listsAll)
      let isTheSame = try format.render(saved, options) == format.render(reports, options)
      #expect(isTheSame)
    }
  }

  @Test func `Foundation's coders and our own read the same report`() throws {
    for report in [SampleReport.full, SampleReport.empty] {
      let encoded = try JSONEncoder().encode(report)
      let own = try AuditReport(json: Array(encoded))
      let theirs = try JSONDecoder().decode(AuditReport.self, from: Data(report.json))
      #expect(own.json == report.json)
      #expect(theirs.json == report.json)
    }
  }

  @Test func `layout, order of keys and unknown keys do not matter`() throws {
    let object = try JSONSerialization.jsonObject(with: Data(SampleReport.full.json))
    var changed = try #require(object as? [String: Any])
    changed["somethingNew"] = ["a": [1.5e300, -2, "x"]]
    let pretty = try JSONSerialization.data(withJSONObject: changed, options: [.prettyPrinted, .sortedKeys])
    #expect(try AuditReport(json: [0xEF, 0xBB, 0xBF] + Array(pretty)).json == SampleReport.full.json)
  }

  @Test func `findings of a rule share their heading again, and equal grounds too`() throws {
    let heading = { SampleReport.heading("R1", ko: "규칙", en: "rule") }
    let evidence = {
      Evidence(path: "a.b", name: LocalizedText("b"), value: .bool(true), file: "f", line: 1, column: 1)
    }
    let report = AuditReport(
      tool: .init(version: "0.1.0"), inputs: [], scheme: .init(id: nil, title: nil, path: "s"), policies: [],
      options: .init(), law: .written,
      findings: (0..<9).map {
        Finding(heading: heading(), subject: "#\($0)", outcome: .pass, evidence: [evidence()])
      })
    let saved = try AuditReport(json: report.json)
    #expect(saved.json == report.json)
    #expect(Set(saved.findings.map { ObjectIdentifier($0.heading) }).count == 1)
    #expect(Set(saved.findings.map { ObjectIdentifier($0.evidence[0]) }).count == 1)
  }

  @Test func `texts come back to the last scalar`() throws {
    var report = SampleReport.empty
    let hostile = "가\u{1112}\u{1161}é e\u{301}\u{0}\u{1B}[31m\u{202E}\"\\/\u{2028}😀\u{FEFF}\u{7F}\t\r\n"
    report.scheme.title = LocalizedText(ko: hostile, en: String(hostile.reversed()))
    let saved = try AuditReport(json: report.json)
    #expect(saved.scheme.title?.ko.utf8.elementsEqual(hostile.utf8) == true)
    #expect(saved.json == report.json)
    let escaped = String(decoding: report.json, as: UTF8.self).replacingOccurrences(
      of: "😀", with: "\\uD83D\\ude00")
    #expect(try AuditReport(json: Array(escaped.utf8)).json == report.json)
  }

  @Test func `a sink is given the bytes of every format in order`() throws {
    let options = RenderOptions(language: .en)
    for format in [ReportFormat.text, .json] {
      var bytes: [UInt8] = []
      try format.write([SampleReport.full, SampleReport.empty], options) { bytes += $0 }
      #expect(try bytes == format.render([SampleReport.full, SampleReport.empty], options))
    }
    struct Full: Error {}
    #expect(throws: Full.self) {
      try ReportFormat.json.write([SampleReport.full], options) { _ in throw Full() }
    }
  }

  // ── what is refused ────────────────────────────────────────────────────────

  @Test func `a newer version is refused with both versions and what to do`() throws {
    let problem = try #require(Self.problem(try Self.changed("guideline_report/1", "guideline_report/2")))
    #expect(problem.message.en.contains("`guideline_report/1`"))
    #expect(problem.message.en.contains("guideline_report/2"))
    #expect(problem.message.ko.contains("guideline_report/2"))
    #expect(problem.help?.en.contains("newer") == true)
    #expect(problem.location?.line == 2)
  }

  @Test(arguments: [
    ("", "the file is empty", 1, 1), ("  \n ", "the file is empty", 2, 2),
    ("{\"format\":\"guideline_report/1\"", "expected `,` or `}`, found the end of the file", 1, 31),
    ("{\"a\":tru}", "expected `true`", 1, 6), ("{\"a\":01}", "no zero", 1, 6),
    ("{\"a\":1.}", "a digit", 1, 8),
    ("{\"a\" 1}", "expected `:`", 1, 6), ("{a:1}", "a key in quotation marks", 1, 2),
    ("[1,]", "expected a value", 1, 4),
    ("{\"a\":1,}", "a key in quotation marks", 1, 8), ("[1]]", "nothing after", 1, 4),
    ("[\"a\nb\"]", "control character", 1, 4), ("[\"\\x\"]", "an escape that JSON does not have", 1, 3),
    ("[\"\\u12G4\"]", "four hexadecimal digits", 1, 3), ("[\"\\ud83d\"]", "half of a surrogate pair", 1, 3),
    ("[\"\\ude00\"]", "half of a surrogate pair", 1, 3),
    ("[\"\\ud83d\\u0041\"]", "half of a surrogate pair", 1, 3),
    ("[\"가\", nul]", "expected `null`", 1, 7), ("[\"abc", "ends the string", 1, 2),
    ("{\"가\":1,\n \"\\uac00\":2}", "comes twice", 2, 2), ("\u{0}", "expected a value", 1, 1),
    ("[{\"format\":1}]", "an object with", 1, 2), ("7", "an object with", 1, 1),
    ("{\"x\":{}}", "an object with", 1, 1),
    ("{\"format\":\"guideline_law_comparison/1\"}", "guideline_law_comparison/1", 1, 11),
  ])
  func `broken JSON is named with its place`(_ json: String, _ words: String, _ line: Int, _ column: Int)
    throws
  {
    let problem = try #require(Self.problem(json))
    #expect(problem.message.en.contains(words), "\(problem.message.en)")
    #expect(problem.location?.line == line)
    #expect(problem.location?.column == column)
    #expect(!problem.message.ko.isEmpty && problem.message.ko != problem.message.en)
  }

  @Test(arguments: [
    ("\"outcome\":\"fail\"", "\"outcome\":\"failed\"", "].outcome`", "expected one of `pass`, `fail`"),
    ("\"outcome\":\"fail\",", "", "]`: key `outcome` is missing", "`rules["),
    ("\"strict\":false", "\"strict\":0", "`options.strict`", "expected true or false, found `0`"),
    ("\"failOn\":\"standard:major\"", "\"failOn\":\"law:grave\"", "`options.failOn`", "law:grave"),
    ("\"waivers\":[", "\"waivers\":7,\"x\":[", "`options.waivers`", "expected an array"),
    ("\"line\":41,", "\"line\":-41,", ".line`", "from 0 to 2147483647, found `-41`"),
    ("\"line\":41,", "\"line\":41.5,", ".line`", "`41.5`"),
    ("\"line\":41,", "\"line\":99999999999999999999999999,", ".line`", "whole number"),
    ("\"version\":\"0.1.0\"", "\"version\":{}", "`tool.version`", "expected a string, found `{…}`"),
  ])
  func `what is missing or of another type is named by its path`(
    _ old: String, _ new: String, _ path: String, _ words: String
  ) throws {
    let problem = try #require(Self.problem(try Self.changed(old, new)))
    #expect(problem.message.en.contains(path), "\(problem.message.en)")
    #expect(problem.message.en.contains(words), "\(problem.message.en)")
    #expect(problem.location != nil)
  }

  @Test(arguments: [
    ("\"verdict\":\"potential_violations\"", "\"verdict\":\"none_found\"", "summary.verdict"),
    ("\"rules\":{\"error\":", "\"rules\":{\"error\":1", "summary.rules.error"),
  ])
  func `a report whose counts are not those of its findings is refused at their place`(
    _ old: String, _ new: String, _ path: String
  ) throws {
    let json = try Self.changed(old, new)
    let problem = try #require(Self.problem(json))
    let location = try #require(problem.location)
    let line = json.components(separatedBy: "\n")[location.line - 1]
    #expect(
      line.unicodeScalars.dropFirst(location.column - 1).starts(
        with: (path.hasSuffix("error") ? "1" : "\"none_found\"").unicodeScalars))
    #expect(problem.message.en.contains(path), "\(problem.message.en)")
    #expect(problem.help?.en.contains("changed after it was saved") == true)
  }

  @Test(arguments: [
    ("\"options\":", "\"redacted\":true,\"options\":"),
    ("\"options\":", "\"redacted\":false,\"withheld\":[],\"options\":"),
    (
      "\"options\":",
      "\"redacted\":true,\"withheld\":[],\"confidential\":{\"paths\":[],\"elements\":[],\"hidesTitle\":false},\"options\":"
    ),
  ])
  func `a report that calls itself redacted and is not is refused`(_ old: String, _ new: String) throws {
    let problem = try #require(Self.problem(try Self.changed(old, new)))
    #expect(problem.message.en.contains("redaction"), "\(problem.message.en)")
    #expect(problem.help?.en.contains("--redact") == true)
  }

  @Test func `a file without a report is refused`() throws {
    let problem = try #require(Self.problem(" []\n"))
    #expect(problem.message.en == "the file holds no report" && problem.location?.column == 2)
  }

  @Test(arguments: [
    "format: compensation_scheme/1\n", "<!DOCTYPE html>", "# 보상안", "PK\u{3}\u{4}", "보고서", "%PDF-1.7",
  ])
  func `a file of another kind is told what is expected`(_ text: String) throws {
    let problem = try #require(Self.problem(text))
    #expect(problem.message.en.contains("no saved report"))
    #expect(problem.help?.ko.contains("audit run 보상안 --output json=경로") == true)
  }

  @Test func `bytes that are not UTF-8 are named with their place`() throws {
    var bytes = SampleReport.full.json
    let place = try #require(bytes.firstIndex(of: 0xEA))
    bytes[place] = 0xFF
    let problem = try #require(Self.problem(bytes))
    #expect(problem.message.en.contains("not UTF-8"))
    #expect(problem.location != nil)
  }

  // ── hostile files ──────────────────────────────────────────────────────────

  @Test(arguments: [
    String(repeating: "[", count: 3_000_000), String(repeating: "{\"a\":", count: 1_000_000),
    String(repeating: "[", count: 200) + String(repeating: "]", count: 200),
    "[" + String(repeating: "9", count: 5_000_000) + "]",
    "[\"" + String(repeating: "\\u0000", count: 500_000) + "\"]",
    "{" + (0..<100_000).map { "\"k\($0)\":1" }.joined(separator: ",") + ",\"k5\":2}",
    "{\"format\":\"guideline_report/1\",\"findings\":[" + String(repeating: "{},", count: 300_000) + "{}]}",
  ])
  func `a hostile file is refused without a crash`(_ json: String) throws {
    let problem = try #require(Self.problem(json))
    #expect(problem.message.en.utf8.count < 2_500)
  }

  @Test func `as many different headings for one rule as there are findings take no square of time`() throws {
    let report = AuditReport(
      tool: .init(version: "0.1.0"), inputs: [], scheme: .init(id: nil, title: nil, path: "s"), policies: [],
      options: .init(), law: .written,
      findings: (0..<3_000).map { number in
        Finding(heading: SampleReport.heading("R", ko: "가\(number)", en: "a\(number)"), outcome: .pass)
      })
    #expect(try AuditReport(json: report.json).json == report.json)
  }

  @Test(arguments: SeededGenerator.seeds)
  func `whatever is changed in a file, it is refused or it renders`(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let original = SampleReport.full.json
    let digits = original.indices.filter { (0x30...0x39).contains(original[$0]) }
    let replacements = [
      "0", "2147483647", "-1", "1e9", "null", "\"\"", "true", "[]", "{}", "\\u0000", "\"", "}", ",", "\u{FF}",
    ].map { Array($0.utf8) }
    for _ in 0..<60 * SeededGenerator.effort {
      var bytes = original
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        // Numbers are where a report can mislead those who lay it out.
        let place =
          Bool.random(using: &random)
          ? digits[Int.random(in: digits.indices, using: &random)]
          : Int.random(in: bytes.indices, using: &random)
        guard bytes.indices.contains(place) else { continue }
        let length = Int.random(in: 0...2, using: &random)
        let new = replacements[Int.random(in: replacements.indices, using: &random)]
        bytes.replaceSubrange(place..<min(place + length, bytes.count), with: new)
      }
      guard let reports = try? AuditReport.saved(in: SourceFile(path: "-", bytes: bytes)) else { continue }
      for language in Language.allCases {
        let text = try ReportFormat.text.render(reports, RenderOptions(language: language, listsAll: true))
        #expect(text.count < 20 * original.count, "\(SeededGenerator.again(seed))")
      }
    }
  }

  @Test(
    arguments: ["line", "column", "endLine", "endColumn", "excerptColumn", "count", "number"],
    [0, Int(Int32.max)])
  func `no number of a place or count makes a report long or stops it`(_ key: String, _ value: Int) throws {
    let json = String(decoding: SampleReport.full.json, as: UTF8.self)
      .replacingOccurrences(of: "\"\(key)\":[0-9]+", with: "\"\(key)\":\(value)", options: .regularExpression)
    let saved = try AuditReport(json: Array(json.utf8))
    for language in Language.allCases {
      for width in [40, 100] {
        let text = try ReportFormat.text.render(
          [saved], RenderOptions(language: language, listsAll: true, width: width))
        #expect(text.count < 500_000)
      }
    }
  }
}
