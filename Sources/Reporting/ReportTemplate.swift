/// Which document is made of reports.
public enum ReportTemplate: Sendable, Hashable {
  /// Everything an audit came to: the document that is made unless another is asked for.
  case findings
  /// The opinion that an official attaches to a reply.
  case reviewOpinion
  /// What company staff have to change and to supply.
  case fixList
  /// What a template of the user's own makes of them.
  case own(OwnTemplate)

  /// The name by which a command asks for it.
  public var name: String {
    switch self {
    case .findings: "findings"
    case .reviewOpinion: "review-opinion"
    case .fixList: "fix-list"
    case .own(let template): template.name
    }
  }

  /// Whether its paper lies on its side: tables of many columns are most of it.
  package var isLandscape: Bool {
    switch self {
    case .fixList: true
    case .findings, .reviewOpinion, .own: false
    }
  }

  /// All that the product brings.
  public static let bundled: [ReportTemplate] = [.findings, .reviewOpinion, .fixList]
}
