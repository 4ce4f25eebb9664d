package import Diagnostics
package import Findings

extension PolicySet {
  /// Audits a scheme under the law of two days and compares the findings; nil where it cannot be audited, which is
  /// reported once.
  ///
  /// - Parameters:
  ///   - from: the day of the earlier law, `YYYY-MM-DD`.
  ///   - to: the day of the later law, `YYYY-MM-DD`.
  package func compareLaw(
    on file: SchemeFile, options: AuditOptions, from: String, to: String, today: String?,
    diagnostics: inout DiagnosticLog
  ) -> LawComparison? {
    let read = file.read(with: self)
    guard read.scheme != nil else {
      diagnostics.append(contentsOf: read.log)
      return nil
    }
    guard
      let earlier = audit(read, options: options, law: .on(from), today: today, diagnostics: &diagnostics)
    else { return nil }
    // The second audit finds the same problems of the scheme, unless it cannot be done.
    var log = DiagnosticLog()
    guard let later = audit(read, options: options, law: .on(to), today: today, diagnostics: &log) else {
      diagnostics.append(contentsOf: log)
      return nil
    }
    return LawComparison(from: earlier, to: later)
  }
}
