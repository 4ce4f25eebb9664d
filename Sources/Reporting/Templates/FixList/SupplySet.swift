import Diagnostics
import Findings

/// Kinds of facts that go together: with all of them stated, findings wait for nothing else.
struct SupplySet {
  /// A kind of facts, with one of them and how many places lack it.
  struct Kind {
    /// One of the facts.
    let fact: MissingFact
    /// In how many places it is to be written for these findings.
    var places: Int
  }

  /// The kinds, in the order in which findings name them.
  let kinds: [Kind]
  /// Findings that wait for nothing else, as places in the report's findings.
  let findings: [Int]
  /// How many of these are of effect `law`.
  let law: Int

  /// More kinds of sets than any rule book has; beyond them sets are not compared with one another.
  private static let mostCompared = 400

  /// The sets of a report, those that leave most findings waiting for nothing else first; what a smaller set does is
  /// counted in a larger one.
  static func sets(of report: AuditReport) -> [SupplySet] {
    var kinds: [MissingFact] = []
    var numbers: [GroupKey: Int] = [:]
    var waiting: [(kinds: Set<Int>, order: [Int], findings: [Int])] = []
    var places: [Set<Int>: Int] = [:]
    for index in report.findings.indices where report.findings[index].outcome == .unknown {
      let missing = report.findings[index].missing
      guard !missing.isEmpty, missing.allSatisfy(\.kind.isFact) else { continue }
      var order: [Int] = []
      for fact in missing {
        var key = GroupKey()
        key.add(SchemeElements.kind(of: fact.path))
        key.add(fact.kind.rawValue)
        let number = numbers[key] ?? kinds.count
        if number == kinds.count {
          numbers[key] = number
          kinds.append(fact)
        }
        if !order.contains(number) { order.append(number) }
      }
      let set = Set(order)
      let place = places[set] ?? waiting.count
      if place == waiting.count {
        places[set] = place
        waiting.append((set, order, []))
      }
      waiting[place].findings.append(index)
    }
    let sets = waiting.map { set in
      let within = waiting.count > mostCompared ? [set] : waiting.filter { $0.kinds.isSubset(of: set.kinds) }
      return make(within.flatMap(\.findings).sorted(), set.order.map { kinds[$0] }, report)
    }
    return sets.indices.sorted { a, b in
      (-sets[a].findings.count, -sets[a].law, sets[a].kinds.count, a)
        < (-sets[b].findings.count, -sets[b].law, sets[b].kinds.count, b)
    }.map { sets[$0] }
  }

  /// The sets without those of which a part does nearly as much: four findings in five.
  static func telling(_ sets: [SupplySet]) -> [SupplySet] {
    let kinds = sets.map {
      Set($0.kinds.map { SchemeElements.kind(of: $0.fact.path) + $0.fact.kind.rawValue })
    }
    guard sets.count <= mostCompared else { return sets }
    return sets.indices.filter { place in
      !sets.indices.contains { other in
        kinds[other].isStrictSubset(of: kinds[place])
          && sets[other].findings.count * 5 >= sets[place].findings.count * 4
      }
    }.map { sets[$0] }
  }

  private static func make(_ findings: [Int], _ facts: [MissingFact], _ report: AuditReport) -> SupplySet {
    var paths: [String: Set<String>] = [:]
    for index in findings {
      for fact in report.findings[index].missing {
        paths[SchemeElements.kind(of: fact.path) + fact.kind.rawValue, default: []].insert(fact.path)
      }
    }
    let kinds = facts.map { fact in
      Kind(fact: fact, places: paths[SchemeElements.kind(of: fact.path) + fact.kind.rawValue]?.count ?? 1)
    }
    return SupplySet(
      kinds: kinds, findings: findings, law: findings.count { report.findings[$0].effect == .law })
  }
}
