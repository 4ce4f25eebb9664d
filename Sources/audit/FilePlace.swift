import Glibc

/// Which file a path leads to, however the path is spelled.
enum FilePlace: Hashable {
  /// A file that is there, by its device and its number on it.
  case file(device: UInt64, number: UInt64)
  /// A file that is not there yet, by its folder and its name.
  case name(device: UInt64, folder: UInt64, name: String)

  /// Where a path leads; nil where no file is or can be, and for the null device, which keeps nothing.
  init?(_ path: String) {
    var status = stat()
    if stat(path, &status) == 0 {
      self.init(status)
      return
    }
    let target = Self.target(of: path)
    guard stat(Self.folder(of: target), &status) == 0 else { return nil }
    self = .name(
      device: UInt64(status.st_dev), folder: UInt64(status.st_ino), name: String(Self.name(of: target)))
  }

  /// Where an open file is; nil for the null device.
  init?(descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  private init?(_ status: stat) {
    var null = stat()
    if status.st_mode & S_IFMT == S_IFCHR, stat("/dev/null", &null) == 0, null.st_rdev == status.st_rdev {
      return nil
    }
    self = .file(device: UInt64(status.st_dev), number: UInt64(status.st_ino))
  }

  /// The path that symbolic links lead to, also where no file is there yet.
  static func target(of path: String) -> String {
    var path = path
    // As many as the system follows.
    for _ in 0..<40 {
      guard let next = link(at: path) else { return path }
      path = next.hasPrefix("/") ? next : folder(of: path) + "/" + next
    }
    return path
  }

  private static func link(at path: String) -> String? {
    var bytes = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(path, &bytes, bytes.count)
    guard count > 0 else { return nil }
    return String(decoding: bytes[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The folder that a path's file lies in.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func name(of path: String) -> Substring {
    path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
  }
}
