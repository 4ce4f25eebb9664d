import BenchmarkSupport
import Glibc

/// A file that is written from its beginning.
struct File {
  private let descriptor: Int32

  /// Opens a file, empties it, and closes it when `body` is done.
  static func write(to path: String, _ body: (File) throws -> Void) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard descriptor >= 0 else { throw Failure(text: "cannot write `\(path)`") }
    defer { close(descriptor) }
    try body(File(descriptor: descriptor))
  }

  /// Adds bytes at the end.
  func append(_ bytes: [UInt8]) throws {
    try bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let count = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        guard count > 0 else { throw Failure(text: "the disk takes no more") }
        rest = rest.dropFirst(count)
      }
    }
  }
}
