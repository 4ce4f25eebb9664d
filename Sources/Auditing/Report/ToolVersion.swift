/// The version of this program, as reports and `--version` state it.
public enum ToolVersion {
  /// Major, minor and patch number.
  public static let current = "0.1.0"

  /// Whether a version that a report states comes after this one; false for what is no version.
  public static func isNewer(_ version: String) -> Bool {
    guard let other = numbers(version), let own = numbers(current) else { return false }
    return own.lexicographicallyPrecedes(other)
  }

  private static func numbers(_ version: String) -> [UInt32]? {
    let parts = version.split(separator: ".", omittingEmptySubsequences: false)
    let numbers = parts.prefix(3).compactMap { UInt32($0) }
    return parts.count == 3 && numbers.count == 3 ? numbers : nil
  }
}
