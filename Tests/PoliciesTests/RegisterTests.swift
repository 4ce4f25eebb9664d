import Diagnostics
import Expressions
import Policies
import Testing

/// Registers for tests.
enum RegisterText {
  static let korea = """
    format: guideline_register/1
    id: kr
    bodies:
      kr.msit: {ko: 과학기술정보통신부, en: Ministry of Science and ICT}
      kr.kmcc:
        names:
          - {from: 2008-02-29, ko: 방송통신위원회, en: KCC}
          - {from: 2025-10-01, ko: 방송미디어통신위원회, en: KMCC}
        competence: {ko: 이용자 보호, en: user protection}
    instruments:
      decree:
        kind: decree
        title: {ko: 전기통신사업법 시행령, en: Decree}
        body: kr.kmcc
        url: https://example.invalid/decree
        articles:
          notice:
            numbers:
              - {from: 2019-06-25, number: {ko: 제37조의11, en: art. 37-11}}
              - {from: 2022-12-11, number: 제37조의12}
            title: 중단 고지
          terms: {number: 제28조, covered: false, why: {ko: 약관 심사 대상, en: terms review}}
          damages: 제33조
    """

  static func load(_ text: String) -> Loaded<Register> {
    read(text) { Register.load($0, diagnostics: &$1) }
  }
}

@Suite struct RegisterTests {
  @Test func `bodies, instruments and articles bear the names of their days`() throws {
    let loaded = RegisterText.load(RegisterText.korea)
    #expect(loaded.codes == [])
    let register = try #require(loaded.model)
    #expect(register.bodies.map(\.id) == ["kr.msit", "kr.kmcc"])
    #expect(register.body("kr.kmcc")?.names.versions.map(\.value.en) == ["KCC", "KMCC"])
    #expect(register.body("kr.kmcc")?.competence?.ko == "이용자 보호")
    let decree = try #require(register.instruments.first)
    #expect(decree.kind == .decree)
    #expect(decree.articles.map(\.id) == ["notice", "terms", "damages"])
    #expect(decree.articles[0].numbers.versions.map(\.value.ko) == ["제37조의11", "제37조의12"])
    #expect(decree.articles[0].numbers.versions.map(\.value.en) == ["art. 37-11", "제37조의12"])
    #expect(decree.articles.map(\.isCovered) == [true, false, true])
    #expect(decree.articles[1].why?.en == "terms review")
  }

  @Test func `bodies may stand in a list`() throws {
    let loaded = RegisterText.load(
      "format: guideline_register/1\nid: kr\nbodies:\n  - {id: kr.ftc, ko: 공정위, en: FTC}")
    #expect(loaded.codes == [])
    #expect(loaded.model?.bodies.map(\.id) == ["kr.ftc"])
  }

  @Test func `all problems of a register are reported together`() {
    let loaded = RegisterText.load(
      """
      format: guideline_register/1
      bodies:
        - {id: a, ko: 갑}
        - {id: a, ko: 갑}
        - {ko: 을}
        - {id: c}
      instruments:
        i: {kind: statut, title: x, body: b, articles: {q: {covered: false}}}
      """)
    #expect(
      loaded.codes.sorted() == [
        "register.duplicate-id", "register.missing-key", "register.missing-key", "register.missing-text",
        "register.unknown-body", "register.unknown-word",
      ])
    #expect(loaded.model == nil)
  }
}
