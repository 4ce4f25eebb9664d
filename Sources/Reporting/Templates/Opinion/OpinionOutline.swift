import Diagnostics
import Findings

/// What an opinion holds and under which numbers, worked out before it is written so that its parts can name each other.
struct OpinionOutline {
  /// Findings of one rule under one point.
  struct Point {
    /// What is told.
    let block: RuleBlock
    /// Its number within the section: `가.`.
    let label: String
  }

  /// The sections that there are, each with its number.
  let sections: [(section: OpinionSection, label: String)]
  /// The points of the sections that have any.
  let points: [OpinionSection: [Point]]
  /// Findings of rules that were not applied, or whose requirement a body has put off.
  let outside: [Int]
  /// Findings that were met.
  let met: [Int]
  /// Findings of measures that were not applied.
  let unmeasured: [Int]
  /// Findings of measures that are known, in the order of the rules.
  let measured: [Int]
  /// Those that cannot be computed.
  let uncomputed: [Int]
  /// What law and terms wait for.
  let demanded: [NeedGroup]
  /// What other rules alone wait for.
  let voluntary: [NeedGroup]
  /// The deadlines.
  let deadlines: [DeadlineLine]
  /// Numbers of the points by the places of their findings.
  private var pointNumbers: [Int: String] = [:]

  /// What an opinion in some words holds; with several opinions in one document, `prefix` stands before the numbers of
  /// its sections.
  init(_ words: FindingWords, prefix: String) {
    let report = words.report
    var indices: [OpinionSection: [Int]] = [:]
    var outside: [Int] = []
    var met: [Int] = []
    for index in report.findings.indices {
      let finding = report.findings[index]
      if let section = OpinionSection(pointsWith: finding) { indices[section, default: []].append(index) }
      switch finding.outcome {
      case .pass: met.append(index)
      case .notApplicable, .notInForce, .notSelected, .waived: outside.append(index)
      case .error, .fail, .unknown, .manual, .info: break
      }
    }
    unmeasured = outside.filter { report.findings[$0].heading.isMeasure }
    outside.removeAll { report.findings[$0].heading.isMeasure }
    (self.outside, self.met) = (outside, met)
    let measures = report.findings.indices.filter { report.findings[$0].outcome == .info }
    measured = measures.filter { words.stated(of: report.findings[$0]) != nil }
    uncomputed = measures.filter { words.stated(of: report.findings[$0]) == nil }
    demanded = NeedGroup.groups(of: report) { $0.isBinding }
    let known = Set(demanded.lazy.flatMap(\.needs).map(\.path))
    voluntary = NeedGroup.groups(of: report) { !$0.isBinding }.compactMap {
      $0.without(known)
    }
    deadlines = DeadlineLine.lines(of: report, words.language)

    var present: [OpinionSection: Bool] = [
      .outside: !outside.isEmpty, .met: !met.isEmpty, .adequacy: !measures.isEmpty || !unmeasured.isEmpty,
      .uncomputed: !uncomputed.isEmpty,
      .needs: !demanded.isEmpty || !voluntary.isEmpty, .deadlines: !deadlines.isEmpty,
      .uncovered: !report.notCovered.isEmpty, .replies: !indices.isEmpty,
      .results: !met.isEmpty || !indices.isEmpty,
    ]
    for section in [OpinionSection.request, .recommendation, .reference, .questions] {
      present[section] = indices[section] != nil
    }
    var numbering = OfficialNumbering(words.language)
    var annexes = 0
    var sections: [(section: OpinionSection, label: String)] = []
    var points: [OpinionSection: [Point]] = [:]
    for section in OpinionSection.allCases where present[section] ?? true {
      guard !section.isAnnex else {
        annexes += 1
        sections.append((section, words.say(ko: "별지 \(prefix)\(annexes)", en: "Annex \(prefix)\(annexes)")))
        continue
      }
      let label = prefix + numbering.next(1)
      sections.append((section, label))
      for block in Self.blocks(indices[section] ?? [], words) {
        let point = Point(block: block, label: numbering.next(2))
        points[section, default: []].append(point)
        for index in block.sections.lazy.flatMap(\.entries).flatMap(\.findings) {
          pointNumbers[index] = "\(label) \(point.label)"
        }
      }
    }
    (self.sections, self.points) = (sections, points)
  }

  /// The number of a section; nil where there is no such section.
  func label(_ section: OpinionSection) -> String? { sections.first { $0.section == section }?.label }

  /// The number of the point that tells of a finding, such as `4. 가.`; nil where none does.
  func number(of finding: Int) -> String? { pointNumbers[finding] }

  /// Blocks for some findings, the strongest effect first.
  private static func blocks(_ indices: [Int], _ words: FindingWords) -> [RuleBlock] {
    let findings = words.report.findings
    let blocks = RuleGrouping.blocks(indices, of: findings, words.formatter, mergesUnknown: true)
    return Effect.allCases.flatMap { effect in blocks.filter { findings[$0.first].effect == effect } }
  }
}

extension OpinionSection {
  /// The section whose points tell of a finding, by what an official does about it; nil for one that nothing is to be
  /// done about.
  init?(pointsWith finding: Finding) {
    switch finding.outcome {
    case .error: self = .request
    case .manual: self = .questions
    case .fail, .unknown:
      switch finding.effect {
      case .law, .contract: self = .request
      case .standard, .recommendation, .interpretation: self = .recommendation
      case .draft, .reference: self = .reference
      }
    case .waived, .pass, .info, .notApplicable, .notInForce, .notSelected: return nil
    }
  }
}

extension Finding {
  /// Whether anybody has to do what the rule says.
  var isBinding: Bool {
    switch effect {
    case .law, .contract: true
    case .standard, .recommendation, .interpretation, .draft, .reference: false
    }
  }
}

extension NeedGroup {
  /// The group without facts that are told elsewhere; nil where nothing is left.
  fileprivate func without(_ paths: Set<String>) -> NeedGroup? {
    var group = self
    group.needs.removeAll { paths.contains($0.path) }
    return group.needs.isEmpty ? nil : group
  }
}
