import Glibc

/// Where the bundled policies are.
enum PolicyLocation {
  /// The policies installed beside the running binary, else those of the build tree it lies in.
  static func bundled() -> String? {
    guard let binary = runningBinary() else { return nil }
    let folder = parent(of: binary)
    let installed = parent(of: folder) + "/share/guideline-audit/policies"
    if isDirectory(installed) { return installed }
    var root = folder
    while root != "" {
      if isDirectory(root + "/policies/vocabulary"), isFile(root + "/Package.swift") {
        return root + "/policies"
      }
      root = parent(of: root)
    }
    return nil
  }

  private static func runningBinary() -> String? {
    guard let path = realpath("/proc/self/exe", nil) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }

  private static func parent(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  private static func isDirectory(_ path: String) -> Bool { kind(of: path) == S_IFDIR }

  private static func isFile(_ path: String) -> Bool { kind(of: path) == S_IFREG }

  private static func kind(of path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }
}
