import Foundation
import Testing

/// `audit SCHEME` as it is called: what is read ahead of the arguments must never show.
@Suite(.enabled(if: CommandRun.program != nil, "the program was not built beside the tests"))
struct RunCommandTests {
  private static let set = "examples/small-policy-set"
  private static let acme = "examples/small-policy-set/schemes/acme.yaml"

  @Test(arguments: [
    [acme, "--policies", set], [acme, "--policies=\(set)"], ["--policies", set, acme],
    ["run", acme, "--policies", set],
    [acme, "--language", "en", "--fail-on", "never", "--policies", set], [acme, "--policies", set, "--"],
  ])
  func `however the arguments are written, the report is the same`(_ arguments: [String]) throws {
    let plain = try CommandRun(["run", "--policies", Self.set, Self.acme])
    let run = try CommandRun(arguments)
    #expect(!plain.output.isEmpty && run.errors.isEmpty)
    let isTheSame = run.output == plain.output
    #expect(isTheSame || arguments.contains("never"))
  }

  @Test func `an option's value that looks like a scheme is none`() throws {
    let run = try CommandRun([Self.acme, "--policies", Self.set, "--profile", "pre-submission"])
    let plain = try CommandRun(["run", "--profile", "pre-submission", "--policies", Self.set, Self.acme])
    #expect(run.output == plain.output && run.status == plain.status && !run.output.isEmpty)
  }

  @Test func `a scheme that is not there is named once`() throws {
    let run = try CommandRun([Self.acme, "missing.yaml", "--policies", Self.set])
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.errors.components(separatedBy: "missing.yaml").count == 2)
  }

  @Test func `standard input is read as a scheme`() throws {
    let text = try String(
      contentsOfFile: URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent(Self.acme).path, encoding: .utf8)
    let run = try CommandRun(["-", "--policies", Self.set], input: text)
    #expect(run.errors.isEmpty && run.output.contains("acme-2022-10"))
  }

  @Test func `several schemes are reported one after the other`() throws {
    let run = try CommandRun([Self.acme, Self.acme, "--policies", Self.set, "--output", "json"])
    #expect(run.output.hasPrefix("[") && run.output.components(separatedBy: "guideline_report/1").count == 3)
  }
}
