import Diagnostics
import Findings

/// What undecided findings wait for and no company can supply: a number, a row of a table, a day of a calendar.
struct PolicyGap {
  /// What is lacking.
  let fact: MissingFact
  /// How many findings wait for it.
  var findings = 0

  /// What the policies of a report lack, in the order in which findings name it.
  static func gaps(of report: AuditReport, _ language: Language) -> [PolicyGap] {
    var gaps: [PolicyGap] = []
    var places: [GroupKey: Int] = [:]
    for index in report.findings.indices where report.findings[index].outcome == .unknown {
      var counted: Set<Int> = []
      for fact in report.findings[index].missing where !fact.kind.isFact {
        var key = GroupKey()
        for text in [fact.kind.rawValue, fact.path, fact.name[language]] { key.add(text) }
        let place = places[key] ?? gaps.count
        if place == gaps.count {
          places[key] = place
          gaps.append(PolicyGap(fact: fact))
        }
        if counted.insert(place).inserted { gaps[place].findings += 1 }
      }
    }
    return gaps
  }
}
