package import Diagnostics
package import Expressions

extension Policy {
  /// Checks an expression that stands in no policy file as one of a rule would be checked: its names are the
  /// policy's definitions, parameters and tables and the rule's subjects and steps; nil when an error was reported.
  package func check(
    _ source: ExpressionSource, in rule: Rule, diagnostics: inout DiagnosticLog
  ) -> CheckedExpression? {
    var builder = PolicyBuilder(loader: PolicyLoader(vocabulary: program.environment), file: file)
    builder.program = program
    builder.checker = Checker(program: program, functions: .standard)
    defer { diagnostics.append(contentsOf: builder.reader.log) }
    let checked = builder.expression(source, in: scope(of: rule))
    return builder.reader.log.hasErrors ? nil : checked
  }
}
