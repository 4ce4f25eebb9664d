import Synchronization

/// What has been written of each of many things, on whatever core it was asked for first.
final class WrittenOnce<Text: Sendable>: Sendable {
  /// Some of the things, so that cores that ask for different ones seldom wait for each other.
  private final class Shelf: Sendable {
    /// Empty until something is written.
    let known = Mutex<[Text?]>([])
  }

  private static var shelfCount: Int { 32 }
  private let shelves: [Shelf]
  private let count: Int

  /// Nothing is written yet of so many things.
  init(count: Int) {
    self.count = count / Self.shelfCount + 1
    shelves = (0..<Self.shelfCount).map { _ in Shelf() }
  }

  /// What is written of the thing at a place; `write` writes it where nobody has. Where two cores write it at once,
  /// both get what came first.
  func value(at place: Int, _ write: () -> Text) -> Text {
    let shelf = shelves[place % Self.shelfCount]
    let place = place / Self.shelfCount
    if let known = shelf.known.withLock({ $0.isEmpty ? nil : $0[place] }) { return known }
    let new = write()
    return shelf.known.withLock { known in
      if known.isEmpty { known = Array(repeating: nil, count: count) }
      if let first = known[place] { return first }
      known[place] = new
      return new
    }
  }
}
