import Diagnostics
import Findings

/// One rule with those of its findings that a reader has to look at, as places in the report's findings.
struct RuleBlock {
  /// Findings that say the same of several subjects.
  struct Entry {
    /// The findings, in the order of the report.
    var findings: [Int]
  }

  /// Findings with one word, of one part or, where they wait for the same facts, of several.
  struct Section {
    /// What came of them.
    let outcome: Outcome
    /// The outcome in words.
    let word: String
    /// The finding whose part it is about; nil where several parts are told together.
    var part: Int?
    /// What is said, once for all subjects it is said of.
    var entries: [Entry] = []

    /// How many findings it holds.
    var count: Int { entries.reduce(0) { $0 + $1.findings.count } }
  }

  /// A finding whose heading is shown.
  let first: Int
  /// The sections, the worst outcome first.
  var sections: [Section] = []

  /// How many findings it holds.
  var count: Int { sections.reduce(0) { $0 + $1.count } }
}

/// Puts findings together that a reader wants to see together.
struct RuleGrouping {
  private let findings: [Finding]
  private let formatter: ValueFormatter
  /// Undecided findings of all parts that wait for the same facts are one entry.
  private let mergesUnknown: Bool
  private var blocks: [RuleBlock] = []
  private var blockPlaces: [GroupKey: Int] = [:]
  /// Places by heading, which all findings of a rule share; those of a rule stand together.
  private var headingPlaces: [(heading: RuleHeading, block: Int)] = []
  private var sectionPlaces: [GroupKey: Int] = [:]
  /// Places by what is told, in the places of sections.
  private var entryPlaces: [EntryKey: Int] = [:]
  /// The finding that was added last, with its block and section: the next one mostly belongs to the same.
  private var last: (finding: Int, block: Int, section: Int)?

  /// What is told, in a section of a block.
  private struct EntryKey: Hashable {
    let block: Int
    let section: Int
    let content: GroupKey.Hashed
  }

  /// Blocks for some of the findings, the gravest severity first, in it the worst outcome; then in their order.
  static func blocks(
    _ indices: [Int], of findings: [Finding], _ formatter: ValueFormatter, mergesUnknown: Bool
  ) -> [RuleBlock] {
    var grouping = RuleGrouping(findings: findings, formatter: formatter, mergesUnknown: mergesUnknown)
    let keys = Parallel.map(runsOf: indices.indices) { [grouping] run in
      indices[run].map { grouping.key($0).hashed }
    }
    grouping.entryPlaces.reserveCapacity(indices.count)
    for (index, key) in zip(indices, keys.joined()) { grouping.add(index, key) }
    return grouping.sorted
  }

  private init(findings: [Finding], formatter: ValueFormatter, mergesUnknown: Bool) {
    self.findings = findings
    self.formatter = formatter
    self.mergesUnknown = mergesUnknown
  }

  private var sorted: [RuleBlock] {
    var blocks = blocks
    for index in blocks.indices {
      blocks[index].sections = blocks[index].sections.enumerated().sorted { a, b in
        (a.element.outcome.badness, a.offset) < (b.element.outcome.badness, b.offset)
      }.map(\.element)
    }
    func rank(_ block: RuleBlock, _ offset: Int) -> (Int, Int, Int) {
      let severity = RuleSeverity.allCases.firstIndex(of: findings[block.first].severity) ?? 0
      return (severity, block.sections.first?.outcome.badness ?? 0, offset)
    }
    return blocks.enumerated().sorted { a, b in
      rank(a.element, a.offset) < rank(b.element, b.offset)
    }.map(\.element)
  }

  /// Whether it is told with those of other parts.
  private func isMerged(_ index: Int) -> Bool { mergesUnknown && findings[index].outcome == .unknown }

  /// What must be equal for two findings of one section to be told once.
  private func key(_ index: Int) -> GroupKey { isMerged(index) ? needs(of: index) : content(of: index) }

  private mutating func add(_ index: Int, _ content: GroupKey.Hashed) {
    let (block, section) = place(of: index)
    last = (index, block, section)
    if let part = blocks[block].sections[section].part, findings[part].part != findings[index].part {
      blocks[block].sections[section].part = nil
    }
    let key = EntryKey(block: block, section: section, content: content)
    if let known = entryPlaces[key] {
      blocks[block].sections[section].entries[known].findings.append(index)
    } else {
      entryPlaces[key] = blocks[block].sections[section].entries.count
      blocks[block].sections[section].entries.append(RuleBlock.Entry(findings: [index]))
    }
  }

  /// The block and the section of a finding, which are made where they are new.
  private mutating func place(of index: Int) -> (block: Int, section: Int) {
    let outcome = findings[index].outcome
    let word = findings[index].word[formatter.language]
    if let last, findings[last.finding].heading === findings[index].heading,
      findings[last.finding].outcome == outcome,
      blocks[last.block].sections[last.section].word == word
    {
      return (last.block, last.section)
    }
    let block = block(of: index)
    var key = GroupKey()
    key.add(block)
    key.add(outcome.badness)
    key.add(word)
    if !isMerged(index) { key.add(findings[index].part ?? "") }
    if let known = sectionPlaces[key] { return (block, known) }
    let section = blocks[block].sections.count
    sectionPlaces[key] = section
    blocks[block].sections.append(RuleBlock.Section(outcome: outcome, word: word, part: index))
    return (block, section)
  }

  /// The block of a finding's rule, with one authority and one set of citations.
  private mutating func block(of index: Int) -> Int {
    let heading = findings[index].heading
    if let known = headingPlaces.last(where: { $0.heading === heading }) { return known.block }
    var key = GroupKey()
    key.add(heading.policy)
    key.add(heading.rule)
    key.add(heading.authority?.id ?? "")
    for citation in heading.citations { key.add(citation.cite.ko) }
    let place = blockPlaces[key] ?? blocks.count
    if place == blocks.count {
      blocks.append(RuleBlock(first: index))
      blockPlaces[key] = place
    }
    headingPlaces.append((heading, place))
    return place
  }

  /// What must be equal for two undecided findings to be told once: the names of what they wait for.
  private func needs(of index: Int) -> GroupKey {
    var key = GroupKey()
    let missing = findings[index].missing
    for (place, fact) in missing.enumerated() {
      // The same fact of several elements counts once; they mostly follow each other.
      if place > 0, missing[place - 1].kind == fact.kind, missing[place - 1].name == fact.name { continue }
      key.add(fact.kind.rawValue)
      key.add(fact.name[formatter.language])
    }
    addRelief(of: index, to: &key)
    return key
  }

  /// What must be equal for two findings to be told once.
  private func content(of index: Int) -> GroupKey {
    let language = formatter.language
    var key = GroupKey()
    key.add(findings[index].message?[language] ?? "")
    key.add(findings[index].remedy?[language] ?? "")
    key.add(findings[index].question?[language] ?? "")
    key.add(findings[index].actual?.text ?? "")
    key.add(findings[index].expected?.text ?? "")
    key.add(findings[index].firm ? 1 : 0)
    let isShown = findings[index].outcome == .manual || findings[index].outcome == .info
    if isShown { for step in findings[index].steps { key.add(step.value.text) } }
    for missing in findings[index].missing {
      key.add(missing.kind.rawValue)
      key.add(missing.name[language])
    }
    addRelief(of: index, to: &key)
    return key
  }

  private func addRelief(of index: Int, to key: inout GroupKey) {
    if let exception = findings[index].exception {
      key.add("exception")
      key.add(exception.id)
      key.add(exception.state.rawValue)
    }
    if let waiver = findings[index].waiver {
      key.add("waiver")
      key.add(waiver.id)
    }
    for decision in findings[index].decisions {
      key.add("decision")
      key.add(decision.by)
      key.add(decision.on)
      key.add(decision.from?.rawValue ?? "")
      key.add(decision.to?.rawValue ?? decision.reply ?? "")
      key.add(decision.reason?[formatter.language] ?? "")
      key.add(decision.document ?? "")
      key.add(decision.stale ? 1 : 0)
    }
  }
}
