package import Diagnostics

/// Checks expressions against a policy's names and types, and resolves every name to a place.
///
/// It is an object, so that the checking of each expression refers to the names in place of copying them.
package final class Checker: Sendable {
  /// How strict the checking is.
  package enum Mode: String, Sendable {
    /// As policies are checked: no `null`, no maps, no values of unknown type.
    case strict
    /// Types are checked; `null`, maps and values of unknown type are allowed.
    case conformance
    /// Nothing is checked: an unknown name or function is an error of the evaluation.
    case unchecked
  }

  /// The names of the policy.
  let program: Program
  /// The functions that may be called.
  let functions: FunctionLibrary
  /// How strict the checking is.
  let mode: Mode
  /// Names whose declaration has an error.
  let broken: BrokenNames

  package init(
    program: Program, functions: FunctionLibrary, mode: Mode = .strict, broken: BrokenNames = BrokenNames()
  ) {
    self.program = program
    self.functions = functions
    self.mode = mode
    self.broken = broken
  }

  /// Parses and checks an expression; nil when an error was reported.
  ///
  /// `expecting` is the type the place asks for (`.list(.dyn)`: any list). `unit` is what a step declares: it gives
  /// a bare number that unit.
  package func check(
    _ source: ExpressionSource, scope: Scope, expecting: ValueType? = nil, unit: String? = nil,
    diagnostics: inout DiagnosticLog
  ) -> CheckedExpression? {
    judge(source, scope: scope, expecting: expecting, unit: unit, diagnostics: &diagnostics).checked
  }

  /// Checks an expression and keeps what was found about each of its parts; nil when an error was reported.
  package func observe(
    _ source: ExpressionSource, scope: Scope, expecting: ValueType? = nil, unit: String? = nil,
    diagnostics: inout DiagnosticLog
  ) -> (checked: CheckedExpression, observed: ObservedExpression)? {
    let found = judge(
      source, scope: scope, expecting: expecting, unit: unit, isObserved: true, diagnostics: &diagnostics)
    guard let checked = found.checked, let observed = found.observed else { return nil }
    return (checked, observed)
  }

  /// What was found about an expression, errors or not.
  package struct Judgement: Sendable {
    /// The expression; nil where it has an error or rests on a name that has one.
    package var checked: CheckedExpression?
    /// What can be told of an expression that has an error: its type, the subjects it reads.
    package var type: ValueType?
    /// Slots of the scope that it reads, directly or through steps.
    package var usedLocals: Set<Int> = []
    /// The calls of tables whose arguments are sound.
    package var tableCalls: [TableCall] = []
    /// What was found about each part, if that was asked for.
    package var observed: ObservedExpression?
  }

  /// Checks an expression and says as well what can be told of one that has an error.
  package func judge(
    _ source: ExpressionSource, scope: Scope, expecting: ValueType? = nil, unit: String? = nil,
    isObserved: Bool = false, diagnostics: inout DiagnosticLog
  ) -> Judgement {
    guard let tree = parse(source, &diagnostics) else { return Judgement() }
    var checking = Checking(self, source: source, tree: tree, scope: scope, isObserved: isObserved)
    var typed = checking.value(tree.root)
    if let unit, let checked = typed { typed = checking.applying(unit: unit, to: checked) }
    if let expecting, let checked = typed { typed = checking.expect(expecting, checked) }
    if expecting == nil, let checked = typed { typed = checking.requireKnownType(checked) }
    return checking.judgement(typed, &diagnostics)
  }

  /// Checks a path of facts such as a `proof:`; gives an expression that asks whether the fact is stated.
  package func checkFactPath(
    _ source: ExpressionSource, scope: Scope, diagnostics: inout DiagnosticLog
  ) -> CheckedExpression? {
    guard let tree = parse(source, &diagnostics) else { return nil }
    var checking = Checking(self, source: source, tree: tree, scope: scope)
    let path = checking.factPath(tree.root, form: "stated", allowsGroup: true)
    let typed = path?.fact.map { Typed(.stated(of: $0.of, $0.field), .bool, tree.root) }
    return checking.finish(typed, &diagnostics)
  }

  private func parse(_ source: ExpressionSource, _ diagnostics: inout DiagnosticLog) -> SyntaxTree? {
    if let cut = source.cutComment {
      diagnostics.append(cut)
      return nil
    }
    do throws(SyntaxProblem) {
      let tree = try Parser.parse(source.text)
      if let comment = tree.lastComment, let folded = source.foldedComment(comment) {
        diagnostics.append(folded)
        return nil
      }
      return tree
    } catch {
      let help = error.isAtEnd ? source.commentHelp ?? error.help : error.help
      diagnostics.error(
        error.code, at: source.span(error.range), ko: error.message.ko, en: error.message.en, help: help)
      return nil
    }
  }
}
