import Findings

// Formats that are being written.

struct PendingDocument: DocumentWriter {
  init(_ info: DocumentInfo, _ options: RenderOptions) {}
  mutating func put(_ block: Block) {}
  consuming func finish() throws(RenderFailure) -> [[UInt8]] { [] }
}
enum PendingReport {
  static func render(_ reports: [AuditReport], _ options: RenderOptions) -> [[UInt8]] { [] }
}

typealias TextDocument = PendingDocument
typealias HWPXDocument = PendingDocument
typealias DOCXDocument = PendingDocument
typealias Workbook = PendingReport
typealias CommaSeparatedReport = PendingReport
typealias SARIFReport = PendingReport
typealias JUnitReport = PendingReport
typealias GitHubReport = PendingReport
typealias GitLabReport = PendingReport
typealias OSCALReport = PendingReport
