/// Which dates picked the versions of the law.
public struct LawDate: Sendable, Hashable, Codable {
  /// Where the dates came from.
  public enum Mode: String, Sendable, Hashable, Codable {
    /// From the policies: each rule, parameter and table by its own `as_of`.
    case written
    /// One date of the user's in place of all of them.
    case date
  }

  /// Where the dates came from.
  public var mode: Mode
  /// The user's date.
  public var date: String?

  /// The dates that the policies ask for.
  public static let written = LawDate(mode: .written, date: nil)

  /// One date (`2022-12-29`) in place of all.
  public static func on(_ date: String) -> LawDate { LawDate(mode: .date, date: date) }

  private init(mode: Mode, date: String?) {
    self.mode = mode
    self.date = date
  }
}
