import Glibc

/// Files that the program writes, and standard input.
enum File {
  /// Why a file could not be written.
  struct Failure: Error {
    /// The system's number for it (`errno`).
    var code: Int32

    /// The system's words for it.
    var reason: String {
      String(cString: strerror(code))
    }
  }

  /// Puts bytes, given in pieces, in the place of a file at once: a reader sees the old file or the new one, never a part.
  static func replace(_ path: String, with pieces: [[UInt8]]) throws(Failure) {
    var status = stat()
    // A device or pipe such as /dev/stdout cannot be replaced, only written to.
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      let descriptor = open(path, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw Failure(code: errno) }
      defer { close(descriptor) }
      guard pieces.allSatisfy({ writeAll($0, to: descriptor) }) else { throw Failure(code: errno) }
      return
    }
    var template = Array((path + ".XXXXXX").utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw Failure(code: errno) }
    let mode = umask(0)
    umask(mode)
    // Files that were given their room are renamed in a fraction of the time. A system that cannot do that says so, and
    // writing finds out whether there is room.
    _ = posix_fallocate(descriptor, 0, off_t(pieces.reduce(0) { $0 + $1.count }))
    // No fsync: a report can be made again, and waiting for the disk takes longer than an audit.
    let isWritten =
      pieces.allSatisfy { writeAll($0, to: descriptor) } && fchmod(descriptor, 0o666 & ~mode) == 0
    let failure = errno
    close(descriptor)
    guard isWritten, rename(template, path) == 0 else {
      let code = isWritten ? errno : failure
      unlink(template)
      throw Failure(code: code)
    }
  }

  /// Writes all bytes to a descriptor; false (with `errno`) if that fails.
  static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let count = Glibc.write(descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done)
        if count < 0, errno == EINTR { continue }
        if count <= 0 { return false }
        done += count
      }
      return true
    }
  }

  /// Everything on standard input; nil if it is longer than the limit.
  static func standardInput(limit: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(0, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return bytes }
      bytes += chunk[..<count]
      if bytes.count > limit { return nil }
    }
  }
}
