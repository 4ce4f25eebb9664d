import ArgumentParser
import Diagnostics
import Reporting

/// `FORMAT` or `FORMAT=PATH`.
struct OutputRequest<Format>: ExpressibleByArgument
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

  /// Reads `text` or `json=report.json`; nil for an unknown format or an empty path.
  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard let name = parts.first, let format = Format(rawValue: String(name)) else { return nil }
    if parts.count == 2, parts[1].isEmpty { return nil }
    self.init(format: format, path: parts.count == 2 ? String(parts[1]) : nil)
  }

  /// Help lists the formats in its own words, which break at the width of Hangul.
  static var allValueStrings: [String] { [] }

  /// As it is given on the command line.
  var defaultValueDescription: String { format.rawValue + (path.map { "=" + $0 } ?? "") }

  /// The names of all formats.
  static var names: String { Format.allCases.map { $0.rawValue }.joined(separator: ", ") }
}

extension OutputRequest {
  /// Writes the pieces to the file or to standard output; a file that cannot be written ends the process.
  func write(_ pieces: [[UInt8]], _ language: Language) throws {
    guard let path else {
      for piece in pieces { Console.write(piece, to: .output) }
      return
    }
    do throws(File.Failure) {
      try File.replace(path, with: pieces)
    } catch {
      Console.write(
        LocalizedText(
          ko: "audit: `\(Printable.escaped(path))`에 쓸 수 없습니다: \(error.reason)\n",
          en: "audit: cannot write `\(Printable.escaped(path))`: \(error.reason)\n")[language], to: .errors)
      throw ExitCode(2)
    }
  }
}
