import Diagnostics
import Testing

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("한글", 4), ("ㄱ", 2), ("\u{1112}\u{1161}\u{11AB}", 2), ("é", 1), ("e\u{301}", 1),
    ("😀", 2), ("👩‍👩‍👧", 2),
    ("❤️", 2), ("🇰🇷", 2), ("：（）", 6), ("「」", 4), ("·…", 2), ("a\u{200B}", 1), ("漢字", 4), ("ｱ", 1), ("₩", 1),
    ("￦", 2), ("㎡", 2), ("①", 1),
  ])
  func `a text takes so many cells`(text: String, cells: Int) {
    #expect(DisplayWidth.of(text) == cells)
  }

  private static let texts = [
    "", "plain", "한글과 latin 섞임", "e\u{301}te\u{301}", "👨‍👩‍👧 가족", "🇰🇷 국기 🇯🇵", "❤️a", "각(조합형)", "（전각）",
    "©️x", "\u{301}lead",
  ]

  /// As many characters as take no more than some cells: as slow as it is plain.
  private static func fitting(_ characters: some Sequence<Character>, _ cells: Int) -> [Character] {
    var left = cells
    return characters.prefix { character in
      left -= DisplayWidth.of(character)
      return left >= 0
    }
  }

  @Test(arguments: texts) func `a text is as wide as its characters`(_ text: String) {
    #expect(DisplayWidth.of(text) == text.reduce(0) { $0 + DisplayWidth.of($1) })
  }

  @Test(arguments: texts) func `a beginning ends with a whole character`(_ text: String) {
    for cells in 0...12 {
      #expect(
        DisplayWidth.prefix(text[...], cells: cells) == String(Self.fitting(text, cells)), "\(cells) cells")
    }
  }

  @Test(arguments: texts) func `an end begins with a whole character`(_ text: String) {
    for cells in 0...12 {
      let expected = String(Self.fitting(text.reversed(), cells).reversed())
      #expect(DisplayWidth.suffix(text[...], cells: cells) == expected, "\(cells) cells")
    }
  }
}

@Suite struct ExcerptViewTests {
  @Test(arguments: [8, 9, 20, 40])
  func `an excerpt takes no more than its width and shows the place`(_ width: Int) {
    let line = "서비스: 카카오톡 — a long remark, 그리고 더 많은 말"
    for column in 1...line.count {
      let view = ExcerptView(line, column: column, endColumn: column + 1, width: width)
      #expect(DisplayWidth.of(view.text) <= width, "column \(column)")
      #expect(view.indent + view.underline <= width, "column \(column)")
      let place = Array(line)[column - 1]
      #expect(view.text.contains(place), "column \(column)")
    }
  }
}
