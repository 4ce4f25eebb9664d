public import Diagnostics

/// Something that a finding rests on and that the law of another day sets otherwise.
public struct LawReason: Sendable, Hashable {
  /// What it is.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The days on which the rule is in force.
    case inForce = "in_force"
    /// An exception.
    case exception
    /// A number of the policy.
    case parameter
    /// A row of a table.
    case table
    /// A number or table that has no version on the day.
    case version
    /// What the rule asks for, computed.
    case expected
    /// Where the rule stands.
    case citation
    /// The requirement in words.
    case wording
    /// The name of the body.
    case authority
  }

  /// What it is under one of the two laws.
  public struct Side: Sendable, Hashable {
    /// The value, or what a row gives.
    public var values: [NamedValue]
    /// What holds, where that is no value.
    public var text: LocalizedText?
    /// First and last day, as far as they are written.
    public var period: ReportPeriod
    /// Where it is written.
    public var cite: LocalizedText?
    /// The tool's own number: no body decided it.
    public var isDefault: Bool
    /// False: not checked against the source.
    public var verified: Bool

    /// One side; what is not known of it is left out.
    init(
      values: [NamedValue] = [], text: LocalizedText? = nil, period: ReportPeriod = ReportPeriod(),
      cite: LocalizedText? = nil, isDefault: Bool = false, verified: Bool = true
    ) {
      self.values = values
      self.text = text
      self.period = period
      self.cite = cite
      self.isDefault = isDefault
      self.verified = verified
    }
  }

  /// What it is.
  public var kind: Kind
  /// Its name in the policy; the rule's id for what is the rule's own.
  public var name: String
  /// What people call it.
  public var title: LocalizedText
  /// What it is called where what a confidential value picked of it must not be named; nil: as always.
  var openTitle: LocalizedText?
  /// Under the earlier law; nil: it plays no part.
  public var from: Side?
  /// Under the later law; nil: it plays no part.
  public var to: Side?

  /// Whether an outcome can rest on it: citations, wording and names change no outcome.
  public var bearsOnOutcome: Bool {
    switch kind {
    case .inForce, .exception, .parameter, .table, .version, .expected: true
    case .citation, .wording, .authority: false
    }
  }
}

extension LawReason {
  /// The reason without values that rest on confidential facts.
  func redacted(_ earlier: Redactor, _ later: Redactor) -> LawReason {
    var new = self
    new.title = openTitle ?? title
    new.from = from?.redacted(by: earlier)
    new.to = to?.redacted(by: later)
    return new
  }
}

extension LawReason.Side {
  fileprivate func redacted(by redactor: Redactor) -> LawReason.Side {
    var new = self
    for place in values.indices { new.values[place].value = redactor.value(values[place].value) }
    return new
  }
}
