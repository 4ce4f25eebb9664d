import Diagnostics
import Testing

@Suite struct DiagnosticLogTests {
  private let file = SourceFile(path: "f.yaml", bytes: Array("one\ntwo\nthree\n".utf8))

  @Test func `problems come in the order of their places, each once`() {
    var log = DiagnosticLog()
    log.warning("b", at: SourceSpan(file: file, start: 4, end: 5), ko: "둘", en: "two")
    log.error("a", at: SourceSpan(file: file, start: 0, end: 1), ko: "하나", en: "one")
    log.error("a", at: SourceSpan(file: file, start: 0, end: 1), ko: "하나", en: "one")
    log.note("n", at: nil, ko: "없음", en: "none")
    #expect(log.sorted.map(\.code) == ["n", "a", "b"])
    #expect(log.hasErrors)
    #expect(log.sorted[1].excerpt == "one")
  }

  @Test func `only errors are errors`() {
    var log = DiagnosticLog()
    #expect(log.isEmpty)
    log.warning("w", at: nil, ko: "경고", en: "warning")
    #expect(!log.hasErrors)
    #expect(!log.isEmpty)
  }

  @Test func `what is beyond the limit is counted and still an error`() {
    var log = DiagnosticLog()
    for number in 0..<DiagnosticLog.limit { log.warning("w\(number)", at: nil, ko: "경고", en: "warning") }
    #expect(log.isFull)
    log.error("e", at: nil, ko: "오류", en: "error")
    #expect(log.hasErrors)
    var other = DiagnosticLog()
    other.append(contentsOf: log)
    other.append(contentsOf: log)
    #expect(other.hasErrors)
    #expect(other.entries.count == DiagnosticLog.limit)
    #expect(other.omitted == DiagnosticLog.limit + 2)
    #expect(other.sorted.last?.message.en == "1002 further problems are not listed")
  }

  @Test func `an author's words are quoted only so far`() {
    let problem = Diagnostic(
      code: "x", at: nil, ko: "값", en: "value", help: LocalizedText(String(repeating: "가", count: 100_000)))
    #expect((problem.help?.ko.count ?? 0) < 1000)
  }
}
