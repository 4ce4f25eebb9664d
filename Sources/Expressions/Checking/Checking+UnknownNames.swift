import Diagnostics

extension Checking {
  /// Reports a name that means nothing here, with what was probably meant.
  mutating func unknownName(_ name: SyntaxTree.Name, _ names: [SyntaxTree.Name]) {
    let text = name.text
    let whole = names.map(\.text).joined(separator: ".")
    error(
      "expression.unknown-name", name.range, ko: "`\(text)`은(는) 이 자리에 없는 항목입니다",
      en: "unknown name `\(text)`", help: help(forUnknown: text, whole))
  }

  private func help(forUnknown text: String, _ whole: String) -> LocalizedText? {
    if scope.later.contains(text) {
      return LocalizedText(
        ko: "`\(text)`은(는) 더 아래에 적혀 있습니다. 쓰는 곳보다 위로 옮기십시오",
        en: "`\(text)` stands further down: move it above the place that uses it")
    }
    if program.parameters.contains(where: { $0.name == text }) { return Suggestion.question("p.\(text)") }
    if program.tables.contains(where: { $0.name == text }) { return Suggestion.question("table.\(text)(…)") }
    if environment.records.dropFirst().contains(where: { $0.name == text }) {
      return LocalizedText(
        ko:
          "`\(text)`은(는) 목록의 요소입니다. `for_each: {as: \(text), in: …}`로 대상을 정하거나 목록의 `.exists(…)`, `.filter(…)` 안에서 쓰십시오",
        en: "`\(text)` is an element of a list: name it with `for_each: {as: \(text), in: …}`, or inside "
          + "`.exists(…)` or `.filter(…)` of a list")
    }
    switch text {
    case "None", "nil", "NULL", "Null", "none":
      return LocalizedText(
        ko: "적혀 있는지 물으려면 `has(항목)` 또는 `stated(항목)`을 쓰십시오",
        en: "to ask whether a fact is stated write `has(fact)` or `stated(fact)`")
    case "True", "TRUE", "yes": return Suggestion.question("true")
    case "False", "FALSE", "no": return Suggestion.question("false")
    case "actual", "expected":
      return LocalizedText(
        ko: "`\(text)`은(는) 문구(`message:` 등)에서만 쓸 수 있습니다", en: "`\(text)` can be used in messages only")
    default: break
    }
    if environment.choices.contains(where: { $0.label(of: text) != nil }) {
      return LocalizedText(ko: "글은 따옴표로 묶습니다: `'\(text)'`", en: "put text in quotes: `'\(text)'`")
    }
    let facts = environment.records.first?.fields.map(\.name) ?? []
    let firstWords = facts.map { String($0.prefix { $0 != "." }) }
    let names =
      Array(scope.bindings.keys).sorted() + variables.map(\.name) + Array(Set(firstWords)).sorted() + [
        "table"
      ]
    if let fact = fact(labelled: text) { return Suggestion.question(fact) }
    if let near = Suggestion.nearest(to: text, among: names) { return Suggestion.question(near) }
    if let fact = facts.filter({ $0.hasSuffix("." + whole) }).min() { return Suggestion.question(fact) }
    return Suggestion.nearest(to: whole, among: facts).map(Suggestion.question)
  }

  /// The path of the fact that people call so.
  private func fact(labelled text: String) -> String? {
    for record in environment.records {
      guard let field = record.fields.first(where: { $0.label.ko == text || $0.label.en == text }),
        field.name != text
      else { continue }
      return record.name.isEmpty ? field.name : record.name + "." + field.name
    }
    return nil
  }

  /// Reports a name that a group or an element does not have. `owner` is nil for the scheme itself.
  mutating func unknownField(
    _ names: [SyntaxTree.Name], after matched: Int, in record: RecordType, owner: Typed?
  ) {
    guard matched < names.count else {
      // The whole path names a group that the vocabulary does not list as such.
      let text = names.map(\.text).joined(separator: ".")
      let range = names[0].range.lowerBound..<names[names.count - 1].range.upperBound
      error(
        "expression.group", range, ko: "`\(text)`은(는) 항목의 묶음이어서 값이 없습니다",
        en: "`\(text)` is a group of facts and has no value")
      return
    }
    let name = names[matched]
    let prefix = names.prefix(matched).map { $0.text + "." }.joined()
    let children = record.fields.filter { $0.name.hasPrefix(prefix) }.map { field in
      String(field.name.dropFirst(prefix.count).prefix { $0 != "." })
    }
    let subject = matched > 0 ? String(prefix.dropLast()) : record.name
    var help = Suggestion.nearest(to: name.text, among: Array(Set(children)).sorted()).map {
      Suggestion.question($0)
    }
    if help == nil, let fact = record.fields.map(\.name).filter({ $0.hasSuffix("." + name.text) }).min() {
      help = Suggestion.question(fact)
    }
    if help == nil,
      let fact = record.fields.first(where: { $0.label.ko == name.text || $0.label.en == name.text })
    {
      help = Suggestion.question(fact.name)
    }
    if help == nil, functions.named(name.text).contains(where: { $0.style != .free }) {
      help = methodHelp(name)
    }
    if help == nil, !children.isEmpty {
      help = listing(children)
    }
    error(
      "expression.unknown-fact", name.range, ko: "`\(subject)`에 `\(name.text)` 항목이 없습니다",
      en: "`\(subject)` has no fact `\(name.text)`", help: help)
  }

  private func listing(_ children: [String]) -> LocalizedText {
    var seen: Set<String> = []
    let unique = children.filter { seen.insert($0).inserted }
    let shown = unique.prefix(12).map { "`\($0)`" }.joined(separator: ", ") + (unique.count > 12 ? ", …" : "")
    return LocalizedText(ko: "쓸 수 있는 항목: \(shown)", en: "its facts are \(shown)")
  }

  /// Reports a selection that a value of a fixed shape does not have.
  mutating func unknownSelection(_ name: SyntaxTree.Name, of base: Typed, among choices: [String]) {
    let kind = described(base.type)
    let list = choices.map { "`.\($0)`" }.joined(separator: ", ")
    error(
      "expression.unknown-fact", name.range, ko: "\(kind.ko)에 `.\(name.text)`이(가) 없습니다",
      en: "\(kind.en) has no `.\(name.text)`",
      help: Suggestion.nearest(to: name.text, among: choices).map(Suggestion.question)
        ?? LocalizedText(ko: "쓸 수 있는 것: \(list)", en: "it has \(list)"))
  }

  /// Reports a selection on a value that has no parts.
  mutating func notSelectable(_ name: SyntaxTree.Name, _ base: Typed, help: LocalizedText?) {
    let kind = described(base.type)
    error(
      "expression.no-parts", name.range, ko: "\(kind.ko)에는 `.\(name.text)`을(를) 붙일 수 없습니다",
      en: "\(kind.en) has no `.\(name.text)`", help: help)
  }

  /// A method that was written without its parentheses.
  func methodHelp(_ name: SyntaxTree.Name) -> LocalizedText? {
    guard functions.named(name.text).contains(where: { $0.style != .free }) else { return nil }
    return LocalizedText(
      ko: "함수는 괄호를 붙여 부릅니다: `.\(name.text)(…)`",
      en: "a function is called with parentheses: `.\(name.text)(…)`")
  }
}
