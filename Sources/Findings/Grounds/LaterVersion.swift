public import Diagnostics

/// What a number or table becomes after the version that was used.
public struct LaterVersion: Sendable, Hashable, Codable {
  /// The first day on which it holds.
  public var from: String
  /// The parameter's value, or what the row with the same conditions gives; empty where nothing is set from then on.
  public var values: [NamedValue]
  /// Where it is written.
  public var cite: LocalizedText?
  /// The tool's own number: no body decided it.
  public var isDefault: Bool
  /// False: not checked against the source.
  public var verified: Bool

  /// A version with the first day on which it holds.
  public init(
    from: String, values: [NamedValue], cite: LocalizedText? = nil, isDefault: Bool = false,
    verified: Bool = true
  ) {
    self.from = from
    self.values = values
    self.cite = cite
    self.isDefault = isDefault
    self.verified = verified
  }

  private enum CodingKeys: String, CodingKey {
    case from, values, cite
    case isDefault = "default"
    case verified
  }
}

extension LaterVersion {
  /// Writes the version as an object.
  func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("from", from)
      $0.member("values", values) { $0.write($1) }
      $0.member("cite", orNull: cite)
      $0.member("default", isDefault)
      $0.member("verified", verified)
    }
  }
}
