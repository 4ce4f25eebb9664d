import Auditing
import Diagnostics
import Glibc

/// The lines of help. They are broken here, by the cells that a terminal needs: the parser breaks lines by their
/// characters, of which a Hangul syllable is one that takes two cells, and breaks lines again that are too long for it.
enum HelpPage {
  /// Whether the arguments ask for help; other runs are spared the breaking of lines.
  private static let isAsked = CommandLine.arguments.dropFirst().contains {
    ["help", "--help", "-h", "-help", "--help-hidden"].contains($0)
  }

  /// Columns for help, as the parser takes them: `COLUMNS`, else the terminal's, else 80.
  private static let width: Int = {
    if let columns = getenv("COLUMNS").flatMap({ Int(String(cString: $0)) }), columns > 0 { return columns }
    return Console.terminalWidth ?? 80
  }()

  /// The column at which the parser puts what options mean.
  private static let column = 26

  /// The meaning of an option, broken for the column beside its name.
  static func beside(_ text: String) -> String {
    isAsked ? filled(text, width: width - column).joined(separator: "\n") : text
  }

  /// Paragraphs and, indented, lines that stay as they are.
  static func paragraphs(_ text: String) -> String {
    guard isAsked else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      line.isEmpty || line.hasPrefix(" ") ? [String(line)] : filled(String(line), width: width)
    }.joined(separator: "\n")
  }

  /// A line as wide as the page would be broken once more by the parser.
  private static func filled(_ text: String, width: Int) -> [String] {
    var layout = Layout(width: width - 1)
    layout.fill(text, first: "", hang: 0)
    return layout.lines
  }
}
