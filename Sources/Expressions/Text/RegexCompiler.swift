/// What the matcher does at one state.
enum RegexInstruction: Sendable {
  /// Reads one character of the set with this index and goes to the next instruction.
  case read(Int)
  /// Goes on only at such a place.
  case anchor(RegexNode.Anchor)
  /// Goes to both.
  case split(Int, Int)
  /// Goes there.
  case jump(Int)
  /// The text matches.
  case match
}

/// Turns nodes into a program. Its recursion is bounded by the nesting that the parser allows.
struct RegexCompiler {
  /// The program so far.
  private(set) var instructions: [RegexInstruction] = []
  /// The sets that its instructions name.
  private(set) var sets: [CharacterSet] = []

  /// Appends a node's instructions.
  mutating func append(_ node: RegexNode) {
    switch node {
    case .set(let set):
      instructions.append(.read(sets.count))
      sets.append(set)
    case .anchor(let anchor): instructions.append(.anchor(anchor))
    case .sequence(let parts):
      for part in parts { append(part) }
    case .alternatives(let parts): append(alternatives: parts)
    case .repetition(let body, let least, let most): append(body, least: least, most: most)
    }
  }

  /// Ends the program.
  mutating func finish() {
    instructions.append(.match)
  }

  private mutating func append(alternatives parts: [RegexNode]) {
    var exits: [Int] = []
    for part in parts.dropLast() {
      let split = instructions.count
      instructions.append(.match)
      append(part)
      exits.append(instructions.count)
      instructions.append(.match)
      instructions[split] = .split(split + 1, instructions.count)
    }
    if let last = parts.last { append(last) }
    for exit in exits { instructions[exit] = .jump(instructions.count) }
  }

  private mutating func append(_ body: RegexNode, least: Int, most: Int?) {
    for _ in 0..<least { append(body) }
    guard let most else {
      let split = instructions.count
      instructions.append(.match)
      append(body)
      instructions.append(.jump(split))
      instructions[split] = .split(split + 1, instructions.count)
      return
    }
    var splits: [Int] = []
    for _ in least..<max(least, most) {
      splits.append(instructions.count)
      instructions.append(.match)
      append(body)
    }
    for split in splits { instructions[split] = .split(split + 1, instructions.count) }
  }
}
