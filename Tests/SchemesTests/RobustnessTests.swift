import Diagnostics
import Expressions
import Schemes
import Testing
import YAMLTree

/// A small generator whose seed a failing test prints.
private struct Dice {
  var state: UInt64

  mutating func roll(_ sides: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(max(sides, 1)))
  }
}

@Suite struct `Whatever a file holds` {
  private static let words = [
    "none", "null", "~", "[]", "{}", "{at_least: 1}", "{either: [1, 2]}", "{at_most: none}", "'1,000'", "all",
    "1e999",
    "0x", "'-'", "[[]]", "{a: b}", "\"\"", "2022-02-30", "9999999999999999999999999999", "3억조만", "'1:99'",
    "1~", "가",
    "true", "yes", "ABSENT", "T00:00Z", "T1", "[T1, all]", "{source: s}", "2022-10-15T15:30+09:00", "-0",
    "'#1'",
  ]

  /// A scheme with random values for random facts.
  private static func scheme(_ dice: inout Dice) -> String {
    func word(_ dice: inout Dice) -> String { words[dice.roll(words.count)] }
    let names = [
      "id", "title", "filed", "started", "organic", "cost", "fruit", "season", "water", "tools", "trees",
      "remarks",
    ]
    var text = "format: orchard_plan/1\nsources: {s: S}\nincomplete: [\(word(&dice)), plan.trees]\nplan:\n"
    for name in names where dice.roll(3) > 0 { text += "  \(name): \(word(&dice))\n" }
    text += "  workers:\n"
    for index in 0..<dice.roll(4) {
      text +=
        "  - {id: \(dice.roll(2) == 0 ? "W\(index)" : word(&dice)), tree: \(word(&dice)), helps: \(word(&dice))}\n"
    }
    return text
  }

  @Test(arguments: 0..<40)
  func `every problem has words, help in reach and a place, and the facts stay whole`(_ block: Int) throws {
    let vocabulary = try orchard()
    for seed in UInt64(block * 50)..<UInt64(block * 50 + 50) {
      var dice = Dice(state: seed &* 7919)
      let text = Self.scheme(&dice)
      var log = DiagnosticLog()
      guard let tree = YAMLTree.parse(SourceFile(path: "s", bytes: Array(text.utf8)), into: &log) else {
        continue
      }
      let scheme = try #require(Scheme.load(tree, vocabulary: vocabulary, diagnostics: &log), "seed \(seed)")
      for problem in log.entries {
        #expect(!problem.message.ko.isEmpty && !problem.message.en.isEmpty, "seed \(seed)")
        #expect(problem.location != nil, "seed \(seed): \(problem.message.en)")
        #expect(problem.message.en.last != ".", "seed \(seed): \(problem.message.en)")
      }
      let facts = scheme.facts
      #expect(
        facts.slots.count == facts.nodes.count && facts.slots.count == facts.owners.count, "seed \(seed)")
      for index in facts.slots.indices {
        let fact = FactID(index)
        #expect(!facts.path(of: fact).isEmpty)
        if case .missing = facts[fact] { continue }
        #expect(facts.nodes[index] != nil, "seed \(seed): \(facts.path(of: fact))")
      }
    }
  }

  @Test(arguments: 0..<20)
  func `any edit leaves a tree that loads`(_ block: Int) throws {
    let vocabulary = try orchard()
    let base = try tree(
      """
      format: orchard_plan/1
      incomplete: [plan.trees]
      plan:
        cost: 1
        water: none
        tools: [a, b]
        trees: [{id: T1, grafts: [{id: G1}]}, {id: T2}]
      """)
    let paths = [
      "plan", "plan.cost", "plan.water.daily.amount", "plan.water", "plan.tools", "plan.tools[a]",
      "plan.tools.x",
      "plan.trees", "plan.trees.T1", "plan.trees[#2]", "plan.trees.T1.grafts.G1.length", "plan.trees.T9",
      "incomplete",
      "sources.s", "plan.source", "plan.trees.T1.grafts[#1]", "nothing.at.all", "plan.cost.at_least",
    ]
    for seed in UInt64(block * 25)..<UInt64(block * 25 + 25) {
      var dice = Dice(state: seed &* 104_729)
      var set = ""
      for path in paths where dice.roll(4) == 0 {
        set += "\"\(path)\": \(Self.words[dice.roll(Self.words.count)])\n"
      }
      guard !set.isEmpty else { continue }
      var log = DiagnosticLog()
      let edited = SchemeEdit.applying(
        try tree(set, "set").root, to: base, vocabulary: vocabulary, diagnostics: &log)
      _ = try #require(Scheme.load(edited, vocabulary: vocabulary, diagnostics: &log), "seed \(seed)")
    }
  }

  @Test func `a scheme with thousands of elements loads whole`() throws {
    let count = 3_000
    var text = "plan:\n  trees:\n"
    for index in 0..<count { text += "  - {id: T\(index), kind: apple, age: \(index)}\n" }
    text += "  workers:\n"
    for index in 0..<count { text += "  - {id: W\(index), tree: T\(count - 1 - index), helps: [all]}\n" }
    let scheme = try sound(text)
    #expect(scheme.facts.records.count == 2 * count + 1)
    #expect(scheme.facts.lists.count == count + 2)
    let type = scheme.facts.environment.records[1]
    let age = try #require(type.slots["age"])
    guard case .number(let last) = scheme.facts[scheme.facts.fact(record: count, slot: age)] else {
      Issue.record("the last tree has no age")
      return
    }
    #expect(last == Rational(count - 1))
  }

  @Test func `records within records of their own kind nest as deep as the file`() throws {
    let (value, log) = try vocabulary(
      """
      format: guideline_vocabulary/1
      id: nest
      version: 1
      facts:
        top.boxes: {type: list, of: box, ko: 상자, en: boxes}
        box.boxes: {type: list, of: box, ko: 상자, en: boxes}
      """)
    #expect(log.isEmpty)
    let nest = try #require(value)
    let depth = 25
    let text =
      "format: nest/1\ntop: {boxes: [" + String(repeating: "{boxes: [", count: depth)
      + String(repeating: "]}", count: depth) + "]}\n"
    var found = DiagnosticLog()
    let scheme = try #require(Scheme.load(try tree(text), vocabulary: nest, diagnostics: &found))
    #expect(found.isEmpty)
    #expect(scheme.facts.records.count == depth + 1)
  }
}
