import Diagnostics

/// Why a text is no JSON, or not the JSON that was expected, with the bytes concerned.
struct JSONProblem: Error {
  /// The bytes concerned.
  var bytes: Range<Int>
  /// What is wrong and what was expected.
  var message: LocalizedText
  /// What to do about it.
  var help: LocalizedText?

  /// A problem at some bytes of the text.
  init(at bytes: Range<Int>, ko: String, en: String, help: LocalizedText? = nil) {
    self.bytes = bytes
    message = LocalizedText(ko: ko, en: en)
    self.help = help
  }
}
