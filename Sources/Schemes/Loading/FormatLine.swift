package import Diagnostics
package import YAMLTree

/// The `format: NAME/VERSION` line with which every file begins.
package struct FormatLine: Sendable {
  /// `compensation_scheme`, `guideline_vocabulary` …
  package let name: String
  /// What stands after the `/`.
  package let version: String
  /// The scalar, for diagnostics.
  package let node: YAMLNode

  /// Reads a file's format line without reporting anything; nil when it has none that can be read.
  package init?(of tree: YAMLTree) {
    guard let node = tree.root.kind == .mapping ? tree.root["format"] : nil else { return nil }
    self.init(node)
  }

  private init?(_ node: YAMLNode) {
    let parts = node.text.split(separator: "/", omittingEmptySubsequences: false)
    guard node.kind == .scalar, parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
    name = String(parts[0])
    version = String(parts[1])
    self.node = node
  }

  /// Reads a file's format line and reports one that is missing, unreadable or not the first entry.
  package static func read(_ tree: YAMLTree, diagnostics: inout DiagnosticLog) -> FormatLine? {
    let root = tree.root
    let help = LocalizedText(
      ko: "첫 줄에 `format: 이름/1`을 적으십시오. 보기: `format: compensation_scheme/1`",
      en: "begin the file with a line such as `format: compensation_scheme/1`")
    guard root.kind == .mapping else {
      if root.isBroken { return nil }
      diagnostics.error(
        "file.not-a-mapping", at: root.span, ko: "파일이 `이름: 값` 꼴이 아닙니다",
        en: "the file is not a mapping of `name: value` entries", help: help)
      return nil
    }
    guard let node = root["format"] else {
      if root.isBroken || tree.lostWords.contains("format") { return nil }
      diagnostics.error(
        "file.no-format", at: root.entries.first?.key.span ?? root.span, ko: "`format` 줄이 없습니다",
        en: "there is no `format` line", help: help)
      return nil
    }
    guard let line = FormatLine(node) else {
      if node.isBroken { return nil }
      diagnostics.error(
        "file.bad-format", at: node.span, ko: "`\(node.text)`은(는) `이름/번호` 꼴이 아닙니다",
        en: "`\(node.text)` is not of the form `name/number`", help: help)
      return nil
    }
    if tree.isWhole, let first = root.entries.first, first.key.text != "format" {
      diagnostics.error(
        "file.format-not-first", at: node.span, ko: "`format`은 파일의 첫 줄이어야 합니다",
        en: "`format` must be the first line of the file",
        help: LocalizedText(
          ko: "이 줄을 `\(first.key.text)` 앞으로 옮기십시오", en: "move this line before `\(first.key.text)`"))
    }
    return line
  }
}
