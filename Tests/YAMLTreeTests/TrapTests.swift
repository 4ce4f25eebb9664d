import Diagnostics
import Testing
import YAMLTree

/// A text that YAML would misread, and where and as what it is reported.
struct TrapCase: CustomTestStringConvertible, Sendable {
  let text: String
  let code: String
  let place: String

  init(_ text: String, _ code: String, _ place: String) {
    self.text = text
    self.code = code
    self.place = place
  }

  var testDescription: String { Printable.escaped(text) }

  static let tags = [
    TrapCase("require: !has(x)\n", "yaml.tag", "1:10-17"),
    TrapCase("a: 1\nrequire: !has(x) && y\n", "yaml.tag", "2:10-17"),
    TrapCase("require: !(a || b)\n", "yaml.tag", "1:10-13"),
    TrapCase("- !!str 1\n", "yaml.tag", "1:3-8"),
    TrapCase("{a: !x [1]}\n", "yaml.tag", "1:5-7"),
    TrapCase("a: &n !t\n  b: 1\n", "yaml.tag", "1:7-9"),
    TrapCase("%TAG ! tag:x,1:\n---\na: 1\n", "yaml.tag", "1:1-5"),
  ]
  static let splits = [
    TrapCase("x: {in: xs.filter(a, a.g == 'free')}\n", "yaml.split-expression", "1:9-36"),
    TrapCase("x: {as: s, in: f(a, b), if_none: pass}\n", "yaml.split-expression", "1:16-23"),
    TrapCase("x: {is: a == 'p, q', t: 1}\n", "yaml.split-expression", "1:9-20"),
    TrapCase("x: {is: a == \"p, q\", t: 1}\n", "yaml.split-expression", "1:9-20"),
    TrapCase("x: [f(a, g(b, c))]\n", "yaml.split-expression", "1:5-18"),
    TrapCase("x: {ko: 별표(가, 나), en: y}\n", "yaml.split-expression", "1:9-17"),
  ]
  static let keys = [
    TrapCase("a: 1\nb: 2\na: 3\n", "yaml.duplicate-key", "3:1-2"),
    TrapCase("{a: 1, \"a\": 2}\n", "yaml.duplicate-key", "1:8-11"),
    TrapCase("\u{1112}\u{1161}\u{11AB}: 1\n한: 2\n", "yaml.duplicate-key", "2:1-2"),
    TrapCase("a: &a {x: 1}\nb:\n  <<: *a\n  y: 2\n", "yaml.merge-key", "3:3-5"),
    TrapCase("? [a, b]\n: 1\n", "yaml.complex-key", "1:3-4"),
    TrapCase("message: {{name}}\n", "yaml.complex-key", "1:11-12"),
    TrapCase("{: 1}\n", "yaml.empty-key", "1:2-3"),
    TrapCase("a:\n  : 1\n", "yaml.empty-key", "2:3-4"),
    TrapCase("?\n: 1\n", "yaml.empty-key", "1:2-2"),
    TrapCase("a: &k b\n*k : 1\n", "yaml.alias-key", "2:1-3"),
    TrapCase("na\u{200B}me: 1\n", "yaml.invisible-in-key", "1:3-4"),
    TrapCase("\"na\\u200Bme\": 1\n", "yaml.invisible-in-key", "1:4-10"),
    TrapCase("{이\u{3164}름: 1}\n", "yaml.invisible-in-key", "1:3-4"),
  ]
  static let spaces = [
    TrapCase("a:\n\u{A0}\u{A0}b: 1\n", "yaml.unicode-space", "2:1-3"),
    TrapCase("a:\n  b: 1\n\u{3000}c: 2\n", "yaml.unicode-space", "3:1-2"),
    TrapCase("a:\n  b: 1\n  \u{2003}c: 2\nd: 3\n", "yaml.unicode-space", "3:3-4"),
    TrapCase("a: foo\n  \u{3000}bar\n", "yaml.unicode-space", "2:3-4"),
    TrapCase("a:\u{A0}1\n", "yaml.unicode-space", "1:3-4"),
    TrapCase("a:\u{A0}1\nb: 2\n", "yaml.unicode-space", "1:3-4"),
    TrapCase("x: 1\n이름:\u{3000}1\ny: 2\n", "yaml.unicode-space", "2:4-5"),
    TrapCase("a: \u{3000}1\n", "yaml.unicode-space", "1:4-5"),
    TrapCase("a: 무료\u{3000}\n", "yaml.unicode-space", "1:6-7"),
    TrapCase("a: 무료\u{A0}# 설명\n", "yaml.unicode-space", "1:6-7"),
    TrapCase("-\u{3000}a\n", "yaml.unicode-space", "1:2-3"),
    TrapCase("\u{FEFF}\u{A0}a: 1\n", "yaml.unicode-space", "1:1-2"),
    TrapCase("name：카카오\n", "yaml.full-width-colon", "1:5-6"),
    TrapCase("a: 1\nname：카카오\nb: 2\n", "yaml.full-width-colon", "2:5-6"),
    TrapCase("a: 1\n이름：카카오\n", "yaml.full-width-colon", "2:3-4"),
    TrapCase("a:\n  id：kakao\n  name: x\n", "yaml.full-width-colon", "2:5-6"),
    TrapCase("a: {id：kakao, b: 1}\n", "yaml.full-width-colon", "1:7-8"),
    TrapCase("- id：kakao\n", "yaml.full-width-colon", "1:5-6"),
    TrapCase("a:\n\tb: 1\n", "yaml.tab", "2:1-2"),
    TrapCase("a:\n  - x\n\t- y\n", "yaml.tab", "3:1-2"),
    TrapCase("-\ta: 1\n", "yaml.tab", "1:2-3"),
    TrapCase("a: |\n\tb\n", "yaml.tab", "2:1-2"),
  ]
  static let documents = [
    TrapCase("a: 1\n---\nb: 2\n", "yaml.second-document", "2:1-4"),
    TrapCase("a: 1\n...\n%TAG ! x\n---\nb: 2\n", "yaml.second-document", "3:1-9"),
    TrapCase("{a: 1} b\n", "yaml.trailing-text", "1:8-9"),
    TrapCase("\"a\" == b\n", "yaml.trailing-text", "1:5-9"),
    TrapCase("", "yaml.empty", "1:1-1"),
    TrapCase("\u{FEFF}", "yaml.empty", "1:1-1"),
    TrapCase("# nothing\n\n", "yaml.empty", "1:1-1"),
    TrapCase("---\n", "yaml.empty", "1:1-1"),
  ]
  static let characters = [
    TrapCase("a: \"\\e[31m\"\n", "yaml.control-character", "1:5-7"),
    TrapCase("\"b\\0\": 1\n", "yaml.control-character", "1:3-5"),
    TrapCase("a: \u{1B}[31m\n", "yaml.control-character", "1:4-5"),
    TrapCase("# \u{7}\na: 1\n", "yaml.control-character", "1:3-4"),
    TrapCase("a: 1\n\u{FEFF}b: 2\n", "yaml.control-character", "2:1-2"),
    TrapCase("a: 가\u{202E}나\n", "yaml.bidi-control", "1:5-6"),
    TrapCase("a: 'x\n\n  it''s \u{2066}'\n", "yaml.bidi-control", "3:9-10"),
    TrapCase(
      "a: e" + String(repeating: "\u{301}", count: 31) + "\n", "yaml.combining-characters", "1:35-36"),
    TrapCase("a: b\u{2028}c: d\n", "yaml.line-separator", "1:5-6"),
    TrapCase("a: b\u{85}c: d\n", "yaml.line-separator", "1:5-6"),
    TrapCase("a: 1\rb: 2\r", "yaml.carriage-return", "1:5-6"),
  ]
  static let aliases = [
    TrapCase("a: *x\n", "yaml.unknown-alias", "1:4-6"),
    TrapCase("a: &a [1, *a]\n", "yaml.alias-cycle", "1:11-13"),
    TrapCase("a: &a\n  b: {c: *a}\n", "yaml.alias-cycle", "2:10-12"),
  ]
  static let syntax = [
    TrapCase("require: \"a\" == b\nc: 1\n", "yaml.text-after-quote", "1:14-18"),
    TrapCase("a: 'it's'\n", "yaml.text-after-quote", "1:8-10"),
    TrapCase("require: [a, b].exists(x, x)\n", "yaml.text-after-bracket", "1:16-29"),
    TrapCase("message: {name}은 안 됩니다\n", "yaml.text-after-bracket", "1:16-23"),
    TrapCase("require: a ? b : c\n", "yaml.unexpected-colon", "1:16-17"),
    TrapCase("a: 1\nid:kakao\nb: 2\n", "yaml.missing-colon", "2:1-2"),
    TrapCase("a: \"abc\nb: 1\n", "yaml.unclosed-quote", "1:4-5"),
    TrapCase("a: [1, 2\nb: 1\n", "yaml.unclosed-bracket", "1:4-5"),
    TrapCase("a: {x: 1\nb: 1\nc: {y: 2}\n", "yaml.unclosed-bracket", "1:4-5"),
    TrapCase("a:\n  - {x: 1, y: [2, 3}\n  - {z: 1}\n", "yaml.unclosed-bracket", "2:15-16"),
    TrapCase("a: {x: 1,\n  y: 2 3: 4}\nb: 1\n", "yaml.unclosed-brace", "2:9-10"),
    TrapCase("a: {x: 1,\n  y: 2\n  z: 4}\nb: 1\n", "yaml.unclosed-brace", "3:4-5"),
    TrapCase("a: {x: 1\n\n", "yaml.unclosed-bracket", "1:4-5"),
    TrapCase("a: {in: xs[0], y: 1}\n", "yaml.unclosed-brace", "1:11-12"),
    TrapCase("a:\n    b: 1\n  c: 2\n", "yaml.expected-key", "3:3-4"),
    TrapCase("- a\nb: 1\n", "yaml.expected-dash", "2:1-2"),
    TrapCase("a: \"\\d+\"\n", "yaml.escape", "1:5-6"),
    TrapCase("a: @x\n", "yaml.reserved-character", "1:4-5"),
    TrapCase("가: `x`\n", "yaml.reserved-character", "1:4-5"),
    TrapCase("a: && b\n", "yaml.anchor", "1:5-6"),
    TrapCase("a: - b\n", "yaml.unexpected-dash", "1:4-5"),
    TrapCase("a: | x\n", "yaml.block-scalar", "1:6-7"),
    TrapCase("%YAML 2.0\n---\na: 1\n", "yaml.directive", "1:1-2"),
  ]

  static let all = tags + splits + keys + spaces + documents + characters + aliases + syntax
}

@Suite struct TrapTests {
  @Test(arguments: TrapCase.all)
  func `a trap is one error with place, help and both languages`(trap: TrapCase) throws {
    let problem = try Reading.problem(trap.text)
    #expect(problem.severity == .error)
    #expect(problem.code == trap.code)
    #expect(problem.place == trap.place)
    let help = try #require(problem.help)
    #expect(problem.message.ko.unicodeScalars.contains { (0xAC00...0xD7A3).contains($0.value) })
    #expect(help.ko.unicodeScalars.contains { (0xAC00...0xD7A3).contains($0.value) })
    #expect(problem.message.en.first?.isUppercase == false || problem.message.en.hasPrefix("YAML"))
    #expect(problem.message.en.last != ".")
    #expect(!help.en.isEmpty && help.en.last != ".")
  }

  @Test(arguments: TrapCase.all)
  func `a trap is found in files with CR LF at the same place`(trap: TrapCase) throws {
    try #require(!trap.text.contains("\r\n"))
    let text = trap.text.unicodeScalars.map { $0 == "\n" ? "\r\n" : String($0) }.joined()
    let problem = try #require(Reading(text).problems.first)
    #expect(problem.code == trap.code)
    if trap.code != "yaml.carriage-return" { #expect(problem.place == trap.place) }
  }

  @Test(arguments: TrapCase.tags + TrapCase.splits + TrapCase.spaces + TrapCase.documents + TrapCase.syntax)
  func `a trap that changes the meaning of the rest leaves no tree`(trap: TrapCase) {
    #expect(Reading(trap.text).tree == nil)
  }

  @Test func `a repeated key or a forbidden character leaves a tree for further checks`() throws {
    let root = try #require(Reading("a: 1\nb: {x: 1, y: 2, x: 3, z: 4, y: 5}\na: \"\\e\"\nc: 2\n").tree).root
    #expect(root.outline == "{a: 1, b: {x: 1, y: 2, z: 4}, c: 2}")
  }

  @Test func `a duplicate key points at the first one`() throws {
    let problem = try Reading.problem("x:\n  이름: 1\n  b: 2\n  이름: 3\n")
    #expect(problem.place == "4:3-5")
    #expect(problem.notes.first?.location?.line == 2)
    #expect(problem.notes.first?.location?.column == 3)
    #expect(problem.message.en == "the key `이름` is already stated in this mapping")
  }

  @Test func `equal keys in different mappings are no duplicates`() throws {
    let root = try Reading.root("a: {id: 1, x: {id: 2}}\nid: 3\nl: [{id: 4}, {id: 5}]\n")
    #expect(root["a"]?["x"]?["id"]?.text == "2")
  }

  @Test func `every problem that does not end the reading is found in one pass`() {
    let reading = Reading("a: !x 1\nb: {f: g(1, 2)}\na: 2\nc: \"\\e\"\n<<: 1\n")
    #expect(
      reading.problems.map(\.code) == [
        "yaml.tag", "yaml.split-expression", "yaml.duplicate-key", "yaml.control-character", "yaml.merge-key",
      ])
  }

  @Test func `a text of one file that is full of problems lists a hundred`() {
    let reading = Reading((0..<1000).map { _ in "a: 1\n" }.joined())
    #expect(reading.problems.count == 101)
    #expect(reading.problems.last?.code == "yaml.more-problems")
  }

  @Test func `the help for a full-width colon and a tag says what to write`() throws {
    #expect(try Reading.problem("name：x\n").help?.en.contains("`:` and a space") == true)
    #expect(try Reading.problem("require: !has(x)\n").help?.en.contains("in quotes") == true)
    #expect(try Reading.problem("require: !has(x)\n").message.en.contains("`!has(x)`") == true)
  }
}
