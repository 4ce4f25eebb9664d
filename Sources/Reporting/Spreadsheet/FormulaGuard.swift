/// Tells texts that a spreadsheet would take for a formula.
enum FormulaGuard {
  /// Whether the first character after spaces is `=`, `+`, `-` or `@`, in half or full width.
  static func isFormula(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first(where: { $0 != " " && $0 != "\u{A0}" && $0 != "\u{3000}" })
    else {
      return false
    }
    switch first {
    case "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}", "\u{2212}", "\t", "\r", "\n":
      return true
    default: return false
    }
  }
}
