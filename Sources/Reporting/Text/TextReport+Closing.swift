import Diagnostics
import Findings

extension TextReport {
  /// Passes that rest on what was not stated.
  mutating func writeAssumedPasses() {
    let lines = RuleLine.lines(sections.assumedPasses, words) {
      $0.assumed.map(\.name.ko).joined(separator: "\u{0}")
    }
    guard !lines.isEmpty else { return }
    heading(
      say(
        ko: "기재되지 않은 사실을 전제로 충족 — 점검 항목 \(words.total(lines))건",
        en: "Met by assumption — \(words.findings(words.total(lines)))"))
    for line in lines {
      page.paragraph("- " + words.name(of: line, most: 6), hanging: 2)
      for text in words.assumptions(of: line.findings.map { report.findings[$0] }) {
        page.paragraph(text, indent: 4)
      }
    }
  }

  /// Passes that nobody but the company vouches for.
  mutating func writeUnprovenPasses() {
    let lines = RuleLine.lines(sections.unprovenPasses, words)
    guard !lines.isEmpty else { return }
    heading(
      say(
        ko: "사업자 진술에만 근거하여 충족 — 점검 항목 \(words.total(lines))건",
        en: "Met on the company's word alone — \(words.findings(words.total(lines)))"))
    for line in lines { page.paragraph("- " + words.name(of: line, most: 6), hanging: 2) }
  }

  /// All passing rules, one line each, where they are to be listed.
  mutating func writePasses() {
    let lines = RuleLine.lines(sections.passes, words)
    guard !lines.isEmpty else { return }
    let total = words.total(lines)
    heading(say(ko: "충족 — 점검 항목 \(total)건", en: "Met — \(words.findings(total))"))
    for line in lines { page.paragraph("- " + words.name(of: line, most: 6), hanging: 2) }
  }

  /// Rules that do not apply, with the reason.
  mutating func writeNotApplicable() {
    let (all, shown) = words.notApplicableLines(sections.notApplicable)
    guard !all.isEmpty else { return }
    let total = words.total(all)
    heading(say(ko: "해당 없음 — 점검 항목 \(total)건", en: "Not applicable — \(words.findings(total))"))
    for line in shown {
      page.paragraph("- " + words.name(of: line, most: 3), hanging: 2)
      for reason in words.reasons(of: line) { page.paragraph(reason, indent: 4) }
    }
  }

  /// Rules and articles that this audit says nothing about.
  mutating func writeNotAudited() {
    let lines = RuleLine.lines(sections.notAudited, words) { say($0.word) }
    let articles = report.notCovered.count
    guard !lines.isEmpty || articles > 0 else { return }
    let hint =
      options.listsAll ? LocalizedText("") : LocalizedText(ko: "(까닭은 --all)", en: " (--all says why)")
    heading(
      say(
        ko: "점검하지 않은 것" + (articles == 0 ? "" : " — 규칙이 없는 조문 \(articles)건" + hint.ko),
        en: "What was not audited"
          + (articles == 0 ? "" : " — articles without a rule: \(articles)" + hint.en)))
    for line in lines {
      let first = report.findings[line.first]
      let remark = say(first.word) + words.inForce(first)
      page.paragraph("- \(words.name(of: line, most: 6)) — \(remark)", hanging: 2)
    }
    guard options.listsAll else {
      for instrument in words.instruments {
        page.paragraph("- \(instrument.name): \(instrument.articles.joined(separator: "; "))", hanging: 2)
      }
      return
    }
    if let day = words.articleDay { page.paragraph("(\(day))") }
    for article in report.notCovered {
      let title = article.title.map { " \(say($0))" } ?? ""
      let why = article.why.map { " — \(say($0))" } ?? ""
      page.paragraph("- \(say(article.instrument)) \(say(article.article))\(title)\(why)", hanging: 2)
      guard words.tellsNumbers(of: article) else { continue }
      for number in article.numbers { page.paragraph(words.number(number), indent: 4, hanging: 6) }
    }
  }

  /// What was read, so that the result can be repeated.
  mutating func writeInputs() {
    page.rule("-")
    let scheme = report.inputs.first { $0.path == report.scheme.path }
    let tool = "\(report.tool.name) \(report.tool.version)"
    let count = report.inputs.count
    let exit = report.summary.exit
    page.paragraph(
      say(
        ko: "\(tool) · 입력 파일 \(count)개 · 종료 상태 \(exit)" + (options.listsAll ? "" : " · 전체 내용은 --all"),
        en: "\(tool) · \(count) input files · exit status \(exit)"
          + (options.listsAll ? "" : " · --all tells all")),
      style: .faint)
    guard options.listsAll else {
      if let scheme { page.paragraph("SHA-256 \(scheme.sha256)", hanging: 2, style: .faint) }
      return
    }
    for input in report.inputs {
      page.paragraph("SHA-256 \(input.path)", hanging: 2, style: .faint)
      page.paragraph(input.sha256, indent: 2, style: .faint)
    }
  }
}
