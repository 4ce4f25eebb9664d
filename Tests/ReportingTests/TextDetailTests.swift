import Diagnostics
import Findings
import Foundation
import Testing

@testable import Reporting

@Suite struct `Text report details` {
  static func excerpt(_ text: String, _ columns: Range<Int>, width: Int) -> SourceExcerpt? {
    SourceExcerpt(
      ReportLocation(
        SourceLocation(
          file: "f", line: 1, column: columns.lowerBound, endLine: 1, endColumn: columns.upperBound),
        excerpt: text), width: width)
  }

  @Test func `a caret stands under wide characters`() throws {
    let excerpt = try #require(Self.excerpt("이름: 톡서랍", 5..<8, width: 40))
    #expect(excerpt.line == "이름: 톡서랍")
    #expect(excerpt.carets == "      ^^^^^^")
  }

  @Test func `a long line is cut around the place`() throws {
    let line = String(repeating: "a", count: 200) + "HERE" + String(repeating: "b", count: 200)
    let excerpt = try #require(Self.excerpt(line, 201..<205, width: 40))
    #expect(DisplayWidth.of(excerpt.line) <= 40)
    #expect(excerpt.line.hasPrefix("…") && excerpt.line.hasSuffix("…"))
    let start = try #require(excerpt.carets.firstIndex(of: "^"))
    let offset = excerpt.carets.distance(from: excerpt.carets.startIndex, to: start)
    #expect(excerpt.line.dropFirst(offset).hasPrefix("HERE"))
  }

  @Test(arguments: [0..<3, 9..<9, 5..<4000, 4000..<4001].map { ($0.lowerBound, $0.upperBound) })
  func `a place outside its line does no harm`(_ low: Int, _ high: Int) {
    if let excerpt = Self.excerpt("짧은 줄", low..<max(low, high), width: 20) {
      #expect(DisplayWidth.of(excerpt.line) <= 20)
    }
  }

  @Test func `lines break between words and keep dates whole`() {
    let text = "첫 지급일 2022. 12. 20.이 기한 2022. 11. 29.보다 늦습니다."
    let lines = LineBreaking.lines(of: text, first: 24, rest: 24)
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= 24 })
    #expect(lines.contains { $0.contains("2022. 12. 20.이") })
    #expect(lines.joined(separator: " ") == text)
  }

  @Test func `a word longer than a line is broken inside`() {
    let lines = LineBreaking.lines(of: String(repeating: "가", count: 50), first: 20, rest: 20)
    #expect(lines.count == 5)
    #expect(lines.joined() == String(repeating: "가", count: 50))
  }

  @Test func `a long path is parted between its steps`() {
    let path = "scheme.releases[2022-12-02].breakdowns[reporter].rows[individual].count"
    let lines = LineBreaking.lines(of: path, first: 40, rest: 40)
    #expect(lines.joined() == path)
    #expect(lines.dropLast().allSatisfy { $0.hasSuffix("]") || $0.hasSuffix(".") })
  }

  /// Text of a report with nothing but some findings.
  static func text(of findings: [Finding], listsAll: Bool = false) -> String {
    let report = AuditReport(
      tool: .init(version: "0"), inputs: [], scheme: .init(id: "s", title: nil, path: "s.yaml"), policies: [],
      options: .init(), law: .written, units: SampleReport.full.units, findings: findings)
    return String(
      decoding: TextReport.render([report], RenderOptions(language: .en, listsAll: listsAll)), as: UTF8.self)
  }

  @Test func `a number that all subjects share stands once`() {
    let shared = ParameterUse(name: "n", title: LocalizedText("limit"), value: .number("30"))
    let heading = SampleReport.heading("R", ko: "규칙", en: "rule")
    let findings = ["a", "b", "c"].map { subject in
      let own = ParameterUse(name: "m", title: LocalizedText("own"), value: .string(subject))
      return Finding(
        heading: heading, subject: subject, outcome: .fail, message: LocalizedText(subject),
        parameters: subject == "c" ? [own] : [shared, own])
    }
    let text = Self.text(of: findings)
    #expect(text.components(separatedBy: "limit 30").count == 2)
    #expect(text.contains("own a") && text.contains("own b") && text.contains("own c"))
  }

  @Test func `the same gap of many elements is one line`() {
    let missing = (1...5).map {
      MissingFact(kind: .missing, path: "scheme.xs[\($0)].y", name: LocalizedText("y"))
    }
    let finding = Finding(
      heading: SampleReport.heading("R", ko: "규칙", en: "rule"), outcome: .unknown, missing: missing)
    let text = Self.text(of: [finding])
    #expect(text.contains("y: not stated in 5 places"))
    #expect(text.contains("scheme.xs[3].y and 2 more"))
    #expect(Self.text(of: [finding], listsAll: true).contains("scheme.xs[5].y"))
  }

  @Test func `passing rules are listed only when asked for`() {
    let findings = ["a", "b"].map {
      Finding(heading: SampleReport.heading("R-7", ko: "규칙", en: "rule"), subject: $0, outcome: .pass)
    }
    #expect(!Self.text(of: findings).contains("R-7"))
    #expect(Self.text(of: findings, listsAll: true).contains("- R-7 rule: a, b"))
  }

  @Test(arguments: [
    ("a.b > 1", false), ("xs.filter(x, x.y)", true), ("'text' + a", false), ("((((1))))", true),
    ("1 +", false),
    ("round_up(a / b, 10)", true), ("", false), ("a ? b : c", false), ("f(", false), ("-1", true),
  ]) func `only arithmetic is read as a formula`(_ text: String, _ isFormula: Bool) {
    #expect((Formula(text) != nil) == isFormula)
  }

  @Test func `deep brackets are given up, not followed`() {
    let text = String(repeating: "(", count: 900) + "1" + String(repeating: ")", count: 900)
    #expect(Formula(text) == nil)
  }

  @Test func `a worked calculation holds the values of the scheme`() throws {
    let finding = try #require(SampleReport.full.findings.first { $0.id == "MIN-1[A3]" })
    let formatter = ValueFormatter(language: .ko, units: SampleReport.full.units)
    let last = try #require(WorkedCalculation(finding, formatter).lines.last)
    #expect(last.title == "최소 보상액")
    #expect(last.formula == "올림(4,900원 ÷ 720 × 12.5시간 × 10, 10 단위)")
    #expect(last.result == "860원")
  }

  @Test func `equal messages of a rule are one entry`() throws {
    let formatter = ValueFormatter(language: .en, units: [:])
    let findings = SampleReport.full.findings.filter { $0.rule == "COV-1" || $0.rule == "MIN-1" }
    let groups = FindingGrouping.groups(findings, formatter)
    #expect(groups.map(\.first.rule) == ["COV-1", "MIN-1"])  // the graver first
    #expect(groups.first?.entries.map(\.findings.count) == [2])
  }
}
