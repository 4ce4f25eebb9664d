import Auditing
import BenchmarkSupport
import Diagnostics
import Expressions
import Policies
import Schemes

/// A scheme's facts with the names that expressions over them may use.
struct Setting {
  let facts: Facts
  let program: Program

  init(scheme path: String, policies: PolicySet) throws {
    var log = DiagnosticLog()
    guard let file = FileReading.read(path, diagnostics: &log),
      let scheme = SchemeFile(parsing: file).read(with: policies).scheme,
      let policy = policies.policies.first
    else { throw Failure(text: "cannot read \(path)") }
    facts = scheme.facts
    program = policy.program
  }

  /// The expression, checked as in a policy.
  func check(_ text: String) throws -> CheckedExpression {
    var log = DiagnosticLog()
    let checker = Checker(program: program, functions: .standard)
    guard let checked = checker.check(ExpressionSource(text: text), scope: Scope(), diagnostics: &log) else {
      throw Failure(text: "\(text): \(log.sorted.map(\.message.en))")
    }
    return checked
  }
}
