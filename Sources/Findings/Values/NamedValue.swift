public import Diagnostics

/// A value under a name, such as one column of a table's row.
public struct NamedValue: Sendable, Hashable, Codable {
  /// The name that expressions use.
  public var name: String
  /// What people call it.
  public var title: LocalizedText?
  /// The value, or a row's condition as text, such as `[2..24)`.
  public var value: ReportValue

  /// A value under a name.
  public init(name: String, title: LocalizedText? = nil, value: ReportValue) {
    self.name = name
    self.title = title
    self.value = value
  }
}
