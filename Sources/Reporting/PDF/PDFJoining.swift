/// Puts the parts of a long document, each printed as a PDF of its own, together into one: its pages, the places that
/// links lead to, its headings, and its structure for those who hear it read.
struct PDFJoining {
  /// The objects that are made anew for the whole; they stand behind those of all parts.
  private enum Whole: Int {
    case catalog, pages, destinations, structure, keys, names, outline
  }

  private var output: [UInt8] = []
  /// Where each object begins, by its number; nil where there is none.
  private var places: [Int?] = [nil]
  private var shift = PDFShift()
  /// The number of the first of the objects that are made anew.
  private let root: Int

  private var pages: (roots: [Int], count: Int) = ([], 0)
  private var destinations: [UInt8] = []
  private var structure: (tops: [Int], keys: [Int], names: [Int]) = ([], [], [])
  private var outline = PDFOutline()
  /// What the first part says of the document.
  private var catalog: [(key: String, entry: [UInt8])] = []
  private var info: Int?

  /// The bytes of one file; nil where a part is not as browsers write it.
  static func join(_ files: [PDFFile]) -> [UInt8]? {
    guard let first = files.first else { return nil }
    var joining = PDFJoining(root: files.reduce(1) { $0 + $1.objects.count - 1 })
    joining.output.reserveCapacity(files.reduce(0) { $0 + $1.bytes.count })
    joining.output += first.bytes[..<first.start]
    for file in files where !joining.add(file) { return nil }
    return joining.finish()
  }

  private init(root: Int) {
    self.root = root
  }

  private func number(_ object: Whole) -> Int { root + object.rawValue }

  /// What a catalog may say: all of it is put together, or holds for the whole.
  private static let known: Set = [
    "/Type", "/Pages", "/Dests", "/StructTreeRoot", "/Outlines", "/MarkInfo", "/ViewerPreferences", "/Lang",
  ]

  /// Adds a part; false where something in it is not as expected.
  private mutating func add(_ file: PDFFile) -> Bool {
    shift.objects = places.count - 1
    // What is not known here might name objects that have to be put together, too.
    guard file.trailer.hasOnly(["/Size", "/Root", "/Info", "/ID"]), file.catalog.hasOnly(Self.known),
      let tree = file.catalog.reference("/Pages"), let top = file.dictionary(tree), let count = file.pageCount
    else { return false }
    // What becomes of objects that are not copied as they are; nothing where they are made anew for the whole.
    var changed: [Int: [UInt8]] = [tree: written(top, ["/Parent": "\(number(.pages)) 0 R"])]
    pages.roots.append(tree + shift.objects)
    pages.count += count

    if catalog.isEmpty { catalog = file.catalog.entries.map { ($0.key, shift.moved($0.whole)) } }
    if let number = file.trailer.reference("/Root") { changed[number] = [] }
    if let number = file.trailer.reference("/Info") {
      if info == nil { info = number + shift.objects } else { changed[number] = [] }
    }
    if file.catalog["/Dests"] != nil {
      guard let number = file.catalog.reference("/Dests"), let places = file.dictionary(number) else {
        return false
      }
      for entry in places.entries { destinations += shift.moved(entry.whole) + "\n".utf8 }
      changed[number] = []
    }
    for number in outline.add(file, shift) { changed[number] = [] }
    var next = shift
    if let number = file.catalog.reference("/StructTreeRoot") {
      guard let added = addStructure(file, number, &changed) else { return false }
      next.keys += added.keys
      next.names += added.names
    }
    copy(file, changed)
    shift = next
    return true
  }

  /// Adds what a part says of its structure; how many keys and names it has.
  private mutating func addStructure(
    _ file: PDFFile, _ number: Int, _ changed: inout [Int: [UInt8]]
  ) -> (keys: Int, names: Int)? {
    guard let root = file.dictionary(number),
      root.hasOnly(["/Type", "/K", "/ParentTreeNextKey", "/ParentTree", "/IDTree"]),
      let keys = root.reference("/ParentTree"),
      let keyTree = file.dictionary(keys)?["/Nums"].flatMap(moved(keys:)),
      let keyCount = root.number("/ParentTreeNextKey")
    else { return nil }
    changed[number] = []
    changed[keys] = keyTree
    structure.keys.append(keys + shift.objects)
    for top in PDFSyntax.references(root["/K"]) {
      guard let part = file.dictionary(top) else { return nil }
      changed[top] = written(part, ["/P": "\(self.number(.structure)) 0 R"])
      structure.tops.append(top + shift.objects)
    }
    var names = 0
    if let tree = root.reference("/IDTree") {
      guard let top = file.dictionary(tree), top.hasOnly(["/Kids"]) else { return nil }
      changed[tree] = []
      for branch in PDFSyntax.references(top["/Kids"]) {
        structure.names.append(branch + shift.objects)
        let last = file.dictionary(branch)?["/Limits"]?.split(separator: UInt8(ascii: " ")).last
        guard let last, let number = PDFPartName.number(of: last.dropLast()),
          number < 90_000_000 - shift.names
        else { return nil }
        names = max(names, number + 1)
      }
    }
    return (keyCount, names)
  }

  /// A branch of the tree that leads from keys, here `[0 12 0 R 1 15 0 R]`, to parts of the structure.
  private func moved(keys: ArraySlice<UInt8>) -> [UInt8]? {
    var text = ""
    var bounds: (Int, Int)?
    var place = PDFSyntax.skipSpace(keys, keys.startIndex + 1)
    while place < keys.endIndex - 1 {
      guard let key = PDFSyntax.number(keys, place),
        let reference = PDFSyntax.reference(keys, PDFSyntax.skipSpace(keys, key.end))
      else { return nil }
      let moved = key.value + shift.keys
      bounds = (bounds?.0 ?? moved, moved)
      text += "\(moved) \(reference.number + shift.objects) 0 R "
      place = PDFSyntax.skipSpace(keys, reference.end)
    }
    guard let bounds else { return nil }
    return Array("<</Limits [\(bounds.0) \(bounds.1)]\n/Nums [\(text)]>>".utf8)
  }

  /// A dictionary of a part with some entries replaced.
  private func written(_ dictionary: PDFDictionary, _ replaced: [String: String]) -> [UInt8] {
    var bytes = Array("<<".utf8)
    for entry in dictionary.entries where replaced[entry.key] == nil {
      bytes += shift.moved(entry.whole) + "\n".utf8
    }
    for (key, value) in replaced.sorted(by: { $0.key < $1.key }) { bytes += "\(key) \(value)\n".utf8 }
    return bytes + ">>".utf8
  }

  /// Copies the objects of a part, but for those that change.
  private mutating func copy(_ file: PDFFile, _ changed: [Int: [UInt8]]) {
    for (number, range) in file.objects.enumerated().dropFirst() {
      guard let range, changed[number] != [] else {
        places.append(nil)
        continue
      }
      begin()
      if let bytes = changed[number] { output += bytes } else { shift.append(file.bytes[range], to: &output) }
      end()
    }
  }

  private mutating func begin() {
    places.append(output.count)
    output += "\(places.count - 1) 0 obj\n".utf8
  }

  private mutating func end() {
    if output.last != 0x0A { output.append(0x0A) }
    output += "endobj\n".utf8
  }

  private mutating func put(_ text: String) {
    begin()
    output += text.utf8
    end()
  }

  /// Adds what is made anew for the whole, the table of objects and the trailer.
  private mutating func finish() -> [UInt8] {
    let headings = outline.objects(from: number(.outline))
    let made: [(key: String, object: Whole, isMade: Bool)] = [
      ("/Pages", .pages, true), ("/Dests", .destinations, !destinations.isEmpty),
      ("/StructTreeRoot", .structure, !structure.tops.isEmpty), ("/Outlines", .outline, !headings.isEmpty),
    ]
    begin()
    output += "<<".utf8
    for (key, entry) in catalog where !made.contains(where: { $0.key == key }) {
      output += entry + "\n".utf8
    }
    for (key, object, isMade) in made where isMade { output += "\(key) \(number(object)) 0 R\n".utf8 }
    output += ">>".utf8
    end()
    put("<</Type /Pages\n/Count \(pages.count)\n/Kids \(Self.list(pages.roots))>>")
    begin()
    output += "<<".utf8 + destinations + ">>".utf8
    end()
    put(
      """
      <</Type /StructTreeRoot
      /K \(Self.list(structure.tops))
      /ParentTreeNextKey \(shift.keys)
      /ParentTree \(number(.keys)) 0 R
      /IDTree \(number(.names)) 0 R>>
      """)
    put("<</Kids \(Self.list(structure.keys))>>")
    put("<</Kids \(Self.list(structure.names))>>")
    for heading in headings {
      begin()
      output += heading
      end()
    }
    putTable()
    return output
  }

  private static func list(_ numbers: [Int]) -> String {
    "[" + numbers.map { "\($0) 0 R" }.joined(separator: " ") + "]"
  }

  /// The table of where objects begin, each line 20 bytes long, and the trailer.
  private mutating func putTable() {
    let start = output.count
    output += "xref\n0 \(places.count)\n".utf8
    for (number, place) in places.enumerated() {
      let digits = String(place ?? 0)
      output += "\(String(repeating: "0", count: 10 - digits.utf8.count))\(digits)".utf8
      output += (place != nil ? " 00000 n \n" : number == 0 ? " 65535 f \n" : " 00001 f \n").utf8
    }
    output += "trailer\n<</Size \(places.count)\n/Root \(number(.catalog)) 0 R\n".utf8
    if let info { output += "/Info \(info) 0 R".utf8 }
    output += ">>\nstartxref\n\(start)\n%%EOF\n".utf8
  }
}
