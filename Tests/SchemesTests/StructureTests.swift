import Diagnostics
import Expressions
import Schemes
import Testing

@Suite struct `The structure of a scheme` {
  @Test func `keyed elements are found by their keys and nested lists hang below them`() throws {
    let scheme = try sound(
      """
      plan:
        trees:
          - {id: T1, kind: apple, age: 7, grafts: [{id: G1, length: 3}, {id: G2}]}
          - {id: "T]2", age: 60}
        workers:
          - {id: W1, tree: T1, helps: [all]}
          - {id: W2, tree: "T]2", helps: [T1, "T]2"]}
        remarks: [{text: 하나}, {}]
        tools: []
      """)
    #expect(try scheme.stated("plan.trees") == "list T1,'T]2'")
    #expect(try scheme.stated("plan.trees[T1].grafts") == "list G1,G2")
    #expect(try scheme.stated("plan.trees[T1].grafts[G1].length") == "number 3")
    #expect(try scheme.stated("plan.trees['T]2'].age") == "number 60")
    #expect(try scheme.stated("plan.workers[W2].helps") == "list T1,T]2")
    #expect(try scheme.stated("plan.remarks") == "list #1,#2")
    #expect(try scheme.stated("plan.remarks[#2].text") == "missing")
    #expect(try scheme.stated("plan.tools") == "list ")
  }

  @Test(arguments: ["나무-1", "T]2", "T'3", "#4", "a.b", "a b", "T[5", "약관 제15조제2항", "🌳", "2022-12-29"])
  func `keys of all kinds are kept`(_ key: String) throws {
    let quoted =
      "'" + key.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    let scheme = try sound("plan: {trees: [{id: \(quoted), age: 3}], workers: [{id: W, tree: \(quoted)}]}")
    let label = key == "T]2" || key == "#4" ? "'\(key)'" : key == "T'3" ? "'T''3'" : key
    #expect(try scheme.stated("plan.trees[\(label)].age") == "number 3")
  }

  @Test func `a decomposed Hangul key names the same element`() throws {
    let decomposed = "\u{1102}\u{1161}\u{1106}\u{116E}"
    let scheme = try sound("plan: {trees: [{id: \(decomposed)}], workers: [{id: W, tree: 나무}]}")
    #expect(try scheme.stated("plan.trees[나무].id") == "text 나무")
  }

  @Test func `facts may have Hangul names`() throws {
    #expect(try sound("계획: {이름: 과수원}").stated("계획.이름") == "text 과수원")
  }

  // ── keys ─────────────────────────────────────────────────────────────────────

  @Test(arguments: ["{age: 3}", "{id: null, age: 3}", "{id: none, age: 3}", "{}", "{id: {either: [A, B]}}"])
  func `an element without a key is reported`(_ element: String) throws {
    let found = try problem("plan: {trees: [{id: T1}, \(element)]}")
    #expect(found.code == "scheme.missing-key")
    #expect(found.message.en == "this `tree` has no `id`")
    #expect(found.message.ko == "이 `tree` 항목에 `id`이(가) 없습니다")
  }

  @Test func `a key that cannot be read is reported once`() throws {
    #expect(try codes("plan: {trees: [{id: 없음}]}") == ["value.state-spelling"])
    #expect(try codes("plan: {trees: [{id: [A]}]}") == ["scheme.expected-value"])
  }

  @Test func `a repeated key points at the first`() throws {
    let found = try problem("plan:\n  trees:\n  - {id: T1}\n  - {id: T2}\n  - {id: T1}\n")
    #expect(found.code == "scheme.repeated-key")
    #expect(found.location?.line == 6)
    #expect(found.notes.first?.location?.line == 4)
  }

  @Test func `the same key may stand in different lists`() throws {
    _ = try sound("plan: {trees: [{id: A, grafts: [{id: A}]}, {id: B, grafts: [{id: A}]}]}")
  }

  @Test func `all cannot name an element that all may stand for`() throws {
    #expect(try codes("plan: {trees: [{id: all}]}") == ["scheme.reserved-key"])
    _ = try sound("plan: {workers: [{id: all}]}")
  }

  // ── references ───────────────────────────────────────────────────────────────

  @Test func `a reference that names nothing is reported with the nearest key`() throws {
    let found = try problem("plan: {trees: [{id: apple-1}], workers: [{id: W, tree: aple-1}]}")
    #expect(found.code == "scheme.dangling-reference")
    #expect(found.message.en == "no element `aple-1` in `plan.trees`")
    #expect(found.help?.en == "did you mean `apple-1`?")
  }

  @Test func `a reference may stand before the list it leads to`() throws {
    _ = try sound("plan: {workers: [{id: W, tree: T1}], trees: [{id: T1}]}")
  }

  @Test func `all stands only where the vocabulary allows it`() throws {
    let found = try problem("plan: {trees: [{id: T1}], workers: [{id: W, tree: all}]}")
    #expect(found.code == "scheme.dangling-reference")
    #expect(found.help?.en.contains("does not take `all`") == true)
  }

  @Test func `a reference into a list that is not whole or not stated is left open`() throws {
    _ = try sound("incomplete: [plan.trees]\nplan: {trees: [{id: T1}], workers: [{id: W, tree: T9}]}")
    _ = try sound("plan: {workers: [{id: W, tree: T9}]}")
    _ = try sound("plan: {trees: null, workers: [{id: W, tree: T9}]}")
    #expect(try codes("plan: {trees: none, workers: [{id: W, tree: T9}]}") == ["scheme.dangling-reference"])
    #expect(try codes("plan: {trees: [], workers: [{id: W, helps: [T9]}]}") == ["scheme.dangling-reference"])
  }

  @Test func `states of a reference are states`() throws {
    let scheme = try sound("plan: {trees: [], workers: [{id: W, tree: none}, {id: V, tree: null}]}")
    #expect(try scheme.stated("plan.workers[W].tree") == "none")
    #expect(try scheme.stated("plan.workers[V].tree") == "missing")
  }

  // ── incomplete ───────────────────────────────────────────────────────────────

  @Test func `incomplete marks lists, also inside of elements`() throws {
    let scheme = try sound(
      """
      incomplete: [plan.tools, "plan.trees['T]2'].grafts", "plan.trees[T1].grafts", "plan.remarks"]
      plan:
        tools: [axe]
        remarks: []
        trees: [{id: T1, grafts: []}, {id: "T]2", grafts: [{id: G}]}, {id: T3, grafts: []}]
      """)
    #expect(try scheme.stated("plan.tools") == "list axe…")
    #expect(try scheme.stated("plan.remarks") == "list …")
    #expect(try scheme.stated("plan.trees") == "list T1,'T]2',T3")
    #expect(try scheme.stated("plan.trees[T1].grafts") == "list …")
    #expect(try scheme.stated("plan.trees['T]2'].grafts") == "list G…")
    #expect(try scheme.stated("plan.trees[T3].grafts") == "list ")
  }

  @Test(arguments: [
    ("plan.tres", "scheme.unknown-fact"), ("plan.cost", "scheme.incomplete-no-list"),
    ("plan", "scheme.incomplete-no-list"),
    ("plan.trees[T1]", "scheme.incomplete-no-list"), ("plan.trees[T9].grafts", "scheme.unknown-element"),
    ("plan.trees[T1].kind", "scheme.incomplete-no-list"), ("plan.workers", "scheme.incomplete-unstated"),
    ("plan.tools", "scheme.incomplete-none"), ("plan.trees[T1", "path.malformed"),
    ("plan..trees", "path.malformed"),
    ("plan[x].trees", "scheme.incomplete-no-list"), ("plan.water.source_name.x", "scheme.incomplete-no-list"),
  ])
  func `incomplete names stated lists only`(_ path: String, _ code: String) throws {
    #expect(
      try codes("incomplete: ['\(path)']\nplan: {cost: 1, tools: none, trees: [{id: T1, kind: apple}]}") == [
        code
      ])
  }

  @Test func `a wrong step of incomplete is pointed at`() throws {
    let found = try problem("incomplete: ['plan.tres']\nplan: {trees: []}")
    #expect(found.location?.column == 20)
    #expect(found.help?.en == "did you mean `trees`?")
  }

  // ── kinds of nodes ───────────────────────────────────────────────────────────

  @Test(arguments: [
    ("plan: [1]", "scheme.expected-group"), ("plan: text", "scheme.expected-group"),
    ("plan: {cost: [1]}", "scheme.expected-value"), ("plan: {cost: {value: 1}}", "scheme.expected-value"),
    ("plan: {organic: {value: true}}", "scheme.expected-value"),
    ("plan: {tools: axe}", "scheme.expected-list"), ("plan: {tools: {a: b}}", "scheme.expected-list"),
    ("plan: {trees: {T1: {age: 3}}}", "scheme.expected-list"), ("plan: {trees: T1}", "scheme.expected-list"),
    ("plan: {tools: {either: [[a], [b]]}}", "scheme.expected-list"),
    ("plan: {trees: [T1]}", "scheme.expected-element"), ("plan: {trees: [[T1]]}", "scheme.expected-element"),
    ("plan: {trees: [null]}", "scheme.empty-element"), ("plan: {trees: [none]}", "scheme.empty-element"),
    ("plan: {tools: [axe, null]}", "scheme.empty-element"), ("plan: {tools: [none]}", "scheme.empty-element"),
    ("plan: {tools: [[axe]]}", "scheme.expected-value"),
    ("plan: {water: {daily: 3}}", "scheme.expected-group"),
    ("plan: {trees: [{id: T1, old: true}]}", "scheme.derived-fact"),
  ])
  func `wrong kinds of nodes`(_ body: String, _ code: String) throws {
    let found = try problem(body)
    #expect(found.code == code)
    #expect(!found.message.ko.isEmpty)
  }

  @Test func `a text listed twice is a warning`() throws {
    let (_, log) = try load("plan: {tools: [axe, saw, axe]}")
    #expect(log.entries.map(\.code) == ["scheme.repeated-value"])
    #expect(!log.hasErrors)
  }

  // ── unknown names ────────────────────────────────────────────────────────────

  @Test(arguments: [
    ("plan: {cots: 1}", "did you mean `cost`?"), ("plans: {cost: 1}", "did you mean `plan`?"),
    ("incomplet: []", "did you mean `incomplete`?"),
    ("plan: {trees: [{id: T1, ag: 3}]}", "did you mean `age`?"),
    ("plan: {water: {dayly: {amount: 1}}}", "did you mean `daily`?"),
    ("plan: {length: 3}", "it belongs to `graft.length`"), ("plan.cost: 3", "nest the names"),
    ("plan: {trees: [{id: T1, sourc: x}]}", "did you mean `source`?"),
    ("plan: {zzzzzzzz: 1}", "expected one of `id`"),
    ("plan: {cost: 1,000}", "a comma parts entries"),
    ("plan: {title: first, then second}", "put a text in quotes"),
  ])
  func `an unknown name is reported with what was meant`(_ body: String, _ help: String) throws {
    let found = try problem(body)
    #expect(found.code == "scheme.unknown-fact")
    #expect(found.help?.en.contains(help) == true, "\(found.help?.en ?? "")")
  }

  @Test func `every problem is reported in one pass`() throws {
    #expect(
      try codes(
        """
        sources: {a: A}
        incomplete: [plan.nothing]
        plan:
          cost: 1,000
          organic: yes
          filed: 2022. 10. 15.
          started: 2022-10-15T15:30
          fruit: plum
          trees:
          - {id: T1, age: 3억, soure: a}
          - {id: T1, source: b}
          - {age: 3}
          workers: [{id: W, tree: T7}]
          mystery: 1
        """) == [
          "scheme.unknown-fact", "value.not-a-number", "value.not-a-boolean", "value.not-a-date",
          "value.not-a-timestamp", "value.unknown-member", "value.not-a-number", "scheme.unknown-fact",
          "scheme.repeated-key", "scheme.unknown-source", "scheme.missing-key", "scheme.dangling-reference",
          "scheme.unknown-fact",
        ])
  }

  @Test func `problems beyond the limit are counted`() throws {
    let body = "plan:\n" + (0..<DiagnosticLog.limit + 7).map { "  unknown\($0): 1\n" }.joined()
    let log = try load(body).log
    #expect(log.entries.count == DiagnosticLog.limit)
    #expect(log.omitted == 7)
  }

  // ── conditions ───────────────────────────────────────────────────────────────

  @Test func `a fact may be stated only where it exists`() throws {
    _ = try sound(
      "plan: {trees: [{id: T1, kind: pear, ripe: 2022-10-15}, {id: T2, kind: apple}, {id: T3, kind: apple, ripe: none}]}"
    )
    _ = try sound("plan: {trees: [{id: T1, ripe: 2022-10-15}, {id: T2, kind: null, ripe: 2022-10-15}]}")
    let found = try problem("plan: {trees: [{id: T1, kind: apple, ripe: 2022-10-15}]}")
    #expect(found.code == "scheme.inapplicable-fact")
    #expect(found.message.en.contains("`tree.kind == 'pear'`"))
  }
}
