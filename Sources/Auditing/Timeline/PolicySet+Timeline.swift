import Diagnostics
import Expressions
package import Findings
import Policies

extension PolicySet {
  /// The history of a rule or measure, or a line for each rule of a policy that ever changes; nil if nothing loaded
  /// has the id.
  package func timeline(of id: String) -> Sheet? {
    if let policy = policies.first(where: { $0.id == id }) { return timelines(of: [policy]) }
    let members = policies.flatMap(Self.members)
    guard let member = members.first(where: { $0.rule.id == id }) else { return nil }
    return RuleTimeline(RuleLineage(of: member, among: members), registers: registers).sheet
  }

  /// A line for each rule and measure of all policies that ever changes.
  package func timelines() -> Sheet { timelines(of: policies) }

  private func timelines(of chosen: [Policy]) -> Sheet {
    var sheet = Sheet([
      .title(LocalizedText(ko: "내용이나 근거가 바뀐 규칙", en: "Rules of which something has changed"))
    ])
    var changing = 0
    var steady = 0
    for policy in chosen {
      var rows: [Sheet.Piece] = []
      for member in Self.members(of: policy) {
        // Rules before and after it have lines of their own.
        let days = RuleTimeline(RuleLineage(alone: member), registers: registers).changeDays
        guard !days.isEmpty else {
          steady += 1
          continue
        }
        changing += 1
        let title = member.rule.title
        rows.append(
          .row(
            LocalizedText(member.rule.id),
            LocalizedText(
              ko: "\(title.ko): \(days.map { DateText.day($0.iso, .ko) }.joined(separator: ", "))",
              en: "\(title.en): \(days.map { DateText.day($0.iso, .en) }.joined(separator: ", "))"), indent: 2
          ))
      }
      sheet.section(policy.title.ko, policy.title.en, rows)
    }
    sheet.pieces.append(.gap)
    sheet.pieces.append(
      .paragraph(
        ko: "바뀐 규칙·지표 \(changing)개, 바뀐 적이 없는 규칙·지표 \(steady)개. 자세한 연혁: `audit policy timeline 규칙`",
        en: "Rules and measures that changed: \(changing); that never did: \(steady). "
          + "In detail: `audit policy timeline RULE`", indent: 0))
    return sheet
  }

  private static func members(of policy: Policy) -> [RuleLineage.Member] {
    policy.rules.map { RuleLineage.Member(policy: policy, rule: $0) }
      + policy.measures.map { RuleLineage.Member(policy: policy, rule: $0.asRule(of: policy)) }
  }
}
