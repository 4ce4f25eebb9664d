import Diagnostics
import Findings

/// Facts of one kind that one owner has to supply, with the findings that wait for them.
struct Supply {
  /// The first of them.
  var first: Need { needs[0] }
  /// All of them, each with its place.
  fileprivate(set) var needs: [Need] = []
  /// What is known of each: bounds, or readings of which it is open which one holds.
  fileprivate(set) var known: [ReportValue?] = []
  /// The findings that wait for each, as places in the report's findings.
  fileprivate(set) var waiting: [[Int]] = []
  /// Who can supply them.
  let owner: Owner
  /// The findings that wait for one of them at least, as places in the report's findings.
  fileprivate(set) var findings: [Int] = []
  /// How many of those wait for nothing else.
  fileprivate(set) var alone = 0

  /// What is to be supplied, by owner; of one owner what decides most findings alone comes first, then what most
  /// findings wait for.
  static func supplies(of report: AuditReport, _ elements: SchemeElements) -> [Supply] {
    var supplies: [Supply] = []
    var places: [String: (group: Int, number: Int)] = [:]
    var groups: [GroupKey: Int] = [:]
    for need in report.needs where places[need.path] == nil {
      let owner = elements.owner(of: need.path)
      var key = GroupKey()
      for text in [FactPath(need.path).kind, need.kind.rawValue] + owner.operators + owner.services {
        key.add(text)
      }
      let place = groups[key] ?? supplies.count
      if place == supplies.count {
        groups[key] = place
        supplies.append(Supply(owner: owner))
      }
      supplies[place].needs.append(need)
      supplies[place].known.append(nil)
      supplies[place].waiting.append([])
      places[need.path] = (place, supplies[place].needs.count - 1)
    }
    for index in report.findings.indices where report.findings[index].outcome == .unknown {
      var waited: Set<Int> = []
      for fact in report.findings[index].missing {
        guard fact.kind.isFact, let (place, number) = places[fact.path] else {
          // What the policy's side lacks no company can supply.
          waited.insert(-1)
          continue
        }
        waited.insert(place)
        supplies[place].known[number] = supplies[place].known[number] ?? fact.value
        if supplies[place].waiting[number].last != index { supplies[place].waiting[number].append(index) }
      }
      for place in waited where place >= 0 {
        supplies[place].findings.append(index)
        if waited.count == 1 { supplies[place].alone += 1 }
      }
    }
    return supplies.indices.sorted { a, b in
      if Owner.precedes(supplies[a].owner, supplies[b].owner) { return true }
      if Owner.precedes(supplies[b].owner, supplies[a].owner) { return false }
      return (-supplies[a].alone, -supplies[a].findings.count, a)
        < (-supplies[b].alone, -supplies[b].findings.count, b)
    }.map { supplies[$0] }
  }

  private init(owner: Owner) { self.owner = owner }
}
