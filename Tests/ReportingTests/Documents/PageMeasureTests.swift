import Diagnostics
import TestSupport
import Testing

@testable import Reporting

@Suite struct `Measures of pages` {
  @Test(arguments: [
    ("가나다라마", 5000, 1), ("가나다라마바", 5000, 2), ("가나 다라마", 5000, 2), ("가나 다라", 5000, 1),
    ("가나다라마바사아자차카", 5000, 3), ("", 5000, 1), ("word word", 5020, 1), ("word word", 5019, 2),
    ("wwwwwwwwwwww", 5000, 3),
    ("가나다 " + "라마바사아자차카타파하", 5000, 4),
  ])
  func `lines are filled word by word, and what is longer than a line goes on in the next`(
    _ text: String, _ room: Int, _ lines: Int
  ) {
    #expect(TextExtent.lines(of: [Run(text)], room: room).lines == lines)
  }

  @Test func `code takes letters of one width`() {
    #expect(TextExtent.lines(of: [Run("iiiiiiiiii", code: true)], room: 5000).lines == 1)
    #expect(TextExtent.lines(of: [Run("iiiiiiiiiii", code: true)], room: 5000).lines == 2)
  }

  @Test func `a word longer than a line is divided behind signs that separate, and nothing is lost`() {
    let runs = [
      Run("구간 "), Run("[2022-12-02/2022-12-29/reporter/", code: true), Run("small_merchant]", strong: true),
    ]
    let lines = LongWords.lines(of: runs, room: 9000)
    #expect(lines.map(\.text) == ["구간 [2022-12-02/", "2022-12-29/", "reporter/small_", "merchant]"])
    #expect(lines[0].map(\.isCode) == [false, true])
    #expect(LongWords.lines(of: runs, room: 40_000) == [runs])
    #expect(LongWords.lines(of: [Run("띄어 쓰지 않은 긴 한글 낱말은그대로둠")], room: 3000).count == 1)
  }

  @Test func `no part of a divided word is longer than a line`() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<300 {
      let letters = ["a", "W", "/", "-", "가", " ", "👨‍👩‍👧", "é"]
      let text = (0..<Int.random(in: 1...80, using: &random))
        .map { _ in letters.randomElement(using: &random) ?? "" }.joined()
      let run = Run(text)
      let room = Int.random(in: 1000...8000, using: &random)
      let lines = LongWords.lines(of: [run], room: room)
      #expect(lines.map(\.text).joined() == run.text)
      for line in lines {
        // Words between spaces are for the reader to divide.
        #expect(TextExtent.lines(of: line, room: room).longestUnbroken <= max(room, 1000), "\(text) \(room)")
      }
    }
  }

  @Test func `columns are wide enough for short texts and words that stand in them`() {
    var held = HeldTable(
      TableHead("표", [TableHead.Column("가"), TableHead.Column("기한"), TableHead.Column("말")]))
    _ = held.add([
      TableCell("2022. 11. 21."), TableCell("recommendation 가나다라마바사아"), TableCell("가 나 다 라 마 바 사 아 자 차"),
    ])
    let words = held.longestWords(most: 9000)
    #expect(words[0] == TextExtent.of("2022. 11. 21.") && words[1] == TextExtent.of("recommendation"))
    #expect(words[2] == 1000)
    #expect(held.longestWords(most: 9000, keepsWords: true)[1] == 8000)
    #expect(held.longestWords(most: 3000)[1] == 0)
  }

  @Test(arguments: [
    (100, [10, 10], [30, 0], [30, 10]), (100, [10, 10], [100, 100], [50, 50]),
    (20, [15, 15], [90, 90], [15, 15]),
    (100, [10, 20], [5, 20], [10, 20]),
  ])
  func `titles come before what stands below them`(
    _ total: Int, _ titles: [Int], _ words: [Int], _ least: [Int]
  ) {
    #expect(ColumnWidths.least(total, titles: titles, words: words) == least)
  }

  @Test func `a text stays with what it introduces`() throws {
    let table = Block.tableStart(TableHead("표", [TableHead.Column("가")]))
    let item = try #require(WaitingText(.item(["점"], label: "-", level: 1), followsHeading: false))
    #expect(item.staysWith(table) && item.staysWith(.paragraph(["글"], .inset)))
    #expect(
      !item.staysWith(.item(["다음"], label: "-", level: 1)) && !item.staysWith(.heading(["1."], level: 1)))
    let intro = try #require(WaitingText(.paragraph(["머리글"], .note), followsHeading: true))
    #expect(intro.staysWith(table) && intro.staysWith(.heading(["가."], level: 2)))
    #expect(WaitingText(.paragraph(["앞의 표에 딸린 글"], .note), followsHeading: false) == nil)
  }

  @Test func `a line is never taken to hold more than fits`() {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<500 {
      let words = (0..<Int.random(in: 1...12, using: &random)).map { _ in
        String(
          repeating: ["가", "a", "W", "."].randomElement(using: &random) ?? "",
          count: .random(in: 1...20, using: &random))
      }
      let text = words.joined(separator: " ")
      let extent = TextExtent.of(text)
      let room = Int.random(in: 1000...20_000, using: &random)
      let lines = TextExtent.lines(of: [Run(text)], room: room).lines
      #expect(lines >= (extent - words.count * 320 + room - 1) / room, "\(text) \(room)")
      #expect(lines <= 1 + 2 * extent / room + words.count)
    }
  }

  @Test(arguments: [
    (1000, [1, 1], [0, 0], [500, 500]), (1000, [1, 2], [0, 0], [333, 667]),
    (1000, [1, 9], [300, 0], [300, 700]),
    (1000, [1, 1, 8], [200, 150, 0], [200, 150, 650]), (100, [1, 1], [300, 100], [75, 25]),
    (7, [1, 1, 1], [0, 0, 0], [2, 2, 3]),
  ])
  func `columns share the width by weight, and none is too narrow while there is room`(
    _ total: Int, _ weights: [Int], _ least: [Int], _ widths: [Int]
  ) {
    #expect(ColumnWidths.divide(total, weights: weights, least: least) == widths)
  }
}
