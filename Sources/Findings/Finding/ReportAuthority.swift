public import Diagnostics

/// Who issued a text, under the name it bore on the date that counts.
public struct ReportAuthority: Sendable, Hashable, Codable {
  /// A register's id, such as `kr.msit`.
  public var id: String
  /// Its name.
  public var name: LocalizedText

  /// A body by id and name.
  public init(id: String, name: LocalizedText) {
    self.id = id
    self.name = name
  }
}
