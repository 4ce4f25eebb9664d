package import Diagnostics
import Expressions
package import YAMLTree

/// Files `guideline_profile/1`.
extension Profile {
  /// The first line of such a file.
  package static let format = "guideline_profile/1"

  private static let keys = ["format", "id", "title", "policies", "select", "tighten", "as_of", "note"]

  /// Reads a profile; nil when it has an error. Names are checked by `check(against:)`.
  package static func load(_ tree: YAMLTree, diagnostics: inout DiagnosticLog) -> Profile? {
    let (profile, isWhole) = loadRest(tree, diagnostics: &diagnostics)
    return isWhole ? profile : nil
  }

  /// Reads what is sound of a profile, so that its names can be checked in the same pass.
  package static func loadRest(
    _ tree: YAMLTree, diagnostics: inout DiagnosticLog
  ) -> (profile: Profile?, isWhole: Bool) {
    let (profile, isWhole) = Correction.reading(tree, diagnostics: &diagnostics) { tree in
      var reader = Reader("profile")
      let root = reader.file(tree, format: format)
      return (root.flatMap { Self.profile($0, of: tree, &reader) }, reader)
    }
    return (profile, isWhole)
  }

  private static func profile(_ root: YAMLNode, of tree: YAMLTree, _ reader: inout Reader) -> Profile? {
    guard let file = tree.files.first else { return nil }
    let what = LocalizedText(ko: "프로파일", en: "a profile")
    guard reader.mapping(root, keys: keys, of: what) else { return nil }
    let id = reader.required("id", in: root, of: what).flatMap { reader.identifier($0, what) }
    let title = root.stated("title").flatMap { reader.localized($0, what) }
    let policies = root.stated("policies").map { node in
      reader.oneOrMore(node).compactMap { item in
        reader.identifier(item, LocalizedText(ko: "기준 식별자", en: "a policy's id")).map {
          Name($0, span: item.span)
        }
      }
    }
    let select = root.stated("select").map { node in
      reader.oneOrMore(node).compactMap { reader.selector($0) }
    }
    let tighten = root.stated("tighten").map { reader.tightenings($0) } ?? []
    let asOf = root.stated("as_of").flatMap { reader.asOfMode($0) }
    return Profile(
      id: id ?? "", title: title ?? LocalizedText(id ?? ""), policies: policies, select: select,
      tighten: tighten,
      asOf: asOf,
      file: file)
  }
}

/// The parts of a profile.
extension Reader {
  /// `RULE`, `!RULE`, `POLICY/RULE`, with `*` for any text.
  fileprivate mutating func selector(_ node: YAMLNode) -> Profile.Selector? {
    guard var text = text(node, LocalizedText(ko: "규칙 이름", en: "a rule's id or a pattern"))?[...] else {
      return nil
    }
    let excludes = text.hasPrefix("!")
    if excludes { text = text.dropFirst() }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty }) else {
      error(
        "selector", at: node.span, ko: "`\(node.text)`은(는) 규칙을 고르는 표기가 아닙니다",
        en: "`\(node.text)` is no pattern of rules",
        help: LocalizedText(
          ko: "`KR-NTC-*`, `!TONE-1`, `기준/규칙`처럼 쓰십시오",
          en: "write it like `KR-NTC-*`, `!TONE-1` or `POLICY/RULE`"))
      return nil
    }
    return Profile.Selector(
      policy: parts.count == 2 ? String(parts[0]) : nil, rule: String(parts[parts.count - 1]),
      excludes: excludes,
      span: node.span)
  }

  fileprivate mutating func tightenings(_ node: YAMLNode) -> [Profile.Tightening] {
    let what = LocalizedText(ko: "강화한 값", en: "a tightened parameter")
    guard node.kind == .mapping else {
      _ = mapping(node, keys: [], of: what)
      return []
    }
    return node.entries.compactMap { key, body in
      guard mapping(body, keys: ["value", "reason"], of: what) else { return nil }
      let value = required("value", in: body, of: what, name: key.span)
      let reason = required("reason", in: body, of: what, name: key.span).flatMap {
        localized($0, LocalizedText(ko: "이유", en: "a reason"))
      }
      guard let value, let reason else { return nil }
      let parts = key.text.split(separator: "/", maxSplits: 1).map(String.init)
      guard let name = parts.last else { return nil }
      return Profile.Tightening(
        policy: parts.count == 2 ? parts[0] : nil, parameter: name, value: value, reason: reason,
        span: key.span)
    }
  }
}
