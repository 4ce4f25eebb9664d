/// Where a document's links lead: names of its own places, and addresses elsewhere.
struct DOCXLinks {
  /// Addresses elsewhere, in the order of their ids.
  private(set) var addresses: [String] = []
  private var idOfAddress: [String: Int] = [:]
  private var nameOfAnchor: [String: Int] = [:]
  private var marked: Set<String> = []

  /// The name of a place, short and of plain letters, as word processors want it.
  mutating func name(of anchor: String) -> String {
    if let number = nameOfAnchor[anchor] { return "place\(number)" }
    let number = nameOfAnchor.count + 1
    nameOfAnchor[anchor] = number
    return "place\(number)"
  }

  /// The name and number with which to mark a place; nil if it is marked already.
  mutating func mark(_ anchor: String) -> (name: String, id: Int)? {
    guard marked.insert(anchor).inserted else { return nil }
    return (name(of: anchor), marked.count)
  }

  /// The id of an address in the list of relationships.
  mutating func id(of address: String) -> String {
    if let id = idOfAddress[address] { return "link\(id)" }
    addresses.append(address)
    idOfAddress[address] = addresses.count
    return "link\(addresses.count)"
  }

  /// An address as a relationship may hold it; nil where following it could do anything but open a page or a file
  /// beside the document.
  static func safe(_ address: String) -> String? {
    let scheme = address.prefix { $0 != ":" && $0 != "/" && $0 != "?" && $0 != "#" }
    if scheme.count < address.count, address[scheme.endIndex] == ":" {
      guard ["http", "https"].contains(scheme.lowercased()) else { return nil }
      guard address[scheme.endIndex...].hasPrefix("://") else { return nil }
    } else if address.isEmpty || address.hasPrefix("//") || address.hasPrefix("\\") {
      return nil
    }
    var result: [UInt8] = []
    for byte in address.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        result.append(byte)
      case _ where allowed.contains(byte): result.append(byte)
      default:
        result.append(UInt8(ascii: "%"))
        let digits = String(byte, radix: 16, uppercase: true)
        result += (digits.utf8.count == 1 ? "0" + digits : digits).utf8
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static let allowed: Set<UInt8> = Set("-._~:/?#@!$&'()*+,;=%".utf8)
}
