import Auditing
import Glibc

/// Where the bundled policies are, and what was made of policies ahead.
enum PolicyLocation {
  /// The policies installed beside the running binary, else those of the build tree it lies in.
  static func bundled() -> String? {
    guard let folder = binaryFolder else { return nil }
    let installed = shared(folder) + "/policies"
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

  /// The file in which `audit policy compile` keeps checked policies: beside the installed policies, else beside the
  /// running binary. It is used only if nobody can have written it who could not have written the program.
  static func pack() -> String? {
    guard let folder = binaryFolder else { return nil }
    return (isDirectory(shared(folder)) ? shared(folder) : folder) + "/policies.pack"
  }

  /// What was made of policies ahead by this very program; nil where there is nothing.
  static func openPack() -> PolicyPack? { pack().flatMap { try? PolicyPack(at: $0) } }

  private static func shared(_ folder: String) -> String {
    parent(of: folder) + "/share/guideline-audit"
  }

  private static let binaryFolder = runningBinary().map { parent(of: $0) }

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
