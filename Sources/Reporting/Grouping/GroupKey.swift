/// Texts that must be equal for two things to be told together; hashed as raw bytes.
struct GroupKey: Hashable {
  private var bytes: [UInt8] = []

  /// An empty key.
  init() { bytes.reserveCapacity(192) }

  /// Adds a text.
  mutating func add(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    bytes.append(0)
  }

  /// Adds a number.
  mutating func add(_ number: Int) {
    withUnsafeBytes(of: number) { bytes.append(contentsOf: $0) }
  }

  /// The key with its hash, for a dictionary that is filled after many keys were made at once.
  var hashed: Hashed { Hashed(key: self, hash: hashValue) }

  /// A key that is hashed only once.
  struct Hashed: Hashable {
    fileprivate let key: GroupKey
    fileprivate let hash: Int

    /// Passes the hash on.
    func hash(into hasher: inout Hasher) { hasher.combine(hash) }
  }

  /// Hashes the bytes in one go.
  func hash(into hasher: inout Hasher) {
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
  }
}
