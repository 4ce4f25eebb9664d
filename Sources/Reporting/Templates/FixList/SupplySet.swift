import Diagnostics
import Findings

/// Kinds of facts that go together: with all of them stated, findings wait for nothing else.
struct SupplySet {
  /// A kind of facts, with one of them and how many places lack it.
  struct Kind {
    /// One of the facts.
    let fact: MissingFact
    /// The same for the same kind in every set.
    let number: Int
    /// In how many places it is to be written for these findings.
    let places: Int
  }

  /// The kinds, in the order in which findings name them.
  let kinds: [Kind]
  /// Findings that wait for nothing else, as places in the report's findings.
  let findings: [Int]
  /// How many of these are of effect `law`.
  let law: Int

  /// More kinds of sets than any rule book has; beyond them sets are not compared with one another.
  private static let mostCompared = 400

  /// Findings that wait for the same kinds of facts.
  private struct Waiting {
    let set: Set<Int>
    let order: [Int]
    var findings: [Int] = []
  }

  /// The sets of a report, those that leave most findings waiting for nothing else first; what a smaller set does is
  /// counted in a larger one.
  static func sets(of report: AuditReport) -> [SupplySet] {
    var index = KindIndex()
    var waiting: [Waiting] = []
    var places: [Set<Int>: Int] = [:]
    for finding in report.findings.indices where report.findings[finding].outcome == .unknown {
      let missing = report.findings[finding].missing
      guard !missing.isEmpty, missing.allSatisfy(\.kind.isFact) else { continue }
      var order: [Int] = []
      for number in index.numbers(of: missing) where !order.contains(number) { order.append(number) }
      let set = Set(order)
      let place = places[set] ?? waiting.count
      if place == waiting.count {
        places[set] = place
        waiting.append(Waiting(set: set, order: order))
      }
      waiting[place].findings.append(finding)
    }
    let sets = waiting.map { own in
      let parts = waiting.count > mostCompared ? [own] : waiting.filter { $0.set.isSubset(of: own.set) }
      let findings = parts.flatMap(\.findings).sorted()
      let paths = index.paths(of: findings.map { report.findings[$0].missing })
      return SupplySet(
        kinds: own.order.map { Kind(fact: index.facts[$0], number: $0, places: paths[$0]?.count ?? 1) },
        findings: findings, law: findings.count { report.findings[$0].effect == .law })
    }
    return sets.indices.sorted { a, b in
      (-sets[a].findings.count, -sets[a].law, sets[a].kinds.count, a)
        < (-sets[b].findings.count, -sets[b].law, sets[b].kinds.count, b)
    }.map { sets[$0] }
  }

  /// The sets without those of which a part does nearly as much: four findings in five.
  static func telling(_ sets: [SupplySet]) -> [SupplySet] {
    guard sets.count <= mostCompared else { return sets }
    let kinds = sets.map { Set($0.kinds.map(\.number)) }
    return sets.indices.filter { place in
      !sets.indices.contains { other in
        kinds[other].isStrictSubset(of: kinds[place])
          && sets[other].findings.count * 5 >= sets[place].findings.count * 4
      }
    }.map { sets[$0] }
  }
}

/// Numbers the kinds of facts that findings wait for, in the order in which they come.
private struct KindIndex {
  /// One fact of each kind.
  private(set) var facts: [MissingFact] = []
  private var kinds: [String: Int] = [:]
  /// By the facts' paths and reasons, so that each path is taken apart once.
  private var known: [String: Int] = [:]

  /// The numbers of the kinds of some facts.
  mutating func numbers(of missing: [MissingFact]) -> [Int] {
    missing.map { fact in
      let key = "\(fact.kind.rawValue) \(fact.path)"
      if let number = known[key] { return number }
      let kind = "\(fact.kind.rawValue) \(FactPath(fact.path).kind)"
      let number = kinds[kind] ?? facts.count
      if number == facts.count {
        kinds[kind] = number
        facts.append(fact)
      }
      known[key] = number
      return number
    }
  }

  /// The paths of the facts of each kind that some findings wait for.
  mutating func paths(of missing: [[MissingFact]]) -> [Int: Set<String>] {
    var paths: [Int: Set<String>] = [:]
    for facts in missing {
      for (number, fact) in zip(numbers(of: facts), facts) { paths[number, default: []].insert(fact.path) }
    }
    return paths
  }
}
