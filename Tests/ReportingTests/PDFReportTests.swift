import Diagnostics
import Findings
import Foundation
import Glibc
import Testing

@testable import Reporting

// One after the other: a script cannot be started while another start still holds it open for writing.
@Suite(.serialized) struct `PDF reports` {
  /// A folder with programs that are scripts, removed at the end.
  private struct Programs: ~Copyable {
    let folder: URL

    init() throws {
      folder = FileManager.default.temporaryDirectory.appendingPathComponent("programs-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func add(_ name: String, _ script: String) throws {
      let file = folder.appendingPathComponent(name)
      try Data("#!/bin/sh\n\(script)\n".utf8).write(to: file)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    }

    var present: [PrintingProgram] { PrintingProgram.present(in: "/nowhere:\(folder.path)") }
  }

  private static let options = RenderOptions(language: .en)

  /// A script that finds the file to write among its arguments, as a browser does.
  private static let printing = """
    for word in "$@"; do case $word in --print-to-pdf=*) out=${word#*=};; file://*) page=${word#file://};; esac; done
    """

  @Test func `without a program the failure says what to install`() {
    let failure = #expect(throws: RenderFailure.self) {
      try PDFReport.render([SampleReport.empty], Self.options, with: [])
    }
    #expect(failure?.words.en.contains("apt-get install chromium fonts-nanum") == true)
    #expect(failure?.words.ko.contains("apt-get install chromium fonts-nanum") == true)
  }

  @Test func `browsers come before office suites`() throws {
    let programs = try Programs()
    try programs.add("soffice", "exit 0")
    try programs.add("google-chrome", "exit 0")
    #expect(programs.present.map(\.kind) == [.browser, .office])
    #expect(programs.present.map { ($0.path as NSString).lastPathComponent } == ["google-chrome", "soffice"])
    #expect(PrintingProgram.present(in: "/nowhere").isEmpty)
  }

  @Test func `a program prints the page into a folder that is gone afterwards`() throws {
    let programs = try Programs()
    try programs.add(
      "chromium",
      """
      \(Self.printing)
      echo "$HOME" > '\(programs.folder.path)/home'
      cp "$page" '\(programs.folder.path)/page'
      printf '%%PDF-1.4\\n/CreationDate (D:20260101000000Z)\\n%%%%EOF\\n' > "$out"
      """)
    let bytes = try PDFReport.render([SampleReport.full], Self.options, with: programs.present).flatMap { $0 }
    #expect(String(decoding: bytes, as: UTF8.self).hasPrefix("%PDF-1.4\n   "))
    #expect(!String(decoding: bytes, as: UTF8.self).contains("2026"))
    let home = try String(contentsOf: programs.folder.appendingPathComponent("home"), encoding: .utf8)
      .trimmingCharacters(in: .newlines)
    #expect(home.contains("guideline-audit-") && !FileManager.default.fileExists(atPath: home))
    let page = try String(contentsOf: programs.folder.appendingPathComponent("page"), encoding: .utf8)
    #expect(page.hasPrefix("<!DOCTYPE html>"))
  }

  @Test(arguments: [
    ("echo 'no display' >&2; exit 3", "status 3 (`no display`)"), ("kill -9 $$", "signal 9"),
    ("exit 0", "wrote no PDF"),
    ("\(printing)\necho garbage > \"$out\"", "wrote no PDF"),
  ])
  func `what a program failed with is told, and the next one is asked`(_ script: String, _ reason: String)
    throws
  {
    let programs = try Programs()
    try programs.add("chromium", script)
    let failure = #expect(throws: RenderFailure.self) {
      try PDFReport.render([SampleReport.empty], Self.options, with: programs.present)
    }
    #expect(failure?.message.en.contains(reason) == true, "\(failure?.message.en ?? "")")
    try programs.add("google-chrome", "\(Self.printing)\nprintf '%%PDF-1.4\\n%%%%EOF\\n' > \"$out\"")
    let bytes = try PDFReport.render([SampleReport.empty], Self.options, with: programs.present)
    #expect(bytes.flatMap { $0 } == Array("%PDF-1.4\n%%EOF\n".utf8))
  }

  @Test func `a program that takes too long is stopped with all that it started`() throws {
    let programs = try Programs()
    try programs.add("slow", "sleep 1000 & echo $! > '\(programs.folder.path)/child'; wait")
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let slow = programs.folder.appendingPathComponent("slow").path
    #expect(try ChildProcess.run(slow, [], in: folder, seconds: 0) == .overdue)
    // Stopped before or after it started the other: in neither case does one remain.
    let child = (try? String(contentsOf: programs.folder.appendingPathComponent("child"), encoding: .utf8))
      .flatMap { Int32($0.trimmingCharacters(in: .newlines)) }
    if let child { #expect(Self.isGone(child)) }
  }

  @Test func `what a program leaves behind is stopped when it ends`() throws {
    let programs = try Programs()
    try programs.add("parent", "sleep 1000 & echo $! > '\(programs.folder.path)/child'; exit 0")
    let folder = try TemporaryFolder()
    let parent = programs.folder.appendingPathComponent("parent").path
    #expect(try ChildProcess.run(parent, [], in: folder, seconds: 60) == .exited(0))
    folder.remove()
    #expect(!FileManager.default.fileExists(atPath: folder.path))
    let child = try #require(
      Int32(
        try String(contentsOf: programs.folder.appendingPathComponent("child"), encoding: .utf8)
          .trimmingCharacters(in: .newlines)))
    #expect(Self.isGone(child))
  }

  @Test func `if this process is killed, what runs is stopped and the folder removed`() throws {
    let programs = try Programs()
    let folder = try TemporaryFolder()
    try folder.write([[1]], to: "file")
    try programs.add("long", "sleep 1000")
    let long = try Spawning.start(
      programs.folder.appendingPathComponent("long").path, [], environment: ["PATH=/usr/bin:/bin"], log: nil)
    folder.guardian.watch(long)
    // The socket breaks without a word, as it does when its owner is killed.
    folder.guardian.dismiss(isDone: false)
    #expect(try #require(Spawning.reap(long)) & 0x7F == SIGKILL)
    #expect(!FileManager.default.fileExists(atPath: folder.path))
  }

  /// Whether a process has ended, be it that nobody reaped it yet.
  private static func isGone(_ process: Int32) -> Bool {
    for _ in 0..<10_000 {
      guard let state = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8) else {
        return true
      }
      if state.contains(") Z ") { return true }
      sched_yield()
    }
    return false
  }

  @Test func `times of printing and identifiers are the same for every run, and nothing moves`() {
    func file(_ time: String, _ id: String) -> [UInt8] {
      Array(
        """
        %PDF-1.7
        1 0 obj
        <</Title (/CreationDate \\(D:20260101000000Z\\))
        /Creator (Mozilla/5.0 \\(X11; Linux\\) Chrome/1)
        /CreationDate (D:\(time)+00'00')
        /ModDate (D:\(time)+00'00')>>
        endobj
        trailer
        <</Size 2 /ID [<\(id)> <\(id)>] /DocChecksum /\(id)>>
        startxref
        9
        %%EOF
        """.utf8)
    }
    var first = file("20261123024504", "00112233445566778899AABBCCDDEEFF")
    var second = file("19991231235959", "FFEEDDCCBBAA99887766554433221100")
    let count = first.count
    PDFBytes.settle(&first)
    PDFBytes.settle(&second)
    #expect(first == second && first.count == count)
    let text = String(decoding: first, as: UTF8.self)
    #expect(text.contains("/Title (/CreationDate \\(D:20260101000000Z\\))"))
    #expect(text.contains("/Creator (guideline-audit) ") && !text.contains("Mozilla"))
    #expect(!text.contains("20261123024504") && text.contains("/ID [<"))
    var third = file("20261123024504", "00112233445566778899AABBCCDDEEFF")
    third.replaceSubrange(0..<8, with: Array("%PDF-1.4".utf8))
    PDFBytes.settle(&third)
    // Another content, another identifier.
    #expect(third.suffix(150) != first.suffix(150))
  }

  @Test(arguments: [
    "", "%PDF-", "%PDF-1.4", "%%EOF", "<html>", "%PDF-1.4 /ID [", "%PDF-1.4 /CreationDate (D:",
  ])
  func `what is no PDF is taken apart without harm`(_ text: String) {
    var bytes = Array(text.utf8)
    PDFBytes.settle(&bytes)
    #expect(bytes == Array(text.utf8))
    #expect(!PDFBytes.isWhole(bytes))
  }

  @Test func `a document that is printed leads to no file beside it`() throws {
    let runs = [Run("쪽", link: .address("docs/a.md")), Run("법", link: .address("https://e.invalid"))]
    let blocks: [Block] = [
      .title("t"), .heading(runs, level: 1), .paragraph(runs), .item(runs, label: "가.", level: 1),
      .rows([LabelledRow("a", runs)]), .tableStart(TableHead("c", [.init("c")])),
      .tableRow([TableCell(runs)]),
      .tableEnd,
    ]
    let plain = try SampleDocument.written(HTMLDocument.self, blocks)
    #expect(plain.components(separatedBy: "href=\"docs/a.md\"").count == 6)
    let alone = try SampleDocument.written(LoneDocument<HTMLDocument>.self, blocks)
    #expect(!alone.contains("docs/a.md") && alone.components(separatedBy: "쪽").count == 6)
    #expect(alone.components(separatedBy: "href=\"https://e.invalid\"").count == 6)
  }

  @Test func `names of parts are counted in their order, and words that look like one stay`() {
    func settled(_ numbers: [Int]) -> String {
      let names = numbers.map { "(node" + String(repeating: "0", count: 8 - "\($0)".count) + "\($0))" }
      var bytes = Array(
        """
        <</ID \(names[0])>> <</Headers [\(names[1]) \(names[0])]>> <</Title (node00000007)>>
        <</Names [\(names[0]) 9 0 R \(names[1]) 8 0 R]>> (node0000000) (node000000012)
        """.utf8)
      PDFBytes.settle(&bytes)
      return String(decoding: bytes, as: UTF8.self)
    }
    #expect(settled([53, 61]) == settled([53, 62]))
    #expect(
      settled([53, 62]) == """
        <</ID (node00000001)>> <</Headers [(node00000002) (node00000001)]>> <</Title (node00000007)>>
        <</Names [(node00000001) 9 0 R (node00000002) 8 0 R]>> (node0000000) (node000000012)
        """)
  }

  @Test(
    .enabled(
      if: PrintingProgram.present(in: Environment.searchPath).contains { $0.kind == .browser },
      "no browser is installed"))
  func `a browser that is present prints the same bytes each time`() throws {
    let browsers = PrintingProgram.present(in: Environment.searchPath).filter { $0.kind == .browser }
    let bytes = try PDFReport.render([SampleReport.full], Self.options, with: browsers).flatMap { $0 }
    #expect(PDFBytes.isWhole(bytes))
    let again = try PDFReport.render([SampleReport.full], Self.options, with: browsers).flatMap { $0 }
    let place = zip(bytes, again).enumerated().first { $1.0 != $1.1 }?.offset ?? min(bytes.count, again.count)
    let shown = [bytes, again].map { String(decoding: $0[max(0, place - 40)...].prefix(80), as: UTF8.self) }
    #expect(
      again.elementsEqual(bytes), "\(bytes.count) and \(again.count) bytes, different at \(place): \(shown)")
  }
}
