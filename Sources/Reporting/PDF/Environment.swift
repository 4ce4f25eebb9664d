import Glibc

/// What the surroundings of the program say.
enum Environment {
  /// The value of a variable; nil where it is not set or empty.
  static func variable(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// Where programs are looked for.
  static var searchPath: String { variable("PATH") ?? "/usr/local/bin:/usr/bin:/bin" }
}
