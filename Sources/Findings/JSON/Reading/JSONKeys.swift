import Diagnostics

/// The keys of an object, of which none may come twice: a reader that takes the first and one that takes the last
/// would see different reports.
enum JSONKeys {
  /// Up to so many keys are compared each with each.
  private static let few = 64

  /// Refuses an object with a key that comes twice.
  static func check(of object: Int, _ nodes: [JSONTree.Node], _ bytes: [UInt8]) throws(JSONProblem) {
    var keys: [Int] = []
    var isEscaped = false
    var place = object + 1
    while place < nodes.count {
      keys.append(place)
      isEscaped = isEscaped || nodes[place].isEscaped
      place = Int(nodes[Int(nodes[place].next)].next)
    }
    let double =
      keys.count <= few && !isEscaped ? amongFew(keys, nodes, bytes) : amongMany(keys, nodes, bytes)
    guard let double else { return }
    let range = Int(nodes[double].start)..<Int(nodes[double].end)
    let name = Printable.escaped(
      String(decoding: bytes[range].dropFirst().dropLast().prefix(80), as: UTF8.self))
    throw JSONProblem(at: range, ko: "키 `\(name)`이(가) 두 번 나옴", en: "key `\(name)` comes twice")
  }

  private static func amongFew(_ keys: [Int], _ nodes: [JSONTree.Node], _ bytes: [UInt8]) -> Int? {
    for (index, key) in keys.enumerated() {
      let length = nodes[key].end - nodes[key].start
      for other in keys[..<index] where nodes[other].end - nodes[other].start == length {
        if isSame(Int(nodes[key].start), Int(nodes[other].start), Int(length), bytes) { return key }
      }
    }
    return nil
  }

  private static func isSame(_ a: Int, _ b: Int, _ length: Int, _ bytes: [UInt8]) -> Bool {
    // Keys that are equally long mostly differ at their ends too.
    var index = length - 1
    while index >= 0 {
      guard bytes[a + index] == bytes[b + index] else { return false }
      index -= 1
    }
    return true
  }

  private static func amongMany(_ keys: [Int], _ nodes: [JSONTree.Node], _ bytes: [UInt8]) -> Int? {
    var seen: Set<[UInt8]> = []
    return keys.first { key in
      let inner = bytes[(Int(nodes[key].start) + 1)..<(Int(nodes[key].end) - 1)]
      return !seen.insert(Array(JSONEscape.resolved(inner).utf8)).inserted
    }
  }
}
