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

  /// A tree from its parts.
  init(
    records: [NodeRecord], children: [UInt32], text: [UInt8], keys: KeyTable, rootID: UInt32,
    files: [SourceFile]
  ) {
    self.records = records
    self.children = children
    self.text = text
    self.keys = keys
    self.rootID = rootID
    self.files = files
  }

  /// The node that holds the whole document.
  package var root: YAMLNode { YAMLNode(tree: self, id: rootID) }

  /// The number of nodes, with those that an edit cut off.
  package var nodeCount: Int { records.count }

  /// The number of distinct keys in the document; `YAMLNode.keyID` is below it.
  package var keyCount: Int { keys.count }

  /// The text of the distinct key with this number.
  package func keyText(_ keyID: Int) -> String {
    String(decoding: text[keys.range(of: UInt32(keyID))], as: UTF8.self)
  }

  /// The number of a key, nil if no mapping of the document has it.
  package func keyID(_ key: String) -> Int? {
    findKey(key).map(Int.init)
  }

  /// The number of a key, compared in NFC.
  func findKey(_ key: String) -> UInt32? {
    key.utf8.allSatisfy { $0 < 0x80 }
      ? keys.find(key.utf8, in: text) : keys.find(Normalization.nfc(key).utf8, in: text)
  }
}
