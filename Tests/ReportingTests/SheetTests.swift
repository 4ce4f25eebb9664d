import Diagnostics
import Findings
import Reporting
import Testing

/// Sheets are laid out by display width, and nothing in them reaches a terminal raw.
@Suite struct SheetTests {
  private func lines(_ pieces: [Sheet.Piece], width: Int = 40, _ language: Language = .ko) -> [String] {
    let bytes = Sheet(pieces).render(RenderOptions(language: language, width: width))
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      .dropLast().map(String.init)
  }

  @Test func `the texts of neighbouring rows stand in one column`() {
    let rows: [Sheet.Piece] = [
      .row(ko: "값", en: "value", LocalizedText("1"), indent: 0),
      .row(ko: "보상안", en: "scheme", LocalizedText("가나다 라마바 사아자 차카타 파하거너"), indent: 0),
      .row(ko: "묶음", en: "group", LocalizedText(""), indent: 0),
    ]
    #expect(lines(rows) == ["값      1", "보상안  가나다 라마바 사아자 차카타", "        파하거너", "묶음"])
    #expect(lines(rows, .en).first == "value   1")
  }

  @Test func `a label too long for its column stands alone`() {
    let rows: [Sheet.Piece] = [.row(LocalizedText("scheme.dispute.release"), LocalizedText("글"), indent: 2)]
    #expect(lines(rows) == ["  scheme.dispute.release", String(repeating: " ", count: 16) + "글"])
  }

  @Test func `a place shows its line with a caret under the right cells`() {
    let location = ReportLocation(
      SourceLocation(file: "a.yaml", line: 7, column: 7, endLine: 7, endColumn: 9), excerpt: "  이름: 가나")
    #expect(lines([.place(location, indent: 2)]) == ["  a.yaml:7:7", "  7 | 이름: 가나", "    |       ^^^^"])
  }

  @Test func `controls are written out, and code keeps its lines`() {
    #expect(lines([.paragraph(LocalizedText("a\u{1B}[31m"), indent: 0)]) == ["a\\u{1B}[31m"])
    #expect(lines([.row(LocalizedText("\u{7}"), LocalizedText("b"), indent: 0)]) == ["\\u{7}  b"])
    #expect(lines([.code(LocalizedText("a:\n  b: 1"), indent: 2)]) == ["  a:", "    b: 1"])
  }

  @Test func `a section without a body is not begun`() {
    var sheet = Sheet([.title(LocalizedText("a"))])
    sheet.section("나", "b", [])
    #expect(sheet.pieces.count == 1)
    sheet.section("나", "b", [.gap])
    #expect(sheet.pieces.count == 3)
  }
}
