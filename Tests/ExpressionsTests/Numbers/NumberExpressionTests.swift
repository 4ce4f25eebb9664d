import BigInt
import Diagnostics
import Expressions
import TestSupport
import Testing

/// A calculation that is written as an expression of the language and worked out on the integers of another library.
private indirect enum Calculation {
  case number(BigInt, decimals: Int)
  case negated(Calculation)
  case joined(String, Calculation, Calculation)
  case called(String, [Calculation])
  case percentOf(part: Calculation, whole: Calculation, base: Calculation)
  case choice(Calculation, Calculation, then: Calculation, else: Calculation)

  /// Why there is no result, as the kinds of evaluation errors are named.
  enum Failure: String, Error {
    case divisionByZero, overflow, invalidArgument
  }

  init(_ generator: inout SeededGenerator, depth: Int) {
    guard depth > 0, Int.random(in: 0..<8, using: &generator) > 0 else {
      let sizes = [3, 20, 64, 130, 700]
      let bits = sizes[Int.random(in: 0..<sizes.count, using: &generator)]
      let number = BigInt(BigUInt.randomInteger(withMaximumWidth: bits, using: &generator))
      self = .number(
        Bool.random(using: &generator) ? number : -number,
        decimals: Int.random(in: 0..<3, using: &generator) == 0
          ? Int.random(in: 1...6, using: &generator) : 0)
      return
    }
    var next: Calculation { Calculation(&generator, depth: depth - 1) }
    switch Int.random(in: 0..<16, using: &generator) {
    case 0: self = .negated(next)
    case 1...3: self = .joined("+", next, next)
    case 4...5: self = .joined("-", next, next)
    case 6...8: self = .joined("*", next, next)
    case 9...10: self = .joined("/", next, next)
    case 11: self = .joined("%", .called("floor", [next]), .called("ceil", [next]))
    case 12:
      let name = ["abs", "floor", "ceil", "round_up", "round_half_even"].randomElement(using: &generator)
      self = .called(name ?? "abs", [next])
    case 13:
      let name = ["round_up", "round_down", "round_half_up", "round_half_even", "min", "max"].randomElement(
        using: &generator)
      self = .called(name ?? "min", [next, next])
    case 14: self = .percentOf(part: next, whole: next, base: next)
    default: self = .choice(next, next, then: next, else: next)
    }
  }

  /// The expression; its numbers are steps, whose texts are collected.
  func text(_ steps: inout [String]) -> String {
    switch self {
    case .number(let number, let decimals):
      let digits = String(number.magnitude)
      let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
      let text =
        decimals == 0 ? digits : padded.dropLast(decimals) + "." + padded.suffix(decimals)
      steps.append((number < 0 ? "-" : "") + text)
      return "n\(steps.count - 1)"
    case .negated(let inner): return "-(\(inner.text(&steps)))"
    case .joined(let sign, let a, let b): return "(\(a.text(&steps)) \(sign) \(b.text(&steps)))"
    case .called(let name, let arguments):
      let texts = arguments.map { $0.text(&steps) }
      return "\(name)(\(texts.joined(separator: ", ")))"
    case .percentOf(let part, let whole, let base):
      return "percent_of(percent(\(part.text(&steps)), \(whole.text(&steps))), \(base.text(&steps)))"
    case .choice(let a, let b, let yes, let no):
      return
        "if(\(a.text(&steps)) < \(b.text(&steps)), \(yes.text(&steps)), \(no.text(&steps)))"
    }
  }

  func result() throws(Failure) -> ModelFraction {
    switch self {
    case .number(let number, let decimals): return ModelFraction(number, BigInt(10).power(decimals))
    case .negated(let inner):
      let value = try inner.result()
      return ModelFraction(-value.top, value.bottom)
    case .joined(let sign, let a, let b): return try Self.joined(sign, try a.result(), try b.result())
    case .called(let name, let arguments):
      var values: [ModelFraction] = []
      for argument in arguments { values.append(try argument.result()) }
      return try Self.called(name, values)
    case .percentOf(let part, let whole, let base):
      let hundred = ModelFraction(100, 1)
      let (part, whole) = (try part.result(), try whole.result())
      let rate = try Self.joined("*", try Self.joined("/", part, whole), hundred)
      return try Self.joined("/", try Self.joined("*", try base.result(), rate), hundred)
    case .choice(let a, let b, let yes, let no):
      return Self.isLess(try a.result(), try b.result()) ? try yes.result() : try no.result()
    }
  }

  private static func isLess(_ a: ModelFraction, _ b: ModelFraction) -> Bool {
    a.top * b.bottom < b.top * a.bottom
  }

  private static func joined(
    _ sign: String, _ a: ModelFraction, _ b: ModelFraction
  ) throws(Failure) -> ModelFraction {
    switch sign {
    case "+": return try limited(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom)
    case "-": return try limited(a.top * b.bottom - b.top * a.bottom, a.bottom * b.bottom)
    case "*": return try limited(a.top * b.top, a.bottom * b.bottom)
    case "/":
      guard b.top != 0 else { throw .divisionByZero }
      return try limited(a.top * b.bottom, a.bottom * b.top)
    default:
      guard a.bottom == 1, b.bottom == 1 else { throw .invalidArgument }
      guard b.top != 0 else { throw .divisionByZero }
      return try limited(a.top % b.top, 1)
    }
  }

  private static func called(_ name: String, _ values: [ModelFraction]) throws(Failure) -> ModelFraction {
    let rules: [String: Rounding] = [
      "floor": .down, "ceil": .up, "round_up": .up, "round_down": .down, "round_half_up": .halfUp,
      "round_half_even": .halfEven,
    ]
    let first = values[0]
    switch name {
    case "abs": return ModelFraction(first.top < 0 ? -first.top : first.top, first.bottom)
    case "min": return isLess(values[1], first) ? values[1] : first
    case "max": return isLess(first, values[1]) ? values[1] : first
    default:
      let step = values.count > 1 ? values[1] : ModelFraction(1, 1)
      guard step.top > 0 else { throw .invalidArgument }
      let multiple = try joined("/", first, step).rounded(rules[name] ?? .down)
      return try limited(multiple * step.top, step.bottom)
    }
  }

  private static func limited(_ top: BigInt, _ bottom: BigInt) throws(Failure) -> ModelFraction {
    let fraction = ModelFraction(top, bottom)
    guard fraction.isWithinLimit else { throw .overflow }
    return fraction
  }
}

@Suite struct `Calculations in the policy language are exact` {
  private static func evaluate(_ text: String, steps: [String]) throws -> Value {
    var bench = Bench()
    for (place, step) in steps.enumerated() { try bench.step("n\(place)", step) }
    return bench.evaluation(Shop.facts([:])).evaluate(try bench.check(text)).value
  }

  @Test(arguments: SeededGenerator.seeds)
  func `as another library works them out`(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var failures: Set<Calculation.Failure> = []
    for round in 0..<(50 * SeededGenerator.effort) {
      let calculation = Calculation(&generator, depth: Int.random(in: 1...5, using: &generator))
      var steps: [String] = []
      let text = calculation.text(&steps)
      let place = "\(SeededGenerator.again(seed)), round \(round): \(text) with \(steps)"
      var wanted: String
      do throws(Calculation.Failure) {
        wanted = try calculation.result().text
      } catch {
        failures.insert(error)
        wanted = error.rawValue
      }
      switch try Self.evaluate(text, steps: steps) {
      case .number(let number): #expect(number.fractionText == wanted, "\(place)")
      case .error(let error): #expect(error.kind.rawValue == wanted, "\(place)")
      case let other: Issue.record("\(other), \(place)")
      }
    }
    #expect(
      failures.contains(.divisionByZero) && failures.contains(.invalidArgument),
      "\(SeededGenerator.again(seed))")
  }

  /// The largest number has 1,233 nines, of 4,096 bits.
  @Test(arguments: [
    ("1 + n0 + n0", "+", "1 + n0 + n0"), ("3 - (-n0 - n0)", "-", "(-n0 - n0)"),
    ("2 * (n0 * n0 + 1)", "*", "n0 * n0"), ("1 / n0 / n0 + 1", "/", "1 / n0 / n0"),
    ("1 + n0 / (1 / n0)", "/", "n0 / (1 / n0)"),
    ("1 + percent_of(percent(n0, 1), 2)", "percent", "percent(n0, 1)"),
  ])
  func `an outgrown number names the operation and its place`(
    _ text: String, _ operation: String, _ piece: String
  ) throws {
    let value = try Self.evaluate(text, steps: [String(repeating: "9", count: 1233)])
    guard case .error(let error) = value else {
      Issue.record("\(text) came to \(value)")
      return
    }
    #expect(error.kind == .overflow)
    #expect(error.message.en == "the result of `\(operation)` needs more than 4,096 bits")
    #expect(error.message.ko == "`\(operation)`의 결과가 4,096비트를 넘습니다")
    let range = try #require(error.range)
    #expect(String(decoding: Array(text.utf8)[range], as: UTF8.self) == piece)
  }

  @Test func `sums past the limit are errors too, and a number of the limit is none`() throws {
    let nines = String(repeating: "9", count: 1233)
    guard case .error(let error) = try Self.evaluate("sum([n0, n0])", steps: [nines]) else {
      Issue.record("no error")
      return
    }
    #expect(error.kind == .overflow)
    guard case .number(let number) = try Self.evaluate("n0 + n0 * 0 - n0 / n0 + 1", steps: [nines]) else {
      Issue.record("no number")
      return
    }
    #expect(number.fractionText == nines)
  }

  @Test(arguments: [
    ("percent(1, 3) == percent(2, 6)", "true"), ("percent_of(percent(1, 3), 3)", "1"),
    ("percent_of(percent(n0, n0 * 7), 7)", "1"),
    ("percent(1, 3) > percent(333333333333, 1000000000000)", "true"),
    ("percent_of(percent(1, 7), 1) * 7", "1"), ("10000 / 30 * 3 == 1000", "true"),
    ("0.1 + 0.2 == 0.3", "true"),
    ("1 / 3 + 1 / 3 + 1 / 3 == 1", "true"), ("n0 / 3 * 3 == n0", "true"),
    ("round_up(4900 / 720 * 40 * 3, 10)", "820"), ("-7 % 3", "-1"),
  ])
  func `shares and quotients lose nothing`(_ text: String, _ wanted: String) throws {
    #expect(try Self.evaluate(text, steps: ["9223372036854775807"]).told == wanted)
  }
}
