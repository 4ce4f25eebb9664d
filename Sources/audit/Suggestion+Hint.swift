import Diagnostics

extension Suggestion {
  /// Asks whether a name is the one that was meant, as the end of a command's message.
  static func hint(_ name: String) -> LocalizedText {
    LocalizedText(ko: " `\(name)`을(를) 찾으셨습니까?", en: "; did you mean `\(name)`?")
  }
}
