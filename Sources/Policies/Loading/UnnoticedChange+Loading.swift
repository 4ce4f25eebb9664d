import Diagnostics
import YAMLTree

/// `not_noticed:` of a test file.
extension Reader {
  private static let unnoticedKeys = ["in", "change", "why"]

  /// The changes that no test notices: `[{in, change, why}]`.
  mutating func unnoticedChanges(_ node: YAMLNode) -> [UnnoticedChange] {
    let what = LocalizedText(ko: "알아채지 못하는 변경", en: "a change that is not noticed")
    guard let items = items(node, of: what) else { return [] }
    return items.compactMap { item in
      guard mapping(item, keys: Self.unnoticedKeys, of: what) else { return nil }
      let owner = required("in", in: item, of: what).flatMap {
        text($0, LocalizedText(ko: "규칙, 매개변수나 표", en: "a rule, parameter or table"))
      }
      let place = required("change", in: item, of: what)
      let change = place.flatMap { text($0, LocalizedText(ko: "변경", en: "the change")) }
      let why = required("why", in: item, of: what).flatMap {
        localized($0, LocalizedText(ko: "까닭", en: "the reason"))
      }
      guard let owner, let place, let change, let why else { return nil }
      return UnnoticedChange(owner: owner, change: change, why: why, span: place.span)
    }
  }
}
