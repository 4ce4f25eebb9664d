public import Diagnostics

/// A table's row used, with the version picked.
public struct TableUse: Sendable, Hashable, Codable {
  /// One row: what it asks of the inputs and what it gives.
  public struct Row: Sendable, Hashable, Codable {
    /// Its place in the table, from 1.
    public var number: Int
    /// Its conditions as text, such as `[2..24)`.
    public var inputs: [NamedValue]
    /// What it gives.
    public var outputs: [NamedValue]

    /// A row.
    public init(number: Int, inputs: [NamedValue], outputs: [NamedValue]) {
      self.number = number
      self.inputs = inputs
      self.outputs = outputs
    }
  }

  /// Its name in expressions, without `table.`.
  public var name: String
  /// What people call it.
  public var title: LocalizedText
  /// The row used.
  public var row: Row
  /// First day of the version; nil: always.
  public var from: String?
  /// The date that picked it; nil where there is only one version.
  public var on: String?
  /// Where it is written.
  public var cite: LocalizedText?
  /// The tool's own numbers: no body decided them.
  public var isDefault: Bool
  /// False: not checked against the source.
  public var verified: Bool
  /// What the row's conditions give later, in the order of the days; empty where that never changes again.
  public var later: [LaterVersion]

  /// A row of a table's version.
  public init(
    name: String, title: LocalizedText, row: Row, from: String? = nil, on: String? = nil,
    cite: LocalizedText? = nil, isDefault: Bool = false, verified: Bool = true,
    later: [LaterVersion] = []
  ) {
    self.name = name
    self.title = title
    self.row = row
    self.from = from
    self.on = on
    self.cite = cite
    self.isDefault = isDefault
    self.verified = verified
    self.later = later
  }

  /// Reads a row of a saved report; those written before versions that follow were told have none.
  public init(from decoder: any Decoder) throws {
    let keys = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      name: try keys.decode(String.self, forKey: .name),
      title: try keys.decode(LocalizedText.self, forKey: .title),
      row: try keys.decode(Row.self, forKey: .row),
      from: try keys.decodeIfPresent(String.self, forKey: .from),
      on: try keys.decodeIfPresent(String.self, forKey: .on),
      cite: try keys.decodeIfPresent(LocalizedText.self, forKey: .cite),
      isDefault: try keys.decode(Bool.self, forKey: .isDefault),
      verified: try keys.decode(Bool.self, forKey: .verified),
      later: try keys.decodeIfPresent([LaterVersion].self, forKey: .later) ?? [])
  }

  private enum CodingKeys: String, CodingKey {
    case name, title, row, from, on, cite
    case isDefault = "default"
    case verified, later
  }
}
