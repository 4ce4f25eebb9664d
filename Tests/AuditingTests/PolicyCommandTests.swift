import Diagnostics
import Foundation
import Testing

/// `audit policy list`, `audit policy show` and `audit explain` as they are called.
@Suite(.enabled(if: CommandRun.program != nil, "the program was not built beside the tests"))
struct PolicyCommandTests {
  private static let set = ["--policies", "examples/small-policy-set"]
  private static let korean = "ko_KR.UTF-8"

  @Test func `the list shows rules and measures, narrowed by words`() throws {
    let all = try CommandRun(["policy", "list", "--policies", "policies", "--as-of", "2022-10-15"])
    #expect(all.status == 0 && all.errors.isEmpty)
    #expect(all.output.contains("KR-NTC-001") && all.output.contains("KR-CRT-M1"))
    #expect(all.output.hasSuffix(" measures, as of 15 October 2022\n"))
    let some = try CommandRun(
      ["policy", "list", "배수", "--policies", "policies", "--as-of", "2022-10-15"], locale: Self.korean)
    #expect(some.output.contains("KR-CRT-M1") && !some.output.contains("KR-NTC"))
    #expect(some.output.hasSuffix("개(2022. 10. 15. 기준)\n"))
  }

  @Test(
    arguments: [
      (["list", "FREE-9"], "C", "audit: no rule matches `FREE-9`; did you mean `FREE-1`?\n"),
      (["list", "FREE-9"], korean, "audit: `FREE-9`에 맞는 규칙이 없습니다. `FREE-1`을(를) 찾으셨습니까?\n"),
      (["list", "xyzzy", "plugh"], "C", "audit: no rule matches `xyzzy` `plugh`\n"),
      (
        ["show", "FREE-9"], "C",
        "audit: there is no rule, measure or policy `FREE-9`; did you mean `FREE-1`?\n"
      ),
      (["show", "FREE-9"], korean, "audit: 규칙, 지표나 기준 `FREE-9`이(가) 없습니다. `FREE-1`을(를) 찾으셨습니까?\n"),
      (
        ["show", "xyzzy"], "C",
        "audit: there is no rule, measure or policy `xyzzy`; `audit policy list` shows them all\n"
      ),
      (["show", "FREE-1", "--as-of", "soon"], "C", "audit: `--as-of soon`: expected today or YYYY-MM-DD\n"),
      (
        ["list", "--as-of", "2022-02-30"], korean,
        "audit: `--as-of 2022-02-30`: today 또는 YYYY-MM-DD를 적으십시오.\n"
      ),
    ] as [([String], String, String)])
  func `what is not there ends with status 2 and says what is`(
    arguments: [String], locale: String, message: String
  ) throws {
    let run = try CommandRun(["policy"] + arguments + Self.set, locale: locale)
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.errors == message)
  }

  @Test func `nothing is shown beside a name that means nothing`() throws {
    let run = try CommandRun(["policy", "show", "FREE-1", "FREE-9"] + Self.set)
    #expect(run.status == 2 && run.output.isEmpty && run.errors.contains("`FREE-9`"))
  }

  @Test func `an unknown rule is not explained`() throws {
    let run = try CommandRun(["explain", "FREE-9"] + Self.set)
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.errors == "audit: there is no rule, measure or policy `FREE-9`; did you mean `FREE-1`?\n")
    let raw = try CommandRun(["explain", "\u{1B}[31m"] + Self.set)
    #expect(raw.status == 2 && !raw.errors.contains("\u{1B}"))
  }

  @Test(arguments: [["list"], ["show", "FREE-1"], ["check"], ["test"], ["mutate"]])
  func `a folder without policies ends with status 2`(arguments: [String]) throws {
    let empty = FileManager.default.temporaryDirectory.appendingPathComponent("empty-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: empty, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: empty) }
    let none = try CommandRun(["policy"] + arguments + ["--policies", empty.path])
    #expect(none.status == 2 && none.errors.contains("[set.no-policies]"), "\(none)")
    let missing = try CommandRun(["policy"] + arguments + ["--policies", empty.path + "/no"])
    #expect(missing.status == 2 && missing.errors.contains("[file.not-found]"), "\(missing)")
    #expect(missing.output.isEmpty || arguments == ["check"])
  }

  @Test(arguments: [
    ["policy", "list"], ["policy", "show", "FREE-1"], ["explain", "FREE-1"], ["functions"],
  ])
  func `an unknown language ends with status 2 and names those there are`(arguments: [String]) throws {
    let run = try CommandRun(arguments + ["--language", "fr"])
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.errors.contains("'fr'") && run.errors.contains("ko") && run.errors.contains("en"))
  }

  @Test(arguments: Language.allCases)
  func `a rule is explained and shown by the versions of a day`(language: Language) throws {
    let arguments = ["KR-NTC-001", "--policies", "policies", "--as-of", "2022-10-15", "--language"]
    let explained = try CommandRun(["explain"] + arguments + [language.rawValue])
    let shown = try CommandRun(["policy", "show"] + arguments + [language.rawValue])
    #expect(explained.status == 0 && shown.status == 0)
    #expect(explained.output.contains("audit policy show KR-NTC-001"))
    for output in [explained.output, shown.output] {
      #expect(output.contains(language == .ko ? "2022. 10. 15." : "15 October 2022"))
    }
  }

  /// The commands that a command's help lists.
  private static func children(in help: String) -> [String] {
    let parts = help.components(separatedBy: "SUBCOMMANDS:\n")
    guard parts.count == 2 else { return [] }
    return parts[1].components(separatedBy: "\n").filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }.filter { $0 != "See" }
  }

  @Test(arguments: ["C", korean])
  func `help of every command keeps to 80 columns, and no paragraph is broken twice`(locale: String) throws {
    var commands: [[String]] = [[]]
    var place = 0
    while place < commands.count {
      let command = commands[place]
      place += 1
      let run = try CommandRun(command + ["--help"], locale: locale)
      #expect(run.status == 0 && run.errors.isEmpty && run.output.hasPrefix("OVERVIEW: "))
      commands += Self.children(in: run.output).map { command + [$0] }
      let lines = run.output.components(separatedBy: "\n")
      for line in lines { #expect(DisplayWidth.of(line) <= 80, "\(command): \(line)") }
      // A line that was broken twice leaves a few words alone between two full ones.
      for (line, next) in zip(lines, lines.dropFirst()) where !line.isEmpty && !line.hasPrefix(" ") {
        guard !next.hasPrefix(" "), let word = next.split(separator: " ").first else { continue }
        let isFull = DisplayWidth.of(line) + 1 + DisplayWidth.of(String(word)) > 79
        #expect(isFull || line.hasSuffix(":"), "\(command): \(line)\n\(next)")
      }
    }
    for command in [["policy", "show"], ["explain"], ["eval"], ["vocabulary"], ["functions"]] {
      #expect(commands.contains(command))
    }
  }

  @Test func `an expression that begins with a minus sign can be evaluated`() throws {
    let scheme = "examples/small-policy-set/schemes/acme.yaml"
    let bracketed = try CommandRun(["eval", "(-7 % 3)", scheme] + Self.set)
    let behind = try CommandRun(["eval"] + Self.set + ["--", "-7 % 3", scheme])
    for run in [bracketed, behind] { #expect(run.status == 0 && run.output.contains("value  -1")) }
    let help = try CommandRun(["eval", "--help"])
    #expect(help.output.contains("minus sign"))
  }
}
