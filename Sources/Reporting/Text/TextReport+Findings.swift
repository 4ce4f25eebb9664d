import Diagnostics
import Findings

extension TextReport {
  /// The findings of one effect that a reader has to look at, by severity.
  func plan(of effect: Effect) -> TextPlan {
    var plan = TextPlan()
    guard let findings = sections.blocks(of: effect) else { return plan }
    let blocks = RuleGrouping.blocks(
      findings, of: report.findings, words.formatter, mergesUnknown: !options.listsAll)
    let counts = words.counts(of: blocks.flatMap(\.sections), effect)
    plan.add { $0.heading("\($0.say(effect.label)) — \(counts)") }
    var previous: RuleBlock?
    for block in blocks {
      add(block, after: previous, to: &plan)
      previous = block
    }
    return plan
  }

  /// A block, with its severity unless the one before it has the same.
  private func add(_ block: RuleBlock, after previous: RuleBlock?, to plan: inout TextPlan) {
    let severity = report.findings[block.first].severity
    let isNew = previous.map { report.findings[$0.first].severity } != severity
    plan.add { text in
      if previous != nil { text.page.blank() }
      if isNew {
        let label = text.say(ko: "중요도 ", en: "severity: ") + text.say(severity.label)
        text.page.paragraph("[\(label)]", style: .strong)
      }
      text.writeHeading(of: block)
    }
    for (index, section) in block.sections.enumerated() {
      // The block's own heading holds for what comes first, unless that is one part of several.
      let isPart = section.part.map { report.findings[$0].part != nil } == true
      if block.sections.count > 1, index > 0 || isPart { plan.add { $0.writeHeading(of: section) } }
      add(section, to: &plan)
    }
  }

  private mutating func writeHeading(of block: RuleBlock) {
    guard let worst = block.sections.first else { return }
    page.headline("<\(worst.word)>", style: style(of: worst.outcome), words.title(of: block), hanging: 2)
    writeRule(report.findings[block.first], fails: block.sections.contains { $0.outcome == .fail })
  }

  /// Who asks what, and where it is written: the same for all subjects and parts.
  private mutating func writeRule(_ finding: Finding, fails: Bool) {
    let cites = words.citations(of: finding)
    if options.listsAll || cites.isEmpty {
      let authority = "\(words.authority(of: finding)) · \(words.policyTitle(of: finding))"
      label(ko: "기관", en: "authority", authority, indent: 2)
      if !cites.isEmpty { label(ko: "근거", en: "source", cites, indent: 2) }
    } else {
      label(ko: "근거", en: "source", words.source(of: finding), indent: 2)
    }
    if let text = finding.heading.text { label(ko: "내용", en: "asks", say(text), indent: 2) }
    if fails, let sanction = finding.heading.sanction {
      label(ko: "제재", en: "sanction", say(sanction), indent: 2)
    }
  }

  /// The word of one section of a block, with the part it is about.
  private mutating func writeHeading(of section: RuleBlock.Section) {
    var text = words.partHeading(of: section)
    if section.count > 1 { text += "\(text.isEmpty ? "" : " ")(\(words.findings(section.count)))" }
    page.headline("<\(section.word)>", style: style(of: section.outcome), text, indent: 2, hanging: 4)
  }

  /// What the entries of a section share, then each of them.
  private func add(_ section: RuleBlock.Section, to plan: inout TextPlan) {
    if section.outcome == .unknown, !options.listsAll { return addUndecided(section, to: &plan) }
    let shared = words.sharedParameters(section)
    let doubt = options.listsAll ? nil : words.sharedDoubt(section)
    plan.add { text in
      text.write(shared, of: text.report.findings[section.entries[0].findings[0]].heading, indent: 2)
      if let doubt { text.writeDoubt(doubt, indent: 2) }
    }
    for entry in section.entries {
      plan.add { text in
        if text.options.listsAll {
          text.writeInFull(entry, without: shared)
        } else if section.outcome == .info {
          text.writeNote(entry, without: shared)
        } else {
          text.writeDecided(entry, without: shared, sharesDoubt: doubt != nil)
        }
      }
    }
  }

  /// The subjects that an entry tells the same of.
  mutating func writeSubjects(of entry: RuleBlock.Entry) {
    page.paragraph(
      "- " + words.subjects(of: entry.findings, most: 8), indent: 2, hanging: 4, style: .strong)
  }

  /// Says whose facts follow, where several subjects are told together.
  mutating func writeExample(of entry: RuleBlock.Entry) {
    if let example = words.example(of: entry) { page.paragraph(example, indent: 4) }
  }
}
