/// The headings of a document as a reader's program lists them beside its pages.
struct PDFOutline {
  /// A heading.
  struct Item {
    /// Its level, from 1.
    var level: Int
    /// Its title, its place and its part of the structure, as they are written.
    var entries: [UInt8]
  }

  /// In the order of the document.
  private(set) var items: [Item] = []

  /// Adds the headings of a file that becomes a part of another; the numbers of the objects that they were.
  mutating func add(_ file: PDFFile, _ shift: PDFShift) -> Set<Int> {
    guard let root = file.catalog.reference("/Outlines") else { return [] }
    var seen: Set = [root]
    // A heading comes before those below it, and those before the next of its rank.
    var pending = [file.dictionary(root)?.reference("/First")].compactMap { $0 }
    while let number = pending.popLast() {
      guard seen.insert(number).inserted, let item = file.dictionary(number) else { continue }
      var entries: [UInt8] = []
      for entry in item.entries where ["/Title", "/Dest", "/SE"].contains(entry.key) {
        entries += shift.moved(entry.whole) + "\n".utf8
      }
      let kind = file.dictionary(item.reference("/SE"))?["/S"]
      items.append(Item(level: kind.flatMap(Self.level) ?? 1, entries: entries))
      if let next = item.reference("/Next") { pending.append(next) }
      if let below = item.reference("/First") { pending.append(below) }
    }
    return seen
  }

  /// The level of a heading by its kind, `/H2`.
  private static func level(_ kind: ArraySlice<UInt8>) -> Int? {
    guard kind.count == 3, kind.starts(with: "/H".utf8), let digit = kind.last else { return nil }
    return (0x31...0x36).contains(digit) ? Int(digit) - 0x30 : nil
  }

  /// The objects of the outline, the first for its root, numbered from a number on; none without headings.
  func objects(from root: Int) -> [[UInt8]] {
    guard !items.isEmpty else { return [] }
    // By place: the heading above; and below each place, where place 0 is the root, its own first and last ones.
    var above = [Int](repeating: 0, count: items.count + 1)
    var below: [[Int]] = Array(repeating: [], count: items.count + 1)
    var open: [Int] = []
    for (index, item) in items.enumerated() {
      while let last = open.last, items[last - 1].level >= item.level { open.removeLast() }
      above[index + 1] = open.last ?? 0
      below[open.last ?? 0].append(index + 1)
      open.append(index + 1)
    }
    var counts = [Int](repeating: 0, count: items.count + 1)
    for place in stride(from: items.count, to: 0, by: -1) { counts[above[place]] += counts[place] + 1 }
    var objects: [[UInt8]] = []
    var before = [Int?](repeating: nil, count: items.count + 1)
    var after = before
    for places in below {
      for (place, next) in zip(places, places.dropFirst()) { (after[place], before[next]) = (next, place) }
    }
    for place in 0...items.count {
      var text = place == 0 ? "<</Type /Outlines\n" : "<</Parent \(root + above[place]) 0 R\n"
      if let previous = before[place] { text += "/Prev \(root + previous) 0 R\n" }
      if let next = after[place] { text += "/Next \(root + next) 0 R\n" }
      if let first = below[place].first, let last = below[place].last {
        text += "/First \(root + first) 0 R\n/Last \(root + last) 0 R\n/Count \(counts[place])\n"
      }
      objects.append(Array(text.utf8) + (place == 0 ? [] : items[place - 1].entries) + Array(">>".utf8))
    }
    return objects
  }
}
