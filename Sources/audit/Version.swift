/// The program's version.
enum Version {
  /// Version of the program, then of the report format it writes.
  static let text = "audit 0.1.0 (guideline_report/1)"
  static let number = "0.1.0"
}
