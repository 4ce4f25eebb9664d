import Diagnostics
import Findings

extension TextReport {
  /// One line of a list: rules of the same word, with their subjects.
  private struct RuleLine {
    let first: Finding
    let word: String
    var findings: [Finding]
  }

  private func ruleLines(_ findings: [Finding], keyedBy key: (Finding) -> String) -> [RuleLine] {
    var lines: [RuleLine] = []
    var places: [String: Int] = [:]
    for finding in findings {
      let id = "\(finding.rule)\u{0}\(finding.part ?? "")\u{0}\(key(finding))"
      if let place = places[id] {
        lines[place].findings.append(finding)
      } else {
        places[id] = lines.count
        lines.append(RuleLine(first: finding, word: say(finding.word), findings: [finding]))
      }
    }
    return lines
  }

  private func name(of line: RuleLine, most: Int) -> String {
    let finding = line.first
    var text = finding.rule
    if let part = finding.part { text += ".\(part)" }
    text += " \(say(finding.title))"
    if let part = finding.heading.partTitle { text += " — \(say(part))" }
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
      for assumed in line.first.assumed { page.paragraph(assumption(assumed), indent: 4) }
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
    let lines = ruleLines(sections.notApplicable) { $0.exception?.id ?? $0.evidence.first?.name.ko ?? "" }
    guard !lines.isEmpty else { return }
    heading(say(ko: "해당 없음 — 점검 항목 \(total(lines))건", en: "Not applicable — \(findings(total(lines)))"))
    for line in lines {
      page.paragraph("- " + name(of: line, most: 6), hanging: 2)
      if let message = line.first.message { page.paragraph(say(message), indent: 4) }
      if let exception = line.first.exception {
        page.paragraph(
          "\(exception.id) \(say(exception.title)) — \(state(of: exception, line.first))", indent: 4)
      } else {
        let facts = facts(of: line.first, most: 3)
        guard !facts.isEmpty else { continue }
        page.paragraph(
          line.findings.count == 1
            ? facts
            : say(ko: "\(subject(of: line.first))의 예: \(facts)", en: "\(subject(of: line.first)): \(facts)"),
          indent: 4)
      }
    }
  }

  /// Missing facts, the one that most findings wait for first; the same fact of many elements is one line.
  mutating func writeNeeds() {
    guard !report.needs.isEmpty else { return }
    heading(
      say(
        ko: "보완할 자료 — \(report.needs.count)가지, 많은 점검 항목이 걸린 것부터",
        en: "What to supply — \(report.needs.count) facts, those most findings wait for first"))
    for group in needGroups {
      let need = group.first
      let more = group.count - 1
      var text = say(need.name) + (need.kind == .missing ? ": " : " (\(reason(need.kind))): ")
      text += say(
        ko: "점검 항목 \(need.findings)건" + (more > 0 ? "씩" : ""),
        en: findings(need.findings) + (more > 0 ? " each" : ""))
      if need.alone > 0, need.alone == need.findings {
        text += say(ko: ", 이것만 있으면 점검 가능", en: ", nothing else needed")
      } else if need.alone > 0 {
        text += say(ko: ", 그중 \(need.alone)건은 이것만 있으면 점검 가능", en: ", \(need.alone) of them need nothing else")
      }
      page.paragraph("- " + text, hanging: 2)
      let paths = (options.listsAll ? group.paths[...] : group.paths.prefix(3)).joined(separator: ", ")
      let rest = options.listsAll ? 0 : max(0, group.paths.count - 3)
      let place = need.location.map { " (\($0.file):\($0.line):\($0.column))" } ?? ""
      page.paragraph(
        rest > 0
          ? say(ko: "\(paths) 외 \(rest)곳", en: "\(paths) and \(rest) more")
          : paths + (group.count == 1 ? place : ""), indent: 4)
    }
  }

  private struct NeedGroup {
    let first: Need
    var paths: [String]
    var count: Int { paths.count }
  }

  private var needGroups: [NeedGroup] {
    var groups: [NeedGroup] = []
    var places: [String: Int] = [:]
    for need in report.needs {
      let key = "\(need.name.ko)\u{0}\(need.kind.rawValue)\u{0}\(need.findings)\u{0}\(need.alone)"
      if let place = places[key] {
        groups[place].paths.append(need.path)
      } else {
        places[key] = groups.count
        groups.append(NeedGroup(first: need, paths: [need.path]))
      }
    }
    return groups
  }

  /// Rules and articles that this audit says nothing about.
  mutating func writeNotAudited() {
    let lines = ruleLines(sections.notAudited) { say($0.word) }
    guard !lines.isEmpty || !report.notCovered.isEmpty else { return }
    heading(say(ko: "점검하지 않은 것", en: "What was not audited"))
    for line in lines {
      page.paragraph("- \(name(of: line, most: 6)) — \(line.word)\(inForce(line.first))", hanging: 2)
    }
    for article in report.notCovered {
      let title = article.title.map { " \(say($0))" } ?? ""
      let why = article.why.map { " — \(say($0))" } ?? ""
      page.paragraph("- \(say(article.instrument)) \(say(article.article))\(title)\(why)", hanging: 2)
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
    page.blank()
    page.rule("-")
    let scheme = report.inputs.first { $0.path == report.scheme.path }
    let tool = "\(report.tool.name) \(report.tool.version)"
    page.paragraph(
      say(
        ko: "\(tool) · 입력 파일 \(report.inputs.count)개 · 종료 상태 \(report.summary.exit)",
        en: "\(tool) · \(report.inputs.count) input files · exit status \(report.summary.exit)"),
      style: .faint)
    for input in options.listsAll ? report.inputs : scheme.map({ [$0] }) ?? [] {
      page.paragraph("SHA-256 \(input.path)", hanging: 2, style: .faint)
      page.paragraph(input.sha256, indent: 2, style: .faint)
    }
  }
}
