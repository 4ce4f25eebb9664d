import Expressions
import Findings
import YAMLTree

/// A value that a test expects, as it is written in the test file.
struct ExpectedValue {
  private let node: YAMLNode

  /// The value that stands at a node of a test file.
  init(_ node: YAMLNode) {
    self.node = node
  }

  /// The value as written.
  var text: String {
    switch node.kind {
    case .scalar: node.text
    case .sequence: "[" + node.items.map { ExpectedValue($0).text }.joined(separator: ", ") + "]"
    case .mapping:
      "{" + node.entries.map { "\($0.key.text): \(ExpectedValue($0.value).text)" }.joined(separator: ", ")
        + "}"
    }
  }

  /// Whether a finding shows this value; a missing one is `null`.
  func matches(_ value: ReportValue?) -> Bool {
    guard let value else { return node.kind == .scalar && (node.isNull || node.isNone) }
    switch node.kind {
    case .scalar: return matchesScalar(value)
    case .sequence:
      guard value.type == .list || value.type == .either, node.items.count == value.items.count else {
        return false
      }
      return zip(node.items, value.items).allSatisfy { ExpectedValue($0).matches($1) }
    case .mapping: return matchesMapping(value)
    }
  }

  private func matchesScalar(_ value: ReportValue) -> Bool {
    switch value.type {
    case .unknown: return node.isNull
    case .none: return node.isNone || node.isNull
    case .number:
      if node.text == value.text { return true }
      guard let wanted = Rational(decimal: node.text) else { return node.text == value.exact }
      return value.exact == nil ? Rational(decimal: value.text) == wanted : wanted.fractionText == value.exact
    case .timestamp:
      guard let wanted = Instant(iso: node.text), let got = Instant(iso: value.text) else { return false }
      return wanted.nanoseconds == got.nanoseconds
    case .record: return node.text == value.text || value.text.hasSuffix("[\(node.text)]")
    case .list: return value.items.isEmpty && node.isNone
    case .bool, .string, .choice, .date, .duration, .ref: return node.text == value.text
    case .range, .either, .error: return false
    }
  }

  private func matchesMapping(_ value: ReportValue) -> Bool {
    if value.type == .range {
      return matches(end: "at_least", value.atLeast) && matches(end: "at_most", value.atMost)
    }
    if value.type == .either, let readings = node["either"] { return ExpectedValue(readings).matches(value) }
    guard value.type == .record, !value.fields.isEmpty else { return false }
    return node.entries.allSatisfy { key, expected in
      value.fields.contains { $0.name == key.text && ExpectedValue(expected).matches($0.value) }
    }
  }

  private func matches(end key: String, _ value: ReportValue?) -> Bool {
    guard let expected = node[key] else { return value == nil }
    return value.map { ExpectedValue(expected).matches($0) } ?? false
  }
}
