/// A place of a file at which YAML lost its way or was misread.
struct Damage {
  /// How far the damage goes.
  enum Extent: Equatable {
    /// A node does not mean what it says, and its neighbours do.
    case node
    /// The line is lost, and what follows it is read again.
    case line
    /// The line is lost and with it all that is indented further.
    case lines
    /// A character looks like a colon or space: with that one in its place the line can be read.
    case mark(UInt8)
  }

  /// How far the damage goes.
  var extent: Extent
  /// The bytes in question.
  var place: Range<Int>
  /// The place of its report among the problems.
  var problem: Int
}

extension Trap {
  /// What becomes of the tree.
  var damage: Damage.Extent {
    switch self {
    case .tag, .split, .mergeKey, .complexKey, .emptyKey, .aliasAsKey, .secondDocument: .node
    case .unknownAlias, .enclosingAlias, .aliasBomb, .tooDeep, .tooManyNodes, .trailingText: .lines
    case .character(let trap):
      switch trap {
      case .control, .bidi, .invisibleInKey, .combining, .spaceAtEdge, .spaceBeforeComment: .node
      case .fullWidthColon: .mark(UInt8(ascii: ":"))
      case .spaceAfterMark: .mark(UInt8(ascii: " "))
      case .spaceAsIndentation: .line
      }
    }
  }
}
