import Diagnostics

extension TreeBuilder {
  /// Reports a trap; the result may be thrown to stop the reading.
  @discardableResult
  mutating func report(_ trap: Trap, at place: Range<Int>) -> Unreadable {
    add(trap.words, at: place, leavesTree: trap.leavesTree, damage: trap.damage)
    return Unreadable()
  }

  /// Reports a key that its mapping already has.
  mutating func reportDuplicate(_ key: String, at node: UInt32, first: UInt32) {
    let key = Printable.shortened(key)
    let words = Words(
      "yaml.duplicate-key", ko: "`\(key)` 항목이 같은 자리에 두 번 적혀 있습니다",
      en: "the key `\(key)` is already stated in this mapping",
      help: LocalizedText(ko: "하나만 남기십시오", en: "keep one of them"))
    let record = records[Int(node)]
    let note = Diagnostic.Note(
      LocalizedText(ko: "먼저 적힌 곳", en: "first stated here"), at: span(of: first).location)
    add(words, at: Int(record.start)..<Int(record.end), notes: [note], leavesTree: true)
  }

  /// Adds a problem, up to the limit of one file; `leavesTree` says that the rest still means what it says, `damage`
  /// what became of the tree if not.
  mutating func add(
    _ words: Words, at place: Range<Int>, notes: [Diagnostic.Note] = [], leavesTree: Bool = false,
    damage: Damage.Extent = .lines, from opener: Int? = nil
  ) {
    if !leavesTree {
      isUsable = false
      if damage != .node {
        damages.append(
          Damage(
            extent: damage, place: min(opener ?? place.lowerBound, place.lowerBound)..<place.upperBound,
            problem: problems.entries.count))
      }
    }
    let count = problems.entries.count
    if count < YAMLLimits.problems {
      problems.error(
        words.code, at: span(place), ko: words.ko, en: words.en, help: words.help, notes: notes)
    } else if count == YAMLLimits.problems {
      problems.note(
        "yaml.more-problems", at: span(place), ko: "이 파일의 나머지 문제는 적지 않았습니다",
        en: "further problems in this file are not listed")
    }
  }
}
