import ArgumentParser
import Reporting

/// `FORMAT` or `FORMAT=PATH`.
struct OutputRequest: ExpressibleByArgument {
  /// How it is written.
  var format: ReportFormat
  /// Where to write; nil: standard output.
  var path: String?

  /// A format, to a file or to standard output.
  init(format: ReportFormat, path: String?) {
    self.format = format
    self.path = path
  }

  /// Reads `text` or `json=report.json`; nil for an unknown format or an empty path.
  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard let name = parts.first, let format = ReportFormat(rawValue: String(name)) else { return nil }
    if parts.count == 2, parts[1].isEmpty { return nil }
    self.init(format: format, path: parts.count == 2 ? String(parts[1]) : nil)
  }

  /// What help names as possible values; a path may follow each.
  static var allValueStrings: [String] { ReportFormat.allCases.map { $0.rawValue } }
}
