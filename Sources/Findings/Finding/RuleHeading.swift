public import Diagnostics

/// What all findings of one rule (or of one of its parts) share, kept once for all of them.
public final class RuleHeading: Sendable {
  /// The policy's id.
  public let policy: String
  /// The rule's id, unique among the policies that were loaded.
  public let rule: String
  /// The part's id, for a rule with parts.
  public let part: String?
  /// The rule's title.
  public let title: LocalizedText
  /// The part's title, for a rule with parts.
  public let partTitle: LocalizedText?
  /// The requirement in plain words; every wording with its days where the date leaves open which it is.
  public let text: LocalizedText?
  /// The wordings that what is known of the date leaves; empty where it settles one.
  public let textOneOf: [PossibleVersion]
  /// What kind of text the rule states, and how far it got.
  public let status: LegalStatus
  /// What weight it has.
  public let effect: Effect
  /// How much it matters within its effect.
  public let severity: RuleSeverity
  /// Who issued it; nil where no body has confirmed the text.
  public let authority: ReportAuthority?
  /// Where it is written.
  public let citations: [Citation]
  /// What may follow from not meeting it.
  public let sanction: LocalizedText?
  /// First and last day on which it is in force.
  public let inForce: ReportPeriod
  /// Whether it is no rule but a measure: a quantity that shows how adequate an award is.
  public let isMeasure: Bool
  /// A page that explains the rule.
  public let helpUri: String?

  /// The heading of a rule or of one of its parts. An unconfirmed text keeps no author.
  public init(
    policy: String, rule: String, part: String? = nil, title: LocalizedText,
    partTitle: LocalizedText? = nil, text: LocalizedText? = nil, textOneOf: [PossibleVersion] = [],
    status: LegalStatus,
    effect: Effect? = nil, severity: RuleSeverity, authority: ReportAuthority? = nil,
    citations: [Citation] = [], sanction: LocalizedText? = nil, inForce: ReportPeriod = ReportPeriod(),
    isMeasure: Bool = false, helpUri: String? = nil
  ) {
    self.policy = policy
    self.rule = rule
    self.part = part
    self.title = title
    self.partTitle = partTitle
    self.text = text
    self.textOneOf = textOneOf
    self.status = status
    self.effect = effect ?? status.effect
    self.severity = severity
    self.authority = status == .reportedUnconfirmed ? nil : authority
    self.citations = citations
    self.sanction = sanction
    self.inForce = inForce
    self.isMeasure = isMeasure
    self.helpUri = helpUri
  }
}
