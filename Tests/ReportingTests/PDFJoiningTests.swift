import Diagnostics
import Findings
import Foundation
import Testing

@testable import Reporting

@Suite struct `Joining PDF files` {
  /// A file of two pages as a browser writes it: a heading and one below it, a link, and two parts of the structure.
  private static func file(_ name: String, levels: [Int] = [2, 3], names: [Int] = [7, 9]) -> [UInt8] {
    func part(_ number: Int) -> String {
      "(node\(String(repeating: "0", count: 8 - "\(number)".count))\(number))"
    }
    return written([
      "<</Title (\(name))\n/CreationDate (D:20260101000000Z)>>",
      "<</Type /Page\n/Contents 3 0 R\n/StructParents 0\n/Annots [5 0 R]\n/Parent 6 0 R>>",
      "<</Length 12>> stream\n1 0 R (a) Tj\nendstream",
      "<</Type /Page\n/Contents 3 0 R\n/StructParents 1\n/Parent 6 0 R>>",
      "<</Type /Annot\n/Subtype /Link\n/Dest /there\n/StructParent 2>>",
      "<</Type /Pages\n/Count 2\n/Kids [2 0 R 4 0 R]>>",
      "<</\(name) [4 0 R /XYZ 0 9.5 0]>>",
      "<</Type /StructTreeRoot\n/K 9 0 R\n/ParentTreeNextKey 3\n/ParentTree 12 0 R\n/IDTree 13 0 R>>",
      "<</Type /StructElem\n/S /Document\n/P 8 0 R\n/K [10 0 R 11 0 R]>>",
      "<</S /H\(levels[0])\n/P 9 0 R\n/ID \(part(names[0]))\n/Alt (node00000007)>>",
      "<</S /H\(levels[1])\n/P 9 0 R\n/ID \(part(names[1]))\n/A <</Headers [\(part(names[0]))]>>>>",
      "<</Type /ParentTree\n/Nums [0 10 0 R 1 11 0 R 2 11 0 R]>>",
      "<</Kids [14 0 R]>>",
      "<</Limits [\(part(names[0])) \(part(names[1]))]\n/Names [\(part(names[0])) 10 0 R \(part(names[1])) 11 0 R]>>",
      "<</Type /Outlines\n/First 16 0 R\n/Last 16 0 R\n/Count 2>>",
      "<</Title (\(name) \\) 1)\n/Dest [2 0 R /XYZ 0 1 0]\n/Parent 15 0 R\n/SE 10 0 R\n/First 17 0 R\n/Last 17 0 R\n/Count 1>>",
      "<</Title (node00000007)\n/Dest [4 0 R /XYZ 0 1 0]\n/Parent 16 0 R\n/SE 11 0 R>>",
      "<</Type /Catalog\n/Pages 6 0 R\n/Dests 7 0 R\n/StructTreeRoot 8 0 R\n/Outlines 15 0 R\n/Lang (ko)>>",
    ])
  }

  /// A file of objects, numbered from 1; the last is the root.
  private static func written(_ objects: [String]) -> [UInt8] {
    var text = "%PDF-1.4\n"
    var table = "0000000000 65535 f \n"
    for (index, object) in objects.enumerated() {
      let digits = String(text.utf8.count)
      table += "\(String(repeating: "0", count: 10 - digits.count))\(digits) 00000 n \n"
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let size = objects.count + 1
    return Array(
      """
      \(text)xref
      0 \(size)
      \(table)trailer
      <</Size \(size)
      /Root \(objects.count) 0 R
      /Info 1 0 R>>
      startxref
      \(text.utf8.count)
      %%EOF

      """.utf8)
  }

  /// The objects of a file as text, by their numbers.
  private static func objects(_ file: PDFFile) -> [Int: String] {
    var objects: [Int: String] = [:]
    for (number, range) in file.objects.enumerated() {
      if let range { objects[number] = String(decoding: file.bytes[range], as: UTF8.self) }
    }
    return objects
  }

  private static func joined(_ files: [[UInt8]]) throws -> PDFFile {
    let parts = try files.map { try #require(PDFFile($0)) }
    let bytes = try #require(PDFJoining.join(parts))
    return try #require(PDFFile(bytes))
  }

  /// The numbers of objects that an object refers to.
  private static func references(_ object: String) -> [Int] {
    // What a stream holds refers to nothing.
    let text = object.components(separatedBy: "stream")[0]
    return PDFSyntax.references(Array(text.utf8)[...])
  }

  @Test func `every reference leads to an object, and no object is left alone`() throws {
    let file = try Self.joined([Self.file("a"), Self.file("b"), Self.file("c")])
    let objects = Self.objects(file)
    #expect(file.pageCount == 6)
    var reached: Set<Int> = []
    var pending = [
      try #require(file.trailer.reference("/Root")), try #require(file.trailer.reference("/Info")),
    ]
    while let number = pending.popLast() {
      guard reached.insert(number).inserted else { continue }
      pending += Self.references(try #require(objects[number], "object \(number)"))
    }
    #expect(reached == Set(objects.keys))
    #expect(objects.values.filter { $0.contains("/Type /Catalog") }.count == 1)
    // What a page draws is not touched.
    #expect(objects.values.filter { $0.contains("\n1 0 R (a) Tj\n") }.count == 3)
  }

  @Test func `pages, places and structure of all parts belong to the whole`() throws {
    let file = try Self.joined([Self.file("a"), Self.file("b")])
    let objects = Self.objects(file)
    let pages = try #require(file.catalog.reference("/Pages"))
    let trees = PDFSyntax.references(file.dictionary(pages)?["/Kids"])
    #expect(trees.count == 2)
    for tree in trees { #expect(file.dictionary(tree)?.reference("/Parent") == pages) }
    let places = try #require(file.dictionary(file.catalog.reference("/Dests")))
    #expect(places.entries.map(\.key) == ["/a", "/b"])
    #expect(places.entries.compactMap { PDFSyntax.references($0.value).first }.count == 2)
    let structure = try #require(file.dictionary(file.catalog.reference("/StructTreeRoot")))
    #expect(structure.number("/ParentTreeNextKey") == 6)
    #expect(PDFSyntax.references(structure["/K"]).count == 2)
    let keys = PDFSyntax.references(file.dictionary(structure.reference("/ParentTree"))?["/Kids"])
    #expect(keys.map { objects[$0]?.contains("/Limits [3 5]") } == [false, true])
    let used = objects.values.flatMap { $0.matches(of: /\/StructParents? (\d+)/).compactMap { Int($0.1) } }
    #expect(used.sorted() == [0, 1, 2, 3, 4, 5])
    #expect(file.catalog["/Lang"].map { String(decoding: $0, as: UTF8.self) } == "(ko)")
  }

  @Test func `names of parts differ, and texts that look like one stay`() throws {
    let text = String(
      decoding: try Self.joined([Self.file("a"), Self.file("b", names: [3, 12])]).bytes, as: UTF8.self)
    #expect(text.contains("/ID (node00000007)") && text.contains("/ID (node00000009)"))
    #expect(text.contains("/ID (node00000013)") && text.contains("/ID (node00000022)"))
    #expect(text.contains("/Headers [(node00000013)]"))
    #expect(text.contains("/Limits [(node00000013) (node00000022)]"))
    #expect(text.components(separatedBy: "/Alt (node00000007)").count == 3)
  }

  @Test func `headings of a later part stand below those they belong to`() throws {
    let file = try Self.joined([Self.file("a", levels: [1, 2]), Self.file("b", levels: [3, 2])])
    func headings(below number: Int?) -> [String] {
      var titles: [String] = []
      var next = file.dictionary(number)?.reference("/First")
      var last: Int?
      while let number = next, let item = file.dictionary(number) {
        #expect(item.reference("/Prev") == last)
        titles.append(String(decoding: item["/Title"] ?? [], as: UTF8.self))
        titles += headings(below: number).map { "  \($0)" }
        (last, next) = (number, item.reference("/Next"))
      }
      #expect(file.dictionary(number)?.reference("/Last") == last)
      if !titles.isEmpty { #expect(file.dictionary(number)?.number("/Count") == titles.count) }
      return titles
    }
    #expect(
      headings(below: file.catalog.reference("/Outlines")) == [
        "(a \\) 1)", "  (node00000007)", "    (b \\) 1)", "  (node00000007)",
      ])
  }

  @Test func `a part without headings, places and structure is joined, too`() throws {
    let plain = Self.written([
      "<</Title (p)>>", "<</Type /Page\n/Parent 3 0 R>>", "<</Type /Pages\n/Count 1\n/Kids [2 0 R]>>",
      "<</Type /Catalog\n/Pages 3 0 R>>",
    ])
    let file = try Self.joined([plain, plain])
    #expect(file.pageCount == 2 && file.catalog["/Outlines"] == nil && file.catalog["/StructTreeRoot"] == nil)
    #expect(try Self.joined([plain, Self.file("a")]).pageCount == 3)
  }

  @Test func `what is of another kind is not taken apart`() {
    let good = Self.file("a")
    let text = String(decoding: good, as: UTF8.self)
    for bad in [
      "", "%PDF-1.4", "startxref\n0\n%%EOF", "startxref\n99999\n%%EOF",
      text.replacing("xref\n0 19", with: "xref\n0 99"), text.replacing("trailer", with: "trailes"),
      text.replacing("1 0 obj", with: "9 0 obj"), text.replacing("/Root 18 0 R", with: "/Root 99 0 R"),
      text.replacing("\nxref\n0", with: "\nxref\n1"), text.replacing("endobj", with: "endobi"),
      text.replacing("00000 n", with: "00000 x"),
      "xref\n0 2\n0000000000 startxref0000000000 00000 f \ntrailer<<>>",
    ] {
      #expect(PDFFile(Array(bad.utf8)) == nil, "\(bad.prefix(40))")
    }
    for end in stride(from: 0, to: good.count - 20, by: 7) { #expect(PDFFile(Array(good[..<end])) == nil) }
    for (word, other) in [
      ("/Pages 6 0 R", "/Pages 7 0 R"), ("/Nums [0 10", "/Nums [x 10"),
      ("/ParentTree 12 0 R", "/ParentTree 1 0 R "),
      ("/K 9 0 R\n/P", "/K 0 0 R\n/P"), ("/Lang (ko)", "/Names (k)"), ("/Dests 7 0 R", "/Dests [7 0]"),
      ("/Info 1 0 R", "/Prev 1 0 R"), ("<</Kids [14", "<</Tops [14"),
      ("(node00000009)]\n/Names", "(mode00000009)]\n/Names"),
    ] {
      let file = PDFFile(Array(text.replacing(word, with: other).utf8))
      #expect(file != nil && file.flatMap { PDFJoining.join([$0, $0]) } == nil, "\(other)")
    }
  }
}
