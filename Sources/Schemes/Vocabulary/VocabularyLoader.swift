import Diagnostics
import Expressions
import YAMLTree

/// Turns a vocabulary file into a type environment, and reports every problem of the file.
struct VocabularyLoader {
  /// The file's nodes.
  let tree: YAMLTree
  /// The attribute that each distinct key of the file stands for.
  let attributeOfKey: [FactAttribute?]
  /// Reads entries and holds every problem found.
  var entries = EntryReader()
  /// Shared choices first, then those of single facts.
  var choices: [ChoiceType] = []
  /// Index of a shared choice by its name; one that may take other members has a second index.
  var sharedChoices: [String: Int] = [:]
  /// The second index, for shared choices that some fact declares open.
  var openChoices: [String: Int] = [:]
  /// Labels of units by code.
  var units: [String: LocalizedText] = [:]
  /// Labels of records by name.
  var recordLabels: [String: LocalizedText] = [:]
  /// Names of the records in the order of their type indices from 1.
  var recordNames: [String] = []
  /// Fields by record type.
  var fields: [[Field]] = []
  /// Slot by name, by record type.
  var slots: [[String: Int]] = []
  /// Declaration of each field; groups that nobody declared have none.
  var origins: [[FactDeclaration?]] = []
  /// Whether a field holds other facts, by record type.
  var isGroup: [[Bool]] = []

  /// Facts whose declaration has an error: what rests on one is not judged.
  var brokenPaths: Set<String> = []

  /// Units of facts that are nearly others, as far as their facts are read.
  var misspeltUnits: [Vocabulary.MisspeltUnit] = []

  /// Whether conditions that can only come out one way are looked for.
  let isReviewing: Bool

  /// Prepares the reading of one file.
  init(tree: YAMLTree, isReviewing: Bool = false) {
    self.tree = tree
    self.isReviewing = isReviewing
    var attributeOfKey = [FactAttribute?](repeating: nil, count: tree.keyCount)
    for attribute in FactAttribute.allCases {
      if let key = tree.keyID(attribute.rawValue) { attributeOfKey[key] = attribute }
    }
    self.attributeOfKey = attributeOfKey
  }

  /// What was found wrong so far.
  var log: DiagnosticLog { entries.log }

  /// Reads the whole file; nil when it is no vocabulary or has no id.
  mutating func load() -> Vocabulary? {
    guard let format = FormatLine.read(tree, diagnostics: &entries.log) else { return nil }
    guard format.name == "guideline_vocabulary", format.version == "1" else {
      entries.log.error(
        "vocabulary.format", at: format.node.span, ko: "`\(format.node.text)` 파일은 용어집이 아닙니다",
        en: "a file of format `\(format.node.text)` is no vocabulary",
        help: LocalizedText(
          ko: "용어집의 첫 줄은 `format: guideline_vocabulary/1`입니다",
          en: "a vocabulary begins with `format: guideline_vocabulary/1`"))
      return nil
    }
    let root = tree.root
    entries.checkKeys(
      of: root,
      allowed: ["format", "id", "version", "title", "note", "notes", "facts", "choices", "records", "units"],
      code: "vocabulary.unknown-key")
    let id = requiredText("id")
    let version = requiredText("version")
    let title = root["title"].flatMap { entries.localized($0) }
    units = labels(root["units"])
    recordLabels = labels(root["records"])
    readSharedChoices(root["choices"])
    let declarations = readDeclarations(root["facts"])
    place(declarations)
    var environment = TypeEnvironment(id: id ?? "", records: recordTypes(), choices: choices, units: units)
    environment.brokenFacts = brokenPaths
    environment.lostWords = tree.lostWords
    readAbsences(&environment)
    checkExpressions(&environment)
    checkKeys(environment)
    correctUnits()
    guard let file = tree.files.first else { return nil }
    var vocabulary = Vocabulary(
      id: id ?? "", version: version ?? "", title: title, environment: environment, file: file)
    vocabulary.misspeltUnits = misspeltUnits
    return vocabulary
  }

  private mutating func requiredText(_ key: String) -> String? {
    let node = tree.root[key]
    guard let text = node.flatMap({ entries.text($0) }) else {
      if tree.root.isBroken || node?.isBroken == true { return nil }
      entries.log.error(
        "vocabulary.missing-key", at: node?.span ?? tree.root.span, ko: "`\(key)`이(가) 없습니다",
        en: "`\(key)` is missing",
        help: key == "id"
          ? LocalizedText(
            ko: "보기: `id: compensation_scheme`", en: "write it, such as `id: compensation_scheme`")
          : LocalizedText(ko: "보기: `version: 1`", en: "write it, such as `version: 1`"))
      return nil
    }
    let isName = text.utf8.allSatisfy { $0 != UInt8(ascii: "/") && $0 > 0x20 }
    if key == "id", !isName, let node {
      entries.log.error(
        "vocabulary.bad-id", at: node.span, ko: "`id`에는 빈칸과 `/`를 쓸 수 없습니다",
        en: "an `id` may hold neither spaces nor `/`")
    }
    return text
  }

  /// Labels by name, as `records:` and `units:` give them.
  private mutating func labels(_ node: YAMLNode?) -> [String: LocalizedText] {
    var labels: [String: LocalizedText] = [:]
    for (key, value) in entries.entries(node) {
      if value.kind == .mapping {
        entries.checkKeys(of: value, allowed: ["ko", "en", "note"], code: "vocabulary.unknown-key")
      }
      labels[key.text] = entries.localized(value) ?? LocalizedText(key.text)
    }
    return labels
  }

  // ── choices ──────────────────────────────────────────────────────────────────

  private mutating func readSharedChoices(_ node: YAMLNode?) {
    for (key, value) in entries.entries(node) {
      guard let members = members(value) else { continue }
      sharedChoices[key.text] = choices.count
      choices.append(ChoiceType(name: key.text, members: members, isOpen: false))
    }
  }

  /// The members of a choice: a list of names, or a mapping of names to labels.
  mutating func members(_ node: YAMLNode) -> [ChoiceType.Member]? {
    var members: [ChoiceType.Member] = []
    var seen: Set<String> = []
    func add(_ name: YAMLNode, _ label: LocalizedText?, _ log: inout DiagnosticLog) {
      let text = name.text
      if text == "none" || text == "null" || name.isNull || text.isEmpty {
        log.error(
          "vocabulary.reserved-member", at: name.span,
          ko: "`\(text)`은(는) 값이 아니라 상태를 뜻하므로 선택지가 될 수 없습니다",
          en: "`\(text)` stands for a state and cannot be a member",
          help: LocalizedText(
            ko: "다른 이름을 쓰십시오. 보기: `not_applicable`, `nothing`", en: "use another name, such as `nothing`"))
        return
      }
      guard seen.insert(text).inserted else {
        log.error(
          "vocabulary.duplicate-member", at: name.span, ko: "`\(text)`이(가) 두 번 적혀 있습니다",
          en: "member `\(text)` is listed twice")
        return
      }
      members.append(ChoiceType.Member(name: text, label: label ?? LocalizedText(text)))
    }
    switch node.kind {
    case .sequence:
      for item in node.items where item.kind == .scalar { add(item, nil, &entries.log) }
      if let wrong = node.items.first(where: { $0.kind != .scalar }) {
        entries.log.error(
          "vocabulary.bad-member", at: wrong.span, ko: "선택지는 이름이어야 합니다", en: "a member must be a name")
      }
    case .mapping:
      for (key, value) in node.entries {
        if value.kind == .mapping {
          entries.checkKeys(of: value, allowed: ["ko", "en", "note"], code: "vocabulary.unknown-key")
        }
        let label = entries.localized(value)
        add(key, label, &entries.log)
      }
    case .scalar: break
    }
    guard !members.isEmpty else {
      entries.log.error(
        "vocabulary.no-members", at: node.span, ko: "선택지가 없습니다", en: "a choice needs members",
        help: LocalizedText(
          ko: "`[free, paid]` 또는 `{free: {ko: 무료, en: free}}`처럼 적으십시오",
          en: "write `[free, paid]` or `{free: {ko: …, en: …}}`"))
      return nil
    }
    return members
  }
}
