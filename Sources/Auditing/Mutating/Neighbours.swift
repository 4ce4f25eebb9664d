import Expressions

/// What lies next to a value.
enum Neighbours {
  /// A number one step of its last digit up and down, with as many decimals; empty for more digits than 18.
  static func numbers(of text: String) -> [String] {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let decimals = parts.count == 2 ? parts[1].count : 0
    guard parts.count <= 2, text.count <= 18, let whole = Int(parts.joined()) else { return [] }
    return [whole + 1, whole - 1].map { number in
      var digits = String(number.magnitude)
      while digits.count <= decimals { digits = "0" + digits }
      if decimals > 0 { digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -decimals)) }
      return (number < 0 ? "-" : "") + digits
    }
  }

  /// A date, or a moment with its offset, one day later and earlier; nil for anything else.
  static func days(of text: String) -> [String]? {
    guard let day = Day(iso: String(text.prefix(10))), text.utf8.count == 10 || Instant(iso: text) != nil
    else {
      return nil
    }
    return [1, -1].map { day.adding(days: $0).iso + text.dropFirst(10) }
  }

  /// The next members of the choices that a text is a member of; the last is followed by the first.
  static func members(of text: String, in environment: TypeEnvironment, besides others: Set<String>)
    -> [String]
  {
    var next: [String] = []
    for choice in environment.choices {
      let names = choice.members.map(\.name)
      guard let place = names.firstIndex(of: text) else { continue }
      let following = names[(place + 1)...] + names[..<place]
      if let member = following.first(where: { !others.contains($0) }), !next.contains(member) {
        next.append(member)
      }
    }
    return next
  }
}
