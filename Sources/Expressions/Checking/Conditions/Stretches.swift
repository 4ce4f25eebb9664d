/// A set of places on an axis: numbers, days or moments, as the stretches between places where membership changes.
struct Stretches: Equatable {
  /// A place where membership changes: just before it, or just after.
  struct Cut: Hashable, Comparable {
    /// The place.
    var place: Rational
    /// Whether the place itself still belongs to what lies before the cut.
    var isAfter: Bool

    /// Orders along the axis.
    static func < (a: Cut, b: Cut) -> Bool {
      a.place == b.place ? !a.isAfter && b.isAfter : a.place < b.place
    }
  }

  /// Whether the far left belongs to the set.
  private(set) var beginsInside: Bool
  /// In their order; membership changes at each.
  private(set) var cuts: [Cut]

  private init(beginsInside: Bool, cuts: [Cut]) {
    self.beginsInside = beginsInside
    self.cuts = cuts
  }

  /// Every place.
  static let all = Stretches(beginsInside: true, cuts: [])

  /// The places for which a comparison with one place holds; days have nothing between them.
  init(_ order: Term.Order, _ place: Rational, ofDays: Bool) {
    switch order {
    case .less: self.init(beginsInside: true, cuts: [Cut(place: place, isAfter: false)])
    case .greaterOrEqual: self.init(beginsInside: false, cuts: [Cut(place: place, isAfter: false)])
    case .lessOrEqual: self.init(beginsInside: true, cuts: [Self.after(place, ofDays: ofDays)])
    case .greater: self.init(beginsInside: false, cuts: [Self.after(place, ofDays: ofDays)])
    }
  }

  /// The one place.
  init(at place: Rational, ofDays: Bool) {
    self.init(
      beginsInside: false, cuts: [Cut(place: place, isAfter: false), Self.after(place, ofDays: ofDays)])
  }

  /// Just after a day is just before the next one.
  private static func after(_ place: Rational, ofDays: Bool) -> Cut {
    if ofDays, let next = try? place.adding(.one) { return Cut(place: next, isAfter: false) }
    return Cut(place: place, isAfter: true)
  }

  /// Whether no place belongs to it.
  var isEmpty: Bool { !beginsInside && cuts.isEmpty }
  /// Whether every place belongs to it.
  var isWhole: Bool { beginsInside && cuts.isEmpty }

  /// The places that do not belong to it.
  var complement: Stretches { Stretches(beginsInside: !beginsInside, cuts: cuts) }

  /// The places of both.
  func intersection(_ other: Stretches) -> Stretches { combined(with: other) { $0 && $1 } }
  /// The places of either.
  func union(_ other: Stretches) -> Stretches { combined(with: other) { $0 || $1 } }

  private func combined(with other: Stretches, _ rule: (Bool, Bool) -> Bool) -> Stretches {
    var (a, b) = (beginsInside, other.beginsInside)
    var (i, j) = (0, 0)
    var result = Stretches(beginsInside: rule(a, b), cuts: [])
    var inside = result.beginsInside
    while i < cuts.count || j < other.cuts.count {
      let isMine = j == other.cuts.count || i < cuts.count && cuts[i] <= other.cuts[j]
      let isTheirs = i == cuts.count || j < other.cuts.count && other.cuts[j] <= cuts[i]
      let cut = isMine ? cuts[i] : other.cuts[j]
      if isMine {
        a.toggle()
        i += 1
      }
      if isTheirs {
        b.toggle()
        j += 1
      }
      guard rule(a, b) != inside else { continue }
      inside.toggle()
      result.cuts.append(cut)
    }
    return result
  }
}
