import Synchronization

/// Who does what of work in sections: every core begins a section of its own while there is one, then helps with those
/// that are not done.
final class Turns: Sendable {
  /// An item to do.
  struct Turn: Equatable {
    /// The item's place.
    var place: Int
    /// The section it is of.
    fileprivate var section: Int
  }

  private let sections: [Range<Int>]
  private let begun = Atomic(0)
  private let taken: Mutex<[Int]>

  /// Work in sections, to be begun in this order.
  init(_ sections: [Range<Int>]) {
    self.sections = sections
    taken = Mutex(sections.map(\.lowerBound))
  }

  /// The first turn of a core; nil where nothing is left to do.
  func first() -> Turn? {
    let section = begun.wrappingAdd(1, ordering: .relaxed).oldValue
    return take(from: min(section, sections.count))
  }

  /// The next turn of the core that has done `turn`.
  func next(after turn: Turn) -> Turn? {
    if let place = take(in: turn.section) { return Turn(place: place, section: turn.section) }
    return first()
  }

  private func take(from first: Int) -> Turn? {
    if first < sections.count, let place = take(in: first) { return Turn(place: place, section: first) }
    for section in sections.indices {
      if let place = take(in: section) { return Turn(place: place, section: section) }
    }
    return nil
  }

  private func take(in section: Int) -> Int? {
    taken.withLock { taken in
      guard taken[section] < sections[section].upperBound else { return nil }
      defer { taken[section] += 1 }
      return taken[section]
    }
  }
}
