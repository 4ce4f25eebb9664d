import Diagnostics
import Findings

extension FindingWords {
  /// The word for an outcome of rules of an effect, without what narrows it.
  func word(_ outcome: Outcome, _ effect: Effect?) -> String {
    guard outcome == .fail, let effect else { return say(outcome.word) }
    return say(effect.failureWord)
  }

  /// `RULE title`.
  func ruleName(of finding: Finding) -> String { "\(finding.rule) \(say(finding.title))" }

  /// `RULE.part title — part's title`; nil where the finding is about no part.
  func partName(ofRule finding: Finding) -> String? {
    guard let part = finding.part else { return nil }
    let title = finding.heading.partTitle.map { " — \(say($0))" } ?? ""
    return "\(finding.rule).\(part) \(say(finding.title))\(title)"
  }

  /// What people call the part that a finding is about; nil where it is about none.
  func partTitle(of finding: Finding) -> String? {
    finding.part.map { finding.heading.partTitle.map(say) ?? $0 }
  }

  /// `a — part's title`: the part that a section of a block is about; empty where it is about none or several.
  func partHeading(of section: RuleBlock.Section) -> String {
    guard let index = section.part, let part = report.findings[index].part else { return "" }
    return part + (report.findings[index].heading.partTitle.map { " — \(say($0))" } ?? "")
  }

  /// The heading of a block: the rule, or its only part, with the number of findings where there are several.
  func title(of block: RuleBlock) -> String {
    let name = name(of: block)
    return block.count > 1 ? name + " (\(findings(block.count)))" : name
  }

  /// The rule of a block, or its only part.
  func name(of block: RuleBlock) -> String {
    let part = block.sections.count == 1 ? block.sections[0].part.map { report.findings[$0] } : nil
    return part.flatMap(partName) ?? ruleName(of: report.findings[block.first])
  }

  /// The policy's title, or its id where the report names none.
  func policyTitle(of finding: Finding) -> String { policyTitles[finding.policy].map(say) ?? finding.policy }

  /// Who issued a rule, or that nobody is known to have.
  func authority(of finding: Finding) -> String { authority(finding.heading) }

  /// Who issued a rule, or that nobody is known to have.
  func authority(_ heading: RuleHeading) -> String {
    if let authority = heading.authority { return say(authority.name) }
    return heading.status == .reportedUnconfirmed
      ? say(ko: "기관 미확인", en: "not confirmed by the body") : say(ko: "기관 없음", en: "no authority")
  }

  /// A citation with the kind of text it is of and whether it was checked.
  func citation(_ citation: Citation, of heading: RuleHeading) -> String {
    var remarks = [say((citation.status ?? heading.status).label)]
    if !citation.verified { remarks.append(say(ko: "원문 대조 전", en: "not checked against the source")) }
    return "\(say(citation.cite)) [\(remarks.joined(separator: ", "))]"
  }

  /// All citations of a rule in a row.
  func citations(of finding: Finding) -> String {
    finding.citations.map { citation($0, of: finding.heading) }.joined(separator: "; ")
  }

  /// All citations of a rule after the authority that issued it, unless they begin with its name.
  func source(of finding: Finding) -> String {
    let (authority, cites) = (authority(of: finding), citations(of: finding))
    if cites.isEmpty { return "\(authority) · \(policyTitle(of: finding))" }
    return Bytes.begins(cites, with: authority) ? cites : "\(authority) · \(cites)"
  }

  /// The days on which a rule that is not in force is, and the day that was asked for; empty where nothing is known.
  func inForce(_ finding: Finding) -> String {
    guard finding.outcome == .notInForce, !finding.heading.inForce.isOpen else { return "" }
    var text = days(from: finding.heading.inForce.from, to: finding.heading.inForce.to)
    if let date = finding.dates.first?.value, date.type == .date {
      text += say(ko: ", 적용일 \(formatter.text(date))", en: ", as of \(formatter.text(date))")
    }
    return " (\(text))"
  }
}
