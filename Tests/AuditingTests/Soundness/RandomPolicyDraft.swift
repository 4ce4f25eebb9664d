import TestSupport

/// A small policy made at random over a random vocabulary, with every mechanism of the procedure now and then.
struct RandomPolicyDraft {
  private(set) var vocabulary: RandomVocabulary
  private(set) var policy = Draft.map([])
  private(set) var waivers: Draft?

  private var text: RandomExpressionText
  private var waiverEntries: [Draft] = []
  private var definitions: [Draft.Entry] = []

  /// - Parameter asksWhetherStated: Whether `has` and `opt` are used.
  init(seed: UInt64, asksWhetherStated: Bool) {
    var random = SeededGenerator(seed: seed)
    vocabulary = RandomVocabulary(using: &random)
    var plain = RandomExpressionText(random: random, vocabulary: vocabulary)
    plain.around.asksWhetherStated = false
    for record in [RandomVocabulary.Record.plan, .item] where plain.chance(2) {
      plain.around.elements = record == .plan ? [] : [(record.rawValue, record)]
      let isNumber = plain.chance(2)
      let derived = isNumber ? plain.number(2) : plain.condition(2)
      vocabulary.add(
        .init(name: "derived", kind: isNumber ? .number : .bool, derived: derived), to: record)
    }
    text = RandomExpressionText(random: plain.random, vocabulary: vocabulary)
    text.around.asksWhetherStated = asksWhetherStated
    policy = written()
    if !waiverEntries.isEmpty {
      waivers = .keys(["format": .plain("guideline_waivers/1"), "waivers": .list(waiverEntries)])
    }
  }

  // ── the file ───────────────────────────────────────────────────────────────

  private mutating func written() -> Draft {
    let (parameters, tables) = (numbers(), tables())
    addDefinitions()
    let rules = (1...Int.random(in: 2...3, using: &text.random)).map { rule($0) }
    return .keys([
      "format": .plain("guideline_policy/1"), "id": .plain("chance.policy"), "version": .plain("1.0.0"),
      "vocabulary": .plain("chance"), "title": .both("by chance"),
      "authority": .map([
        .init(key: "id", value: .plain("city")), .init(key: "ko", value: .plain("city")),
        .init(key: "en", value: .plain("city")),
      ]),
      "legal": .keys(["status": .plain("statute")]),
      "in_force": text.chance(2) ? .keys(["from": .plain("2022-02-15")]) : nil,
      "as_of": .expression("plan.filed"), "calendar": .plain("chance"), "parameters": parameters,
      "tables": tables, "definitions": definitions.isEmpty ? nil : .map(definitions), "rules": .list(rules),
      "measures": text.chance(5) ? .list([measure()]) : nil,
    ])
  }

  /// The calendar that the policies count with.
  static let calendar = """
    format: guideline_calendar/1
    id: chance
    weekend: [sat, sun]
    holidays:
      - {date: 2022-05-05, ko: 어린이날}
      - {date: 2022-06-06, ko: 현충일, uncertain: true}
    covers: {from: 2022-01-01, to: 2022-09-30}

    """

  private func titled(_ expression: String) -> Draft {
    .keys(["title": .both("step"), "is": .expression(expression)])
  }

  // ── numbers ────────────────────────────────────────────────────────────────

  private mutating func numbers() -> Draft {
    func version(_ from: String, _ value: String) -> Draft {
      .keys(["from": .plain(from), "value": .plain(value), "cite": .plain("art. 1")])
    }
    text.around.hasParameters = true
    let asOf: Draft? = text.chance(3) ? .expression("plan.day") : nil
    return .keys([
      "least": .keys([
        "title": .both("least"), "as_of": asOf,
        "history": .list([version("2022-02-01", "1"), version("2022-05-01", "3")]),
      ]),
      "days": .keys([
        "title": .both("days"), "history": .list([version("2021-01-01", "10"), version("2022-05-15", "45")]),
      ]),
      "names": .keys(["title": .both("names"), "value": .plain("[web, phone]"), "cite": .plain("art. 2")]),
    ])
  }

  private mutating func tables() -> Draft? {
    guard !text.chance(3) else { return nil }
    let hasChoice = text.chance(2)
    let members = RandomVocabulary.choices[0]
    let rows: [[String]] =
      hasChoice
      ? [
        [members[0], "< 2", "1"], [members[0], ">= 2", "3"],
        ["\(members[1]) | \(members[2])", "[0..4)", "2"],
      ]
      : [["< 1", "1"], ["[1..3]", "2"], ["(3..5)", "4"]]
    let choice = hasChoice ? (vocabulary.facts[.plan] ?? []).first { $0.kind == .choice(0) } : nil
    text.around.tables =
      hasChoice ? choice.map { ["table.rate(plan.\($0.name), #).much"] } ?? [] : ["table.rate(#).much"]
    guard !text.around.tables.isEmpty else { return nil }
    return .keys([
      "rate": .keys([
        "title": .both("rate"), "inputs": .plain(hasChoice ? "[color, size]" : "[size]"),
        "outputs": .plain("[much]"),
        "history": .list([
          .keys([
            "from": .plain("2022-01-01"), "cite": .plain("annex"),
            "rows": .list(
              rows.map { row in
                .list(row.map { $0.contains { !$0.isLetter && !$0.isNumber } ? .quoted($0) : .plain($0) })
              }),
          ])
        ]),
      ])
    ])
  }

  private mutating func addDefinitions() {
    for number in 1...2 where text.chance(2) {
      let (expression, kind) = stepExpression()
      definitions.append(.init(key: "d\(number)", value: titled(expression)))
      text.around.steps.append(("d\(number)", kind))
    }
  }

  private mutating func stepExpression() -> (String, RandomVocabulary.Kind) {
    switch Int.random(in: 0..<5, using: &text.random) {
    case 0, 1: return (text.number(2), .number)
    case 2: return (text.condition(2), .bool)
    case 3: return (text.date(), .date)
    default:
      let (list, record) = text.list(2)
      return (list, .elements(record))
    }
  }

  // ── rules ──────────────────────────────────────────────────────────────────

  private mutating func rule(_ number: Int) -> Draft {
    let outer = text.around
    defer { text.around = outer }
    let id = "R\(number)"
    let gate: Draft? = text.chance(4) ? .expression(text.condition(2)) : nil
    let forEach = subjects()
    let steps = steps(number)
    let ownGate: Draft? = gate == nil && text.chance(4) ? .expression(text.condition(2)) : nil
    let kind = Int.random(in: 0..<12, using: &text.random)
    let isManual = kind == 0
    let hasParts = kind == 1 || kind == 2
    let asksPerson = !isManual && text.chance(4)
    let waivable = text.chance(4)
    if waivable { addWaiver(of: id) }
    return .keys([
      "id": .plain(id), "title": .both(id), "cite": .plain("art. \(number)"), "severity": .plain("minor"),
      "as_of": text.chance(5) ? .expression(text.chance(2) ? "plan.day" : "date('2022-05-01')") : nil,
      "in_force": text.chance(5) ? .keys(["from": .plain("2022-03-01"), "to": .plain("2022-08-31")]) : nil,
      "applies_when": gate ?? ownGate, "for_each": forEach,
      "let": steps.isEmpty ? nil : .map(steps.map { .init(key: $0.name, value: titled($0.expression)) }),
      "check": isManual ? .plain("manual") : nil,
      "require": isManual || hasParts ? nil : .expression(text.condition(4)),
      "parts": hasParts ? .list(["a", "b"].map { part($0) }) : nil,
      "exceptions": exceptions(of: id, replacing: steps),
      "manual_when": asksPerson ? .expression(text.chance(3) ? "true" : text.condition(2)) : nil,
      "question": asksPerson || isManual ? .both("is it?") : nil,
      "waivable": waivable ? .keys(["by": .plain("[city]"), "basis": .plain("art. 9")]) : nil,
    ])
  }

  private mutating func part(_ id: String) -> Draft {
    .keys(["id": .plain(id), "title": .both(id), "require": .expression(text.condition(3))])
  }

  private mutating func subjects() -> Draft? {
    func each(_ name: String, _ list: String, ifNone: Draft? = nil) -> Draft {
      .keys(["as": .plain(name), "in": .expression(list), "if_none": ifNone])
    }
    let outcomes = ["pass", "fail", "unknown", "manual", "not_applicable"]
    let ifNone: Draft? = text.chance(2) ? .plain(text.pick(outcomes)) : nil
    switch Int.random(in: 0..<10, using: &text.random) {
    case 0...2: return nil
    case 3...5:
      let (list, record) = text.list(3)
      text.around.elements.append(("one", record))
      return each("one", list, ifNone: ifNone)
    case 6, 7:
      let first = filtered("plan.items", .item)
      text.around.elements.append(("one", .item))
      let second = text.chance(2) ? filtered("one.parts", .part) : "one.parts"
      text.around.elements.append(("other", .part))
      let outer: Draft? = text.chance(2) ? .plain(text.pick(outcomes)) : nil
      return .list([each("one", first, ifNone: outer), each("other", second, ifNone: ifNone)])
    case 8:
      let list = text.texts()
      text.around.values.append(("word", .text))
      return each("word", list, ifNone: ifNone)
    default:
      let list = text.numbers(2)
      text.around.values.append(("much", .number))
      return each("much", list, ifNone: ifNone)
    }
  }

  private mutating func filtered(_ list: String, _ record: RandomVocabulary.Record) -> String {
    text.around.elements.append(("x", record))
    defer { text.around.elements.removeLast() }
    return "\(list).filter(x, \(text.condition(2)))"
  }

  private struct Step {
    var name: String
    var expression: String
    var kind: RandomVocabulary.Kind
  }

  private mutating func steps(_ rule: Int) -> [Step] {
    var steps: [Step] = []
    for number in 1...2 where text.chance(2) {
      let (expression, kind) = stepExpression()
      let step = Step(name: "s\(rule)\(number)", expression: expression, kind: kind)
      steps.append(step)
      text.around.steps += [(step.name, kind), (step.name, kind)]
    }
    return steps
  }

  // ── relief ─────────────────────────────────────────────────────────────────

  private mutating func exceptions(of rule: String, replacing steps: [Step]) -> Draft? {
    let count = text.pick([0, 0, 1, 1, 2])
    guard count > 0 else { return nil }
    return .list(
      (1...count).map { number in
        let proof = text.chance(2) ? text.statedFact() : nil
        let replaced = steps.filter { $0.kind == .number || $0.kind == .bool || $0.kind == .date }
        let step = text.chance(2) ? replaced.randomElement(using: &text.random) : nil
        return .keys([
          "id": .plain("\(rule).X\(number)"), "title": .both("exception"),
          "in_force": text.chance(6) ? .keys(["to": .plain("2022-05-31")]) : nil,
          "when": .expression(text.condition(2)), "proof": proof.map { .expression($0) },
          "replace": step.map { .map([.init(key: $0.name, value: .expression(instead(of: $0)))]) },
          "review": text.chance(4) ? .plain("manual") : nil,
        ])
      })
  }

  private mutating func instead(of step: Step) -> String {
    let outer = text.around.steps
    defer { text.around.steps = outer }
    // A step is replaced by what stands before it.
    text.around.steps = Array(outer.prefix { $0.name != step.name })
    return step.kind == .number ? text.number(1) : step.kind == .date ? text.date() : text.condition(1)
  }

  private mutating func addWaiver(of rule: String) {
    waiverEntries.append(
      .keys([
        "id": .plain("W\(waiverEntries.count + 1)"), "rule": .plain(rule),
        "when": text.chance(2) ? .expression(text.condition(1)) : nil, "granted_by": .plain("city"),
        "granted_on": .plain("2022-02-01"), "expires": .plain("2022-06-30"), "basis": .plain("art. 9"),
        "reason": .both("reasons"), "document": .plain("D-1"),
      ]))
  }

  private mutating func measure() -> Draft {
    .keys(["id": .plain("M1"), "title": .both("measure"), "is": .expression(text.number(2))])
  }
}
