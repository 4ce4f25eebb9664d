import Diagnostics
import Glibc

/// A folder of its own for one run of a program, which nobody else can read.
struct TemporaryFolder: Sendable {
  /// Its absolute path.
  let path: String
  /// Removes it where this process cannot.
  let guardian: Guardian

  /// Makes a folder where temporary files go.
  init() throws(PrintingFailure) {
    let place =
      Environment.variable("TMPDIR").flatMap { $0.utf8.first == UInt8(ascii: "/") ? $0 : nil } ?? "/tmp"
    var template = Array("\(place)/guideline-audit-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw .system(
        "\(place)에 임시 폴더를 만들 수 없음", "no temporary folder could be made in \(place)", errno)
    }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    do throws(PrintingFailure) {
      guardian = try Guardian(of: path)
    } catch {
      rmdir(path)
      throw error
    }
  }

  /// What a program said while it ran.
  var log: String { (try? read("log")).map { String(decoding: $0.suffix(4096), as: UTF8.self) } ?? "" }

  /// Whether a file lies there.
  func holds(_ name: String) -> Bool { access("\(path)/\(name)", R_OK) == 0 }

  /// Writes a file.
  func write(_ pieces: [[UInt8]], to name: String) throws(PrintingFailure) {
    let file = open("\(path)/\(name)", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw unwritten(errno) }
    defer { close(file) }
    for piece in pieces {
      var rest = piece[...]
      while !rest.isEmpty {
        let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { throw unwritten(errno) }
        rest = rest.dropFirst(count)
      }
    }
  }

  /// The bytes of a file.
  func read(_ name: String) throws(PrintingFailure) -> [UInt8] {
    let file = open("\(path)/\(name)", O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw unread(errno) }
    defer { close(file) }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = part.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw unread(errno) }
      if count == 0 { return bytes }
      bytes += part[..<count]
    }
  }

  /// Removes the folder with all that programs left there.
  func remove() {
    // Processes that are just ending may still write; the second or third time nothing does.
    var isGone = false
    for _ in 0..<50 where !isGone {
      Self.empty(path)
      isGone = rmdir(path) == 0 || errno == ENOENT
      if !isGone { usleep(20_000) }
    }
    guardian.dismiss(isDone: isGone)
  }

  /// Removes what lies in a folder, from folder to folder without calling itself.
  private static func empty(_ path: String) {
    var folders = [path]
    var index = 0
    while index < folders.count {
      let folder = folders[index]
      index += 1
      guard let entries = opendir(folder) else { continue }
      while let entry = readdir(entries) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        guard name != ".", name != ".." else { continue }
        let file = "\(folder)/\(name)"
        // Links are removed, never followed.
        if unlink(file) != 0, errno == EISDIR || errno == EPERM { folders.append(file) }
      }
      closedir(entries)
    }
    for folder in folders.dropFirst().reversed() { rmdir(folder) }
  }

  private func unwritten(_ code: Int32) -> PrintingFailure {
    .system("\(path)에 쓸 수 없음", "\(path) cannot be written", code)
  }

  private func unread(_ code: Int32) -> PrintingFailure {
    .system("\(path)에서 읽을 수 없음", "\(path) cannot be read", code)
  }
}
