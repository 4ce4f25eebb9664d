import Diagnostics
import Foundation
import FoundationXML
import Testing

@testable import Reporting

@Suite struct `XML writer` {
  private static func written(_ write: (inout XMLWriter) -> Void) -> String {
    var writer = XMLWriter()
    write(&writer)
    return String(decoding: writer.pieces.flatMap { $0 }, as: UTF8.self)
  }

  @Test func `elements, attributes and text stand as they were written`() {
    let text = Self.written {
      $0.declaration()
      $0.element("a") {
        $0.attribute("n", 3)
        $0.attribute("t", "값")
        $0.attribute("u", ifAny: nil)
        $0.element("b")
        $0.element("c", text: "글")
        $0.element("d") { $0.number(-12) }
      }
    }
    #expect(
      text == """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <a n="3" t="값"><b/><c>글</c><d>-12</d></a>
        """)
  }

  @Test(arguments: [
    ("<script>&\"'", "&lt;script&gt;&amp;&quot;'"), ("]]>", "]]&gt;"), ("\u{0}", "\\u{0}"),
    ("\u{1B}[31m", "\\u{1B}[31m"), ("\u{202E}txt", "\\u{202E}txt"), ("가\u{200B}나", "가\\u{200B}나"),
    ("\u{FFFE}", "\\u{FFFE}"), ("\u{10FFFF}", "\\u{10FFFF}"), ("\u{3164}", "\\u{3164}"),
    ("<\u{7}>", "&lt;\\u{7}&gt;"), ("👨‍👩‍👧 ☎️", "👨‍👩‍👧 ☎️"), ("ば · “…” ≈ →", "ば · “…” ≈ →"), ("", ""),
  ])
  func `text comes out inert`(_ text: String, _ expected: String) {
    #expect(Self.written { $0.element("a", text: text) } == "<a>\(expected)</a>")
    #expect(Self.written { $0.element("a") { $0.attribute("t", text) } } == "<a t=\"\(expected)\"/>")
  }

  @Test func `line breaks become one space, or one line feed where lines are kept`() {
    let text = "첫째 줄\r\n  둘째\t줄\n\n셋째 \n"
    #expect(Self.written { $0.element("a", text: text) } == "<a>첫째 줄 둘째 줄 셋째</a>")
    #expect(Self.written { $0.element("a", text: text, keepingLines: true) } == "<a>첫째 줄\n둘째 줄\n셋째</a>")
  }

  @Test func `an ordinary text is taken as it is`() {
    let text = "영 제37조의11제1항: 7,550원 이상 (a < b) — “고지”"
    #expect(InertText.of(text) == text)
    for value in UInt32(0x20)...0x2FFFF {
      guard let scalar = Unicode.Scalar(value), scalar.hazard == nil else { continue }
      #expect(InertText.of(String(scalar)) == String(scalar))
    }
  }

  @Test func `no hazard passes`() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), scalar.hazard != nil else { continue }
      let shown = InertText.of("가\(scalar)a")
      #expect(shown.unicodeScalars.allSatisfy { $0.hazard == nil }, "\(scalar.codePointName)")
    }
  }

  @Test func `long output comes in pieces that follow one another`() throws {
    var writer = XMLWriter()
    writer.element("all") { writer in
      for number in 0..<40_000 {
        writer.element("one") {
          $0.attribute("n", number)
          $0.text("점검 항목의 내용을 적은 글")
        }
      }
    }
    #expect(writer.pieces.count > 1)
    let parser = XMLParser(data: Data(writer.pieces.flatMap { $0 }))
    #expect(parser.parse())
  }
}
