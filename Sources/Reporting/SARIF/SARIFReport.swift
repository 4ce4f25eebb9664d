import Diagnostics
import Findings

/// Reports as SARIF 2.1.0 (OASIS): a run for each scheme, a result for each finding.
///
/// A result's `kind` says what came of the rule; only failures have a level. Texts are plain, grounds stand in
/// `properties`, stated facts and places where facts are missing in `relatedLocations`.
struct SARIFReport {
  /// The address of the schema that the output follows.
  private static let schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

  /// One log for all reports.
  static func render(_ reports: [AuditReport], _ options: RenderOptions) -> [[UInt8]] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("$schema", schema)
      writer.member("version", "2.1.0")
      writer.member("runs", reports, lines: true) { writer, report in
        SARIFRun(report, options.language).write(to: &writer)
      }
    }
    writer.endLine()
    return writer.pieces
  }
}
