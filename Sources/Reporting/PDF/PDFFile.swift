/// A PDF taken apart into its objects, of the plain kind that browsers write: a table of objects that stand in clear.
struct PDFFile {
  /// The whole file.
  let bytes: [UInt8]
  /// What each object says, by its number; nil where no object has the number.
  let objects: [Range<Int>?]
  /// Where the first object begins.
  let start: Int
  /// What the file says of itself.
  let trailer: PDFDictionary
  /// The root of all objects.
  let catalog: PDFDictionary

  /// Takes a file apart; nil where it is of another kind.
  init?(_ bytes: [UInt8]) {
    let all = bytes[...]
    guard let end = PDFSyntax.last("startxref", in: all),
      let place = PDFSyntax.number(all, PDFSyntax.skipSpace(all, end + 9))?.value, place < end,
      let table = Self.table(all[..<end], at: place), let trailer = PDFDictionary(bytes[table.end..<end]),
      let objects = Self.objects(all, at: table.places, before: place)
    else { return nil }
    self.bytes = bytes
    self.objects = objects
    start = table.places.compactMap { $0 }.min() ?? place
    self.trailer = trailer
    guard let root = trailer.reference("/Root"), objects.indices.contains(root), let range = objects[root],
      let catalog = PDFDictionary(bytes[range])
    else { return nil }
    self.catalog = catalog
  }

  /// The dictionary that an object is.
  func dictionary(_ number: Int?) -> PDFDictionary? {
    guard let number, objects.indices.contains(number), let range = objects[number] else { return nil }
    return PDFDictionary(bytes[range])
  }

  /// How many pages it has.
  var pageCount: Int? { dictionary(catalog.reference("/Pages"))?.number("/Count") }

  /// Where the objects begin, by their numbers, and where the trailer's dictionary does.
  private static func table(_ bytes: ArraySlice<UInt8>, at place: Int) -> (places: [Int?], end: Int)? {
    guard bytes[place...].starts(with: "xref".utf8),
      let first = PDFSyntax.number(bytes, PDFSyntax.skipSpace(bytes, place + 4)), first.value == 0,
      let count = PDFSyntax.number(bytes, PDFSyntax.skipSpace(bytes, first.end))
    else { return nil }
    var places: [Int?] = []
    var entry = PDFSyntax.skipSpace(bytes, count.end)
    for _ in 0..<count.value {
      guard entry + 20 <= bytes.endIndex, let place = PDFSyntax.number(bytes, entry)?.value else {
        return nil
      }
      switch bytes[entry + 17] {
      case UInt8(ascii: "n"): places.append(place)
      case UInt8(ascii: "f"): places.append(nil)
      default: return nil
      }
      entry += 20
    }
    entry = PDFSyntax.skipSpace(bytes, entry)
    guard bytes[entry...].starts(with: "trailer".utf8) else { return nil }
    return (places, entry + 7)
  }

  /// What stands between `12 0 obj` and `endobj`.
  private static func objects(
    _ bytes: ArraySlice<UInt8>, at places: [Int?], before end: Int
  ) -> [Range<Int>?]? {
    let order = places.indices.filter { places[$0] != nil }.sorted { (places[$0] ?? 0) < (places[$1] ?? 0) }
    var objects: [Range<Int>?] = Array(repeating: nil, count: places.count)
    for (index, number) in order.enumerated() {
      let next = index + 1 < order.count ? places[order[index + 1]] : end
      guard let place = places[number], let next, place < next, next <= bytes.endIndex else { return nil }
      let object = bytes[place..<next]
      guard let head = PDFSyntax.number(object, place), head.value == number,
        let generation = PDFSyntax.number(object, PDFSyntax.skipSpace(object, head.end))
      else { return nil }
      let word = PDFSyntax.skipSpace(object, generation.end)
      guard object[word...].starts(with: "obj".utf8), let last = PDFSyntax.last("endobj", in: object[word...])
      else { return nil }
      objects[number] = PDFSyntax.skipSpace(object, word + 3)..<last
    }
    return objects
  }
}
