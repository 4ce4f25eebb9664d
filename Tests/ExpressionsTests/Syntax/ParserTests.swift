import Diagnostics
import Testing

@testable import Expressions

@Suite struct `Grammar of expressions` {
  @Test(arguments: [
    ("1 + 2 * 3", "(+ 1 (* 2 3))"),
    ("(1 + 2) * 3", "(* (+ 1 2) 3)"),
    ("10 - 3 - 2", "(- (- 10 3) 2)"),
    ("12 / 2 / 3 % 5", "(% (/ (/ 12 2) 3) 5)"),
    ("a || b && c", "(|| a (&& b c))"),
    ("!a && b", "(&& (! a) b)"),
    ("-a * b", "(* (- a) b)"),
    ("- -1", "(- (- 1))"),
    ("a == b + 1", "(== a (+ b 1))"),
    ("a < b && b <= c || d in e", "(|| (&& (< a b) (<= b c)) (in d e))"),
    ("a ? b : c ? d : e", "(? a b (? c d e))"),
    ("a || b ? c : d", "(? (|| a b) c d)"),
    ("a < b < c", "(< (< a b) c)"),
    ("a.b.c", "(.c (.b a))"),
    ("a.b[0].c", "(.c ([] (.b a) 0))"),
    ("f(1, 'x')", "(f 1 \"x\")"),
    ("f()", "(f)"),
    ("a.f(x, y)", "(:f a | x y)"),
    ("'a'.size()", "(:size \"a\" |)"),
    ("42.charAt(2)", "(:charAt 42 | 2)"),
    ("[1, 2,]", "[1 2]"),
    ("[]", "[]"),
    ("{'a': 1, 2: b,}", "{\"a\" 1 2 b}"),
    ("{}", "{}"),
    ("x in [1]", "(in x [1])"),
    ("inside", "inside"),
    (".a.b", "(.b .a)"),
    ("a.`b-c`", "(.b-c a)"),
    ("a.if.in.null", "(.null (.in (.if a)))"),
    ("if(a, b, c)", "(if a b c)"),
    ("보상안.첫_지급일 <= 기한", "(<= (.첫_지급일 보상안) 기한)"),
    ("1 // 하나\n + 2", "(+ 1 2)"),
    ("\ta\r\n\u{0C}&& b ", "(&& a b)"),
  ])
  func `operators bind and group as in CEL`(text: String, expected: String) throws {
    #expect(try outline(text) == expected)
  }

  @Test func `a long chain of conditions stays flat`() throws {
    let tree = try Parser.parse(Array(repeating: "a", count: 4_000).joined(separator: " && "))
    #expect(tree[tree.root].height <= 14)
  }

  @Test func `a chain of conditions keeps its order`() throws {
    #expect(try outline("a && b && c && d && e") == "(&& (&& (&& a b) c) (&& d e))")
    #expect(try outline("a || b || c") == "(|| (|| a b) c)")
  }

  @Test(arguments: [
    "((a))", "a.b", "f(x)", "-a", "!a", "[1, 2]", "'가나'", "a[0]", "x.f(y)", "a ? b : c", "a + b",
    "(a + b) * c",
  ])
  func `a node spans all of its text`(text: String) throws {
    let tree = try Parser.parse("  " + text + "  ")
    #expect(tree[tree.root].range == 2..<2 + text.utf8.count)
  }

  @Test(arguments: [
    ("", "expression.empty", ""),
    ("   ", "expression.empty", ""),
    ("a b", "expression.unexpected", "b"),
    ("a &&", "expression.incomplete", "&"),
    ("&& a", "expression.unexpected", "&&"),
    ("f(a", "expression.unclosed", "("),
    ("xs.filter(a, a.g == 'free'", "expression.unclosed", "("),
    ("(a", "expression.unclosed", "("),
    ("[1, 2", "expression.unclosed", "["),
    ("a[0", "expression.unclosed", "["),
    ("{'a': 1", "expression.unclosed", "{"),
    ("a)", "expression.unexpected", ")"),
    ("f(a b)", "expression.unexpected", "b"),
    ("f(a,)", "expression.unexpected", ")"),
    ("a.", "expression.incomplete", "."),
    ("a.1", "expression.unexpected", "1"),
    ("a ? b", "expression.incomplete", "b"),
    ("a = b", "expression.unknown-operator", "="),
    ("a === b", "expression.unknown-operator", "==="),
    ("a <> b", "expression.unknown-operator", "<>"),
    ("a & b", "expression.unknown-operator", "&"),
    ("a ≥ b", "expression.unknown-operator", "≥"),
    ("a（b）", "expression.unknown-operator", "（"),
    ("‘free’", "expression.unknown-operator", "‘"),
    ("a\u{00A0}&& b", "expression.unexpected-character", "\u{00A0}"),
    ("a\u{3000}&& b", "expression.unexpected-character", "\u{3000}"),
    ("a # b", "expression.unexpected-character", "#"),
    ("a and b", "expression.unexpected", "and"),
    ("1,000", "expression.unexpected", ","),
    ("in x", "expression.unexpected", "in"),
    ("{a}", "expression.unexpected", "}"),
  ])
  func `what breaks the grammar is pointed at`(text: String, code: String, at expected: String) throws {
    let found = try #require(problem(text))
    #expect(found.code == code)
    #expect(piece(text, found.range) == expected)
  }

  @Test(arguments: [
    ("a = b", "`==`"), ("a & b", "`&&`"), ("a ≤ b", "`<=`"), ("a and b", "`&&`"), ("a or b", "`||`"),
    ("a is b", "`==`"), ("1,000", "1000"), ("a，b", "`,`"), ("a\u{3000}b", "ordinary space"),
  ])
  func `habits from elsewhere get the right spelling`(text: String, wanted: String) throws {
    let help = try #require(problem(text)?.help)
    #expect(help.en.contains(wanted))
    #expect(!help.ko.isEmpty)
  }

  @Test func `what stops before its end is marked as cut off`() {
    for text in ["a &&", "f(a", "'a", "a.", "", "'''a"] {
      #expect(problem(text)?.isAtEnd == true, "\(text)")
    }
    for text in ["a b", "a = b", "f(a b)", "'a\n'"] {
      #expect(problem(text)?.isAtEnd == false, "\(text)")
    }
  }

  @Test(arguments: ["(", "[", "-", "!", "f(", "a.f(", "a[", "{1:", "a ? b : ", "a + (", "a || ("])
  func `nesting without end is refused, not followed`(opening: String) {
    let code = problem(String(repeating: opening, count: 5_000) + "a")?.code
    #expect(code == "expression.too-deep")
  }

  @Test(arguments: ["a.", "a + ", "a == "])
  func `a chain that makes the tree too deep is refused`(link: String) {
    #expect(problem(String(repeating: link, count: 5_000) + "a")?.code == "expression.too-deep")
  }

  @Test func `two hundred levels are accepted`() {
    #expect(problem(String(repeating: "(", count: 199) + "a" + String(repeating: ")", count: 199)) == nil)
    #expect(problem(Array(repeating: "a", count: 200).joined(separator: " + ")) == nil)
  }

  @Test func `a text that is too long is refused`() {
    #expect(problem("'" + String(repeating: "a", count: 65_535) + "'")?.code == "expression.too-long")
    #expect(problem("'" + String(repeating: "a", count: 65_534) + "'") == nil)
  }

  @Test func `no cut of an expression crashes the parser`() {
    let text =
      "xs.filter(a, a.g == 'free' && has(a.b)) .size() > [1, 2.5][0] ? {'k': -1}.k : r'\\d' + \"\\u00e1\" // 끝"
    let bytes = Array(text.utf8)
    for start in bytes.indices {
      for end in start...bytes.count {
        _ = problem(String(decoding: bytes[start..<end], as: UTF8.self))
      }
    }
  }
}
