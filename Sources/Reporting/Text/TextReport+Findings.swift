import Diagnostics
import Findings

extension TextReport {
  /// The findings of one effect that a reader has to look at, by severity.
  mutating func writeFindings(of effect: Effect) {
    guard let findings = sections.blocks(of: effect) else { return }
    let blocks = RuleGrouping.blocks(
      findings, of: report.findings, words.formatter, mergesUnknown: !options.listsAll)
    heading("\(say(effect.label)) — \(words.counts(of: blocks.flatMap(\.sections), effect))")
    let pages = Parallel.map(Array(blocks.indices)) { [self] place in
      var own = self
      own.page = Page(width: options.width, color: options.color)
      own.write(blocks[place], after: place > 0 ? blocks[place - 1] : nil)
      return own.page
    }
    for page in pages { self.page.append(page) }
  }

  /// A block, with its severity unless the one before it has the same.
  private mutating func write(_ block: RuleBlock, after previous: RuleBlock?) {
    let severity = report.findings[block.first].severity
    if previous != nil { page.blank() }
    if previous.map({ report.findings[$0.first].severity }) != severity {
      page.paragraph("[" + say(ko: "중요도 ", en: "severity: ") + say(severity.label) + "]", style: .strong)
    }
    write(block)
  }

  private mutating func write(_ block: RuleBlock) {
    guard let worst = block.sections.first else { return }
    page.headline("<\(worst.word)>", style: style(of: worst.outcome), words.title(of: block), hanging: 2)
    writeRule(report.findings[block.first], fails: block.sections.contains { $0.outcome == .fail })
    for (index, section) in block.sections.enumerated() {
      // The block's own heading holds for what comes first, unless that is one part of several.
      let isPart = section.part.map { report.findings[$0].part != nil } == true
      if block.sections.count > 1, index > 0 || isPart { writeHeading(of: section) }
      write(section)
    }
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

  private mutating func write(_ section: RuleBlock.Section) {
    if section.outcome == .unknown, !options.listsAll {
      writeUndecided(section)
      return
    }
    let shared = words.sharedParameters(section)
    write(shared, of: report.findings[section.entries[0].findings[0]].heading, indent: 2)
    let doubt = options.listsAll ? nil : words.sharedDoubt(section)
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
