import ArgumentParser
import Diagnostics
import Reporting

/// `FORMAT` or `FORMAT=PATH`.
struct OutputRequest<Format>: Sendable
where Format: RawRepresentable & CaseIterable & Sendable, Format.RawValue == String {
  /// How it is written.
  var format: Format
  /// Where to write; nil: standard output.
  var path: String?

  /// A format, to a file or to standard output.
  init(format: Format, path: String?) {
    self.format = format
    self.path = path
  }

  /// Reads `text` or `json=report.json`; an unknown format or an empty path is a mistake of the command line.
  ///
  /// The parser would refuse these in its own words, which are English.
  init(_ argument: String) throws {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts.first ?? "")
    let shown = Printable.shortened(argument)
    guard let format = Format(rawValue: name) else {
      let near =
        Format(rawValue: name.lowercased())?.rawValue
        ?? Suggestion.nearest(to: name.lowercased(), among: Format.allCases.map(\.rawValue))
      throw ValidationError(
        say(
          ko: "`--output \(shown)`: `\(Printable.shortened(name))`(이)라는 형식이 없습니다. "
            + (near.map { "`\($0)`을(를) 뜻합니까?" } ?? "쓸 수 있는 형식: \(Self.names)"),
          en: "`--output \(shown)`: there is no format `\(Printable.shortened(name))`; "
            + (near.map { "did you mean `\($0)`?" } ?? "expected one of \(Self.names)")))
    }
    guard parts.count < 2 || !parts[1].isEmpty else {
      throw ValidationError(
        say(
          ko: "`--output \(shown)`: `=` 뒤에 파일의 경로를 적으십시오.",
          en: "`--output \(shown)`: expected a path after `=`."))
    }
    self.init(format: format, path: parts.count == 2 ? String(parts[1]) : nil)
  }

  /// The names of all formats.
  static var names: String { Format.allCases.map { $0.rawValue }.joined(separator: ", ") }
}
