/// One match: all states that the program can be in are followed at once, each at most once per character.
struct RegexRun {
  private let instructions: [RegexInstruction]
  private let sets: [CharacterSet]
  /// The states waiting to read the next character.
  private var waiting: [Int] = []
  /// For every state the last place at which it was entered.
  private var entered: [Int]
  private var pending: [Int] = []
  private var steps = 0
  private let stepLimit: Int

  /// Prepares a match by a program and its sets that may take so many steps.
  init(instructions: [RegexInstruction], sets: [CharacterSet], stepLimit: Int) {
    self.stepLimit = stepLimit
    self.instructions = instructions
    self.sets = sets
    entered = Array(repeating: -1, count: instructions.count)
  }

  /// Whether some part of the text matches; nil if that takes too many steps.
  mutating func find(in text: String.UnicodeScalarView) -> Bool? {
    var previous: Unicode.Scalar?
    var place = 0
    var index = text.startIndex
    while true {
      let next = index < text.endIndex ? text[index] : nil
      // A match may begin at every place.
      if enter(0, at: place, between: previous, and: next) { return true }
      guard let scalar = next else { return false }
      let states = waiting
      waiting.removeAll(keepingCapacity: true)
      steps += states.count + 1
      text.formIndex(after: &index)
      place += 1
      let following = index < text.endIndex ? text[index] : nil
      for state in states {
        guard case .read(let set) = instructions[state], sets[set].contains(scalar) else { continue }
        if enter(state + 1, at: place, between: scalar, and: following) { return true }
      }
      guard steps <= stepLimit else { return nil }
      previous = scalar
    }
  }

  /// Follows everything that can be reached without reading a character; true if that is a match.
  private mutating func enter(
    _ start: Int, at place: Int, between previous: Unicode.Scalar?, and next: Unicode.Scalar?
  ) -> Bool {
    pending.append(start)
    while let state = pending.popLast() {
      guard entered[state] != place else { continue }
      entered[state] = place
      steps += 1
      switch instructions[state] {
      case .read: waiting.append(state)
      case .anchor(let anchor):
        if Self.holds(anchor, between: previous, and: next) { pending.append(state + 1) }
      case .split(let first, let second):
        pending.append(second)
        pending.append(first)
      case .jump(let target): pending.append(target)
      case .match:
        pending.removeAll(keepingCapacity: true)
        return true
      }
    }
    return false
  }

  private static func holds(
    _ anchor: RegexNode.Anchor, between previous: Unicode.Scalar?, and next: Unicode.Scalar?
  ) -> Bool {
    switch anchor {
    case .textStart: previous == nil
    case .textEnd: next == nil
    case .lineStart: previous == nil || previous == "\n"
    case .lineEnd: next == nil || next == "\n"
    case .wordBoundary: isWord(previous) != isWord(next)
    case .noWordBoundary: isWord(previous) == isWord(next)
    }
  }

  private static func isWord(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map(CharacterSet.isWord) ?? false
  }
}
