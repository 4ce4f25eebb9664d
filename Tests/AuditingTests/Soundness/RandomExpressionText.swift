import TestSupport

/// Writes expressions over a random vocabulary; nearly all of them pass the checker.
struct RandomExpressionText {
  typealias Kind = RandomVocabulary.Kind
  typealias Record = RandomVocabulary.Record

  /// What a policy defines beside the facts.
  struct Surroundings {
    /// Steps with what they give.
    var steps: [(name: String, kind: Kind)] = []
    /// Subjects and variables that are elements.
    var elements: [(name: String, record: Record)] = []
    /// Subjects and variables that are plain values.
    var values: [(name: String, kind: Kind)] = []
    /// Calls of tables that give a number, with `#` for a number.
    var tables: [String] = []
    /// Whether `p.least`, `p.days` and `p.names` are there.
    var hasParameters = false
    /// Whether `has` and `opt` may be used.
    var asksWhetherStated = true
  }

  var random: SeededGenerator
  let vocabulary: RandomVocabulary
  var around = Surroundings()
  private var variables = 0

  init(random: SeededGenerator, vocabulary: RandomVocabulary) {
    self.random = random
    self.vocabulary = vocabulary
  }

  mutating func pick<T>(_ values: [T]) -> T { values[Int.random(in: 0..<values.count, using: &random)] }
  mutating func chance(_ of: Int) -> Bool { Int.random(in: 0..<of, using: &random) == 0 }

  // ── facts ──────────────────────────────────────────────────────────────────

  /// Paths to facts of a kind: of the plan, of elements at hand, and of what they refer to.
  private func paths(_ kind: Kind, isFactOnly: Bool = false) -> [String] {
    var paths = facts(.plan, kind).map { "plan.\($0)" }
    for (name, record) in around.elements {
      let own = facts(record, kind).map { "\(name).\($0)" }
      // What is at hand is spoken of more often.
      paths += own + own
      for reference in facts(record, .reference) {
        paths += facts(.item, kind).map { "\(name).\(reference).\($0)" }
      }
    }
    if !isFactOnly {
      paths += (around.steps.filter { $0.kind == kind } + around.values.filter { $0.kind == kind }).map(
        \.name)
    }
    return paths
  }

  private func facts(_ record: Record, _ kind: Kind) -> [String] {
    (vocabulary.facts[record] ?? []).filter { $0.kind == kind }.map(\.name)
  }

  /// The path of a fact that nothing computes; nil if there is none.
  mutating func statedFact() -> String? {
    let kinds: [Kind] = [.bool, .number, .text, .date, .choice(0), .choice(1)]
    return kinds.flatMap { paths($0, isFactOnly: true) }.filter { !$0.hasSuffix(".derived") }
      .randomElement(using: &random)
  }

  private mutating func path(_ kind: Kind, or literal: String) -> String {
    let paths = paths(kind)
    return paths.isEmpty || chance(8) ? literal : pick(paths)
  }

  // ── conditions ─────────────────────────────────────────────────────────────

  mutating func condition(_ depth: Int = 3) -> String {
    guard depth > 0 else {
      return chance(2) ? path(.bool, or: "1 < 2") : comparison(0)
    }
    switch Int.random(in: 0..<22, using: &random) {
    case 0...2: return "(\(condition(depth - 1)) && \(condition(depth - 1)))"
    case 3...5: return "(\(condition(depth - 1)) || \(condition(depth - 1)))"
    case 6: return "!(\(condition(depth - 1)))"
    case 7...11: return comparison(depth - 1)
    case 12...15: return search(depth)
    case 16: return "\(path(.text, or: "'web'")) in \(texts())"
    case 17:
      return pick(["not_in(\(path(.text, or: "'talk'")), \(texts()))", "overlap(\(texts()), \(texts()))"])
    case 18:
      guard let fact = statedFact() else { return "true" }
      return around.asksWhetherStated && chance(2) ? "has(\(fact))" : "stated(\(fact))"
    case 19:
      let references = paths(.references, isFactOnly: true)
      return references.isEmpty ? comparison(0) : "covers(\(pick(references)), \(key()))"
    case 20: return "if(\(condition(depth - 1)), \(condition(depth - 1)), \(condition(depth - 1)))"
    default: return chance(2) ? path(.bool, or: "1 < 2") : comparison(0)
    }
  }

  private mutating func key() -> String {
    let items = around.elements.filter { $0.record == .item }.map { "\($0.name).id" }
    return items.isEmpty || chance(3) ? "'I\(Int.random(in: 1...3, using: &random))'" : pick(items)
  }

  private mutating func comparison(_ depth: Int) -> String {
    switch Int.random(in: 0..<10, using: &random) {
    case 0...4:
      return "\(number(depth)) \(pick(["<", "<=", ">", ">=", "==", "!="])) \(number(depth))"
    case 5, 6: return "\(date()) \(pick(["<", "<=", ">", ">=", "=="])) \(date())"
    case 7:
      let choice = pick([0, 1])
      let paths = paths(.choice(choice))
      guard !paths.isEmpty else { return "\(number(depth)) > 1" }
      let members = RandomVocabulary.choices[choice].map { "'\($0)'" }
      if chance(3) { return "\(pick(paths)) in [\(members[0]), \(members[1])]" }
      return "\(pick(paths)) \(pick(["==", "!="])) \(pick(members + [pick(paths)]))"
    case 8:
      let references = paths(.reference, isFactOnly: true)
      return references.isEmpty
        ? "\(number(depth)) > 1" : "\(pick(references)) \(pick(["==", "!="])) \(key())"
    default:
      return "\(path(.text, or: "'web'")) \(pick(["==", "!="])) '\(pick(RandomVocabulary.words))'"
    }
  }

  private mutating func search(_ depth: Int) -> String {
    let (list, record) = list(depth - 1)
    let macro = pick(["exists", "exists", "all", "all", "exists_one"])
    return over(list, record, macro) { writer, variable in
      let condition = writer.condition(depth - 2)
      let references = writer.facts(record, .reference)
      guard !references.isEmpty, writer.chance(3) else { return condition }
      return "\(variable).\(writer.pick(references)) == \(writer.key()) && \(condition)"
    }
  }

  private mutating func over(
    _ list: String, _ record: Record, _ macro: String,
    _ body: (inout RandomExpressionText, String) -> String
  ) -> String {
    variables += 1
    let variable = "v\(variables)"
    around.elements.append((variable, record))
    defer { around.elements.removeLast() }
    return "\(list).\(macro)(\(variable), \(body(&self, variable)))"
  }

  // ── lists ──────────────────────────────────────────────────────────────────

  /// A list of elements and what they are.
  mutating func list(_ depth: Int) -> (String, Record) {
    var lists: [(String, Record)] = [("plan.items", .item), ("plan.items", .item), ("plan.notes", .note)]
    for (name, record) in around.elements where record == .item {
      lists += [("\(name).parts", .part), ("\(name).parts", .part)]
    }
    for step in around.steps {
      if case .elements(let record) = step.kind { lists += [(step.name, record), (step.name, record)] }
    }
    let (list, record) = pick(lists)
    guard depth > 0, chance(3) else { return (list, record) }
    return (over(list, record, "filter") { writer, _ in writer.condition(depth - 1) }, record)
  }

  mutating func texts() -> String {
    var all = paths(.texts) + paths(.texts) + ["['web', 'talk']"]
    if around.hasParameters { all.append("p.names") }
    let (list, record) = list(1)
    if let text = facts(record, .text).randomElement(using: &random), chance(3) {
      all.append(over(list, record, "map") { _, variable in "\(variable).\(text)" })
    }
    return pick(all)
  }

  mutating func numbers(_ depth: Int) -> String {
    let (list, record) = list(depth)
    return over(list, record, "map") { writer, variable in
      guard let own = writer.facts(record, .number).randomElement(using: &writer.random), !writer.chance(4)
      else {
        return writer.number(0)
      }
      return "\(variable).\(own)"
    }
  }

  // ── numbers and days ───────────────────────────────────────────────────────

  mutating func number(_ depth: Int) -> String {
    guard depth > 0 else {
      if around.hasParameters, chance(8) { return "p.least" }
      return path(.number, or: String(Int.random(in: 0...4, using: &random)))
    }
    switch Int.random(in: 0..<16, using: &random) {
    case 0, 1: return "(\(number(depth - 1)) \(pick(["+", "-", "*"])) \(number(depth - 1)))"
    case 2: return "\(pick(["min", "max"]))(\(number(depth - 1)), \(number(depth - 1)))"
    case 3, 4: return "\(pick(["sum", "sum", "min", "max"]))(\(numbers(depth)))"
    case 5, 6: return "\(list(depth).0).size()"
    case 7: return "abs(\(number(depth - 1)))"
    case 8:
      let facts = paths(.number, isFactOnly: true).filter { !$0.hasSuffix(".derived") }
      return around.asksWhetherStated && !facts.isEmpty ? "opt(\(pick(facts)), \(number(0)))" : number(0)
    case 9, 10:
      guard !around.tables.isEmpty else { return number(0) }
      return pick(around.tables).split(separator: "#", omittingEmptySubsequences: false)
        .joined(separator: number(depth - 1))
    case 11: return "if(\(condition(depth - 1)), \(number(depth - 1)), \(number(depth - 1)))"
    case 12: return "\(number(depth - 1)) / \(pick(["2", "2", number(0)]))"
    case 13:
      guard let own = facts(.item, .number).first else { return number(0) }
      return pick(["find(plan.items, 'id', \(key())).\(own)", "plan.items[0].\(own)"])
    case 14: return "distinct(\(numbers(depth))).size()"
    default: return number(0)
    }
  }

  mutating func date() -> String {
    let literal = "date('\(pick(RandomVocabulary.days))')"
    guard chance(4) else { return path(.date, or: literal) }
    let days = around.hasParameters && chance(2) ? "p.days" : "20"
    return "days_after(\(path(.date, or: literal)), \(days))"
  }
}
