public import Diagnostics

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
