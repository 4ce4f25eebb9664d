/// Reads a pattern into nodes. Groups nest at most `depthLimit` deep, so that its recursion is bounded.
struct RegexParser {
  /// Which meanings differ inside a group.
  struct Flags {
    /// `i`: upper and lower case count as the same.
    var ignoresCase = false
    /// `s`: `.` matches a line break too.
    var dotMatchesAll = false
    /// `m`: `^` and `$` match at line breaks too.
    var isMultiline = false
  }

  /// Most bytes of a pattern.
  static let lengthLimit = 10_000
  /// Most groups within each other.
  static let depthLimit = 100
  /// Greatest count of `{m,n}`.
  static let countLimit = 1000

  /// The pattern.
  let scalars: [Unicode.Scalar]
  /// The place of the character that is next.
  var index = 0
  /// What holds at that place.
  var flags = Flags()
  private var depth = 0

  /// Starts at the beginning of a pattern; fails if it is too long.
  init(_ pattern: String) throws(RegexProblem) {
    guard pattern.utf8.count <= Self.lengthLimit else {
      throw RegexProblem(.tooLarge, 0..<pattern.utf8.count)
    }
    scalars = Array(pattern.unicodeScalars)
  }

  /// Reads the whole pattern.
  mutating func parse() throws(RegexProblem) -> RegexNode {
    let node = try alternatives()
    guard index == scalars.count else { throw problem(.unbalanced, from: index) }
    return node
  }

  /// The character that is next.
  var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  /// Reads a character if it is next.
  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    index += 1
    return true
  }

  /// A mistake in the part of the pattern from a place up to what was read, at least one character.
  func problem(_ kind: RegexProblem.Kind, from start: Int) -> RegexProblem {
    let end = min(scalars.count, max(index, start + 1))
    let offset = scalars[..<min(start, scalars.count)].reduce(0) { $0 + UTF8.width($1) }
    let length = start < end ? scalars[start..<end].reduce(0) { $0 + UTF8.width($1) } : 0
    return RegexProblem(kind, offset..<(offset + length))
  }

  private mutating func alternatives() throws(RegexProblem) -> RegexNode {
    var parts = [try sequence()]
    while take("|") { parts.append(try sequence()) }
    return parts.count == 1 ? parts[0] : .alternatives(parts)
  }

  private mutating func sequence() throws(RegexProblem) -> RegexNode {
    var parts: [RegexNode] = []
    while let scalar = next, scalar != "|", scalar != ")" {
      let start = index
      guard let node = try atom() else { continue }
      parts.append(try repeated(node, from: start))
    }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  /// One character, class, anchor or group; nil for a group that only sets flags.
  private mutating func atom() throws(RegexProblem) -> RegexNode? {
    let start = index
    guard let scalar = next else { return .sequence([]) }
    index += 1
    switch scalar {
    case "(": return try group(from: start)
    case "[": return .set(try characterClass(from: start))
    case ".":
      return .set(CharacterSet(ranges: flags.dotMatchesAll ? [] : [0x0A...0x0A], isNegated: true))
    case "^": return .anchor(flags.isMultiline ? .lineStart : .textStart)
    case "$": return .anchor(flags.isMultiline ? .lineEnd : .textEnd)
    case "\\": return try escape(from: start)
    case "*", "+", "?": throw problem(.misplacedRepetition, from: start)
    case "{" where try count(from: start) != nil: throw problem(.misplacedRepetition, from: start)
    default: return .set(literal(scalar))
    }
  }

  /// The set of one character.
  func literal(_ scalar: Unicode.Scalar) -> CharacterSet {
    CharacterSet(ranges: [scalar.value...scalar.value], ignoresCase: flags.ignoresCase)
  }

  private mutating func group(from start: Int) throws(RegexProblem) -> RegexNode? {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else { throw problem(.tooLarge, from: start) }
    let outer = flags
    if take("?") {
      guard try opensGroup(from: start) else { return nil }
    }
    let node = try alternatives()
    guard take(")") else {
      index = start + 1
      throw problem(.unbalanced, from: start)
    }
    flags = outer
    return node
  }

  /// Reads what follows `(?`: `:`, a name or flags. False if the group was `(?flags)`, which is then
  /// complete.
  private mutating func opensGroup(from start: Int) throws(RegexProblem) -> Bool {
    if take("P") || next == "<" {
      guard take("<") else { throw problem(.unsupported, from: start) }
      var length = 0
      while let scalar = next, CharacterSet.isWord(scalar) {
        index += 1
        length += 1
      }
      guard length > 0, take(">") else { throw problem(.unsupported, from: start) }
      return true
    }
    var isOn = true
    while let scalar = next {
      index += 1
      switch scalar {
      case ":": return true
      case ")": return false
      case "-" where isOn: isOn = false
      case "i": flags.ignoresCase = isOn
      case "s": flags.dotMatchesAll = isOn
      case "m": flags.isMultiline = isOn
      default: throw problem(.unsupported, from: start)
      }
    }
    throw problem(.unbalanced, from: start)
  }

  /// A node with the repetition that follows it. A `?` after it changes which text is matched first, which
  /// makes no difference here.
  private mutating func repeated(_ node: RegexNode, from start: Int) throws(RegexProblem) -> RegexNode {
    guard let bounds = try repetition() else { return node }
    _ = take("?")
    let after = index
    if try repetition() != nil { throw problem(.misplacedRepetition, from: after) }
    return .repetition(node, least: bounds.least, most: bounds.most)
  }

  private mutating func repetition() throws(RegexProblem) -> (least: Int, most: Int?)? {
    let start = index
    if take("*") { return (0, nil) }
    if take("+") { return (1, nil) }
    if take("?") { return (0, 1) }
    guard take("{") else { return nil }
    guard let bounds = try count(from: start) else {
      index = start
      return nil
    }
    return bounds
  }

  /// Reads `n}`, `n,}` or `n,m}`; nil, and nothing read, if the brace stands for itself.
  private mutating func count(from start: Int) throws(RegexProblem) -> (least: Int, most: Int?)? {
    let begin = index
    guard let least = number() else {
      index = begin
      return nil
    }
    var most: Int? = least
    if take(",") { most = number() }
    guard take("}") else {
      index = begin
      return nil
    }
    guard least <= Self.countLimit, most ?? least <= Self.countLimit, least <= most ?? least else {
      throw problem(.repetitionCount, from: start)
    }
    return (least, most)
  }

  /// Reads digits; a number past the limit becomes one that is past it.
  private mutating func number() -> Int? {
    var value: Int?
    while let scalar = next, ("0"..."9").contains(scalar) {
      index += 1
      value = min(Self.countLimit + 1, (value ?? 0) * 10 + Int(scalar.value - 0x30))
    }
    return value
  }
}
