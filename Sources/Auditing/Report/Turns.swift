import Synchronization

/// Who does what of work in sections: every core begins a section of its own while there is one, then helps with those
/// that are not done. No core ever waits for another one to learn its turn.
final class Turns: Sendable {
  /// An item to do.
  struct Turn: Equatable {
    /// The item's place.
    var place: Int
    /// The section it is of.
    fileprivate var section: Int
  }

  /// Some neighbouring items and how far they are taken.
  private final class Section: Sendable {
    let end: Int
    let next: Atomic<Int>

    init(_ items: Range<Int>) {
      end = items.upperBound
      next = Atomic(items.lowerBound)
    }

    /// The next item; nil where all are taken.
    func take() -> Int? {
      // Only looking leaves the count to the cores that work here.
      guard next.load(ordering: .relaxed) < end else { return nil }
      let place = next.wrappingAdd(1, ordering: .relaxed).oldValue
      return place < end ? place : nil
    }
  }

  private let sections: [Section]
  private let begun = Atomic(0)
  private let left: Atomic<Int>

  /// Work in sections, to be begun in this order.
  init(_ sections: [Range<Int>]) {
    self.sections = sections.map { Section($0) }
    left = Atomic(sections.reduce(0) { $0 + $1.count })
  }

  /// The first turn of a core; nil where nothing is left to do.
  func first() -> Turn? {
    guard left.load(ordering: .relaxed) > 0 else { return nil }
    let section = begun.wrappingAdd(1, ordering: .relaxed).oldValue
    return take(from: min(section, sections.count))
  }

  /// The next turn of the core that has done `turn`.
  func next(after turn: Turn) -> Turn? {
    take(in: turn.section) ?? first()
  }

  private func take(from first: Int) -> Turn? {
    if first < sections.count, let turn = take(in: first) { return turn }
    for section in sections.indices {
      if let turn = take(in: section) { return turn }
    }
    return nil
  }

  private func take(in section: Int) -> Turn? {
    guard let place = sections[section].take() else { return nil }
    left.wrappingSubtract(1, ordering: .relaxed)
    return Turn(place: place, section: section)
  }
}
