import Expressions

extension NaiveEvaluator {
  static let textFunctions: [String: NaiveFunction] = [
    "contains": test { text, part in !places(of: part, in: text).isEmpty },
    "startsWith": test { text, part in places(of: part, in: text).first == 0 },
    "endsWith": test { text, part in places(of: part, in: text).contains(text.count - part.count) },
    "matches": NaiveFunction { _, arguments in
      guard case .text(let text) = arguments[0], case .text(let pattern) = arguments[1] else {
        return .failed(.mistyped)
      }
      guard let regex = try? Regex(pattern) else { return .failed(.argument) }
      return .bool(text.firstMatch(of: regex.matchingSemantics(.unicodeScalar)) != nil)
    },
    "string": NaiveFunction { _, arguments in
      switch arguments[0] {
      case .text: arguments[0]
      case .number(let value): .text((value.decimalText.isExact ? "" : "≈") + value.decimalText.text)
      case .bool(let value): .text(value ? "true" : "false")
      case .day(let value): .text(value.iso)
      case .moment(let value): .text(value.text)
      case .span(let value): .text(value.text)
      default: .failed(.mistyped)
      }
    },
    "charAt": NaiveFunction { _, arguments in
      guard let text = scalars(arguments[0]), let place = arguments[1].asNumber else {
        return .failed(.mistyped)
      }
      guard let place = place.int, text.indices.contains(place) || place == text.count else {
        return .failed(.place)
      }
      return .text(String(place < text.count ? [text[place]] : []))
    },
    "indexOf": search { places, from, _ in places.first { $0 >= from ?? 0 } },
    "lastIndexOf": search { places, from, length in places.last { $0 <= from ?? length } },
    "lowerAscii": changed { $0.map { ("A"..."Z").contains($0) ? Unicode.Scalar(UInt8($0.value) + 32) : $0 } },
    "upperAscii": changed { $0.map { ("a"..."z").contains($0) ? Unicode.Scalar(UInt8($0.value) - 32) : $0 } },
    "trim": changed { text in
      let start = text.firstIndex { !$0.properties.isWhitespace } ?? text.count
      let end = text.lastIndex { !$0.properties.isWhitespace } ?? -1
      return start <= end ? Array(text[start...end]) : []
    },
    "reverse": changed { $0.reversed() },
    "substring": NaiveFunction { _, arguments in
      guard let text = scalars(arguments[0]), let start = arguments[1].asNumber else {
        return .failed(.mistyped)
      }
      let end = arguments.count > 2 ? arguments[2].asNumber : Rational(text.count)
      guard let start = start.int, let end = end?.int, 0 <= start, start <= end, end <= text.count else {
        return .failed(.place)
      }
      return .text(String(Array(text[start..<end])))
    },
    "replace": NaiveFunction { _, arguments in
      guard let text = scalars(arguments[0]), let old = scalars(arguments[1]), let new = scalars(arguments[2])
      else { return .failed(.mistyped) }
      guard let limit = limit(arguments, 3) else { return .failed(.mistyped) }
      return .text(replaced(text, old, new, limit))
    },
    "split": NaiveFunction { _, arguments in
      guard let text = scalars(arguments[0]), let separator = scalars(arguments[1]) else {
        return .failed(.mistyped)
      }
      guard let limit = limit(arguments, 2) else { return .failed(.mistyped) }
      return .list(NaiveList(values: split(text, separator, limit).map { .text(String($0)) }))
    },
  ]

  private static func scalars(_ value: NaiveValue) -> [Unicode.Scalar]? {
    if case .text(let text) = value { Array(text.unicodeScalars) } else { nil }
  }

  /// Where a text occurs in another, counted in scalars; overlapping places too.
  private static func places(of part: [Unicode.Scalar], in text: [Unicode.Scalar]) -> [Int] {
    guard part.count <= text.count else { return [] }
    return (0...(text.count - part.count)).filter { Array(text[$0..<($0 + part.count)]) == part }
  }

  private static func test(
    _ body: @escaping @Sendable ([Unicode.Scalar], [Unicode.Scalar]) -> Bool
  ) -> NaiveFunction {
    NaiveFunction { _, arguments in
      guard let text = scalars(arguments[0]), let part = scalars(arguments[1]) else {
        return .failed(.mistyped)
      }
      return .bool(body(text, part))
    }
  }

  private static func changed(
    _ body: @escaping @Sendable ([Unicode.Scalar]) -> [Unicode.Scalar]
  ) -> NaiveFunction {
    NaiveFunction { _, arguments in
      scalars(arguments[0]).map { .text(String(body($0))) } ?? .failed(.mistyped)
    }
  }

  /// The place of a text in another, or -1; from a place on if one is given.
  private static func search(
    _ body: @escaping @Sendable (_ places: [Int], _ from: Int?, _ length: Int) -> Int?
  ) -> NaiveFunction {
    NaiveFunction { _, arguments in
      guard let text = scalars(arguments[0]), let part = scalars(arguments[1]) else {
        return .failed(.mistyped)
      }
      var from: Int?
      if arguments.count > 2 {
        guard let place = arguments[2].asNumber?.int, (0...text.count).contains(place) else {
          return .failed(.place)
        }
        from = place
      }
      return .number(Rational(body(places(of: part, in: text), from, text.count) ?? -1))
    }
  }

  /// How many parts or replacements are asked for; a negative number for all.
  private static func limit(_ arguments: [NaiveValue], _ place: Int) -> Int? {
    guard arguments.count > place else { return -1 }
    return arguments[place].asNumber?.int
  }

  private static func replaced(
    _ text: [Unicode.Scalar], _ old: [Unicode.Scalar], _ new: [Unicode.Scalar], _ limit: Int
  ) -> String {
    var result: [Unicode.Scalar] = []
    var left = limit
    var place = 0
    while place <= text.count {
      let isHere =
        left != 0 && place + old.count <= text.count && Array(text[place..<(place + old.count)]) == old
      if isHere {
        result += new
        left -= 1
      }
      if isHere, !old.isEmpty {
        place += old.count
      } else {
        if place < text.count { result.append(text[place]) }
        place += 1
      }
    }
    return String(result)
  }

  private static func split(
    _ text: [Unicode.Scalar], _ separator: [Unicode.Scalar], _ limit: Int
  ) -> [[Unicode.Scalar]] {
    if limit == 0 { return [] }
    if separator.isEmpty {
      var parts = text.map { [$0] }
      if limit > 0, parts.count > limit { parts[(limit - 1)...] = [Array(text[(limit - 1)...])] }
      return parts
    }
    var parts: [[Unicode.Scalar]] = []
    var current: [Unicode.Scalar] = []
    var place = 0
    while place < text.count {
      let end = place + separator.count
      if limit < 0 || parts.count + 1 < limit, end <= text.count, Array(text[place..<end]) == separator {
        parts.append(current)
        current = []
        place = end
      } else {
        current.append(text[place])
        place += 1
      }
    }
    return parts + [current]
  }
}

extension String {
  fileprivate init(_ scalars: [Unicode.Scalar]) {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }
}
