/// Which document is made of reports.
public enum ReportTemplate: Sendable, Hashable {
  /// Everything an audit came to: the document that is made unless another is asked for.
  case findings
  /// The opinion that an official attaches to a reply.
  case reviewOpinion
  /// What company staff have to change and to supply.
  case fixList

  /// The name by which a command asks for it.
  public var name: String {
    switch self {
    case .findings: "findings"
    case .reviewOpinion: "review-opinion"
    case .fixList: "fix-list"
    }
  }

  /// All that the product brings.
  public static let bundled: [ReportTemplate] = [.findings, .reviewOpinion, .fixList]
}
