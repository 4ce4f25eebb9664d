import Diagnostics
import Findings

extension TextReport {
  /// What stands once above the subjects of a section.
  private struct Common {
    /// What is asked of every subject alike, by the part that asks it (or an empty name).
    var expectations: [String: String] = [:]
    /// The exception that is open for every subject without another one.
    var exception: ExceptionUse?
    /// Whether entries say which part they are about.
    var namesParts = false
  }

  /// Undecided subjects, with what they share above them.
  mutating func writeUndecided(_ section: RuleBlock.Section) {
    let common = Common(
      expectations: commonExpectations(of: section), exception: commonException(of: section),
      namesParts: section.part == nil)
    for text in common.expectations.values.sorted(by: <) {
      label(ko: "기준", en: "required", text, indent: 2)
    }
    if let exception = common.exception {
      label(
        ko: "예외", en: "exception",
        "\(exception.id) \(say(exception.title)) — \(state(of: exception))"
          + say(ko: "(별도 표시 제외)", en: " (unless another is named)"), indent: 2)
    }
    writeVersions(of: section)
    for entry in section.entries { writeUndecided(entry, common) }
  }

  /// The exception that is open for most, if one is open for every entry but the unstated rest.
  private func commonException(of section: RuleBlock.Section) -> ExceptionUse? {
    var uses: [(exception: ExceptionUse, count: Int)] = []
    for entry in section.entries {
      let finding = report.findings[entry.findings[0]]
      guard finding.subject?.hasSuffix("[*]") != true else { continue }
      guard let exception = finding.exception, exception.state != .granted else { return nil }
      if let place = uses.firstIndex(where: { $0.exception == exception }) {
        uses[place].count += 1
      } else if uses.count < 8 {
        uses.append((exception, 1))
      }
    }
    guard let most = uses.max(by: { $0.count < $1.count }), most.count > 1 else { return nil }
    return most.exception
  }

  /// Subjects that wait for the same facts: who, what to supply, which exception is open, what is asked.
  private mutating func writeUndecided(_ entry: RuleBlock.Entry, _ common: Common) {
    let parts = parts(of: entry)
    let first = report.findings[entry.findings[0]]
    let supply = gaps(of: entry, whereFact: true)
    let isRest = entry.findings.count == 1 && first.subject?.hasSuffix("[*]") == true
    if isRest {
      page.paragraph("- \(subject(of: first)): \(supply)", indent: 2, hanging: 4, style: .strong)
    } else {
      for part in linesOfSubjects(parts, namesParts: common.namesParts) {
        page.paragraph("- " + part, indent: 2, hanging: 4, style: .strong)
      }
    }
    if let message = first.message { page.paragraph(say(message), indent: 4) }
    if !supply.isEmpty, !isRest { label(ko: "보완", en: "supply", supply) }
    let lacking = gaps(of: entry, whereFact: false)
    if !lacking.isEmpty { label(ko: "공백", en: "gap", lacking) }
    let expected = parts.filter { common.expectations[$0.name ?? ""] == nil }
      .compactMap { self.expected(of: $0, named: parts.count > 1) }
      .joined(separator: "; ")
    if !expected.isEmpty {
      label(ko: "기준", en: "required", expected + stated(entry) + mark(of: first))
    }
    for text in assumptions(of: entry) { label(ko: "전제", en: "assumed", text) }
    writeRelief(first, except: common.exception)
  }

  /// What the rule asks of every subject alike, by the part that asks it (or an empty name).
  private func commonExpectations(of section: RuleBlock.Section) -> [String: String] {
    guard section.entries.count > 1 else { return [:] }
    var texts: [String: String] = [:]
    var counts: [String: Int] = [:]
    var differing: Set<String> = []
    for index in section.entries.lazy.flatMap(\.findings) {
      let finding = report.findings[index]
      let part = partName(of: finding) ?? ""
      guard !differing.contains(part), let text = expectation(of: finding) else { continue }
      let whole = (part.isEmpty || section.part != nil ? text : "\(part): \(text)") + mark(of: finding)
      if let known = texts[part], known != whole { differing.insert(part) }
      texts[part] = whole
      counts[part, default: 0] += 1
    }
    return texts.filter { !differing.contains($0.key) && (counts[$0.key] ?? 0) > 1 }
  }

  private func partName(of finding: Finding) -> String? {
    finding.part.map { finding.heading.partTitle.map(say) ?? $0 }
  }

  private func expectation(of finding: Finding) -> String? {
    finding.expectedText.map(say) ?? known(finding.expected)
  }

  // ── subjects ───────────────────────────────────────────────────────────────

  /// The findings of one part, in their order.
  private struct Part {
    let name: String?
    var findings: [Int]
  }

  private func parts(of entry: RuleBlock.Entry) -> [Part] {
    var parts: [Part] = []
    for index in entry.findings {
      let name = partName(of: report.findings[index])
      if let place = parts.firstIndex(where: { $0.name == name }) {
        parts[place].findings.append(index)
      } else {
        parts.append(Part(name: name, findings: [index]))
      }
    }
    return parts
  }

  /// One line for each part, or one for all parts that have the same subjects.
  private func linesOfSubjects(_ parts: [Part], namesParts: Bool) -> [String] {
    var lines: [(names: [String], part: Part)] = []
    for part in parts {
      let place = lines.firstIndex { line in
        line.part.findings.count == part.findings.count
          && zip(line.part.findings, part.findings).allSatisfy {
            report.findings[$0].subject == report.findings[$1].subject
          }
      }
      if let place {
        lines[place].names += part.name.map { [$0] } ?? []
      } else {
        lines.append((part.name.map { [$0] } ?? [], part))
      }
    }
    return lines.map { line in
      let subjects = subjectsWithLines(of: line.part.findings, most: 12)
      let names = line.names.joined(separator: ", ")
      return names.isEmpty || !namesParts ? subjects : "\(names): \(subjects)"
    }
  }

  private func subjectsWithLines(of findings: [Int], most: Int) -> String {
    let shown = findings.prefix(most).map { index in
      let finding = report.findings[index]
      let place = finding.location.map { say(ko: " ", en: ", ") + line($0.line) } ?? ""
      return subject(of: finding) + place
    }
    return andMore(shown.joined(separator: say(ko: ", ", en: "; ")), findings.count - shown.count)
  }

  // ── what is missing ────────────────────────────────────────────────────────

  /// One missing fact by its name, with its places in the first finding and in the others.
  private struct Gap {
    let fact: MissingFact
    var count = 0
    var paths: [String] = []
    var lines: [Int] = []
    var otherLines: [Int] = []
  }

  /// The missing facts of an entry in one paragraph.
  func gaps(of entry: RuleBlock.Entry, whereFact: Bool) -> String {
    var gaps: [Gap] = []
    var seen: [Set<Int>] = []
    for (order, index) in entry.findings.enumerated() {
      var place = 0
      for missing in report.findings[index].missing where missing.kind.isFact == whereFact {
        // The names follow each other in the same order in every finding of an entry.
        while place < gaps.count, !isSame(gaps[place].fact, missing) { place += 1 }
        if place == gaps.count, let known = gaps.firstIndex(where: { isSame($0.fact, missing) }) {
          place = known
        }
        if place == gaps.count {
          gaps.append(Gap(fact: missing))
          seen.append([])
        }
        if order == 0 {
          gaps[place].count += 1
          if missing.location == nil { gaps[place].paths.append(missing.path) }
        }
        guard let line = missing.location?.line, seen[place].insert(line).inserted else { continue }
        if order == 0 { gaps[place].lines.append(line) } else { gaps[place].otherLines.append(line) }
      }
    }
    return gaps.map { text(of: $0, isAlone: entry.findings.count == 1) }.joined(separator: "; ")
  }

  private func isSame(_ a: MissingFact, _ b: MissingFact) -> Bool {
    a === b || a.kind == b.kind && a.name == b.name
  }

  private func text(of gap: Gap, isAlone: Bool) -> String {
    let name = say(gap.fact.name)
    guard gap.fact.kind.isFact else {
      let path = gap.fact.path.isEmpty ? "" : " (\(gap.fact.path))"
      return "\(name): \(reason(gap.fact.kind))\(path)"
    }
    var places = lineList(gap.lines, most: 6)
    if !gap.otherLines.isEmpty {
      places += alsoLines(gap.otherLines.sorted(), most: 8)
    }
    if places.isEmpty { places = gap.paths.first ?? "" }
    var remarks: [String] = []
    if gap.count > max(1, gap.lines.count) {
      remarks.append(say(ko: "\(gap.count)곳", en: "\(gap.count) places"))
    }
    if gap.fact.kind != .missing {
      let value = isAlone && gap.count == 1 ? gap.fact.value.map { ": \(formatter.text($0))" } ?? "" : ""
      remarks.append(shortReason(gap.fact.kind) + value)
    }
    switch options.language {
    case .ko:
      let text = gap.lines.isEmpty ? "\(name)(\(places))" : "\(name) \(places)"
      return remarks.isEmpty ? text : "\(text)(\(remarks.joined(separator: ", ")))"
    case .en: return "\(name) (\(([places] + remarks).joined(separator: "; ")))"
    }
  }

  /// `87행`, `99·111·184행`, `lines 99, 111, 184`.
  func lineList(_ lines: [Int], most: Int) -> String {
    guard let first = lines.first else { return "" }
    guard lines.count > 1 else { return line(first) }
    return say(ko: "", en: "lines ") + numbers(lines, most: most)
  }

  /// `, 그 밖에 99·111행`, `, also 99, 111`: the lines of further subjects.
  func alsoLines(_ lines: [Int], most: Int) -> String {
    say(ko: ", 그 밖에 ", en: ", also ") + numbers(lines, most: most)
  }

  private func numbers(_ lines: [Int], most: Int) -> String {
    let shown = lines.prefix(most).map { "\($0)" }
    let text = say(ko: shown.joined(separator: "·") + "행", en: shown.joined(separator: ", "))
    let rest = lines.count - shown.count
    return rest == 0 ? text : text + say(ko: " 외 \(rest)곳", en: " and \(rest) more")
  }

  /// Why what is stated does not do, as a remark after a fact's name.
  func shortReason(_ kind: MissingFact.Kind) -> String {
    switch kind {
    case .bounds: say(ko: "범위만 기재", en: "only bounded")
    case .disputed: say(ko: "출처 간 다툼", en: "sources disagree")
    case .none: say(ko: "없음으로 기재", en: "stated as none")
    case .incomplete: say(ko: "일부만 기재된 목록", en: "list not complete")
    case .missing, .proof, .version, .row, .calendar: reason(kind)
    }
  }

  // ── what is asked ──────────────────────────────────────────────────────────

  /// What the rule asks of the subjects of one part, as far as it is known.
  private func expected(of part: Part, named: Bool) -> String? {
    var values: [(text: String, findings: [Int])] = []
    for index in part.findings {
      guard let text = expectation(of: report.findings[index]) else { continue }
      if let place = values.firstIndex(where: { $0.text == text }) {
        values[place].findings.append(index)
      } else if values.count < 4 {
        values.append((text, [index]))
      }
    }
    guard !values.isEmpty else { return nil }
    let isForAll = values.count == 1 && values[0].findings.count == part.findings.count
    let texts = values.map { value in
      guard !isForAll else { return value.text }
      let ids = value.findings.prefix(4).map { report.findings[$0].subject ?? "" }.joined(separator: ", ")
      return "\(value.text) [\(andMore(ids, value.findings.count - 4))]"
    }
    let text = texts.joined(separator: ", ")
    return named ? part.name.map { "\($0): \(text)" } ?? text : text
  }

  /// What the scheme says, where it is a plain value and the same for all subjects.
  private func stated(_ entry: RuleBlock.Entry) -> String {
    guard let value = report.findings[entry.findings[0]].actual else { return "" }
    switch value.type {
    case .number, .date, .timestamp, .duration, .range, .either: break
    case .bool, .string, .choice, .list, .record, .ref, .unknown, .none, .error: return ""
    }
    guard entry.findings.allSatisfy({ report.findings[$0].actual == value }) else { return "" }
    let text = formatter.text(value)
    return say(ko: " (기재 \(text))", en: " (stated: \(text))")
  }

  /// Whether what is asked rests on a number of the tool's own or on an unverified one.
  private func mark(of finding: Finding) -> String {
    guard !finding.firm else { return "" }
    let isOwn = finding.parameters.contains(where: \.isDefault) || finding.tables.contains(where: \.isDefault)
    return " [" + (isOwn ? own : unverified) + "]"
  }

  private func assumptions(of entry: RuleBlock.Entry) -> [String] {
    assumptions(of: entry.findings.prefix(12).map { report.findings[$0] })
  }
}
