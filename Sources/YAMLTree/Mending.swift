import Diagnostics

/// Reads what is left of a file that YAML could not read to its end: lines at which it lost its way are blanked in a
/// copy of the same length, so that all places stay what they are.
struct Mending {
  private let file: SourceFile
  private let input: InputCheck
  private var bytes: [UInt8]
  /// The bytes that were blanked.
  private var lost: [Range<Int>] = []
  /// Most readings of one file.
  private static let mostReadings = 20
  /// Files that are longer are not read again: their author hears of the first problem.
  private static let mostBytes = 1 << 20

  /// Begins with the file as it is.
  init(_ file: SourceFile, input: InputCheck) {
    self.file = file
    self.input = input
    bytes = file.bytes
  }

  /// The tree of what can be read, with all problems that do not follow from others.
  mutating func tree(after first: TreeBuilder, into log: inout DiagnosticLog) -> YAMLTree? {
    guard bytes.count <= Self.mostBytes else {
      log.append(contentsOf: first.problems)
      return nil
    }
    var builder = first
    var reported: Set<Diagnostic> = []
    for _ in 0..<Self.mostReadings {
      let following = builder.damages.filter { follows($0.place.lowerBound) }.map(\.problem)
      for (number, problem) in builder.problems.entries.enumerated()
      where !following.contains(number) && reported.insert(problem).inserted {
        log.append(problem)
      }
      guard !builder.damages.isEmpty else { return marked(builder) }
      let before = lost.count
      var isMended = false
      for damage in builder.damages where mend(damage) { isMended = true }
      guard isMended || lost.count > before else { return nil }
      builder = TreeBuilder(reading: file, input: input, bytes: bytes)
    }
    return nil
  }

  /// Whether a problem at a place may come of the lines that were taken out: it stands in them or next to them.
  private func follows(_ place: Int) -> Bool {
    lost.contains { range in
      range.lowerBound <= place && place <= range.upperBound
        || range.upperBound <= place && place <= endOfLine(min(range.upperBound + 1, bytes.count))
    }
  }

  // MARK: Lines

  /// Takes out what a damage reaches; false if that was done before.
  private mutating func mend(_ damage: Damage) -> Bool {
    switch damage.extent {
    case .node: return false
    case .mark(let byte):
      guard let first = damage.place.first, bytes.indices.contains(first), bytes[first] >= 0x80 else {
        return blank(startOfLine(damage.place.lowerBound), deep: true)
      }
      for place in damage.place { bytes[place] = place == first ? byte : 0x20 }
      return true
    case .line: return blank(startOfLine(damage.place.lowerBound), deep: false)
    case .lines: return blank(startOfLine(damage.place.lowerBound), deep: true)
    }
  }

  private mutating func blank(_ place: Int, deep: Bool) -> Bool {
    // Where the file ends too early its last line is the one in question.
    var start = startOfLine(place)
    while start > input.start, bytes[start..<endOfLine(start)].allSatisfy({ $0 <= 0x20 }) {
      start = startOfLine(start - 1)
    }
    guard start >= input.start, start < bytes.count else { return false }
    let indentation = self.indentation(at: start)
    var end = endOfLine(start)
    while deep, end < bytes.count {
      let next = end + 1
      guard next < bytes.count else { break }
      let last = endOfLine(next)
      let isBlank = bytes[next..<last].allSatisfy { $0 == 0x20 || $0 == 0x0D }
      guard isBlank || self.indentation(at: next) > indentation else { break }
      end = last
    }
    guard bytes[start..<end].contains(where: { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D }) else { return false }
    for index in start..<end where bytes[index] != 0x0A && bytes[index] != 0x0D { bytes[index] = 0x20 }
    lost.append(start..<end)
    return true
  }

  private func startOfLine(_ place: Int) -> Int {
    var index = min(place, bytes.count)
    while index > input.start, bytes[index - 1] != 0x0A { index -= 1 }
    return index
  }

  private func endOfLine(_ place: Int) -> Int {
    bytes[min(place, bytes.count)...].firstIndex(of: 0x0A) ?? bytes.count
  }

  /// How many spaces a line begins with, as YAML counts them.
  private func indentation(at start: Int) -> Int {
    bytes[start...].prefix { $0 == 0x20 }.count
  }

  // MARK: Marks

  /// The tree, in which the lists and mappings that lost lines are marked, and the entries that lost their values.
  private func marked(_ builder: TreeBuilder) -> YAMLTree? {
    guard let root = builder.root else { return nil }
    var records = builder.records
    for range in lost {
      let isOutermost = file.bytes[range.lowerBound] > 0x20
      // What ends before the lost lines with nothing between may have gone on in them.
      var before = range.lowerBound
      while before > 0, bytes[before - 1] <= 0x20 { before -= 1 }
      for id in records.indices where isOutermost || id != Int(root) {
        let (start, end) = (Int(records[id].start), Int(records[id].end))
        if records[id].kind == .scalar {
          let isEmpty = records[id].count == 0 && records[id].style == .plain
          if isEmpty, start <= range.upperBound, end >= before { records[id].isBroken = true }
        } else if start <= range.lowerBound, end >= before {
          records[id].isBroken = true
        }
      }
    }
    return YAMLTree(
      records: records, children: builder.children, text: builder.text, keys: builder.keys, rootID: root,
      files: [file], lostWords: lostWords, isWhole: false)
  }

  private var lostWords: Set<String> {
    var words: Set<String> = []
    for range in lost {
      let text = String(decoding: file.bytes[range], as: UTF8.self)
      for word in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber && !"_-.".contains($0) }) {
        words.insert(String(word))
        for part in word.split(separator: ".") { words.insert(String(part)) }
      }
    }
    return words
  }
}
