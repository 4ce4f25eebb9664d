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
}
