import Glibc

/// The file of the running program: which build it is, and to whom it belongs.
struct ProgramFile: Sendable {
  /// What tells this build from every other one: the digest that its linker made of it, and its size.
  let build: String
  private let owner: uid_t
  /// The group that may write it; nil: none may.
  private let writers: gid_t?

  /// The running program's; nil where its linker made no digest of it.
  static func current() -> ProgramFile? {
    var found: stat?
    let head = try? FileReading.bytes(
      of: "/proc/self/exe", limit: .max,
      ifHead: { _ in false },
      ifStatus: {
        found = $0
        return true
      })
    guard let head, let found else { return nil }
    return ProgramFile(head: head, status: found)
  }

  /// A program by its first bytes.
  init?(head: [UInt8], status: stat) {
    guard let digest = BuildDigest.read(from: head) else { return nil }
    build = "\(digest)/\(status.st_size)"
    owner = status.st_uid
    writers = status.st_mode & S_IWGRP == 0 ? nil : status.st_gid
  }

  /// Whether nobody can have written a file who could not have written the program: it belongs to the program's owner or
  /// to the system's, others may not write it, and its group only if that may write the program.
  func trusts(_ status: stat) -> Bool {
    (status.st_uid == owner || status.st_uid == 0) && status.st_mode & S_IWOTH == 0
      && (status.st_mode & S_IWGRP == 0 || status.st_gid == writers)
  }
}
