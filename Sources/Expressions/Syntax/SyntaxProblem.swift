package import Diagnostics

/// Why a text is no expression: the first place where it breaks the grammar.
package struct SyntaxProblem: Error, Sendable {
  /// A stable name such as `expression.unclosed`.
  package var code: String
  /// UTF-8 offsets of the expression's text.
  package var range: Range<Int>
  /// What is wrong and what was expected.
  package var message: LocalizedText
  /// What the author can do about it.
  package var help: LocalizedText?
  /// The expression stops before it is complete: what follows in the file may have been cut off.
  package var isAtEnd: Bool

  /// A problem at a place of the text (UTF-8 offsets), with advice where there is any.
  init(
    _ code: String, _ range: Range<Int>, ko: String, en: String, help: LocalizedText? = nil,
    isAtEnd: Bool = false
  ) {
    self.code = code
    self.range = range
    message = LocalizedText(ko: ko, en: en)
    self.help = help
    self.isAtEnd = isAtEnd
  }
}
