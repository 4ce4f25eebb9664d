extension RegexParser {
  /// One member of a `[…]`.
  private enum Member {
    case scalar(Unicode.Scalar)
    case named(CharacterSet.Class, isNegated: Bool)
    case ranges([ClosedRange<UInt32>])
  }

  /// What `\` and the characters after it stand for, outside of a `[…]`; the `\` is already read.
  mutating func escape(from start: Int) throws(RegexProblem) -> RegexNode {
    switch next {
    case "b": return anchor(.wordBoundary)
    case "B": return anchor(.noWordBoundary)
    case "A": return anchor(.textStart)
    case "z": return anchor(.textEnd)
    case .some(let scalar) where ("1"..."9").contains(scalar):
      index += 1
      throw problem(.unsupported, from: start)
    default: break
    }
    switch try escapedMember(from: start) {
    case .scalar(let scalar): return .set(literal(scalar))
    case .named(let named, let isNegated):
      return .set(CharacterSet(classes: [(named, isNegated)], ignoresCase: flags.ignoresCase))
    case .ranges(let ranges): return .set(CharacterSet(ranges: ranges, ignoresCase: flags.ignoresCase))
    }
  }

  private mutating func anchor(_ anchor: RegexNode.Anchor) -> RegexNode {
    index += 1
    return .anchor(anchor)
  }

  /// A `[…]` of which the opening bracket is already read.
  mutating func characterClass(from start: Int) throws(RegexProblem) -> CharacterSet {
    var set = CharacterSet(ignoresCase: flags.ignoresCase)
    set.isNegated = take("^")
    var isFirst = true
    while true {
      guard next != nil else {
        index = start + 1
        throw problem(.unbalanced, from: start)
      }
      if !isFirst, take("]") { return set }
      isFirst = false
      let begin = index
      let member = try member()
      guard case .scalar(let low) = member else {
        add(member, to: &set)
        continue
      }
      guard next == "-", index + 1 < scalars.count, scalars[index + 1] != "]" else {
        add(member, to: &set)
        continue
      }
      index += 1
      guard case .scalar(let high) = try self.member(), low <= high else {
        throw problem(.characterClass, from: begin)
      }
      set.ranges.append(low.value...high.value)
    }
  }

  private func add(_ member: Member, to set: inout CharacterSet) {
    switch member {
    case .scalar(let scalar): set.ranges.append(scalar.value...scalar.value)
    case .named(let named, let isNegated): set.classes.append((named, isNegated))
    case .ranges(let ranges): set.ranges += ranges
    }
  }

  private mutating func member() throws(RegexProblem) -> Member {
    let start = index
    guard let scalar = next else { throw problem(.unbalanced, from: start) }
    index += 1
    if scalar == "\\" { return try escapedMember(from: start) }
    if scalar == "[", next == ":" { return try posixClass(from: start) }
    return .scalar(scalar)
  }

  /// What follows a `\` inside and outside of a `[…]` alike.
  private mutating func escapedMember(from start: Int) throws(RegexProblem) -> Member {
    guard let scalar = next else { throw problem(.escape, from: start) }
    index += 1
    switch scalar {
    case "d": return .named(.digit, isNegated: false)
    case "D": return .named(.digit, isNegated: true)
    case "w": return .named(.word, isNegated: false)
    case "W": return .named(.word, isNegated: true)
    case "s": return .named(.space, isNegated: false)
    case "S": return .named(.space, isNegated: true)
    case "p", "P": return try property(isNegated: scalar == "P", from: start)
    case "t": return .scalar("\t")
    case "n": return .scalar("\n")
    case "r": return .scalar("\r")
    case "f": return .scalar("\u{C}")
    case "v": return .scalar("\u{B}")
    case "a": return .scalar("\u{7}")
    case "x": return .scalar(try hexadecimal(from: start))
    default:
      guard scalar.isASCII, !CharacterSet.isWord(scalar) || scalar == "_" else {
        throw problem(.escape, from: start)
      }
      return .scalar(scalar)
    }
  }

  /// `L` or `{Name}` after `\p`.
  private mutating func property(isNegated: Bool, from start: Int) throws(RegexProblem) -> Member {
    var name = ""
    if take("{") {
      while let scalar = next, scalar != "}" {
        name.unicodeScalars.append(scalar)
        index += 1
      }
      guard take("}") else { throw problem(.unbalanced, from: start) }
    } else if let scalar = next {
      name.unicodeScalars.append(scalar)
      index += 1
    }
    let classes: [String: CharacterSet.Class] = [
      "L": .letter, "Lu": .uppercase, "Ll": .lowercase, "M": .mark, "N": .number, "Nd": .decimalDigit,
      "P": .punctuation, "S": .symbol, "Z": .separator, "Hangul": .hangul,
    ]
    guard let named = classes[name] else { throw problem(.characterClass, from: start) }
    return .named(named, isNegated: isNegated)
  }

  /// `[:digit:]` inside of a `[…]`, of which the opening bracket is already read.
  private mutating func posixClass(from start: Int) throws(RegexProblem) -> Member {
    for (name, characters) in Self.posixClasses {
      let text = Array(":\(name):]".unicodeScalars)
      guard scalars[index...].starts(with: text) else { continue }
      index += text.count
      return .ranges(characters.map { $0.lowerBound.value...$0.upperBound.value })
    }
    throw problem(.characterClass, from: start)
  }

  private static let posixClasses: [(String, [ClosedRange<Unicode.Scalar>])] = [
    ("alnum", ["0"..."9", "A"..."Z", "a"..."z"]), ("alpha", ["A"..."Z", "a"..."z"]),
    ("ascii", ["\u{0}"..."\u{7F}"]), ("blank", ["\t"..."\t", " "..." "]),
    ("cntrl", ["\u{0}"..."\u{1F}", "\u{7F}"..."\u{7F}"]), ("digit", ["0"..."9"]), ("graph", ["!"..."~"]),
    ("lower", ["a"..."z"]), ("print", [" "..."~"]), ("punct", ["!"..."/", ":"..."@", "["..."`", "{"..."~"]),
    ("space", ["\t"..."\r", " "..." "]), ("upper", ["A"..."Z"]),
    ("word", ["0"..."9", "A"..."Z", "_"..."_", "a"..."z"]), ("xdigit", ["0"..."9", "A"..."F", "a"..."f"]),
  ]

  /// `41` or `{AC00}` after `\x`.
  private mutating func hexadecimal(from start: Int) throws(RegexProblem) -> Unicode.Scalar {
    var value: UInt32 = 0
    let isBraced = take("{")
    var count = 0
    while count < (isBraced ? 6 : 2), let digit = next.flatMap({ Character($0).hexDigitValue }),
      next?.isASCII == true
    {
      value = value * 16 + UInt32(digit)
      index += 1
      count += 1
    }
    guard count > 0, isBraced ? take("}") : count == 2, let scalar = Unicode.Scalar(value) else {
      throw problem(.escape, from: start)
    }
    return scalar
  }
}
