import Diagnostics
import Expressions
import YAMLTree

extension VocabularyLoader {
  /// The type that a declaration describes; nil when a problem was reported.
  mutating func type(of declaration: FactDeclaration, _ recordIndex: [String: Int]) -> ValueType? {
    if declaration.kind == .list, let name = declaration.record {
      return recordIndex[name].map { .list(.record($0)) }
    }
    guard let scalar = declaration.scalar, let type = scalarType(scalar, declaration, recordIndex) else {
      return nil
    }
    return declaration.kind == .list ? .list(type) : type
  }

  private mutating func scalarType(
    _ kind: FactDeclaration.Kind, _ declaration: FactDeclaration, _ recordIndex: [String: Int]
  ) -> ValueType? {
    switch kind {
    case .bool: return .bool
    case .number: return .number(unit: unit(declaration))
    case .string: return .string
    case .date: return .date
    case .timestamp: return .timestamp
    case .choice: return choice(declaration).map { .choice($0) }
    case .ref: return reference(declaration, recordIndex).map { .reference($0) }
    case .list: return nil
    }
  }

  /// The unit of a number; warns of a code that is nearly one with a label or one that functions count in.
  private mutating func unit(_ declaration: FactDeclaration) -> String? {
    guard let node = declaration.attribute(.unit), let code = entries.text(node) else { return nil }
    let known = units.keys + TypeEnvironment.unitsOfFunctions
    if code.count > 2, !known.contains(code),
      let near = Suggestion.nearest(to: Quoted.text(code), among: known.filter { $0.count > 2 }.sorted())
    {
      entries.log.warning(
        "vocabulary.unknown-unit", at: node.span, ko: "`\(Quoted.text(code))`은(는) 알려진 단위가 아닙니다",
        en: "`\(Quoted.text(code))` is no known unit",
        help: Suggestion.question(near))
      if let problem = entries.log.entries.last, !entries.log.isFull {
        misspeltUnits.append(Vocabulary.MisspeltUnit(code: code, meant: near, place: node, problem: problem))
      }
    }
    return code
  }

  /// Has the file read again with the right units where `is:` or `when:` puts numbers of misspelt ones beside others:
  /// the spelling is the mistake then, and the only one.
  mutating func correctUnits() {
    guard !misspeltUnits.isEmpty, entries.log.entries.contains(where: { $0.code == "expression.unit" }) else {
      return
    }
    for unit in misspeltUnits {
      var problem = unit.problem
      problem.severity = .error
      entries.corrections.append((.reword(unit.place, as: unit.meant), problem))
    }
  }

  /// The index of a fact's choice: shared by name, or its own.
  private mutating func choice(_ declaration: FactDeclaration) -> Int? {
    let isOpen = entries.flag(declaration.attribute(.open))
    guard let node = declaration.attribute(.choices) else {
      entries.log.error(
        "vocabulary.no-members", at: declaration.key.span, ko: "`\(declaration.path)`에 `choices`가 없습니다",
        en: "choice `\(declaration.path)` has no `choices`",
        help: LocalizedText(
          ko: "`choices: [free, paid]` 또는 공유 선택지의 이름을 적으십시오",
          en: "write `choices: [free, paid]` or the name of a shared choice"))
      return nil
    }
    guard node.kind == .scalar else {
      guard let members = members(node) else { return nil }
      choices.append(ChoiceType(name: declaration.path, members: members, isOpen: isOpen))
      return choices.count - 1
    }
    guard let shared = sharedChoices[node.text] else {
      let near = Suggestion.nearest(to: Quoted.text(node.text), among: sharedChoices.keys.sorted())
      entries.log.error(
        "vocabulary.unknown-choice", at: node.span, ko: "`\(Quoted.text(node.text))`(이)라는 선택지 묶음이 없습니다",
        en: "there is no shared choice `\(Quoted.text(node.text))`",
        help: near.map(Suggestion.question)
          ?? LocalizedText(
            ko: "최상위 `choices:` 아래에 적거나 `[free, paid]`처럼 바로 적으십시오",
            en: "declare it under the top-level `choices:`, or list the members here"))
      return nil
    }
    guard isOpen else { return shared }
    if let open = openChoices[node.text] { return open }
    choices.append(ChoiceType(name: choices[shared].name, members: choices[shared].members, isOpen: true))
    openChoices[node.text] = choices.count - 1
    return choices.count - 1
  }

  private mutating func reference(
    _ declaration: FactDeclaration, _ recordIndex: [String: Int]
  ) -> ValueType.Reference? {
    guard let to = declaration.attribute(.to), let path = entries.text(to) else {
      entries.log.error(
        "vocabulary.ref-without-to", at: declaration.key.span, ko: "참조에는 어느 목록을 가리키는지 `to:`가 있어야 합니다",
        en: "a ref needs `to:`",
        help: LocalizedText(ko: "보기: `to: scheme.services`", en: "write it, such as `to: scheme.services`"))
      return nil
    }
    let root = TypeEnvironment.root
    guard let slot = slots[root][path], let target = origins[root][slot], let name = target.record,
      let record = recordIndex[name]
    else {
      let lists = origins[root].compactMap { $0 }.filter { $0.record != nil }.map(\.path)
      let near = Suggestion.nearest(to: Quoted.text(path), among: lists)
      entries.log.error(
        "vocabulary.bad-reference", at: to.span, ko: "`\(Quoted.text(path))`은(는) 최상위 목록이 아닙니다",
        en: "`\(Quoted.text(path))` is not a list of records outside of other lists",
        help: near.map(Suggestion.question))
      return nil
    }
    let isKeyed = origins[record].contains { $0?.attribute(.key)?.text == "true" }
    guard isKeyed else {
      entries.log.error(
        "vocabulary.reference-without-key", at: to.span, ko: "`\(name)`에 `key: true`인 사실이 없어 가리킬 수 없습니다",
        en: "`\(name)` has no fact with `key: true`, so nothing can name its elements")
      return nil
    }
    return ValueType.Reference(
      list: slot, record: record, allowsAll: entries.flag(declaration.attribute(.all)))
  }
}
