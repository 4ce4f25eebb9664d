import Diagnostics

/// Who has to see to something, and for which of its services.
struct Owner: Hashable {
  /// How far it reaches.
  enum Reach: Hashable {
    /// The scheme as a whole: no element of a service's.
    case scheme
    /// Every service.
    case everything
    /// Services of several operators.
    case several
    /// One operator, by its place in the scheme.
    case `operator`(Int)
  }

  /// How far it reaches.
  let reach: Reach
  /// The place of the first service in the scheme; below zero where it is the operator's own.
  let rank: Int
  /// Operators in words.
  let operators: [String]
  /// Services in words.
  let services: [String]

  /// Who has to see to something.
  init(reach: Reach, rank: Int = -1, operators: [String] = [], services: [String] = []) {
    self.reach = reach
    self.rank = rank
    self.operators = operators
    self.services = services
  }

  /// The place among others: the whole scheme first, then what several share, then operators and services in the
  /// order of the scheme.
  static func precedes(_ a: Owner, _ b: Owner) -> Bool {
    if a.order != b.order { return a.order < b.order }
    if a.operators != b.operators { return a.operators.lexicographicallyPrecedes(b.operators) }
    if a.rank != b.rank { return a.rank < b.rank }
    if a.services.count != b.services.count { return a.services.count < b.services.count }
    return a.services.lexicographicallyPrecedes(b.services)
  }

  private var order: Int {
    switch reach {
    case .scheme: 0
    case .everything: 1
    case .several: 2
    case .operator(let place): place >= Int.max - 3 ? Int.max : place + 3
    }
  }

  /// Whether two have the same operators, under which both stand.
  func sharesOperators(with other: Owner) -> Bool { order == other.order && operators == other.operators }

  /// The operators as a heading says them.
  func operators(_ language: Language) -> String {
    switch reach {
    case .scheme: LocalizedText(ko: "보상안 전체", en: "The scheme as a whole")[language]
    case .everything: LocalizedText(ko: "모든 사업자", en: "All operators")[language]
    case .several, .operator:
      operators.isEmpty
        ? LocalizedText(ko: "사업자 미기재", en: "Operator not stated")[language]
        : operators.joined(separator: ", ")
    }
  }

  /// The services as a heading says them; empty where what is meant belongs to no service.
  func services(_ language: Language) -> String {
    switch reach {
    case .scheme: ""
    case .everything: LocalizedText(ko: "모든 서비스", en: "all services")[language]
    case .several, .operator: services.joined(separator: ", ")
    }
  }
}
