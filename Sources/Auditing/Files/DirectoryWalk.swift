import Diagnostics
import Glibc

/// The YAML files below some paths, in an order that does not depend on the directory.
struct DirectoryWalk {
  /// Most files that one policy set may have.
  static let mostFiles = 10_000
  /// Deepest nesting of folders.
  static let deepest = 32

  /// Paths as given, or joined to the given folder, sorted.
  private(set) var files: [String] = []
  /// What could not be read.
  private(set) var log = DiagnosticLog()
  /// Devices of what was met, by inode.
  private var seen: [Int: [UInt64]] = [:]

  /// Walks folders; a file that is named itself counts whatever its name.
  init(_ paths: [String]) {
    for path in paths {
      guard let status = status(of: path) else { continue }
      if status.st_mode & S_IFMT == S_IFDIR {
        walk(path)
      } else if isNew(status) {
        files.append(path)
      }
    }
    files.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    if files.count > Self.mostFiles {
      log.error(
        "set.too-many-files", at: nil, ko: "파일이 \(Self.mostFiles)개를 넘습니다",
        en: "there are more than \(Self.mostFiles) files",
        help: LocalizedText(ko: "더 작은 폴더를 지정하십시오", en: "name a smaller directory"))
      files.removeLast(files.count - Self.mostFiles)
    }
  }

  private mutating func status(of path: String) -> stat? {
    var status = stat()
    guard stat(path, &status) == 0 else {
      log.append(FileReading.problem(.system(errno), path: path))
      return nil
    }
    return status
  }

  private mutating func isNew(_ status: stat) -> Bool {
    let (inode, device) = (Int(truncatingIfNeeded: status.st_ino), UInt64(status.st_dev))
    if seen[inode]?.contains(device) == true { return false }
    seen[inode, default: []].append(device)
    return true
  }

  private mutating func walk(_ root: String) {
    var pending = [(path: root, depth: 0)]
    while let (path, depth) = pending.popLast(), files.count <= Self.mostFiles {
      guard depth <= Self.deepest else {
        log.error(
          "set.too-deep", at: nil, ko: "`\(Printable.escaped(path))`: 폴더가 \(Self.deepest)단계보다 깊습니다",
          en: "`\(Printable.escaped(path))`: folders are nested deeper than \(Self.deepest)")
        continue
      }
      guard let status = status(of: path), isNew(status) else { continue }
      for name in names(in: path) {
        let child = path.hasSuffix("/") ? path + name : path + "/" + name
        var status = stat()
        guard stat(child, &status) == 0 else { continue }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: pending.append((child, depth + 1))
        case S_IFREG where name.hasSuffix(".yaml") || name.hasSuffix(".yml"):
          if isNew(status) { files.append(child) }
        default: break
        }
      }
    }
  }

  /// Names in a folder without hidden ones, sorted.
  private mutating func names(in path: String) -> [String] {
    guard let directory = opendir(path) else {
      log.append(FileReading.problem(.system(errno), path: path))
      return []
    }
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
