import Diagnostics
import Testing
import YAMLTree

/// A document whose entry `a` holds every letter of `text` once.
struct ScalarCase: CustomTestStringConvertible, Sendable {
  let name: String
  let document: String
  let text: String

  var testDescription: String { name }

  static let all = [
    ScalarCase(name: "plain", document: "a: xyz 가나 😀\nb: 1\n", text: "xyz 가나 😀"),
    ScalarCase(name: "plain folded", document: "a: xy  \n   가\n  나\n\n\n  z\nb: 1\n", text: "xy 가 나\n\nz"),
    ScalarCase(name: "plain in a list", document: "[a, {k: v}]\n", text: ""),
    ScalarCase(name: "plain with comment", document: "a: xy #c # d\n", text: "xy"),
    ScalarCase(name: "single quoted", document: "a: 'x''가''''z'\n", text: "x'가''z"),
    ScalarCase(name: "single folded", document: "a: ' x \n  가\n\n  나 '\n", text: " x 가\n나 "),
    ScalarCase(
      name: "double quoted", document: "a: \"x\\t가\\u00e9\\U0001F600\\x41\\\"z\\\\\"\n", text: "x\t가é😀A\"z\\"),
    ScalarCase(
      name: "double folded", document: "a: \"x \n   가\\\n   나 \\\n\n   다\\ \n   z\"\n", text: "x 가나 \n다  z"),
    ScalarCase(name: "literal", document: "a: |\n  xy\n   가\n\n  나\nb: 1\n", text: "xy\n 가\n\n나\n"),
    ScalarCase(name: "literal stripped", document: "a: |-\n\n    xy\n    z\n\n", text: "\nxy\nz"),
    ScalarCase(name: "literal kept", document: "a: |+\n  xy\n\n\nb: 1\n", text: "xy\n\n\n"),
    ScalarCase(name: "literal indented", document: "a: |2\n    xy\n   z\nb: 1\n", text: "  xy\n z\n"),
    ScalarCase(name: "literal at the end", document: "a: |\n  xy", text: "xy"),
    ScalarCase(name: "literal with comment", document: "a: |-  # why\n  xy\n# z\n", text: "xy"),
    ScalarCase(
      name: "folded", document: "a: >\n  xy\n  가\n\n  나\n   다\n   라\n  z\nb: 1\n",
      text: "xy 가\n나\n 다\n 라\nz\n"),
    ScalarCase(name: "folded stripped", document: "a: >-\n\n  xy\n  가\n\n", text: "\nxy 가"),
    ScalarCase(name: "folded with blanks", document: "a: >-\n  xy\n     \n  가\n", text: "xy\n   \n가"),
  ].filter { !$0.text.isEmpty }
}

@Suite struct PositionTests {
  @Test(
    arguments: ScalarCase.all, [("\n", ""), ("\r\n", ""), ("\n", "\u{FEFF}"), ("\r\n", "\u{FEFF}# 한글 😀\n")])
  func `each character of a scalar is found in the file`(
    scalar: ScalarCase, form: (lineEnd: String, head: String)
  )
    throws
  {
    let body = (form.head + scalar.document).unicodeScalars.map { $0 == "\n" ? form.lineEnd : String($0) }
    let root = try Reading.root(body.joined())
    let node = try #require(root["a"])
    #expect(node.text.unicodeScalars.elementsEqual(scalar.text.unicodeScalars))
    var offset = 0
    var last = node.span.start
    for scalar in node.text.unicodeScalars {
      let next = offset + UTF8.width(scalar)
      let span = node.span(ofText: offset..<next)
      if scalar != " ", scalar != "\n", !span.source.hasPrefix("\\"), scalar != "'" {
        #expect(span.source.unicodeScalars.elementsEqual([scalar]))
      }
      #expect(span.start >= last)
      #expect(span.end >= span.start)
      #expect(node.span(ofText: offset..<offset).start == span.start)
      (offset, last) = (next, span.start)
    }
    let rest = node.span(ofText: offset..<offset)
    #expect(rest.start == rest.end && rest.start >= last)
  }

  @Test func `escapes and doubled quotes are covered whole`() throws {
    let root = try Reading.root("a: \"x\\u00e9\\n\\\"y\"\nb: 'p''q'\n")
    let a = try #require(root["a"])
    #expect(a.span(ofText: 1..<3).source == "\\u00e9")
    #expect(a.span(ofText: 2..<3).source == "\\u00e9")
    #expect(a.span(ofText: 3..<4).source == "\\n")
    #expect(a.span(ofText: 0..<6).source == "x\\u00e9\\n\\\"y")
    let b = try #require(root["b"])
    #expect(b.span(ofText: 1..<2).source == "''")
    #expect(b.span(ofText: 0..<3).source == "p''q")
  }

  @Test func `a range over lines begins and ends at its own characters`() throws {
    let root = try Reading.root("a: >-\n  가나\n  다라\nb: 마바\n  사아\n")
    let a = try #require(root["a"])
    let span = a.span(ofText: 3..<10)
    #expect(span.source == "나\n  다")
    let location = span.location
    #expect([location.line, location.column, location.endLine, location.endColumn] == [2, 4, 3, 4])
    let b = try #require(root["b"])
    #expect(b.span(ofText: 7..<13).location.line == 5)
    #expect(b.span(ofText: 7..<13).location.column == 3)
  }

  @Test func `offsets outside the text stay inside the scalar`() throws {
    let root = try Reading.root("a: 'xy'\nb:\n")
    #expect(root["a"]?.span(ofText: 5..<9).source == "")
    #expect(root["a"]?.span(ofText: 1..<900).source == "y")
    #expect(root["b"]?.span(ofText: 0..<1).source == "")
    #expect(root.span(ofText: 0..<1).start == root.span.start)
  }

  @Test func `texts that were normalised are found by their characters`() throws {
    let decomposed = "\u{1112}\u{1161}\u{11AB}\u{1100}\u{1173}\u{11AF}"
    let root = try Reading.root("a: x \(decomposed) y\nb: \"\\u1112\\u1161\\u11ab z\"\n")
    let a = try #require(root["a"])
    #expect(a.text == "x 한글 y")
    #expect(
      a.span(ofText: 5..<8).source.unicodeScalars.elementsEqual("\u{1100}\u{1173}\u{11AF}".unicodeScalars))
    #expect(a.span(ofText: 9..<10).source == "y")
    #expect(a.span(ofText: 9..<10).location.column == 13)
    #expect(a.span(ofText: 9..<9).source == "")
    #expect(root["b"]?.span(ofText: 0..<3).source == "\\u1112\\u1161\\u11ab")
    #expect(root["b"]?.span(ofText: 4..<5).source == "z")
  }

  @Test func `nodes are placed without quotes' surroundings, comments and blanks`() throws {
    let text =
      "a: x  # c\nb: 'y'   # d\nc:\n  - 1 # e\n  # f\n\nd: {k: [1, 2] } # g\ne: |\n  t\n\n\n# h\nf: &n  z\ng:\n"
    let root = try Reading.root(text)
    #expect(root["a"]?.span.source == "x")
    #expect(root["b"]?.span.source == "'y'")
    #expect(root["c"]?.span.source == "- 1")
    #expect(root["d"]?.span.source == "{k: [1, 2] }")
    #expect(root["d"]?["k"]?.span.source == "[1, 2]")
    #expect(root["e"]?.span.source == "|\n  t")
    #expect(root["f"]?.span.source == "z")
    #expect(root["g"]?.span.source == "")
    #expect(root["g"]?.span.location.column == 3)
    #expect(root.entries.map(\.key.span.source) == ["a", "b", "c", "d", "e", "f", "g"])
    #expect(root.span.source.hasSuffix("g:"))
  }

  @Test func `anchors are no part of a node`() throws {
    let root = try Reading.root("a: &x\n  # c\n  k: 1\nb: &y [1]\nc: &z |\n  t\nd: &w\n")
    #expect(root["a"]?.span.source == "k: 1")
    #expect(root["b"]?.span.source == "[1]")
    #expect(root["c"]?.span.source == "|\n  t")
    #expect(root["d"]?.isNull == true)
  }

  @Test func `columns count characters, also after emoji`() throws {
    let root = try Reading.root("a: {한: 😀, x: 'é'}\n")
    #expect(root["a"]?["한"]?.span.location.column == 8)
    #expect(root["a"]?["x"]?.span.location.column == 14)
    #expect(root["a"]?["x"]?.span.location.endColumn == 17)
  }

  @Test func `random scalars in every style are found character by character`() throws {
    var random = Generator(state: 20_221_015)
    for _ in 0..<3000 {
      let (document, lines) = random.document()
      let reading = Reading(document)
      guard let node = reading.tree?.root["a"] else { continue }
      var offset = 0
      for scalar in node.text.unicodeScalars {
        let next = offset + UTF8.width(scalar)
        if scalar != " ", scalar != "\n" {
          let span = node.span(ofText: offset..<next)
          #expect(
            span.source.unicodeScalars.elementsEqual([scalar]), "seed 20221015, \(document.debugDescription)")
        }
        offset = next
      }
      let words = node.text.split { $0 == " " || $0 == "\n" }.map(String.init)
      #expect(words == lines, "seed 20221015, \(document.debugDescription)")
    }
  }
}

/// Makes documents whose entry `a` is a scalar of distinct words on several lines.
private struct Generator {
  var state: UInt64

  mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }

  mutating func document() -> (String, [String]) {
    let opening = ["", "'", "\"", "|\n", ">\n", "|+\n", ">-\n", "|-\n", ">2\n"][next(9)]
    let isBlock = opening.hasSuffix("\n")
    let lineEnd = next(2) == 0 ? "\n" : "\r\n"
    var words: [String] = []
    var body = isBlock ? String(repeating: lineEnd, count: next(3)) : ""
    for line in 0...next(4) {
      if isBlock || line > 0 { body += "  " + (isBlock && next(3) == 0 && line > 0 ? "  " : "") }
      for index in 0...next(3) {
        let letter = UInt32(0xAC00 + words.count * 3)
        let word = [String(Unicode.Scalar(letter) ?? "x"), "w\(words.count)z", "😀"][next(3)]
        if index > 0 { body += next(2) == 0 ? " " : "  " }
        body += word
        words.append(word)
      }
      if next(4) == 0 { body += "  " }
      body += lineEnd + (next(3) == 0 ? lineEnd : "") + (next(5) == 0 ? "   " + lineEnd : "")
    }
    let closing = isBlock ? "" : "  " + opening
    return (
      "# 머리\(lineEnd)a: \(opening.replacing("\n", with: lineEnd))\(body)\(closing)\(lineEnd)b: 1\(lineEnd)",
      words
    )
  }
}
