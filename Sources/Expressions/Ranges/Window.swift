/// An instant of which perhaps only bounds are known; both bounds belong to it, nil is open.
package struct PartialInstant: Sendable, Hashable {
  /// The earliest it can be.
  package var low: Instant?
  /// The latest it can be.
  package var high: Instant?

  /// An instant between two bounds.
  package init(low: Instant?, high: Instant?) {
    self.low = low
    self.high = high
  }

  /// An instant that is known.
  package init(_ instant: Instant) {
    self.init(low: instant, high: instant)
  }

  /// An instant of which nothing is known.
  package static let unknown = PartialInstant(low: nil, high: nil)

  /// The instant, if it is known.
  package var exact: Instant? {
    low == high ? low : nil
  }
}

/// A stretch of time from an instant up to, but not including, another. It is empty if it ends before it
/// begins.
package struct Window: Sendable, Hashable {
  /// Its first instant.
  package var from: PartialInstant
  /// The first instant after it.
  package var to: PartialInstant

  /// A window between two ends.
  package init(from: PartialInstant, to: PartialInstant) {
    self.from = from
    self.to = to
  }

  /// A window whose ends are known.
  package init(from: Instant, to: Instant) {
    self.init(from: PartialInstant(from), to: PartialInstant(to))
  }
}

/// A length of time of which perhaps only bounds are known; both belong to it.
package struct PartialSpan: Sendable, Hashable {
  /// The least it can be.
  package var low: TimeSpan
  /// The most it can be; nil is open.
  package var high: TimeSpan?

  /// A length between two bounds.
  package init(low: TimeSpan, high: TimeSpan?) {
    self.low = low
    self.high = high
  }

  /// The length, if it is known.
  package var exact: TimeSpan? {
    low == high ? low : nil
  }
}
