import ArgumentParser
import Reporting

/// `FORMAT` or `FORMAT=PATH`.
struct OutputRequest: ExpressibleByArgument {
  var format: ReportFormat
  /// Where to write; nil: standard output.
  var path: String?

  init(format: ReportFormat, path: String?) {
    self.format = format
    self.path = path
  }

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard let name = parts.first, let format = ReportFormat(rawValue: String(name)) else { return nil }
    if parts.count == 2, parts[1].isEmpty { return nil }
    self.init(format: format, path: parts.count == 2 ? String(parts[1]) : nil)
  }

  static var allValueStrings: [String] { ReportFormat.allCases.map { $0.rawValue } }
}
