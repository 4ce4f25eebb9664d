import Diagnostics
import Expressions
import Testing

@Suite struct `Places of problems in files` {
  private func only(_ content: String) throws -> Diagnostic {
    let problems = Sample.checkFile(content).problems
    #expect(problems.count == 1)
    return try #require(problems.first)
  }

  @Test(arguments: [
    ("require: award.valu > 0\n", 1, 16), ("require: \"award.valu > 0\"\n", 1, 17),
    ("require: >\n  award.value > 0 &&\n  award.valu > 0\n", 3, 9),
    ("require: |\n  award.value > 0 &&\n    award.valu > 0\n", 3, 11),
    ("require:\n  award.value > 0\n  && award.valu > 0\n", 3, 12),
    ("require: 'award.id == ''보상'' && award.valu > 0'\n", 1, 39),
    ("require: \"award.id == '\\u00e1' && award.valu > 0\"\n", 1, 41),
  ])
  func `follow the text through quotes and folding`(content: String, line: Int, column: Int) throws {
    let problem = try only(content)
    #expect(problem.location?.line == line)
    #expect(problem.location?.column == column)
    #expect(problem.pointedAt == "valu")
  }

  @Test func `a comment that cut an expression is named`() throws {
    let problem = try only("require: award.value > 0 # && award.count > 0\n")
    #expect(problem.code == "expression.tight-comment")
    #expect(problem.location?.column == 25)
  }

  @Test(arguments: [
    "require: award.value > 0  # won\n", "require: 'award.value > 0' # won\n",
    "require: award.value > 0\n# won\n",
  ])
  func `a comment apart from the expression is none of its business`(content: String) {
    #expect(Sample.checkFile(content).problems.isEmpty)
  }

  @Test(arguments: [
    "require: award.value > 0 &&  # won\n", "require: has(award.value  # won\n",
    "require: award.id == 'a  # b'\n",
  ])
  func `an unfinished expression before a comment says so`(content: String) throws {
    let problem = try only(content)
    #expect(problem.help?.en.contains("is a comment") == true)
    #expect(problem.help?.ko.contains("주석") == true)
  }

  @Test func `a comment that swallows the lines after it is refused`() throws {
    #expect(
      try only("require: >\n  award.value > 0 // won\n  && award.count > 1000\n").code
        == "expression.folded-comment")
    #expect(
      Sample.checkFile("require: |\n  award.value > 0 // won\n  && award.count > 1000\n").problems.isEmpty)
    #expect(Sample.checkFile("require: award.value > 0 // won\n").problems.isEmpty)
  }

  @Test func `a piece of a scalar has its own place`() {
    var log = DiagnosticLog()
    guard let node = Sample.node("require: '기한은 {deadlin}까지'\n") else {
      Issue.record("no node")
      return
    }
    let start = "기한은 {".utf8.count
    let source = ExpressionSource(node, range: start..<start + 7)
    #expect(source.text == "deadlin")
    #expect(!source.isWholeNode)
    _ = Sample.checker.check(source, scope: Sample.scope, diagnostics: &log)
    #expect(log.entries.first?.pointedAt == "deadlin")
  }
}
