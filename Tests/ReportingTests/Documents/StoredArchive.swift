/// The entries of an archive whose entries are stored, read by their directory.
struct StoredArchive {
  /// The names, in order.
  private(set) var names: [String] = []
  private var contents: [String: [UInt8]] = [:]

  /// Reads an archive; without entries where it is damaged.
  init(_ bytes: [UInt8]) {
    func number(_ index: Int, _ count: Int) -> Int {
      guard index >= 0, index + count <= bytes.count else { return 0 }
      return (0..<count).reversed().reduce(0) { $0 << 8 | Int(bytes[index + $1]) }
    }
    let end = bytes.count - 22
    guard end >= 0, number(end, 4) == 0x0605_4B50 else { return }
    var place = number(end + 16, 4)
    for _ in 0..<number(end + 10, 2) {
      guard number(place, 4) == 0x0201_4B50 else { return }
      let size = number(place + 24, 4)
      let length = number(place + 28, 2)
      let local = number(place + 42, 4)
      let start = local + 30 + number(local + 26, 2) + number(local + 28, 2)
      guard start + size <= bytes.count, place + 46 + length <= bytes.count else { return }
      let name = String(decoding: bytes[(place + 46)..<(place + 46 + length)], as: UTF8.self)
      names.append(name)
      contents[name] = Array(bytes[start..<start + size])
      place += 46 + length + number(place + 30, 2) + number(place + 32, 2)
    }
  }

  /// The content of an entry; empty where there is none.
  subscript(name: String) -> [UInt8] { contents[name] ?? [] }

  /// The text of an entry.
  func text(_ name: String) -> String { String(decoding: self[name], as: UTF8.self) }
}
