public import Diagnostics

/// An exception of the rule and what came of it.
public struct ExceptionUse: Sendable, Hashable, Codable {
  /// Whether the case that the exception asks for was shown.
  public enum State: String, Sendable, Hashable, Codable {
    /// Its condition holds and its proof is stated, or none is asked.
    case granted
    /// Its case is not known to be there, or not known to be missing.
    case open
    /// Its case is there, and the proof that it asks for is not stated.
    case claimed
  }

  /// What a granted exception does.
  public enum Relief: String, Sendable, Hashable, Codable {
    /// The requirement is not asked.
    case notRequired = "not_required"
    /// Steps are computed another way.
    case replace
  }

  /// The exception's id.
  public var id: String
  /// Its title.
  public var title: LocalizedText
  /// Where it is written.
  public var cite: LocalizedText?
  /// Granted, claimed without proof, or open.
  public var state: State
  /// What it does.
  public var effect: Relief
  /// Whether a person must confirm an outcome that it changes.
  public var review: Bool
  /// The fact that is or would be its proof.
  public var proof: String?
  /// First and last day on which it is in force, where it has days of its own.
  public var inForce: ReportPeriod?

  /// An exception and what came of it.
  public init(
    id: String, title: LocalizedText, cite: LocalizedText? = nil, state: State, effect: Relief,
    review: Bool = false, proof: String? = nil, inForce: ReportPeriod? = nil
  ) {
    self.id = id
    self.title = title
    self.cite = cite
    self.state = state
    self.effect = effect
    self.review = review
    self.proof = proof
    self.inForce = inForce
  }
}
