/// The distinct keys of a tree, numbered from 0; their text lies in the tree's text arena.
struct KeyTable: Sendable {
  private var places: [(first: UInt32, count: UInt32)] = []
  /// Open addressing over `places`, a power of two long; `UInt32.max` is free.
  private var slots = [UInt32](repeating: .max, count: 64)

  /// The number of distinct keys.
  var count: Int { places.count }

  /// Where a key's text lies in the arena.
  func range(of key: UInt32) -> Range<Int> {
    let place = places[Int(key)]
    return Int(place.first)..<Int(place.first) + Int(place.count)
  }

  /// The number of a key, nil if the tree has no such key.
  func find(_ bytes: some Collection<UInt8>, in text: [UInt8]) -> UInt32? {
    let found = slots[slot(for: bytes, in: text)]
    return found == .max ? nil : found
  }

  /// The number of a key, whose text is added to the arena if it is new.
  mutating func intern(_ bytes: some Collection<UInt8>, in text: inout [UInt8]) -> UInt32 {
    let slot = slot(for: bytes, in: text)
    if slots[slot] != .max { return slots[slot] }
    let key = UInt32(places.count)
    places.append((UInt32(text.count), UInt32(bytes.count)))
    text.append(contentsOf: bytes)
    slots[slot] = key
    if places.count * 2 > slots.count { grow(text) }
    return key
  }

  /// The slot that holds the key, or the free one where it belongs.
  private func slot(for bytes: some Collection<UInt8>, in text: [UInt8]) -> Int {
    let mask = slots.count - 1
    var slot = hash(bytes) & mask
    while slots[slot] != .max, !isKey(slots[slot], bytes, in: text) { slot = (slot + 1) & mask }
    return slot
  }

  private func isKey(_ key: UInt32, _ bytes: some Collection<UInt8>, in text: [UInt8]) -> Bool {
    let place = places[Int(key)]
    guard Int(place.count) == bytes.count else { return false }
    var index = Int(place.first)
    for byte in bytes {
      if text[index] != byte { return false }
      index += 1
    }
    return true
  }

  /// Seeded by the process, so that a file cannot be made to collide.
  private func hash(_ bytes: some Collection<UInt8>) -> Int {
    var hasher = Hasher()
    var word: UInt64 = 0
    var count = 0
    for byte in bytes {
      word = word << 8 | UInt64(byte)
      count += 1
      if count & 7 == 0 { hasher.combine(word) }
    }
    hasher.combine(word)
    hasher.combine(count)
    return hasher.finalize()
  }

  private mutating func grow(_ text: [UInt8]) {
    slots = [UInt32](repeating: .max, count: slots.count * 2)
    let mask = slots.count - 1
    for key in 0..<UInt32(places.count) {
      var slot = hash(text[range(of: key)]) & mask
      while slots[slot] != .max { slot = (slot + 1) & mask }
      slots[slot] = key
    }
  }
}
