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
