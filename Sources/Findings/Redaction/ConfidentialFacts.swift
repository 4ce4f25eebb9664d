/// What of a scheme is confidential, so that a report can be redacted at any time: `AuditReport.redacted()`.
public struct ConfidentialFacts: Sendable, Hashable, Codable {
  /// An element whose name in paths is confidential.
  public struct Element: Sendable, Hashable, Codable {
    /// Path of the list, such as `scheme.services`.
    public var list: String
    /// The name that stands in brackets after it, such as `S1`.
    public var label: String
    /// Its place in the list, from 1: a redacted report calls it `scheme.services[#1]`.
    public var position: Int

    /// An element by its name and place in a list.
    public init(list: String, label: String, position: Int) {
      self.list = list
      self.label = label
      self.position = position
    }
  }

  /// Paths of the facts, lists and elements that are confidential, without what lies in another one.
  public var paths: [String]
  /// Elements whose names are confidential.
  public var elements: [Element]
  /// The scheme's id or title is confidential.
  public var hidesTitle: Bool

  /// What is confidential.
  public init(paths: [String], elements: [Element] = [], hidesTitle: Bool = false) {
    self.paths = paths
    self.elements = elements
    self.hidesTitle = hidesTitle
  }
}

extension ConfidentialFacts {
  /// Writes the members.
  func write(to writer: inout JSONWriter) {
    writer.member("paths", paths) { $0.string($1) }
    writer.member("elements", elements) { writer, element in
      writer.object {
        $0.member("list", element.list)
        $0.member("label", element.label)
        $0.member("position", element.position)
      }
    }
    writer.member("hidesTitle", hidesTitle)
  }
}
