import Diagnostics
import Expressions
import Foundation
import Testing

/// Runs the rows of a conformance file that is not part of this repository: `EXPRESSION_CASES` names it.
@Suite struct `Conformance rows` {
  static let file = ProcessInfo.processInfo.environment["EXPRESSION_CASES"] ?? ""

  @Test(.enabled(if: !file.isEmpty, "EXPRESSION_CASES names no file with conformance rows"))
  func `every row gives what it says, except those listed as different`() throws {
    let rows = try Self.rows(at: Self.file)
    let listed = try Self.listedDifferences()
    #expect(!rows.isEmpty)

    var passed = 0
    var report: [String] = []
    var surprises: [String] = []
    for row in rows {
      let problem = Self.problem(with: row)
      if let problem {
        report.append("FAILED \(row.id): \(problem)")
        if !listed.contains(row.id) { surprises.append("\(row.id) fails and is not listed") }
      } else {
        passed += 1
        if listed.contains(row.id) { surprises.append("\(row.id) passes although it is listed") }
      }
    }
    report.append("\(passed) passed, \(rows.count - passed) failed")
    print(report.joined(separator: "\n"))
    #expect(surprises == [])
  }

  @Test func `the list of differences gives a reason for every row`() throws {
    let lines = try Self.differenceLines()
    for line in lines {
      let parts = line.split(separator: "`", maxSplits: 2, omittingEmptySubsequences: false)
      #expect(parts.count == 3 && parts[2].count > 10, "\(line)")
    }
    #expect(try Self.listedDifferences().count == lines.count, "a row is listed twice")
  }

  // MARK: Running a row

  /// What is wrong with a row's result; nil if it is as it should be.
  static func problem(with row: ConformanceRow) -> String? {
    let environment = TypeEnvironment(
      id: "conformance", records: [RecordType(name: "", label: LocalizedText(""), fields: [])])
    let program = Program(environment: environment)
    let checker = Checker(
      program: program, functions: .standard, mode: row.disableCheck == true ? .unchecked : .conformance)
    var diagnostics = DiagnosticLog()
    let checked = checker.check(
      ExpressionSource(text: row.expr), scope: row.scope, diagnostics: &diagnostics)
    guard let checked else {
      guard row.expect.value != nil else { return nil }
      return "not accepted: " + diagnostics.entries.map(\.message.en).joined(separator: "; ")
    }
    let evaluation = Evaluation(facts: Facts(environment: environment), program: program)
    evaluation.startRule(asOf: nil)
    evaluation.startSubject(row.locals)
    let result = evaluation.evaluate(checked).value
    if let wanted = row.expect.value {
      return wanted.matches(result) ? nil : "wanted \(wanted), got \(result)"
    }
    if case .error = result { return nil }
    return "wanted an error, got \(result)"
  }

  // MARK: Files

  static func rows(at path: String) throws -> [ConformanceRow] {
    let decoder = JSONDecoder()
    // Texts in the rows may hold other characters that count as line breaks.
    return try Data(contentsOf: URL(filePath: path)).split(separator: UInt8(ascii: "\n")).map { line in
      try decoder.decode(ConformanceRow.self, from: line)
    }
  }

  /// The rows of `docs/expression-differences.md`: list items that begin with an id in backquotes.
  static func differenceLines() throws -> [String] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let page = root.appending(path: "docs/expression-differences.md")
    return try String(contentsOf: page, encoding: .utf8).split(whereSeparator: \.isNewline).map(String.init)
      .filter { $0.hasPrefix("- `") }
  }

  static func listedDifferences() throws -> Set<String> {
    Set(try differenceLines().compactMap { $0.split(separator: "`").dropFirst().first.map(String.init) })
  }
}
