/// What a name of `for_each` stands for.
public struct SubjectBinding: Sendable, Hashable, Codable {
  /// The name that expressions use, such as `award`.
  public var name: String
  /// The element's path, such as `scheme.awards[A3]`; nil for a plain value.
  public var path: String?

  /// A name and the element it stands for.
  public init(name: String, path: String?) {
    self.name = name
    self.path = path
  }
}
