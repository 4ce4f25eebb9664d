import Diagnostics
import YAMLTree

/// Reads the nodes of one file into plain values and reports whatever is not as it should be.
struct Reader {
  /// First word of the diagnostics' codes: `policy`, `calendar` …
  let kind: String
  /// The problems so far.
  var log = DiagnosticLog()
  /// The words that were probably meant in place of misspelt ones.
  var corrections: [Correction] = []
  /// Keys of `sources` that citations begin with.
  var usedSources: Set<String> = []
  /// Names that are declared in a way that has an error, or may be: not to find them is no problem of its own.
  var lostNames: Set<String> = []

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
      guard !node.isBroken else { return false }
      let what = what()
      error(
        "not-a-mapping", at: node.span, ko: "\(what.ko)에는 `항목: 값`의 모음이 필요합니다",
        en: "expected `key: value` entries in \(what.en)",
        help: LocalizedText(
          ko: "쓸 수 있는 항목: \(keys.joined(separator: ", "))", en: "known keys: \(keys.joined(separator: ", "))")
      )
      return false
    }
    var followsCut = false
    for place in node.placesOfKeys(notAmong: keys) {
      let (key, value) = node.entries[place]
      if key.isBroken { continue }
      if isCutOff(key, value, place, in: node, keys: keys) {
        if !followsCut { splitText(key, place, in: node, keys: keys) }
        followsCut = true
        continue
      }
      followsCut = false
      if value.isNull, !key.text.isEmpty, key.text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
        splitNumber(key)
      } else {
        unknownKey(key, in: node, keys: keys, of: what())
      }
    }
    return true
  }

  /// Whether a key without a value is the rest of the text before it, which a comma in `{…}` has cut in two.
  private func isCutOff(
    _ key: YAMLNode, _ value: YAMLNode, _ place: Int, in node: YAMLNode, keys: [String]
  ) -> Bool {
    guard place > 0, value.isNull, value.text.isEmpty, !key.text.isEmpty, !key.isQuoted,
      !key.text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      Suggestion.nearest(to: key.text, among: keys) == nil
    else { return false }
    let before = node.entries[place - 1]
    return before.value.kind == .scalar && !before.value.isQuoted
  }

  /// Reports a text that commas have cut, with the whole of it in quotes.
  private mutating func splitText(_ key: YAMLNode, _ place: Int, in node: YAMLNode, keys: [String]) {
    let entries = node.entries
    let first = entries[place - 1]
    var whole = first.value.text
    for (number, rest) in entries.enumerated().dropFirst(place) {
      guard isCutOff(rest.key, rest.value, number, in: node, keys: keys),
        !keys.contains(where: { rest.key.hasText($0) })
      else { break }
      whole += ", " + rest.key.text
    }
    let quoted = "\(first.key.text): \"\(whole.replacing("\"", with: "\\\""))\""
    error(
      "split-text", at: key.span, ko: "쉼표가 글을 나누었습니다: `\(key.text)`이(가) 따로 남았습니다",
      en: "the comma cut a text in two and left `\(key.text)` over",
      help: LocalizedText(
        ko: "`{…}` 안의 글에 쉼표가 있으면 따옴표로 묶으십시오: `\(quoted)`",
        en: "put a text with a comma in quotes inside `{…}`: `\(quoted)`"))
  }

  /// Reports the rest of a number such as `1,000`, which a comma in `{…}` has cut in two.
  private mutating func splitNumber(_ key: YAMLNode) {
    error(
      "split-number", at: key.span, ko: "쉼표가 수를 둘로 나누었습니다: `\(key.text)`이(가) 따로 남았습니다",
      en: "the comma cut a number in two and left `\(key.text)` over",
      help: LocalizedText(ko: "수에는 쉼표를 쓰지 않습니다: `1000`", en: "write numbers without commas: `1000`"))
  }

  /// Reports a key that its place does not know, with the key that was probably meant.
  mutating func unknownKey(_ key: YAMLNode, in node: YAMLNode, keys: [String], of what: LocalizedText) {
    let near = Suggestion.nearest(to: key.text, among: keys)
    let help =
      near.map(Suggestion.question)
      ?? LocalizedText(
        ko: "쓸 수 있는 항목: \(keys.joined(separator: ", "))", en: "known keys: \(keys.joined(separator: ", "))")
    error(
      "unknown-key", at: key.span, ko: "`\(key.text)`은(는) \(what.ko)에 없는 항목입니다",
      en: "unknown key `\(key.text)` in \(what.en)", help: help)
    if let near, node[near] == nil { correct(key, as: near) }
  }

  /// Has the file read again with a word that was probably meant in place of the one that was just reported.
  mutating func correct(_ node: YAMLNode, as word: String) {
    guard let problem = log.entries.last, problem.severity == .error, !log.isFull else { return }
    corrections.append(Correction(edit: .reword(node, as: word), problem: problem))
  }

  /// The value under a key that must be there.
  mutating func required(_ key: String, in node: YAMLNode, of what: LocalizedText, name: SourceSpan? = nil)
    -> YAMLNode?
  {
    guard let value = node[key] else {
      guard !node.isBroken else { return nil }
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
      guard !node.isBroken else { return nil }
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
      if !node.isNull, !node.isBroken { _ = items(node, of: what) }
      return []
    }
  }

  /// `did you mean` for a name, if one of the known names is near.
  func suggestion(for name: String, among names: [String]) -> LocalizedText? {
    Suggestion.nearest(to: name, among: names).map(Suggestion.question)
  }
}
