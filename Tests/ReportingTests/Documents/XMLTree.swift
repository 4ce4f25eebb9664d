import Foundation
#if canImport(FoundationXML)
  import FoundationXML
#endif

/// An element of an XML file as a strict reader sees it.
struct XMLTree: Sendable {
  /// Its name with its prefix.
  let name: String
  /// Its attributes.
  let attributes: [String: String]
  /// The elements in it.
  fileprivate(set) var children: [XMLTree] = []
  /// The text that stands in it directly.
  fileprivate(set) var ownText = ""

  /// The root of a file; nil where it is not well formed.
  static func read(_ bytes: [UInt8]) -> XMLTree? {
    let reader = Reader()
    let parser = XMLParser(data: Data(bytes))
    parser.shouldResolveExternalEntities = false
    parser.delegate = reader
    return parser.parse() ? reader.root : nil
  }

  subscript(attribute: String) -> String? { attributes[attribute] }

  /// All elements of a name below this one, in order.
  func all(_ name: String) -> [XMLTree] {
    var found: [XMLTree] = []
    visit { if $0.name == name { found.append($0) } }
    return found
  }

  /// The first element of a name below this one.
  func first(_ name: String) -> XMLTree? { all(name).first }

  /// The elements of a name directly in this one.
  func direct(_ name: String) -> [XMLTree] { children.filter { $0.name == name } }

  /// The text of all elements of a name below this one, joined.
  func text(_ name: String) -> String { all(name).map(\.ownText).joined() }

  /// Shows all elements below this one, in order.
  func visit(_ see: (XMLTree) -> Void) {
    for child in children {
      see(child)
      child.visit(see)
    }
  }

  private final class Reader: NSObject, XMLParserDelegate {
    var root: XMLTree?
    private var open: [XMLTree] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      open.append(XMLTree(name: name, attributes: attributes))
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
      let element = open.removeLast()
      if open.isEmpty { root = element } else { open[open.count - 1].children.append(element) }
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
      if !open.isEmpty { open[open.count - 1].ownText += text }
    }
  }
}
