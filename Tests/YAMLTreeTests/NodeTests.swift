import Diagnostics
import Testing
import YAMLTree

@Suite struct NodeTests {
  @Test func `a document keeps order, kinds and texts`() throws {
    let root = try Reading.root("b: 1\na: [x, 'y', {z: null}]\nc:\n  - 가나\n  - >-\n    한 줄\n    두 줄\n")
    #expect(root.outline == "{b: 1, a: [x, 'y', {z: null}], c: [가나, '한 줄 두 줄']}")
    #expect(root.kind == .mapping)
    #expect(root.count == 3)
    #expect(root["a"]?.count == 3)
    #expect(root["a"]?.items[1].style == .singleQuoted)
    #expect(root["c"]?.items[1].style == .folded)
    #expect(root["missing"] == nil)
    #expect(root["b"]?.items.isEmpty == true)
  }

  @Test(arguments: [
    ("a: null", true), ("a: ~", true), ("a:", true), ("a: 'null'", false), ("a: ''", false),
    ("a: \"~\"", false),
    ("a: Null", false), ("a: none", false), ("a: []", false), ("a: |-\n  null", false),
  ])
  func `only plain null is null`(text: String, expected: Bool) throws {
    #expect(try Reading.root(text)["a"]?.isNull == expected)
  }

  @Test(arguments: [("a: none", true), ("a: 'none'", false), ("a: None", false), ("a: >-\n  none", false)])
  func `only plain none is none`(text: String, expected: Bool) throws {
    #expect(try Reading.root(text)["a"]?.isNone == expected)
  }

  @Test(arguments: [
    ("a: b # c", true), ("a: b  # c", false), ("a: b", false), ("a: 'b' # c", false), ("a: # c", false),
    ("a: b\n# c", false), ("a: b\tx # c", true), ("- b # c\n- d", true), ("a: b\n  c # d", true),
  ])
  func `a comment one space after a plain scalar is noticed`(text: String, expected: Bool) throws {
    let root = try Reading.root(text)
    let node = try #require(root.kind == .mapping ? root["a"] : root.items.first)
    #expect(node.hasTightComment == expected)
  }

  @Test func `keys written in decomposed Hangul are found in composed Hangul and the other way round`() throws
  {
    let composed = "보상안"
    let decomposed = "\u{1107}\u{1169}\u{1109}\u{1161}\u{11BC}\u{110B}\u{1161}\u{11AB}"
    let root = try Reading.root("\(decomposed): \(decomposed)\n이름: 가\n")
    #expect(root[composed]?.text.unicodeScalars.elementsEqual(composed.unicodeScalars) == true)
    #expect(root[decomposed] != nil)
    #expect(root["\u{110B}\u{1175}\u{1105}\u{1173}\u{11B7}"]?.text == "가")
  }

  @Test func `compatibility ideographs and accents are composed`() throws {
    let root = try Reading.root("a: \u{F90A}\nb: e\u{301}\nc: q\u{323}\u{307}\nd: q\u{307}\u{323}\n")
    #expect(root["a"]?.text.unicodeScalars.elementsEqual("金".unicodeScalars) == true)
    #expect(root["b"]?.text.unicodeScalars.elementsEqual("\u{E9}".unicodeScalars) == true)
    #expect(root["c"]?.utf8.elementsEqual(root["d"]?.utf8 ?? []) == true)
  }

  @Test func `nodes are equal only to themselves`() throws {
    let text = "a: 1\nb: 1\n"
    let one = try Reading.root(text)
    let two = try Reading.root(text)
    #expect(one["a"] == one["a"])
    #expect(one["a"] != one["b"])
    #expect(one["a"] != two["a"])
    #expect(Set([one["a"], one["a"], one["b"]]).count == 2)
  }

  @Test func `equal keys share one number`() throws {
    let root = try Reading.root("- {id: 1, name: x}\n- {name: y, id: 2}\n")
    let first = root.items[0].entries
    let second = root.items[1].entries
    #expect(first[0].key.keyID == second[1].key.keyID)
    #expect(first[0].key.keyID != first[1].key.keyID)
    #expect(first[0].value.keyID == nil)
    #expect(root.tree.keyCount == 2)
    #expect(root.tree.keyID("id") == first[0].key.keyID)
    #expect(root.tree.keyID("nope") == nil)
    #expect(first[1].key.keyID.map(root.tree.keyText) == "name")
  }

  @Test func `thousands of keys are told apart`() throws {
    let root = try Reading.root((0..<5000).map { "항목\($0): \($0)\n" }.joined())
    for number in stride(from: 0, to: 5000, by: 97) { #expect(root["항목\(number)"]?.text == "\(number)") }
    #expect(root.tree.keyCount == 5000)
  }

  @Test func `aliases lead to the anchored node itself`() throws {
    let root = try Reading.root("a: &x {p: 1}\nb: *x\nc: [*x, &y 가, *y]\n")
    #expect(root["a"] == root["b"])
    #expect(root["c"]?.items[0] == root["a"])
    #expect(root["c"]?.items[1] == root["c"]?.items[2])
    #expect(root["a"]?.span.source == "{p: 1}")
    #expect(root["c"]?.items[1].span.source == "가")
  }

  @Test func `an anchor may be given again`() throws {
    let root = try Reading.root("a: &x 1\nb: *x\nc: &x 2\nd: *x\ne: &x [&x 3, *x]\nf: *x\n")
    #expect(root.outline == "{a: 1, b: 1, c: 2, d: 2, e: [3, 3], f: 3}")
  }

  @Test func `a byte order mark and a document mark are accepted`() throws {
    let root = try Reading.root("\u{FEFF}---\na: 1\n...\n# the end\n")
    #expect(root["a"]?.span.location.line == 2)
    #expect(try Reading.root("\u{FEFF}키: 1")["키"]?.text == "1")
  }

  @Test func `joiners and variation selectors stay in values`() throws {
    let root = try Reading.root("a: 👨‍👩‍👧 ❤️\nb: क्‍ष\n")
    #expect(root["a"]?.text == "👨‍👩‍👧 ❤️")
  }

  @Test func `what looks like a trap in a text is none`() throws {
    let root = try Reading.root(
      """
      a: FAQ：질문은 아래로
      b: "!has(x)"
      c: '<<'
      d: |
        \u{3000}들여 쓴 글：
        --- 이것은 문서가 아님
      e: 앞\u{A0}뒤 그리고 주의:\u{3000}보상
      f: {ko: the company's plan, en: users' rights, 이름: (주)카카오, x: f(a), y: "g(a, b)"}
      g: a\tb
      h:\tc
      """)
    #expect(root["f"]?.count == 5)
    #expect(root["g"]?.text == "a\tb")
    #expect(root["h"]?.text == "c")
  }
}
