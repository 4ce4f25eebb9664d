import Diagnostics
import Foundation
import Testing

@testable import Auditing

/// A complete small policy set whose expectations must all hold; it lies outside the repository.
@Suite struct FormatExampleTests {
  static let directory =
    ProcessInfo.processInfo.environment["FORMAT_EXAMPLE"] ?? "/work/shared/format-example"
  static let isPresent = FileManager.default.fileExists(atPath: directory)

  @Test(.enabled(if: isPresent)) func `every expectation of the example holds`() throws {
    let (set, diagnostics) = PolicySet.load([Self.directory])
    for problem in diagnostics {
      print(
        problem.location.map { "\($0.file):\($0.line):\($0.column)" } ?? "-", problem.severity.rawValue,
        problem.code, problem.message.en)
    }
    let policies = try #require(set)
    let result = PolicyTestRunner.run(policies)
    for problem in result.diagnostics {
      print(
        problem.location.map { "\($0.file):\($0.line):\($0.column)" } ?? "-", problem.severity.rawValue,
        problem.code, problem.message.en)
    }
    for failure in result.failures { print(failure.line(.en)) }
    #expect(result.failed == 0)
    #expect(result.passed == 57)
    #expect(result.cases == 30)
    #expect(result.exitStatus == 0)
  }
}
