/// Headings that were read, so that all findings of a rule share one, as they did when the report was made.
final class HeadingPool {
  /// Under which a decoder carries a pool; without one every finding keeps a heading of its own.
  static let key = CodingUserInfoKey(rawValue: "guideline-audit.headings")

  private struct Names: Hashable {
    var policy: String
    var rule: String
    var part: String?
  }

  private var headings: [Names: [RuleHeading]] = [:]
  /// Headings of one rule are all alike; in a file that says otherwise no more than so many are looked through.
  private static let mostAlike = 8

  /// The heading that says the same, if one was read before; else the heading itself.
  func shared(_ heading: RuleHeading) -> RuleHeading {
    let names = Names(policy: heading.policy, rule: heading.rule, part: heading.part)
    let known = headings[names] ?? []
    if let same = known.first(where: { $0.says(heading) }) { return same }
    if known.count < Self.mostAlike { headings[names, default: []].append(heading) }
    return heading
  }
}

extension RuleHeading {
  /// Whether another heading says the same to the last word.
  fileprivate func says(_ other: RuleHeading) -> Bool {
    policy == other.policy && rule == other.rule && part == other.part && title == other.title
      && partTitle == other.partTitle && text == other.text && textOneOf == other.textOneOf
      && status == other.status
      && effect == other.effect && severity == other.severity && authority == other.authority
      && citations == other.citations && sanction == other.sanction && inForce == other.inForce
      && isMeasure == other.isMeasure && helpUri == other.helpUri
  }
}
