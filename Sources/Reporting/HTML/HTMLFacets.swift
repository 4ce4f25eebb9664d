import Diagnostics
import Findings

/// What readers can choose entries by: every outcome, effect and subject that occurs, with the number of entries.
struct HTMLFacets {
  /// One of the values that entries are told apart by.
  struct Value {
    /// Its code or name.
    var name: String
    /// How many findings have it.
    var count: Int
  }

  /// Values in the order in which they first occur.
  struct Facet {
    /// The values with their numbers of findings.
    private(set) var values: [Value] = []
    private var places: [String: Int] = [:]

    /// Counts a value; its place among all values.
    mutating func add(_ name: String, _ findings: Int) -> Int {
      if let place = places[name] {
        values[place].count += findings
        return place
      }
      places[name] = values.count
      values.append(Value(name: name, count: findings))
      return values.count - 1
    }

    /// The values with their places, in an order of names; others follow.
    func ordered(as names: [String]) -> [(place: Int, value: Value)] {
      let known = names.compactMap { places[$0] }
      let others = values.indices.filter { !known.contains($0) }
      return (known + others).map { ($0, values[$0]) }
    }
  }

  /// How many entries there are.
  private(set) var entries = 0
  /// By the codes of outcomes.
  private(set) var outcomes = Facet()
  /// By the codes of effects.
  private(set) var effects = Facet()
  /// By the names of operators and services.
  private(set) var owners = Facet()
  /// By the names of subjects.
  private(set) var subjects = Facet()

  /// An entry by the places of its values.
  struct Entry {
    /// Places of its outcome and its effect.
    var outcome: Int
    var effect: Int
    /// Places of names, each with the number of its findings.
    var owners: [(place: Int, findings: Int)]
    var subjects: [(place: Int, findings: Int)]
  }

  /// Counts an entry.
  mutating func add(_ group: FindingGroup) -> Entry {
    entries += 1
    return Entry(
      outcome: outcomes.add(group.outcome, group.findings),
      effect: effects.add(group.effect, group.findings),
      owners: Self.merged(group.owners).map { (owners.add($0.name, $0.findings), $0.findings) },
      subjects: Self.merged(group.subjects).map { (subjects.add($0.name, $0.findings), $0.findings) })
  }

  /// Each name once.
  private static func merged(_ shares: [FindingGroup.Share]) -> [FindingGroup.Share] {
    var merged: [FindingGroup.Share] = []
    var places: [String: Int] = [:]
    for share in shares {
      if let place = places[share.name] {
        merged[place].findings += share.findings
      } else {
        places[share.name] = merged.count
        merged.append(share)
      }
    }
    return merged
  }

  /// What people call an outcome.
  static func label(ofOutcome code: String, _ language: Language) -> String {
    Outcome(rawValue: code)?.word[language] ?? code
  }

  /// What people call an effect.
  static func label(ofEffect code: String, _ language: Language) -> String {
    Effect(rawValue: code)?.label[language] ?? code
  }

  /// The class that colours an entry; nil: none.
  static func tone(ofOutcome code: String) -> StaticString? {
    switch Outcome(rawValue: code) {
    case .fail, .error: "bad-entry"
    case .unknown, .manual, .waived: "open-entry"
    case .pass: "good-entry"
    case .notApplicable, .notInForce, .notSelected, .info, nil: nil
    }
  }
}
