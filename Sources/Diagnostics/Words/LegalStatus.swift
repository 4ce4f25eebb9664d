/// What kind of text a policy states, and how far it got.
public enum LegalStatus: String, Sendable, Hashable, Codable, CaseIterable {
  /// Of the law itself: act, decree, and notice of a ministry with the force of law.
  case statute, decree, notice
  /// A contract or its general terms.
  case terms
  /// A standard by which disputes are settled where the parties agreed nothing else.
  case criterion
  /// Issued by a body without binding force.
  case guideline, recommendation
  /// What a body or court has said of the law.
  case interpretation, precedent
  /// Not yet in force: a draft of a body, a draft before parliament.
  case proposed, bill
  /// The press reports it and no body confirms it.
  case reportedUnconfirmed = "reported_unconfirmed"
  /// How others have done it, earlier schemes of companies among them.
  case goodPractice = "good_practice"
  /// Made up to show how something works.
  case illustrative
  /// Set by the tool itself.
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
  /// From the strongest to the weakest.
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
  /// From the gravest to the least.
  case critical, major, minor, note

  /// Orders by gravity: `.note < .critical`.
  public static func < (a: RuleSeverity, b: RuleSeverity) -> Bool {
    a.rank > b.rank
  }

  private var rank: Int {
    Self.allCases.firstIndex(of: self) ?? 0
  }
}
