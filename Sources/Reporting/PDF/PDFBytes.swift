import Findings

/// The bytes of a PDF that another program wrote.
enum PDFBytes {
  /// Whether a file begins and ends as a PDF does.
  static func isWhole(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: "%PDF-".utf8)
      && PDFSyntax.last("%%EOF", in: bytes[max(0, bytes.count - 1024)...]) != nil
  }

  /// What a document says that it was made with.
  private static let creator = "/Creator (guideline-audit)"

  /// Takes out what differs from run to run: the time of printing, which says nothing of the report, and identifiers
  /// made of it. Everything stays where it is, for a PDF counts its parts by their places.
  static func settle(_ bytes: inout [UInt8]) {
    for key in ["/CreationDate", "/ModDate"] { blank(key, in: &bytes) }
    renumber(&bytes)
    sign(&bytes)
    identify(&bytes)
  }

  /// Overwrites entries `/Key(D:…)` with spaces, which mean nothing between entries.
  private static func blank(_ key: String, in bytes: inout [UInt8]) {
    let key = Array(key.utf8)
    var place = 0
    while let start = PDFSyntax.first(key, in: bytes, from: place) {
      place = start + key.count
      var end = place
      while end < bytes.count, bytes[end] == 0x20 { end += 1 }
      guard bytes[min(end, bytes.count)...].starts(with: "(D:".utf8) else { continue }
      end += 3
      let digits = end
      while end < bytes.count, isPartOfDate(bytes[end]) { end += 1 }
      // Within a title the bracket before the date would stand behind a backslash.
      guard end - digits >= 14, end < bytes.count, bytes[end] == UInt8(ascii: ")") else { continue }
      for index in start...end { bytes[index] = 0x20 }
    }
  }

  /// Counts the names of parts, `(node00000053)`, from 1 in their order: a browser gives out the numbers while it is
  /// busy with other things, and leaves some out. Names are sorted in the file, and stay so.
  private static func renumber(_ bytes: inout [UInt8]) {
    var places: [(place: Int, number: Int)] = []
    var place = 0
    while let found = PDFSyntax.first(PDFPartName.start, in: bytes, from: place) {
      place = found + PDFPartName.start.count
      let token = bytes[found..<min(found + PDFPartName.length, bytes.count)]
      guard let number = PDFPartName.number(of: token), isName(at: found, in: bytes) else { continue }
      places.append((found, number))
    }
    let numbers = Set(places.map(\.number)).sorted()
    let ranks = Dictionary(uniqueKeysWithValues: zip(numbers, 1...))
    for (place, number) in places {
      for (offset, byte) in PDFPartName.bytes(of: ranks[number] ?? 0).enumerated() {
        bytes[place + offset] = byte
      }
    }
  }

  /// Whether a string is a part's name, by the key before it: titles and other words of a document may look like one.
  private static func isName(at place: Int, in bytes: [UInt8]) -> Bool {
    var end = place
    while end > 0, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x0A { end -= 1 }
    var start = end
    while start > 0, isLetter(bytes[start - 1]) { start -= 1 }
    let isKey = start < end && start > 0 && bytes[start - 1] == UInt8(ascii: "/")
    return !isKey || bytes[start..<end].elementsEqual("ID".utf8)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte & 0xDF)
  }

  /// Says that the document is an audit's: a browser names itself there at length. It stays named as the producer.
  private static func sign(_ bytes: inout [UInt8]) {
    let key = Array("/Creator (".utf8)
    guard let start = PDFSyntax.first(key, in: bytes, from: 0) else { return }
    var end = start + key.count
    while end < bytes.count, bytes[end] != UInt8(ascii: ")") {
      end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    let name = Array(creator.utf8)
    guard end < bytes.count, end - start + 1 >= name.count else { return }
    for index in start...end {
      bytes[index] = index - start < name.count ? name[index - start] : 0x20
    }
  }

  /// Gives the trailer's two identifiers the first digits of the content's own digest.
  private static func identify(_ bytes: inout [UInt8]) {
    let key = Array("/ID".utf8)
    guard let trailer = PDFSyntax.last("trailer", in: bytes[...]),
      let start = PDFSyntax.first(key, in: bytes, from: trailer)
    else {
      return
    }
    var places: [Int] = []
    var index = start + key.count
    var isInText = false
    while index < bytes.count, bytes[index] != UInt8(ascii: "]") {
      if bytes[index] == UInt8(ascii: "<") {
        isInText = true
      } else if bytes[index] == UInt8(ascii: ">") {
        isInText = false
      } else if isInText {
        places.append(index)
      }
      index += 1
    }
    for place in places { bytes[place] = UInt8(ascii: "0") }
    blankChecksum(after: trailer, in: &bytes)
    let digits = Array(Digest.sha256(of: bytes).utf8)
    let half = max(1, places.count / 2)
    for (index, place) in places.enumerated() { bytes[place] = digits[index % half % digits.count] }
  }

  /// A checksum of the content as it was before, which some programs add to the trailer.
  private static func blankChecksum(after trailer: Int, in bytes: inout [UInt8]) {
    let key = Array("/DocChecksum /".utf8)
    guard let start = PDFSyntax.first(key, in: bytes, from: trailer) else { return }
    var index = start + key.count
    while index < bytes.count, isHexadecimal(bytes[index]) {
      bytes[index] = UInt8(ascii: "0")
      index += 1
    }
  }

  private static func isPartOfDate(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "Z"),
      UInt8(ascii: "'"):
      true
    default: false
    }
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "F"),
      UInt8(ascii: "a")...UInt8(ascii: "f"):
      true
    default: false
    }
  }
}
