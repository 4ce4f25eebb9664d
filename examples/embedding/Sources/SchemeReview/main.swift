import Foundation
import GuidelineAudit

// Reviews one scheme: `SchemeReview POLICIES SCHEME FOLDER`.
let arguments = CommandLine.arguments
guard arguments.count == 4 else {
  FileHandle.standardError.write(Data("usage: SchemeReview POLICIES SCHEME FOLDER\n".utf8))
  exit(2)
}
let folder = URL(filePath: arguments[3], directoryHint: .isDirectory)
do {
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  let policies = try PolicySet(directory: arguments[1])
  let report = try policies.audit(schemeAt: arguments[2])

  // Findings are values; a report can go from one task to another and be kept as JSON.
  let failures = report.findings.filter { $0.outcome == .fail }
  print("\(report.summary.verdict.word.en): \(failures.count) of \(report.findings.count) findings fail")
  for finding in failures.prefix(5) {
    print("- \(finding.rule) \(finding.title.en): \(finding.message?.en ?? finding.word.en)")
  }
  if let need = report.needs.first {
    print("most wanted: \(need.name.en), for \(need.findings) findings")
  }

  // A long report goes into its file piece by piece.
  let page = folder.appending(path: "report.html")
  FileManager.default.createFile(atPath: page.path(), contents: nil)
  let file = try FileHandle(forWritingTo: page)
  try ReportFormat.html.write([report], RenderOptions(language: .ko)) { piece in
    try file.write(contentsOf: Data(piece))
  }
  try file.close()

  // What was saved renders again, byte for byte.
  try Data(report.json).write(to: folder.appending(path: "report.json"))
  let json = [UInt8](try Data(contentsOf: folder.appending(path: "report.json")))
  let saved = try AuditReport(json: json)
  let opinion = RenderOptions(language: .ko, template: .reviewOpinion)
  let again = try ReportFormat.docx.render([saved], opinion)
  let direct = try ReportFormat.docx.render([report], opinion)
  precondition(direct == again, "a saved report renders the same bytes")
  try Data(again).write(to: folder.appending(path: "review-opinion.docx"))
  print("written to \(folder.path())")
} catch let error as InputError {
  for diagnostic in error.diagnostics { print(diagnostic.message.en) }
  exit(2)
} catch let failure as RenderFailure {
  print(failure.words.en)
  exit(2)
}
