import Diagnostics
import Expressions
import Policies
import Testing

@Suite struct TemplateTests {
  private func message(_ text: String) -> Loaded<Policy> {
    rule(
      "for_each: {as: award, in: scheme.awards}\nlet: {기한: award.first_payment}\nrequire: award.value >= 10\nmessage: \(text)"
    )
  }

  private func pieces(_ template: Template?) -> [String] {
    (template?.ko ?? []).map { piece in
      switch piece {
      case .text(let text): text
      case .value(let value):
        "<\(value.value.source.text) \(value.style.rawValue)"
          + (value.particle.map { " \($0.0)/\($0.1)" } ?? "") + ">"
      }
    }
  }

  @Test(arguments: [
    ("\"{award.id}: {actual}원\"", ["<award.id formatted>", ": ", "<actual formatted>", "원"]),
    ("\"{기한|iso:이/가} {expected|plain}\"", ["<기한 iso 이/가>", " ", "<expected plain>"]),
    ("\"{{그대로}} {award.id:으로/로}\"", ["{그대로} ", "<award.id formatted 으로/로>"]), ("plain text", ["plain text"]),
    ("\"{ award.id }\"", ["<award.id formatted>"]),
  ])
  func `a message is text and placeholders`(text: String, expected: [String]) throws {
    let loaded = message(text)
    #expect(loaded.codes == [])
    #expect(pieces(loaded.model?.rules.first?.requirements.first?.message) == expected)
  }

  @Test func `one language stands for both if it is alone`() throws {
    let template = try #require(
      message("{ko: \"{award.id} 부족\"}").model?.rules.first?.requirements.first?.message)
    #expect(template.ko.count == 2 && template.en.count == 2)
    #expect(message("{kr: x}").marked("policy.unknown-key") == ["kr"])
  }

  @Test(arguments: [
    ("\"a {nope} b\"", "expression.unknown-name", "nope"),
    ("\"{award.valu}\"", "expression.unknown-fact", "valu"),
    ("\"{award.value + 1}\"", "policy.placeholder", "award.value + 1"),
    ("\"a {award.id\"", "policy.placeholder", "{"),
    ("\"a } b\"", "policy.placeholder", "}"), ("\"{award.id|isso}\"", "policy.placeholder", "isso"),
    ("\"{award.id|iso}\"", "policy.placeholder", "award.id|iso"),
    ("\"{award.id:이}\"", "policy.placeholder", "이"),
    ("\"{award.id:a/b}\"", "policy.placeholder", "a/b"), ("\"{}\"", "policy.placeholder", ""),
  ])
  func `a placeholder is checked at its place`(text: String, code: String, place: String) {
    let loaded = message(text)
    #expect(loaded.codes == [code])
    #expect(loaded.marked(code) == [place])
  }

  @Test(arguments: [
    ("가/이", "`이/가`"), ("를/을", "`을/를`"), ("는/은", "`은/는`"), ("와/과", "`과/와`"), ("로/으로", "`으로/로`"),
    ("이/기", "`이/가`"), ("로서/으로서", "`으로서/로서`"), ("을/을", "`을/를`"), ("하/호", "`이/가`"),
  ])
  func `particles that are no pair, or stand in the wrong order, are an error`(pair: String, meant: String) {
    let loaded = message("\"{award.id:\(pair)}\"")
    #expect(loaded.codes == ["policy.placeholder"])
    #expect(loaded.marked("policy.placeholder") == [pair])
    #expect(loaded.help("policy.placeholder")?.contains(meant) == true)
  }

  @Test(arguments: [
    "이/가", "을/를", "은/는", "과/와", "으로/로", "으로서/로서", "으로부터/로부터", "이나/나", "이라고/라고", "과의/와의", "이며/며",
    "이었다/였다", "이에요/예요", "아/야", "은커녕/는커녕",
  ])
  func `every pair of particles that belongs together is read`(pair: String) {
    #expect(message("\"{award.id:\(pair)}\"").codes == [])
  }

  @Test func `a rule without a comparison has no actual to show`() {
    let loaded = rule("require: incident.planned\nmessage: \"{actual}\"")
    #expect(loaded.marked("policy.placeholder") == ["actual"])
  }

  @Test func `a message for no subject at all does not know the subject`() {
    let loaded = rule(
      "for_each: {as: award, in: scheme.awards}\nrequire: award.urgent\nmessage_if_none: \"{award.id}\"")
    #expect(loaded.marked("expression.unknown-name") == ["award"])
  }

  @Test func `a comment after a message is a comment`() {
    #expect(message("{award.id 부족 # 주석").codes == ["policy.placeholder"] || message("x # 주석").codes == [])
    #expect(rule("require: incident.planned\nmessage: 부족 # 주석").codes == [])
  }

  @Test func `a placeholder in a folded text points at its place`() {
    let loaded = rule("require: incident.planned\nmessage: >-\n  한 줄\n  두 줄 {nope} 끝")
    #expect(loaded.marked("expression.unknown-name") == ["nope"])
  }
}
