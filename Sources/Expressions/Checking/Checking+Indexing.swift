import Diagnostics

extension Checking {
  /// `list[n]`, counted from 0, or `map[key]`.
  mutating func index(_ id: SyntaxTree.ID, _ base: SyntaxTree.ID, _ index: SyntaxTree.ID) -> Typed? {
    let container = value(base)
    let position = value(index)
    guard let container, let position else {
      if case .list(let element)? = container?.type { return gap(element, id) }
      return gap()
    }
    let term = Term.index(container.term, position.term, at: tree[id].range)
    switch container.type {
    case .dyn where !isStrict: return Typed(term, .dyn, id)
    case .map(_, let element): return Typed(term, element, id)
    case .list(let element):
      switch position.type {
      case .number, .dyn: return Typed(term, element, id)
      case .bool, .string, .choice, .date, .timestamp, .duration, .list, .record, .reference, .group, .pair,
        .interval, .null, .map:
        mismatch(
          position,
          expected: LocalizedText(ko: "`[ ]` 안에는 0부터 세는 순번", en: "a place in the list, counted from 0"),
          help: position.type.isText
            ? LocalizedText(
              ko: "키로 찾으려면 `find(\(written(base)), 'id', \(written(index)))`를 쓰십시오",
              en: "to look an element up by its key write `find(\(written(base)), 'id', \(written(index)))`")
            : nil)
        return gap(element, id)
      }
    case .dyn, .bool, .number, .string, .choice, .date, .timestamp, .duration, .record, .reference, .group,
      .pair, .interval, .null:
      mismatch(container, expected: LocalizedText(ko: "`[ ]` 앞에는 목록", en: "a list before `[`"))
      return gap()
    }
  }
}
