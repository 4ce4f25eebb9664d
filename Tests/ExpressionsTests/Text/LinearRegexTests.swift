import Diagnostics
import Expressions
import Testing

@Suite struct `Regular expressions` {
  @Test(
    arguments: [
      ("ubb", "hubba", true), ("", "cows", true), ("", "", true), ("bc", "abcd", true),
      ("gr(a|e)y", "grey", true),
      ("gr(a|e)y", "groy", false), ("ba(na)*", "banana", true), ("a+ñ+a+", "mañana", true),
      ("^a", "ba", false),
      ("^b", "ba", true), ("a$", "ba", true), ("b$", "ba", false), ("^$", "", true), ("^$", "x", false),
      ("^.$", "한", true), ("^..$", "한", false), (".", "\n", false), ("(?s).", "\n", true),
      ("(?s:.)x", "\nx", true),
      ("^b", "a\nb", false), ("(?m)^b$", "a\nb\nc", true), ("\\Ab", "a\nb", false),
      ("(?m)a\\z", "a\nb", false),
      ("[a-c]+", "xbx", true), ("^[^a-c]+$", "xyz", true), ("^[^a-c]+$", "xbz", false), ("[]]", "]", true),
      ("[^]]", "]", false), ("[a-]", "-", true), ("[-a]", "-", true), ("[a\\]]", "]", true),
      ("[.]", "a", false),
      ("[\\d-x]", "-", true), ("\\.", "a", false), ("\\d{4}-\\d{2}", "2022-10", true),
      ("^\\d{2,3}$", "1", false),
      ("^\\d{2,3}$", "12", true), ("^\\d{2,3}$", "123", true), ("^\\d{2,3}$", "1234", false),
      ("^a{0}$", "", true),
      ("^a{2,}$", "a", false), ("^a{2,}$", "aaaa", true), ("a{,2}", "a{,2}", true), ("a{,2}", "aa", false),
      ("x{y}", "x{y}", true), ("a{2", "a{2", true), ("a{2,x}", "a{2,x}", true), ("{", "{", true),
      ("}", "}", true), ("]", "]", true), ("^a?$", "aa", false),
      ("^(a*)*$", "aaaa", true), ("^(a*)+b$", "aab", true), ("^(a|b)*?c$", "abac", true),
      ("^(|a)+$", "aa", true),
      ("a||b", "", true), ("^(a||b)$", "b", true), ("()", "", true), ("(?:ab)+c", "ababc", true),
      ("(?P<year>\\d+)년", "2022년", true), ("(?<year>\\d+)년", "년", false), ("\\w+", "한글", false),
      ("\\W", "한", true), ("^\\p{Hangul}+$", "카카오톡", true), ("^\\p{Hangul}+$", "카카오T", false),
      ("^\\p{L}+$", "카카오T", true), ("\\pN", "²", true), ("^\\P{L}+$", "12-3", true),
      ("[\\p{Lu}_]", "a_", true),
      ("^[가-힣 ]+$", "가나 다", true), ("\\s", "\u{3000}", false), ("\\s\\S", "\t.", true),
      ("[[:digit:]x]+y", "1xy", true),
      ("[[:punct:]]", "a", false), ("\\bcat\\b", "a cat.", true),
      ("\\bcat\\b", "concat", false), ("\\Bcat", "concat", true), ("^\\x41\\x{AC00}$", "A가", true),
      ("(?i)kakao", "KaKaO", true), ("(?i:k)akao", "KAKAO", false), ("(?i)[^a]", "A", false),
      ("(?i)ñ", "Ñ", true),
      ("(?i)a(?-i)b", "AB", false), ("(?i)a(?-i)b", "Ab", true), ("((?i)a)b", "AB", false),
      ("^*a", "a", true),
      ("\\/\\-\\_", "/-_", true), ("a|b|c", "xxc", true), ("^(ab|a)(bc|c)$", "abc", true),
      ("\\t\\n", "\t\n", true),
    ] as [(String, String, Bool)])
  func `find a match anywhere`(_ pattern: String, _ text: String, _ isMatch: Bool) throws {
    #expect(try LinearRegex(pattern).matches(text) == isMatch)
  }

  @Test(
    arguments: [
      ("(", .unbalanced, 0..<1), (")", .unbalanced, 0..<1), ("a)", .unbalanced, 1..<2),
      ("한(a", .unbalanced, 3..<4),
      ("[a", .unbalanced, 0..<1), ("[", .unbalanced, 0..<1), ("[]", .unbalanced, 0..<1),
      ("[^]", .unbalanced, 0..<1),
      ("*", .misplacedRepetition, 0..<1), ("a**", .misplacedRepetition, 2..<3),
      ("a{2}{3}", .misplacedRepetition, 4..<7),
      ("(+)", .misplacedRepetition, 1..<2), ("a|*", .misplacedRepetition, 2..<3),
      ("{2}", .misplacedRepetition, 0..<3),
      ("a{1001}", .repetitionCount, 1..<7), ("a{3,2}", .repetitionCount, 1..<6),
      ("a{99999999999999999999999}", .repetitionCount, 1..<26), ("\\", .escape, 0..<1),
      ("\\q", .escape, 0..<2),
      ("\\한", .escape, 0..<4), ("\\x4", .escape, 0..<3), ("\\x{110000}", .escape, 0..<10),
      ("\\x{}", .escape, 0..<3),
      ("[z-a]", .characterClass, 1..<4), ("[a-\\d]", .characterClass, 1..<5),
      ("\\p{Klingon}", .characterClass, 0..<11),
      ("[[:foo:]]", .characterClass, 1..<2),
      ("[[:^alpha:]]", .characterClass, 1..<2), ("\\1", .unsupported, 0..<2), ("(?=a)", .unsupported, 0..<3),
      ("(?<=a)", .unsupported, 0..<3), ("(?!a)", .unsupported, 0..<3), ("(?x)a", .unsupported, 0..<3),
      ("(?P=n)", .unsupported, 0..<3), ("(?i", .unbalanced, 0..<3), ("\\p{L", .unbalanced, 0..<4),
      ("((a{100}){100}){100}", .tooLarge, 0..<20), ("((((){1000}){1000}){1000}){1000}", .tooLarge, 0..<32),
    ] as [(String, RegexProblem.Kind, Range<Int>)])
  func `a mistake is named with its place`(_ pattern: String, _ kind: RegexProblem.Kind, _ range: Range<Int>)
  {
    do throws(RegexProblem) {
      _ = try LinearRegex(pattern)
      Issue.record("\(pattern) was accepted")
    } catch {
      #expect(error.kind == kind)
      #expect(error.range == range)
      #expect(!error.message.ko.isEmpty && !error.message.en.isEmpty)
    }
  }

  @Test func `deep nesting and long patterns are refused`() throws {
    #expect(
      try LinearRegex(String(repeating: "(", count: 100) + "a" + String(repeating: ")", count: 100)).matches(
        "a") == true)
    for pattern in [
      String(repeating: "(", count: 101) + String(repeating: ")", count: 101),
      String(repeating: "(", count: 9000),
      String(repeating: "a", count: 20_000), String(repeating: "a", count: 5000),
    ] {
      do throws(RegexProblem) {
        _ = try LinearRegex(pattern)
        Issue.record("accepted")
      } catch {
        #expect(error.kind == .tooLarge)
      }
    }
  }

  @Test(arguments: ["(a+)+$", "(a|aa)+$", "^(a|a)*$", "(.*)*x", "(a?){50}a{50}$"])
  func `patterns that explode elsewhere take time in proportion to the text`(_ pattern: String) throws {
    #expect(try LinearRegex(pattern).matches(String(repeating: "a", count: 2000) + "b") == false)
  }

  @Test func `a match that would take too many steps is given up`() throws {
    let regex = try LinearRegex("(a?){600}b")
    let text = String(repeating: "a", count: 2000)
    #expect(regex.matches(text, steps: 100_000) == nil)
    #expect(regex.matches(text) == false)
  }
}
