/// The distinct keys of a tree, numbered from 0; their text lies in the tree's text arena.
struct KeyTable: Sendable {
  private var places: [(first: UInt32, count: UInt32)] = []
  /// Open addressing over `places`, a power of two long; `UInt32.max` is free.
  private var slots = [UInt32](repeating: .max, count: 128)
  /// The process's own, so that a file cannot be made to collide.
  private let seed = UInt64(truncatingIfNeeded: Hasher().finalize())

  /// The number of distinct keys.
  var count: Int { places.count }

  /// Where a key's text lies in the arena.
  func range(of key: UInt32) -> Range<Int> {
    let place = places[Int(key)]
    return Int(place.first)..<Int(place.first) + Int(place.count)
  }

  /// The number of a key, nil if the tree has no such key.
  func find(_ key: Span<UInt8>, in text: [UInt8]) -> UInt32? {
    let found = slots[slot(for: key, in: text)]
    return found == .max ? nil : found
  }

  /// The number of a key, whose text is added to the arena if it is new.
  mutating func intern(_ key: Span<UInt8>, in text: inout [UInt8]) -> UInt32 {
    let slot = slot(for: key, in: text)
    if slots[slot] != .max { return slots[slot] }
    let number = UInt32(places.count)
    places.append((UInt32(text.count), UInt32(key.count)))
    unsafe key.withUnsafeBufferPointer { unsafe text.append(contentsOf: $0) }
    slots[slot] = number
    if places.count * 2 > slots.count { grow(text) }
    return number
  }

  /// The slot that holds the key, or the free one where it belongs.
  private func slot(for key: Span<UInt8>, in text: [UInt8]) -> Int {
    let mask = slots.count - 1
    let text = text.span
    var slot = hash(key) & mask
    while slots[slot] != .max, !text.extracting(range(of: slots[slot])).isEqual(to: key) {
      slot = (slot + 1) & mask
    }
    return slot
  }

  /// Mixes eight bytes at a time by a product of 128 bits, as `wyhash` does.
  private func hash(_ key: Span<UInt8>) -> Int {
    let count = key.count
    var state = seed
    var index = 0
    while index + 8 <= count {
      state = Self.mixed(state ^ ByteWord.bits(key, at: index))
      index += 8
    }
    var rest = UInt64(truncatingIfNeeded: count)
    while index < count {
      rest = rest << 8 | UInt64(key[index])
      index += 1
    }
    return Int(truncatingIfNeeded: Self.mixed(Self.mixed(state ^ rest) ^ seed))
  }

  private static func mixed(_ word: UInt64) -> UInt64 {
    let product = word.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }

  private mutating func grow(_ text: [UInt8]) {
    slots = [UInt32](repeating: .max, count: slots.count * 2)
    let mask = slots.count - 1
    let text = text.span
    for key in 0..<UInt32(places.count) {
      var slot = hash(text.extracting(range(of: key))) & mask
      while slots[slot] != .max { slot = (slot + 1) & mask }
      slots[slot] = key
    }
  }
}
