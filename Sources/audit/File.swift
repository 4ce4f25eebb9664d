import Diagnostics
import Glibc

/// Files that the program writes.
enum File {
  /// Why a file could not be written.
  struct Failure: Error {
    /// The system's number for it (`errno`).
    var code: Int32

    /// What it means; the system's own words where it is rare.
    var reason: LocalizedText {
      switch code {
      case ENOENT: LocalizedText(ko: "그런 폴더가 없습니다", en: "there is no such directory")
      case EISDIR: LocalizedText(ko: "파일이 아니라 폴더입니다", en: "it is a directory")
      case ENOTDIR: LocalizedText(ko: "경로 가운데 폴더가 아닌 것이 있습니다", en: "part of the path is no directory")
      case EEXIST: LocalizedText(ko: "이미 있습니다", en: "it is there already")
      case EACCES, EPERM: LocalizedText(ko: "쓸 권한이 없습니다", en: "no permission")
      case EROFS: LocalizedText(ko: "읽기만 할 수 있는 곳입니다", en: "the file system is read-only")
      case ENOSPC, EDQUOT: LocalizedText(ko: "남은 공간이 없습니다", en: "no space is left")
      case EFBIG: LocalizedText(ko: "파일이 너무 큽니다", en: "the file is too large")
      case ENAMETOOLONG: LocalizedText(ko: "이름이 너무 깁니다", en: "the name is too long")
      case ELOOP: LocalizedText(ko: "기호 링크가 돌고 돕니다", en: "symbolic links go round in circles")
      case EPIPE: LocalizedText(ko: "받는 쪽이 닫혔습니다", en: "the reader went away")
      default: LocalizedText(String(cString: strerror(code)))
      }
    }
  }

  /// Puts bytes, given in pieces, in the place of a file at once: a reader sees the old file or the new one, never a part.
  ///
  /// - Parameter rights: who may read and write it; nil: those who could before, else by the process's mask.
  static func replace(_ path: String, with pieces: [[UInt8]], rights: mode_t? = nil) throws(Failure) {
    try prepare(path, with: pieces, rights: rights).put()
  }

  /// Bytes that lie ready to be put in the place of a file.
  struct Prepared {
    fileprivate enum Content {
      /// They are written already, into a file beside it.
      case beside(temporary: String, target: String)
      /// It is a device or pipe, such as /dev/stdout, which cannot be replaced, only written to.
      case stream(path: String, pieces: [[UInt8]])
    }

    fileprivate let content: Content

    /// Whether they go into a device or pipe.
    var isStream: Bool {
      switch content {
      case .beside: false
      case .stream: true
      }
    }

    /// Puts them there.
    func put() throws(Failure) {
      switch content {
      case .beside(let temporary, let target):
        guard rename(temporary, target) == 0 else {
          let code = errno
          unlink(temporary)
          throw Failure(code: code)
        }
      case .stream(let path, let pieces):
        let descriptor = open(path, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Failure(code: errno) }
        defer { close(descriptor) }
        guard pieces.allSatisfy({ writeAll($0, to: descriptor) }) else { throw Failure(code: errno) }
      }
    }

    /// Takes them away again.
    func discard() {
      switch content {
      case .beside(let temporary, _): unlink(temporary)
      case .stream: break
      }
    }
  }

  /// Writes bytes, given in pieces, beside the file that they are for. What symbolic links lead to is replaced, not the
  /// links.
  static func prepare(
    _ path: String, with pieces: [[UInt8]], rights: mode_t? = nil
  ) throws(Failure) -> Prepared {
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      guard status.st_mode & S_IFMT != S_IFDIR else { throw Failure(code: EISDIR) }
      return Prepared(content: .stream(path: path, pieces: pieces))
    }
    let target = FilePlace.target(of: path)
    // A file that is there stays as private, or as public, as it is.
    let kept = stat(target, &status) == 0 ? status.st_mode & 0o7777 : nil
    // The name does not grow with the file's own, which may be as long as names can be.
    var template = Array((FilePlace.folder(of: target) + "/.audit-XXXXXX").utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw Failure(code: errno) }
    let temporary = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let mode = umask(0)
    umask(mode)
    // Files that were given their room are renamed in a fraction of the time. A system that cannot do that says so, and
    // writing finds out whether there is room.
    _ = posix_fallocate(descriptor, 0, off_t(pieces.reduce(0) { $0 + $1.count }))
    // No fsync: a report can be made again, and waiting for the disk takes longer than an audit.
    let isWritten =
      pieces.allSatisfy { writeAll($0, to: descriptor) }
      && fchmod(descriptor, rights ?? kept ?? (0o666 & ~mode)) == 0
    let failure = errno
    close(descriptor)
    guard isWritten else {
      unlink(temporary)
      throw Failure(code: failure)
    }
    return Prepared(content: .beside(temporary: temporary, target: target))
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
}
