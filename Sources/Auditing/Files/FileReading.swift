package import Diagnostics
import Glibc
import YAMLTree

/// Reads input files; what goes wrong is a diagnostic.
package enum FileReading {
  /// Most bytes that an input may have.
  package static let longest = YAMLLimits.bytes

  /// Why a file cannot be read.
  enum Failure: Error, Sendable {
    /// The system refused, with its number for the reason (`errno`).
    case system(Int32)
    /// A folder stands where a file was meant.
    case isDirectory
    /// A device, a socket or a pipe.
    case notRegular
    /// More bytes than a file may have; how many there are.
    case tooLong(Int)
  }

  /// The file with its bytes; nil when it cannot be read, which is reported.
  package static func read(
    _ path: String, limit: Int = longest, diagnostics: inout DiagnosticLog
  ) -> SourceFile? {
    do throws(Failure) {
      return SourceFile(path: path, bytes: try bytes(of: path, limit: limit))
    } catch {
      diagnostics.append(problem(error, path: path, limit: limit))
      return nil
    }
  }

  /// Standard input, with the path `-`; nil when it cannot be read to its end, which is reported.
  package static func standardInput(
    limit: Int = longest, diagnostics: inout DiagnosticLog
  ) -> SourceFile? {
    do throws(Failure) {
      return SourceFile(path: "-", bytes: try wholeOfUnknownLength(0, limit: limit))
    } catch {
      diagnostics.append(problem(error, path: "-", limit: limit))
      return nil
    }
  }

  /// How much of a file is read to find out what it is.
  static let headLength = 4096

  /// The bytes of a file, or only the first ones where they show that the others are not wanted; more than the limit is
  /// a failure in either case.
  ///
  /// - Parameter isTrusted: whether a file with this owner and these rights is read at all.
  static func bytes(
    of path: String, limit: Int = longest, ifHead isWanted: (ArraySlice<UInt8>) -> Bool = { _ in true },
    ifStatus isTrusted: (stat) -> Bool = { _ in true }
  ) throws(Failure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .system(errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .system(errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw .isDirectory
    default: throw .notRegular
    }
    guard isTrusted(status) else { throw .system(EACCES) }
    let size = Int(status.st_size)
    guard size <= limit else { throw .tooLong(size) }
    // Some files of the system say that they are empty and are not.
    guard size > 0 else { return try wholeOfUnknownLength(descriptor, limit: limit) }
    let head = try read(descriptor, after: [], upTo: min(size, headLength))
    guard head.count == headLength, isWanted(head[...]) else { return head }
    return try read(descriptor, after: head, upTo: size)
  }

  private static func wholeOfUnknownLength(_ descriptor: Int32, limit: Int) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    var room = 65_536
    while true {
      bytes = try read(descriptor, after: bytes, upTo: min(room, limit + 1))
      if bytes.count > limit { throw .tooLong(bytes.count) }
      if bytes.count < room { return bytes }
      room *= 2
    }
  }

  /// What has been read, with what follows until there are so many bytes or the file ends.
  private static func read(
    _ descriptor: Int32, after head: [UInt8], upTo count: Int
  ) throws(Failure) -> [UInt8] {
    var failure: Int32?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = UnsafeMutableBufferPointer(rebasing: buffer[..<head.count]).initialize(fromContentsOf: head)
      while filled < count {
        let got = Glibc.read(descriptor, buffer.baseAddress.map { $0 + filled }, count - filled)
        if got < 0, errno == EINTR { continue }
        if got < 0 { failure = errno }
        if got <= 0 { return }
        filled += got
      }
    }
    if let failure { throw .system(failure) }
    return bytes
  }

  /// The diagnostic for a file that cannot be read.
  static func problem(_ failure: Failure, path: String, limit: Int = longest) -> Diagnostic {
    let shown = Printable.escaped(path)
    switch failure {
    case .system(ENOENT), .system(ENOTDIR):
      return Diagnostic(
        code: "file.not-found", at: nil, ko: "`\(shown)`: 파일이나 폴더가 없습니다",
        en: "`\(shown)`: there is no such file or directory",
        help: LocalizedText(ko: "경로를 확인하십시오", en: "check the path"))
    case .system(EACCES), .system(EPERM):
      return Diagnostic(
        code: "file.no-permission", at: nil, ko: "`\(shown)`: 읽을 권한이 없습니다",
        en: "`\(shown)`: no permission to read it",
        help: LocalizedText(ko: "파일의 읽기 권한을 확인하십시오", en: "check the file's permissions"))
    case .isDirectory, .system(EISDIR):
      return Diagnostic(
        code: "file.is-directory", at: nil, ko: "`\(shown)`: 파일이 아니라 폴더입니다",
        en: "`\(shown)`: expected a file and found a directory",
        help: LocalizedText(ko: "폴더 안의 파일을 지정하십시오", en: "name a file in that directory"))
    case .system(let code):
      return Diagnostic(
        code: "file.unreadable", at: nil, ko: "`\(shown)`: 읽을 수 없습니다(오류 \(code))",
        en: "`\(shown)`: cannot be read (error \(code))")
    case .notRegular:
      return Diagnostic(
        code: "file.not-regular", at: nil, ko: "`\(shown)`: 보통 파일이 아닙니다", en: "`\(shown)`: not a regular file"
      )
    case .tooLong(let size):
      return Diagnostic(
        code: "file.too-long", at: nil,
        ko: "`\(shown)`: \(size)바이트는 한 파일의 한도 \(limit)바이트를 넘습니다",
        en: "`\(shown)`: \(size) bytes are more than the \(limit) that a file may have")
    }
  }
}
