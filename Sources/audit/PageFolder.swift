import Auditing
import Diagnostics
import Glibc

/// The folder in which generated rule pages lie, perhaps among files of other origin.
struct PageFolder {
  /// Its path as it was given.
  let path: String

  /// What stands in the way of pages.
  struct Failure: Error {
    /// The path of the file or folder.
    var path: String
    /// What is in the way.
    var reason: LocalizedText
  }

  /// Most bytes of a page that is looked at; a longer one is not as it should be in any case.
  private static let longest = 4 << 20

  /// The pages that are missing or differ, in their order.
  func stale(_ pages: [RulePage]) -> [RulePage] {
    pages.filter { read($0.path) != Array($0.text.utf8) }
  }

  /// Generated pages that lie in the folder and belong to no rule any more, in the order of their paths.
  func abandoned(besides pages: [RulePage]) -> [String] {
    let known = Set(pages.map(\.path))
    return RulePage.folders.flatMap { folder in
      names(in: folder).map { folder + "/" + $0 }
    }.filter { name in
      guard name.hasSuffix(".md"), !known.contains(name) else { return false }
      return read(name, upTo: RulePage.mark.utf8.count) == Array(RulePage.mark.utf8)
    }
  }

  /// Writes pages, each at once in place of the old one.
  func write(_ pages: [RulePage]) throws(Failure) {
    for folder in RulePage.folders where pages.contains(where: { $0.path.hasPrefix(folder + "/") }) {
      try Self.create(place(folder))
    }
    for page in pages {
      do throws(File.Failure) {
        try File.replace(place(page.path), with: [Array(page.text.utf8)])
      } catch {
        throw Failure(path: place(page.path), reason: error.reason)
      }
    }
  }

  /// Removes files.
  func remove(_ names: [String]) throws(Failure) {
    for name in names where unlink(place(name)) != 0 {
      throw Failure(path: place(name), reason: File.Failure(code: errno).reason)
    }
  }

  /// The path of a file of the folder.
  func place(_ name: String) -> String {
    path.hasSuffix("/") ? path + name : path + "/" + name
  }

  /// Makes a folder and those it lies in; one that is there already is left as it is.
  static func create(_ path: String) throws(Failure) {
    var made = path.hasPrefix("/") ? "/" : ""
    for step in path.split(separator: "/") {
      made += made.isEmpty || made.hasSuffix("/") ? String(step) : "/" + step
      if mkdir(made, 0o777) != 0, errno != EEXIST {
        throw Failure(path: made, reason: File.Failure(code: errno).reason)
      }
    }
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw Failure(path: path, reason: File.Failure(code: ENOTDIR).reason)
    }
  }

  /// The bytes of a regular file; nil where there is none that can be read.
  private func read(_ name: String, upTo limit: Int? = nil) -> [UInt8]? {
    let descriptor = open(place(name), O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_size <= Self.longest
    else { return nil }
    let wanted = min(limit ?? Int(status.st_size), Int(status.st_size))
    var bytes = [UInt8](repeating: 0, count: wanted)
    var done = 0
    while done < wanted {
      let count = bytes.withUnsafeMutableBytes { buffer in
        Glibc.read(descriptor, buffer.baseAddress.map { $0 + done }, wanted - done)
      }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return nil }
      done += count
    }
    return bytes
  }

  /// Names in a folder of it, sorted.
  private func names(in folder: String) -> [String] {
    guard let directory = opendir(place(folder)) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
