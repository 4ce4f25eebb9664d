import Diagnostics
import Testing
import YAMLTree

/// What came of reading a text as YAML.
struct Reading {
  let tree: YAMLTree?
  let problems: [Diagnostic]

  init(_ text: String) {
    self.init(bytes: Array(text.utf8))
  }

  init(bytes: [UInt8]) {
    var log = DiagnosticLog()
    tree = YAMLTree.parse(SourceFile(path: "test.yaml", bytes: bytes), into: &log)
    problems = log.sorted
  }

  /// The root of a text that must be readable.
  static func root(_ text: String) throws -> YAMLNode {
    let reading = Reading(text)
    #expect(reading.problems.isEmpty)
    return try #require(reading.tree).root
  }

  /// The only problem of a text that must have one.
  static func problem(_ text: String) throws -> Diagnostic {
    let reading = Reading(text)
    #expect(reading.problems.count == 1)
    let problem = try #require(reading.problems.first)
    #expect(problem.severity == .error)
    return problem
  }
}

extension SourceSpan {
  /// The bytes that the span covers, as text.
  var source: String { String(decoding: file.bytes[start..<end], as: UTF8.self) }
}

extension Diagnostic {
  /// Where it is as `line:column-endColumn`.
  var place: String {
    location.map { "\($0.line):\($0.column)-\($0.endColumn)" } ?? ""
  }
}

extension YAMLNode {
  /// The content in one line, for comparison.
  var outline: String {
    switch kind {
    case .scalar: isQuoted ? "'\(text)'" : text
    case .sequence: "[" + items.map(\.outline).joined(separator: ", ") + "]"
    case .mapping:
      "{" + entries.map { "\($0.key.outline): \($0.value.outline)" }.joined(separator: ", ") + "}"
    }
  }
}
