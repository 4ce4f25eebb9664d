import Schemes

/// Brings the ways to write a path to one.
enum PathText {
  /// `scheme.awards[A3].value` for `scheme.awards['A3'].value` and `scheme.awards.A3.value`; other text unchanged.
  static func comparable(_ path: String) -> String {
    guard let parsed = try? SchemePath(path) else { return path }
    var text = ""
    for located in parsed.steps {
      switch located.step {
      case .name(let name): text += "." + name
      case .key(let key): text += "." + key
      case .position(let position): text += ".#\(position + 1)"
      }
    }
    return text
  }
}
