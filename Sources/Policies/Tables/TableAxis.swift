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

/// The values of one input column, cut into the regions that its cells tell apart.
///
/// Words make one region each, and all other words one more where there are any. Places p₀ < p₁ < … make the regions below p₀, p₀ itself, between p₀ and p₁, p₁ itself …
/// above the last. A column of `-` only is one region.
struct TableAxis {
  /// The column's type.
  let type: ValueType
  /// Single values and ends of ranges, in order; empty where the column holds words or nothing.
  let places: [Rational]
  /// The words that are told apart; empty where the column holds places or nothing.
  let words: [String]
  /// How many regions there are.
  let count: Int
  /// Where each word stands among the words.
  private let wordPlaces: [String: Int]
  /// How many regions before each one (and before the end) hold inputs that a table is expected to answer.
  private let expected: [Int]

  /// The regions of a column with these cells.
  init(_ cells: [DecisionTable.Condition], type: ValueType, environment: TypeEnvironment) {
    var words: Set<String> = []
    var places: Set<Rational> = []
    var hasRanges = false
    for cell in cells {
      switch cell {
      case .any: break
      case .oneOf(let values):
        words.formUnion(values.compactMap(\.word))
        places.formUnion(values.compactMap(\.axisPlace))
      case .between(let low, let high):
        hasRanges = true
        places.formUnion([low, high].compactMap { $0?.value.axisPlace })
      }
    }
    self.type = type
    self.words = words.isEmpty ? [] : Self.domain(of: type, mentioned: words, environment)
    wordPlaces = Dictionary(
      self.words.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    self.places = places.sorted()
    let isClosed = Self.isClosed(type, environment)
    count = words.isEmpty ? 2 * places.count + 1 : self.words.count + (isClosed ? 0 : 1)
    var expected = [0]
    for region in 0..<count {
      let isExpected =
        places.isEmpty
        ? words.isEmpty || region < self.words.count
        : Self.isExpected(region, self.places, type: type, hasRanges: hasRanges)
      expected.append((expected.last ?? 0) + (isExpected ? 1 : 0))
    }
    self.expected = expected
  }

  /// All members of a closed choice, both truth values; for texts and open choices what the cells name.
  private static func domain(
    of type: ValueType, mentioned: Set<String>, _ environment: TypeEnvironment
  ) -> [String] {
    switch type {
    case .bool: return ["true", "false"]
    case .choice(let index) where isClosed(type, environment):
      return environment.choices[index].members.map(\.name)
    case .choice, .number, .string, .date, .timestamp, .duration, .list, .record, .reference, .group, .pair,
      .interval, .dyn, .null, .map:
      return mentioned.sorted()
    }
  }

  /// Whether all words that there can be are known.
  private static func isClosed(_ type: ValueType, _ environment: TypeEnvironment) -> Bool {
    switch type {
    case .bool: true
    case .choice(let index):
      environment.choices.indices.contains(index) && !environment.choices[index].isOpen
    case .number, .string, .date, .timestamp, .duration, .list, .record, .reference, .group, .pair, .interval,
      .dyn, .null, .map:
      false
    }
  }

  /// Whether a table is expected to answer inputs of a region of places.
  ///
  /// A column of single values is an enumeration. Amounts, lengths of time and shares are not negative and shares are
  /// no more than the whole unless the table says so.
  private static func isExpected(
    _ region: Int, _ places: [Rational], type: ValueType, hasRanges: Bool
  ) -> Bool {
    guard !isEmpty(region, places, type) else { return false }
    guard hasRanges else { return region % 2 == 1 }
    guard region == 0 || region == 2 * places.count, let lowest = places.first, let highest = places.last
    else { return true }
    switch type {
    case .number(let unit):
      return region == 0 ? lowest.sign != 0 : !(unit == "percent" && highest == wholeShare)
    case .duration: return region != 0 || lowest.sign != 0
    case .bool, .string, .choice, .date, .timestamp, .list, .record, .reference, .group, .pair, .interval,
      .dyn, .null, .map:
      return true
    }
  }

  private static let wholeShare = Rational(100)

  // ── regions ────────────────────────────────────────────────────────────────

  /// How many regions of a run hold inputs that the table is expected to answer.
  func expectedRegions(in run: ClosedRange<Int>) -> Int {
    expected[run.upperBound + 1] - expected[run.lowerBound]
  }

  /// The runs of regions that a cell accepts, in order and apart; none if no value can meet it.
  func regions(of cell: DecisionTable.Condition) -> [ClosedRange<Int>] {
    switch cell {
    case .any: return [0...(count - 1)]
    case .oneOf(let values):
      let found = values.compactMap { value in
        value.word.flatMap { wordPlaces[$0] } ?? value.axisPlace.map { 2 * index(of: $0) + 1 }
      }
      return Self.runs(of: found)
    case .between(let low, let high):
      var first = 0
      var last = count - 1
      if let low, let place = low.value.axisPlace { first = 2 * index(of: place) + (low.isIncluded ? 1 : 2) }
      if let high, let place = high.value.axisPlace {
        last = 2 * index(of: place) + (high.isIncluded ? 1 : 0)
      }
      if first <= last, Self.isEmpty(first, places, type) { first += 1 }
      if first <= last, Self.isEmpty(last, places, type) { last -= 1 }
      return first <= last ? [first...last] : []
    }
  }

  private static func runs(of regions: [Int]) -> [ClosedRange<Int>] {
    var runs: [ClosedRange<Int>] = []
    for region in regions.sorted() {
      if let last = runs.last, region <= last.upperBound + 1 {
        runs[runs.count - 1] = last.lowerBound...max(last.upperBound, region)
      } else {
        runs.append(region...region)
      }
    }
    return runs
  }

  /// Where a place stands among the places; it is one of them.
  private func index(of place: Rational) -> Int {
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < place { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether no value lies in a region: days, instants and lengths of time are whole and have a first and a last.
  private static func isEmpty(_ region: Int, _ places: [Rational], _ type: ValueType) -> Bool {
    guard region % 2 == 0, !places.isEmpty, let limits = limits(of: type) else { return false }
    if region == 0 { return places[0] <= limits.lowerBound }
    if region == 2 * places.count { return places[places.count - 1] >= limits.upperBound }
    guard let gap = try? places[region / 2].subtracting(places[region / 2 - 1]) else { return false }
    return gap <= .one
  }

  /// First and last place of a type whose places are whole; nil for numbers.
  private static func limits(of type: ValueType) -> ClosedRange<Rational>? {
    switch type {
    case .date: Rational(Int(Day.first.number))...Rational(Int(Day.last.number))
    case .timestamp: Rational(Instant.first.nanoseconds)...Rational(Instant.last.nanoseconds)
    case .duration: Rational(Int128.min)...Rational(Int128.max)
    case .bool, .number, .string, .choice, .list, .record, .reference, .group, .pair, .interval, .dyn, .null,
      .map:
      nil
    }
  }

  // ── examples ───────────────────────────────────────────────────────────────

  /// A value of a run of regions as the author would write it; `-` where every value will do.
  func example(in run: ClosedRange<Int>) -> String {
    if run == 0...(count - 1) { return "-" }
    if !words.isEmpty { return words[run.lowerBound] }
    let (low, high) = (run.lowerBound, run.upperBound)
    return text(
      of: place(
        from: low == 0 ? nil : places[(low - 1) / 2], includingFrom: low % 2 == 1,
        to: high == count - 1 ? nil : places[high / 2], includingTo: high % 2 == 1))
  }

  /// A value of one region that the table is expected to answer.
  func example(ofRegion region: Int) -> String {
    guard words.isEmpty, let lowest = places.first, let highest = places.last else {
      return words.isEmpty ? "-" : words[region]
    }
    switch type {
    case .number, .duration:
      if region == 0, lowest.sign > 0 { return text(of: .zero) }
      if region == 2 * places.count, type == .number(unit: "percent"), highest < Self.wholeShare,
        let next = try? highest.adding(.one)
      {
        return text(of: min(next, Self.wholeShare))
      }
    case .bool, .string, .choice, .date, .timestamp, .list, .record, .reference, .group, .pair, .interval,
      .dyn, .null, .map:
      break
    }
    return example(in: region...region)
  }

  /// A place between two ends, one of which is closed; the simplest of a few that come to mind.
  private func place(
    from low: Rational?, includingFrom: Bool, to high: Rational?, includingTo: Bool
  ) -> Rational {
    if let low, includingFrom { return low }
    if let high, includingTo { return high }
    guard let low else { return high.flatMap { try? $0.subtracting(.one) } ?? .zero }
    let next = (try? low.adding(.one)) ?? low
    guard let high, next >= high else { return next }
    let middle = (try? low.adding(high)).flatMap { try? $0.divided(by: Rational(2)) } ?? low
    return middle
  }

  private func text(of place: Rational) -> String {
    switch type {
    case .date: place.int.flatMap { Int32(exactly: $0) }.map { Day(number: $0).iso } ?? "?"
    case .timestamp: nanoseconds(place).flatMap { Instant(nanoseconds: $0) }?.text ?? "?"
    case .duration: nanoseconds(place).map { TimeSpan(nanoseconds: $0).text } ?? "?"
    case .bool, .number, .string, .choice, .list, .record, .reference, .group, .pair, .interval, .dyn,
      .null, .map:
      number(place)
    }
  }

  /// A number with all its decimals: those of the author's own numbers end, and so do those halfway between two.
  private func number(_ place: Rational) -> String {
    let (text, isExact) = place.decimalText
    guard !isExact else { return text }
    let decimals = places.map { $0.fractionText.utf8.count }.max() ?? 0
    var exact = place.text(withDecimals: decimals + 2)
    while exact.hasSuffix("0") { exact.removeLast() }
    return exact
  }

  private func nanoseconds(_ place: Rational) -> Int128? { Int128(place.fractionText) }
}
