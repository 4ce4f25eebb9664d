import Foundation

/// A file under construction: written as YAML, and taken apart piece by piece to find the smallest that still shows
/// something.
indirect enum Draft: Equatable, Sendable {
  /// A scalar, written as it is.
  case plain(String)
  /// Text in quotes.
  case quoted(String)
  /// An expression of the policy language.
  case expression(String)
  /// The elements of a list.
  case list([Draft])
  /// Keys in their order.
  case map([Entry])

  /// One key with its value.
  struct Entry: Equatable, Sendable {
    var key: String
    var value: Draft
  }

  /// A map of keys; those without a value are left out.
  static func keys(_ entries: KeyValuePairs<String, Draft?>) -> Draft {
    .map(entries.compactMap { key, value in value.map { Entry(key: key, value: $0) } })
  }

  /// A text that is the same in both languages.
  static func both(_ text: String) -> Draft {
    .keys(["ko": .quoted(text), "en": .quoted(text)])
  }

  // ── writing ────────────────────────────────────────────────────────────────

  /// The file's text; its own keys begin lines.
  var yaml: String { block.joined(separator: "\n") + "\n" }

  /// Most scalars that a line may be long before its value is broken into lines of its own.
  private static let width = 100

  private var flow: String {
    switch self {
    case .plain(let text): text
    case .quoted(let text), .expression(let text): Self.quoted(text)
    case .list(let items): "[" + items.map(\.flow).joined(separator: ", ") + "]"
    case .map(let entries): "{" + entries.map { "\($0.key): \($0.value.flow)" }.joined(separator: ", ") + "}"
    }
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\"", with: "\\\"")
      + "\""
  }

  private var block: [String] {
    switch self {
    case .plain, .quoted, .expression: return [flow]
    case .list(let items):
      guard !items.isEmpty else { return ["[]"] }
      return items.flatMap { item -> [String] in
        let lines = item.flow.count < Self.width ? [item.flow] : item.block
        return lines.enumerated().map { ($0 == 0 ? "- " : "  ") + $1 }
      }
    case .map(let entries):
      guard !entries.isEmpty else { return ["{}"] }
      return entries.flatMap { entry -> [String] in
        let flow = "\(entry.key): \(entry.value.flow)"
        guard flow.count >= Self.width, entry.value.isBreakable else { return [flow] }
        return ["\(entry.key):"] + entry.value.block.map { "  " + $0 }
      }
    }
  }

  private var isBreakable: Bool {
    switch self {
    case .plain, .quoted, .expression: false
    case .list(let items): !items.isEmpty
    case .map(let entries): !entries.isEmpty
    }
  }

  // ── taking apart ───────────────────────────────────────────────────────────

  /// Keys without which a file is not read.
  private static let kept: Set<String> = [
    "format", "id", "version", "title", "authority", "legal", "as_of", "cite", "severity", "ko", "en", "is",
    "vocabulary", "basis", "reason", "document", "granted_by", "granted_on", "expires", "rule", "type", "as",
    "in", "key",
  ]

  /// The same with one thing left out or said more simply, large things first.
  var simpler: [Draft] {
    switch self {
    case .plain, .quoted: []
    case .expression(let text): SimplerExpression.of(text).map { .expression($0) }
    case .list(let items):
      items.indices.map { place in
        var less = items
        less.remove(at: place)
        return .list(less)
      }
        + items.indices.flatMap { place in
          items[place].simpler.map { simpler in
            var changed = items
            changed[place] = simpler
            return .list(changed)
          }
        }
    case .map(let entries):
      entries.indices.filter { !Self.kept.contains(entries[$0].key) }.map { place in
        var less = entries
        less.remove(at: place)
        return .map(less)
      }
        + entries.indices.flatMap { place in
          entries[place].value.simpler.map { simpler in
            var changed = entries
            changed[place].value = simpler
            return .map(changed)
          }
        }
    }
  }
}
