import Diagnostics
import Expressions
import Schemes

/// How a fact is stated in a scheme file: a file that states it and nothing that it does not need.
struct FactExample {
  /// What the file says of the fact.
  enum Statement: Sendable, CaseIterable {
    /// A value, `none`, bounds, disputed readings, a list without elements.
    case value, none, bounds, either, emptyList
  }

  /// Where facts stand.
  let map: FactMap
  /// The fact.
  let field: FieldID
  /// The language of texts that stand for values.
  let language: Language

  private var environment: TypeEnvironment { map.environment }
  private var type: ValueType { environment.field(field).type }

  /// What may be said of the fact, by its type; nothing of what no file can state.
  var statements: [Statement] {
    let fact = environment.field(field)
    if fact.derived != nil || fact.type == .group { return [] }
    if fact.isKey { return [.value] }
    switch fact.type {
    case .list: return [.value, .emptyList, .none]
    case .number, .date, .timestamp: return [.value, .none, .bounds, .either]
    case .bool, .string, .choice: return [.value, .none, .either]
    case .reference: return [.value, .none]
    case .duration, .record, .group, .pair, .interval, .dyn, .null, .map: return []
    }
  }

  /// The fact's last word with what is said of it: `monthly_fee: {at_least: 4000, at_most: 6000}`.
  func line(_ statement: Statement) -> String {
    let word = environment.field(field).name.split(separator: ".").last.map(String.init) ?? ""
    return "\(word): \(text(statement))"
  }

  /// The whole file.
  func file(_ statement: Statement) -> String {
    var writer = ExampleWriter()
    writer.line("format: \(map.vocabulary.format)", 0)
    let target = reference.map { map.environment.records[TypeEnvironment.root].fields[$0.list] }
    let chain = map.chains(to: field.record).first ?? []
    if let reference, let target, chain.first?.slot != reference.list {
      var words = target.name.split(separator: ".").map(String.init)
      let chainWords = (chain.first.map { environment.field($0).name } ?? environment.field(field).name)
        .split(separator: ".").map(String.init)
      // Groups that both share are written once.
      var shared = 0
      while shared + 1 < min(words.count, chainWords.count), words[shared] == chainWords[shared] {
        shared += 1
      }
      writer.open = Array(words.prefix(shared))
      for (depth, word) in writer.open.enumerated() { writer.line(word + ":", depth * 2) }
      words.removeFirst(shared)
      writer.names(words, indent: shared * 2)
      writer.element(key(of: reference.record), indent: (shared + words.count) * 2)
    }
    write(chain, statement, &writer)
    return writer.text
  }

  /// Writes the lists on the way, an element of each, and the fact.
  private func write(_ chain: [FieldID], _ statement: Statement, _ writer: inout ExampleWriter) {
    var indent = 0
    var open = writer.open
    for list in chain {
      var words = environment.field(list).name.split(separator: ".").map(String.init)
      let shared = zip(open, words).prefix { $0 == $1 }.count
      words.removeFirst(shared)
      indent += shared * 2
      writer.names(words.dropLast(), indent: indent)
      writeNeeds(of: list, indent: indent + (words.count - 1) * 2, &writer)
      writer.names(words.suffix(1), indent: indent + (words.count - 1) * 2)
      open = []
      indent += words.count * 2
      guard case .list(.record(let record)) = environment.field(list).type else { continue }
      if list == chain.last, environment.field(field).isKey {
        writer.startsElement = true
      } else {
        writer.element(key(of: record), indent: indent)
      }
      indent += 2
    }
    var words = environment.field(field).name.split(separator: ".").map(String.init)
    let shared = zip(open, words.dropLast()).prefix { $0 == $1 }.count
    words.removeFirst(shared)
    indent += shared * 2
    writer.names(words.dropLast(), indent: indent)
    indent += (words.count - 1) * 2
    writeNeeds(of: field, indent: indent, &writer)
    if statement == .value, case .list(.record(let record)) = type {
      writer.line((words.last ?? "") + ":", indent)
      writer.element(key(of: record), indent: indent + 2)
      var times: [ValueType] = []
      for slot in plainFacts(of: record) {
        let fact = FieldID(record: record, slot: slot)
        let type = environment.field(fact).type
        // A period ends after it begins.
        let number = times.contains(type) ? 1 : 0
        if type == .date || type == .timestamp { times.append(type) }
        writer.line("\(environment.field(fact).name): \(sample(type, number, of: fact))", indent + 4)
      }
    } else {
      writer.line(line(statement), indent)
    }
  }

  /// Writes the facts beside a fact without which it does not exist.
  private func writeNeeds(of id: FieldID, indent: Int, _ writer: inout ExampleWriter) {
    guard let condition = environment.field(id).when else { return }
    let group = environment.field(id).name.split(separator: ".").dropLast()
    var written: Set<Int> = []
    for need in FactCondition(record: id.record).needs(of: condition.term) {
      let fact = environment.records[id.record].fields[need.slot]
      let words = fact.name.split(separator: ".")
      // A fact of another group would have to stand elsewhere.
      guard !fact.isKey, words.dropLast() == group, let word = words.last, let text = Self.text(need.value),
        written.insert(need.slot).inserted
      else { continue }
      writer.line("\(word): \(text)", indent)
    }
  }

  /// A constant of an expression as a scheme writes it; nil for what no plain fact is.
  private static func text(_ value: Value) -> String? {
    switch value {
    case .bool(let answer): answer ? "true" : "false"
    case .number(let number): number.decimalText.isExact ? number.decimalText.text : nil
    case .string(let text): plain(text)
    case .date(let day): day.iso
    case .timestamp, .duration, .list, .record, .interval, .range, .either, .unknown, .error, .null, .map: nil
    }
  }

  /// The root list that the fact's value names an element of.
  private var reference: ValueType.Reference? {
    switch type {
    case .reference(let reference), .list(.reference(let reference)): reference
    default: nil
    }
  }

  // ── values ─────────────────────────────────────────────────────────────────

  private func text(_ statement: Statement) -> String {
    switch statement {
    case .value:
      if case .list(.record(let record)) = type { return "[{\(key(of: record) ?? "")}]" }
      if case .list(let element) = type {
        let second = sample(element, 1, of: field)
        let first = sample(element, 0, of: field)
        return second == first ? "[\(first)]" : "[\(first), \(second)]"
      }
      return sample(type, 0, of: field)
    case .none: return "none"
    case .emptyList: return "[]"
    case .bounds: return "{at_least: \(sample(type, 0, of: field)), at_most: \(sample(type, 1, of: field))}"
    case .either: return "{either: [\(sample(type, 0, of: field)), \(sample(type, 1, of: field))]}"
    }
  }

  /// `id: S1`; nil for a record without a key.
  private func key(of record: Int) -> String? {
    let type = environment.records[record]
    guard let key = type.key else { return nil }
    return "\(type.fields[key].name): \(keyValue(of: record))"
  }

  /// `S1` for a service; a value of the key's type where it is no text.
  private func keyValue(of record: Int) -> String {
    let type = environment.records[record]
    guard let key = type.key else { return "" }
    guard type.fields[key].type == .string else {
      return sample(type.fields[key].type, 0, of: FieldID(record: record, slot: key))
    }
    return (type.name.first.map { String($0).uppercased() } ?? "") + "1"
  }

  /// The first facts of an element that need nothing else: plain values besides its key.
  private func plainFacts(of record: Int) -> ArraySlice<Int> {
    let fields = environment.records[record].fields
    return fields.indices.filter { slot in
      let field = fields[slot]
      guard !field.isKey, field.when == nil, field.derived == nil, !field.name.contains(".") else {
        return false
      }
      switch field.type {
      case .bool, .number, .string, .choice, .date, .timestamp: return true
      case .reference, .duration, .list, .record, .group, .pair, .interval, .dyn, .null, .map: return false
      }
    }.prefix(3)
  }

  /// The first or second value that may stand for a type; a text says what it is by the name of its fact.
  private func sample(_ type: ValueType, _ number: Int, of id: FieldID) -> String {
    let isFirst = number == 0
    switch type {
    case .bool: return isFirst ? "true" : "false"
    case .number(let unit):
      let first = unit == "KRW" ? 10_000 : 10
      return String(isFirst ? first : first * 2)
    case .string:
      let fact = environment.field(id)
      if fact.isKey { return keyValue(of: id.record) }
      let label = fact.label[language]
      return Self.quoted(isFirst ? label : label + " 2")
    case .choice(let index):
      let members = environment.choices.indices.contains(index) ? environment.choices[index].members : []
      guard let member = isFirst ? members.first : members.dropFirst().first ?? members.first else {
        return ""
      }
      return Self.plain(member.name)
    case .date: return isFirst ? "2022-12-29" : "2022-12-30"
    case .timestamp: return isFirst ? "\"2022-12-29T10:00+09:00\"" : "\"2022-12-29T11:00+09:00\""
    case .reference(let reference): return keyValue(of: reference.record)
    case .duration, .list, .record, .group, .pair, .interval, .dyn, .null, .map: return "null"
    }
  }

  /// A text in double quotes.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for character in text {
      if character == "\"" || character == "\\" { result.append("\\") }
      result.append(character)
    }
    return result + "\""
  }

  /// A member as it stands in a flow list: quoted where a bare word would be read otherwise.
  private static func plain(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "_" || scalar == "-"
    }
    let isWord = text.unicodeScalars.first?.properties.isAlphabetic == true
    return isPlain && isWord && !["none", "null", "true", "false"].contains(text) ? text : quoted(text)
  }
}

/// Writes the lines of an example, with the dash before the first line of an element.
private struct ExampleWriter {
  /// Groups that stand open already.
  var open: [String] = []
  /// The next line is the first of an element.
  var startsElement = false
  private var lines: [String] = []

  /// The lines in one text.
  var text: String { lines.joined(separator: "\n") }

  /// Writes a line; the first of an element gets its dash.
  mutating func line(_ text: String, _ indent: Int) {
    if startsElement {
      lines.append(String(repeating: " ", count: max(0, indent - 2)) + "- " + text)
    } else {
      lines.append(String(repeating: " ", count: indent) + text)
    }
    startsElement = false
  }

  /// Opens groups one inside the other.
  mutating func names(_ words: some Sequence<String>, indent: Int) {
    for (depth, word) in words.enumerated() { line(word + ":", indent + depth * 2) }
  }

  /// Begins an element of a list whose dash stands at an indent; its key is its first line, if it has one.
  mutating func element(_ key: String?, indent: Int) {
    startsElement = true
    if let key { line(key, indent + 2) }
  }
}
