import Diagnostics
import Findings
import Foundation
import FoundationXML
import Reporting
import TestSupport
import Testing

@Suite struct `Hostile texts` {
  /// A document in a format and a language.
  struct Sample: Sendable, CustomTestStringConvertible {
    var format: ReportFormat
    var template: ReportTemplate
    var language: Language
    var testDescription: String { "\(format.rawValue) \(template.name) \(language.rawValue)" }

    /// The output for a report; nil where a program that it needs is not installed.
    func output(_ reports: [AuditReport]) throws -> [UInt8]? {
      do {
        return try format.render(
          reports, RenderOptions(language: language, template: template, listsAll: true))
      } catch {
        guard format == .pdf else { throw error }
        return nil
      }
    }
  }

  /// What an output is made of.
  private enum Shape {
    case lines, json, xml, archive, opaque

    init(_ format: ReportFormat) {
      self =
        switch format {
        case .text, .csv, .github, .markdown, .html: .lines
        case .json, .sarif, .gitlab, .oscal: .json
        case .junit: .xml
        case .hwpx, .docx, .xlsx: .archive
        case .pdf: .opaque
        }
    }
  }

  /// PDF is printed from the page of `html`; tests of its own ask for the programs that do.
  static let samples = ReportFormat.allCases.filter { $0 != .pdf }.flatMap { format in
    format.templates.enumerated().map { index, template in
      Sample(format: format, template: template, language: Language.allCases[index % 2])
    }
  }

  @Test func `the report that judges are given is this one`() {
    let problem = Snapshots("Snapshots", besides: #filePath)
      .problem(with: HostileReport.report.json, named: "hostile.json")
    if let problem { Issue.record("\(problem)") }
  }

  @Test(arguments: samples) func `no hazard stands raw in an output`(_ sample: Sample) throws {
    guard let bytes = try sample.output([HostileReport.report, SampleReport.full]) else { return }
    let parts: [(name: String, content: [UInt8])]
    switch Shape(sample.format) {
    case .opaque: return
    case .archive: parts = StoredArchive.entries(of: bytes) ?? []
    case .lines, .json, .xml: parts = [(sample.format.rawValue, bytes)]
    }
    for part in parts {
      let text = try #require(String(validating: part.content, as: UTF8.self))
      var raw = Set(text.unicodeScalars.filter { $0 != "\n" && $0.hazard != nil })
      // Joiners and variation selectors belong to the emoji of the fixture.
      raw.subtract(["\u{200D}", "\u{FE0F}"])
      // Fillers and noncharacters move and reorder nothing; the report's own JSON keeps them as they are.
      if sample.format == .json {
        raw.subtract(["\u{115F}", "\u{3164}", "\u{FFFE}", "\u{FFFF}", "\u{10FFFF}"])
      }
      if sample.format == .csv { raw.subtract(["\r", "\u{FEFF}"]) }
      // Plain text within an archive ends its lines as its readers expect.
      if part.name.hasSuffix(".txt") { raw.remove("\r") }
      #expect(raw.isEmpty, "\(sample) \(part.name): \(raw.map(\.codePointName).sorted())")
    }
  }

  @Test(arguments: samples) func `texts read back from JSON are inert`(_ sample: Sample) throws {
    // The report's own JSON keeps texts as they are, so that it can be rendered again.
    guard case .json = Shape(sample.format), sample.format != .json else { return }
    let bytes = try #require(try sample.output([HostileReport.report]))
    var strings: [String] = []
    func collect(_ value: Any) {
      switch value {
      case let text as String: strings.append(text)
      case let list as [Any]: for element in list { collect(element) }
      case let object as [String: Any]:
        for (key, element) in object {
          strings.append(key)
          collect(element)
        }
      default: break
      }
    }
    collect(try JSONSerialization.jsonObject(with: Data(bytes)))
    #expect(!strings.isEmpty)
    for text in strings {
      let raw = text.unicodeScalars.filter {
        $0.hazard != nil && $0 != "\n" && $0 != "\u{200D}" && $0 != "\u{FE0F}"
      }
      #expect(raw.isEmpty, "\(sample): \(raw.map(\.codePointName))")
    }
  }

  @Test(arguments: samples) func `every XML is well formed`(_ sample: Sample) throws {
    guard let bytes = try sample.output([HostileReport.report]) else { return }
    let parts: [(name: String, content: [UInt8])]
    switch Shape(sample.format) {
    case .xml: parts = [(sample.format.rawValue, bytes)]
    case .archive:
      guard !bytes.isEmpty else { return }
      parts = try #require(StoredArchive.entries(of: bytes)).filter { name, _ in
        ["xml", "rels", "hpf", "rdf"].contains { name.hasSuffix(".\($0)") }
      }
      #expect(!parts.isEmpty)
    case .lines, .json, .opaque: return
    }
    for part in parts {
      let parser = XMLParser(data: Data(part.content))
      #expect(parser.parse(), "\(part.name): \(String(describing: parser.parserError))")
    }
  }

  @Test(arguments: samples) func `the same report gives the same bytes, also read back from JSON`(
    _ sample: Sample
  ) throws {
    let reports = [HostileReport.report, SampleReport.empty, SampleReport.full]
    guard let bytes = try sample.output(reports) else { return }
    #expect(try sample.output(reports) == bytes)
    let saved = try JSONDecoder().decode([AuditReport].self, from: Data(AuditReport.json(of: reports)))
    #expect(try sample.output(saved) == bytes)
  }

  @Test(arguments: samples) func `reports without findings and no reports at all are rendered`(
    _ sample: Sample
  ) throws {
    _ = try sample.output([])
    _ = try sample.output([SampleReport.empty])
    _ = try sample.output([SampleReport.empty, SampleReport.empty])
  }
}
