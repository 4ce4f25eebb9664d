import Diagnostics
import YAMLTree

/// Reads the nodes of one file into plain values and reports whatever is not as it should be.
struct Reader {
  /// First word of the diagnostics' codes: `policy`, `calendar` …
  let kind: String
  /// The problems so far.
  var log = DiagnosticLog()

  /// A reader of files of one kind.
  init(_ kind: String) {
    self.kind = kind
  }

  /// Reports an error with a code of this file's kind.
  mutating func error(
    _ code: String, at span: SourceSpan?, ko: String, en: String, help: LocalizedText? = nil,
    notes: [Diagnostic.Note] = []
  ) {
    log.error("\(kind).\(code)", at: span, ko: ko, en: en, help: help, notes: notes)
  }

  /// Reports a warning with a code of this file's kind.
  mutating func warning(
    _ code: String, at span: SourceSpan?, ko: String, en: String, help: LocalizedText? = nil,
    notes: [Diagnostic.Note] = []
  ) {
    log.warning("\(kind).\(code)", at: span, ko: ko, en: en, help: help, notes: notes)
  }

  // ── files and mappings ─────────────────────────────────────────────────────

  /// Checks that a file begins with the format that its reader understands.
  mutating func file(_ tree: YAMLTree, format: String) -> YAMLNode? {
    let root = tree.root
    guard root.kind == .mapping else {
      error(
        "not-a-mapping", at: root.span, ko: "파일이 `항목: 값`의 모음이 아닙니다",
        en: "expected `key: value` entries at the top of the file",
        help: LocalizedText(
          ko: "첫 줄에 `format: \(format)`을 쓰십시오", en: "begin the file with `format: \(format)`"))
      return nil
    }
    guard let first = root.entries.first, first.key.text == "format" else {
      error(
        "format", at: root.entries.first?.key.span ?? root.span, ko: "파일의 첫 줄에 `format:`이 없습니다",
        en: "expected `format:` in the first line",
        help: LocalizedText(
          ko: "첫 줄에 `format: \(format)`을 쓰십시오", en: "begin the file with `format: \(format)`"))
      return root["format"] == nil ? nil : root
    }
    guard first.value.text == format else {
      error(
        "format", at: first.value.span, ko: "`\(first.value.text)`은(는) 여기서 읽는 형식이 아닙니다",
        en: "unknown format `\(first.value.text)`, expected `\(format)`",
        help: LocalizedText(ko: "`format: \(format)`으로 쓰십시오", en: "write `format: \(format)`"))
      return nil
    }
    return root
  }

  /// Whether a node is a mapping; reports another kind, and keys that the place does not know.
  mutating func mapping(
    _ node: YAMLNode, keys: [String], of what: @autoclosure () -> LocalizedText
  ) -> Bool {
    guard node.kind == .mapping else {
      let what = what()
      error(
        "not-a-mapping", at: node.span, ko: "\(what.ko)에는 `항목: 값`의 모음이 필요합니다",
        en: "expected `key: value` entries in \(what.en)",
        help: LocalizedText(
          ko: "쓸 수 있는 항목: \(keys.joined(separator: ", "))", en: "known keys: \(keys.joined(separator: ", "))")
      )
      return false
    }
    for (key, value) in node.entries where !keys.contains(where: { key.hasText($0) }) {
      if value.isNull, !key.text.isEmpty, key.text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
        splitNumber(key)
      } else {
        unknownKey(key, keys: keys, of: what())
      }
    }
    return true
  }

  /// Reports the rest of a number such as `1,000`, which a comma in `{…}` has cut in two.
  private mutating func splitNumber(_ key: YAMLNode) {
    error(
      "split-number", at: key.span, ko: "쉼표가 수를 둘로 나누었습니다: `\(key.text)`이(가) 따로 남았습니다",
      en: "the comma cut a number in two and left `\(key.text)` over",
      help: LocalizedText(ko: "수에는 쉼표를 쓰지 않습니다: `1000`", en: "write numbers without commas: `1000`"))
  }

  /// Reports a key that its place does not know, with the key that was probably meant.
  mutating func unknownKey(_ key: YAMLNode, keys: [String], of what: LocalizedText) {
    let help =
      suggestion(for: key.text, among: keys)
      ?? LocalizedText(
        ko: "쓸 수 있는 항목: \(keys.joined(separator: ", "))", en: "known keys: \(keys.joined(separator: ", "))")
    error(
      "unknown-key", at: key.span, ko: "`\(key.text)`은(는) \(what.ko)에 없는 항목입니다",
      en: "unknown key `\(key.text)` in \(what.en)", help: help)
  }

  /// The value under a key that must be there.
  mutating func required(_ key: String, in node: YAMLNode, of what: LocalizedText, name: SourceSpan? = nil)
    -> YAMLNode?
  {
    guard let value = node[key] else {
      error(
        "missing-key", at: name ?? node.entries.first?.key.span ?? node.span,
        ko: "\(what.ko)에 `\(key)`이(가) 없습니다", en: "missing `\(key)` in \(what.en)",
        help: LocalizedText(ko: "`\(key)`을(를) 쓰십시오", en: "add `\(key):`"))
      return nil
    }
    return value
  }

  /// The items of a sequence.
  mutating func items(_ node: YAMLNode, of what: LocalizedText) -> [YAMLNode]? {
    guard node.kind == .sequence else {
      error(
        "not-a-list", at: node.span, ko: "\(what.ko)에는 목록이 필요합니다", en: "expected a list of \(what.en)",
        help: LocalizedText(ko: "`[a, b]` 또는 `- a` 줄로 쓰십시오", en: "write `[a, b]` or one `- a` per line"))
      return nil
    }
    return node.items
  }

  /// The items of a sequence, or the node itself in place of a list of one.
  func oneOrMore(_ node: YAMLNode) -> [YAMLNode] {
    node.kind == .sequence ? node.items : [node]
  }

  /// Elements that stand in a list with an `id` each, or in a mapping under their ids.
  mutating func named(_ node: YAMLNode, of what: LocalizedText) -> [(id: YAMLNode, body: YAMLNode)] {
    switch node.kind {
    case .mapping:
      return node.entries.map { ($0.key, $0.value) }
    case .sequence:
      return node.items.compactMap { item in
        guard item.kind == .mapping else {
          _ = mapping(item, keys: ["id"], of: what)
          return nil
        }
        return required("id", in: item, of: what).map { ($0, item) }
      }
    case .scalar:
      if !node.isNull { _ = items(node, of: what) }
      return []
    }
  }

  /// `did you mean` for a name, if one of the known names is near.
  func suggestion(for name: String, among names: [String]) -> LocalizedText? {
    Suggestion.nearest(to: name, among: names).map(Suggestion.question)
  }
}
