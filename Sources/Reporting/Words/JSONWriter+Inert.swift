import Diagnostics
import Findings

extension JSONWriter {
  /// Writes a member whose text is shown to people by other programs: nothing in it can deceive once it is read back.
  mutating func shown(_ name: StaticString, _ text: String) {
    key(name)
    string(InertText.of(text))
  }

  /// Writes such a member only if there is a text.
  mutating func shown(_ name: StaticString, ifAny text: String?) {
    if let text, !text.isEmpty { shown(name, text) }
  }

  /// Writes a member that holds texts, only if there are any.
  mutating func shown(_ name: StaticString, ifAny texts: [String]) {
    guard !texts.isEmpty else { return }
    member(name, texts) { $0.string(InertText.of($1)) }
  }

  /// Writes a member that is a long array: runs of its elements are written on all cores and put together in order.
  mutating func long(
    _ name: StaticString, count: Int, _ write: @Sendable (Int, inout JSONWriter) -> Void
  ) {
    let length = 1000
    let runs = stride(from: 0, to: count, by: length).map { $0..<min(count, $0 + length) }
    let written = Parallel.map(runs) { run in
      var part = JSONWriter(capacity: 1 << 16)
      for index in run {
        part.line()
        write(index, &part)
      }
      return part.bytes
    }
    member(name, written) { $0.piece($1) }
  }
}
