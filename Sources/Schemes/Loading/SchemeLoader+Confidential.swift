import Diagnostics
import Expressions
import YAMLTree

extension SchemeLoader {
  /// Reads what `confidential:` names: facts, groups, lists and elements. A path without an element's key
  /// (`scheme.awards.value`) means that fact of every element.
  mutating func readConfidential(_ node: YAMLNode?, into marks: inout ConfidentialMarks) {
    for item in entries.names(node) {
      guard let path = SchemePath.read(item, diagnostics: &entries.log) else { continue }
      mark(path, item, in: &marks)
    }
  }

  /// Where a path has come to: some records of one type, in one group of it, or lists whose element comes next.
  private struct Position {
    var records = [0]
    var type = TypeEnvironment.root
    var group = 0
    /// Lists that the last step led to, each by its index, and the type of their elements.
    var lists: [Int]?
    var element: Int?
  }

  private mutating func mark(_ path: SchemePath, _ node: YAMLNode, in marks: inout ConfidentialMarks) {
    var position = Position()
    for index in path.steps.indices {
      if position.lists != nil, goIntoElements(path, index, node, &position) {
        if index == path.steps.count - 1 { marks.records.formUnion(position.records) }
        if position.records.isEmpty { return }
        continue
      }
      guard goToFact(path, index, node, &position, &marks) else { return }
    }
  }

  /// Takes a step from a list to its elements: one by its key or place, which uses the step up, or all of them where
  /// the step names a fact.
  ///
  /// - Returns: whether the step is used up.
  private mutating func goIntoElements(
    _ path: SchemePath, _ index: Int, _ node: YAMLNode, _ position: inout Position
  ) -> Bool {
    let located = path.steps[index]
    let lists = position.lists ?? []
    position.lists = nil
    position.group = 0
    guard let element = position.element else {
      // An element that is a plain value has no facts of its own: the list was marked.
      position.records = []
      return true
    }
    position.type = element
    let found = lists.compactMap { list -> Int? in
      let place: Int? =
        switch located.step {
        case .name(let key), .key(let key): facts.lists[list].positions[key]
        case .position(let place): place
        }
      guard let place, facts.lists[list].elements.indices.contains(place),
        case .record(let record) = facts.lists[list].elements[place]
      else { return nil }
      return record
    }
    if !found.isEmpty {
      position.records = found
      return true
    }
    if case .name(let name) = located.step, vocabulary.shapes[element].child(of: 0, named: name) != nil {
      position.records = lists.flatMap { list in
        facts.lists[list].elements.compactMap { if case .record(let record) = $0 { record } else { nil } }
      }
      return false
    }
    position.records = []
    let text = Quoted.text(path.text(through: index))
    entries.log.error(
      "scheme.unknown-element", at: node.span(ofText: located.range), ko: "`\(text)`에 해당하는 항목이 목록에 없습니다",
      en: "no element `\(text)` in the list")
    return true
  }

  /// Takes a step to a fact, group or list of the records; what the last step leads to is marked.
  private mutating func goToFact(
    _ path: SchemePath, _ index: Int, _ node: YAMLNode, _ position: inout Position,
    _ marks: inout ConfidentialMarks
  ) -> Bool {
    let located = path.steps[index]
    let span = node.span(ofText: located.range)
    let shape = vocabulary.shapes[position.type]
    guard case .name(let name) = located.step, let entry = shape.child(of: position.group, named: name) else {
      let text = Quoted.text(path.text(through: index))
      var near: String?
      if case .name(let name) = located.step {
        near = scalars.suggestion(for: name, among: shape.names(in: position.group))
      }
      entries.log.error(
        "scheme.unknown-fact", at: span, ko: "`\(text)`은(는) 용어집에 없는 경로입니다",
        en: "no fact has the path `\(text)`",
        help: near.map(Suggestion.question)
          ?? LocalizedText(
            ko: "`confidential`에는 비공개로 할 사실, 묶음, 항목의 경로를 적습니다. 보기: `scheme.insurance.cover`",
            en: "`confidential` takes paths of facts, groups and elements, such as `scheme.insurance.cover`"))
      return false
    }
    let isLast = index == path.steps.count - 1
    let slot = shape.entries[entry].slot
    switch shape.entries[entry].form {
    case .group:
      position.group = entry
      if isLast { markSlots(slot, of: position.records, &marks) }
      return true
    case .scalar:
      guard isLast else {
        let text = Quoted.text(path.text(through: index))
        entries.log.error(
          "scheme.unknown-fact", at: span, ko: "`\(text)`에는 더 들어갈 사실이 없습니다",
          en: "there are no facts in `\(text)`")
        return false
      }
      markSlots(slot, of: position.records, &marks)
      return true
    case .scalars, .records:
      var element: Int?
      if case .records(let type) = shape.entries[entry].form { element = type }
      position.element = element
      // A plain value cannot be told apart from its neighbours: the whole list is confidential.
      if isLast || element == nil { markSlots(slot, of: position.records, &marks) }
      position.lists = position.records.compactMap { record in
        guard let slot, case .list(let list) = facts[facts.fact(record: record, slot: slot)] else {
          return nil
        }
        return list
      }
      // Elements of a list that nobody has stated are not there to be marked.
      return !(position.lists ?? []).isEmpty
    }
  }

  private func markSlots(_ slot: Int?, of records: [Int], _ marks: inout ConfidentialMarks) {
    guard let slot else { return }
    for record in records { marks.slots.insert(facts.records[record].firstSlot + slot) }
  }
}
