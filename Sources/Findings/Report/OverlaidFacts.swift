public import Diagnostics

/// An authority's facts that were laid over a scheme: where the two differ, the authority's value was audited.
public struct OverlaidFacts: Sendable, Hashable, Codable {
  /// The file that states them.
  public var path: String
  /// Who found them.
  public var by: String
  /// The day the findings bear, `YYYY-MM-DD`.
  public var on: String?
  /// Facts that the company states otherwise or not at all, in the order of the file.
  public var differences: [Difference]
  /// How many facts the authority states as the company does.
  public var confirmed: Int

  /// Facts of an authority beside those of the company.
  public init(path: String, by: String, on: String?, differences: [Difference], confirmed: Int) {
    self.path = path
    self.by = by
    self.on = on
    self.differences = differences
    self.confirmed = confirmed
  }

  /// A fact that the authority states and the company does not, or not so.
  public struct Difference: Sendable, Hashable, Codable {
    /// The fact's path, such as `scheme.notices[N1].at`.
    public var path: String
    /// What people call it.
    public var name: LocalizedText
    /// What the company states; nil where it states nothing.
    public var company: ReportValue?
    /// Where the company states it.
    public var companyLocation: ReportLocation?
    /// What the authority states: the value that was audited.
    public var authority: ReportValue
    /// Where the authority states it.
    public var location: ReportLocation

    /// A fact with both statements.
    public init(
      path: String, name: LocalizedText, company: ReportValue?, companyLocation: ReportLocation?,
      authority: ReportValue, location: ReportLocation
    ) {
      self.path = path
      self.name = name
      self.company = company
      self.companyLocation = companyLocation
      self.authority = authority
      self.location = location
    }
  }
}
