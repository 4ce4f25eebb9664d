/// Collects every problem of one pass, so that the author sees them all at once.
package struct DiagnosticLog: Sendable {
  /// How many problems are kept; later ones are only counted.
  package static let limit = 1_000

  /// The problems in the order in which they were found.
  package private(set) var entries: [Diagnostic] = []
  /// The number of problems that were found and not kept.
  package private(set) var omitted = 0
  /// Whether an error was found.
  package private(set) var hasErrors = false

  /// An empty log.
  package init() {}

  /// Whether nothing was found.
  package var isEmpty: Bool { entries.isEmpty }

  /// Whether further problems are only counted, so that no words need to be found for them.
  package var isFull: Bool { entries.count >= Self.limit }

  /// Adds a problem.
  package mutating func append(_ diagnostic: Diagnostic) {
    if diagnostic.severity == .error { hasErrors = true }
    if isFull { omitted += 1 } else { entries.append(diagnostic) }
  }

  /// Makes an error of a warning that turned out to be one.
  package mutating func raise(_ warning: Diagnostic) {
    guard let place = entries.firstIndex(of: warning) else { return }
    entries[place].severity = .error
    hasErrors = true
  }

  /// Adds what another pass found.
  package mutating func append(contentsOf other: DiagnosticLog) {
    for entry in other.entries { append(entry) }
    omitted += other.omitted
    if other.hasErrors { hasErrors = true }
  }

  /// Adds an error.
  package mutating func error(
    _ code: String, at span: SourceSpan?, ko: String, en: String,
    help: LocalizedText? = nil, notes: [Diagnostic.Note] = []
  ) {
    hasErrors = true
    if isFull {
      omitted += 1
    } else {
      append(Diagnostic(.error, code: code, at: span, ko: ko, en: en, help: help, notes: notes))
    }
  }

  /// Adds a warning.
  package mutating func warning(
    _ code: String, at span: SourceSpan?, ko: String, en: String,
    help: LocalizedText? = nil, notes: [Diagnostic.Note] = []
  ) {
    if isFull {
      omitted += 1
    } else {
      append(Diagnostic(.warning, code: code, at: span, ko: ko, en: en, help: help, notes: notes))
    }
  }

  /// Adds a note.
  package mutating func note(
    _ code: String, at span: SourceSpan?, ko: String, en: String,
    help: LocalizedText? = nil
  ) {
    if isFull {
      omitted += 1
    } else {
      append(Diagnostic(.note, code: code, at: span, ko: ko, en: en, help: help))
    }
  }

  /// The problems in the order of the files and of the places in them, each once; those without a place
  /// come first, and the number of those not kept last.
  package var sorted: [Diagnostic] {
    var seen: Set<Diagnostic> = []
    let unique = entries.filter { seen.insert($0).inserted }
    let placed = unique.enumerated().sorted { a, b in
      guard let x = a.element.location, let y = b.element.location else {
        return (a.element.location == nil ? 0 : 1, a.offset) < (b.element.location == nil ? 0 : 1, b.offset)
      }
      return (x.file, x.line, x.column, a.offset) < (y.file, y.line, y.column, b.offset)
    }.map(\.element)
    guard omitted > 0 else { return placed }
    return placed + [
      Diagnostic(
        .note, code: "diagnostics.more", at: nil, ko: "그 밖에 \(omitted)건의 문제가 더 있습니다",
        en: "\(omitted) further problems are not listed")
    ]
  }
}
