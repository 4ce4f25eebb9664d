/// Decodes the members of an object. Keys are mostly asked for in the order in which they stand, so each search begins
/// where the last one ended.
final class JSONObjectDecoder<Key: CodingKey>: KeyedDecodingContainerProtocol {
  private let reading: JSONReading
  private let node: Int
  private let end: Int
  private var next: Int

  /// Stands before the first member of an object.
  init(reading: JSONReading, node: Int) {
    self.reading = reading
    self.node = node
    next = node + 1
    end = Int(reading.tree.nodes[node].next)
  }

  /// Nothing: a problem knows its node.
  var codingPath: [any CodingKey] { [] }

  /// All keys that the type knows.
  var allKeys: [Key] {
    var keys: [Key] = []
    var place = node + 1
    while place < end {
      if let key = Key(stringValue: reading.tree.string(place)) { keys.append(key) }
      place = after(place)
    }
    return keys
  }

  private func after(_ key: Int) -> Int { Int(reading.tree.nodes[key + 1].next) }

  /// The value of a key; nil where the object does not have it.
  private func find(_ key: Key) -> Int? {
    let name = key.stringValue
    let start = next
    var place = start
    while place < end {
      if reading.tree.isText(place, name) {
        next = after(place)
        return place + 1
      }
      place = after(place)
    }
    place = node + 1
    while place < start {
      if reading.tree.isText(place, name) {
        next = after(place)
        return place + 1
      }
      place = after(place)
    }
    return nil
  }

  private func value(_ key: Key) throws -> Int {
    guard let value = find(key) else { throw reading.missing(key.stringValue, in: node) }
    return value
  }

  private func stated(_ key: Key) -> Int? {
    guard let value = find(key), reading.tree.nodes[value].kind != .null else { return nil }
    return value
  }

  /// Whether the object has a key.
  func contains(_ key: Key) -> Bool { find(key) != nil }
  /// Whether a key's value is `null`.
  func decodeNil(forKey key: Key) throws -> Bool { reading.tree.nodes[try value(key)].kind == .null }
  /// A truth value.
  func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try reading.bool(at: value(key)) }
  /// A text.
  func decode(_ type: String.Type, forKey key: Key) throws -> String { try reading.string(at: value(key)) }
  /// A whole number.
  func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try reading.integer(at: value(key)) }
  /// A value of another type.
  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    try reading.value(type, at: value(key))
  }
  /// A truth value; nil where there is none.
  func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? {
    try stated(key).map(reading.bool)
  }
  /// A text; nil where there is none.
  func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? {
    try stated(key).map(reading.string)
  }
  /// A whole number; nil where there is none.
  func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? {
    try stated(key).map(reading.integer)
  }
  /// A value of another type; nil where there is none.
  func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
    try stated(key).map { try reading.value(type, at: $0) }
  }
  /// The members of an object in the object.
  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> {
    try superDecoder(forKey: key).container(keyedBy: type)
  }
  /// The elements of an array in the object.
  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try superDecoder(forKey: key).unkeyedContainer()
  }
  /// The object itself.
  func superDecoder() throws -> any Decoder { JSONValueDecoder(reading: reading, node: node) }
  /// The value of a key.
  func superDecoder(forKey key: Key) throws -> any Decoder {
    JSONValueDecoder(reading: reading, node: try value(key))
  }
}
