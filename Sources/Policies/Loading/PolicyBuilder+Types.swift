import Diagnostics
import Expressions
import YAMLTree

/// The types that parameters, columns and steps declare.
extension PolicyBuilder {
  /// Keys that declare a type.
  static let typeKeys = ["type", "of", "unit", "choices", "open"]

  private enum TypeName: String, CaseIterable {
    case bool, number, string, choice, date, timestamp, duration, list
  }

  /// What `type:`, `of:`, `unit:` and `choices:` say; nil: the values say it. `name` names choices listed in place.
  mutating func declaredType(_ node: YAMLNode, name: String) -> ValueType? {
    let what = LocalizedText(ko: "형", en: "type")
    let type = node.stated("type").flatMap { reader.word($0, among: TypeName.allCases, what) }
    guard type == .list || (type == nil && node.stated("of") != nil) else {
      return scalarType(type, node, name: name)
    }
    let element = node.stated("of").flatMap { reader.word($0, among: TypeName.allCases, what) }
    if let of = node.stated("of"), element == .list {
      reader.error(
        "type", at: of.span, ko: "목록의 목록은 쓸 수 없습니다", en: "a list of lists is not supported",
        help: LocalizedText(ko: "`of:`에 다른 형을 쓰십시오", en: "write another type after `of:`"))
      return nil
    }
    return scalarType(element, node, name: name).map { .list($0) }
  }

  private mutating func scalarType(_ type: TypeName?, _ node: YAMLNode, name: String) -> ValueType? {
    let unit = self.unit(of: node)
    if unit != nil, let type, type != .number { conflict(node, "unit", with: type) }
    if node.stated("choices") != nil, let type, type != .choice { conflict(node, "choices", with: type) }
    switch type {
    case .bool: return .bool
    case .number: return .number(unit: unit)
    case .string: return .string
    case .date: return .date
    case .timestamp: return .timestamp
    case .duration: return .duration
    case .choice:
      guard node.stated("choices") != nil else {
        _ = reader.required(
          "choices", in: node, of: LocalizedText(ko: "`type: choice`", en: "`type: choice`"))
        return nil
      }
      return choice(node, name: name)
    case .list, nil:
      if node.stated("choices") != nil { return choice(node, name: name) }
      return unit.map { .number(unit: $0) }
    }
  }

  /// What `unit:` says; warns of a code that is nearly one that the vocabulary or a function names.
  mutating func unit(of node: YAMLNode) -> String? {
    guard let place = node.stated("unit"),
      let unit = reader.text(place, LocalizedText(ko: "단위", en: "a unit"))
    else { return nil }
    if unit.count > 2, !environment.knows(unit: unit), case let known = environment.knownUnits,
      let help = reader.suggestion(for: unit, among: known.filter { $0.count > 2 })
    {
      if let near = Suggestion.nearest(to: unit, among: known.filter { $0.count > 2 }) {
        misspeltUnits.append((place, near))
      }
      reader.warning(
        "unknown-unit", at: place.span, ko: "용어집에 단위 `\(unit)`이(가) 없습니다",
        en: "the vocabulary names no unit `\(unit)`", help: help)
    }
    return unit
  }

  /// Has the file read again with the right units where numbers of misspelt ones do not go with others: the spelling
  /// is the mistake then, and the only one.
  mutating func correctUnits() {
    guard !misspeltUnits.isEmpty, reader.log.entries.contains(where: { $0.code == "expression.unit" }) else {
      return
    }
    for (place, known) in misspeltUnits {
      guard
        var problem = reader.log.entries.first(where: {
          $0.code == "policy.unknown-unit" && $0.location == place.span.location
        })
      else { continue }
      problem.severity = .error
      reader.corrections.append(Correction(edit: .reword(place, as: known), problem: problem))
    }
  }

  private mutating func conflict(_ node: YAMLNode, _ key: String, with type: TypeName) {
    guard let entry = node.entry(key) else { return }
    reader.error(
      "type", at: entry.key.span, ko: "`type: \(type.rawValue)`에는 `\(key)`을(를) 쓸 수 없습니다",
      en: "`\(key)` does not go with `type: \(type.rawValue)`",
      help: LocalizedText(ko: "둘 중 하나를 빼십시오", en: "take one of the two out"))
  }

  /// A shared choice by name, members in place, or members with labels.
  private mutating func choice(_ node: YAMLNode, name: String) -> ValueType? {
    guard let choices = node.stated("choices") else { return nil }
    let what = LocalizedText(ko: "선택값", en: "choices")
    switch choices.kind {
    case .scalar:
      let names = environment.choices.map(\.name)
      if let index = names.firstIndex(of: choices.text) { return .choice(index) }
      reader.error(
        "unknown-choice", at: choices.span, ko: "용어집에 `\(choices.text)`라는 선택값 목록이 없습니다",
        en: "the vocabulary has no choices `\(choices.text)`",
        help: reader.suggestion(for: choices.text, among: names)
          ?? LocalizedText(ko: "목록의 이름이나 `[a, b]`를 쓰십시오", en: "write their name or `[a, b]`"))
      return nil
    case .sequence, .mapping:
      var members: [ChoiceType.Member] = []
      for (member, label) in choices.kind == .sequence
        ? choices.items.map({ ($0, $0) }) : choices.entries.map({ ($0.key, $0.value) })
      {
        guard let text = reader.text(member, what), let label = reader.localized(label, what) else {
          continue
        }
        members.append(.init(name: text, label: label))
      }
      let isOpen =
        node.stated("open").flatMap { reader.flag($0, LocalizedText(ko: "열린 목록", en: "open")) } ?? false
      environment.choices.append(ChoiceType(name: name, members: members, isOpen: isOpen))
      return .choice(environment.choices.count - 1)
    }
  }
}
