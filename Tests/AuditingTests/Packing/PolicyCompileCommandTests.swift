import Diagnostics
import Foundation
import Policies
import Testing

@testable import Auditing

/// `audit policy compile`, and audits by a program that has kept its policies.
@Suite(.enabled(if: CommandRun.program != nil, "the program was not built"))
struct PolicyCompileCommandTests {
  /// The program in a folder of its own, as if it had been installed there.
  private final class Installation {
    let folder: String
    let program: String
    let policies: String

    init() throws {
      let built = try #require(CommandRun.program)
      // Beside the program, where it can be given another name without being copied.
      folder = URL(fileURLWithPath: built).deletingLastPathComponent().path + "/install-\(UUID().uuidString)"
      program = folder + "/bin/audit"
      policies = folder + "/share/guideline-audit/policies"
      let files = FileManager.default
      try files.createDirectory(atPath: folder + "/bin", withIntermediateDirectories: true)
      try files.createDirectory(atPath: folder + "/share/guideline-audit", withIntermediateDirectories: true)
      try files.linkItem(atPath: built, toPath: program)
      try files.copyItem(atPath: "examples/small-policy-set".fromRoot, toPath: policies)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    var pack: String { folder + "/share/guideline-audit/policies.pack" }
    var scheme: String { policies + "/schemes/acme.yaml" }

    func run(_ arguments: String..., locale: String = "C") throws -> CommandRun {
      try CommandRun(arguments, locale: locale, program: program)
    }

    func change(_ name: String, _ old: String, _ new: String) throws {
      let place = URL(fileURLWithPath: policies + "/" + name)
      let text = try String(contentsOf: place, encoding: .utf8)
      #expect(text.contains(old))
      try Data(text.replacing(old, with: new).utf8).write(to: place)
    }
  }

  private static let policy = "policies/kr-outage-compensation.yaml"

  @Test func `audits are the same with kept policies, and follow every change of them`() throws {
    let installed = try Installation()
    let before = try installed.run(installed.scheme, "--output", "json")
    let kept = try installed.run("policy", "compile")
    #expect(kept.status == 0)
    #expect(kept.output == "kept 1 policy in `\(installed.pack)`\n")
    #expect(FileManager.default.fileExists(atPath: installed.pack))
    #expect(try installed.run(installed.scheme, "--output", "json").output == before.output)

    try installed.change(Self.policy, "value: 45", "value: 7")
    let after = try installed.run(installed.scheme, "--output", "json")
    #expect(after.output != before.output)
    try FileManager.default.removeItem(atPath: installed.pack)
    #expect(try installed.run(installed.scheme, "--output", "json").output == after.output)
  }

  @Test func `what is kept is what audits go by`() throws {
    let installed = try Installation()
    // A pack as the program would have made it of a policy with another title.
    var set = try PolicySet(directory: installed.policies)
    for place in set.policies.indices { set.policies[place].title = LocalizedText("another title") }
    let bytes = try FileReading.bytes(of: installed.program, limit: .max)
    var status = stat()
    #expect(stat(installed.program, &status) == 0)
    let program = try #require(ProgramFile(head: bytes, status: status))
    let pack = try #require(set.packed(for: program.build))
    try Data(pack).write(to: URL(fileURLWithPath: installed.pack))
    #expect(chmod(installed.pack, 0o644) == 0)
    #expect(try installed.run(installed.scheme).output.contains("another title"))
    let scheme = try String(contentsOfFile: installed.scheme, encoding: .utf8)
    let piped = try CommandRun(["run", "-"], input: scheme, program: installed.program)
    #expect(piped.output.contains("another title"))
    #expect(chmod(installed.pack, 0o666) == 0)
    #expect(try !installed.run(installed.scheme).output.contains("another title"))
  }

  @Test func `an error that comes into a policy is met, whatever was kept`() throws {
    let installed = try Installation()
    #expect(try installed.run("policy", "compile").status == 0)
    try installed.change(Self.policy, "scheme.services.filter(s, s.affected)", "scheme.servces")
    let run = try installed.run(installed.scheme)
    #expect(run.status == 2)
    #expect(run.errors.contains("scheme.servces"))
  }

  @Test func `a damaged file of kept policies changes nothing`() throws {
    let installed = try Installation()
    let before = try installed.run(installed.scheme)
    #expect(try installed.run("policy", "compile").status == 0)
    var bytes = try Data(contentsOf: URL(fileURLWithPath: installed.pack))
    bytes[bytes.count / 2] ^= 1
    for damaged in [bytes, Data(), Data("kept".utf8), bytes.prefix(100)] {
      try damaged.write(to: URL(fileURLWithPath: installed.pack))
      let run = try installed.run(installed.scheme)
      #expect(run.output == before.output)
      #expect(run.errors.isEmpty)
    }
  }

  @Test func `policies with an error are not kept, and what was kept before stays`() throws {
    let installed = try Installation()
    #expect(try installed.run("policy", "compile").status == 0)
    let kept = try Data(contentsOf: URL(fileURLWithPath: installed.pack))
    try installed.change(Self.policy, "scheme.services.filter(s, s.affected)", "scheme.servces")
    let run = try installed.run("policy", "compile")
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("scheme.servces"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: installed.pack)) == kept)
  }

  @Test func `what keeps audits from using what is kept is said`() throws {
    let installed = try Installation()
    func check(_ arguments: String..., locale: String = "C") throws -> (Int32, String) {
      let run = try CommandRun(
        ["policy", "compile", "--check"] + arguments, locale: locale, program: installed.program)
      return (run.status, run.output)
    }
    let not = "audits read the policy files and do not use `\(installed.pack)`: "
    #expect(try check() == (1, not + "there is no file that can be read\n"))
    #expect(!FileManager.default.fileExists(atPath: installed.pack))
    let korean = try installed.run("policy", "compile", locale: "ko_KR.UTF-8")
    #expect(korean.output == "기준 1건을 `\(installed.pack)`에 저장했습니다\n")
    #expect(try check() == (0, "audits use `\(installed.pack)`\n"))
    #expect(try check(locale: "ko_KR.UTF-8") == (0, "점검에 `\(installed.pack)`을(를) 씁니다\n"))

    // Everybody may write it.
    let files = FileManager.default
    try files.setAttributes([.posixPermissions: 0o666], ofItemAtPath: installed.pack)
    #expect(try check() == (1, not + "somebody who cannot replace the program can write that file\n"))
    try files.setAttributes([.posixPermissions: 0o644], ofItemAtPath: installed.pack)
    #expect(try check().0 == 0)

    try installed.change(Self.policy, "value: 45", "value: 44")
    #expect(
      try check() == (1, not + "it was made of other policies, or a policy file has changed since\n"))
    #expect(try installed.run("policy", "compile").status == 0)
    #expect(try check().0 == 0)

    let place = URL(fileURLWithPath: installed.pack)
    let bytes = try Data(contentsOf: place)
    var damaged = bytes
    damaged[bytes.count - 1] ^= 1
    try damaged.write(to: place)
    #expect(try check() == (1, not + "it is damaged\n"))
  }

  @Test func `a set with a warning is not kept`() throws {
    let installed = try Installation()
    let fact = "\nfacts:\n  incident.pause: {type: number, unit: dayss, ko: 쉼, en: pause}"
    try installed.change("vocabulary/scheme.yaml", "\nfacts:", fact)
    let run = try installed.run("policy", "compile")
    #expect(run.status == 2)
    #expect(run.errors.contains("warning"))
    #expect(run.errors.contains("nothing was kept"))
    #expect(!FileManager.default.fileExists(atPath: installed.pack))
  }

  @Test func `what is no plain file is not written into`() throws {
    let installed = try Installation()
    #expect(mkfifo(installed.pack, 0o600) == 0)
    let run = try installed.run("policy", "compile")
    #expect(run.status == 2)
    #expect(run.errors.contains("cannot write"))
    #expect(try installed.run(installed.scheme).status != 2)
  }
}

extension String {
  /// A path below the repository's folder.
  fileprivate var fromRoot: String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().path + "/" + self
  }
}
