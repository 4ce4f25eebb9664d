import Diagnostics

extension Suggestion {
  /// Asks whether the nearest of the known names was meant, or lists the first twelve of them; nil where there are
  /// none.
  static func help(for name: String, among known: [String]) -> LocalizedText? {
    if let near = nearest(to: name, among: known) { return question(near) }
    guard !known.isEmpty else { return nil }
    let names = known.prefix(12).map { "`\($0)`" }.joined(separator: ", ") + (known.count > 12 ? ", …" : "")
    return LocalizedText(ko: "있는 것: \(names)", en: "there are: \(names)")
  }
}
