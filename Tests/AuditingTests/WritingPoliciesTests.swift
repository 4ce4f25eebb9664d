import Diagnostics
import Foundation
import Testing

@testable import Auditing

/// A guide with the files and outputs that stand in it, each after a remark that says which.
struct GuidePage: Sendable, CustomTestStringConvertible {
  let path: String
  /// Pieces of files in their order, by the files' names.
  let files: [String: [String]]
  /// Command lines with the output that the page shows.
  let runs: [(arguments: [String], output: String)]

  var testDescription: String { path }
  var isKorean: Bool { path.contains("/ko/") }

  static let all = ["docs/writing-policies.md", "docs/ko/writing-policies.md"].map { GuidePage($0) }

  init(_ path: String) {
    self.path = path
    let page = (try? String(contentsOfFile: BundledSetTests.root + "/" + path, encoding: .utf8)) ?? ""
    var files: [String: [String]] = [:]
    var runs: [([String], String)] = []
    var lines = page.components(separatedBy: "\n")[...]
    while let line = lines.popFirst() {
      guard line.hasPrefix("<!-- file: ") || line.hasPrefix("<!-- run: "), line.hasSuffix(" -->") else {
        continue
      }
      let what = line.dropFirst(5).dropLast(4).split(separator: " ").map(String.init)
      lines = lines.dropFirst()
      let block = lines.prefix { $0 != "```" }
      lines = lines.dropFirst(block.count + 1)
      let text = block.map { $0 + "\n" }.joined()
      if what.first == "file:" {
        files[what[1], default: []].append(text)
      } else {
        runs.append((Array(what.dropFirst()), text))
      }
    }
    self.files = files
    self.runs = runs
  }
}

@Suite struct `The guide to writing policies` {
  static let folder = BundledSetTests.root + "/examples/writing-policies"

  @Test(arguments: GuidePage.all)
  func `shows the files as they are, whole and in order`(page: GuidePage) throws {
    #expect(page.files.keys.sorted() == ["base.yaml", "policy.yaml", "tests.yaml"])
    for (name, pieces) in page.files {
      let file = try String(contentsOfFile: Self.folder + "/" + name, encoding: .utf8)
      #expect(pieces.joined() == file, "\(page.path): \(name)")
    }
  }

  @Test(
    .enabled(if: CommandRun.program != nil, "the program was not built beside the tests"),
    arguments: GuidePage.all)
  func `shows what the commands print`(page: GuidePage) throws {
    #expect(page.runs.count == 3)
    for (arguments, output) in page.runs {
      let run = try CommandRun(arguments, locale: page.isKorean ? "ko_KR.UTF-8" : "C")
      #expect(run.status == 0 && run.errors.isEmpty, "\(arguments): \(run)")
      #expect(run.output == output, "\(page.path): \(arguments)")
    }
  }

  @Test func `has an example that a review finds nothing in and whose tests leave nothing out`() throws {
    let (set, diagnostics) = PolicySet.load(
      [BundledSetTests.root + "/policies", Self.folder], isReviewing: true)
    let own = diagnostics.filter { $0.location?.file.hasPrefix(Self.folder) == true }
    #expect(own.map(FixtureSet.text) == [])
    let policies = try #require(set)
    let (result, coverage) = CoverageRun.run(policies, files: [Self.folder + "/tests.yaml"], today: nil)
    #expect(result.diagnostics.map(FixtureSet.text) == [])
    #expect(result.failures.map { $0.line(.en) } == [])
    #expect(coverage.isComplete, "\(coverage.parts.flatMap(\.gaps).map { $0.line(.en) })")
  }

  @Test func `has the same steps in both languages`() {
    let (english, korean) = (GuidePage.all[0], GuidePage.all[1])
    #expect(english.files == korean.files)
    #expect(english.runs.map(\.arguments) == korean.runs.map(\.arguments))
  }
}
