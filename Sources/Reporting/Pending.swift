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

typealias PDFReport = PendingReport
