import Diagnostics
import Findings

/// Reports as OSCAL assessment results (NIST, 1.2.1): a result for each scheme.
///
/// Every finding is an observation. Those that decide, or should have decided, a requirement are findings too, whose
/// target is `satisfied` or `not-satisfied`; OSCAL has no third state, so what is open is `not-satisfied` for the
/// reason `other`, with the word in the remarks. Failures are risks: open, or with an approved deviation under a waiver.
/// Identifiers come of fingerprints and times of the report's own dates, so the same report gives the same bytes.
struct OSCALReport {
  /// The version of OSCAL that is written.
  private static let version = "1.2.1"

  private let results: [OSCALResult]
  private let options: RenderOptions
  private let seed: String

  /// One document for all reports.
  static func render(_ reports: [AuditReport], _ options: RenderOptions) -> [[UInt8]] {
    let document = OSCALReport(reports, options)
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("assessment-results") { document.write(to: &$0) }
    }
    writer.endLine()
    return writer.pieces
  }

  private init(_ reports: [AuditReport], _ options: RenderOptions) {
    var paths: [String: Int] = [:]
    results = reports.map { report in
      let occurrence = paths[report.scheme.path, default: 0]
      paths[report.scheme.path] = occurrence + 1
      return OSCALResult(report, options.language, occurrence: occurrence)
    }
    self.options = options
    seed = results.map(\.seed).joined(separator: "\n")
  }

  private func say(ko: String, en: String) -> String {
    switch options.language {
    case .ko: ko
    case .en: en
    }
  }

  private func write(to writer: inout JSONWriter) {
    let plan = OSCALIdentifier.uuid("plan", seed)
    writer.member("uuid", OSCALIdentifier.uuid("document", seed))
    writer.member("metadata") { writer in
      let info = options.template.info(results.map(\.report), options)
      writer.markup("title", info.about.isEmpty ? info.title : "\(info.title): \(info.about)")
      writer.member("last-modified", results.map(\.time).max() ?? OSCALResult.noTime)
      writer.shown("version", results.first?.report.tool.version ?? "0")
      writer.member("oscal-version", Self.version)
      writer.properties([("language", options.language.rawValue)])
      writer.markup("remarks", Summary.disclaimer[options.language])
    }
    writer.member("import-ap") { $0.member("href", "#\(plan)") }
    writer.member("results", results, lines: true) { $1.write(to: &$0) }
    writer.member("back-matter") { writer in
      writer.member("resources", resources(plan), lines: true) { $1.write(to: &$0) }
    }
  }

  /// The plan, of which there is no paper of its own, and every file that was read.
  private func resources(_ plan: String) -> [OSCALResource] {
    let policies = results.flatMap { result in
      result.report.policies.map { "\($0.title[options.language]) \($0.version)" }
    }
    var seen: Set<String> = []
    let about = policies.filter { seen.insert($0).inserted }.joined(separator: "; ")
    var resources = [
      OSCALResource(
        uuid: plan, title: say(ko: "점검 계획", en: "assessment plan"),
        description: say(
          ko: "따로 된 점검 계획서는 없음. 점검한 기준: \(about)",
          en: "there is no plan of its own; policies audited: \(about)"),
        input: nil)
    ]
    for result in results {
      for (index, input) in result.report.inputs.enumerated() {
        resources.append(
          OSCALResource(
            uuid: OSCALIdentifier.uuid("input", result.seed, input.path, String(index)), title: input.path,
            description: input.format ?? "", input: input))
      }
    }
    return resources
  }
}

/// A paper or file that the results refer to.
struct OSCALResource: Sendable {
  /// Its identifier.
  let uuid: String
  /// What it is called.
  let title: String
  /// What it is; empty where nothing is to be said.
  let description: String
  /// The file; nil for what is none.
  let input: AuditReport.Input?

  /// Writes the resource as an object.
  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("uuid", uuid)
      writer.markup("title", title)
      if !description.isEmpty { writer.markup("description", description) }
      guard let input else { return }
      writer.member("rlinks", [input]) { writer, input in
        writer.object { writer in
          writer.member("href", Address.reference(toPath: input.path))
          writer.member("media-type", "application/yaml")
          writer.member("hashes", [input.sha256]) { writer, digest in
            writer.object {
              $0.member("algorithm", "SHA-256")
              $0.member("value", digest)
            }
          }
        }
      }
    }
  }
}
