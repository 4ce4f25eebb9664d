import Diagnostics
import Expressions

extension Value {
  /// Where an ordered value lies on its axis: a number itself, a day's number, an instant's nanoseconds.
  var axisPlace: Rational? {
    switch self {
    case .number(let number): number
    case .date(let day): Rational(Int(day.number))
    case .timestamp(let instant): Rational(instant.nanoseconds)
    case .duration(let span): Rational(span.nanoseconds)
    case .bool, .string, .list, .record, .interval, .range, .either, .unknown, .error, .null, .map: nil
    }
  }

  /// The text of a value that only equals or differs.
  var word: String? {
    switch self {
    case .string(let text): text
    case .bool(let value): value ? "true" : "false"
    case .number, .date, .timestamp, .duration, .list, .record, .interval, .range, .either, .unknown, .error,
      .null, .map:
      nil
    }
  }
}

/// The values that one input cell accepts, as points and stretches of an axis or as words.
enum CellSet {
  case any
  case words(Set<String>)
  case points([Rational])
  case interval(Interval)

  /// A stretch of an axis; nil is open.
  struct Interval {
    var low: (place: Rational, isIncluded: Bool)?
    var high: (place: Rational, isIncluded: Bool)?

    func contains(_ place: Rational) -> Bool {
      (low.map { $0.place < place || ($0.isIncluded && $0.place == place) } ?? true)
        && (high.map { place < $0.place || ($0.isIncluded && $0.place == place) } ?? true)
    }
  }

  /// What a cell accepts.
  init(_ condition: DecisionTable.Condition) {
    switch condition {
    case .any: self = .any
    case .oneOf(let values):
      let places = values.compactMap(\.axisPlace)
      self = places.count == values.count ? .points(places) : .words(Set(values.compactMap(\.word)))
    case .between(let low, let high):
      self = .interval(
        Interval(
          low: low.flatMap { limit in limit.value.axisPlace.map { ($0, limit.isIncluded) } },
          high: high.flatMap { limit in limit.value.axisPlace.map { ($0, limit.isIncluded) } }))
    }
  }

  /// Whether the cell accepts an input.
  func contains(_ sample: TableSample) -> Bool {
    switch (self, sample) {
    case (.any, _), (_, .anything): true
    case (.words(let words), .word(let word)): words.contains(word)
    case (.points(let places), .place(let place)): places.contains(place)
    case (.interval(let interval), .place(let place)): interval.contains(place)
    case (.words, .place), (.points, .word), (.interval, .word): false
    }
  }

  /// A value that both accept; nil if there is none.
  func common(with other: CellSet, axis: TableAxis) -> TableSample? {
    switch (self, other) {
    case (.any, .any): .anything
    case (.any, let set), (let set, .any): set.sample(axis)
    case (.words(let a), .words(let b)): a.intersection(b).min().map { .word($0) }
    case (.points(let places), let set), (let set, .points(let places)):
      places.first { set.contains(.place($0)) }.map { .place($0) }
    case (.interval(let a), .interval(let b)): CellSet.common(a, b, axis: axis)
    case (.words, .interval), (.interval, .words): nil
    }
  }

  private static func common(_ a: Interval, _ b: Interval, axis: TableAxis) -> TableSample? {
    let lows = [a.low, b.low].compactMap { $0 }
    let highs = [a.high, b.high].compactMap { $0 }
    // The tighter end: the larger low or smaller high, and of equal ones the one that leaves the end out.
    let low = lows.max { $0.place == $1.place ? $0.isIncluded && !$1.isIncluded : $0.place < $1.place }
    let high = highs.min { $0.place == $1.place ? !$0.isIncluded && $1.isIncluded : $0.place < $1.place }
    let both = Interval(low: low, high: high)
    return axis.place(in: both).map { .place($0) }
  }

  /// Any value that is accepted.
  private func sample(_ axis: TableAxis) -> TableSample? {
    switch self {
    case .any: .anything
    case .words(let words): words.min().map { .word($0) }
    case .points(let places): places.first.map { .place($0) }
    case .interval(let interval): axis.place(in: interval).map { .place($0) }
    }
  }
}

/// One input of an example.
enum TableSample {
  case anything
  case word(String)
  case place(Rational)
}

/// What the values of an input column are like.
struct TableAxis {
  /// The column's type.
  var type: ValueType

  /// Only whole places exist.
  var isDiscrete: Bool { type == .date }

  /// A place inside a stretch; nil if there is none.
  func place(in interval: CellSet.Interval) -> Rational? {
    let candidates: [Rational?]
    switch (interval.low, interval.high) {
    case (nil, nil): candidates = [.zero]
    case (let low?, nil): candidates = [low.place, try? low.place.adding(.one)]
    case (nil, let high?): candidates = [high.place, try? high.place.subtracting(.one)]
    case (let low?, let high?):
      candidates = [low.place, high.place, try? low.place.adding(.one), middle(low.place, high.place)]
    }
    return candidates.compactMap { $0 }.first { interval.contains($0) && (!isDiscrete || $0.isWhole) }
  }

  private func middle(_ a: Rational, _ b: Rational) -> Rational? {
    (try? a.adding(b)).flatMap { try? $0.divided(by: Rational(2)) }
  }

  /// An example's input as the author would write it.
  func text(_ sample: TableSample) -> String {
    switch sample {
    case .anything: "-"
    case .word(let word): word
    case .place(let place):
      switch type {
      case .date: place.int.flatMap { Int32(exactly: $0) }.map { Day(number: $0).iso } ?? "?"
      case .timestamp: place.nanoseconds.flatMap { Instant(nanoseconds: $0) }?.text ?? "?"
      case .duration: place.nanoseconds.map { TimeSpan(nanoseconds: $0).text } ?? "?"
      case .bool, .number, .string, .choice, .list, .record, .reference, .group, .pair, .interval, .dyn,
        .null, .map:
        place.decimalText.text
      }
    }
  }
}

extension Rational {
  /// The number as nanoseconds, where it is whole and small enough.
  fileprivate var nanoseconds: Int128? { int.map { Int128($0) } }
}
