/// Words that were met, for telling repetitions: a few are compared one by one, many are hashed.
package struct WordSet {
  /// The first words met, and how many they are.
  private var words = InlineArray<16, UInt64>(repeating: 0)
  private var count = 0
  /// A table of words by their hash, once there are many; nought marks a free place.
  private var table: [UInt64] = []
  /// How many places of the table are taken.
  private var taken = 0

  /// A set without words.
  package init() {}

  /// Adds a word that is not nought; false if it was there.
  package mutating func insert(_ word: UInt64) -> Bool {
    if table.isEmpty {
      for index in 0..<count where words[index] == word { return false }
      if count < words.count {
        words[count] = word
        count += 1
        return true
      }
      table = Array(repeating: 0, count: count * 4)
      for index in 0..<count { _ = place(words[index]) }
    } else if taken * 2 >= table.count {
      let placed = table
      table = Array(repeating: 0, count: placed.count * 4)
      taken = 0
      for word in placed where word != 0 { _ = place(word) }
    }
    return place(word)
  }

  /// Puts a word into the table; false if it was there.
  private mutating func place(_ word: UInt64) -> Bool {
    let mask = table.count - 1
    // The upper half of the product depends on all that is below it.
    var position = Int(truncatingIfNeeded: (word &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while table[position] != 0 {
      if table[position] == word { return false }
      position = (position + 1) & mask
    }
    table[position] = word
    taken += 1
    return true
  }
}
