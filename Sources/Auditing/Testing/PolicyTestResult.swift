package import Diagnostics

/// What came of running policy tests.
package struct PolicyTestResult: Sendable {
  /// An expectation that does not hold.
  package struct Failure: Sendable {
    /// Where the expectation stands.
    package var location: SourceLocation
    /// Name of the case.
    package var name: String
    /// The finding as the test names it.
    package var finding: String
    /// What was wanted and what came.
    package var message: LocalizedText

    /// One line: place, case, finding, wanted and got.
    package func line(_ language: Language) -> String {
      Printable.escaped(
        "\(location.file):\(location.line):\(location.column): \(name): \(finding): \(message[language])")
    }
  }

  /// Expectations that hold.
  package var passed = 0
  /// Expectations that do not, in the order of the files.
  package var failures: [Failure] = []
  /// Problems of the test files and of what they name.
  package var diagnostics: [Diagnostic] = []
  /// How many cases were run.
  package var cases = 0

  /// Expectations that do not hold.
  package var failed: Int { failures.count }

  /// 0 if all hold, 1 if some do not, 2 if something could not be loaded or there was nothing to run.
  package var exitStatus: Int {
    if diagnostics.contains(where: { $0.severity == .error }) || passed + failed == 0 { return 2 }
    return failures.isEmpty ? 0 : 1
  }
}
