import Diagnostics
import Testing

@testable import Expressions

@Suite struct `Literals in expressions` {
  /// The text that a literal stands for.
  private func text(_ literal: String) throws -> String? {
    let tree = try Parser.parse(literal)
    guard case .string(let text) = tree[tree.root].kind else { return nil }
    return text
  }

  @Test(arguments: [
    ("'a'", "a"), ("\"a\"", "a"), ("''", ""), ("'''a'b''c'''", "a'b''c"), ("\"\"\"a\n\"b\"\"\"", "a\n\"b"),
    ("r'\\d+'", "\\d+"), ("R\"\\\"", "\\"), ("r'''\\'''", "\\"), ("'''\\''''", "'"),
    ("'\\a\\b\\f\\n\\r\\t\\v'", "\u{07}\u{08}\u{0C}\n\r\t\u{0B}"), ("'\\\\ \\? \\\" \\' \\`'", "\\ ? \" ' `"),
    ("'\\x4a\\X4B'", "JK"), ("'\\u00e1'", "\u{e1}"), ("'\\U0001f431'", "🐱"), ("'\\101\\000'", "A\u{0}"),
    ("'보상'", "보상"), ("'\t'", "\t"),
  ])
  func `a text stands for its characters`(literal: String, expected: String) throws {
    let found = try #require(try text(literal))
    #expect(Array(found.unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test(arguments: [
    ("'\\q'", "\\q"), ("'\\8'", "\\8"), ("'\\x4'", "\\x4"), ("'\\u12'", "\\u12"), ("'\\uD800'", "\\uD800"),
    ("'\\U00110000'", "\\U00110000"), ("'\\400'", "\\4"), ("'\\가'", "\\가"),
  ])
  func `an escape that stands for nothing is pointed at`(literal: String, at expected: String) throws {
    let found = try #require(problem(literal))
    #expect(found.code == "expression.bad-escape")
    #expect(piece(literal, found.range) == expected)
  }

  @Test(arguments: ["'a", "\"a", "'a\nb'", "'''a''", "r'a", "'a\\"])
  func `a text that is not closed is reported`(literal: String) {
    let code = problem(literal)?.code
    #expect(code == "expression.unterminated-string" || code == "expression.bad-escape")
  }

  @Test(arguments: ["1", "0", "1.5", "007", "123456789012345678901234567890.5"])
  func `a number is digits with a dot before decimals`(digits: String) throws {
    #expect(try outline(digits) == digits)
  }

  @Test(arguments: ["1e6", "0x1F", "10u", "3억", "30일", "24h", "1.5kg", ".5", "1_000"])
  func `anything else that begins like a number is refused as a whole`(text: String) throws {
    let found = try #require(problem("a > " + text))
    #expect(found.code == "expression.bad-number")
    #expect(piece("a > " + text, found.range) == text)
    #expect(found.help != nil)
  }

  @Test(arguments: [
    ("1e3", "`1000`"), ("1E3", "`1000`"), ("1.25e1", "`12.5`"), ("0e2", "`0`"), ("1.5e3", "`1500`"),
    ("1e99", "leave out"), ("1exp", "leave out"),
  ])
  func `a number with an exponent is given in full`(text: String, help: String) {
    #expect(problem("a > " + text)?.help?.en.contains(help) == true)
    #expect(help == "leave out" || problem("a > " + text)?.help?.ko.contains(help) == true)
  }

  @Test(arguments: [
    ("a =< 1", "=<", "`<=`"), ("a => 1", "=>", "`>=`"), ("a = 1", "=", "`==`"), ("not a", "not", "`!`"),
    ("b && (NOT a)", "NOT", "`!`"), ("not 'a' == b", "not", "`!`"),
  ])
  func `an operator of other languages gets the one to write`(text: String, at: String, help: String) throws {
    let found = try #require(problem(text))
    #expect(found.code == "expression.unknown-operator")
    #expect(piece(text, found.range) == at)
    #expect(found.help?.en.contains(help) == true && found.help?.ko.contains(help) == true)
  }

  @Test func `a name that begins like a negation is a name`() throws {
    #expect(problem("not && notes") == nil)
    #expect(problem("a not in b")?.code == "expression.unexpected")
  }
}
