public import Diagnostics

/// A deviation accepted by a body that may accept it.
public struct WaiverUse: Sendable, Hashable, Codable {
  /// Whether the waiver holds on the day the scheme was filed.
  public enum State: String, Sendable, Hashable, Codable {
    /// It covers the failure, or its day cannot be told because the day of filing is not stated.
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
