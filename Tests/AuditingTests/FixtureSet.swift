import Diagnostics
import Foundation
import Testing

@testable import Auditing

/// Policy sets that lie beside the tests.
enum FixtureSet {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
    "Fixtures"
  ).path

  /// The set with a name, such as `parcel`.
  static func named(_ name: String) throws -> PolicySet {
    let (set, diagnostics) = PolicySet.load([folder + "/" + name])
    for problem in diagnostics where problem.severity != .note { Issue.record("\(text(problem))") }
    return try #require(set)
  }

  /// A problem on one line.
  static func text(_ problem: Diagnostic) -> String {
    let place = problem.location.map { "\($0.file):\($0.line):\($0.column): " } ?? ""
    return "\(place)\(problem.severity.rawValue): \(problem.code): \(problem.message.en)"
  }
}
