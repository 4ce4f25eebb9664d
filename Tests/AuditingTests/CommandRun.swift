import Foundation
import Testing

/// One run of the program that was built beside these tests.
struct CommandRun {
  let status: Int32
  let output: String
  let errors: String

  /// The program; nil where only the tests were built.
  static let program: String? = {
    guard let tests = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") else {
      return nil
    }
    let path = URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent("audit").path
    return FileManager.default.isExecutableFile(atPath: path) ? path : nil
  }()

  /// Runs it in the repository's folder, in English unless the locale says otherwise; standard input is a text, or what
  /// lies at a path. The program may be run by another name that it has.
  init(
    _ arguments: [String], input: String? = nil, inputPath: String? = nil, locale: String = "C",
    program: String? = Self.program
  ) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(program))
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    process.environment = ["LC_ALL": locale, "NO_COLOR": "1", "COLUMNS": "80"]
    let folder = FileManager.default.temporaryDirectory
    let names = (0..<3).map { _ in folder.appendingPathComponent("guideline-audit-\(UUID().uuidString)") }
    try Data((input ?? "").utf8).write(to: names[0])
    for name in names.dropFirst() { try Data().write(to: name) }
    defer { for name in names { try? FileManager.default.removeItem(at: name) } }
    process.standardInput = try FileHandle(
      forReadingFrom: inputPath.map { URL(fileURLWithPath: $0) } ?? names[0])
    process.standardOutput = try FileHandle(forWritingTo: names[1])
    process.standardError = try FileHandle(forWritingTo: names[2])
    try process.run()
    process.waitUntilExit()
    status = process.terminationStatus
    output = String(decoding: try Data(contentsOf: names[1]), as: UTF8.self)
    errors = String(decoding: try Data(contentsOf: names[2]), as: UTF8.self)
  }
}
