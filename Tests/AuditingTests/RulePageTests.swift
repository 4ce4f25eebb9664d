import Diagnostics
import Findings
import Foundation
import Policies
import Testing

@testable import Auditing

/// Pages that are generated from policies.
@Suite struct RulePageTests {
  private static let rules = """
    parameters:
      most:
        title: {ko: 상한, en: most}
        unit: KRW
        history:
          - {from: 2022-01-01, value: 100, cite: 제1조, verified: false}
          - {from: 2023-01-01, value: 50, cite: 제2조, default: true}
    rules:
      - id: A-1
        title: {ko: "가격 <상한>", en: "price *cap*"}
        cite: 제1조
        text: {ko: 가격은 상한을 넘지 않는다., en: No price is above the cap.}
        severity: major
        rationale: {ko: 까닭, en: the reason}
        sanction: {ko: 과태료, en: a fine}
        require: shop.price <= p.most
        message: {ko: "가격 {shop.price}", en: "price {shop.price}"}
        remedy: {ko: 내리십시오., en: Lower it.}
        exceptions:
          - id: A-1.X1
            title: {ko: 소규모, en: small}
            when: shop.small
            proof: shop.letter
      - {id: README, title: {ko: 영업, en: open}, cite: 제3조, severity: note, require: shop.open}
    measures:
      - {id: A-M1, title: {ko: 크기, en: size}, is: shop.size}
    """
  private static let tests = """
    format: guideline_test/1
    policy: test.shop
    base: base.yaml
    cases:
      - {name: 상한 그대로, set: {shop.price: 100}, expect: {A-1: pass}}
      - {name: 상한 초과, set: {shop.price: 101}, expect: {A-1: fail}}
      - {name: 가격을 모름, expect: {A-1: unknown}}
      - {name: 두 규칙의 사례, set: {shop.price: 1}, expect: {A-1: pass, README: unknown}}
    """

  private static func pages(
    _ rules: String = rules, head: String = InlineSet.head
  ) throws -> [String: String] {
    let set = try InlineSet(
      policy: rules, head: head,
      files: ["tests.yaml": tests, "base.yaml": "format: shop/1\nshop: {filed: 2022-05-01}\n"])
    var log = DiagnosticLog()
    let pages = try set.loaded().rulePages(diagnostics: &log)
    #expect(!log.hasErrors)
    return Dictionary(uniqueKeysWithValues: pages.map { ($0.path, $0.text) })
  }

  @Test func `there is a page for every rule and measure and a list, in both languages`() throws {
    let pages = try Self.pages()
    let names = ["A-1.md", "A-M1.md", "README.md", "_README.md"]
    #expect(pages.keys.sorted() == names.map { "en/" + $0 } + names.map { "ko/" + $0 })
    for (path, text) in pages {
      #expect(text.hasPrefix(RulePage.mark), "\(path)")
      #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"), "\(path)")
    }
    let list = try #require(pages["en/README.md"])
    #expect(list.contains("| [A-1](A-1.md) | price \\*cap\\* | 제1조 | major | statute |"), "\(list)")
    #expect(list.contains("[README](_README.md)") && list.contains("[A-M1](A-M1.md)"))
  }

  @Test(
    arguments: [
      ("en", "## When it is met", "- 상한 그대로"), ("en", "## When it is not met", "- 상한 초과"),
      ("en", "## Other outcomes", "- 가격을 모름"), ("ko", "## 충족하는 경우", "- 상한 그대로"),
      ("ko", "## 충족하지 못하는 경우", "- 상한 초과"), ("ko", "## 그 밖의 결과", "- 가격을 모름"),
      ("en", "## Exceptions and their proof", "(A-1.X1)"), ("ko", "## 예외와 입증자료", "〈공문〉"),
      ("en", "## How to comply", "- Lower it."), ("ko", "## 고치는 법", "- 내리십시오."),
      ("en", "## Why", "the reason"), ("en", "## What may follow", "a fine"),
      ("ko", "## 취지", "까닭"), ("ko", "## 따르지 않으면", "과태료"),
    ])
  func `a section says what the policy and its tests say`(
    language: String, heading: String, words: String
  ) throws {
    let page = try #require(try Self.pages()["\(language)/A-1.md"])
    let start = try #require(page.range(of: "\n\(heading)\n"), "\(page)")
    let rest = page[start.upperBound...]
    let section = rest.range(of: "\n## ").map { rest[..<$0.lowerBound] } ?? rest
    #expect(section.contains(words), "\(section)")
    #expect(!section.contains("두 규칙의 사례"))
  }

  @Test func `a number is shown with every version, its source and how sure it is`() throws {
    let page = try #require(try Self.pages()["en/A-1.md"])
    #expect(
      page.contains(
        "| from 1 January 2022 to 31 December 2022 | KRW 100 | 제1조 | statute | not checked against the source |"
      ),
      "\(page)")
    #expect(page.contains("| from 1 January 2023 | KRW 50 | 제2조 | statute | the tool's own default |"))
    #expect(page.contains("| Version on this page | from 1 January 2023 |"))
  }

  @Test func `texts of a policy cannot become Markdown or HTML`() throws {
    let page = try #require(try Self.pages()["ko/A-1.md"])
    #expect(page.contains("# A-1 가격 &lt;상한>"))
    let english = try #require(try Self.pages()["en/A-1.md"])
    #expect(english.contains("# A-1 price \\*cap\\*"))
  }

  @Test(
    arguments: [
      ("a*b_c", "a\\*b_c"), ("_x_", "\\_x_"), ("# x", "\\# x"), ("2019. 6. 25.", "2019\\. 6. 25."),
      ("29.9", "29.9"),
      ("1)", "1\\)"),
      ("- x", "\\- x"), ("a|b", "a|b"), ("[a](b)", "[a]\\(b)"), ("a\nb", "a b"), ("`x`", "\\`x\\`"),
      ("\u{1B}[31m", "\\\\u{1B}[31m"), ("a~b~c", "a\\~b\\~c"), ("a && b", "a &amp;&amp; b"),
    ])
  func `signs of Markdown stand for themselves`(text: String, written: String) {
    #expect(MarkdownPage.escaped(text) == written)
  }

  @Test func `lists within a sentence stand below it, however deep`() throws {
    let rules = """
      rules:
        - id: A-1
          title: {ko: 가격, en: price}
          cite: 제1조
          severity: note
          require: shop.open && (shop.price < 5 || (shop.sign && shop.size > 3))
      """
    let page = try #require(try Self.pages(rules)["en/A-1.md"])
    #expect(
      page.contains(
        """

        - All of the following must hold.
          - a. 〈open〉 is “yes”
          - b. at least one of the following holds
            - 1\\) 〈price〉 is less than KRW 5
            - 2\\) 〈sign〉 is “yes” and 〈size〉 is more than 3

        """), "\(page)")
  }

  @Test func `a text that nobody has confirmed has no author`() throws {
    let head = InlineSet.head.replacingOccurrences(
      of: "{status: statute}", with: "{status: reported_unconfirmed}")
    let pages = try Self.pages(head: head)
    let page = try #require(pages["ko/A-1.md"])
    #expect(page.contains("| 소관 | 기관 미확인 |"), "\(page)")
    #expect(page.contains("| 문안 확인 | 승인한 기관이 없음 |"), "\(page)")
    #expect(try #require(pages["ko/README.md"]).contains("시청") == false)
  }

  @Test func `pages depend on the policies alone`() throws {
    #expect(try Self.pages() == Self.pages())
    let changed = try Self.pages(Self.rules.replacingOccurrences(of: "value: 50", with: "value: 51"))
    #expect(try Self.pages()["ko/A-1.md"] != changed["ko/A-1.md"])
    #expect(try Self.pages()["ko/_README.md"] == changed["ko/_README.md"])
  }

  @Test(
    arguments: [
      ("docs/rules", "docs/rules/ko/A-1.md"), ("docs/rules/", "docs/rules/ko/A-1.md"),
      ("https://example.org/r", "https://example.org/r/ko/A-1.md"),
    ])
  func `a finding links to the page that the register publishes`(base: String, uri: String) throws {
    let register = """
      format: guideline_register/1
      id: town
      pages: \(base)
      bodies:
        - {id: city, ko: 시청, en: city}
      """
    let set = try InlineSet(policy: Self.rules, files: ["register.yaml": register])
    let findings = try set.findings("shop: {filed: 2022-05-01, price: 3}")
    #expect(findings["A-1"]?.heading.helpUri == uri)
    #expect(findings["README"]?.heading.helpUri == uri.replacingOccurrences(of: "A-1", with: "_README"))
    #expect(findings["A-M1"]?.heading.helpUri == uri.replacingOccurrences(of: "A-1", with: "A-M1"))
  }

  @Test func `without an address a finding has no link`() throws {
    let findings = try InlineSet(policy: Self.rules).findings("shop: {filed: 2022-05-01, price: 3}")
    #expect(findings["A-1"]?.heading.helpUri == nil)
  }

  @Test func `the register that names the author decides`() throws {
    func register(_ id: String, _ pages: String, _ body: String) -> String {
      "format: guideline_register/1\nid: \(id)\npages: \(pages)\nbodies:\n  - {id: \(body), ko: 갑, en: a}\n"
    }
    let set = try InlineSet(
      policy: Self.rules,
      files: ["a.yaml": register("a", "first", "other"), "b.yaml": register("b", "second", "city")])
    let findings = try set.findings("shop: {filed: 2022-05-01, price: 3}")
    #expect(findings["A-1"]?.heading.helpUri == "second/ko/A-1.md")
  }

  @Test(arguments: ["javascript:alert(1)", "'a b'", "file:///etc"])
  func `what is no address or path is refused`(address: String) throws {
    let text = "format: guideline_register/1\nid: a\npages: \(address)\nbodies: []\n"
    let set = try InlineSet(policy: Self.rules, files: ["a.yaml": text])
    let (loaded, diagnostics) = PolicySet.load([set.folder])
    #expect(loaded == nil)
    #expect(diagnostics.map(\.code) == ["register.bad-address"])
  }

  @Test func `a name that is no plain word is encoded in links`() {
    #expect(RulePageAddress.uri(of: "가-1:x", below: "/") == "//ko/%EA%B0%80-1%3Ax.md")
    #expect(RulePageAddress.uri(of: "A", below: "p//") == "p/ko/A.md")
  }
}

/// `audit policy docs` as it is called.
@Suite(.enabled(if: CommandRun.program != nil, "the program was not built beside the tests"))
struct PolicyDocsCommandTests {
  private static let set = ["--policies", "examples/small-policy-set"]

  private static func inFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pages-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
  }

  @Test func `pages are written once, then fresh, and foreign files stay`() throws {
    try Self.inFolder { folder in
      let arguments = ["policy", "docs", "--output", folder + "/deep/pages"] + Self.set
      let missing = try CommandRun(arguments + ["--check"])
      #expect(missing.status == 1 && missing.output.contains("not fresh, or missing"), "\(missing)")
      #expect(!FileManager.default.fileExists(atPath: folder))
      let first = try CommandRun(arguments)
      #expect(first.status == 0 && first.errors.isEmpty, "\(first)")
      let second = try CommandRun(arguments)
      #expect(second.output.hasSuffix("0 written, 0 removed\n"), "\(second)")
      let fresh = try CommandRun(arguments + ["--check"], locale: "ko_KR.UTF-8")
      #expect(fresh.status == 0 && fresh.output.hasSuffix("모두 최신임\n"), "\(fresh)")

      let own = folder + "/deep/pages/ko/notes.md"
      let gone = folder + "/deep/pages/ko/OLD-1.md"
      let page = folder + "/deep/pages/en/FREE-1.md"
      try "# 내 메모\n".write(toFile: own, atomically: true, encoding: .utf8)
      try "<!-- audit policy docs: old OLD-1 -->\n".write(toFile: gone, atomically: true, encoding: .utf8)
      try "changed".write(toFile: page, atomically: true, encoding: .utf8)
      let stale = try CommandRun(arguments + ["--check"])
      #expect(stale.status == 1)
      #expect(stale.output.contains("\(page): not fresh, or missing\n"), "\(stale)")
      #expect(stale.output.contains("\(gone): page of a rule that is gone\n"), "\(stale)")
      #expect(!stale.output.contains("notes.md"))
      let third = try CommandRun(arguments)
      #expect(third.output.hasSuffix("1 written, 1 removed\n"), "\(third)")
      #expect(!FileManager.default.fileExists(atPath: gone))
      #expect(try String(contentsOfFile: own, encoding: .utf8) == "# 내 메모\n")
      #expect(try String(contentsOfFile: page, encoding: .utf8).hasPrefix(RulePage.mark))
    }
  }

  @Test func `a folder that cannot be written ends with status 2`() throws {
    try Self.inFolder { folder in
      try "a file".write(toFile: folder, atomically: true, encoding: .utf8)
      let run = try CommandRun(["policy", "docs", "--output", folder + "/pages"] + Self.set)
      #expect(run.status == 2 && run.errors.contains("cannot be written"), "\(run)")
    }
  }
}
