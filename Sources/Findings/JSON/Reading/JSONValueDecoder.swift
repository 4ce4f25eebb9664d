import Diagnostics

/// Decodes a value from a node of a JSON text.
struct JSONValueDecoder: Decoder {
  /// The text.
  let reading: JSONReading
  /// The value.
  let node: Int

  /// Where the value stands; worked out when a problem asks for it.
  var codingPath: [any CodingKey] { [] }
  /// The headings that were read before.
  var userInfo: [CodingUserInfoKey: Any] { reading.userInfo }

  /// The members of an object.
  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard reading.tree.nodes[node].kind == .object else {
      throw reading.mismatch(at: node, LocalizedText(ko: "객체", en: "an object"))
    }
    return KeyedDecodingContainer(JSONObjectDecoder<Key>(reading: reading, node: node))
  }

  /// The elements of an array.
  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard reading.tree.nodes[node].kind == .array else {
      throw reading.mismatch(at: node, LocalizedText(ko: "배열", en: "an array"))
    }
    return JSONArrayDecoder(reading: reading, node: node)
  }

  /// The value itself.
  func singleValueContainer() -> any SingleValueDecodingContainer {
    JSONScalarDecoder(reading: reading, node: node)
  }
}

/// Decodes what stands in one place.
struct JSONScalarDecoder: SingleValueDecodingContainer {
  /// The text.
  let reading: JSONReading
  /// The value.
  let node: Int

  /// Nothing: a problem knows its node.
  var codingPath: [any CodingKey] { [] }

  /// Whether it is `null`.
  func decodeNil() -> Bool { reading.tree.nodes[node].kind == .null }
  /// A truth value.
  func decode(_ type: Bool.Type) throws -> Bool { try reading.bool(at: node) }
  /// A text.
  func decode(_ type: String.Type) throws -> String { try reading.string(at: node) }
  /// A whole number.
  func decode(_ type: Int.Type) throws -> Int { try reading.integer(at: node) }
  /// A value of another type.
  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try reading.value(type, at: node) }
}

/// Decodes the elements of an array one after the other.
struct JSONArrayDecoder: UnkeyedDecodingContainer {
  /// The text.
  let reading: JSONReading
  /// How many elements are behind.
  private(set) var currentIndex = 0
  private var next: Int
  private let end: Int

  /// Stands before the first element of an array.
  init(reading: JSONReading, node: Int) {
    self.reading = reading
    next = node + 1
    end = Int(reading.tree.nodes[node].next)
  }

  /// Nothing: a problem knows its node.
  var codingPath: [any CodingKey] { [] }
  /// Unknown before the end.
  var count: Int? { nil }
  /// Whether all elements are behind.
  var isAtEnd: Bool { next >= end }

  private mutating func take() throws -> Int {
    guard !isAtEnd else {
      throw DecodingError.valueNotFound(
        Any.self, .init(codingPath: [], debugDescription: "the array ends here"))
    }
    defer {
      next = Int(reading.tree.nodes[next].next)
      currentIndex += 1
    }
    return next
  }

  /// Whether the next element is `null`, which is then behind.
  mutating func decodeNil() -> Bool {
    guard !isAtEnd, reading.tree.nodes[next].kind == .null else { return false }
    next += 1
    currentIndex += 1
    return true
  }

  /// A truth value.
  mutating func decode(_ type: Bool.Type) throws -> Bool { try reading.bool(at: take()) }
  /// A text.
  mutating func decode(_ type: String.Type) throws -> String { try reading.string(at: take()) }
  /// A whole number.
  mutating func decode(_ type: Int.Type) throws -> Int { try reading.integer(at: take()) }
  /// A value of another type.
  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try reading.value(type, at: take())
  }
  /// The members of an element that is an object.
  mutating func nestedContainer<Key: CodingKey>(
    keyedBy type: Key.Type
  ) throws -> KeyedDecodingContainer<Key> {
    try superDecoder().container(keyedBy: type)
  }
  /// The elements of an element that is an array.
  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try superDecoder().unkeyedContainer()
  }
  /// The next element as a whole.
  mutating func superDecoder() throws -> any Decoder { JSONValueDecoder(reading: reading, node: try take()) }
}
