import Diagnostics
import Findings

extension TextReport {
  /// One line of a list: rules of the same word, with their subjects.
  private struct RuleLine {
    let first: Int
    let word: String
    var parts: [String]
    var findings: [Int]
  }

  private func ruleLines(_ indices: [Int], keyedBy key: (Finding) -> String) -> [RuleLine] {
    var lines: [RuleLine] = []
    var places: [GroupKey: Int] = [:]
    for index in indices {
      let finding = report.findings[index]
      var id = GroupKey()
      id.add(finding.rule)
      id.add(finding.part ?? "")
      id.add(key(finding))
      if let place = places[id] {
        lines[place].findings.append(index)
      } else {
        places[id] = lines.count
        let part = finding.part.map { finding.heading.partTitle.map(say) ?? $0 }
        lines.append(
          RuleLine(first: index, word: say(finding.word), parts: part.map { [$0] } ?? [], findings: [index]))
      }
    }
    return lines
  }

  /// Puts parts of one rule together that say the same of the same subjects.
  private func merged(_ lines: [RuleLine], _ reason: (Finding) -> String) -> [RuleLine] {
    var result: [RuleLine] = []
    for line in lines {
      let place = result.suffix(8).lastIndex { other in
        report.findings[other.first].rule == report.findings[line.first].rule
          && other.findings.count == line.findings.count
          && zip(other.findings, line.findings).allSatisfy {
            report.findings[$0].subject == report.findings[$1].subject
          } && reason(report.findings[other.first]) == reason(report.findings[line.first])
      }
      if let place {
        result[place].parts += line.parts
      } else {
        result.append(line)
      }
    }
    return result
  }

  private func name(of line: RuleLine, most: Int) -> String {
    let finding = report.findings[line.first]
    var text = finding.rule
    if line.parts.count == 1, let part = finding.part { text += ".\(part)" }
    text += " \(say(finding.title))"
    if !line.parts.isEmpty { text += " — \(line.parts.joined(separator: ", "))" }
    if line.findings.count > 1 || finding.subject != nil {
      text += ": \(subjects(of: line.findings, most: most))"
    }
    return text
  }

  /// Passes that rest on what was not stated.
  mutating func writeAssumedPasses() {
    let lines = ruleLines(sections.assumedPasses) {
      $0.assumed.map(\.name.ko).joined(separator: "\u{0}")
    }
    guard !lines.isEmpty else { return }
    heading(
      say(
        ko: "기재되지 않은 사실을 전제로 충족 — 점검 항목 \(total(lines))건",
        en: "Met by assumption — \(findings(total(lines)))"))
    for line in lines {
      page.paragraph("- " + name(of: line, most: 6), hanging: 2)
      for assumed in report.findings[line.first].assumed { page.paragraph(assumption(assumed), indent: 4) }
    }
  }

  private func total(_ lines: [RuleLine]) -> Int { lines.reduce(0) { $0 + $1.findings.count } }

  /// All passing rules, one line each, where they are to be listed.
  mutating func writePasses() {
    let lines = ruleLines(sections.passes) { _ in "" }
    guard !lines.isEmpty else { return }
    heading(say(ko: "충족 — 점검 항목 \(total(lines))건", en: "Met — \(findings(total(lines)))"))
    for line in lines { page.paragraph("- " + name(of: line, most: 6), hanging: 2) }
  }

  /// Rules that do not apply, with the reason.
  mutating func writeNotApplicable() {
    let all = ruleLines(sections.notApplicable, keyedBy: reason)
    guard !all.isEmpty else { return }
    heading(say(ko: "해당 없음 — 점검 항목 \(total(all))건", en: "Not applicable — \(findings(total(all)))"))
    for line in options.listsAll ? all : merged(all, reason) {
      let first = report.findings[line.first]
      page.paragraph("- " + name(of: line, most: 3), hanging: 2)
      if let message = first.message { page.paragraph(say(message), indent: 4) }
      if let exception = first.exception {
        page.paragraph("\(exception.id) \(say(exception.title)) — \(state(of: exception))", indent: 4)
      } else {
        let facts = facts(of: first, most: 2)
        guard !facts.isEmpty else { continue }
        let example = line.findings.count > 1 ? first.subject.map { "[\($0)] " } ?? "" : ""
        page.paragraph(example + facts, indent: 4)
      }
    }
  }

  private func reason(_ finding: Finding) -> String {
    finding.exception?.id ?? finding.evidence.first?.name.ko ?? ""
  }

  /// Rules and articles that this audit says nothing about.
  mutating func writeNotAudited() {
    let lines = ruleLines(sections.notAudited) { say($0.word) }
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
      let remark = line.word + inForce(report.findings[line.first])
      page.paragraph("- \(name(of: line, most: 6)) — \(remark)", hanging: 2)
    }
    guard options.listsAll else { return writeInstruments() }
    for article in report.notCovered {
      let title = article.title.map { " \(say($0))" } ?? ""
      let why = article.why.map { " — \(say($0))" } ?? ""
      page.paragraph("- \(say(article.instrument)) \(say(article.article))\(title)\(why)", hanging: 2)
    }
  }

  /// Articles that no rule covers, by instrument.
  private mutating func writeInstruments() {
    var instruments: [(name: String, articles: [String])] = []
    for article in report.notCovered {
      let name = say(article.instrument)
      let text = say(article.article) + (article.title.map { " \(say($0))" } ?? "")
      if let place = instruments.firstIndex(where: { $0.name == name }) {
        instruments[place].articles.append(text)
      } else {
        instruments.append((name, [text]))
      }
    }
    for instrument in instruments {
      page.paragraph("- \(instrument.name): \(instrument.articles.joined(separator: "; "))", hanging: 2)
    }
  }

  private func inForce(_ finding: Finding) -> String {
    guard finding.outcome == .notInForce, !finding.heading.inForce.isOpen else { return "" }
    let from = finding.heading.inForce.from.map { DateText.day($0, options.language) }
    let to = finding.heading.inForce.to.map { DateText.day($0, options.language) }
    var parts: [String] = []
    if let from { parts.append(say(ko: "\(from)부터", en: "from \(from)")) }
    if let to { parts.append(say(ko: "\(to)까지", en: "to \(to)")) }
    var text = parts.joined(separator: " ")
    if let date = finding.dates.first?.value, date.type == .date {
      text += say(ko: ", 적용일 \(formatter.text(date))", en: ", as of \(formatter.text(date))")
    }
    return " (\(text))"
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
