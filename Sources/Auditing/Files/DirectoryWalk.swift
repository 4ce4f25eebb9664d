import Diagnostics
import Glibc

/// The YAML files below some paths, in an order that does not depend on the directory.
struct DirectoryWalk {
  /// Most files that one policy set may have.
  static let mostFiles = 10_000
  /// Deepest nesting of folders.
  static let deepest = 32

  /// A file that was met.
  struct File: Sendable {
    /// As given, or joined to the given folder.
    var path: String
    /// In bytes.
    var size: Int
  }

  /// In the order of their paths.
  private(set) var files: [File] = []
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
      } else {
        add(path, status)
      }
    }
    files.sort { $0.path.precedesInBytes($1.path) }
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

  private mutating func add(_ path: String, _ status: stat) {
    if isNew(status) { files.append(File(path: path, size: Int(status.st_size))) }
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
      let folder = path.hasSuffix("/") ? path : path + "/"
      for entry in entries(of: path) {
        let child = folder + entry.name
        switch entry.kind {
        case .folder: pending.append((child, depth + 1))
        case .file(let status): add(child, status)
        }
      }
    }
  }

  /// What a folder holds of what is looked for.
  private struct Entry {
    enum Kind {
      case folder
      case file(stat)
    }

    var name: String
    var kind: Kind
  }

  /// Folders and YAML files in a folder without hidden ones, sorted.
  private mutating func entries(of path: String) -> [Entry] {
    guard let directory = opendir(path) else {
      log.append(FileReading.problem(.system(errno), path: path))
      return []
    }
    defer { closedir(directory) }
    var entries: [Entry] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.utf8.first == UInt8(ascii: ".") { continue }
      let isYAML = name.hasSuffix(".yaml") || name.hasSuffix(".yml")
      // What the folder itself calls a plain file need not be asked unless it is looked for.
      if Int(entry.pointee.d_type) == Int(DT_REG), !isYAML { continue }
      var status = stat()
      guard fstatat(dirfd(directory), name, &status, 0) == 0 else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: entries.append(Entry(name: name, kind: .folder))
      case S_IFREG where isYAML: entries.append(Entry(name: name, kind: .file(status)))
      default: break
      }
    }
    return entries.sorted { $0.name.precedesInBytes($1.name) }
  }
}
