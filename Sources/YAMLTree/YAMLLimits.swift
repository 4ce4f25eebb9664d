/// What one YAML file may cost. Everything beyond is refused with a diagnostic.
package enum YAMLLimits {
  /// Bytes of one file.
  package static let bytes = 64 << 20
  /// Nesting of `[…]` and `{…}`; libyaml's time grows with its square.
  package static let flowDepth = 64
  /// Nesting of all kinds, with the depth that aliases add.
  package static let depth = 128
  /// Scalars, lists and mappings of one file.
  package static let nodes = 4_000_000
  /// Nodes that a reader may meet when aliases are followed: this many per node of the file…
  package static let expandedNodesPerNode = 10
  /// …and this many besides.
  package static let expandedNodesBesides = 100_000
  /// Problems listed for one file.
  package static let problems = 100
}
