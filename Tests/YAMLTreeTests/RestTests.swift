import Diagnostics
import Testing
import YAMLTree

/// What is left of files that YAML cannot read to their end.
@Suite struct `The rest of a file with YAML errors` {
  private static func rest(_ text: String) -> (tree: YAMLTree?, codes: [String], places: [String]) {
    var log = DiagnosticLog()
    let tree = YAMLTree.parseRest(SourceFile(path: "test.yaml", bytes: Array(text.utf8)), into: &log)
    return (
      tree, log.sorted.map(\.code), log.sorted.compactMap(\.location).map { "\($0.line):\($0.column)" }
    )
  }

  @Test func `of a file in order is the file`() throws {
    let (tree, codes, _) = Self.rest("a: 1\nb: [2]\n")
    let root = try #require(tree).root
    #expect(codes == [] && !root.isBroken && tree?.lostWords.isEmpty == true)
    #expect(root["b"]?.items.map(\.text) == ["2"])
  }

  static let lines: [(text: String, codes: [String], places: [String], kept: [String])] = [
    ("a: 1\n\tb: 2\nc: 3\n", ["yaml.tab"], ["2:1"], ["a", "c"]),
    ("a: 1\nb: \"2\nc: 3\nd: \"4\"\n", ["yaml.unclosed-quote"], ["2:4"], ["a", "c", "d"]),
    ("a: 1\nb: \"2\nc: 3\n", ["yaml.unclosed-quote"], ["2:4"], ["a", "c"]),
    ("a: 1\nb: [2\nc: 3\n", ["yaml.unclosed-bracket"], ["2:4"], ["a", "c"]),
    ("a: 1\nb: x: 2\n  y: 3\nc: 3\n", ["yaml.unexpected-colon"], ["2:5"], ["a", "c"]),
    ("a: 1\nb：2\nc: 3\n", ["yaml.full-width-colon"], ["2:2"], ["a", "b", "c"]),
    (
      "a: 1\nb: @x\nc: 3\nd: `y`\ne: 5\n", ["yaml.reserved-character", "yaml.reserved-character"],
      ["2:4", "4:4"], ["a", "c", "e"]
    ),
    ("a: 1\nb: *x\nc: 3\n", ["yaml.unknown-alias"], ["2:4"], ["a", "c"]),
  ]

  @Test(arguments: lines)
  func `is what stands around the lines in question`(
    text: String, codes: [String], places: [String], kept: [String]
  ) throws {
    let found = Self.rest(text)
    #expect(found.codes == codes && found.places == places)
    let root = try #require(found.tree).root
    #expect(root.entries.map(\.key.text) == kept)
    for (key, value) in root.entries where key.text == "c" {
      #expect(value.span.source == "3")
    }
    // Whoever wants a whole file gets none.
    #expect(Reading(text).tree == nil)
  }

  @Test func `marks what lost something and knows its words`() throws {
    let (tree, _, _) = Self.rest("rules:\n  - id: A\n    text: \"x\n    name: y\n  - id: B\nlast: 1\n")
    let root = try #require(tree).root
    let rules = try #require(root["rules"]).items
    #expect(rules.map { $0["id"]?.text } == ["A", "B"])
    #expect(rules.map(\.isBroken) == [true, false])
    #expect(!root.isBroken && root["last"]?.isBroken == false)
    #expect(tree?.lostWords.isSuperset(of: ["text", "x"]) == true)
    #expect(tree?.lostWords.contains("name") == false)
  }

  @Test func `marks an entry whose whole value is lost`() throws {
    let (tree, codes, _) = Self.rest("a:\n  - @x\nb: 2\n")
    let root = try #require(tree).root
    #expect(codes == ["yaml.reserved-character"])
    #expect(root["a"]?.isBroken == true && root["b"]?.isBroken == false)
  }

  @Test func `keeps a text that does not mean what it says, and marks it`() throws {
    let (tree, codes, _) = Self.rest(
      "- {id: A, when: !has(x), n: 1}\n- {id: B, in: f(a, b), n: 2}\n- {id: C}\n")
    let items = try #require(tree).root.items
    #expect(codes == ["yaml.tag", "yaml.split-expression"])
    #expect(items.map { $0["id"]?.text } == ["A", "B", "C"])
    #expect(items[0]["when"]?.isBroken == true && items[0]["n"]?.isBroken == false)
    #expect(items[1]["in"]?.isBroken == true && items[1].isBroken && !items[2].isBroken)
  }

  @Test func `marks the whole of an expression that was cut, from its outermost bracket`() throws {
    let (tree, codes, places) = Self.rest("a: {is: xs.filter(a, f(a.b, c.d)), n: 1}\n")
    let root = try #require(tree).root
    let item = try #require(root["a"])
    #expect(codes == ["yaml.split-expression"] && places == ["1:9"])
    #expect(item.isBroken && item["is"]?.isBroken == true && item["n"]?.isBroken == false)
  }

  @Test func `of a text without an end to its errors is nothing, in bounded time`() {
    let text = String(repeating: "a: @\n", count: 2_000)
    let (tree, codes, _) = Self.rest(text)
    #expect(tree == nil && !codes.isEmpty && codes.count <= 20)
    #expect(Self.rest("\u{0}").tree == nil)
    #expect(Self.rest("a: \"").codes == ["yaml.unclosed-quote"])
  }

  @Test func `a reworded key or text keeps its place`() throws {
    var log = DiagnosticLog()
    let file = SourceFile(path: "test.yaml", bytes: Array("tile: {unit: KWR}\n".utf8))
    let tree = try #require(YAMLTree.parse(file, into: &log))
    let key = try #require(tree.root.entries.first?.key)
    let unit = try #require(tree.root["tile"]?["unit"])
    let changed = tree.replacing([.reword(key, as: "title"), .reword(unit, as: "KRW")])
    #expect(changed.root["title"]?["unit"]?.text == "KRW")
    #expect(changed.root["tile"] == nil)
    #expect(changed.root.entries.first?.key.span.source == "tile")
    #expect(changed.root["title"]?["unit"]?.span.source == "KWR")
  }
}
