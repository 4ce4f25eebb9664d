import Diagnostics
import Foundation
import Testing

@testable import Auditing

/// The policy sets that come with the repository.
@Suite struct BundledSetTests {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path
  /// A complete small set: scheme, vocabulary, policy, profile, waivers and tests.
  static let small = root + "/examples/small-policy-set"

  @Test func `every expectation of the small example holds`() throws {
    let (set, diagnostics) = PolicySet.load([Self.small])
    let policies = try #require(set, "\(diagnostics.map(FixtureSet.text))")
    let result = PolicyTestRunner.run(policies)
    #expect(result.diagnostics.filter { $0.severity == .error }.map(FixtureSet.text) == [])
    #expect(result.failures.map { $0.line(.en) } == [])
    #expect(result.passed == 57)
    #expect(result.cases == 30)
    #expect(result.exitStatus == 0)
  }

  @Test func `every expectation of the policies holds`() throws {
    let (set, diagnostics) = PolicySet.load([Self.root + "/policies"])
    let policies = try #require(set, "\(diagnostics.map(FixtureSet.text))")
    let result = PolicyTestRunner.run(policies)
    #expect(result.diagnostics.filter { $0.severity == .error }.map(FixtureSet.text) == [])
    #expect(result.failures.map { $0.line(.en) } == [])
    #expect(result.exitStatus == 0)
  }
}
