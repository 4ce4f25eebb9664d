import Diagnostics
import Expressions
import Schemes
import Testing
import YAMLTree

@Suite struct `Edits for policy tests` {
  private let base = """
    format: orchard_plan/1
    incomplete: [plan.tools, "plan.trees[T1].grafts"]
    plan:
      id: P
      cost: 100
      water: null
      tools: [axe, saw]
      trees:
        - {id: T1, kind: apple, age: 7, grafts: [{id: G1, length: 3}]}
        - {id: 나무-2, kind: pear, age: 60}
        - {id: "a]b'c", age: 1}
        - {id: "#4"}
        - {id: a.b, age: 5}
      remarks: [{text: 하나}, {text: 둘}, {text: 셋}]
      workers: none
    """

  /// The scheme after `set:`, and what was reported.
  private func edited(_ set: String) throws -> (scheme: Scheme, log: DiagnosticLog) {
    let set = try tree("set:\n" + set.split(separator: "\n").map { "  " + $0 + "\n" }.joined(), "test.yaml")
    var log = DiagnosticLog()
    let mapping = try #require(set.root["set"])
    let vocabulary = try orchard()
    let original = try tree(base, "base.yaml")
    let result = SchemeEdit.applying(mapping, to: original, vocabulary: vocabulary, diagnostics: &log)
    let scheme = try #require(Scheme.load(result, vocabulary: vocabulary, diagnostics: &log))
    // The tree that was edited is as it was.
    var again = DiagnosticLog()
    let unedited = try #require(Scheme.load(original, vocabulary: vocabulary, diagnostics: &again))
    #expect(try unedited.stated("plan.cost") == "number 100")
    #expect(try unedited.stated("plan.trees") == "list T1,나무-2,'a]b''c','#4',a.b")
    return (scheme, log)
  }

  private func clean(_ set: String) throws -> Scheme {
    let (scheme, log) = try edited(set)
    #expect(log.entries.map { "\($0.code) \($0.message.en)" } == [])
    return scheme
  }

  @Test(arguments: [
    ("plan.cost: 7", "plan.cost", "number 7"), ("plan.cost: null", "plan.cost", "missing"),
    ("plan.cost: none", "plan.cost", "none"), ("plan.cost: {at_least: 3}", "plan.cost", "range 3–…"),
    ("plan.cost: ABSENT", "plan.cost", "missing"), ("plan.organic: true", "plan.organic", "bool true"),
    ("plan.title: \"ABSENT\"", "plan.title", "text ABSENT"),
    ("plan.trees.T1.age: 8", "plan.trees[T1].age", "number 8"),
    ("\"plan.trees[T1].age\": 8", "plan.trees[T1].age", "number 8"),
    ("\"plan.trees[#1].age\": 8", "plan.trees[T1].age", "number 8"),
    ("plan.trees.나무-2.age: 61", "plan.trees[나무-2].age", "number 61"),
    ("\"plan.trees['a]b''c'].age\": 2", "plan.trees['a]b''c'].age", "number 2"),
    ("\"plan.trees['#4'].age\": 2", "plan.trees['#4'].age", "number 2"),
    ("\"plan.trees[a.b].age\": 6", "plan.trees[a.b].age", "number 6"),
    ("\"plan.trees['a.b'].age\": 6", "plan.trees[a.b].age", "number 6"),
    ("\"plan.trees[T1].grafts[G1].length\": 4", "plan.trees[T1].grafts[G1].length", "number 4"),
    ("plan.trees.T1.grafts.G1.length: ABSENT", "plan.trees[T1].grafts[G1].length", "missing"),
    ("plan.trees.T1: ABSENT", "plan.trees", "list 나무-2,'a]b''c','#4',a.b"),
    ("\"plan.remarks[#2]\": ABSENT", "plan.remarks", "list #1,#2"),
    ("\"plan.remarks[#2].text\": 넷", "plan.remarks[#2].text", "text 넷"),
    ("\"plan.tools[axe]\": ABSENT", "plan.tools", "list saw…"),
    ("plan.tools.axe: rake", "plan.tools", "list rake,saw…"),
    ("plan.tools: [rake]", "plan.tools", "list rake…"),
    ("plan.tools.hoe: hoe", "plan.tools", "list axe,saw,hoe…"),
    ("plan.water.source_name: 샘", "plan.water.source_name", "text 샘"),
    ("plan.water.daily.amount: 5", "plan.water.daily.amount", "number 5"),
    ("plan.water: {daily: {amount: 5}}", "plan.water.daily.amount", "number 5"),
    ("plan.water: none", "plan.water.daily.amount", "none"),
    ("계획.이름: 새 이름", "계획.이름", "text 새 이름"), ("plan.trees: ABSENT", "plan.trees", "missing"),
    ("plan.workers: [{id: W}]", "plan.workers", "list W"),
    ("plan.trees.T9: {kind: pear}", "plan.trees", "list T1,나무-2,'a]b''c','#4',a.b,T9"),
    ("plan.trees.T9: {id: T9, kind: pear}", "plan.trees[T9].kind", "text pear"),
    ("\"plan.trees['x]y']\": {age: 3}", "plan.trees['x]y'].age", "number 3"),
    ("\"plan.trees[say \\\"hi\\\"]\": {age: 3}", "plan.trees[say \"hi\"].age", "number 3"),
    ("plan.trees.T1.grafts.G2: {length: 9}", "plan.trees[T1].grafts[G2].length", "number 9"),
  ])
  func `a path is given a value`(_ set: String, _ path: String, _ expected: String) throws {
    #expect(try clean(set).stated(path) == expected)
  }

  @Test func `several assignments work together`() throws {
    let scheme = try clean(
      """
      plan.trees.T9: {kind: pear}
      plan.trees.T9.age: 3
      plan.water.daily.amount: 5
      plan.water.source_name: 샘
      "plan.remarks[#1]": ABSENT
      "plan.remarks[#3]": ABSENT
      """)
    #expect(try scheme.stated("plan.trees[T9].age") == "number 3")
    #expect(try scheme.stated("plan.trees[T9].id") == "text T9")
    #expect(try scheme.stated("plan.water.source_name") == "text 샘")
    #expect(try scheme.stated("plan.water.daily.amount") == "number 5")
    #expect(try scheme.stated("plan.remarks[#1].text") == "text 둘")
    #expect(try scheme.stated("plan.remarks") == "list #1")
  }

  @Test func `an edited fact stands in the file of the edit`() throws {
    let scheme = try clean("plan.cost: 7\nplan.trees.T9: {age: 3}")
    let cost = scheme.facts.span(of: try scheme.fact("plan.cost")).location
    #expect((cost.file, cost.line, cost.column) == ("test.yaml", 2, 14))
    let age = scheme.facts.span(of: try scheme.fact("plan.trees[T9].age")).location
    #expect((age.file, age.line) == ("test.yaml", 3))
    let key = scheme.facts.span(of: try scheme.fact("plan.trees[T9].id")).location
    #expect((key.file, key.line) == ("test.yaml", 3))
    let other = scheme.facts.span(of: try scheme.fact("plan.trees[T1].age")).location
    #expect((other.file, other.line) == ("base.yaml", 9))
  }

  @Test func `incomplete forgets lists that an edit took away`() throws {
    _ = try clean("plan.trees.T1: ABSENT")
    _ = try clean("plan.tools: ABSENT")
    _ = try clean("plan.trees: [{id: X}]")
    #expect(try clean("plan.tools: none").stated("plan.tools") == "none")
    #expect(try clean("incomplete: [plan.trees]").stated("plan.tools") == "list axe,saw")
    #expect(try clean("incomplete: ABSENT").stated("plan.tools") == "list axe,saw")
  }

  @Test(arguments: [
    ("plan.cots: 7", "edit.unknown-fact", "did you mean `cost`?"),
    ("plan..cost: 7", "path.malformed", "scheme.awards"),
    ("plan.trees.T7.age: 8", "edit.unknown-element", "did you mean"),
    ("plan.trees.T7: ABSENT", "edit.unknown-element", "did you mean"),
    ("\"plan.trees[#9].age\": 8", "edit.unknown-element", "give it whole"),
    ("\"plan.trees[#0].age\": 8", "path.malformed", "scheme.awards"),
    ("plan.workers.W.tree: T1", "edit.no-list", "whole list"), ("plan.cost.more: 1", "edit.unknown-fact", ""),
    ("\"plan.cost[1]\": 1", "edit.not-a-list", ""), ("plan.trees.T8: {id: T9}", "edit.other-key", "agree"),
    ("plan.tools.hoe: rake", "edit.other-key", "agree"), ("format: x/1", "edit.unknown-fact", ""),
    ("plan.organic: ABSENT", "edit.nothing-to-remove", "check the path"),
  ])
  func `what cannot be edited is reported`(_ set: String, _ code: String, _ help: String) throws {
    let (_, log) = try edited(set)
    #expect(log.entries.map(\.code) == [code])
    #expect(
      log.entries.first?.help?.en.contains(help) == true || help.isEmpty,
      "\(log.entries.first?.help?.en ?? "")")
    #expect(log.entries.first?.location?.file == "test.yaml")
    #expect(log.entries.first?.location?.line == 2)
  }

  @Test func `a wrong step is pointed at`() throws {
    let (_, log) = try edited("plan.cots: 7")
    #expect(log.entries.first?.location?.column == 8)
    #expect(log.entries.first?.location?.endColumn == 12)
  }

  @Test func `a wrong value is reported by the loader where it stands`() throws {
    let (_, log) = try edited("plan.cost: 1e6\nplan.trees.T1.kind: plum")
    #expect(log.sorted.map(\.code) == ["value.not-a-number", "value.unknown-member"])
    #expect(log.sorted.map { $0.location?.file } == ["test.yaml", "test.yaml"])
  }

  @Test func `paths may be given as text`() throws {
    let value = try #require(try tree("v: 9\n").root["v"])
    var log = DiagnosticLog()
    let vocabulary = try orchard()
    let result = SchemeEdit.applying(
      [(path: "plan.cost", node: value)], to: try tree(base), vocabulary: vocabulary, diagnostics: &log)
    let scheme = try #require(Scheme.load(result, vocabulary: vocabulary, diagnostics: &log))
    #expect(log.isEmpty)
    #expect(try scheme.stated("plan.cost") == "number 9")
  }

  @Test func `a place that aliases share is not edited`() throws {
    let shared = try tree(
      """
      format: orchard_plan/1
      plan:
        trees:
        - {id: T1, grafts: &g [{id: G1, length: 1}]}
        - {id: T2, grafts: *g, age: 3}
      """)
    let set = try tree("\"plan.trees[T1].grafts[G1].length\": 9\n")
    var log = DiagnosticLog()
    _ = SchemeEdit.applying(set.root, to: shared, vocabulary: try orchard(), diagnostics: &log)
    #expect(log.entries.map(\.code) == ["edit.shared-node"])
    var second = DiagnosticLog()
    let result = SchemeEdit.applying(
      try tree("plan.trees.T2.age: 9\n").root, to: shared, vocabulary: try orchard(), diagnostics: &second)
    #expect(second.isEmpty)
    let scheme = try #require(Scheme.load(result, vocabulary: try orchard(), diagnostics: &second))
    #expect(try scheme.stated("plan.trees[T2].age") == "number 9")
  }
}
