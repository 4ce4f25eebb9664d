/// First and last day (`2022-12-29`) of a time, both inclusive; nil is open.
public struct ReportPeriod: Sendable, Hashable, Codable {
  /// The first day.
  public var from: String?
  /// The last day.
  public var to: String?

  /// A time between two days.
  public init(from: String? = nil, to: String? = nil) {
    self.from = from
    self.to = to
  }

  /// Whether it is open at both ends.
  public var isOpen: Bool { from == nil && to == nil }
}
