import Auditing
import Diagnostics

extension SourceFile {
  /// A scheme's file, or standard input for `-`; nil where it cannot be read, which is reported.
  static func scheme(at path: String, diagnostics: inout DiagnosticLog) -> SourceFile? {
    path == "-"
      ? FileReading.standardInput(diagnostics: &diagnostics)
      : FileReading.read(path, diagnostics: &diagnostics)
  }
}
