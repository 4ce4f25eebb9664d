public import Diagnostics

/// Input that cannot be used: every problem that was found, for its author to fix.
public struct InputError: Error, Sendable {
  /// The problems, in the order of the files and of the places in them.
  public let diagnostics: [Diagnostic]

  /// The problems of a log.
  init(_ log: DiagnosticLog) {
    diagnostics = log.sorted
  }
}

extension InputError: CustomStringConvertible {
  /// One line for each error: `file:line:column: message`.
  public var description: String {
    diagnostics.filter { $0.severity == .error }.map { problem in
      let place = problem.location.map { "\($0.file):\($0.line):\($0.column): " } ?? ""
      return Printable.escaped(place + problem.message.en)
    }.joined(separator: "\n")
  }
}
