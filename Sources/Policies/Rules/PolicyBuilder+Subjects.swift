import Diagnostics
import Expressions
import YAMLTree

/// `for_each`: the lists whose elements a rule or measure is applied to.
extension PolicyBuilder {
  /// What `if_none` may say.
  private static let ifNoneOutcomes: [Outcome] = [.pass, .fail, .unknown, .notApplicable, .manual, .info]

  /// One `{as, in, if_none}` or a list of them; the later sees the earlier. Binds the subjects in `scope`.
  mutating func subjects(_ node: YAMLNode, in scope: inout Scope) -> [SubjectList] {
    let what = LocalizedText(ko: "`for_each`", en: "`for_each`")
    var lists: [SubjectList] = []
    for item in reader.oneOrMore(node) {
      guard reader.mapping(item, keys: ["as", "in", "if_none", "where", "prev"], of: what) else { continue }
      reportRetired(item)
      let ifNone = item.stated("if_none").flatMap {
        reader.word($0, among: Self.ifNoneOutcomes, LocalizedText(ko: "`if_none`", en: "`if_none`"))
      }
      let name = reader.required("as", in: item, of: what)
      let list = reader.required("in", in: item, of: what).flatMap {
        expression($0, in: scope, keepsType: true)
      }
      guard let name else { continue }
      guard isFreeName(name, in: scope), let list else {
        if !isTaken(name.text, in: scope) { markBroken(name.text, in: &scope) }
        continue
      }
      guard case .list(let element) = list.type else {
        let words = list.type.described(in: environment)
        reader.error(
          "not-a-list", at: item["in"]?.span, ko: "`in`에는 목록이 필요한데 \(words.ko)입니다",
          en: "`in` needs a list, this is \(words.en)",
          help: LocalizedText(ko: "목록인 사실이나 식을 쓰십시오", en: "name a list"))
        markBroken(name.text, in: &scope)
        continue
      }
      scope.bind(name.text, .local(lists.count, element))
      noteSameName(name)
      review?.subjects.append(name)
      lists.append(SubjectList(name: name.text, list: list, element: element, ifNone: ifNone))
    }
    return lists
  }

  private mutating func reportRetired(_ item: YAMLNode) {
    if let entry = item.entry("where") {
      reader.error(
        "unknown-key", at: entry.key.span, ko: "`where`은(는) `for_each`에 없는 항목입니다",
        en: "unknown key `where` in `for_each`",
        help: LocalizedText(
          ko: "`in: 목록.filter(x, 조건)`이나 `applies_when:`을 쓰십시오",
          en: "write `in: list.filter(x, condition)` or `applies_when:`"))
    }
    if let entry = item.entry("prev") {
      reader.error(
        "unknown-key", at: entry.key.span, ko: "`prev`은(는) `for_each`에 없는 항목입니다",
        en: "unknown key `prev` in `for_each`",
        help: LocalizedText(
          ko: "`in: pairs(목록)`을 쓰고 `.before`와 `.after`로 부르십시오",
          en: "write `in: pairs(list)` and use `.before` and `.after`"))
    }
  }
}
