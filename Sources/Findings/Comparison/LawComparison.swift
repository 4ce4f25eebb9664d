public import Diagnostics

/// One scheme under the law of two days, finding by finding.
public struct LawComparison: Sendable {
  /// Name and version of the format that `json` writes.
  public enum Format: String, Sendable, Hashable {
    case version1 = "guideline_law_comparison/1"
  }

  /// The report under the earlier law.
  public let from: AuditReport
  /// The report under the later law.
  public let to: AuditReport
  /// Findings that differ, in the order of the policies, rules and subjects.
  public let changes: [FindingChange]
  /// How many findings are the same under both.
  public let equal: Int

  /// Compares two reports on one scheme, made with `LawDate.on` of two days from the same policies.
  public init(from: AuditReport, to: AuditReport) {
    self.from = from
    self.to = to
    let reasons = LawReasons(earlierDay: from.law.date ?? "", laterDay: to.law.date ?? "")
    let earlier = Self.byRule(from.findings)
    let later = Self.byRule(to.findings)
    let order = earlier.order + later.order.filter { earlier.places[$0] == nil }
    var changes: [FindingChange] = []
    var equal = 0
    for rule in order {
      let old = (earlier.places[rule] ?? []).map { from.findings[$0] }
      let new = (later.places[rule] ?? []).map { to.findings[$0] }
      let pairing = Pairing(old, new)
      let first = changes.count
      for pair in pairing.pairs {
        if let change = Self.change(pair, whole: pairing.whole, reasons) {
          changes.append(change)
        } else {
          equal += 1
        }
      }
      Self.explainLoneSubjects(in: &changes[first...], reasons)
    }
    self.changes = changes
    self.equal = equal
  }

  private init(_ comparison: LawComparison, from: AuditReport, to: AuditReport, changes: [FindingChange]) {
    self.from = from
    self.to = to
    self.changes = changes
    equal = comparison.equal
  }

  /// The comparison without the values of confidential facts and what was computed from them; what differs, and how, is
  /// that of the full one.
  public func redacted() -> LawComparison {
    guard !to.isRedacted else { return self }
    let nothing = ConfidentialFacts(paths: [])
    var earlier = Redactor(from, from.confidential ?? nothing)
    var later = Redactor(to, to.confidential ?? nothing)
    let changes = changes.map { change in
      var new = change
      new.from = change.from?.redacted(by: &earlier, scheme: from.scheme.path)
      new.to = change.to?.redacted(by: &later, scheme: to.scheme.path)
      // The finding of the whole rule is that of the side which has none for the subject.
      new.whole =
        change.from == nil
        ? change.whole?.redacted(by: &earlier, scheme: from.scheme.path)
        : change.whole?.redacted(by: &later, scheme: to.scheme.path)
      new.reasons = change.reasons.map { $0.redacted(earlier, later) }
      return new
    }
    return LawComparison(self, from: from.redacted(), to: to.redacted(), changes: changes)
  }

  /// The proviso that a person has to weigh where the later law is milder.
  public static let laterLawNote = LocalizedText(
    ko:
      "행정기본법 제14조 제3항 단서: 법령을 위반한 행위 뒤 법령이 바뀌어 그 행위가 위반에 해당하지 아니하게 되었거나 제재처분 기준이 가벼워진 경우에는, 해당 법령에 특별한 규정(부칙의 경과규정 등)이 없으면 바뀐 법령이 적용될 수 있음. 이 도구는 결과만 견주므로 적용 여부는 사람이 판단하여야 함",
    en:
      "General Act on Public Administration, art. 14(3), proviso: where the law changed after the act so that it is no longer a violation, or the standard of sanction became lighter, the changed law may apply to the sanction unless that law says otherwise (transitional provisions, for example). Only outcomes are compared here; a person decides which law applies"
  )

  /// How many changes are of a kind.
  public func count(_ kind: FindingChange.Kind) -> Int { changes.count { $0.kind == kind } }

  // ── pairing ────────────────────────────────────────────────────────────────

  private struct RuleKey: Hashable {
    var policy: String
    var rule: String
  }

  private static func byRule(_ findings: [Finding]) -> (order: [RuleKey], places: [RuleKey: [Int]]) {
    var order: [RuleKey] = []
    var places: [RuleKey: [Int]] = [:]
    for index in findings.indices {
      let key = RuleKey(policy: findings[index].policy, rule: findings[index].rule)
      if places[key] == nil { order.append(key) }
      places[key, default: []].append(index)
    }
    return (order, places)
  }

  private static func change(
    _ pair: Pairing.Pair, whole: Finding?, _ reasons: LawReasons
  ) -> FindingChange? {
    var change = FindingChange(
      from: pair.from, to: pair.to, whole: nil, kind: .outcome, reasons: [])
    guard let old = pair.from, let new = pair.to else {
      change.whole = whole
      if let earlier = change.earlier, let later = change.later {
        change.reasons = reasons.ofWhole(earlier, later)
        if earlier.outcome == later.outcome { change.kind = .grounds }
      }
      return change
    }
    change.reasons = reasons.between(old, new)
    if old.outcome != new.outcome { return change }
    let isOther = old.word != new.word || old.actual != new.actual
    change.kind = isOther || change.reasons.contains(where: \.bearsOnOutcome) ? .grounds : .citation
    return change.kind == .grounds || !change.reasons.isEmpty ? change : nil
  }
}

extension LawComparison {
  /// A subject that only one law knows comes of a number that another law sets otherwise, such as a list of what is
  /// to be named: the rule's other findings show it.
  fileprivate static func explainLoneSubjects(
    in changes: inout ArraySlice<FindingChange>, _ reasons: LawReasons
  ) {
    var shared: [LawReason] = []
    for reason in changes.lazy.flatMap(\.reasons) where !shared.contains(reason) {
      switch reason.kind {
      case .parameter, .table, .version: shared.append(reason)
      case .inForce, .exception, .expected, .citation, .wording, .authority: break
      }
    }
    for place in changes.indices where changes[place].earlier == nil || changes[place].later == nil {
      guard let lone = changes[place].finding else { continue }
      changes[place].reasons = shared.isEmpty ? reasons.newNumbers(of: lone) : shared
    }
  }
}

/// The findings of one rule under two laws, side by side.
private struct Pairing {
  /// What belongs together; one side may be missing.
  struct Pair {
    var from: Finding?
    var to: Finding?
  }

  /// The earlier law's findings in their order, then those of the later law alone.
  private(set) var pairs: [Pair] = []
  /// The finding of the whole rule that stands for all subjects on one side.
  private(set) var whole: Finding?

  private struct Key: Hashable {
    var part: String?
    var subject: String?

    init(_ finding: Finding) {
      part = finding.part
      subject = finding.subject
    }
  }

  init(_ old: [Finding], _ new: [Finding]) {
    var old = old
    var new = new
    if Self.standsForAll(old, beside: new) {
      whole = old.removeFirst()
    } else if Self.standsForAll(new, beside: old) {
      whole = new.removeFirst()
    }
    var open = Dictionary(grouping: new.indices) { Key(new[$0]) }
    for finding in old {
      let key = Key(finding)
      // A subject that a scheme names twice is met in the order of the file.
      let match = open[key].flatMap { $0.first }
      if match != nil { open[key]?.removeFirst() }
      pairs.append(Pair(from: finding, to: match.map { new[$0] }))
    }
    let left = Set(open.values.flatMap { $0 })
    for index in new.indices where left.contains(index) { pairs.append(Pair(from: nil, to: new[index])) }
  }

  /// Whether the only finding of one law is about the rule as a whole, and the other law has others.
  private static func standsForAll(_ one: [Finding], beside other: [Finding]) -> Bool {
    guard one.count == 1, let only = one.first, only.part == nil, only.subject == nil else { return false }
    return !other.isEmpty && !other.contains { $0.part == nil && $0.subject == nil }
  }
}
