import Diagnostics
import Expressions
import Foundation
import Schemes
import Testing
import YAMLTree

/// Files that this checkout may hold, read where they lie.
private enum Files {
  static let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent()
  static let example = root.appending(path: "examples/small-policy-set")
  static let vocabulary = root.appending(path: "policies/vocabulary/compensation-scheme.yaml")
  static let kakao = root.appending(path: "examples/kakao-2022/scheme.yaml")

  static func exists(_ url: URL) -> Bool { FileManager.default.fileExists(atPath: url.path) }

  static func tree(_ url: URL) throws -> YAMLTree {
    var log = DiagnosticLog()
    let file = SourceFile(path: url.lastPathComponent, bytes: [UInt8](try Data(contentsOf: url)))
    let tree = YAMLTree.parse(file, into: &log)
    #expect(log.entries.map(\.message.en) == [])
    return try #require(tree)
  }

  static func vocabulary(_ url: URL) throws -> Vocabulary {
    var log = DiagnosticLog()
    let vocabulary = Vocabulary.load(try tree(url), diagnostics: &log)
    let problems = log.entries.filter { $0.severity != .note }
    #expect(problems.map { "\($0.location?.line ?? 0): \($0.message.en)" } == [])
    return try #require(vocabulary)
  }
}

@Suite struct `Real vocabularies and schemes` {
  @Test(.enabled(if: Files.exists(Files.example), "the small policy set is not there"))
  func `the small example loads as it stands`() throws {
    let vocabulary = try Files.vocabulary(Files.example.appending(path: "vocabulary/scheme.yaml"))
    var log = DiagnosticLog()
    let scheme = try #require(
      Scheme.load(
        Files.tree(Files.example.appending(path: "schemes/acme.yaml")), vocabulary: vocabulary,
        diagnostics: &log))
    #expect(log.entries.map(\.message.en) == [])
    #expect(scheme.id == "acme-2022-10")
    #expect(try scheme.stated("scheme.services[pay].outage_hours") == "number 12.5")
    #expect(try scheme.stated("scheme.awards[A3].first_payment") == "date 2022-12-20")
    #expect(try scheme.stated("scheme.awards[A4].monthly_fee") == "missing")
    #expect(try scheme.stated("scheme.clauses[약관-15조].excludes") == "list indirect,punitive")
    #expect(try scheme.stated("scheme.publications") == "list #1,#2")
    #expect(try scheme.stated("scheme.company.name") == "text 에이씨엠이")
    let filed = try #require(vocabulary.filedFact)
    #expect(vocabulary.environment.records[0].fields[filed].name == "submission.date")
  }

  @Test(.enabled(if: Files.exists(Files.example), "the small policy set is not there"))
  func `every edit of the small example can be made`() throws {
    let vocabulary = try Files.vocabulary(Files.example.appending(path: "vocabulary/scheme.yaml"))
    let base = try Files.tree(Files.example.appending(path: "schemes/acme.yaml"))
    let tests = try Files.tree(Files.example.appending(path: "tests/kr-outage-compensation.test.yaml"))
    var count = 0
    for test in tests.root["cases"]?.items ?? [] {
      guard let set = test["set"] else { continue }
      count += 1
      var log = DiagnosticLog()
      let edited = SchemeEdit.applying(set, to: base, vocabulary: vocabulary, diagnostics: &log)
      _ = Scheme.load(edited, vocabulary: vocabulary, diagnostics: &log)
      #expect(log.entries.map(\.message.en) == [], "\(test["name"]?.text ?? "")")
    }
    #expect(count > 20)
  }

  @Test(.enabled(if: Files.exists(Files.vocabulary), "no bundled vocabulary yet"))
  func `the bundled vocabulary has no problems`() throws {
    let vocabulary = try Files.vocabulary(Files.vocabulary)
    #expect(vocabulary.format == "compensation_scheme/1")
    #expect(vocabulary.filedFact != nil)
  }

  @Test(.enabled(if: Files.exists(Files.kakao), "no bundled scheme yet"))
  func `the bundled Kakao scheme has no problems`() throws {
    let vocabulary = try Files.vocabulary(Files.vocabulary)
    var log = DiagnosticLog()
    let scheme = try #require(
      Scheme.load(Files.tree(Files.kakao), vocabulary: vocabulary, diagnostics: &log))
    #expect(log.entries.map { "\($0.location?.line ?? 0): \($0.message.en)" } == [])
    #expect(scheme.provenance?.kind == .reconstructed)
    #expect(scheme.id == "kakao-2022-12-29")
  }
}
