/// Reads back archives of stored entries, from their directory as readers do.
struct StoredArchive {
  /// The names, in order.
  let names: [String]
  private let contents: [String: [UInt8]]

  /// Reads an archive; without entries where it is damaged.
  init(_ bytes: [UInt8]) {
    let entries = Self.entries(of: bytes) ?? []
    names = entries.map(\.name)
    contents = Dictionary(entries.map { ($0.name, $0.content) }, uniquingKeysWith: { first, _ in first })
  }

  /// The content of an entry; empty where there is none.
  subscript(name: String) -> [UInt8] { contents[name] ?? [] }

  /// The text of an entry.
  func text(_ name: String) -> String { String(decoding: self[name], as: UTF8.self) }

  /// The entries in order; nil where the bytes are no such archive.
  static func entries(of bytes: [UInt8]) -> [(name: String, content: [UInt8])]? {
    func number(_ index: Int, _ count: Int) -> Int {
      (0..<count).reduce(0) { $0 | Int(bytes[index + $1]) << (8 * $1) }
    }
    guard bytes.count >= 22, number(bytes.count - 22, 4) == 0x0605_4B50 else { return nil }
    let end = bytes.count - 22
    var place = number(end + 16, 4)
    var entries: [(name: String, content: [UInt8])] = []
    for _ in 0..<number(end + 10, 2) {
      guard place + 46 <= end, number(place, 4) == 0x0201_4B50, number(place + 10, 2) == 0 else { return nil }
      let length = number(place + 28, 2)
      let start = number(place + 42, 4) + 30 + length
      entries.append(
        (
          String(decoding: bytes[place + 46..<place + 46 + length], as: UTF8.self),
          Array(bytes[start..<start + number(place + 24, 4)])
        ))
      place += 46 + length
    }
    return entries
  }

  /// The entries as text that can be compared line by line: a line for each element.
  static func readable(_ bytes: [UInt8]) -> String {
    (entries(of: bytes) ?? []).map { name, content in
      "== \(name)\n" + String(decoding: content, as: UTF8.self).replacing("><", with: ">\n<") + "\n"
    }.joined()
  }
}
