/// The sections of an opinion, in the order in which they stand.
enum OpinionSection: Sendable, Hashable, CaseIterable {
  /// What was reviewed, and how.
  case scope
  /// What came of it as a whole.
  case conclusion
  /// What came of each rule.
  case results
  /// Rules that were not applied, and why.
  case outside
  /// What the company is asked to mend or supply.
  case request
  /// What standards, recommendations and precedents say.
  case recommendation
  /// What drafts and reference criteria say.
  case reference
  /// What a person must decide.
  case questions
  /// How much the awards are.
  case adequacy
  /// Facts that are missing.
  case needs
  /// Until when something is to be done.
  case deadlines
  /// What the company replies.
  case replies
  /// What a reader must know.
  case remarks
  /// Annex: what the findings that were met rest on.
  case met
  /// Annex: measures that lack a fact.
  case uncomputed
  /// Annex: articles that were not reviewed.
  case uncovered

  /// Whether it stands behind the end of the opinion proper.
  var isAnnex: Bool {
    switch self {
    case .met, .uncomputed, .uncovered: true
    case .scope, .conclusion, .results, .outside, .request, .recommendation, .reference, .questions,
      .adequacy, .needs,
      .deadlines, .replies, .remarks:
      false
    }
  }
}
