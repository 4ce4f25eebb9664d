import Diagnostics
import Findings

/// Facts of one kind that undecided findings wait for: the same fact of several elements.
struct NeedGroup {
  /// The one that most findings wait for.
  let first: Need
  /// All of them.
  var needs: [Need] = []
  /// Findings that wait for one of them at least.
  var findings = 0
  /// Findings that wait for nothing else.
  var alone = 0

  /// The missing facts of a report by what their paths name, whatever they are called in a language; those that most
  /// findings wait for first; of all its undecided findings, or of those alone that are asked for.
  static func groups(of report: AuditReport, where isAsked: ((Finding) -> Bool)? = nil) -> [NeedGroup] {
    let findings = isAsked.map { report.findings.filter($0) } ?? report.findings
    var groups: [NeedGroup] = []
    var places: [GroupKey: Int] = [:]
    var paths: [String: Int] = [:]
    for need in isAsked == nil ? report.needs : Need.sorted(from: findings) {
      var key = GroupKey()
      key.add(FactPath(need.path).kind)
      key.add(need.kind.rawValue)
      let place = places[key] ?? groups.count
      if place == groups.count {
        places[key] = place
        groups.append(NeedGroup(first: need))
      }
      groups[place].needs.append(need)
      paths[need.path] = place
    }
    count(findings, &groups, paths)
    return groups.enumerated().sorted { a, b in
      (-a.element.findings, -a.element.alone, a.offset) < (-b.element.findings, -b.element.alone, b.offset)
    }.map(\.element)
  }

  /// Counts the findings of each group once, however many of its facts they wait for.
  private static func count(_ findings: [Finding], _ groups: inout [NeedGroup], _ paths: [String: Int]) {
    for index in findings.indices where findings[index].outcome == .unknown {
      var waited: [Int] = []
      for fact in findings[index].missing {
        // What the policy's side lacks stands for no group.
        let place = fact.kind.isFact ? paths[fact.path] ?? -1 : -1
        if !waited.contains(place) { waited.append(place) }
      }
      for place in waited where place >= 0 {
        groups[place].findings += 1
        if waited.count == 1 { groups[place].alone += 1 }
      }
    }
  }
}
