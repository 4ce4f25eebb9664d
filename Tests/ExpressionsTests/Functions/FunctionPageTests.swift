import Diagnostics
import Expressions
import Foundation
import Testing

@Suite struct `The functions page` {
  @Test(arguments: [(Language.en, "docs/functions.md"), (.ko, "docs/ko/functions.md")])
  func `the page in the documentation is the one that is generated`(language: Language, path: String) throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let written = try String(contentsOf: root.appending(path: path), encoding: .utf8)
    let isFresh = written == FunctionPage().markdown(language)
    #expect(isFresh, "\(path) is stale; run 'make generate' and look at what changed")
  }

  @Test(arguments: [Language.en, .ko])
  func `the list shows every entry once, under its topic`(language: Language) {
    let page = FunctionPage()
    let lines = page.list(language).split(separator: "\n").map(String.init)
    for topic in ManualTopic.allCases { #expect(lines.contains(topic.title[language])) }
    for entry in page.entries {
      #expect(lines.count { $0.hasPrefix("  \(entry.forms[0])") } >= 1, "\(entry.name)")
      #expect(lines.contains { $0.hasSuffix(entry.manual.summary[language]) }, "\(entry.name)")
    }
  }

  @Test func `an entry shows forms, parameters with types, units, errors and examples`() throws {
    let text = try #require(FunctionPage().named("percentile").first).text(.en)
    #expect(
      text == """
        percentile(list, percent)

        The value at a percentile, by nearest rank.
        Sorted from the smallest, it is the value whose place is size × percent ÷ 100, rounded up; at 0 it is the first. Nothing is \
        interpolated: the result is always one of the numbers.

          list     the numbers (a list of numbers)
          percent  from 0 to 100 (a number)

        Gives: a number

        Units: The numbers have one unit, which the result has too.

        Errors: An empty list, or a percentile outside 0 to 100.

        Unknown facts: Unknown where a member is doubtful, unknown or only bounded.

        Examples:
          percentile([10, 20, 30, 40], 50)  →  20
          percentile([10, 20, 30, 40], 51)  →  30
          percentile([40, 10], 0)  →  10
          percentile([], 50)  →  an error
          percentile([1], 101)  →  an error

        """)
  }

  @Test func `a method is shown on its value, and several values by dots`() {
    let page = FunctionPage()
    #expect(page.named("size").first?.forms == ["size(list)", "list.size()"])
    #expect(page.named("min").first?.forms == ["min(list)", "min(a, b, …)"])
    #expect(page.named("indexOf").first?.forms == ["text.indexOf(part)", "text.indexOf(part, from)"])
    #expect(page.named("covers").first?.forms == ["covers(refs, id)"])
  }
}
