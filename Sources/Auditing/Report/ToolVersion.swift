/// The version of this program, as reports and `--version` state it.
public enum ToolVersion {
  /// Major, minor and patch number.
  public static let current = "0.1.0"
}
