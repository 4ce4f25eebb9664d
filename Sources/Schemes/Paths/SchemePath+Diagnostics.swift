package import Diagnostics
package import YAMLTree

extension SchemePath {
  /// Reads the path in a scalar and reports what is wrong with it.
  package static func read(_ node: YAMLNode, diagnostics: inout DiagnosticLog) -> SchemePath? {
    do throws(Malformed) {
      return try SchemePath(node.text)
    } catch {
      error.report(at: node.span(ofText: error.range), diagnostics: &diagnostics)
      return nil
    }
  }
}

extension SchemePath.Malformed {
  /// Reports the problem at a place in a file.
  package func report(at span: SourceSpan?, diagnostics: inout DiagnosticLog) {
    let example = LocalizedText(
      ko: "경로는 `scheme.awards[A3].tiers[#2].amount`처럼 적습니다. `]`나 `'`가 든 키는 `['a]b']`처럼 작은따옴표로 묶습니다",
      en:
        "write a path such as `scheme.awards[A3].tiers[#2].amount`; put a key that holds `]` or `'` in single "
        + "quotes: `['a]b']`")
    let text: LocalizedText =
      switch reason {
      case .empty: LocalizedText(ko: "경로가 비어 있습니다", en: "the path is empty")
      case .emptyStep: LocalizedText(ko: "경로에 빈 이름이 있습니다", en: "the path has an empty name")
      case .unclosedBracket: LocalizedText(ko: "대괄호가 닫히지 않았습니다", en: "the bracket is not closed")
      case .unclosedQuote: LocalizedText(ko: "따옴표가 닫히지 않았습니다", en: "the quote is not closed")
      case .textAfterBracket:
        LocalizedText(ko: "`]` 뒤에는 `.`이나 `[`만 올 수 있습니다", en: "only `.` or `[` may follow `]`")
      case .badPosition:
        LocalizedText(
          ko: "`#` 뒤에는 1부터 세는 순번이 와야 합니다", en: "a place counted from 1 must follow `#`")
      }
    diagnostics.error("path.malformed", at: span, ko: text.ko, en: text.en, help: example)
  }
}
