import Diagnostics
import Findings

/// What readers can choose entries by: every outcome, effect and subject that occurs, with the number of entries.
struct HTMLFacets {
  /// One of the values that entries are told apart by.
  struct Value {
    /// Its code or name.
    var name: String
    /// How many entries have it.
    var count: Int
  }

  /// Values in the order in which they first occur.
  struct Facet {
    /// The values with their numbers of entries.
    private(set) var values: [Value] = []
    private var places: [String: Int] = [:]

    /// Counts a value; its place among all values.
    mutating func add(_ name: String) -> Int {
      if let place = places[name] {
        values[place].count += 1
        return place
      }
      places[name] = values.count
      values.append(Value(name: name, count: 1))
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
  /// By the names of subjects.
  private(set) var subjects = Facet()

  /// Counts an entry; the places of its values.
  mutating func add(_ group: FindingGroup) -> (outcome: Int, effect: Int, subjects: [Int]) {
    entries += 1
    var seen: Set<String> = []
    let names = group.subjects.filter { seen.insert($0).inserted }
    return (outcomes.add(group.outcome), effects.add(group.effect), names.map { subjects.add($0) })
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
