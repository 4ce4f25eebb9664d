import Foundation

/// Files of a folder with which output is compared byte for byte. `RECORD_SNAPSHOTS=1` writes them, which is a problem
/// of every test that does it, so that nothing is recorded by accident.
package struct Snapshots: Sendable {
  private let folder: URL

  /// The snapshots of a folder beside a test's own file.
  ///
  /// - Parameter file: `#filePath` of the test.
  package init(_ folder: String, besides file: String) {
    self.folder = URL(fileURLWithPath: file).deletingLastPathComponent().appendingPathComponent(folder)
  }

  /// What is wrong with output that should be as recorded; nil: nothing.
  package func problem(with text: String, named name: String) -> String? {
    problem(with: Array(text.utf8), named: name)
  }

  /// What is wrong with output that should be as recorded; nil: nothing.
  package func problem(with bytes: [UInt8], named name: String) -> String? {
    let file = folder.appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      do {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
        return "recorded \(name); run again without RECORD_SNAPSHOTS"
      } catch {
        return "cannot record \(name): \(error)"
      }
    }
    guard let expected = try? Data(contentsOf: file) else {
      return "there is no snapshot \(name); record it with RECORD_SNAPSHOTS=1"
    }
    return Array(expected) == bytes ? nil : difference(of: bytes, from: Array(expected), named: name)
  }

  private func difference(of bytes: [UInt8], from expected: [UInt8], named name: String) -> String {
    let got = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\n")
    let wanted = String(decoding: expected, as: UTF8.self).components(separatedBy: "\n")
    let line =
      zip(got, wanted).enumerated().first { Array($1.0.utf8) != Array($1.1.utf8) }?.offset
      ?? min(got.count, wanted.count)
    return """
      \(name) differs in line \(line + 1)
      wanted: \(line < wanted.count ? wanted[line] : "(end)")
      got:    \(line < got.count ? got[line] : "(end)")
      """
  }
}
