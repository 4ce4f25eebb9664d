package import Diagnostics
import Expressions
package import Findings
import Policies
import Schemes
import YAMLTree

/// What came of evaluating an expression over a scheme, ready to be read.
package struct Trial: Sendable {
  /// How much is known of a value.
  enum Standing: Int, Sendable, Comparable {
    /// All of it, not all of it, nothing because of an error.
    case known, open, failed

    /// Orders by how little is known.
    static func < (a: Standing, b: Standing) -> Bool { a.rawValue < b.rawValue }
  }

  /// The value with its type and grounds, in words.
  package var sheet: Sheet
  /// The least that is known of any of its values.
  var standing: Standing

  /// 0 if the value is known, 3 if it is unknown or only partly known, 2 if it could not be computed.
  package var exitStatus: Int32 {
    switch standing {
    case .known: 0
    case .open: 3
    case .failed: 2
    }
  }
}

extension PolicySet {
  /// Evaluates an expression over the scheme in a file; nil where the scheme or the request is not valid.
  /// Every problem is reported, also why a value could not be computed.
  package func trying(
    _ request: TrialRequest, on file: SourceFile, diagnostics: inout DiagnosticLog
  ) -> Trial? {
    var log = DiagnosticLog()
    defer { diagnostics.append(contentsOf: log) }
    guard let tree = YAMLTree.parseRest(file, into: &log),
      let vocabulary = vocabulary(of: tree, diagnostics: &log)
    else { return nil }
    let scheme = Scheme.load(tree, vocabulary: vocabulary, diagnostics: &log)
    let day = Self.day(of: request, diagnostics: &log)
    guard let scope = TrialScope(request, vocabulary: vocabulary, set: self, diagnostics: &log) else {
      return nil
    }
    var problems = DiagnosticLog()
    let source = ExpressionSource(request.expression)
    let checked = scope.policy.check(source, in: scope.rule, diagnostics: &problems)
    let advice = TrialAdvice(set: self, scope: scope, expression: request.expression)
    for problem in problems.entries { log.append(advice.improving(problem)) }
    guard let scheme, let checked, !log.hasErrors else { return nil }
    return TrialRun(checked, scheme: scheme, scope: scope, asOf: day).trial(diagnostics: &log)
  }

  private static func day(of request: TrialRequest, diagnostics: inout DiagnosticLog) -> Day? {
    switch request.law.mode {
    case .written: return nil
    case .date:
      guard let day = request.law.date.flatMap({ Day(iso: $0) }) else {
        let shown = Printable.escaped(request.law.date ?? "")
        diagnostics.error(
          "audit.bad-date", at: nil, ko: "`\(shown)`은(는) 날짜가 아닙니다", en: "`\(shown)` is not a date",
          help: LocalizedText(ko: "`2022-12-29`처럼 적으십시오", en: "write it like `2022-12-29`"))
        return nil
      }
      return day
    }
  }
}
