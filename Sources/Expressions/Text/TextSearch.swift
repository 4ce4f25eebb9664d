/// Searches for one text within others by scalars, in time linear in their lengths.
struct TextSearch {
  /// What is searched for.
  private let part: [Unicode.Scalar]
  /// For each place of the part, how much of its beginning ends there.
  private var fallback: [Int]

  /// A search for a part, which may be empty.
  init(_ part: [Unicode.Scalar]) {
    self.part = part
    fallback = part.isEmpty ? [] : [0]
    var length = 0
    for scalar in part.dropFirst() {
      while length > 0, scalar != part[length] { length = fallback[length - 1] }
      if scalar == part[length] { length += 1 }
      fallback.append(length)
    }
  }

  /// The first place from `start` on at which the part begins; nil if there is none. An empty part is everywhere.
  func first(in text: [Unicode.Scalar], from start: Int) -> Int? {
    guard start <= text.count else { return nil }
    guard !part.isEmpty else { return start }
    var matched = 0
    for position in start..<text.count {
      let scalar = text[position]
      while matched > 0, scalar != part[matched] { matched = fallback[matched - 1] }
      if scalar == part[matched] { matched += 1 }
      if matched == part.count { return position + 1 - matched }
    }
    return nil
  }

  /// The last place up to and with `end` at which the part begins; nil if there is none.
  func last(in text: [Unicode.Scalar], upTo end: Int) -> Int? {
    let (reversed, mirrored) = (Array(text.reversed()), TextSearch(part.reversed()))
    let start = max(0, text.count - part.count - end)
    return mirrored.first(in: reversed, from: start).map { text.count - part.count - $0 }
  }

  /// Where the part begins, from left to right and without overlaps, at most `limit` times. An empty part stands
  /// before every scalar and after the last.
  func all(in text: [Unicode.Scalar], limit: Int) -> [Int] {
    guard !part.isEmpty else { return Array((0...text.count).prefix(max(0, limit))) }
    var places: [Int] = []
    var start = 0
    while places.count < limit, let place = first(in: text, from: start) {
      places.append(place)
      start = place + part.count
    }
    return places
  }
}
