import TestSupport

/// A small vocabulary made at random: a plan with items, parts inside the items, and notes without keys.
struct RandomVocabulary: Sendable {
  /// What a fact holds.
  enum Kind: Hashable, Sendable {
    case bool, number, text, date
    /// One of the members of a choice.
    case choice(Int)
    /// Names an item.
    case reference
    case texts
    /// Names items, or all of them.
    case references
    /// Elements of a record.
    case elements(Record)
  }

  /// What facts belong to.
  enum Record: String, CaseIterable, Sendable {
    case plan, item, part, note
  }

  /// One fact.
  struct Fact: Sendable {
    var name: String
    var kind: Kind
    /// What silence stands for.
    var absent: String?
    /// What it follows from, if no scheme states it.
    var derived: String?
    /// Whether it identifies its element.
    var isKey = false
  }

  /// Members of the choices.
  static let choices = [["red", "blue", "green"], ["old", "new"]]
  /// Days that facts and policies name.
  static let days = ["2022-01-31", "2022-03-01", "2022-04-30", "2022-05-01", "2022-06-15", "2022-09-10"]
  /// Words that facts and policies name.
  static let words = ["web", "phone", "talk"]

  /// The facts of each kind of record.
  private(set) var facts: [Record: [Fact]] = [:]

  init(using random: inout SeededGenerator) {
    facts[.plan] = [
      Fact(name: "id", kind: .text), Fact(name: "filed", kind: .date), Fact(name: "day", kind: .date),
      Fact(name: "items", kind: .elements(.item)), Fact(name: "notes", kind: .elements(.note)),
    ]
    facts[.item] = [Fact(name: "id", kind: .text, isKey: true), Fact(name: "parts", kind: .elements(.part))]
    facts[.part] = Bool.random(using: &random) ? [Fact(name: "id", kind: .text, isKey: true)] : []
    facts[.note] = []
    let kinds: [Kind] = [
      .bool, .bool, .number, .number, .text, .date, .choice(0), .choice(1), .reference, .texts, .references,
    ]
    for (record, count) in [(Record.plan, 6), (.item, 5), (.part, 3), (.note, 3)] {
      // One of the kinds that nearly every expression needs, whatever chance gives.
      for number in 0..<count {
        let kind = number == 0 ? .number : number == 1 ? .bool : kinds.randomElement(using: &random) ?? .bool
        var fact = Fact(name: "f\(number)", kind: kind)
        if Int.random(in: 0..<7, using: &random) == 0 { fact.absent = Self.absent(kind) }
        facts[record]?.append(fact)
      }
    }
  }

  /// Adds a fact that follows from others.
  mutating func add(_ fact: Fact, to record: Record) { facts[record]?.append(fact) }

  private static func absent(_ kind: Kind) -> String? {
    switch kind {
    case .bool: "false"
    case .number: "0"
    case .choice(let choice): choices[choice][0]
    case .texts: "[]"
    case .text, .date, .reference, .references, .elements: nil
    }
  }

  /// The file.
  var draft: Draft {
    var entries: [Draft.Entry] = []
    for record in Record.allCases {
      for fact in facts[record] ?? [] {
        let path = "\(record.rawValue).\(fact.name)"
        var keys = Self.type(of: fact.kind)
        if path == "plan.filed" { keys.append(.init(key: "filed", value: .plain("true"))) }
        if fact.isKey { keys.append(.init(key: "key", value: .plain("true"))) }
        if let derived = fact.derived { keys.append(.init(key: "is", value: .expression(derived))) }
        if let absent = fact.absent {
          keys.append(.init(key: "absent", value: .plain(absent)))
          keys.append(.init(key: "absent_why", value: .plain("usual")))
        }
        keys += [.init(key: "ko", value: .plain(fact.name)), .init(key: "en", value: .plain(fact.name))]
        entries.append(.init(key: path, value: .map(keys)))
      }
    }
    let choices = Self.choices.enumerated().map { number, members in
      Draft.Entry(key: "c\(number)", value: .map(members.map { .init(key: $0, value: .both($0)) }))
    }
    return .keys([
      "format": .plain("guideline_vocabulary/1"), "id": .plain("chance"), "version": .plain("1"),
      "choices": .map(choices), "facts": .map(entries),
    ])
  }

  private static func type(of kind: Kind) -> [Draft.Entry] {
    func type(_ name: String, _ more: [(String, String)] = []) -> [Draft.Entry] {
      [.init(key: "type", value: .plain(name))] + more.map { .init(key: $0, value: .plain($1)) }
    }
    return switch kind {
    case .bool: type("bool")
    case .number: type("number")
    case .text: type("string")
    case .date: type("date")
    case .choice(let choice): type("choice", [("choices", "c\(choice)")])
    case .reference: type("ref", [("to", "plan.items")])
    case .texts: type("list", [("of", "string")])
    case .references: type("list", [("of", "ref"), ("to", "plan.items"), ("all", "true")])
    case .elements(let record): type("list", [("of", record.rawValue)])
    }
  }
}
