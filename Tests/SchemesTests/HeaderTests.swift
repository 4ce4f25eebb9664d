import Diagnostics
import Expressions
import Schemes
import Testing
import YAMLTree

@Suite struct `The header of a scheme` {
  @Test func `provenance and sources are read`() throws {
    let scheme = try sound(
      """
      provenance: {kind: reconstructed, by: project, on: 2026-11-22, not_filed_by_company: true}
      sources:
        plan: {ko: 계획서, kind: company_publication, date: 2022-12-29, confidence: verified, url: "https://example.invalid"}
        press: 보도
      notes: 아무 글이나
      plan: {id: P, title: 과수원}
      """)
    #expect(scheme.provenance?.kind == .reconstructed)
    #expect(scheme.provenance?.by == "project")
    #expect(scheme.provenance?.on?.iso == "2026-11-22")
    #expect(scheme.provenance?.isDeclaredNotFiled == true)
    #expect(scheme.sources["plan"]?.title.ko == "계획서")
    #expect(scheme.sources["plan"]?.date?.iso == "2022-12-29")
    #expect(scheme.sources["plan"]?.confidence == "verified")
    #expect(scheme.sources["press"]?.title.en == "보도")
    #expect(scheme.vocabularyID == "orchard_plan")
    #expect(scheme.id == "P")
    #expect(scheme.title == "과수원")
  }

  @Test(arguments: [
    ("provenance: {by: me}", "scheme.bad-provenance"), ("provenance: {kind: field}", "scheme.bad-provenance"),
    ("provenance: filed", "scheme.bad-provenance"),
    ("provenance: {kind: filed, on: 2022. 1. 1.}", "value.not-a-date"),
    ("provenance: {kind: filed, not_filed_by_company: true}", "scheme.bad-provenance"),
    ("provenance: {kind: filed, bye: me}", "scheme.unknown-key"), ("sources: [a]", "file.expected-mapping"),
    ("sources: {a: {knd: news}}", "scheme.unknown-key"), ("incomplete: [[a]]", "file.expected-name"),
  ])
  func `wrong headers`(_ header: String, _ code: String) throws {
    #expect(try codes(header + "\nplan: {id: P}") == [code])
  }

  @Test func `a source may stand in any mapping and the nearest one holds`() throws {
    let scheme = try sound(
      """
      sources: {a: A, b: B, c: C, d: D}
      source: a
      plan:
        cost: 1
        water: {source: [b, c], source_name: 샘, daily: {amount: 3}}
        trees:
        - {id: T1, source: d, age: 3, grafts: [{id: G1, length: 1}, {id: G2, source: c}]}
        - {id: T2, age: 4}
      """)
    #expect(try scheme.sources(of: scheme.fact("plan.cost")) == ["a"])
    #expect(try scheme.sources(of: scheme.fact("plan.water.source_name")) == ["b", "c"])
    #expect(try scheme.sources(of: scheme.fact("plan.water.daily.amount")) == ["b", "c"])
    #expect(try scheme.sources(of: scheme.fact("plan.trees[T1].age")) == ["d"])
    #expect(try scheme.sources(of: scheme.fact("plan.trees[T1].kind")) == ["d"])
    #expect(try scheme.sources(of: scheme.fact("plan.trees[T1].grafts[G1].length")) == ["d"])
    #expect(try scheme.sources(of: scheme.fact("plan.trees[T1].grafts[G2].length")) == ["c"])
    #expect(try scheme.sources(of: scheme.fact("plan.trees[T2].age")) == ["a"])
    let bare = try sound("plan: {cost: 1}")
    #expect(try bare.sources(of: bare.fact("plan.cost")) == [])
  }

  @Test func `a source that nobody declared is reported`() throws {
    let found = try problem("sources: {press: 보도}\nplan: {water: {source: pres}}")
    #expect(found.code == "scheme.unknown-source")
    #expect(found.help?.en == "did you mean `press`?")
    #expect(try codes("plan: {source: [x, y]}") == ["scheme.unknown-source", "scheme.unknown-source"])
    #expect(try codes("sources: {a: A}\nplan: {source: {a: b}}") == ["file.expected-name"])
    _ = try sound("plan: {source: null}")
  }

  @Test(arguments: [
    ("plan: {id: P}", "file.no-format"), ("format: orchard_plan\n", "file.bad-format"),
    ("format: orchard_plan/2\n", "scheme.format"), ("format: other/1\n", "scheme.format"),
    ("- a\n", "file.not-a-mapping"), ("format: [a]\n", "file.bad-format"),
  ])
  func `a file without the vocabulary's format line is refused`(_ text: String, _ code: String) throws {
    var log = DiagnosticLog()
    let scheme = Scheme.load(try tree(text), vocabulary: try orchard(), diagnostics: &log)
    #expect(scheme == nil)
    #expect(log.entries.map(\.code) == [code])
  }

  @Test func `the format must be the first line`() throws {
    var log = DiagnosticLog()
    let scheme = Scheme.load(
      try tree("plan: {id: P}\nformat: orchard_plan/1\n"), vocabulary: try orchard(), diagnostics: &log)
    #expect(scheme != nil)
    #expect(log.entries.map(\.code) == ["file.format-not-first"])
  }
}
