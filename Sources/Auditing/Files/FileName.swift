/// Parts of a path.
enum FileName {
  /// The file's name without folders and ending.
  static func stem(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return String(name) }
    return String(name[..<dot])
  }

  /// The path of the folder a file lies in, with its `/`; empty for a bare name.
  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  /// A path seen from a folder, without `.` and `..` where they can be resolved.
  static func resolved(_ path: String, from folder: String) -> String {
    if path.hasPrefix("/") { return normalized(path) }
    return normalized(folder + path)
  }

  /// The path without `.` steps, doubled `/` and `..` after a name.
  static func normalized(_ path: String) -> String {
    var steps: [Substring] = []
    for step in path.split(separator: "/") {
      if step == "." { continue }
      if step == "..", let last = steps.last, last != ".." {
        steps.removeLast()
      } else if step == "..", path.hasPrefix("/"), steps.isEmpty {
        continue
      } else {
        steps.append(step)
      }
    }
    let joined = steps.joined(separator: "/")
    return path.hasPrefix("/") ? "/" + joined : joined
  }
}
