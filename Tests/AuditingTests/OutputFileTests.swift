import Foundation
import Testing

/// Files that reports are written into: none is lost to another, and no file that was read. And standard input.
@Suite(.enabled(if: CommandRun.program != nil, "the program was not built beside the tests"))
struct OutputFileTests {
  /// A folder of its own with a scheme and a policy set, for as long as a test runs.
  private final class Desk {
    let folder: URL

    init() throws {
      let files = FileManager.default
      folder = files.temporaryDirectory.appendingPathComponent("guideline-audit-\(UUID().uuidString)")
      let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
      let example = root.appendingPathComponent("examples/small-policy-set")
      try files.createDirectory(at: folder, withIntermediateDirectories: true)
      try files.copyItem(at: example, to: folder.appendingPathComponent("set"))
      try files.copyItem(
        at: example.appendingPathComponent("schemes/acme.yaml"),
        to: folder.appendingPathComponent("acme.yaml"))
      // The set's own schemes are no part of it.
      try files.removeItem(at: folder.appendingPathComponent("set/schemes"))
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func path(_ name: String) -> String { folder.path + "/" + name }

    func bytes(_ name: String) -> Data? { FileManager.default.contents(atPath: path(name)) }

    /// Everything in the folder that lies directly in it.
    var names: Set<String> { Set((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []) }

    /// An audit of the scheme that writes into files; `@` in arguments stands for the folder.
    func audit(_ arguments: String..., locale: String = "C") throws -> CommandRun {
      try CommandRun(
        ([path("acme.yaml"), "--policies", path("set")] + arguments).map {
          $0.replacingOccurrences(of: "@", with: folder.path)
        }, locale: locale)
    }
  }

  // ── files that were read ───────────────────────────────────────────────────

  @Test(arguments: [
    "acme.yaml", "./acme.yaml", "set/../acme.yaml", "link.yaml", "set/policies/kr-outage-compensation.yaml",
    "set/vocabulary/scheme.yaml", "set/tests/kr-outage-compensation.test.yaml",
    "set/profiles/pre-submission.yaml", "t.mustache",
  ])
  func `a file that was read is not overwritten, however its path is spelled`(_ name: String) throws {
    let desk = try Desk()
    try FileManager.default.createSymbolicLink(
      atPath: desk.path("link.yaml"), withDestinationPath: "acme.yaml")
    try Data("{{verdict}}".utf8).write(to: desk.folder.appendingPathComponent("t.mustache"))
    try #require(desk.bytes(name) != nil, "\(name)")
    let before = desk.bytes(name)
    let run = try desk.audit(
      "--template", "@/t.mustache", "--output", "markdown=@/first.md", "--output", "html=@/\(name)")
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.errors.contains("/\(name)`") && run.errors.contains("is an input and is not overwritten"))
    #expect(desk.bytes(name) == before && desk.bytes("first.md") == nil)
  }

  @Test func `waivers, decisions, an authority's facts and a profile are files that were read`() throws {
    let desk = try Desk()
    let written: [String: String] = [
      "w.yaml": "format: guideline_waivers/1\nwaivers: []\n",
      "d.yaml": "format: guideline_decisions/1\ndecisions: []\n",
    ]
    for (name, text) in written {
      try Data(text.utf8).write(to: desk.folder.appendingPathComponent(name))
      let option = name == "w.yaml" ? "--waivers" : "--decisions"
      let run = try desk.audit(option, "@/\(name)", "--output", "json=@/\(name)")
      #expect(run.status == 2 && desk.bytes(name) == Data(text.utf8), "\(name): \(run.errors)")
    }
  }

  @Test func `a saved report is not overwritten by what is made of it`() throws {
    let desk = try Desk()
    _ = try desk.audit("--output", "json=@/r.json")
    let before = try #require(desk.bytes("r.json"))
    let run = try CommandRun(
      ["render", desk.path("r.json"), "--output", "html=\(desk.folder.path)/./r.json", "--language", "ko"])
    #expect(run.status == 2 && desk.bytes("r.json") == before)
    #expect(run.errors.contains("입력 파일이므로 덮어쓰지 않습니다"))
  }

  @Test func `a comparison of two laws is not written over its scheme`() throws {
    let desk = try Desk()
    let before = desk.bytes("acme.yaml")
    let run = try CommandRun([
      "diff-law", desk.path("acme.yaml"), "--policies", desk.path("set"), "--from", "2022-10-15", "--to",
      "2026-01-01", "--output", "json=\(desk.path("acme.yaml"))",
    ])
    #expect(run.status == 2 && desk.bytes("acme.yaml") == before)
  }

  // ── one file, two reports ──────────────────────────────────────────────────

  @Test(arguments: [
    ("s.html", "s.html"), ("s.html", "./s.html"), ("s.html", "set/../s.html"), ("s.html", "link.html"),
    ("link.html", "s.html"), ("old.html", "hard.html"), ("link.html", "other.html"),
  ])
  func `two formats never go into one file, there or not yet`(_ first: String, _ second: String) throws {
    let desk = try Desk()
    let files = FileManager.default
    try files.createSymbolicLink(atPath: desk.path("link.html"), withDestinationPath: "s.html")
    try files.createSymbolicLink(atPath: desk.path("other.html"), withDestinationPath: desk.path("link.html"))
    try Data("old".utf8).write(to: desk.folder.appendingPathComponent("old.html"))
    try files.linkItem(atPath: desk.path("old.html"), toPath: desk.path("hard.html"))
    let before = desk.names
    let run = try desk.audit("--output", "html=@/\(first)", "--output", "csv=@/\(second)")
    #expect(run.status == 2 && run.errors.contains("/\(first)`"), "\(run.errors)")
    #expect(desk.names == before && desk.bytes("old.html") == Data("old".utf8))
  }

  @Test func `formats may each have a file, and all go to nowhere`() throws {
    let desk = try Desk()
    let run = try desk.audit(
      "--output", "html=@/a.html", "--output", "csv=@/A.csv", "--output", "json=/dev/null", "--output",
      "text=/dev/null")
    #expect(run.errors.isEmpty && run.status != 2)
    #expect(desk.bytes("a.html") != nil && desk.bytes("A.csv") != nil)
  }

  @Test func `a link is followed and stays a link`() throws {
    let desk = try Desk()
    try FileManager.default.createSymbolicLink(atPath: desk.path("l.json"), withDestinationPath: "set/r.json")
    _ = try desk.audit("--output", "json=@/l.json")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: desk.path("l.json")) == "set/r.json")
    #expect(desk.bytes("set/r.json")?.starts(with: Data("{".utf8)) == true)
  }

  // ── all or none ────────────────────────────────────────────────────────────

  @Test(arguments: ["none/x.html", "acme.yaml/x.html", "set", "set/"])
  func `where one file cannot be written none is`(_ place: String) throws {
    let desk = try Desk()
    let before = desk.names
    let run = try desk.audit("--output", "csv=@/p.csv", "--output", "html=@/\(place)", "--output", "text")
    #expect(run.status == 2 && run.output.isEmpty && run.errors.contains("no file was written"))
    #expect(desk.names == before)
    let korean = try desk.audit("--output", "html=@/\(place)", "--language", "ko")
    #expect(korean.errors.contains("쓸 수 없습니다: ") && korean.errors.contains("아무 파일도 쓰지 않았습니다"))
    #expect(!korean.errors.contains("directory"))
  }

  @Test func `where a device has no room nothing is replaced`() throws {
    let desk = try Desk()
    try Data("old".utf8).write(to: desk.folder.appendingPathComponent("p.csv"))
    let before = desk.names
    let run = try desk.audit("--output", "csv=@/p.csv", "--output", "json=/dev/full", "--language", "ko")
    #expect(run.status == 2 && run.errors.contains("`/dev/full`에 쓸 수 없습니다: 남은 공간이 없습니다. 아무 파일도 쓰지 않았습니다"))
    #expect(desk.names == before && desk.bytes("p.csv") == Data("old".utf8))
  }

  @Test func `a file stays as private as it was, and a new one is as the system makes it`() throws {
    let desk = try Desk()
    let files = FileManager.default
    func mode(_ name: String) throws -> Int {
      try #require(files.attributesOfItem(atPath: desk.path(name))[.posixPermissions] as? Int)
    }
    try Data("old".utf8).write(to: desk.folder.appendingPathComponent("private.json"))
    try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: desk.path("private.json"))
    try Data().write(to: desk.folder.appendingPathComponent("plain"))
    _ = try desk.audit("--output", "json=@/private.json", "--output", "csv=@/new.csv")
    #expect(desk.bytes("private.json")?.starts(with: Data("{".utf8)) == true)
    #expect(try mode("private.json") == 0o600)
    #expect(try mode("new.csv") == mode("plain"))
  }

  @Test func `a file's name may be as long as names can be`() throws {
    let desk = try Desk()
    let name = String(repeating: "가", count: 83) + ".x"
    let run = try desk.audit("--output", "csv=@/\(name)")
    #expect(run.errors.isEmpty && desk.bytes(name)?.isEmpty == false, "\(run.errors)")
    #expect(desk.names == ["acme.yaml", "set", name])
  }

  // ── what the command line says ─────────────────────────────────────────────

  @Test(arguments: [
    ("htm=x", "`html`을(를) 뜻합니까?", "did you mean `html`?"), ("HTML=x", "`html`을(를) 뜻합니까?", "`html`?"),
    ("=x", "쓸 수 있는 형식: text, json", "expected one of text, json"),
    ("html=", "`=` 뒤에 파일의 경로를", "expected a path after `=`"),
  ])
  func `a wrong output is told in the language of the run, with what was probably meant`(
    _ output: String, _ korean: String, _ english: String
  ) throws {
    let ko = try CommandRun(["a.yaml", "--output", output], locale: "ko_KR.UTF-8")
    #expect(ko.status == 2 && ko.errors.contains(korean) && !ko.errors.contains("is invalid"), "\(ko.errors)")
    let en = try CommandRun([
      "diff-law", "a.yaml", "--from", "2022-01-01", "--to", "2023-01-01", "--output", "jso",
    ])
    #expect(en.status == 2 && en.errors.contains("did you mean `json`?"), "\(en.errors)")
    let other = try CommandRun(["render", "a.json", "--output", output])
    #expect(other.status == 2 && other.errors.contains(english), "\(other.errors)")
  }
  @Test(arguments: [["-", "--policies", "examples/small-policy-set"], ["render", "-"]])
  func `standard input that cannot be read to its end is no shorter file`(_ arguments: [String]) throws {
    let run = try CommandRun(arguments, inputPath: "/tmp")
    #expect(
      run.status == 2 && run.output.isEmpty && run.errors.contains("found a directory"), "\(run.errors)")
  }
}
