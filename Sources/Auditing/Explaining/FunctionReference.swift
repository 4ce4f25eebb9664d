public import Diagnostics
import Expressions

/// The functions and forms of the policy language, in words: what `audit functions` shows.
public enum FunctionReference {
  /// All by topic, one line each.
  public static func list(_ language: Language) -> String {
    FunctionPage().list(language)
  }

  /// What there is to know of one; nil for an unknown name.
  public static func entry(_ name: String, _ language: Language) -> String? {
    let found = FunctionPage().named(name)
    return found.isEmpty ? nil : found.map { $0.text(language) }.joined(separator: "\n")
  }

  /// The name that was probably meant.
  public static func nearest(to name: String) -> String? {
    FunctionPage().nearest(to: name)
  }

  /// The page of the documentation, in Markdown.
  public static func page(_ language: Language) -> String {
    FunctionPage().markdown(language)
  }
}
