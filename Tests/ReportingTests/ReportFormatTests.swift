import Diagnostics
import Findings
import Foundation
import Reporting
import TestSupport
import Testing

@Suite struct `Report formats` {
  /// A format with options and the snapshot that holds its output.
  struct Sample: Sendable, CustomTestStringConvertible {
    var format: ReportFormat
    var language: Language
    var listsAll = false
    var color = false

    var options: RenderOptions { RenderOptions(language: language, listsAll: listsAll, color: color) }
    var name: String {
      "full.\(format.rawValue).\(language.rawValue)\(listsAll ? ".all" : "")\(color ? ".color" : "")"
    }
    var testDescription: String { name }
  }

  static let samples: [Sample] = ReportFormat.allCases.flatMap { format -> [Sample] in
    switch format {
    case .text:
      [
        Sample(format: .text, language: .ko), Sample(format: .text, language: .en),
        Sample(format: .text, language: .ko, listsAll: true),
        Sample(format: .text, language: .ko, color: true),
      ]
    case .json: [Sample(format: .json, language: .ko)]
    case .xlsx, .csv, .sarif, .junit, .github, .gitlab, .oscal:
      Language.allCases.map { Sample(format: format, language: $0) }
    case .html, .markdown, .hwpx, .docx, .pdf: []
    }
  }

  private static let snapshots = Snapshots("Snapshots", besides: #filePath)

  @Test(arguments: samples) func `a report looks as recorded`(_ sample: Sample) throws {
    let bytes = try sample.format.render([SampleReport.full], sample.options)
    let shown = sample.format == .xlsx ? Array(StoredArchive.readable(bytes).utf8) : bytes
    let problem = Self.snapshots.problem(with: shown, named: sample.name)
    if let problem { Issue.record("\(problem)") }
  }

  @Test(arguments: samples) func `a report read back from JSON renders the same bytes`(_ sample: Sample)
    throws
  {
    let report = SampleReport.full
    let saved = try JSONDecoder().decode(AuditReport.self, from: Data(report.json))
    #expect(
      try sample.format.render([saved], sample.options) == sample.format.render([report], sample.options))
  }

  @Test(arguments: 0...2) func `no comma stands before a closing bracket`(_ count: Int) {
    let reports = [SampleReport.full, SampleReport.empty].prefix(count)
    // Foundation's reader lets such a comma pass; other readers do not.
    var isInText = false
    var isEscaped = false
    var last: UInt8 = 0
    for byte in AuditReport.json(of: Array(reports)) {
      if isInText {
        if !isEscaped, byte == UInt8(ascii: "\"") { isInText = false }
        isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isInText = true
      case UInt8(ascii: "}"), UInt8(ascii: "]"): #expect(last != UInt8(ascii: ","))
      default: break
      }
      if byte != 0x0A { last = byte }
    }
    #expect(!isInText)
  }

  @Test func `an encoder writes the same keys as the byte writer`() throws {
    let report = SampleReport.full
    let encoded = try JSONEncoder().encode(report)
    let again = try JSONDecoder().decode(AuditReport.self, from: encoded)
    #expect(again.json == report.json)
  }

  @Test func `a report of another format version is refused`() {
    let json = String(decoding: SampleReport.empty.json, as: UTF8.self)
      .replacingOccurrences(of: "guideline_report/1", with: "guideline_report/2")
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(AuditReport.self, from: Data(json.utf8))
    }
  }

  @Test func `several reports are an array in JSON and follow each other in text`() throws {
    let reports = [SampleReport.full, SampleReport.empty]
    let decoded = try JSONDecoder().decode([AuditReport].self, from: Data(AuditReport.json(of: reports)))
    #expect(decoded.count == 2)
    let text = try ReportFormat.text.render(reports, RenderOptions(language: .en))
    let one = try ReportFormat.text.render([SampleReport.full], RenderOptions(language: .en))
    #expect(text.count > one.count)
  }

  @Test(arguments: Language.allCases, [60, 80, 120])
  func `no line is wider than the terminal`(_ language: Language, _ width: Int) throws {
    for listsAll in [false, true] {
      let bytes = try ReportFormat.text.render(
        [SampleReport.full], RenderOptions(language: language, listsAll: listsAll, width: width))
      for line in String(decoding: bytes, as: UTF8.self).components(separatedBy: "\n") {
        #expect(DisplayWidth.of(line) <= width, "\(line)")
      }
    }
  }

  @Test func `colour adds nothing but colour`() throws {
    let plain = try ReportFormat.text.render([SampleReport.full], RenderOptions(language: .ko))
    let colored = try ReportFormat.text.render([SampleReport.full], RenderOptions(language: .ko, color: true))
    let stripped = String(decoding: colored, as: UTF8.self)
      .replacingOccurrences(of: "\u{1B}\\[[0-9;]*m", with: "", options: .regularExpression)
    #expect(stripped == String(decoding: plain, as: UTF8.self))
  }

  @Test(arguments: Language.allCases) func `nothing from an input reaches a terminal raw`(
    _ language: Language
  ) throws {
    let hostile = "\u{1B}[31m\u{202E}악의\u{200B}\u{7}\r\n\u{9B}2J"
    let text = LocalizedText(hostile)
    let finding = Finding(
      heading: RuleHeading(
        policy: "p", rule: hostile, title: text, text: text, status: .decree, severity: .major,
        citations: [Citation(cite: text)]),
      subject: hostile, subjectName: text, outcome: .fail, message: text, remedy: text,
      actual: .string(hostile), expected: .string(hostile),
      evidence: [
        Evidence(path: hostile, name: text, value: .string(hostile), file: hostile, line: 1, column: 1)
      ],
      missing: [MissingFact(kind: .missing, path: hostile, name: text)],
      location: ReportLocation(
        SourceLocation(file: hostile, line: 1, column: 3, endLine: 1, endColumn: 9), excerpt: hostile))
    let report = AuditReport(
      tool: .init(version: "0"), inputs: [.init(path: hostile, sha256: "00")],
      scheme: .init(id: hostile, title: text, path: hostile), policies: [], options: .init(profile: hostile),
      law: .written, findings: [finding])
    for format in [ReportFormat.text, .json] {
      let rendered = String(
        decoding: try format.render([report], RenderOptions(language: language, listsAll: true)),
        as: UTF8.self)
      let raw = rendered.unicodeScalars.filter { $0 != "\n" && $0.hazard != nil }
      #expect(raw.isEmpty, "\(format): \(raw.map(\.codePointName))")
    }
  }

  @Test func `no text states a violation as decided`() throws {
    let rendered = String(
      decoding: try ReportFormat.text.render(
        [SampleReport.full], RenderOptions(language: .ko, listsAll: true)),
      as: UTF8.self)
    #expect(rendered.replacingOccurrences(of: "위반 소지", with: "").contains("위반") == false)
    #expect(rendered.contains("처분이나 유권해석이 아님"))
  }
}
