import Diagnostics
import Testing

@Suite struct RenderingTests {
  private func diagnostic(_ text: String, _ range: Range<Int>, notes: [Diagnostic.Note] = []) -> Diagnostic {
    let file = SourceFile(path: "보상안.yaml", bytes: Array(text.utf8))
    return Diagnostic(
      code: "scheme.unknown-key", at: SourceSpan(file: file, start: range.lowerBound, end: range.upperBound),
      ko: "`x`은(는) 이 자리에 없는 항목입니다", en: "unknown key `x`",
      help: LocalizedText(ko: "`y`를 쓰려던 것입니까?", en: "did you mean `y`?"), notes: notes)
  }

  private let plain = DiagnosticRenderer(language: .en, color: false)

  @Test func `the caret stands under the word in display columns`() {
    let lines = plain.render(diagnostic("a: 1\n이름: {한글: 카카오}\n", 22..<31)).split(separator: "\n")
    #expect(
      lines == [
        "보상안.yaml:2:10: error: unknown key `x` [scheme.unknown-key]", "  2 | 이름: {한글: 카카오}",
        "    |              ^~~~~~",
        "  help: did you mean `y`?",
      ])
  }

  @Test func `Korean output speaks Korean`() {
    let note = Diagnostic.Note(
      LocalizedText(ko: "먼저 적힌 곳", en: "first stated here"),
      at: SourceLocation(file: "b.yaml", line: 3, column: 4, endLine: 3, endColumn: 5))
    let korean = DiagnosticRenderer(language: .ko, color: false)
    #expect(
      korean.render(diagnostic("x: 1", 0..<1, notes: [note])) == """
        보상안.yaml:1:1: 오류: `x`은(는) 이 자리에 없는 항목입니다 [scheme.unknown-key]
          1 | x: 1
            | ^
          참고: b.yaml:3:4: 먼저 적힌 곳
          도움말: `y`를 쓰려던 것입니까?
        """)
  }

  @Test func `a span over lines is marked to the end of its first line`() {
    #expect(plain.render(diagnostic("ab: |\n  x\n", 4..<9)).contains("\n    |     ^\n"))
    #expect(plain.render(diagnostic("ab: xyz\n  x\n", 4..<11)).contains("\n    |     ^~~\n"))
  }

  @Test func `a diagnostic without a place has no excerpt`() {
    let problem = Diagnostic(.warning, code: "x", at: nil, ko: "경고", en: "watch out")
    #expect(plain.render(problem) == "warning: watch out [x]")
  }

  @Test func `nothing from an input reaches the terminal raw`() {
    let hostile = "\u{1B}[2J\u{202E}\u{200B}\u{7}\r\u{9B}0m"
    let file = SourceFile(path: "p\(hostile)", bytes: Array("k: \(hostile)\n".utf8))
    let problem = Diagnostic(
      code: "c\(hostile)", at: SourceSpan(file: file, start: 3, end: 9), ko: hostile, en: hostile,
      help: LocalizedText(hostile + "\nsecond line"), notes: [.init(LocalizedText(hostile), at: nil)])
    for language in Language.allCases {
      let text = DiagnosticRenderer(language: language, color: false).render(problem)
      #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.hazard == nil })
      #expect(text.contains("\\u{1B}[2J"))
      #expect(text.contains("second line"))
    }
  }

  @Test func `colour changes nothing but colour`() {
    let problem = diagnostic("a: 1\n이름: 1\n", 5..<11)
    let colored = DiagnosticRenderer(language: .en, color: true).render(problem)
    #expect(colored.contains("\u{1B}[1;31merror:\u{1B}[0m"))
    var bare = colored
    for code in ["1", "1;31", "1;36", "1;32", "0"] { bare = bare.replacing("\u{1B}[\(code)m", with: "") }
    #expect(bare == plain.render(problem))
  }

  @Test func `a wide line is cut around the place`() {
    let text =
      "k: [" + String(repeating: "가나, ", count: 300) + "여기, " + String(repeating: "다라, ", count: 300) + "]"
    let offset = 4 + 300 * 8
    let lines = plain.render(diagnostic(text, offset..<offset + 6)).split(separator: "\n")
    #expect(lines[1].contains("여기"))
    #expect(DisplayWidth.of(String(lines[1])) <= 106)
    let before = lines[1].prefix { $0 != "여" }
    #expect(DisplayWidth.of(String(before)) == DisplayWidth.of(String(lines[2].prefix { $0 != "^" })))
  }

  @Test(arguments: [
    (0, 0, nil, nil), (1, 0, "1 error", "오류 1건"), (2, 1, "2 errors, 1 warning", "오류 2건, 경고 1건"),
  ])
  func `a summary counts`(errors: Int, warnings: Int, english: String?, korean: String?) {
    let problems =
      Array(repeating: Diagnostic(.error, code: "e", at: nil, ko: "", en: ""), count: errors)
      + Array(repeating: Diagnostic(.warning, code: "w", at: nil, ko: "", en: ""), count: warnings)
    #expect(plain.summary(of: problems) == english)
    #expect(DiagnosticRenderer(language: .ko, color: false).summary(of: problems) == korean)
  }
}
