import Diagnostics
import Findings
import Testing

@testable import Auditing

/// Questions that a person must answer.
@Suite struct ManualTests {
  private static let rule = """
      - id: R
        title: {ko: 값, en: price}
        cite: 제1조
        severity: major
        let:
          twice: {title: {ko: 두 배, en: twice}, unit: KRW, is: shop.price * 2}
        require: shop.price <= 100
        manual_when: shop.open
        question: {ko: "{twice}이면 알맞은가?", en: "is {twice} fair?"}
        exceptions:
          - {id: X, title: {ko: 예외, en: exception}, when: shop.sign, proof: shop.proof}
    """

  @Test(arguments: [
    // A pass and an unknown go to a person, a clear fail stays one.
    ("price: 50, open: true, sign: false", Outcome.manual), ("open: true, sign: false", .manual),
    ("price: 500, open: true, sign: false", .fail),
    // Nothing is asked.
    ("price: 50, open: false, sign: false", .pass), ("open: false, sign: false", .unknown),
    ("price: 500, open: false, sign: false", .fail),
    // Whether to ask is unknown.
    ("price: 50, sign: false", .unknown), ("price: 500, sign: false", .fail), ("sign: false", .unknown),
    // Where the rule does not ask, nobody is asked.
    ("price: 50, open: true, sign: true, proof: p", .notApplicable),
    ("price: 500, open: true, sign: true, proof: p", .notApplicable),
    ("open: true, sign: true, proof: p", .notApplicable),
    ("price: 50, open: false, sign: true, proof: p", .pass),
    // An unknown that is due to an open exception stays unknown.
    ("price: 50, open: true, sign: true", .unknown), ("price: 500, open: true, sign: true", .unknown),
    ("price: 500, open: true", .unknown), ("price: 50, open: false, sign: true", .pass),
  ])
  func `a person is asked`(facts: String, outcome: Outcome) throws {
    let scheme = "shop: {filed: 2023-01-01, \(facts)}"
    #expect(try outcomes(rules: Self.rule, scheme: scheme)["R"] == outcome)
  }

  @Test func `the question shows the computed steps`() throws {
    let scheme = "shop: {filed: 2023-01-01, price: 50, open: true, sign: false}"
    let finding = try #require(try findings(rules: Self.rule, scheme: scheme)["R"])
    #expect(finding.question == LocalizedText(ko: "100원이면 알맞은가?", en: "is KRW 100 fair?"))
    #expect(finding.message == nil)
  }

  private static let judged = """
      - id: M
        title: {ko: 문구, en: words}
        cite: 제1조
        severity: note
        check: manual
        let:
          twice: {title: {ko: 두 배, en: twice}, unit: KRW, is: shop.price * 2}
        actual: twice
        question: {ko: 알맞은가?, en: is it fair?}
        exceptions:
          - {id: X, title: {ko: 예외, en: exception}, when: shop.sign, proof: shop.proof}
      - id: I
        title: {ko: 참고, en: note}
        cite: 제1조
        severity: note
        check: info
        let:
          twice: {title: {ko: 두 배, en: twice}, unit: KRW, is: shop.price * 2}
        actual: shop.price
    """

  @Test(arguments: [
    ("sign: false", Outcome.manual), ("sign: true, proof: p", .notApplicable), ("sign: true", .unknown),
    ("price: 50", .unknown),
  ])
  func `a rule for a person asks unless it is excused`(facts: String, outcome: Outcome) throws {
    #expect(try outcomes(rules: Self.judged, scheme: "shop: {filed: 2023-01-01, \(facts)}")["M"] == outcome)
  }

  @Test func `rules that do not decide show their steps and the actual side`() throws {
    let found = try findings(rules: Self.judged, scheme: "shop: {filed: 2023-01-01, price: 50, sign: false}")
    let manual = try #require(found["M"])
    #expect(manual.actual?.text == "100")
    #expect(manual.actual?.unit == "KRW")
    #expect(manual.steps.map(\.name) == ["twice"])
    let info = try #require(found["I"])
    #expect(info.outcome == .info)
    #expect(info.actual?.text == "50")
    #expect(info.steps.map(\.value.text) == ["100"])
    #expect(info.evidence.map(\.path).contains("shop.price"))
  }
}
