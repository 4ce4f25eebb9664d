import Diagnostics
import Foundation
import Testing

@testable import Auditing

/// The readings of every rule that comes with the project, byte for byte.
@Suite struct ReadingSnapshotTests {
  /// A set of policies and the day whose versions are read.
  struct Source: Sendable, CustomTestStringConvertible {
    var folder: String
    var day: String
    var testDescription: String { folder }
  }

  static let sources = [
    Source(folder: "examples/small-policy-set", day: "2024-01-01"),
    Source(folder: "policies", day: "2026-10-01"),
  ]

  @Test(arguments: sources, Language.allCases)
  func `every rule reads as recorded, in lines of 80 cells`(_ source: Source, _ language: Language) throws {
    let set = try Self.load(source.folder)
    try #require(!set.policyIDs.isEmpty)
    for id in set.ruleIDs {
      let reading = try #require(set.readings(of: id, on: source.day, language)?.first)
      let text = reading.text(width: 80)
      for line in text.split(separator: "\n") {
        #expect(DisplayWidth.of(String(line)) <= 80, "\(id): \(line)")
        #expect(line.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }, "\(id): \(line)")
      }
      ReadingSnapshots.expect(text, equals: "\(id).\(language.rawValue).txt")
    }
  }

  @Test(arguments: Language.allCases)
  func `the list of the shipped rules reads as recorded, in lines of 80 cells`(_ language: Language) throws {
    let set = try Self.load("policies")
    let text = try #require(set.ruleList(matching: [], on: "2026-10-01", language)).text(width: 80)
    for line in text.split(separator: "\n") { #expect(DisplayWidth.of(String(line)) <= 80, "\(line)") }
    ReadingSnapshots.expect(text, equals: "list.\(language.rawValue).txt")
  }

  static func load(_ folder: String) throws -> PolicySet {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let (set, diagnostics) = PolicySet.load([root.appendingPathComponent(folder).path])
    return try #require(set, "\(diagnostics.map(FixtureSet.text).joined(separator: "\n"))")
  }
}

/// Compares readings with files under `Fixtures/Readings`. `RECORD_SNAPSHOTS=1` writes the files, and fails the run.
enum ReadingSnapshots {
  static func expect(
    _ text: String, equals name: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    let folder = URL(fileURLWithPath: FixtureSet.folder).appendingPathComponent("Readings")
    let file = folder.appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      do {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        Issue.record("recorded \(name); run again without RECORD_SNAPSHOTS", sourceLocation: sourceLocation)
      } catch {
        Issue.record(error, sourceLocation: sourceLocation)
      }
      return
    }
    guard let expected = try? String(contentsOf: file, encoding: .utf8) else {
      Issue.record("there is no \(name); record it with RECORD_SNAPSHOTS=1", sourceLocation: sourceLocation)
      return
    }
    let got = text.components(separatedBy: "\n")
    let wanted = expected.components(separatedBy: "\n")
    guard got != wanted else { return }
    let line =
      zip(got, wanted).enumerated().first { $0.element.0 != $0.element.1 }?.offset
      ?? min(got.count, wanted.count)
    Issue.record(
      """
      \(name) differs in line \(line + 1)
      wanted: \(line < wanted.count ? wanted[line] : "(end)")
      got:    \(line < got.count ? got[line] : "(end)")
      """, sourceLocation: sourceLocation)
  }
}
