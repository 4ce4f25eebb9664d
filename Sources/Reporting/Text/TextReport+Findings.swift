import Diagnostics
import Findings

extension TextReport {
  /// Where labels of a block begin.
  var labelIndent: Int { 4 }
  /// Where the texts after a block's labels begin.
  var textColumn: Int { options.language == .ko ? 10 : 14 }

  /// The findings of one effect that a reader has to look at, by severity.
  mutating func writeFindings(of effect: Effect) {
    guard let findings = sections.blocks(of: effect) else { return }
    let blocks = RuleGrouping.blocks(
      findings, of: report.findings, formatter, mergesUnknown: !options.listsAll)
    let sections = blocks.flatMap(\.sections)
    let counts = Outcome.worstFirst.compactMap { outcome -> String? in
      let count = sections.reduce(0) { $1.outcome == outcome ? $0 + $1.count : $0 }
      return count > 0 ? "\(word(outcome, effect)) \(count)" : nil
    }
    heading("\(say(effect.label)) — \(counts.joined(separator: ", "))")
    var severity: RuleSeverity?
    for block in blocks {
      let own = report.findings[block.first].severity
      if severity != nil { page.blank() }
      if severity != own {
        severity = own
        page.paragraph("[" + say(ko: "중요도 ", en: "severity: ") + say(own.label) + "]", style: .strong)
      }
      write(block)
    }
  }

  private mutating func write(_ block: RuleBlock) {
    let first = report.findings[block.first]
    guard let worst = block.sections.first else { return }
    let isPlain = block.sections.count == 1
    var title = isPlain ? name(of: worst.part) ?? name(of: first) : name(of: first)
    if block.count > 1 { title += " (\(findings(block.count)))" }
    page.headline("<\(worst.word)>", style: style(of: worst.outcome), title, hanging: 2)
    writeRule(first, fails: block.sections.contains { $0.outcome == .fail })
    for (index, section) in block.sections.enumerated() {
      // The block's own heading holds for what comes first, unless that is one part of several.
      if !isPlain, index > 0 || section.part.map({ report.findings[$0].part != nil }) == true {
        writeHeading(of: section)
      }
      write(section)
    }
  }

  private func name(of finding: Finding) -> String { "\(finding.rule) \(say(finding.title))" }

  /// `RULE.part title — part's title`.
  private func name(of index: Int?) -> String? {
    guard let finding = index.map({ report.findings[$0] }), let part = finding.part else { return nil }
    let title = finding.heading.partTitle.map { " — \(say($0))" } ?? ""
    return "\(finding.rule).\(part) \(say(finding.title))\(title)"
  }

  /// Who asks what, and where it is written: the same for all subjects and parts.
  private mutating func writeRule(_ finding: Finding, fails: Bool) {
    let authority = finding.authority.map { say($0.name) } ?? unnamedAuthority(finding)
    let cites = finding.citations.map { citation in
      var remarks = [say((citation.status ?? finding.heading.status).label)]
      if !citation.verified { remarks.append(say(ko: "원문 대조 전", en: "not checked against the source")) }
      return "\(say(citation.cite)) [\(remarks.joined(separator: ", "))]"
    }.joined(separator: "; ")
    if options.listsAll || cites.isEmpty {
      let policy = policyTitles[finding.policy].map(say) ?? finding.policy
      label(ko: "기관", en: "authority", "\(authority) · \(policy)", indent: 2)
      if !cites.isEmpty { label(ko: "근거", en: "source", cites, indent: 2) }
    } else {
      let isNamed = Bytes.begins(cites, with: authority)
      label(ko: "근거", en: "source", isNamed ? cites : "\(authority) · \(cites)", indent: 2)
    }
    if let text = finding.heading.text { label(ko: "내용", en: "asks", say(text), indent: 2) }
    if fails, let sanction = finding.heading.sanction {
      label(ko: "제재", en: "sanction", say(sanction), indent: 2)
    }
  }

  private func unnamedAuthority(_ finding: Finding) -> String {
    finding.heading.status == .reportedUnconfirmed
      ? say(ko: "기관 미확인", en: "not confirmed by the body") : say(ko: "기관 없음", en: "no authority")
  }

  /// The word of one section of a block, with the part it is about.
  private mutating func writeHeading(of section: RuleBlock.Section) {
    var text = ""
    if let index = section.part, let part = report.findings[index].part {
      text = part
      if let title = report.findings[index].heading.partTitle { text += " — \(say(title))" }
    }
    if section.count > 1 { text += "\(text.isEmpty ? "" : " ")(\(findings(section.count)))" }
    page.headline("<\(section.word)>", style: style(of: section.outcome), text, indent: 2, hanging: 4)
  }

  private mutating func write(_ section: RuleBlock.Section) {
    if section.outcome == .unknown, !options.listsAll {
      writeUndecided(section)
      return
    }
    let shared = sharedParameters(section)
    write(shared, of: report.findings[section.entries[0].findings[0]].heading, indent: 2)
    let doubt = options.listsAll ? nil : sharedDoubt(section)
    if let doubt { writeDoubt(doubt, indent: 2) }
    for entry in section.entries {
      if options.listsAll {
        writeInFull(entry, without: shared)
      } else if section.outcome == .info {
        writeNote(entry, without: shared)
      } else {
        writeDecided(entry, without: shared, sharesDoubt: doubt != nil)
      }
    }
  }

  /// Numbers that all subjects of a section which use them share: they stand once, above the subjects.
  private func sharedParameters(_ section: RuleBlock.Section) -> [ParameterUse] {
    guard section.entries.count > 1 else { return [] }
    var uses: [ParameterUse] = []
    var differing: Set<String> = []
    for entry in section.entries {
      for parameter in report.findings[entry.findings[0]].parameters {
        guard let known = uses.first(where: { $0.name == parameter.name }) else {
          uses.append(parameter)
          continue
        }
        if known != parameter { differing.insert(parameter.name) }
      }
    }
    return uses.filter { !differing.contains($0.name) }
  }

  /// What leaves all failures of a section open to doubt, if it is the same for all.
  private func sharedDoubt(_ section: RuleBlock.Section) -> String? {
    guard section.outcome == .fail, section.entries.count > 1 else { return nil }
    let doubts = section.entries.lazy.map { doubt(of: report.findings[$0.findings[0]]) }
    guard let first = doubts.first ?? nil else { return nil }
    return doubts.allSatisfy { $0 == first } ? first : nil
  }

  /// The subjects that an entry tells the same of.
  mutating func writeSubjects(of entry: RuleBlock.Entry) {
    page.paragraph(
      "- " + subjects(of: entry.findings, most: 8), indent: 2, hanging: 4, style: .strong)
  }

  /// Says whose facts follow, where several subjects are told together.
  mutating func writeExample(of entry: RuleBlock.Entry) {
    guard entry.findings.count > 1 else { return }
    let name = subject(of: report.findings[entry.findings[0]])
    page.paragraph(say(ko: "(아래는 \(name)의 예)", en: "(shown for \(name))"), indent: 4)
  }

  /// `41행`, `line 41`: a place in the scheme.
  func line(_ number: Int) -> String {
    say(ko: "\(number)행", en: "line\(BrokenText.tie)\(number)")
  }

  /// Writes a text under a label in the block's columns.
  mutating func label(
    ko: String, en: String, _ text: String, indent: Int? = nil, style: Page.Style = .plain
  ) {
    page.labelled(
      say(ko: ko, en: en), text, indent: indent ?? labelIndent, column: textColumn, style: style)
  }
}
