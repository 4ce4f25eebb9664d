import BenchmarkSupport
import Glibc
import GuidelineAudit

/// Prints what it costs to write a report in every format, as ratios made in one run: against writing the same bytes
/// from memory, against JSON, and for ten times as many findings.
@main
struct FormatBenchmark {
  static func main() throws {
    guard CommandLine.arguments.count >= 4 else {
      throw Failure(text: "usage: FormatBenchmark SCHEME-OF-5000 SCHEME-OF-50000 FOLDER [FORMAT ...]")
    }
    let chosen = CommandLine.arguments.dropFirst(4)
    let policies = try PolicySet(directory: "examples/small-policy-set")
    let few = try policies.audit(schemeAt: CommandLine.arguments[1])
    let many = try policies.audit(schemeAt: CommandLine.arguments[2])
    print(
      "\(few.findings.count) and \(many.findings.count) findings,", share(few),
      "% of them not passed, all listed")
    print(row("format", "megabytes", "from memory", "of JSON", "growth", "seconds"))
    // PDF is printed from the HTML by another program, whose time this is not.
    for format in ReportFormat.allCases where format != .pdf {
      guard chosen.isEmpty || chosen.contains(format.rawValue) else { continue }
      try measure(format, few, many, folder: CommandLine.arguments[3])
    }
  }

  /// Writes both reports in a format, in turns with what its times are held against.
  private static func measure(
    _ format: ReportFormat, _ few: AuditReport, _ many: AuditReport, folder: String
  ) throws {
    let options = RenderOptions(language: .ko, listsAll: true)
    let bytes = try format.render([few], options)
    let path = "\(folder)/report.\(format.rawValue)"
    let memory = try Interleaved.times(rounds: 15, choosing: .median) {
      try File.write(to: path) { file in try file.append(bytes) }
    } _: {
      try write(few, format, options, to: path)
    }
    let json = try Interleaved.times(rounds: 5) {
      try write(few, .json, options, to: path)
    } _: {
      try write(few, format, options, to: path)
    }
    let growth = try Interleaved.times(rounds: 3) {
      try write(few, format, options, to: path)
    } _: {
      try write(many, format, options, to: path)
    }
    unlink(path)
    let millions = Interleaved.quotient(bytes.count, 1_000_000)
    let seconds = Interleaved.quotient(growth.second, 1_000_000_000)
    print(row(format.rawValue, millions, memory.ratio, json.ratio, growth.ratio, seconds))
  }

  private static func write(
    _ report: AuditReport, _ format: ReportFormat, _ options: RenderOptions, to path: String
  ) throws {
    try File.write(to: path) { file in
      try format.write([report], options) { piece in try file.append(piece) }
    }
  }

  /// The percentage of findings that ask for something.
  private static func share(_ report: AuditReport) -> Int {
    report.findings.count { $0.outcome != .pass } * 100 / max(report.findings.count, 1)
  }

  private static func row(_ columns: String...) -> String {
    columns.map { String(repeating: " ", count: max(0, 12 - $0.count)) + $0 }.joined()
  }
}
