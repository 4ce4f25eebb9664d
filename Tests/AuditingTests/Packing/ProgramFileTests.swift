import Glibc
import Testing

@testable import Auditing

/// What tells builds of the program apart, and whose files it trusts.
@Suite struct ProgramFileTests {
  /// The head of a program with one note.
  private func head(note kind: UInt8, name: String, text: [UInt8]) -> [UInt8] {
    func little(_ value: Int, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
    let note = little(4, 4) + little(text.count, 4) + little(Int(kind), 4) + Array(name.utf8) + [0] + text
    var head: [UInt8] = [0x7F, 0x45, 0x4C, 0x46, 2, 1] + [UInt8](repeating: 0, count: 26)
    head += little(64, 8) + [UInt8](repeating: 0, count: 14) + little(56, 2) + little(1, 2)
    head += [UInt8](repeating: 0, count: 64 - head.count)
    head +=
      little(4, 4) + little(0, 4) + little(120, 8) + little(0, 16) + little(note.count, 8) + little(0, 16)
    return head + note
  }

  @Test func `the linker's digest is read`() {
    #expect(BuildDigest.read(from: head(note: 3, name: "GNU", text: [0xAB, 0x01, 0xFF, 0x00])) == "ab01ff00")
  }

  @Test func `a program without one has none`() {
    #expect(BuildDigest.read(from: head(note: 1, name: "GNU", text: [1, 2, 3, 4])) == nil)
    #expect(BuildDigest.read(from: head(note: 3, name: "XXX", text: [1, 2, 3, 4])) == nil)
    #expect(BuildDigest.read(from: []) == nil)
    #expect(BuildDigest.read(from: Array("#!/bin/sh".utf8)) == nil)
    let whole = head(note: 3, name: "GNU", text: [1, 2, 3, 4])
    for length in 0..<whole.count { #expect(BuildDigest.read(from: Array(whole[..<length])) == nil) }
  }

  private func status(_ owner: uid_t, _ rights: mode_t, size: Int = 1) -> stat {
    var status = stat()
    status.st_uid = owner
    status.st_mode = S_IFREG | rights
    status.st_size = size
    return status
  }

  private func program(_ owner: uid_t, _ rights: mode_t, size: Int = 1) throws -> ProgramFile {
    try #require(
      ProgramFile(head: head(note: 3, name: "GNU", text: [1]), status: status(owner, rights, size: size)))
  }

  @Test func `programs of one digest and different sizes are different`() throws {
    #expect(try program(0, 0o755).build != program(0, 0o755, size: 2).build)
    #expect(try program(0, 0o755).build == program(7, 0o700).build)
  }

  @Test func `a group may write a file only if it may write the program`() throws {
    let head = head(note: 3, name: "GNU", text: [1])
    var (program, file) = (status(0, 0o775), status(0, 0o664))
    program.st_gid = 7
    file.st_gid = 8
    #expect(try !#require(ProgramFile(head: head, status: program)).trusts(file))
    file.st_gid = 7
    #expect(try #require(ProgramFile(head: head, status: program)).trusts(file))
  }

  @Test(arguments: [
    // The program's owner and rights, the file's, and whether it is trusted.
    (0, 0o755, 0, 0o644, true), (0, 0o755, 1000, 0o644, false), (1000, 0o755, 1000, 0o600, true),
    (1000, 0o755, 0, 0o644, true), (1000, 0o755, 1001, 0o644, false), (0, 0o755, 0, 0o646, false),
    (0, 0o777, 0, 0o646, false), (0, 0o755, 0, 0o664, false), (0, 0o775, 0, 0o664, true),
  ])
  func `a file is trusted that only those can have written who could have written the program`(
    owner: uid_t, rights: mode_t, other: uid_t, otherRights: mode_t, isTrusted: Bool
  ) throws {
    #expect(try program(owner, rights).trusts(status(other, otherRights)) == isTrusted)
  }
}
