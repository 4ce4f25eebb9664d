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
      for text in assumptions(of: line.findings.map { report.findings[$0] }) {
        page.paragraph(text, indent: 4)
      }
    }
  }

  /// Passes that nobody but the company vouches for.
  mutating func writeUnprovenPasses() {
    let lines = ruleLines(sections.unprovenPasses) { _ in "" }
    guard !lines.isEmpty else { return }
    heading(
      say(
        ko: "사업자 진술에만 근거하여 충족 — 점검 항목 \(total(lines))건",
        en: "Met on the company's word alone — \(findings(total(lines)))"))
    for line in lines { page.paragraph("- " + name(of: line, most: 6), hanging: 2) }
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
        page.paragraph(
          "\(exception.id) \(say(exception.title))\(end(of: exception)) — \(state(of: exception))", indent: 4)
      } else {
        let facts = facts(of: first, most: 2)
        let example = line.findings.count > 1 ? first.subject.map { "[\($0)] " } ?? "" : ""
        if !facts.isEmpty { page.paragraph(example + facts, indent: 4) }
      }
      if let proof = proof(of: first) { page.paragraph(proof, indent: 4) }
    }
  }

  private func reason(_ finding: Finding) -> String {
    (finding.exception?.id ?? finding.evidence.first?.name.ko ?? "") + "\u{0}" + finding.proof.rawValue
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
    if let on = report.notCovered.first?.on {
      let day = DateText.day(on, options.language)
      page.paragraph(say(ko: "(조문 번호는 \(day) 현재)", en: "(article numbers as of \(day))"))
    }
    for article in report.notCovered {
      let title = article.title.map { " \(say($0))" } ?? ""
      let why = article.why.map { " — \(say($0))" } ?? ""
      page.paragraph("- \(say(article.instrument)) \(say(article.article))\(title)\(why)", hanging: 2)
      guard tellsNumbers(of: article) else { continue }
      for number in article.numbers { page.paragraph(self.number(number), indent: 4, hanging: 6) }
    }
  }

  /// Whether a number is not all there is to say: it changed, is unverified, or of a later time.
  private func tellsNumbers(of article: UncoveredArticle) -> Bool {
    let isLater = article.on.map { on in article.numbers.first?.from.map { $0 > on } ?? false } ?? false
    return isLater || article.numbers.count > 1 || article.numbers.contains { !$0.verified }
  }

  /// A number that an article has borne, with its days.
  private func number(_ number: UncoveredArticle.Number) -> String {
    let mark = number.verified ? "" : say(ko: " (원문 대조 전)", en: " (not checked against the source)")
    let days = days(from: number.from, to: number.to)
    return (days.isEmpty ? "" : "\(days): ") + say(number.article) + mark
  }

  /// `2022. 12. 11.부터 2024. 6. 29.까지`; empty where both are open.
  private func days(from: String?, to: String?) -> String {
    var parts: [String] = []
    if let day = from.map({ DateText.day($0, options.language) }) {
      parts.append(say(ko: "\(day)부터", en: "from \(day)"))
    }
    if let day = to.map({ DateText.day($0, options.language) }) {
      parts.append(say(ko: "\(day)까지", en: "to \(day)"))
    }
    return parts.joined(separator: " ")
  }

  /// Articles that no rule covers, by instrument.
  private mutating func writeInstruments() {
    var instruments: [(name: String, articles: [String])] = []
    for article in report.notCovered {
      let name = say(article.instrument)
      var text = say(article.article) + (article.title.map { " \(say($0))" } ?? "")
      // An article of a later time than the one that is judged.
      if let on = article.on, let from = article.numbers.first?.from, from > on {
        text += " (\(days(from: from, to: nil)))"
      }
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
    var text = days(from: finding.heading.inForce.from, to: finding.heading.inForce.to)
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
