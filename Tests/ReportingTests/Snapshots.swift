import Foundation
import Testing

/// Compares output with files under `Snapshots/`. `RECORD_SNAPSHOTS=1` writes the files, and fails the run.
enum Snapshots {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Snapshots")

  static func expect(_ bytes: [UInt8], equals name: String, sourceLocation: SourceLocation = #_sourceLocation)
  {
    let file = folder.appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      do {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
        Issue.record("recorded \(name); run again without RECORD_SNAPSHOTS", sourceLocation: sourceLocation)
      } catch {
        Issue.record(error, sourceLocation: sourceLocation)
      }
      return
    }
    guard let expected = try? Data(contentsOf: file) else {
      Issue.record(
        "there is no snapshot \(name); record it with RECORD_SNAPSHOTS=1", sourceLocation: sourceLocation)
      return
    }
    let got = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\n")
    let wanted = String(decoding: expected, as: UTF8.self).components(separatedBy: "\n")
    guard got != wanted else { return }
    let line =
      zip(got, wanted).enumerated().first { $0.element.0 != $0.element.1 }?.offset
      ?? min(got.count, wanted.count)
    Issue.record(
      """
      \(name) differs in line \(line + 1)
      wanted: \(line < wanted.count ? wanted[line] : "(end)")
      got:    \(line < got.count ? got[line] : "(end)")
      """, sourceLocation: sourceLocation)
  }
}
