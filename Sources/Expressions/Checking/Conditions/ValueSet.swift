/// The values among which a term's value lies.
enum ValueSet: Equatable {
  /// Some of a closed set of words: members of a choice, `true` and `false`, `<` `=` `>`.
  case members(Set<String>, of: Set<String>)
  /// These texts, or all texts but these.
  case texts(Set<String>, isExcluding: Bool)
  /// Numbers, days, moments or lengths of time.
  case places(Stretches)

  /// A condition that is true.
  static let yes = ValueSet.members(["true"], of: ["true", "false"])

  /// Whether no value belongs to it.
  var isEmpty: Bool {
    switch self {
    case .members(let members, _): members.isEmpty
    case .texts(let texts, let isExcluding): texts.isEmpty && !isExcluding
    case .places(let places): places.isEmpty
    }
  }

  /// Whether every value belongs to it.
  var isWhole: Bool { complement.isEmpty }

  /// The values that do not belong to it.
  var complement: ValueSet {
    switch self {
    case .members(let members, let all): .members(all.subtracting(members), of: all)
    case .texts(let texts, let isExcluding): .texts(texts, isExcluding: !isExcluding)
    case .places(let places): .places(places.complement)
    }
  }

  /// The values of both; nil where the two are of different kinds.
  func intersection(_ other: ValueSet) -> ValueSet? {
    switch (self, other) {
    case (.members(let a, let all), .members(let b, let others)) where all == others:
      .members(a.intersection(b), of: all)
    case (.texts(let a, false), .texts(let b, false)): .texts(a.intersection(b), isExcluding: false)
    case (.texts(let a, true), .texts(let b, true)): .texts(a.union(b), isExcluding: true)
    case (.texts(let a, false), .texts(let b, true)), (.texts(let b, true), .texts(let a, false)):
      .texts(a.subtracting(b), isExcluding: false)
    case (.places(let a), .places(let b)): .places(a.intersection(b))
    case (.members, _), (.texts, _), (.places, _): nil
    }
  }

  /// The values of either; nil where the two are of different kinds.
  func union(_ other: ValueSet) -> ValueSet? {
    complement.intersection(other.complement).map(\.complement)
  }

  /// Whether all its values belong to another.
  func isSubset(of other: ValueSet) -> Bool {
    intersection(other.complement).map(\.isEmpty) ?? false
  }
}

/// What a condition says about the value of one term.
struct Constraint {
  /// The term's key, equal for terms of equal value.
  var key: String
  /// The values for which the condition holds.
  var values: ValueSet
}
