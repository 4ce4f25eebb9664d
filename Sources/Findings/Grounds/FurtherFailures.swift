public import Diagnostics

/// Elements that fail on their own as those do whose facts are named, and are only counted.
public struct FurtherFailures: Sendable, Hashable, Codable {
  /// Path of the list that they are elements of; nil where they are of none.
  public var path: String?
  /// What people call the list.
  public var name: LocalizedText?
  /// How many there are beside those named.
  public var count: Int

  /// A count of elements of a list.
  public init(path: String?, name: LocalizedText?, count: Int) {
    self.path = path
    self.name = name
    self.count = count
  }
}
