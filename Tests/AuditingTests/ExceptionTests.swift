import Diagnostics
import Findings
import Testing

@testable import Auditing

/// Exceptions: refused, granted or open, and what they make of a verdict.
@Suite struct ExceptionTests {
  private static func rule(_ exceptions: String, more: String = "") -> String {
    """
      - id: R
        title: {ko: 값, en: price}
        cite: 제1조
        severity: major
        let:
          limit: {title: {ko: 한도, en: limit}, is: "100 + 0"}
          half: {title: {ko: 절반, en: half}, is: limit / 2}
        require: shop.price <= limit
    \(more)
        exceptions:
    \(exceptions)
    """
  }

  private static let excuse = """
          - {id: X, title: {ko: 소규모, en: small}, when: shop.open, proof: shop.proof}
    """

  @Test(arguments: [
    // Refused: the verdict stands.
    ("price: 50, open: false", Outcome.pass, nil as String?), ("price: 500, open: false", .fail, nil),
    ("open: false", .unknown, nil),
    // Granted: a pass stays one, everything else is excused.
    ("price: 50, open: true, proof: p", .pass, nil),
    ("price: 500, open: true, proof: p", .notApplicable, "X"),
    ("open: true, proof: p", .notApplicable, "X"),
    // Open, for want of proof or of the condition.
    ("price: 50, open: true", .pass, nil), ("price: 500, open: true", .unknown, "X"),
    ("price: 500, proof: p", .unknown, "X"), ("price: 50", .pass, nil),
    // A proof that is declared not to exist supports nothing.
    ("price: 500, open: true, proof: none", .unknown, "X"),
  ])
  func `an excuse`(facts: String, outcome: Outcome, exception: String?) throws {
    let scheme = "shop: {filed: 2023-01-01, \(facts)}"
    let finding = try #require(try findings(rules: Self.rule(Self.excuse), scheme: scheme)["R"])
    #expect(finding.outcome == outcome)
    #expect(finding.exception?.id == exception)
  }

  @Test func `a claim without proof names the proof and its state`() throws {
    let scheme = "shop: {filed: 2023-01-01, price: 500, open: true}"
    let finding = try #require(try findings(rules: Self.rule(Self.excuse), scheme: scheme)["R"])
    #expect(finding.missing.map(\.path) == ["shop.proof"])
    #expect(finding.missing.map(\.kind) == [.proof])
    #expect(finding.exception?.state == .claimed)
    #expect(finding.exception?.proof == "shop.proof")
  }

  @Test func `a granted excuse names what it rests on`() throws {
    let scheme = "shop: {filed: 2023-01-01, price: 500, open: true, proof: p}"
    let finding = try #require(try findings(rules: Self.rule(Self.excuse), scheme: scheme)["R"])
    #expect(finding.exception?.state == .granted)
    #expect(finding.proof == .company)
    #expect(Set(finding.evidence.map(\.path)) == ["shop.filed", "shop.price", "shop.open", "shop.proof"])
  }

  @Test func `a failing rule rests on the refusal too`() throws {
    let scheme = "shop: {filed: 2023-01-01, price: 500, open: false}"
    let finding = try #require(try findings(rules: Self.rule(Self.excuse), scheme: scheme)["R"])
    #expect(finding.evidence.map(\.path).contains("shop.open"))
  }

  private static let replacement = """
          - {id: X, title: {ko: 완화, en: relief}, when: shop.open, proof: shop.proof, replace: {limit: "1000"}}
    """

  @Test(arguments: [
    ("price: 500, open: false", Outcome.fail, nil as String?, "100"),
    ("price: 500, open: true, proof: p", .pass, "X", "1000"),
    ("price: 5000, open: true, proof: p", .fail, "X", "1000"),
    ("price: 500, open: true", .unknown, "X", "100"),
    // Granted or refused, the outcome is the same.
    ("price: 50, open: true", .pass, nil, "100"), ("price: 5000, open: true", .fail, nil, "100"),
    ("price: 5000", .fail, nil, "100"),
  ])
  func `a replaced step`(facts: String, outcome: Outcome, exception: String?, expected: String) throws {
    let scheme = "shop: {filed: 2023-01-01, \(facts)}"
    let finding = try #require(try findings(rules: Self.rule(Self.replacement), scheme: scheme)["R"])
    #expect(finding.outcome == outcome)
    #expect(finding.exception?.id == exception)
    #expect(finding.expected?.text == expected)
  }

  @Test func `steps that depend on a replaced one are computed anew`() throws {
    let rule = Self.rule(Self.replacement).replacing(
      "require: shop.price <= limit", with: "require: shop.price <= half")
    let scheme = "shop: {filed: 2023-01-01, price: 400, open: true, proof: p}"
    let finding = try #require(try findings(rules: rule, scheme: scheme)["R"])
    #expect(finding.outcome == .pass)
    #expect(finding.steps.map(\.name) == ["limit", "half"])
    #expect(finding.steps.map(\.value.text) == ["1000", "500"])
    #expect(finding.steps.map(\.expression) == ["1000", "limit / 2"])
  }

  @Test func `two granted exceptions with different effects are an error`() throws {
    let rule = Self.rule(
      """
            - {id: X, title: {ko: 가, en: a}, when: shop.open}
            - {id: Y, title: {ko: 나, en: b}, when: shop.sign, replace: {limit: "1000"}}
      """)
    let both = try #require(
      try findings(rules: rule, scheme: "shop: {filed: 2023-01-01, price: 500, open: true, sign: true}")["R"])
    #expect(both.outcome == .error)
    #expect(both.message?.en.contains("`X`") == true)
    #expect(
      try outcomes(rules: rule, scheme: "shop: {filed: 2023-01-01, price: 500, open: true, sign: false}")["R"]
        == .notApplicable)
    // Whether they clash is open.
    #expect(
      try outcomes(rules: rule, scheme: "shop: {filed: 2023-01-01, price: 500, open: true}")["R"] == .unknown)
  }

  @Test(arguments: [("2000", Outcome.error), ("500 * 2", .pass)])
  func `two values for one step are an error unless they are equal`(value: String, outcome: Outcome) throws {
    let rule = Self.rule(
      """
            - {id: X, title: {ko: 가, en: a}, when: shop.open, replace: {limit: "1000"}}
            - {id: Y, title: {ko: 나, en: b}, when: shop.sign, replace: {limit: "\(value)"}}
      """)
    let scheme = "shop: {filed: 2023-01-01, price: 500, open: true, sign: true}"
    #expect(try outcomes(rules: rule, scheme: scheme)["R"] == outcome)
  }

  @Test func `two exceptions may replace different steps`() throws {
    let rule = Self.rule(
      """
            - {id: X, title: {ko: 가, en: a}, when: shop.open, replace: {limit: "1000"}}
            - {id: Y, title: {ko: 나, en: b}, when: shop.sign, replace: {half: limit * 2}}
      """
    ).replacing("require: shop.price <= limit", with: "require: shop.price <= half")
    let scheme = "shop: {filed: 2023-01-01, price: 1800, open: true, sign: true}"
    #expect(try outcomes(rules: rule, scheme: scheme)["R"] == .pass)
  }

  @Test func `open exceptions that change nothing together leave the outcome alone`() throws {
    let rule = Self.rule(
      """
            - {id: X, title: {ko: 가, en: a}, when: shop.open, replace: {limit: "200"}}
            - {id: Y, title: {ko: 나, en: b}, when: shop.sign, replace: {half: "3"}}
      """)
    let failing = try #require(
      try findings(rules: rule, scheme: "shop: {filed: 2023-01-01, price: 500}")["R"])
    #expect(failing.outcome == .fail)
    #expect(failing.missing.isEmpty)
    let open = try #require(try findings(rules: rule, scheme: "shop: {filed: 2023-01-01, price: 150}")["R"])
    #expect(open.outcome == .unknown)
    #expect(open.exception?.id == "X")
  }

  @Test func `an exception holds only while it is in force`() throws {
    let rule = Self.rule(
      """
            - {id: X, title: {ko: 가, en: a}, in_force: {to: 2023-06-30}, when: shop.open}
      """)
    #expect(
      try outcomes(rules: rule, scheme: "shop: {filed: 2023-06-30, price: 500, open: true}")["R"]
        == .notApplicable)
    #expect(
      try outcomes(rules: rule, scheme: "shop: {filed: 2023-07-01, price: 500, open: true}")["R"] == .fail)
    #expect(
      try outcomes(rules: rule, scheme: "shop: {filed: {at_least: 2023-05-01}, price: 500, open: true}")["R"]
        == .unknown)
  }

  @Test func `more open exceptions than are tried leave the outcome open`() throws {
    let many = (1...9).map { number in
      "      - {id: X\(number), title: {ko: 가, en: a}, when: shop.open, replace: {limit: \"\(number)\"}}"
    }.joined(separator: "\n")
    #expect(
      try outcomes(rules: Self.rule(many), scheme: "shop: {filed: 2023-01-01, price: 50000}")["R"] == .unknown
    )
  }

  @Test func `an exception whose condition cannot be computed is an error only where it matters`() throws {
    let rule = Self.rule(
      """
            - {id: X, title: {ko: 가, en: a}, when: 1 / shop.size > 0}
      """)
    #expect(try outcomes(rules: rule, scheme: "shop: {filed: 2023-01-01, price: 50, size: 0}")["R"] == .pass)
    #expect(
      try outcomes(rules: rule, scheme: "shop: {filed: 2023-01-01, price: 500, size: 0}")["R"] == .error)
  }

  // ── review ─────────────────────────────────────────────────────────────────

  @Test(arguments: [
    ("price: 500, open: true, proof: p", Outcome.manual), ("price: 50, open: true, proof: p", .pass),
    ("price: 500, open: true", .unknown), ("price: 500, open: false", .fail),
    // Whether a person is needed depends on a verdict that is not known.
    ("open: true, proof: p", .unknown),
  ])
  func `an excuse under review goes to a person where it changes the verdict`(
    facts: String, outcome: Outcome
  ) throws {
    let rule = Self.rule(
      Self.excuse.replacing("proof: shop.proof", with: "proof: shop.proof, review: manual"))
    let finding = try #require(try findings(rules: rule, scheme: "shop: {filed: 2023-01-01, \(facts)}")["R"])
    #expect(finding.outcome == outcome)
    if outcome == .manual {
      #expect(finding.exception?.review == true)
      #expect(finding.question?.en == "Does the exception “small” apply, and does the proof bear it out?")
    }
  }

  @Test(arguments: [
    ("question: \"is {shop.price} excused?\"", "is KRW 500 excused?"),
    // A question that has a case of its own is not about the exception.
    (
      "question: \"is {shop.price} fair?\"\n    manual_when: shop.size > 3",
      "Does the exception “small” apply, and does the proof bear it out?"
    ),
  ])
  func `a rule's own question is asked of an exception under review`(entries: String, asked: String) throws {
    let rule =
      Self.rule(Self.excuse.replacing("proof: shop.proof", with: "proof: shop.proof, review: manual"))
      + "\n    \(entries)\n"
    let scheme = "shop: {filed: 2023-01-01, price: 500, size: 1, open: true, proof: p}"
    #expect(try findings(rules: rule, scheme: scheme)["R"]?.question?.en == asked)
  }

  @Test(arguments: [
    ("price: 500", Outcome.manual), ("price: 50", .pass), ("price: 5000", .fail),
  ])
  func `a replacement under review goes to a person where it changes the verdict`(
    facts: String, outcome: Outcome
  ) throws {
    let rule = Self.rule(
      Self.replacement.replacing("proof: shop.proof", with: "proof: shop.proof, review: manual"))
    let scheme = "shop: {filed: 2023-01-01, open: true, proof: p, \(facts)}"
    #expect(try outcomes(rules: rule, scheme: scheme)["R"] == outcome)
  }

  @Test func `one excuse that needs no review is enough`() throws {
    let rule = Self.rule(
      """
            - {id: X, title: {ko: 가, en: a}, when: shop.open, review: manual}
            - {id: Y, title: {ko: 나, en: b}, when: shop.sign}
      """)
    #expect(
      try outcomes(rules: rule, scheme: "shop: {filed: 2023-01-01, price: 500, open: true, sign: true}")["R"]
        == .notApplicable)
    #expect(
      try outcomes(rules: rule, scheme: "shop: {filed: 2023-01-01, price: 500, open: true, sign: false}")["R"]
        == .manual)
  }
}
