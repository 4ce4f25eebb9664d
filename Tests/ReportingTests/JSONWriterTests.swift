import Diagnostics
import Findings
import Foundation
import Reporting
import Testing

@Suite struct `JSON of a report` {
  @Test(arguments: [
    ("\"", "\\\""), ("\\", "\\\\"), ("\n", "\\n"), ("\u{1B}", "\\u001b"), ("\u{7F}", "\\u007f"),
    ("\u{85}", "\\u0085"),
    ("\u{61C}", "\\u061c"), ("\u{200B}", "\\u200b"), ("\u{2028}", "\\u2028"), ("\u{202E}", "\\u202e"),
    ("\u{2066}", "\\u2066"), ("\u{FEFF}", "\\ufeff"), ("·", "·"), ("—", "—"), ("ؠ", "ؠ"), ("￦", "￦"),
    ("😀", "😀"),
  ]) func `a character is escaped wherever it stands, or nowhere`(_ character: String, _ written: String) {
    for letter in ["a", "가", "é"] {
      for before in 0...18 {
        for after in [0, 1, 7, 8, 9] {
          let (start, end) = (
            String(repeating: letter, count: before), String(repeating: letter, count: after)
          )
          var writer = JSONWriter()
          writer.string(start + character + character + end)
          #expect(String(decoding: writer.bytes, as: UTF8.self) == "\"\(start)\(written)\(written)\(end)\"")
        }
      }
    }
  }

  /// Findings of two rules; neighbours share grounds or have equal ones, and many numbers differ.
  static let findings: [Finding] = {
    let shared = Evidence(
      path: "scheme.a", name: LocalizedText("a"), value: .number("1"), file: "s.yaml", line: 1, column: 4)
    let headings = ["R1", "R2"].map {
      RuleHeading(
        policy: "p", rule: $0, title: LocalizedText(ko: "\($0) 제목", en: "title of \($0)"), status: .statute,
        severity: .major)
    }
    return (0..<120).map { index in
      let own = Evidence(
        path: "scheme.b", name: LocalizedText("b"), value: .number("\(index / 2)"), file: "s.yaml",
        line: index + 1, column: 4)
      let parameters = [index % 50, 0].map {
        ParameterUse(name: "x", title: LocalizedText("x"), value: .number("\($0)"))
      }
      return Finding(
        heading: headings[index / 3 % 2], subject: "#\(index)", outcome: .fail,
        evidence: index % 2 == 0 ? [shared, own] : [own, shared, shared], parameters: parameters,
        dates: [DateUse(expression: "submission.date", value: .unknown)],
        exception: index % 5 == 0
          ? ExceptionUse(id: "E\(index % 3)", title: LocalizedText("e"), state: .open, effect: .notRequired)
          : nil)
    }
  }()

  /// The lines of the findings in a report of them.
  static func lines(_ findings: [Finding]) -> [Substring] {
    let report = AuditReport(
      tool: .init(version: "0"), inputs: [], scheme: .init(id: "s", title: nil, path: "s.yaml"), policies: [],
      options: .init(), law: .written, findings: findings)
    let text = String(decoding: report.json, as: UTF8.self)
    return text.split(separator: "\n").drop { !$0.hasPrefix("\"findings\":") }.dropFirst().map {
      $0.hasSuffix(",") ? $0.dropLast() : $0
    }.filter { $0.hasPrefix("{") }
  }

  @Test(arguments: [0, 1, 33, 120]) func `the pieces of a long report are one JSON text`(_ count: Int) throws
  {
    let reports = ["s.yaml", "t.yaml"].map {
      AuditReport(
        tool: .init(version: "0"), inputs: [], scheme: .init(id: "s", title: nil, path: $0), policies: [],
        options: .init(), law: .written, findings: Array(Self.findings.prefix(count)))
    }
    for some in [reports, Array(reports.prefix(1))] {
      let pieces = try ReportFormat.json.pieces(some, RenderOptions(language: .ko))
      #expect(Array(pieces.joined()) == AuditReport.json(of: some))
      let read = try JSONSerialization.jsonObject(with: Data(pieces.joined()))
      let objects = read as? [[String: Any]] ?? [read as? [String: Any] ?? [:]]
      #expect(objects.compactMap { ($0["findings"] as? [Any])?.count } == some.map(\.findings.count))
    }
  }

  @Test func `a finding reads the same alone and among others`() {
    let together = Self.lines(Self.findings)
    #expect(together.count == Self.findings.count)
    for (line, finding) in zip(together, Self.findings) { #expect([line] == Self.lines([finding])) }
  }
}
