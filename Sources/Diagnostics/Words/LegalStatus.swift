/// What kind of text a policy states, and how far it got.
public enum LegalStatus: String, Sendable, Hashable, Codable, CaseIterable {
  case statute, decree, notice
  case terms
  case criterion
  case guideline, recommendation
  case interpretation, precedent
  case proposed, bill
  case reportedUnconfirmed = "reported_unconfirmed"
  case goodPractice = "good_practice"
  case illustrative
  case toolDefault = "tool_default"

  /// The effect that follows unless a policy or rule overrides it.
  public var effect: Effect {
    switch self {
    case .statute, .decree, .notice: .law
    case .terms: .contract
    case .criterion: .standard
    case .guideline, .recommendation: .recommendation
    case .interpretation, .precedent: .interpretation
    case .proposed, .bill, .reportedUnconfirmed: .draft
    case .goodPractice, .illustrative, .toolDefault: .reference
    }
  }
}

/// What weight a rule has. It decides the words of a verdict, never its logic. The strongest comes first.
public enum Effect: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
  case law, contract, standard, recommendation, interpretation, draft, reference

  /// Orders by strength: `.reference < .law`.
  public static func < (a: Effect, b: Effect) -> Bool {
    a.rank > b.rank
  }

  private var rank: Int {
    Self.allCases.firstIndex(of: self) ?? 0
  }
}

/// How much a rule matters within its effect. The gravest comes first.
public enum RuleSeverity: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
  case critical, major, minor, note

  /// Orders by gravity: `.note < .critical`.
  public static func < (a: RuleSeverity, b: RuleSeverity) -> Bool {
    a.rank > b.rank
  }

  private var rank: Int {
    Self.allCases.firstIndex(of: self) ?? 0
  }
}
