/// An arithmetic expression of a policy, read so that its names can be replaced by their values.
indirect enum Formula {
  /// Digits as they are written.
  case number(String)
  /// A step, `p.NAME` or a path of facts.
  case name(String)
  /// With a minus sign before it.
  case negative(Formula)
  /// Two sides with `+`, `-`, `*`, `/` or `%` between them.
  case binary(Formula, String, Formula)
  /// In brackets, which are shown.
  case group(Formula)
  /// A function by its name, with at most 16 arguments.
  case call(String, [Formula])

  /// Reads sums, products, brackets and calls; nil for anything else, such as comparisons and macros.
  init?(_ text: String) {
    guard text.utf8.count <= 2_000 else { return nil }
    var parser = FormulaParser(text)
    guard let formula = parser.sum(depth: 0), parser.isAtEnd else { return nil }
    self = formula
  }

  /// Whether there is anything to work out.
  var isComputation: Bool {
    switch self {
    case .number, .name: false
    case .negative(let inner), .group(let inner): inner.isComputation
    case .binary, .call: true
    }
  }
}

/// Reads a formula from left to right.
private struct FormulaParser {
  private let bytes: [UInt8]
  private var index = 0
  private static let deepest = 40

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  var isAtEnd: Bool {
    mutating get {
      skipSpace()
      return index == bytes.count
    }
  }

  mutating func sum(depth: Int) -> Formula? {
    guard depth < Self.deepest, var left = product(depth: depth + 1) else { return nil }
    while let operation = take("+") ?? take("-") {
      guard let right = product(depth: depth + 1) else { return nil }
      left = .binary(left, operation, right)
    }
    return left
  }

  private mutating func product(depth: Int) -> Formula? {
    guard var left = factor(depth: depth) else { return nil }
    while let operation = take("*") ?? take("/") ?? take("%") {
      guard let right = factor(depth: depth) else { return nil }
      left = .binary(left, operation, right)
    }
    return left
  }

  private mutating func factor(depth: Int) -> Formula? {
    guard depth < Self.deepest else { return nil }
    if take("-") != nil { return factor(depth: depth + 1).map(Formula.negative) }
    if take("(") != nil {
      guard let inner = sum(depth: depth + 1), take(")") != nil else { return nil }
      return .group(inner)
    }
    skipSpace()
    guard index < bytes.count else { return nil }
    if Self.isDigit(bytes[index]) { return .number(run { Self.isDigit($0) || $0 == UInt8(ascii: ".") }) }
    let name = run(Self.isNameByte)
    guard !name.isEmpty, !["true", "false", "in"].contains(name) else { return nil }
    guard take("(") != nil else { return .name(name) }
    var arguments: [Formula] = []
    while take(")") == nil {
      if !arguments.isEmpty { guard take(",") != nil else { return nil } }
      guard arguments.count < 16, let argument = sum(depth: depth + 1) else { return nil }
      arguments.append(argument)
    }
    return .call(name, arguments)
  }

  private mutating func take(_ symbol: Unicode.Scalar) -> String? {
    skipSpace()
    guard index < bytes.count, bytes[index] == UInt8(ascii: symbol) else { return nil }
    index += 1
    return String(symbol)
  }

  private mutating func run(_ belongs: (UInt8) -> Bool) -> String {
    let start = index
    while index < bytes.count, belongs(bytes[index]) { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func skipSpace() {
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x0A || bytes[index] == 0x09 {
      index += 1
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".") || byte >= 0x80
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
