import Findings

/// The places of a scheme that a finding names, for telling what other schemes agree with it on.
struct NamedGrounds {
  private let facts: Set<String>
  private let lists: [String]
  private let subjects: [String]

  init(_ finding: Finding) {
    facts = Set(
      finding.evidence.map(\.path) + finding.missing.map(\.path) + finding.assumed.map(\.path))
    lists = finding.lists.map(\.path)
    subjects = finding.bindings.compactMap(\.path)
  }

  /// Whether the finding rests on a fact, or on a list that it lies in: a list's ground stands for its membership and
  /// for what its elements say where they were tested.
  func name(fact path: String) -> Bool {
    facts.contains(path) || lists.contains { path == $0 || path.hasPrefix($0 + "[") }
  }

  /// Whether the finding rests on an element, or on something within it.
  func name(element path: String) -> Bool {
    subjects.contains { $0 == path || $0.hasPrefix(path + ".") }
      || facts.contains { $0.hasPrefix(path + ".") }
      || lists.contains { $0.hasPrefix(path + ".") }
  }

  /// Whether the finding rests on what two schemes differ in.
  func name(_ difference: SchemeDraft.Difference) -> Bool {
    switch difference {
    case .fact(let path): name(fact: path)
    case .added(let list): name(fact: list)
    case .removed(let element, let list): name(fact: list) || name(element: element)
    }
  }
}
