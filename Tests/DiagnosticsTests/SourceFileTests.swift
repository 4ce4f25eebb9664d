import Diagnostics
import Testing

@Suite struct SourceFileTests {
  private func file(_ text: String) -> SourceFile { SourceFile(path: "f.yaml", bytes: Array(text.utf8)) }

  @Test(arguments: [
    ("a\nb", 2, 2, 1), ("a\r\nb", 3, 2, 1), ("가나\n다", 3, 1, 2), ("😀x", 4, 1, 2), ("\u{FEFF}ab", 0, 1, 1),
    ("\u{FEFF}ab", 4, 1, 2), ("a\u{85}b\u{2028}c", 6, 1, 5), ("", 0, 1, 1), ("a\n", 2, 2, 1), ("a", 99, 1, 2),
    ("a", -5, 1, 1),
  ])
  func `offsets become lines and columns`(text: String, offset: Int, line: Int, column: Int) {
    let position = file(text).position(at: offset)
    #expect(position.line == line)
    #expect(position.column == column)
  }

  @Test(arguments: [4094, 4095, 4096, 4097, 8191, 8192, 12_288])
  func `columns hold in very long lines`(count: Int) {
    let text = String(repeating: "가", count: count)
    #expect(file("x\n" + text).position(at: 2 + 3 * (count - 1)).column == count)
    #expect(file("x\n" + text).position(at: 2 + 3 * count).column == count + 1)
    #expect(file(String(repeating: "a", count: count)).position(at: count).column == count + 1)
  }

  @Test func `lines are read without their breaks`() {
    let file = file("\u{FEFF}가\r\n\n나")
    #expect((0...4).map(file.lineText) == ["", "가", "", "나", ""])
  }

  @Test func `an excerpt of a long line is cut around the place`() {
    let text =
      "z\n" + String(repeating: "가", count: 5000) + "x" + String(repeating: "나", count: 5000) + "\r\n"
    let excerpt = file(text).excerpt(at: 2 + 15_000)
    let index = excerpt.text.unicodeScalars.firstIndex(of: "x")
    #expect(
      index.map { excerpt.text.unicodeScalars.distance(from: excerpt.text.unicodeScalars.startIndex, to: $0) }
        == 5001 - excerpt.firstColumn)
    #expect(excerpt.text.utf8.count < 1000)
    #expect(file("z\n가x\r\n").excerpt(at: 5).text == "가x")
    #expect(file(text).excerpt(at: 99_999).text == "")
  }
}
