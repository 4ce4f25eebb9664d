/// Writes diagnostics for a terminal: message, source line with a caret, notes, help.
public struct DiagnosticRenderer: Sendable {
  private let language: Language
  private let color: Bool

  /// Creates a renderer; `color` adds terminal colours, which never carry meaning alone.
  public init(language: Language, color: Bool) {
    self.language = language
    self.color = color
  }

  /// The diagnostic in a few lines without a line feed at the end; nothing in it reaches a terminal raw.
  public func render(_ diagnostic: Diagnostic) -> String {
    var lines = [headline(diagnostic)]
    if let location = diagnostic.location, let excerpt = diagnostic.excerpt, !excerpt.isEmpty {
      lines += excerptLines(excerpt, from: diagnostic.excerptColumn, location, diagnostic.severity)
    }
    for note in diagnostic.notes {
      let place = note.location.map { Self.place($0) + ": " } ?? ""
      lines += labelled(label(.note), place + note.text[language], style: Self.noteStyle)
    }
    if let help = diagnostic.help {
      lines += labelled(language == .ko ? "도움말" : "help", help[language], style: Self.helpStyle)
    }
    return lines.joined(separator: "\n")
  }

  /// The number of errors and warnings in words, nil if there are none of either.
  public func summary(of diagnostics: [Diagnostic]) -> String? {
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count { $0.severity == .warning }
    var parts: [String] = []
    switch language {
    case .ko:
      if errors > 0 { parts.append("오류 \(errors)건") }
      if warnings > 0 { parts.append("경고 \(warnings)건") }
    case .en:
      if errors > 0 { parts.append(errors == 1 ? "1 error" : "\(errors) errors") }
      if warnings > 0 { parts.append(warnings == 1 ? "1 warning" : "\(warnings) warnings") }
    }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  // MARK: Parts

  private func headline(_ diagnostic: Diagnostic) -> String {
    let place = diagnostic.location.map { painted(Self.place($0) + ":", Self.placeStyle) + " " } ?? ""
    let label = painted(label(diagnostic.severity) + ":", style(of: diagnostic.severity))
    let message = Printable.escaped(diagnostic.message[language])
    return "\(place)\(label) \(message) [\(Printable.escaped(diagnostic.code))]"
  }

  private func excerptLines(
    _ excerpt: String, from firstColumn: Int, _ location: SourceLocation, _ severity: Diagnostic.Severity
  ) -> [String] {
    let isOneLine = location.endLine == location.line
    let view = ExcerptView(
      excerpt, firstColumn: firstColumn, column: location.column,
      endColumn: isOneLine ? location.endColumn : nil)
    let number = String(location.line)
    let margin = String(repeating: " ", count: number.utf8.count)
    let gutter = { (text: String) in painted("  \(text) |", Self.placeStyle) }
    let caret = painted("^" + String(repeating: "~", count: view.underline - 1), style(of: severity))
    return [
      "\(gutter(number)) \(view.text)",
      "\(gutter(margin)) \(String(repeating: " ", count: view.indent))\(caret)",
    ]
  }

  private func labelled(_ label: String, _ text: String, style: String) -> [String] {
    let lines = Printable.escaped(text, keepingLines: true).split(
      separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().map { index, line in
      index == 0 ? "  \(painted(label + ":", style)) \(line)" : "    \(line)"
    }
  }

  private func label(_ severity: Diagnostic.Severity) -> String {
    switch (severity, language) {
    case (.error, .ko): "오류"
    case (.error, .en): "error"
    case (.warning, .ko): "경고"
    case (.warning, .en): "warning"
    case (.note, .ko): "참고"
    case (.note, .en): "note"
    }
  }

  private static func place(_ location: SourceLocation) -> String {
    "\(Printable.escaped(location.file)):\(location.line):\(location.column)"
  }

  // MARK: Colours

  private static let placeStyle = "1"
  private static let noteStyle = "1;36"
  private static let helpStyle = "1;32"

  private func style(of severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: "1;31"
    case .warning: "1;33"
    case .note: Self.noteStyle
    }
  }

  private func painted(_ text: String, _ style: String) -> String {
    color ? "\u{1B}[\(style)m\(text)\u{1B}[0m" : text
  }
}
