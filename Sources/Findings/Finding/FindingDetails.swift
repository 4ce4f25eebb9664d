public import Diagnostics

/// An exception of the rule and what came of it.
public struct ExceptionUse: Sendable, Hashable, Codable {
  /// Whether the case that the exception asks for was shown.
  public enum State: String, Sendable, Hashable, Codable {
    case granted, open
  }

  /// What a granted exception does.
  public enum Relief: String, Sendable, Hashable, Codable {
    case notRequired = "not_required"
    case replace
  }

  /// The exception's id.
  public var id: String
  /// Its title.
  public var title: LocalizedText
  /// Where it is written.
  public var cite: LocalizedText?
  /// Granted or open.
  public var state: State
  /// What it does.
  public var effect: Relief
  /// Whether a person must confirm an outcome that it changes.
  public var review: Bool
  /// The fact that is or would be its proof.
  public var proof: String?

  /// An exception and what came of it.
  public init(
    id: String, title: LocalizedText, cite: LocalizedText? = nil, state: State, effect: Relief,
    review: Bool = false, proof: String? = nil
  ) {
    self.id = id
    self.title = title
    self.cite = cite
    self.state = state
    self.effect = effect
    self.review = review
    self.proof = proof
  }
}

/// A deviation accepted by a body that may accept it.
public struct WaiverUse: Sendable, Hashable, Codable {
  /// Whether the waiver holds on the day the scheme was filed.
  public enum State: String, Sendable, Hashable, Codable {
    case applied, undecided
  }

  /// The waiver's id.
  public var id: String
  /// Whether it holds.
  public var state: State
  /// The body that granted it.
  public var grantedBy: ReportAuthority
  /// The day it was granted.
  public var grantedOn: String
  /// The last day it holds.
  public var expires: String
  /// What it rests on.
  public var basis: LocalizedText?
  /// Why it was granted.
  public var reason: LocalizedText?
  /// The document that grants it.
  public var document: String?

  /// A waiver and what came of it.
  public init(
    id: String, state: State, grantedBy: ReportAuthority, grantedOn: String, expires: String,
    basis: LocalizedText? = nil, reason: LocalizedText? = nil, document: String? = nil
  ) {
    self.id = id
    self.state = state
    self.grantedBy = grantedBy
    self.grantedOn = grantedOn
    self.expires = expires
    self.basis = basis
    self.reason = reason
    self.document = document
  }
}

/// A person's recorded judgement or reply on a finding; it stands beside the outcome, never in its place.
public struct DecisionUse: Sendable, Hashable, Codable {
  /// The outcome it judged, for a judgement.
  public var from: Outcome?
  /// The outcome it came to, for a judgement.
  public var to: Outcome?
  /// `accept`, `dispute` or `will_fix`, for a company's reply.
  public var reply: String?
  /// Who decided.
  public var by: String
  /// The day.
  public var on: String
  /// Why.
  public var reason: LocalizedText?
  /// The document that holds it.
  public var document: String?
  /// The facts it rested on have changed: it has no effect.
  public var stale: Bool

  /// A recorded decision.
  public init(
    from: Outcome? = nil, to: Outcome? = nil, reply: String? = nil, by: String, on: String,
    reason: LocalizedText? = nil, document: String? = nil, stale: Bool = false
  ) {
    self.from = from
    self.to = to
    self.reply = reply
    self.by = by
    self.on = on
    self.reason = reason
    self.document = document
    self.stale = stale
  }
}

/// Whose proof supports a finding.
public enum ProofSource: String, Sendable, Hashable, Codable {
  case none, company, authority
}

/// What it costs to mend a failure.
public struct FindingCost: Sendable, Hashable, Codable {
  /// What is counted.
  public var title: LocalizedText
  /// The amount.
  public var value: ReportValue

  /// An amount and what it counts.
  public init(title: LocalizedText, value: ReportValue) {
    self.title = title
    self.value = value
  }
}
