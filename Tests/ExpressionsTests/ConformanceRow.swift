import Expressions

/// One row of a conformance file: an expression, what its names stand for, and what it must give.
struct ConformanceRow: Decodable {
  struct Declaration: Decodable {
    var name: String
    var type: String
  }

  struct Expectation: Decodable {
    var value: TaggedValue?
    /// Any error satisfies it.
    var error: String?
  }

  var id: String
  var expr: String
  var env: [Declaration]?
  var bindings: [String: TaggedValue]?
  var disableCheck: Bool?
  var expect: Expectation

  /// Declared names and bound ones, in a fixed order: the slot of each is its place.
  var names: [String] {
    Set((env ?? []).map(\.name)).union((bindings ?? [:]).keys).sorted()
  }

  var scope: Scope {
    var scope = Scope()
    for (slot, name) in names.enumerated() {
      let type = env?.first { $0.name == name }.map { ValueType(declared: $0.type) }
      scope.bind(name, .local(slot, type ?? .dyn))
    }
    return scope
  }

  var locals: [Value] {
    names.map { bindings?[$0]?.value ?? .unknown }
  }
}

/// A value with its kind, as conformance files write it: `{"number": "1.5"}`.
indirect enum TaggedValue: Decodable, CustomStringConvertible {
  case null
  case bool(Bool)
  case number(String)
  case string(String)
  case list([TaggedValue])
  case map([[TaggedValue]])
  case timestamp(seconds: String, nanoseconds: Int)
  case duration(seconds: String, nanoseconds: Int)

  private enum Tag: String, CodingKey {
    case null, bool, number, string, list, map, timestamp, duration
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Tag.self)
    switch container.allKeys.first {
    case .bool: self = .bool(try container.decode(Bool.self, forKey: .bool))
    case .number: self = .number(try container.decode(String.self, forKey: .number))
    case .string: self = .string(try container.decode(String.self, forKey: .string))
    case .list: self = .list(try container.decode([TaggedValue].self, forKey: .list))
    case .map: self = .map(try container.decode([[TaggedValue]].self, forKey: .map))
    case .timestamp:
      let (seconds, nanoseconds) = try Self.seconds(in: container, .timestamp)
      self = .timestamp(seconds: seconds, nanoseconds: nanoseconds)
    case .duration:
      let (seconds, nanoseconds) = try Self.seconds(in: container, .duration)
      self = .duration(seconds: seconds, nanoseconds: nanoseconds)
    case .null, nil: self = .null
    }
  }

  private static func seconds(
    in container: KeyedDecodingContainer<Tag>, _ tag: Tag
  ) throws -> (String, Int) {
    var parts = try container.nestedUnkeyedContainer(forKey: tag)
    return (try parts.decode(String.self), try parts.decode(Int.self))
  }

  /// The value to bind.
  var value: Value {
    switch self {
    case .null: .null
    case .bool(let value): .bool(value)
    case .number(let text): Rational(decimal: text).map { .number($0) } ?? .unknown
    case .string(let text): .string(text)
    case .list(let items): .list(ListValue(values: items.map(\.value)))
    case .map(let pairs): .map(pairs.map { MapEntry(key: $0[0].value, value: $0[1].value) })
    case .timestamp(let seconds, let nanoseconds):
      Instant(nanoseconds: (Int128(seconds) ?? 0) * 1_000_000_000 + Int128(nanoseconds)).map {
        .timestamp($0)
      }
        ?? .unknown
    case .duration(let seconds, let nanoseconds):
      .duration(TimeSpan(nanoseconds: (Int128(seconds) ?? 0) * 1_000_000_000 + Int128(nanoseconds)))
    }
  }

  /// Whether a result is this value; maps are compared as pairs without order.
  func matches(_ result: Value) -> Bool {
    switch (self, result) {
    case (.null, .null): true
    case (.bool(let a), .bool(let b)): a == b
    case (.number(let a), .number(let b)): Rational(decimal: a) == b
    case (.string(let a), .string(let b)): Array(a.unicodeScalars) == Array(b.unicodeScalars)
    case (.list(let a), .list(let b)):
      b.isCertain && a.count == b.elements.count && zip(a, b.elements).allSatisfy { $0.matches($1.value) }
    case (.map(let a), .map(let b)):
      a.count == b.count
        && a.allSatisfy { pair in b.contains { pair[0].matches($0.key) && pair[1].matches($0.value) } }
    case (.timestamp, .timestamp(let b)):
      if case .timestamp(let a) = value { a == b } else { false }
    case (.duration, .duration(let b)):
      if case .duration(let a) = value { a == b } else { false }
    default: false
    }
  }

  var description: String {
    switch self {
    case .null: "null"
    case .bool(let value): "\(value)"
    case .number(let text): text
    case .string(let text): text.debugDescription
    case .list(let items): "\(items)"
    case .map(let pairs): "{" + pairs.map { "\($0[0]): \($0[1])" }.joined(separator: ", ") + "}"
    case .timestamp(let seconds, let nanoseconds): "timestamp \(seconds) s \(nanoseconds) ns"
    case .duration(let seconds, let nanoseconds): "duration \(seconds) s \(nanoseconds) ns"
    }
  }
}

extension ValueType {
  /// A type as conformance files declare it: `number`, `list(string)`, `map(string, number)`.
  init(declared text: String) {
    let text = text.filter { $0 != " " }
    if text.hasPrefix("list("), text.hasSuffix(")") {
      self = .list(ValueType(declared: String(text.dropFirst(5).dropLast())))
      return
    }
    if text.hasPrefix("map("), text.hasSuffix(")") {
      let inner = text.dropFirst(4).dropLast()
      var depth = 0
      let comma = inner.firstIndex { character in
        depth += character == "(" ? 1 : character == ")" ? -1 : 0
        return character == "," && depth == 0
      }
      if let comma {
        self = .map(
          ValueType(declared: String(inner[..<comma])),
          ValueType(declared: String(inner[inner.index(after: comma)...])))
        return
      }
    }
    self =
      switch text {
      case "bool": .bool
      case "number": .number(unit: nil)
      case "string": .string
      case "timestamp": .timestamp
      case "duration": .duration
      case "date": .date
      case "null_type": .null
      default: .dyn
      }
  }
}
