/// Words with places for arguments: `{1}`, `{1:이/가}`, `{*}`.
struct PhraseForm {
  /// Whether words stand before and after an argument.
  enum Position {
    /// Before all words, between words, after all of them.
    case first, middle, last
  }

  private let form: String

  /// A form as `FunctionPhrase` writes it.
  init(_ form: String) {
    self.form = form
  }

  /// The words with their places filled: `argument` gets the place from 0, or nil for all arguments, the
  /// particle pair, and where it stands.
  func filled(_ argument: (Int?, (String, String)?, Position) -> Prose) -> Prose {
    var whole = Prose()
    var rest = form[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      whole.append(String(rest[..<open]))
      let inner = rest[rest.index(after: open)..<close].split(separator: ":", maxSplits: 1)
      let particles = inner.count > 1 ? inner[1].split(separator: "/", maxSplits: 1) : []
      let pair = particles.count == 2 ? (String(particles[0]), String(particles[1])) : nil
      let place = inner.first.flatMap { Int($0) }.map { $0 - 1 }
      rest = rest[rest.index(after: close)...]
      let position: Position = whole.pieces.isEmpty ? .first : rest.isEmpty ? .last : .middle
      whole.append(argument(place, pair, position))
    }
    whole.append(String(rest))
    return whole
  }
}
