import Auditing
import Diagnostics
import Expressions
import FuzzHarness
import Policies
import Schemes

/// Any text as an expression: checked against a policy of the small example set and, if it is accepted, evaluated
/// over the example plan. The first byte chooses how strictly it is checked.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzExpression(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Harness.bytes(data, count)
  guard let choice = bytes.first, let text = String(validating: bytes.dropFirst(), as: UTF8.self) else {
    return 0
  }
  let mode: Checker.Mode = choice & 1 == 0 ? .strict : .conformance
  var log = DiagnosticLog()
  let checker = Checker(program: setting.program, functions: .standard, mode: mode)
  let checked = checker.check(ExpressionSource(text: text), scope: Scope(), diagnostics: &log)
  Harness.show(log)
  guard let checked else {
    precondition(log.hasErrors, "an expression was refused without a reason")
    return 0
  }
  let evaluation = Evaluation(facts: setting.facts, program: setting.program)
  let first = evaluation.evaluate(checked).value.plainText
  let again = Evaluation(facts: setting.facts, program: setting.program).evaluate(checked).value.plainText
  precondition(first == again, "an expression has two values")
  return 0
}

private let setting: (facts: Facts, program: Program) = {
  var log = DiagnosticLog()
  let set = Harness.examples
  guard let file = FileReading.read(Harness.plan, diagnostics: &log),
    let scheme = SchemeFile(parsing: file).read(with: set).scheme, let policy = set.policies.first
  else { preconditionFailure("run the fuzz targets from the top folder") }
  return (scheme.facts, policy.program)
}()
