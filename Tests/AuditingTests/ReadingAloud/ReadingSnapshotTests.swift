import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Auditing

/// The readings of every rule and measure that comes with the project, byte for byte.
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
  func `every rule and measure reads as recorded, in lines of 80 cells`(
    _ source: Source, _ language: Language
  ) throws {
    let set = try Self.load(source.folder)
    try #require(!set.policyIDs.isEmpty)
    for id in set.ruleIDs + set.measureIDs {
      let reading = try #require(set.readings(of: id, on: source.day, language)?.first)
      let text = reading.text(width: 80)
      for line in text.split(separator: "\n") {
        #expect(DisplayWidth.of(String(line)) <= 80, "\(id): \(line)")
        #expect(line.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }, "\(id): \(line)")
      }
      Self.expect(text, recordedAs: "\(id).\(language.rawValue).txt")
    }
  }

  @Test(arguments: ["KR-NTC-001", "KR-CLM-001", "KR-CRT-M1"], Language.allCases)
  func `an explanation reads as recorded, in lines of 80 cells and without codes`(
    _ id: String, _ language: Language
  ) throws {
    let set = try Self.load("policies")
    let text = try #require(set.explanation(of: id, on: "2022-10-15", language)).text(width: 80)
    for line in text.split(separator: "\n") { #expect(DisplayWidth.of(String(line)) <= 80, "\(line)") }
    for code in ["decree", "value_added", "over_concentration", "10000000000", "2019-06-25", "&&", "scheme."]
    {
      #expect(!text.contains("`\(code)") && (code == "decree" || !text.contains(code)), "\(code)\n\(text)")
    }
    #expect(text.contains("\n  audit policy show \(id)\n"))
    // The place of the file differs from machine to machine.
    let parts = text.components(separatedBy: language == .ko ? "\n정의된 곳\n" : "\nWritten in\n")
    try #require(parts.count == 2)
    #expect(parts[1].filter { !$0.isWhitespace }.contains("policy.yaml:"))
    Self.expect(parts[0], recordedAs: "explain-\(id).\(language.rawValue).txt")
  }

  @Test func `only a rule or a measure is explained`() throws {
    let set = try Self.load("policies")
    for id in ["KR-NTC-01", "kr.consumer_criteria.internet_content", ""] {
      #expect(set.explanation(of: id, on: "2022-10-15", .en) == nil)
    }
    #expect(set.explanation(of: "KR-NTC-001", on: "2022-13-15", .en) == nil)
  }

  @Test(arguments: Language.allCases)
  func `the list of the shipped rules reads as recorded, in lines of 80 cells`(_ language: Language) throws {
    let set = try Self.load("policies")
    let text = try #require(set.ruleList(matching: [], on: "2026-10-01", language)).text(width: 80)
    for line in text.split(separator: "\n") { #expect(DisplayWidth.of(String(line)) <= 80, "\(line)") }
    Self.expect(text, recordedAs: "list.\(language.rawValue).txt")
  }

  private static let snapshots = Snapshots("../Fixtures/Readings", besides: #filePath)

  private static func expect(_ text: String, recordedAs name: String) {
    if let problem = snapshots.problem(with: text, named: name) { Issue.record("\(problem)") }
  }

  static func load(_ folder: String) throws -> PolicySet {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let (set, diagnostics) = PolicySet.load([root.appendingPathComponent(folder).path])
    return try #require(set, "\(diagnostics.map(FixtureSet.text).joined(separator: "\n"))")
  }
}
