import Policies

/// A rule with those that it followed and those that followed it, by `replaces:`.
struct RuleLineage {
  /// A rule and the policy that it is of.
  struct Member {
    /// Where the rule stands.
    var policy: Policy
    /// The rule, or a measure as a rule that informs.
    var rule: Rule
  }

  /// The rule that was asked for.
  let rule: Member
  /// Those before it, the nearest first.
  let predecessors: [Member]
  /// Those after it, the nearest first.
  let successors: [Member]
  /// What the first of all replaces, where no loaded policy has it.
  let unknownPredecessor: String?

  /// A rule without those before and after it.
  init(alone rule: Member) {
    self.rule = rule
    predecessors = []
    successors = []
    unknownPredecessor = nil
  }

  /// The lineage of one rule among all that are loaded; a ring of rules that replace one another ends where it closes.
  init(of rule: Member, among members: [Member]) {
    let byID = Dictionary(members.map { ($0.rule.id, $0) }) { first, _ in first }
    let followers = Dictionary(grouping: members.filter { $0.rule.replaces != nil }) {
      $0.rule.replaces ?? ""
    }
    var seen: Set<String> = [rule.rule.id]
    var before: [Member] = []
    var unknown: String?
    var earlier = rule.rule.replaces
    while let id = earlier, seen.insert(id).inserted {
      guard let member = byID[id] else {
        unknown = id
        break
      }
      before.append(member)
      earlier = member.rule.replaces
    }
    var after: [Member] = []
    var place = -1
    while place < after.count {
      let id = place < 0 ? rule.rule.id : after[place].rule.id
      after += (followers[id] ?? []).filter { seen.insert($0.rule.id).inserted }
      place += 1
    }
    self.rule = rule
    predecessors = before
    successors = after
    unknownPredecessor = unknown
  }
}
