package import Diagnostics

/// One YAML document as an arena of located nodes; aliases lead to the anchored node itself.
package final class YAMLTree: Sendable {
  /// All nodes; those that an edit cut off too.
  let records: [NodeRecord]
  /// The children of all lists and mappings, each one's side by side.
  let children: [UInt32]
  /// The text of all scalars, NFC in UTF-8.
  let text: [UInt8]
  /// The distinct keys.
  let keys: KeyTable
  /// The index of the document's node.
  let rootID: UInt32
  /// The files that nodes come from; more than one after an edit.
  package let files: [SourceFile]
  /// Words of the parts of the file that could not be read; empty for a tree that is whole.
  package let lostWords: Set<String>

  /// Whether all of the file could be read and means what it says.
  package let isWhole: Bool

  /// A tree from its parts.
  init(
    records: [NodeRecord], children: [UInt32], text: [UInt8], keys: KeyTable, rootID: UInt32,
    files: [SourceFile], lostWords: Set<String> = [], isWhole: Bool = true
  ) {
    self.records = records
    self.children = children
    self.text = text
    self.keys = keys
    self.rootID = rootID
    self.files = files
    self.lostWords = lostWords
    self.isWhole = isWhole
  }

  /// The node that holds the whole document.
  package var root: YAMLNode { YAMLNode(tree: self, id: rootID) }

  /// The number of distinct keys in the document; `YAMLNode.keyID` is below it.
  package var keyCount: Int { keys.count }

  /// The text of the distinct key with this number.
  package func keyText(_ keyID: Int) -> String {
    string(keys.range(of: UInt32(keyID)))
  }

  /// A piece of the text arena.
  func string(_ range: Range<Int>) -> String {
    // The arena holds what libyaml decoded and normalisation composed: valid UTF-8, cut between characters.
    let text = text
    let words = text.span.extracting(range)
    let valid = unsafe UTF8Span(unchecked: words)
    return String(copying: valid)
  }

  /// The number of a key, nil if no mapping of the document has it.
  package func keyID(_ key: String) -> Int? {
    findKey(key).map(Int.init)
  }

  /// The node under a key of a mapping, which is compared as it is given; nil if it has no such key.
  func value(of key: Span<UInt8>, in mapping: NodeRecord) -> UInt32? {
    let arena = text
    let text = arena.span
    var place = Int(mapping.first)
    let end = place + Int(mapping.count)
    while place + 1 < end {
      let own = records[Int(children[place])]
      if Int(own.count) == key.count, own.key != NodeRecord.noKey,
        text.extracting(Int(own.first)..<Int(own.first) + Int(own.count)).isEqual(to: key)
      {
        return children[place + 1]
      }
      place += 2
    }
    return nil
  }

  /// The number of a key, compared in NFC.
  func findKey(_ key: String) -> UInt32? {
    let bytes = key.utf8.span
    if let found = keys.find(bytes, in: text) { return found }
    guard bytes.indices.contains(where: { bytes[$0] >= 0x80 }) else { return nil }
    return keys.find(Normalization.nfc(key).utf8.span, in: text)
  }
}
