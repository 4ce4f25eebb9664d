import Diagnostics
import Expressions
import Policies
import Testing

@Suite struct PolicyHeaderTests {
  @Test func `a small policy loads without a word`() throws {
    let loaded = policy(PolicyText.plainRule)
    #expect(loaded.codes == [])
    let policy = try #require(loaded.model)
    #expect(policy.id == "kr.test")
    #expect(policy.vocabulary == "compensation_scheme")
    #expect(policy.legal.effect == .law)
    #expect(policy.legal.isVerified)
    #expect(policy.authority.versions.map(\.value.name.ko) == ["과학기술정보통신부"])
    #expect(policy.inForce == .always)
    #expect(policy.program.cells[policy.asOf.index].expression.source.text == "submission.date")
    #expect(policy.rules.map(\.id) == ["R-1"])
  }

  @Test func `every missing key of the header is reported at once`() {
    let loaded = policy("rules: []", header: "format: guideline_policy/1")
    let missing = loaded.log.entries.filter { $0.code == "policy.missing-key" }.map(\.message.en)
    #expect(
      missing
        == ["id", "version", "title", "authority", "legal", "as_of"].map { "missing `\($0)` in a policy" })
    #expect(loaded.model == nil)
  }

  @Test func `a misspelt key is reported at its place with the key that was meant`() {
    let loaded = policy("paramters: {}\n" + PolicyText.plainRule)
    #expect(loaded.marked("policy.unknown-key") == ["paramters"])
    #expect(loaded.help("policy.unknown-key") == "did you mean `parameters`?")
  }

  @Test(arguments: [
    ("format: guideline_policy/2\nid: x", "guideline_policy/2"), ("id: x\nformat: guideline_policy/1", "id"),
    ("- a", "- a"),
  ])
  func `a file without the right first line is refused`(text: String, place: String) {
    let loaded = policy("", header: text)
    #expect(loaded.model == nil)
    #expect(loaded.codes.first == (text.hasPrefix("-") ? "policy.not-a-mapping" : "policy.format"))
    if !text.hasPrefix("-") { #expect(loaded.marked("policy.format") == [place]) }
  }

  @Test func `a policy of another vocabulary is refused`() {
    let loaded = policy("vocabulary: breach_report\n" + PolicyText.plainRule)
    #expect(loaded.marked("policy.unknown-vocabulary") == ["breach_report"])
  }

  @Test func `the vocabulary can be asked for before the policy is loaded`() {
    #expect(
      read("format: guideline_policy/1") { tree, _ in PolicyLoader.vocabularyID(of: tree) }.model
        == "compensation_scheme")
    #expect(read("vocabulary: x") { tree, _ in PolicyLoader.vocabularyID(of: tree) }.model == "x")
  }

  @Test func `an unknown calendar and status get a suggestion`() {
    let header = PolicyText.header.replacingOccurrences("calendar: kr", "calendar: kx")
      .replacingOccurrences("status: notice", "status: notce")
    let loaded = policy(
      PolicyText.rule("require: days_after(incident.date, 3) < submission.date"), header: header)
    #expect(loaded.marked("policy.unknown-calendar") == ["kx"])
    #expect(loaded.help("policy.unknown-calendar") == "did you mean `kr`?")
    #expect(loaded.marked("policy.unknown-word") == ["notce"])
    #expect(loaded.help("policy.unknown-word") == "did you mean `notice`?")
    #expect(!loaded.codes.contains("policy.no-calendar"))
  }

  @Test func `counting days needs a calendar and a way of counting that it has`() {
    let text = PolicyText.rule(
      "let: {a: \"days_after(incident.date, 3)\", b: \"days_after(incident.date, 3, 'duti')\"}\nrequire: a < b"
    )
    let without = policy(
      text, header: PolicyText.header.replacingOccurrences("calendar: kr", "vocabulary: compensation_scheme"))
    #expect(
      without.marked("policy.no-calendar") == [
        "days_after(incident.date, 3)", "days_after(incident.date, 3, 'duti')",
      ])
    let with = policy(text)
    #expect(with.codes == ["policy.unknown-mode"])
    #expect(with.help("policy.unknown-mode") == "did you mean `duty`?")
    #expect(with.marked("policy.unknown-mode").map { $0.dropFirst().dropLast() } == ["duti"])
  }

  @Test(arguments: [
    ("as_of: incident.started", "policy.as-of-type", "write `date_of(incident.started)`"),
    ("as_of: scheme.id", "policy.as-of-type", "name a fact that is a date"),
    ("as_of: p.start", "policy.as-of-dated", "use facts only"),
  ])
  func `as_of is a date made of facts`(line: String, code: String, help: String) {
    let loaded = policy(
      "parameters: {start: {value: 2022-01-01}}\n" + PolicyText.plainRule,
      header: PolicyText.header.replacingOccurrences("as_of: submission.date", line))
    #expect(loaded.codes == [code])
    #expect(loaded.help(code) == help)
  }

  @Test func `an effect stands over the one that follows from the status`() {
    let header = PolicyText.header.replacingOccurrences(
      "{status: notice}", "{status: notice, effect: reference, note: 시험}")
    #expect(policy(PolicyText.plainRule, header: header).model?.legal.effect == .reference)
  }

  @Test func `a rule's own legal nature takes what it does not say from the policy`() {
    let loaded = rule("legal: {status: proposed}\nrequire: true\n")
    #expect(loaded.model?.rules.first?.legal.effect == .draft)
    let note = rule("legal: {note: 비고}\nrequire: true")
    #expect(note.model?.rules.first?.legal.effect == .law)
    #expect(note.model?.rules.first?.legal.note?.ko == "비고")
  }

  @Test func `an authority can be named by a register and bears the name of the day`() throws {
    let register = try #require(RegisterText.load(RegisterText.korea).model)
    let header = PolicyText.header.replacingOccurrences(
      "authority: {id: kr.msit, ko: 과학기술정보통신부, en: Ministry of Science and ICT}", "authority: kr.kmcc")
    let loaded = policy(PolicyText.plainRule, header: header, registers: [register])
    #expect(loaded.codes == [])
    let authority = try #require(loaded.model?.authority)
    let before = try #require(authority.index(on: day("2025-09-30")))
    #expect(authority.versions[before].value.name.ko == "방송통신위원회")
    #expect(authority.versions[before + 1].value.name.ko == "방송미디어통신위원회")
  }

  @Test func `an authority that no register has is reported with a suggestion`() throws {
    let register = try #require(RegisterText.load(RegisterText.korea).model)
    let header = PolicyText.header.replacingOccurrences(
      "authority: {id: kr.msit, ko: 과학기술정보통신부, en: Ministry of Science and ICT}", "authority: kr.kmc")
    let loaded = policy(PolicyText.plainRule, header: header, registers: [register])
    #expect(loaded.marked("policy.unknown-body") == ["kr.kmc"])
    #expect(loaded.help("policy.unknown-body") == "did you mean `kr.kmcc`?")
  }

  @Test func `the tool itself and a history in place can be the authority`() {
    let place = "authority: {id: kr.msit, ko: 과학기술정보통신부, en: Ministry of Science and ICT}"
    let tool = policy(
      PolicyText.plainRule, header: PolicyText.header.replacingOccurrences(place, "authority: tool"))
    #expect(tool.model?.authority.versions.first?.value == .tool)
    let history = policy(
      PolicyText.plainRule,
      header: PolicyText.header.replacingOccurrences(
        place, "authority: {id: kr.x, history: [{from: 2008-02-29, ko: 가}, {from: 2025-10-01, ko: 나}]}"))
    #expect(history.codes == [])
    #expect(
      history.model?.authority.versions.map(\.value) == [
        Authority(id: "kr.x", name: LocalizedText("가")), Authority(id: "kr.x", name: LocalizedText("나")),
      ])
  }

  @Test func `a citation that begins with a source's key holds the full citation`() {
    let loaded = rule("require: true")
    #expect(
      loaded.model?.rules.first?.cite.versions.first?.value
        == LocalizedText(ko: "시험법 제1조", en: "Test Act 제1조"))
    let draft = policy(PolicyText.rule("require: true").replacingOccurrences("act 제1조", "draft 제4조 제1항"))
    let version = draft.model?.rules.first?.cite.versions.first
    #expect(version?.value.ko == "시험 가이드라인(안) 제4조 제1항")
    #expect(version?.provenance.isVerified == false)
  }

  @Test func `a citation that begins with a misspelt key is a warning`() {
    let loaded = policy(PolicyText.rule("require: true").replacingOccurrences("act 제1조", "drat 제1조"))
    #expect(loaded.marked("policy.unknown-source") == ["drat"])
    #expect(loaded.model != nil)
    let korean = policy(PolicyText.rule("require: true").replacingOccurrences("act 제1조", "민법 제1조"))
    #expect(korean.codes == [])
  }

  @Test func `a period that ends before it begins is an error`() {
    let loaded = policy("in_force: {from: 2022-11-01, to: 2022-10-31}\n" + PolicyText.plainRule)
    #expect(loaded.marked("policy.period") == ["2022-10-31"])
    let day = policy("in_force: {from: 2022-11-01, to: 2022-11-01}\n" + PolicyText.plainRule)
    #expect(day.codes == [])
  }

  @Test func `a date that is none is an error at its place`() {
    let loaded = policy("in_force: {from: 2022-13-01}\n" + PolicyText.plainRule)
    #expect(loaded.marked("policy.date") == ["2022-13-01"])
  }

  @Test func `an id with a space or a bracket is refused`() {
    let loaded = policy(
      PolicyText.plainRule, header: PolicyText.header.replacingOccurrences("id: kr.test", "id: kr test"))
    #expect(loaded.marked("policy.identifier") == ["kr test"])
  }

  @Test func `policies with equal ids and rules with equal ids are reported across files`() throws {
    let first = try #require(policy(PolicyText.plainRule).model)
    var second = first
    second.id = "kr.other"
    var log = DiagnosticLog()
    [first, second].checkIDs(diagnostics: &log)
    #expect(log.entries.map(\.code) == ["policy.duplicate-rule"])
    log = DiagnosticLog()
    [first, first].checkIDs(diagnostics: &log)
    #expect(log.entries.map(\.code) == ["policy.duplicate-policy"])
  }
}

extension String {
  /// The text with one piece exchanged; a piece that is not there would make a test prove nothing.
  func replacingOccurrences(_ piece: String, _ other: String) -> String {
    precondition(contains(piece), "`\(piece)` is not in the text")
    return replacing(piece, with: other)
  }
}
