import Synchronization

/// What has been written of each of many things, on whatever core it was asked for first.
final class WrittenOnce<Text: Sendable>: Sendable {
  private let count: Int
  /// Empty until something is written.
  private let known = Mutex<[Text?]>([])

  /// Nothing is written yet of so many things.
  init(count: Int) {
    self.count = count
  }

  /// What is written of the thing at a place; `write` writes it where nobody has. Where two cores write it at once,
  /// both get what came first.
  func value(at place: Int, _ write: () -> Text) -> Text {
    if let known = known.withLock({ $0.isEmpty ? nil : $0[place] }) { return known }
    let new = write()
    return known.withLock { known in
      if known.isEmpty { known = Array(repeating: nil, count: count) }
      if let first = known[place] { return first }
      known[place] = new
      return new
    }
  }
}
