import Diagnostics
import Expressions
import Findings
import Policies

/// The days of which one picks a version: one, or those that bounds or readings leave.
struct PossibleDays {
  /// Stretches of days that follow no order; an end that is nil is open.
  private let stretches: [Period]

  /// The one day.
  init(_ day: Day) { stretches = [Period(from: day, to: day)] }

  /// The days that a date can be, as far as they lie in a period; all that it can be where none of them does.
  init(_ date: Value, within period: Period) {
    let all = Self.stretches(of: date)
    let inside = all.map(period.intersection).filter { stretch in
      if let from = stretch.from, let to = stretch.to { from <= to } else { true }
    }
    stretches = inside.isEmpty ? all : inside
  }

  private static func stretches(of date: Value) -> [Period] {
    switch date {
    case .date(let day): return [Period(from: day, to: day)]
    case .either(let readings): return readings.flatMap(stretches)
    case .range(let range): return [Period(from: day(range.low), to: day(range.high))]
    case .bool, .number, .string, .timestamp, .duration, .list, .record, .interval, .unknown, .error, .null,
      .map:
      return [.always]
    }
  }

  private static func day(_ value: Value?) -> Day? {
    if case .date(let day)? = value { day } else { nil }
  }

  /// The one day; nil where there may be several.
  private var only: Day? {
    guard let first = stretches.first, let day = first.from, stretches.allSatisfy({ $0 == first }),
      first.to == day
    else { return nil }
    return day
  }

  /// The places of the versions that hold on one of the days. A day before the first version, or on which none
  /// holds, goes by the first.
  func places<T>(in history: Dated<T>) -> [Int] {
    if let only { return history.versions.isEmpty ? [] : [history.index(on: only) ?? 0] }
    let places = history.versions.indices.filter { place in
      let version = Period(from: history.versions[place].from, to: history.lastDay(of: place))
      return stretches.contains { stretch in
        let both = version.intersection(stretch)
        guard let from = both.from, let to = both.to else { return true }
        return from <= to
      }
    }
    return places.isEmpty ? Array(history.versions.indices.prefix(1)) : places
  }
}

extension Dated {
  /// Versions with their days, where those that follow one another and say the same are one.
  func possible(
    _ places: [Int], id: (Element) -> String? = { _ in nil }, _ text: (Element) -> LocalizedText
  ) -> [PossibleVersion] {
    var possible: [PossibleVersion] = []
    var before: Int?
    for place in places {
      defer { before = place }
      let version = versions[place]
      let (words, body, to) = (text(version.value), id(version.value), lastDay(of: place)?.iso)
      if let last = possible.indices.last, before == place - 1, possible[last].text == words,
        possible[last].id == body
      {
        possible[last].to = to
      } else {
        possible.append(PossibleVersion(text: words, from: version.from?.iso, to: to, id: body))
      }
    }
    return possible
  }
}
