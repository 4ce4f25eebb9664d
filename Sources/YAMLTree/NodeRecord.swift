/// One node of the arena: 32 bytes, no reference.
struct NodeRecord: BitwiseCopyable, Sendable {
  /// The key of a node that is not a mapping's key.
  static let noKey = UInt32.max

  /// Scalar, list or mapping.
  var kind: YAMLNode.Kind
  /// How a scalar is written.
  var style: YAMLNode.Style
  /// The text differs from what the file holds by Unicode normalisation.
  var isNormalized = false
  /// A part of it could not be read, or does not mean what it says.
  var isBroken = false
  /// Index of the file in the tree's `files`.
  var file: UInt32 = 0
  /// First byte in the file.
  var start: UInt32
  /// First byte in the file after the node.
  var end: UInt32
  /// First byte in the text arena, or first index in the tree's `children`.
  var first: UInt32
  /// Bytes of text, or number of children; a mapping's keys and values alternate.
  var count: UInt32
  /// The interned key, for keys.
  var key = NodeRecord.noKey
}
