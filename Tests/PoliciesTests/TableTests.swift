import Diagnostics
import Expressions
import Policies
import Testing

@Suite struct TableTests {
  /// A policy with one table `t` of the given rows and a call with the given arguments.
  private func table(
    _ rows: [String], inputs: String = "a, b", call: String = "x.group, x.hours", columns: String = "n"
  ) -> Loaded<Policy> {
    let lines = rows.map { "      - [\($0)]" }.joined(separator: "\n")
    return policy(
      """
      tables:
        t:
          title: {ko: 표, en: table}
          inputs: [\(inputs)]
          outputs: [\(columns)]
          rows:
      \(lines)
      """ + "\n" + PolicyText.rule("for_each: {as: x, in: scheme.awards}\nrequire: table.t(\(call)).n > 0"))
  }

  @Test func `a table has typed rows and a record type for them`() throws {
    let loaded = table(
      [
        "free, \"< 2\", 0, true", "free, \"[2..24)\", 3, false", "paid | merchant, -, 1, true",
        "free, \">= 24\", 5, true",
      ], columns: "n, ok")
    #expect(loaded.codes == [])
    let program = try #require(loaded.model?.program)
    let table = program.tables[0]
    #expect(table.inputs.map(\.type) == [.choice(0), .number(unit: "h")])
    #expect(program.environment.records[table.rowType].fields.map(\.type) == [.number(unit: nil), .bool])
    let rows = table.history.versions[0].value
    #expect(rows.count == 4)
    guard case .between(let low?, let high?) = rows[1].conditions[1] else { throw Unexpected() }
    #expect(low.isIncluded && !high.isIncluded)
    guard case .oneOf(let values) = rows[2].conditions[0], case .any = rows[2].conditions[1] else {
      throw Unexpected()
    }
    #expect(values.count == 2)
  }

  private struct Unexpected: Error {}

  @Test(arguments: [
    (["free, \"< 2\", 1", "free, \"[1..3)\", 2"], "a = free, b = 1"),
    (["free, \"<= 2\", 1", "free, \">= 2\", 2"], "a = free, b = 2"),
    (["free, 2, 1", "free | paid, \"(1..3)\", 2"], "a = free, b = 2"),
    (["-, 2, 1", "paid, -, 2"], "a = paid, b = 2"),
    (["free, \"(1..2)\", 1", "free, \"(1..2)\", 2"], "a = free, b = 1.5"),
  ])
  func `rows that match one input are an error with an example`(rows: [String], example: String) {
    let loaded = table(rows)
    #expect(loaded.codes.contains("policy.table-overlap"))
    let message = loaded.log.sorted.first { $0.code == "policy.table-overlap" }
    #expect(message?.message.en == "rows 1 and 2 of table `t` both match, for example \(example)")
    #expect(message?.notes.first?.text.en == "the other row")
    #expect(loaded.model == nil)
  }

  @Test(arguments: [
    (["free, 2, 1", "free | paid, \"(1..3)\", 2"], "every input of row 1 matches row 2 too"),
    (["free | paid, -, 1", "free, \"(1..3)\", 2"], "every input of row 2 matches row 1 too"),
    (["free, \"< 2\", 1", "free, \"< 2\", 2"], "every input of row 2 matches row 1 too"),
  ])
  func `a row that lies within another is named`(rows: [String], note: String) {
    let message = table(rows).log.sorted.first { $0.code == "policy.table-overlap" }
    #expect(message?.notes.map(\.text.en) == ["the other row", note])
  }

  @Test func `a row that no input can meet is an error`() {
    let dates = table(
      ["\"<= 2022-01-01\", 1", "\"(2022-01-01..2022-01-02)\", 2", "\">= 2022-01-02\", 3"], inputs: "a",
      call: "x.first_payment")
    #expect(dates.codes == ["policy.table-unreachable"])
    #expect(dates.marked("policy.table-unreachable") == ["\"(2022-01-01..2022-01-02)\""])
    #expect(
      dates.log.entries.first?.message.en
        == "no input matches row 2 of table `t`, as no value lies in `(2022-01-01..2022-01-02)`")
    #expect(dates.model == nil)
    #expect(
      table(["\"> 9999-12-31\", 1", "\"<= 9999-12-31\", 2"], inputs: "a", call: "x.first_payment").codes == [
        "policy.table-unreachable"
      ])
    #expect(
      table(["\"< 1\", 1", "\"(1..2)\", 2", "1 | 2, 3", "\"> 2\", 4"], inputs: "a", call: "x.hours").codes
        == [])
  }

  @Test(arguments: [
    ("free | paid | free", "`free` is listed twice in one cell (column `a`)"),
    ("\"1 | 2 | 1.0\"", "`1.0` is listed twice in one cell (column `a`)"),
  ])
  func `a value that a cell lists twice is a note`(cell: String, message: String) {
    let isWord = cell.contains("free")
    let loaded = table(
      ["\(cell), 1"] + (isWord ? ["merchant, 2"] : []), inputs: "a", call: isWord ? "x.group" : "x.hours")
    #expect(loaded.codes == ["policy.repeated-value"])
    #expect(loaded.log.entries.first?.severity == .note)
    #expect(loaded.log.entries.first?.message.en == message)
    #expect(loaded.model != nil)
  }

  @Test(arguments: [
    ("≤ 2", "write `<= 2`"), ("≥2", "write `>= 2`"), ("=> 2", "write `>= 2`"), ("＜ 2", "write `< 2`"),
    ("== 2", "write `2`"), ("= 2", "write `2`"), ("!= 2", "list the values that match, like `a | b`"),
  ])
  func `a comparison in another notation is told how to be written`(cell: String, help: String) {
    // Of a text it would otherwise be a text of its own, which nothing equals.
    for call in ["x.hours", "x.id"] {
      let loaded = table(["\"\(cell)\", 1"], inputs: "a", call: call)
      #expect(loaded.codes == ["policy.cell"])
      #expect(loaded.help("policy.cell") == help)
    }
  }

  @Test func `a dash stands alone in its cell`() {
    let loaded = table(["\"a | -\", 1"], inputs: "a", call: "x.id")
    #expect(loaded.codes == ["policy.cell"])
    #expect(loaded.log.entries.first?.message.en == "`-` stands alone in its cell (column `a`)")
  }

  @Test func `dates before the first range and after the last leave a gap, shares above the whole do not`() {
    #expect(
      table(["\"[2022-01-01..2022-12-31]\", 1"], inputs: "a", call: "x.first_payment").log.entries.map(
        \.message.en) == [
          "table `t` has no row for some inputs, for example a = 2021-12-31; a = 2023-01-01"
        ])
    #expect(table(["\"< 50\", 1", "\"[50..100]\", 2"], inputs: "a", call: "x.share").codes == [])
    #expect(
      table(["\"< 50\", 1", "\"[50..99.5]\", 2"], inputs: "a", call: "x.share").log.entries.map(\.message.en)
        == ["table `t` has no row for some inputs, for example a = 100"])
  }

  @Test(arguments: [
    ["free, \"< 2\", 1", "free, \">= 2\", 2", "paid | merchant, -, 3"],
    ["free, \"[0..2]\", 1", "free, \"> 2\", 2", "paid, -, 3", "merchant, -, 3"], ["-, -, 1"],
  ])
  func `neighbouring ranges neither overlap nor leave a gap`(rows: [String]) {
    #expect(table(rows).codes == [])
  }

  @Test(arguments: [
    (["free, \"< 2\", 1", "free, \"> 2\", 2", "paid | merchant, -, 3"], "a = free, b = 2"),
    (["free, -, 1", "paid, -, 3"], "a = merchant, b = -"),
    (["-, \"[2..4)\", 1", "-, \">= 4\", 2"], "a = -, b = 0"),
    (["-, \"< 4\", 1"], "a = -, b = 4; a = -, b = 5"),
  ])
  func `inputs without a row are a warning with examples`(rows: [String], examples: String) {
    let loaded = table(rows)
    #expect(loaded.codes == ["policy.table-gap"])
    #expect(
      loaded.log.entries.first?.message.en == "table `t` has no row for some inputs, for example \(examples)")
    #expect(loaded.model != nil)
  }

  @Test func `open choices and texts have no gaps between their words`() {
    #expect(table(["cash, 1", "credit, 2"], inputs: "a", call: "x.kind").codes == [])
    #expect(table(["cash, 1"], inputs: "a", call: "x.id").codes == [])
    #expect(table(["1, 1", "2, 2"], inputs: "a", call: "scheme.awards.size()").codes == [])
  }

  @Test func `truth values, dates and percentages are told apart`() {
    #expect(table(["true, 1"], inputs: "a", call: "x.urgent").codes == ["policy.table-gap"])
    #expect(table(["true, 1", "false, 2"], inputs: "a", call: "x.urgent").codes == [])
    #expect(table(["\"[0..50)\", 1", "\"[50..100]\", 2"], inputs: "a", call: "x.share").codes == [])
    #expect(
      table(["\"< 2022-01-01\", 1", "\">= 2022-01-02\", 2"], inputs: "a", call: "x.first_payment").codes == [
        "policy.table-gap"
      ])
    #expect(
      table(["\"<= 2022-01-01\", 1", "\">= 2022-01-02\", 2"], inputs: "a", call: "x.first_payment").codes
        == [])
    #expect(
      table(
        ["\"<= 2022-01-01\", 1", "\"(2021-12-31..2022-01-02)\", 2"], inputs: "a", call: "x.first_payment"
      ).codes == ["policy.table-overlap"])
  }

  @Test func `a column has the type of the arguments at its calls`() {
    let member = table(["fre, 1, 1", "paid, 1, 2"])
    #expect(member.marked("policy.unknown-member") == ["fre"])
    #expect(member.help("policy.unknown-member") == "did you mean `free`?")
    #expect(table(["free, x, 1"]).marked("policy.value") == ["x"])
    #expect(table(["\"1\", 1", "\"2\", 2"], inputs: "a", call: "x.id").codes == [])
    #expect(table(["A1, 1"], inputs: "a", call: "x.service").codes == [])
  }

  @Test func `a list or record is no input of a table`() {
    #expect(
      table(["1, 1"], inputs: "a", call: "scheme.channels").marked("policy.table-argument") == [
        "scheme.channels"
      ])
  }

  @Test func `a declared column type stands over the look`() {
    let loaded = table(["\"017\", 1"], inputs: "{name: a, type: string, title: 갑}", call: "x.id")
    #expect(loaded.codes == [])
    #expect(loaded.model?.program.tables[0].inputs[0].type == .string)
  }

  @Test(arguments: [
    ("free, [1..2], 1", "policy.cell"), ("free, \"[1..2\", 1", "policy.cell"),
    ("free, \"<\", 1", "policy.cell"),
    ("free, \"[3..2]\", 1", "policy.empty-range"), ("free, \"(2..2]\", 1", "policy.empty-range"),
    ("free, 1", "policy.row-length"), ("\"< free\", 1, 1", "policy.cell"),
    ("free, 1, \"-\"", "policy.output-cell"),
    ("free | , 1, 1", "policy.cell"), ("free, 017, 1", "policy.value"),
  ])
  func `a cell that cannot be read is an error`(row: String, code: String) {
    #expect(table([row]).codes.contains(code))
  }

  @Test func `outputs of a column have one type`() {
    #expect(table(["free, 1, 1", "paid, 1, x"]).marked("policy.types-differ") == ["x"])
  }

  @Test func `only the unique hit policy is known, and columns have different names`() {
    let loaded = policy(
      "tables: {t: {inputs: [a], outputs: [a], hit: first, rows: [[1, 2]]}}\n" + PolicyText.plainRule)
    #expect(loaded.marked("policy.unknown-word") == ["first"])
    let twice = policy("tables: {t: {inputs: [a, a], outputs: [b], rows: []}}\n" + PolicyText.plainRule)
    #expect(twice.codes == ["policy.duplicate-name"])
  }

  @Test func `a table has versions and an as_of of its own`() throws {
    let loaded = policy(
      """
      tables:
        t:
          as_of: incident.date
          inputs: [h]
          outputs: [n]
          history:
            - {from: 2019-06-25, cite: act 별표, rows: [["< 4", 1], [">= 4", 2]]}
            - {from: 2025-03-28, rows: [["< 2", 1], [">= 2", 2]]}
      """ + "\n" + PolicyText.rule("for_each: {as: x, in: scheme.awards}\nrequire: table.t(x.hours).n > 0"))
    #expect(loaded.codes == [])
    let table = try #require(loaded.model?.program.tables.first)
    #expect(table.history.versions.map(\.value.count) == [2, 2])
    #expect(table.asOf != nil)
    #expect(table.history.versions[0].provenance.cite?.ko == "시험법 별표")
  }

  @Test func `a table that is too large is refused, not suffered`() {
    let rows = (0..<2_001).map { "\($0), 1" }
    #expect(table(rows, inputs: "a", call: "scheme.awards.size()").codes == ["policy.table-size"])
  }
}
