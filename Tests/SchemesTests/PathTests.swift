import Schemes
import Testing

@Suite struct `Paths` {
  @Test(arguments: [
    ("scheme", ["scheme"]),
    ("scheme.awards[A3].tiers[#2].pays", ["scheme", "awards", "[A3]", "tiers", "#1", "pays"]),
    ("a['x]y'].b", ["a", "[x]y]", "b"]), ("a['it''s']", ["a", "[it's]"]), ("a['#1']", ["a", "[#1]"]),
    ("a[약관 제15조]", ["a", "[약관 제15조]"]), ("가.나[다]", ["가", "나", "[다]"]), ("a[b][c]", ["a", "[b]", "[c]"]),
    ("a[it's]", ["a", "[it's]"]), ("a[x.y]", ["a", "[x.y]"]),
  ])
  func `a path has steps`(_ text: String, _ expected: [String]) throws {
    let steps = try SchemePath(text).steps.map { located in
      switch located.step {
      case .name(let name): name
      case .key(let key): "[\(key)]"
      case .position(let position): "#\(position)"
      }
    }
    #expect(steps == expected)
  }

  @Test(arguments: [
    "", ".", "a.", ".a", "a..b", "a[", "a[b", "a[]", "a['b", "a['b'", "a['b'x]", "a[b]c", "a[#]", "a[#0]",
    "a[#-1]",
    "a[#+1]", "a[#x]", "[a]", "a[#99999999999999999999]",
  ])
  func `what is no path`(_ text: String) {
    #expect(throws: SchemePath.Malformed.self) { try SchemePath(text) }
  }

  @Test(arguments: ["scheme.awards[A3].tiers[#2].pays", "a['x]y'].b", "a['it''s']", "a['#1']", "가[나 다]"])
  func `a path is written as it was read`(_ text: String) throws {
    let path = try SchemePath(text)
    #expect(path.text(through: path.steps.count - 1) == text)
  }
}
