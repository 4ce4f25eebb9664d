import ArgumentParser
import Auditing
import Diagnostics

extension SourceFile {
  /// A scheme's file, or standard input for `-`; nil where it cannot be read, which is reported. Standard input that is
  /// too long ends the process with status 2.
  static func scheme(at path: String, diagnostics: inout DiagnosticLog) throws -> SourceFile? {
    guard path == "-" else { return FileReading.read(path, diagnostics: &diagnostics) }
    guard let bytes = File.standardInput(limit: FileReading.longest) else {
      Console.write(
        say(ko: "audit: 표준 입력이 64 MiB를 넘습니다\n", en: "audit: standard input is longer than 64 MiB\n"),
        to: .errors)
      throw ExitCode(2)
    }
    return SourceFile(path: "-", bytes: bytes)
  }
}
