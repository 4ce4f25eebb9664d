/// What a vocabulary may say of a fact.
enum FactAttribute: String, CaseIterable {
  case type, unit, of, to, all, key, open, choices, absent
  case absentWhy = "absent_why"
  case when
  case derived = "is"
  case needsProof = "needs_proof"
  case confidential, filed, headline, ko, en, note

  /// Place among the attributes of a declaration.
  var index: Int {
    switch self {
    case .type: 0
    case .unit: 1
    case .of: 2
    case .to: 3
    case .all: 4
    case .key: 5
    case .open: 6
    case .choices: 7
    case .absent: 8
    case .absentWhy: 9
    case .when: 10
    case .derived: 11
    case .needsProof: 12
    case .confidential: 13
    case .filed: 14
    case .headline: 15
    case .ko: 16
    case .en: 17
    case .note: 18
    }
  }

  /// Those that mean something for some facts only, in the order in which misuse is reported.
  static let narrow: [FactAttribute] = [
    .unit, .of, .to, .all, .choices, .open, .filed, .headline, .confidential, .absent, .absentWhy, .derived,
    .key,
  ]

  /// How many there are.
  static let count = 19
}
