import Diagnostics
import Expressions
import YAMLTree

extension VocabularyLoader {
  /// Reads the entries of `facts` without placing them.
  mutating func readDeclarations(_ node: YAMLNode?) -> [FactDeclaration] {
    let facts = entries.entries(node)
    guard !facts.isEmpty else {
      if tree.root.isBroken || node?.isBroken == true { return [] }
      entries.log.error(
        "vocabulary.no-facts", at: node?.span ?? tree.root.span, ko: "`facts`에 적힌 사실이 없습니다",
        en: "the vocabulary declares no facts",
        help: LocalizedText(
          ko: "`facts:` 아래에 `incident.date: {type: date, ko: …, en: …}`처럼 적으십시오",
          en: "write them under `facts:`, such as `incident.date: {type: date, ko: …, en: …}`"))
      return []
    }
    guard facts.count <= SchemeLimits.declarations else {
      entries.log.error(
        "vocabulary.too-large", at: node?.span, ko: "사실은 \(SchemeLimits.declarations)개까지 둘 수 있습니다",
        en: "a vocabulary may declare \(SchemeLimits.declarations) facts at most")
      return []
    }
    return facts.compactMap { declaration($0.key, $0.value) }
  }

  private mutating func declaration(_ key: YAMLNode, _ attributes: YAMLNode) -> FactDeclaration? {
    guard !key.isBroken, let words = words(of: key) else {
      brokenPaths.insert(key.text)
      return nil
    }
    guard attributes.kind == .mapping else {
      brokenPaths.insert(key.text)
      if attributes.isBroken { return nil }
      entries.log.error(
        "vocabulary.bad-fact", at: attributes.isNull ? key.span : attributes.span,
        ko: "`\(key.text)`의 설명은 `{type: …, ko: …, en: …}` 꼴이어야 합니다",
        en: "fact `\(key.text)` needs a mapping such as `{type: …, ko: …, en: …}`")
      return nil
    }
    let found = read(attributes)
    let ko = found[FactAttribute.ko.index].flatMap { entries.text($0) }
    let en = found[FactAttribute.en.index].flatMap { entries.text($0) }
    if found[FactAttribute.type.index] != nil, ko == nil || en == nil {
      let language =
        ko == nil ? LocalizedText(ko: "한국어", en: "Korean") : LocalizedText(ko: "영어", en: "English")
      let attribute = ko == nil ? "ko" : "en"
      entries.log.note(
        "vocabulary.no-label", at: key.span, ko: "`\(key.text)`에 \(language.ko) 이름(`\(attribute)`)이 없습니다",
        en: "fact `\(key.text)` has no \(language.en) name (`\(attribute)`)")
    }
    var declaration = FactDeclaration(
      words: words, key: key, attributes: found,
      label: LocalizedText(ko: ko ?? en ?? key.text, en: en ?? ko ?? key.text))
    declaration.isBroken = attributes.isBroken
    if let type = declaration.attribute(.type) {
      guard let kind = kind(type, among: FactDeclaration.Kind.allCases) else {
        brokenPaths.insert(key.text)
        return nil
      }
      declaration.kind = kind
      if kind == .list {
        guard readElement(&declaration) else {
          brokenPaths.insert(key.text)
          return nil
        }
      }
    }
    checkFit(declaration)
    return declaration
  }

  /// The attributes of a declaration by their places; reports keys that are none.
  private mutating func read(_ mapping: YAMLNode) -> [YAMLNode?] {
    var attributes: [YAMLNode?] = Array(repeating: nil, count: FactAttribute.count)
    var hasUnknown = false
    for (key, value) in mapping.entries {
      if let attribute = key.keyID.flatMap({ attributeOfKey[$0] }) {
        if !value.isNull { attributes[attribute.index] = value }
      } else {
        hasUnknown = true
      }
    }
    if hasUnknown {
      entries.checkKeys(
        of: mapping, allowed: FactAttribute.allCases.map(\.rawValue), code: "vocabulary.unknown-attribute")
    }
    return attributes
  }

  /// The words of a path; nil when one cannot be used in expressions or files.
  private mutating func words(of key: YAMLNode) -> [String]? {
    var words: [String] = []
    var rest = key.utf8
    while let dot = rest.firstIndex(of: UInt8(ascii: ".")) {
      words.append(String(decoding: rest[..<dot], as: UTF8.self))
      rest = rest[(dot + 1)...]
    }
    words.append(String(decoding: rest, as: UTF8.self))
    guard words.count <= 12, words.allSatisfy(Self.isName) else {
      entries.log.error(
        "vocabulary.bad-path", at: key.span, ko: "`\(Quoted.text(key.text))`은(는) 사실의 이름이 될 수 없습니다",
        en: "`\(Quoted.text(key.text))` cannot name a fact",
        help: LocalizedText(
          ko: "글자, 숫자, `_`로 된 낱말을 점으로 이으십시오. 보기: `incident.date`",
          en: "join words of letters, digits and `_` by dots, such as `incident.date`"))
      return nil
    }
    if let first = words.first, Scope.reserved.contains(first) {
      entries.log.error(
        "vocabulary.reserved-name", at: key.span, ko: "`\(first)`은(는) 식에서 쓰는 말이라 첫 낱말이 될 수 없습니다",
        en: "`\(first)` is a word of the expression language and cannot begin a path")
      return nil
    }
    if let first = words.first, Vocabulary.header.contains(first) || words.contains(Vocabulary.sourceKey) {
      let name = words.contains(Vocabulary.sourceKey) ? Vocabulary.sourceKey : first
      entries.log.error(
        "vocabulary.reserved-name", at: key.span, ko: "`\(name)`은(는) 보상안 파일의 머리말에 쓰는 이름입니다",
        en: "`\(name)` is a key that scheme files use for themselves",
        help: LocalizedText(ko: "다른 이름을 쓰십시오", en: "use another name"))
      return nil
    }
    return words
  }

  /// A word of ASCII letters, Hangul, digits and `_` that does not begin with a digit.
  private static func isName(_ word: String) -> Bool {
    guard let first = word.utf8.first, !(0x30...0x39).contains(first) else { return false }
    return word.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F: true
      default: false
      }
    } || isHangulName(word)
  }

  private static func isHangulName(_ word: String) -> Bool {
    word.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F: true
      case 0xAC00...0xD7A3, 0x1100...0x11FF, 0x3131...0x318E: true
      default: false
      }
    }
  }

  /// The type that other languages and people call so.
  private static func kindElsewhere(_ name: String) -> FactDeclaration.Kind? {
    switch name.lowercased() {
    case "boolean", "flag", "yesno", "logical": .bool
    case "int", "integer", "float", "double", "decimal", "numeric", "num": .number
    case "text", "str", "varchar": .string
    case "datetime", "instant", "time": .timestamp
    case "enum", "enumeration": .choice
    case "reference": .ref
    case "array", "sequence": .list
    default: nil
    }
  }

  private mutating func kind(_ node: YAMLNode, among kinds: [FactDeclaration.Kind]) -> FactDeclaration.Kind? {
    if node.kind == .scalar, let kind = FactDeclaration.Kind(rawValue: node.text), kinds.contains(kind) {
      return kind
    }
    let near =
      Self.kindElsewhere(node.text).flatMap { kinds.contains($0) ? $0.rawValue : nil }
      ?? Suggestion.nearest(to: Quoted.text(node.text), among: kinds.map(\.rawValue))
    let list = kinds.map { "`\($0.rawValue)`" }.joined(separator: ", ")
    entries.log.error(
      "vocabulary.unknown-type", at: node.span, ko: "`\(Quoted.text(node.text))`은(는) 없는 유형입니다",
      en: "unknown type `\(Quoted.text(node.text))`",
      help: near.map(Suggestion.question)
        ?? LocalizedText(ko: "쓸 수 있는 유형: \(list)", en: "expected one of \(list)"))
    return nil
  }

  /// Reads `of:`; a name that is no scalar type is a record's.
  private mutating func readElement(_ declaration: inout FactDeclaration) -> Bool {
    guard let of = declaration.attribute(.of), let name = entries.text(of) else {
      if declaration.isBroken { return false }
      entries.log.error(
        "vocabulary.list-without-of", at: declaration.key.span, ko: "목록에는 무엇의 목록인지 `of:`가 있어야 합니다",
        en: "a list needs `of:`",
        help: LocalizedText(
          ko: "`of: string` 또는 `of: service`처럼 적으십시오", en: "write `of: string` or the name of a record"))
      return false
    }
    if let kind = FactDeclaration.Kind(rawValue: name), FactDeclaration.Kind.scalars.contains(kind) {
      declaration.element = kind
      return true
    }
    guard name != FactDeclaration.Kind.list.rawValue, Self.isName(name), !Scope.reserved.contains(name) else {
      entries.log.error(
        "vocabulary.bad-record", at: of.span, ko: "`\(Quoted.text(name))`의 목록은 둘 수 없습니다",
        en: "a list cannot be of `\(Quoted.text(name))`",
        help: LocalizedText(
          ko: "목록의 목록은 없습니다. 낱개의 이름을 정해 그 안에 목록을 두십시오",
          en: "there are no lists of lists: name a record and put the inner list into it"))
      return false
    }
    declaration.record = name
    return true
  }

  /// Reports attributes that mean nothing for the type.
  private mutating func checkFit(_ declaration: FactDeclaration) {
    for attribute in FactAttribute.narrow {
      guard let node = declaration.attribute(attribute), let use = Self.use(of: attribute, declaration),
        !use.fits
      else { continue }
      entries.log.error(
        "vocabulary.unfit-attribute", at: node.span, ko: "`\(attribute.rawValue)`은(는) \(use.facts.ko)에만 씁니다",
        en: "`\(attribute.rawValue)` is for \(use.facts.en) only")
    }
    if declaration.kind == nil, declaration.attribute(.type) == nil, declaration.attribute(.of) != nil {
      entries.log.error(
        "vocabulary.no-type", at: declaration.key.span, ko: "`type: list`가 없습니다",
        en: "`type: list` is missing")
    }
  }

  /// Whether an attribute means something for a declaration, and for which facts it does; nil: for all.
  private static func use(
    of attribute: FactAttribute, _ declaration: FactDeclaration
  ) -> (fits: Bool, facts: LocalizedText)? {
    let kind = declaration.kind
    let scalar = declaration.scalar
    let isStated = declaration.attribute(.derived) == nil
    return switch attribute {
    case .unit: (scalar == .number, LocalizedText(ko: "숫자", en: "numbers"))
    case .of: (kind == .list, LocalizedText(ko: "목록", en: "lists"))
    case .to, .all: (scalar == .ref, LocalizedText(ko: "참조(`ref`)", en: "refs"))
    case .choices, .open: (scalar == .choice, LocalizedText(ko: "선택(`choice`)", en: "choices"))
    case .filed: (kind == .date, LocalizedText(ko: "날짜", en: "dates"))
    case .absent: (kind != nil && isStated, LocalizedText(ko: "적는 사실", en: "stated facts"))
    case .absentWhy:
      (
        declaration.attribute(.absent) != nil,
        LocalizedText(ko: "`absent`가 있는 사실", en: "facts with `absent`")
      )
    case .derived:
      (kind != nil && declaration.record == nil, LocalizedText(ko: "유형이 있는 사실", en: "facts with a type"))
    case .key:
      (
        isStated && (kind == .string || kind == .choice || kind == .ref),
        LocalizedText(ko: "적는 글·선택·참조", en: "texts, choices and refs that are stated")
      )
    case .headline:
      (isStated && kind != .list, LocalizedText(ko: "적는 사실(목록 제외)", en: "facts that are stated, not lists"))
    // What is computed is withheld with the facts that it is computed from.
    case .confidential: (isStated, LocalizedText(ko: "적는 사실", en: "facts that are stated"))
    case .type, .when, .needsProof, .ko, .en, .note: nil
    }
  }
}
