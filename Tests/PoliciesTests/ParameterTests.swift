import Diagnostics
import Expressions
import Policies
import Testing

@Suite struct ParameterTests {
  private func parameters(_ text: String) -> Loaded<Policy> {
    policy(
      "parameters:\n" + text.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n") + "\n"
        + PolicyText.plainRule)
  }

  private func first(_ text: String) -> Parameter? {
    parameters(text).model?.program.parameters.first
  }

  @Test func `a parameter keeps its history with the source of every version`() throws {
    let loaded = parameters(
      """
      days:
        title: {ko: 기한, en: deadline}
        unit: days
        stricter: lower
        as_of: incident.date
        history:
          - {from: 2022-11-01, value: 45, cite: draft 제4조}
          - {from: 2024-01-01, to: 2024-12-31, value: 30, cite: act 제4조, verified: false, default: true, note: 비고}
      """)
    #expect(loaded.codes == [])
    let policy = try #require(loaded.model)
    let parameter = try #require(policy.program.parameters.first)
    #expect(parameter.type == .number(unit: "days"))
    #expect(parameter.stricter == .lower)
    #expect(parameter.title.en == "deadline")
    let versions = parameter.history.versions
    #expect(versions.map { $0.from?.iso } == ["2022-11-01", "2024-01-01"])
    #expect(versions.map { $0.to?.iso } == [nil, "2024-12-31"])
    #expect(versions.map(\.provenance.cite?.ko) == ["시험 가이드라인(안) 제4조", "시험법 제4조"])
    #expect(versions.map(\.provenance.isVerified) == [false, false])
    #expect(versions.map(\.provenance.isDefault) == [false, true])
    #expect(parameter.asOf.map { policy.program.cells[$0.index].expression.source.text } == "incident.date")
    #expect(parameter.history.index(on: day("2022-10-31")) == nil)
    #expect(parameter.history.index(on: day("2024-12-31")) == 1)
    #expect(parameter.history.index(on: day("2025-01-01")) == nil)
  }

  @Test(arguments: [
    ("a: {value: 45}", ValueType.number(unit: nil)), ("a: {value: -12.50, unit: KRW}", .number(unit: "KRW")),
    ("a: {value: \"45\"}", .number(unit: nil)), ("a: {value: \"45\", type: string}", .string),
    ("a: {value: true}", .bool), ("a: {value: 2022-12-29}", .date),
    ("a: {value: \"2022-10-15T15:30+09:00\"}", .timestamp), ("a: {value: 1h30m, type: duration}", .duration),
    ("a: {value: 과기정통부}", .string), ("a: {value: no, type: string}", .string),
    ("a: {value: \"no\"}", .string),
    ("a: {value: 017, type: string}", .string), ("a: {value: 2022-13-45, type: string}", .string),
    ("a: {value: free, choices: groups}", .choice(0)), ("a: {value: [1, 2]}", .list(.number(unit: nil))),
    ("a: {value: [1, 2], unit: h}", .list(.number(unit: "h"))),
    ("a: {value: [online, phone]}", .list(.string)),
    ("a: {value: [free, paid], choices: groups}", .list(.choice(0))),
    ("a: {value: online, type: list, of: string}", .list(.string)),
    ("a: {value: [], type: list, of: string}", .list(.string)),
    ("a: [{from: 2022-01-01, value: 3}]", .number(unit: nil)), ("a: 3", .number(unit: nil)),
    ("a: [1, 2]", .list(.number(unit: nil))),
  ])
  func `a value has the type of its look unless one is declared`(text: String, type: ValueType) {
    let loaded = parameters(text)
    #expect(loaded.codes == [])
    #expect(loaded.model?.program.parameters.first?.type == type)
  }

  @Test(arguments: [
    ("1:30", nil), ("yes", "true"), ("off", "false"), ("True", "true"), ("017", "17"), ("-00.5", "-0.5"),
    ("1e6", "1000000"), ("1.5e3", "1500"), ("1e99", nil), ("0x1F", "31"), ("1_000", "1000"), (".5", "0.5"),
    ("3억", "300000000"),
    ("5000만원", "50000000"),
    ("2022-13-01", nil), ("2022-1-5", "2022-01-05"), ("2022-10-15T15:30", "2022-10-15T15:30+09:00"),
  ])
  func `a plain value that other readers take for something else is refused`(value: String, spelling: String?)
  {
    let loaded = parameters("a: {value: \(value)}")
    #expect(loaded.marked("policy.value") == [value])
    #expect(loaded.codes == ["policy.value"])
    let help = loaded.help("policy.value")
    if let spelling {
      #expect(help == "write `\(spelling)`, or add `type: string` if it is a text")
    } else {
      #expect(help == "correct it, or add `type: string` if it is a text")
    }
  }

  @Test func `a comma that cuts a number in two is explained`() {
    #expect(parameters("a: {value: 1,000}").marked("policy.split-number") == ["000"])
  }

  @Test(arguments: [
    ("a: {value: x, type: number}", "x"), ("a: {value: 1, type: date}", "1"),
    ("a: {value: maybe, type: bool}", "maybe"),
    ("a: {value: 3 days, type: duration}", "3 days"), ("a: {value: 2022-12-29, unit: days}", "2022-12-29"),
  ])
  func `a value that is not of the declared type is an error`(text: String, place: String) {
    #expect(parameters(text).marked("policy.value") == [place])
  }

  @Test func `a member that a choice does not have gets a suggestion`() {
    let shared = parameters("a: {value: fre, choices: groups}")
    #expect(shared.marked("policy.unknown-member") == ["fre"])
    #expect(shared.help("policy.unknown-member") == "did you mean `free`?")
    let inPlace = parameters("a: {value: tuesday, choices: {monday: {ko: 월, en: Monday}}}")
    #expect(inPlace.marked("policy.unknown-member") == ["tuesday"])
    #expect(parameters("a: {value: tuesday, choices: [monday], open: true}").codes == [])
    #expect(
      parameters("a: {value: x, choices: grups}").help("policy.unknown-choice") == "did you mean `groups`?")
  }

  @Test func `all values of a parameter have one type`() {
    let loaded = parameters("a: {history: [{from: 2022-01-01, value: 1}, {from: 2023-01-01, value: x}]}")
    #expect(loaded.codes == ["policy.types-differ"])
    #expect(parameters("a: {value: [1, x]}").marked("policy.types-differ") == ["x"])
  }

  @Test func `versions stand in the order of their days, each once`() {
    let order = parameters("a: {history: [{from: 2023-01-01, value: 1}, {from: 2022-01-01, value: 2}]}")
    #expect(order.marked("policy.history-order") == ["2022-01-01"])
    let twice = parameters("a: {history: [{from: 2023-01-01, value: 1}, {from: 2023-01-01, value: 2}]}")
    #expect(twice.codes == ["policy.history-order"])
    let overlap = parameters(
      "a: {history: [{from: 2022-01-01, to: 2023-01-01, value: 1}, {from: 2023-01-01, value: 2}]}")
    #expect(overlap.codes == ["policy.history-order"])
    let next = parameters(
      "a: {history: [{from: 2022-01-01, to: 2022-12-31, value: 1}, {from: 2023-01-01, value: 2}]}")
    #expect(next.codes == [])
    #expect(parameters("a: {history: [{value: 1}, {value: 2}]}").codes == ["policy.missing-key"])
    #expect(parameters("a: {history: []}").codes == ["policy.empty-history"])
  }

  @Test func `a direction must fit the type`() {
    #expect(parameters("a: {value: 1, stricter: more}").marked("policy.stricter") == ["more"])
    #expect(parameters("a: {value: [a], stricter: lower}").marked("policy.stricter") == ["lower"])
    #expect(parameters("a: {value: [a], stricter: more}").codes == [])
  }

  @Test func `an expression that uses a broken parameter is not blamed besides`() {
    let loaded = policy(
      "parameters: {a: {value: 1e6}}\n" + PolicyText.rule("require: p.a > 3 && p.a.b == 'p.a'"))
    #expect(loaded.codes == ["policy.value"])
    let other = policy("parameters: {a: {value: 1e6}}\n" + PolicyText.rule("require: p.a > p.b"))
    #expect(other.codes == ["policy.value", "expression.unknown-parameter"])
  }

  @Test func `a parameter's own choices and units reach the expressions`() {
    let loaded = rule(
      "for_each: {as: a, in: scheme.awards}\nrequire: a.group in p.groups && a.value > p.floor",
      parameters: "parameters: {groups: {value: [free], choices: groups}, floor: {value: 10, unit: KRW}}")
    #expect(loaded.codes == [])
    let units = rule(
      "for_each: {as: a, in: scheme.awards}\nrequire: a.value > p.floor",
      parameters: "parameters: {floor: {value: 10, unit: h}}")
    #expect(units.codes == ["expression.unit"])
  }
}
