/// How numbers move when a PDF becomes a part of another: each part's own numbers follow those of the parts before.
struct PDFShift {
  /// Added to the numbers of objects.
  var objects = 0
  /// Added to the numbers by which pages and links are found in the document's structure.
  var keys = 0
  /// Added to the numbers of the structure's parts with a name.
  var names = 0

  /// What the last token was.
  private enum Token {
    case structureKey, nameKey, key, other
  }

  /// Copies what an object says; a stream's own bytes stay as they are.
  func append(_ object: ArraySlice<UInt8>, to output: inout [UInt8]) {
    var last = Token.other
    var place = object.startIndex
    while place < object.endIndex {
      let byte = object[place]
      if PDFSyntax.isSpace(byte) {
        output.append(byte)
        place += 1
        continue
      }
      if let reference = PDFSyntax.reference(object, place) {
        output += "\(reference.number + objects) 0 R".utf8
        (place, last) = (reference.end, .other)
        continue
      }
      let token = object[place..<PDFSyntax.endOfToken(object, place)]
      switch byte {
      case UInt8(ascii: "/"):
        output += token
        last = Self.key(token)
      case UInt8(ascii: "("):
        // Under any other key it is a text that happens to look like a name.
        let number = last == .key ? nil : PDFPartName.number(of: token)
        if let number { output += PDFPartName.bytes(of: number + names) } else { output += token }
        last = .other
      case UInt8(ascii: "s") where token.elementsEqual("stream".utf8):
        output += object[place...]
        return
      default:
        if last == .structureKey, let number = PDFSyntax.number(object, place) {
          output += "\(number.value + keys)".utf8
        } else {
          output += token
        }
        last = .other
      }
      place = token.endIndex
    }
  }

  /// What an object says, moved.
  func moved(_ object: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    append(object, to: &bytes)
    return bytes
  }

  private static func key(_ token: ArraySlice<UInt8>) -> Token {
    if token.elementsEqual("/StructParent".utf8) || token.elementsEqual("/StructParents".utf8) {
      return .structureKey
    }
    return token.elementsEqual("/ID".utf8) ? .nameKey : .key
  }
}
