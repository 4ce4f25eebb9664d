import Diagnostics
import Expressions
import YAMLTree

/// Reads a scheme file against its vocabulary in one pass and fills the typed facts.
struct SchemeLoader {
  /// The file's nodes.
  let tree: YAMLTree
  /// What may be stated.
  let vocabulary: Vocabulary
  /// What was read so far.
  var facts: Facts
  /// Reads values and finds suggestions.
  var scalars: ScalarReader
  /// Reads the header and holds every problem found.
  var entries = EntryReader()
  /// The header's sources by name.
  var sources: [String: SchemeSource] = [:]
  /// Number in `Vocabulary.words` of every distinct key of the tree, or -1.
  private let keyWords: [Int32]
  private let sourceWord: Int32
  private let headerWords: Set<Int32>
  /// References to look up once every list is known.
  var references: [(node: YAMLNode, key: String, target: ValueType.Reference)] = []
  /// Further paths of confidential facts, from the file of an authority's facts.
  var alsoConfidential: YAMLNode?
  /// Stated facts that exist only for some elements.
  var conditional: [FactID] = []
  /// Set when the file holds more than is allowed: the rest is not read.
  private var isExhausted = false

  /// Prepares the reading of one file.
  init(tree: YAMLTree, vocabulary: Vocabulary) {
    self.tree = tree
    self.vocabulary = vocabulary
    facts = Facts(environment: vocabulary.environment)
    scalars = ScalarReader(environment: vocabulary.environment)
    keyWords = (0..<tree.keyCount).map { vocabulary.words[tree.keyText($0)] ?? -1 }
    sourceWord = vocabulary.words[Vocabulary.sourceKey] ?? -2
    headerWords = Set(Vocabulary.header.compactMap { vocabulary.words[$0] })
  }

  /// Reads the whole file; nil when it is no scheme of the vocabulary.
  mutating func load() -> Scheme? {
    guard let format = FormatLine.read(tree, diagnostics: &entries.log) else { return nil }
    guard format.name == vocabulary.id, format.version == vocabulary.formatVersion else {
      entries.log.error(
        "scheme.format", at: format.node.span,
        ko: "`\(format.node.text)` 파일은 용어집 `\(vocabulary.format)`으로 읽을 수 없습니다",
        en: "a file of format `\(format.node.text)` cannot be read with vocabulary `\(vocabulary.format)`",
        help: LocalizedText(
          ko: "첫 줄을 `format: \(vocabulary.format)`으로 고치거나 맞는 용어집을 쓰십시오",
          en: "begin the file with `format: \(vocabulary.format)`, or use the vocabulary it names"))
      return nil
    }
    sources = readSources(tree.root["sources"])
    let provenance = readProvenance(tree.root["provenance"])
    let root = facts.addRecord(type: TypeEnvironment.root, list: nil, position: 0, node: tree.root)
    readMapping(tree.root, record: root, type: TypeEnvironment.root, group: 0)
    readIncomplete(tree.root["incomplete"])
    var marks = ConfidentialMarks()
    readConfidential(tree.root["confidential"], into: &marks)
    readConfidential(alsoConfidential, into: &marks)
    facts.settleConfidential(marks)
    checkReferences()
    checkConditions()
    guard let file = tree.files.first else { return nil }
    return Scheme(
      file: file, tree: tree, vocabularyID: vocabulary.id, facts: facts, provenance: provenance,
      sources: sources)
  }

  // ── mappings ─────────────────────────────────────────────────────────────────

  /// Reads the entries of a mapping: the root, a group or an element.
  mutating func readMapping(_ node: YAMLNode, record: Int, type: Int, group: Int) {
    let isRoot = type == TypeEnvironment.root && group == 0
    var hint = 0
    for (key, value) in node.entries {
      if isExhausted { return }
      let word = key.keyID.map { keyWords[$0] } ?? -1
      if word == sourceWord {
        checkSource(value)
      } else if isRoot, headerWords.contains(word) {
        continue
      } else if word >= 0,
        let entry = vocabulary.shapes[type].child(of: group, word: word, hint: &hint)
      {
        readFact(value, key: key, record: record, type: type, entry: entry)
      } else {
        reportUnknown(key, value: value, type: type, group: group)
      }
    }
  }

  private mutating func readFact(_ node: YAMLNode, key: YAMLNode, record: Int, type: Int, entry: Int) {
    guard let slot = vocabulary.shapes[type].entries[entry].slot else { return }
    let fact = facts.fact(record: record, slot: slot)
    let index = Int(fact.slot)
    if vocabulary.shapes[type].entries[entry].isDerived {
      reportDerived(key, vocabulary.environment.records[type].fields[slot])
      return
    }
    if node.isNull || isUnreadable(node) {
      facts.nodes[index] = node
      return
    }
    if vocabulary.shapes[type].entries[entry].hasCondition, !node.isNone { conditional.append(fact) }
    if node.isNone {
      declareNone(node, record: record, type: type, entry: entry)
      return
    }
    switch vocabulary.shapes[type].entries[entry].form {
    case .group:
      guard node.kind == .mapping else {
        reportExpectedGroup(node, type: type, entry: entry)
        return
      }
      facts.slots[index] = .group
      facts.nodes[index] = node
      readMapping(node, record: record, type: type, group: entry)
    case .scalar(let form):
      guard let value = readValue(node, as: form), let stated = Self.slot(value) else { return }
      facts.slots[index] = stated
      facts.nodes[index] = node
    case .scalars(let form):
      readScalars(node, fact: fact, form: form)
    case .records(let element):
      readRecords(node, fact: fact, type: element)
    }
  }

  /// Whether a value does not mean what it says, which was reported when the file was parsed.
  private func isUnreadable(_ node: YAMLNode) -> Bool {
    !tree.isWhole && node.isBroken && node.kind == .scalar
  }

  /// A declared `none`: of a group, it says so of everything in it.
  private mutating func declareNone(_ node: YAMLNode, record: Int, type: Int, entry: Int) {
    var rest = [entry]
    while let entry = rest.popLast() {
      if let slot = vocabulary.shapes[type].entries[entry].slot,
        !vocabulary.shapes[type].entries[entry].isDerived
      {
        let index = Int(facts.fact(record: record, slot: slot).slot)
        facts.slots[index] = .none
        facts.nodes[index] = node
      }
      rest += vocabulary.shapes[type].entries[entry].children.map { Int($0.entry) }
    }
  }

  /// What a slot holds for a stated value; nil for values that no file states.
  static func slot(_ value: Value) -> Facts.Slot? {
    switch value {
    case .bool(let value): .bool(value)
    case .number(let value): .number(value)
    case .string(let value): .string(value)
    case .date(let value): .date(value)
    case .timestamp(let value): .timestamp(value)
    case .range(let value): .range(value)
    case .either(let values): .either(values)
    case .duration, .list, .record, .interval, .unknown, .error, .null, .map: nil
    }
  }

  // ── lists ────────────────────────────────────────────────────────────────────

  private mutating func readRecords(_ node: YAMLNode, fact: FactID, type: Int) {
    guard node.kind == .sequence else {
      reportExpectedList(node, ofRecords: true)
      return
    }
    let list = beginList(node, fact)
    let items = node.items
    var elements: [Facts.Element] = []
    elements.reserveCapacity(items.count)
    var positions: [String: Int] = [:]
    let key = vocabulary.environment.records[type].key
    if key != nil { positions.reserveCapacity(items.count) }
    for item in items where !isUnreadable(item) {
      guard item.kind == .mapping else {
        reportExpectedElement(item, type: type)
        continue
      }
      guard reserve(vocabulary.environment.records[type].fields.count, at: item) else { break }
      let record = facts.addRecord(type: type, list: list, position: elements.count, node: item)
      elements.append(.record(record))
      readMapping(item, record: record, type: type, group: 0)
      if let key { checkKey(item, record: record, slot: key, among: elements, &positions) }
    }
    facts.lists[list].elements = elements
    facts.lists[list].positions = positions
  }

  private mutating func readScalars(_ node: YAMLNode, fact: FactID, form: ScalarForm) {
    guard node.kind == .sequence else {
      reportExpectedList(node, ofRecords: false)
      return
    }
    let list = beginList(node, fact)
    var elements: [Facts.Element] = []
    var seen: [String: YAMLNode] = [:]
    for item in node.items where !isUnreadable(item) {
      if item.isNull || item.isNone {
        reportStateInList(item)
        continue
      }
      guard let value = readValue(item, as: form) else { continue }
      elements.append(.scalar(value, item))
      if case .string(let text) = value {
        if let first = seen[text] { reportRepeated(item, first: first) } else { seen[text] = item }
      }
    }
    facts.lists[list].elements = elements
  }

  private mutating func beginList(_ node: YAMLNode, _ fact: FactID) -> Int {
    facts.lists.append(Facts.List(fact: fact, elements: [], isIncomplete: false))
    facts.slots[Int(fact.slot)] = .list(facts.lists.count - 1)
    facts.nodes[Int(fact.slot)] = node
    return facts.lists.count - 1
  }

  /// Whether there is room for a record of so many facts; reports once when there is none.
  private mutating func reserve(_ count: Int, at node: YAMLNode) -> Bool {
    if isExhausted { return false }
    guard facts.slots.count + count > SchemeLimits.slots else { return true }
    isExhausted = true
    entries.log.error(
      "scheme.too-large", at: node.span, ko: "보상안이 너무 큽니다. 사실의 자리는 \(SchemeLimits.slots)개까지입니다",
      en: "the scheme is too large: it may have \(SchemeLimits.slots) places for facts at most",
      help: LocalizedText(ko: "파일을 나누십시오", en: "split the file"))
    return false
  }

  /// Notes an element's key and reports one that is missing or was used before.
  private mutating func checkKey(
    _ node: YAMLNode, record: Int, slot: Int, among elements: [Facts.Element],
    _ positions: inout [String: Int]
  ) {
    let index = facts.records[record].firstSlot + slot
    guard case .string(let key) = facts.slots[index] else {
      let isReported = facts.nodes[index] == nil && statesKey(node, record: record, slot: slot)
      if !isReported { reportMissingKey(node, type: facts.records[record].type, slot: slot) }
      return
    }
    if let first = positions[key] {
      reportRepeatedKey(key, facts.nodes[index], first: firstKeyNode(first, among: elements, slot: slot))
    } else {
      positions[key] = facts.records[record].position
    }
    if key == "all", let node = facts.nodes[index] { checkReservedKey(node, record: record) }
  }

  private func firstKeyNode(_ position: Int, among elements: [Facts.Element], slot: Int) -> YAMLNode? {
    guard elements.indices.contains(position), case .record(let record) = elements[position] else {
      return nil
    }
    return facts.nodes[facts.records[record].firstSlot + slot]
  }

  /// Whether the file has an entry for the key, so that its value was reported already.
  private func statesKey(_ node: YAMLNode, record: Int, slot: Int) -> Bool {
    let name = vocabulary.environment.records[facts.records[record].type].fields[slot].name
    var current = node
    for word in name.split(separator: ".") {
      guard let next = current[String(word)] else { return false }
      current = next
    }
    return !current.isNull
  }
}
