package import Diagnostics
package import Expressions
package import YAMLTree

/// Reads scalars as the types that a vocabulary gives them, never by their look.
package struct ScalarReader: Sendable {
  /// Choices with their members, and units.
  package let environment: TypeEnvironment
  /// How many more names may be compared in search of suggestions.
  private var suggestionWork = SchemeLimits.suggestionWork

  /// Reads values of a vocabulary.
  package init(environment: TypeEnvironment) {
    self.environment = environment
  }

  /// The value of a scalar that is neither `null` nor `none`; nil when a problem was reported.
  package mutating func read(
    _ node: YAMLNode, as form: ScalarForm, diagnostics: inout DiagnosticLog
  ) -> Value? {
    let text = node.text
    switch form {
    case .bool:
      if text == "true" { return .bool(true) }
      if text == "false" { return .bool(false) }
    case .number:
      if let number = Self.number(text) { return .number(number) }
    case .date:
      if let day = Day(iso: text) { return .date(day) }
    case .timestamp:
      if let instant = Instant(iso: text) { return .timestamp(instant) }
    case .choice(let index):
      if environment.choices[index].members.contains(where: { $0.name == text }) { return .string(text) }
      if environment.choices[index].isOpen, isPlainText(node, text) {
        warnIfNearMember(node, text, of: index, diagnostics: &diagnostics)
        return .string(text)
      }
    case .string, .reference:
      if isPlainText(node, text) { return .string(text) }
    }
    report(node, text, as: form, diagnostics: &diagnostics)
    return nil
  }

  /// A number in the only spelling that files may use: `-?digits[.digits]`, without leading zeros.
  package static func number(_ text: String) -> Rational? {
    var text = text
    let isWellFormed = text.withUTF8 { bytes in
      var index = bytes.first == UInt8(ascii: "-") ? 1 : 0
      let start = index
      while index < bytes.count, isDigit(bytes[index]) { index += 1 }
      guard index > start, index == start + 1 || bytes[start] != UInt8(ascii: "0") else { return false }
      if index == bytes.count { return true }
      guard bytes[index] == UInt8(ascii: "."), index + 1 < bytes.count else { return false }
      return bytes[(index + 1)...].allSatisfy(isDigit)
    }
    return isWellFormed ? Rational(decimal: text) : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  /// Whether a text may stand for itself: it is not blank and, unless quoted, no misspelt `null` or `none`.
  private func isPlainText(_ node: YAMLNode, _ text: String) -> Bool {
    !text.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A }
      && (node.isQuoted || StateSpelling(text) == nil)
  }

  private mutating func warnIfNearMember(
    _ node: YAMLNode, _ text: String, of index: Int, diagnostics: inout DiagnosticLog
  ) {
    let choice = environment.choices[index]
    guard let near = suggestion(for: text, among: choice.members.map(\.name)) else { return }
    diagnostics.warning(
      "value.near-member", at: node.span,
      ko: "`\(Quoted.text(text))`은(는) 목록에 없는 값이며 `\(near)`와(과) 비슷합니다",
      en: "`\(Quoted.text(text))` is not a listed member and looks like `\(near)`",
      help: LocalizedText(
        ko: "`\(near)`를 뜻했다면 그렇게 적으십시오. 다른 값이라면 그대로 두어도 됩니다",
        en: "write `\(near)` if that is meant; another value may stay as it is"))
  }

  // ── suggestions ──────────────────────────────────────────────────────────────

  /// The nearest of some names, as long as the file's budget for such searches lasts.
  package mutating func suggestion(for text: String, among names: [String]) -> String? {
    guard text.utf8.count <= SchemeLimits.suggestionLength, names.count <= suggestionWork else { return nil }
    suggestionWork -= names.count
    return Suggestion.nearest(to: text, among: names)
  }
}
