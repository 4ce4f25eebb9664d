import Diagnostics
import Testing
import YAMLTree

/// Texts are looked at eight bytes at a time: what is found must not depend on where in them it stands.
@Suite struct LengthTests {
  static let lengths = Array(1...26)

  @Test(arguments: lengths, ["x", "é", "가", "😀"])
  func `a scalar of any length keeps its text and its place`(length: Int, letter: String) throws {
    let text = String(repeating: letter, count: length) + "z"
    let root = try Reading.root("한글: {k: \(text), l: '\(text)', \(text)k: \"\(text)\"}\nm: \(text) # 끝\n")
    let flow = try #require(root["한글"])
    #expect(flow["k"]?.text == text)
    #expect(flow["k"]?.span.source == text)
    #expect(flow["l"]?.span.source == "'\(text)'")
    #expect(flow[text + "k"]?.span.source == "\"\(text)\"")
    #expect(flow[text + "k"]?.hasText(text) == true)
    #expect(flow[text + "k"]?.hasText(text + "z") == false)
    #expect(flow[letter + text + "k"] == nil)
    #expect(root["m"]?.span.source == text)
  }

  @Test(arguments: lengths, ["(", "'", "\""])
  func `an expression that commas cut is found wherever its bracket stands`(length: Int, opener: String)
    throws
  {
    let before = String(repeating: "가", count: length / 2) + String(repeating: "x", count: length) + " "
    let close = opener == "(" ? ")" : opener
    let problem = try Reading.problem("x: {in: \(before)\(opener)a, b\(close), t: 1}\n")
    #expect(problem.code == "yaml.split-expression")
  }

  @Test(arguments: lengths, ["\u{202E}", "\u{200B}", "\u{7F}", "\u{1}"])
  func `a hidden character is found wherever it stands`(length: Int, hidden: String) {
    let text = String(repeating: "가", count: length / 3) + String(repeating: "x", count: length)
    let reading = Reading("\(text)a\(hidden)\(text): 1\n")
    #expect(reading.problems.count == 1)
    #expect(reading.problems.first?.severity == .error)
    #expect(reading.problems.first?.location?.column == length / 3 + length + 2)
  }

  @Test(arguments: lengths) func `keys that differ in one letter are different keys`(length: Int) throws {
    let same = String(repeating: "a", count: length)
    let keys = ["b", "c", "d"].flatMap { ["\($0)\(same)", "\(same)\($0)"] }
    let unique = keys.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    let root = try Reading.root(unique.enumerated().map { "\($1): \($0)\n" }.joined())
    for (index, key) in unique.enumerated() { #expect(root[key]?.text == "\(index)") }
    #expect(root[same + "e"] == nil)
  }

  @Test func `a decomposed name finds its composed key`() throws {
    let root = try Reading.root("서비스: 1\n")
    #expect(root["\u{1109}\u{1165}\u{1107}\u{1175}\u{1109}\u{1173}"]?.text == "1")
  }
}
