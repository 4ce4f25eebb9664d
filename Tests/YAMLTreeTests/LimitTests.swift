import Diagnostics
import Testing
import YAMLTree

@Suite struct LimitTests {
  private func flow(_ depth: Int) -> String {
    String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
  }

  private func block(_ depth: Int) -> String {
    (0..<depth).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
  }

  @Test func `brackets nest to the limit and no further`() throws {
    #expect(Reading(flow(YAMLLimits.flowDepth)).tree != nil)
    let problem = try Reading.problem(flow(YAMLLimits.flowDepth + 1))
    #expect(problem.code == "yaml.too-deep")
    #expect(problem.place.hasPrefix("1:65-"))
  }

  @Test func `blocks nest to the limit and no further`() throws {
    #expect(Reading(block(YAMLLimits.depth)).tree != nil)
    #expect(try Reading.problem(block(YAMLLimits.depth + 1)).code == "yaml.too-deep")
  }

  @Test func `aliases add their depth`() throws {
    let chain = (1..<200).map { "- &a\($0) [*a\($0 - 1)]\n" }.joined()
    #expect(try Reading.problem("- &a0 [1]\n" + chain).code == "yaml.too-deep")
  }

  @Test(arguments: ["[", "{a: ", "- ", "? ", "[{"])
  func `a hundred thousand openings end at once`(opening: String) {
    let reading = Reading(String(repeating: opening, count: 100_000))
    #expect(reading.tree == nil)
    #expect(!reading.problems.isEmpty)
  }

  @Test func `a bomb of aliases is refused where it is largest`() throws {
    let levels = (1...9).map { level in
      "l\(level): &l\(level) [" + (0..<10).map { _ in "*l\(level - 1)" }.joined(separator: ", ") + "]\n"
    }
    let problem = try Reading.problem("l0: &l0 [x, x, x, x, x, x, x, x, x, x]\n" + levels.joined())
    #expect(problem.code == "yaml.alias-expansion")
    #expect(problem.location?.line == 10)
  }

  @Test func `a bomb that overflows every counter is refused`() throws {
    let levels = (1...100).map { "- &a\($0) [*a\($0 - 1), *a\($0 - 1), *a\($0 - 1)]\n" }
    #expect(try Reading.problem("- &a0 [1, 2]\n" + levels.joined()).code == "yaml.alias-expansion")
  }

  @Test func `ordinary use of aliases is allowed`() {
    let uses = (0..<5000).map { "- {id: s\($0), common: *c}\n" }.joined()
    #expect(Reading("- &c {a: 1, b: 2, c: 3}\n" + uses).tree != nil)
  }

  @Test func `a file above the byte limit is refused unread`() throws {
    let reading = Reading(bytes: [UInt8](repeating: 0x20, count: YAMLLimits.bytes + 1))
    #expect(reading.problems.map(\.code) == ["yaml.too-large"])
  }

  @Test func `directives by the hundred thousand are refused before they are parsed`() {
    let tags = (0..<100_000).map { "%TAG !t\($0)! x\n" }.joined()
    #expect(Reading(tags + "---\na: 1\n").problems.map(\.code) == ["yaml.tag"])
    #expect(Reading("# c\n\n%YAML 1.1\n" + tags + "---\na: 1\n").problems.map(\.code) == ["yaml.tag"])
    #expect(Reading("a: 1\n...\n" + tags + "---\na: 1\n").problems.map(\.code) == ["yaml.second-document"])
  }

  @Test func `problems in one very long line are placed without reading it again and again`() throws {
    let reading = Reading("{" + (0..<20_000).map { _ in "가: 1, " }.joined() + "나: 2}")
    #expect(reading.problems.count == 101)
    let last = try #require(reading.problems.dropLast().last)
    #expect(last.location?.column == 2 + 6 * 100)
    #expect((last.excerpt?.utf8.count ?? 0) < 1200)
  }

  @Test func `a million combining characters are refused unsorted`() throws {
    let marks = String(repeating: "\u{301}\u{323}", count: 500_000)
    #expect(try Reading.problem("a: e\(marks)\n").code == "yaml.combining-characters")
    #expect(Reading("a: " + String(repeating: "e\u{323}\u{301}", count: 1000)).tree != nil)
  }
}
