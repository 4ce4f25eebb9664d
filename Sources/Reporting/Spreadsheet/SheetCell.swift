import Diagnostics
import Findings

/// What stands in a cell of a spreadsheet, before a format decides how it is written.
enum SheetCell: Sendable {
  /// Nothing.
  case empty
  /// A text.
  case text(String)
  /// Texts one below the other, or in a row where a cell is one line.
  case lines([String])
  /// A whole number.
  case whole(Int)
  /// A value of the report with its words, for formats and values that have no other way.
  case value(ReportValue, words: String)
  /// A day, `2022-12-29`, with its words.
  case day(String, words: String)
  /// An outcome in words.
  case outcome(Outcome, words: String)
}

extension SheetCell {
  /// The cell as one line of text.
  var line: String {
    switch self {
    case .empty: ""
    case .text(let text): text
    case .lines(let lines): lines.joined(separator: "; ")
    case .whole(let number): String(number)
    case .value(_, let words), .day(_, let words), .outcome(_, let words): words
    }
  }

  /// A text, or nothing where there is none.
  static func text(ifAny text: String?) -> SheetCell {
    guard let text, !text.isEmpty else { return .empty }
    return .text(text)
  }
}
