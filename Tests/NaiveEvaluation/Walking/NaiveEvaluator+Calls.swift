import Expressions

extension NaiveEvaluator {
  /// `f(x)` or `r.f(x)`: a form that looks at facts, a macro, a table's row, or a function.
  func call(
    _ name: String, _ receiver: SyntaxTree.ID?, _ arguments: [SyntaxTree.ID], _ tree: SyntaxTree
  ) -> NaiveValue {
    guard let receiver else { return freeCall(name, arguments, tree) }
    if Self.macros[name]?.contains(arguments.count) == true {
      return macro(name, receiver, arguments, tree)
    }
    if let words = words(of: receiver, tree) {
      if words == ["table"], !variables.contains(where: { $0.name == "table" }) {
        return row(of: name, arguments.map { value($0, tree) })
      }
      let qualified = (words + [name]).joined(separator: ".")
      if let function = Self.functions[qualified], !isDeclared(words[0]) {
        return apply(function, qualified, arguments.map { value($0, tree) })
      }
      if !isDeclared(words[0]), FunctionLibrary.standard.named(qualified).isEmpty == false {
        return note(uncovered: qualified)
      }
    }
    return function(name, ([receiver] + arguments).map { value($0, tree) })
  }

  private func freeCall(_ name: String, _ arguments: [SyntaxTree.ID], _ tree: SyntaxTree) -> NaiveValue {
    switch (name, arguments.count) {
    case ("has", 1): isStated(arguments[0], tree, ifMissing: .bool(false))
    case ("stated", 1): isStated(arguments[0], tree, ifMissing: .unknown)
    case ("opt", 2): opt(arguments[0], arguments[1], tree)
    case ("find", _): find(arguments, tree)
    case ("if", 3): choose(arguments[0], arguments[1], arguments[2], tree)
    default: function(name, arguments.map { value($0, tree) })
    }
  }

  private func function(_ name: String, _ arguments: [NaiveValue]) -> NaiveValue {
    if let function = Self.functions[name] { return apply(function, name, arguments) }
    return FunctionLibrary.standard.named(name).isEmpty ? .failed(.undeclared) : note(uncovered: name)
  }

  /// Applies a function to arguments that are known, or to every reading of them.
  private func apply(_ function: NaiveFunction, _ name: String, _ arguments: [NaiveValue]) -> NaiveValue {
    guard Self.takes(arguments.count, name) else { return .failed(.mistyped) }
    if arguments.contains(where: \.isUnknown) {
      let fails = arguments.contains { if case .failed = $0 { true } else { false } }
      return function.partial == .unknowns && !fails ? function.body(self, arguments) : .unknown
    }
    for case .failed(let failure) in arguments { return .failed(failure) }
    let arguments = arguments.map(\.plain)
    if function.partial == .itself || function.partial == .unknowns { return function.body(self, arguments) }
    guard let combinations = NaiveValue.combinations(of: arguments) else { return .unknown }
    return NaiveValue.agreed(
      combinations.map { readings in
        guard readings.contains(where: \.isPartial) else { return function.body(self, readings) }
        switch function.partial {
        case .readings, .itself, .unknowns: return .unknown
        case .ends: return overEnds(function, readings)
        case .rising(let rises): return rising(function, readings, rises)
        }
      })
  }

  /// The bounds of what the ends of the arguments give.
  private func overEnds(_ function: NaiveFunction, _ arguments: [NaiveValue]) -> NaiveValue {
    var corners: [[NaiveValue]] = [[]]
    for argument in arguments {
      guard let low = argument.low, let high = argument.high else { return .unknown }
      let ends = argument.isPartial ? [low, high] : [argument]
      corners = corners.flatMap { corner in ends.map { corner + [$0] } }
    }
    let results = corners.map { function.body(self, $0) }
    let failures = results.filter { if case .failed = $0 { true } else { false } }
    if results.contains(where: \.isUnknown) { return .unknown }
    if let failure = failures.first { return failures.count == results.count ? failure : .unknown }
    return NaiveValue.hull(results)
  }

  /// The bounds of a function that rises in some arguments and falls in others.
  private func rising(_ function: NaiveFunction, _ arguments: [NaiveValue], _ rises: [Bool]) -> NaiveValue {
    func end(_ wantsLow: Bool) -> NaiveValue? {
      var ends: [NaiveValue] = []
      for (place, argument) in arguments.enumerated() {
        guard argument.isPartial else {
          ends.append(argument)
          continue
        }
        guard place < rises.count, let end = rises[place] == wantsLow ? argument.low : argument.high
        else { return nil }
        ends.append(end)
      }
      return function.body(self, ends)
    }
    let (low, high) = (end(true), end(false))
    for end in [low, high] {
      if end?.isUnknown == true { return .unknown }
    }
    return NaiveValue.betweenEnds(low, high)
  }
}

/// A function by its body, and what it does with arguments of which only bounds are known or readings differ.
struct NaiveFunction: Sendable {
  /// How arguments that are not plainly known are followed.
  enum Partial: Sendable, Equatable {
    /// Every reading by itself; bounds leave it open.
    case readings
    /// Its least and greatest values lie at ends of the bounds.
    case ends
    /// As `ends`, where it is known in which arguments it rises.
    case rising([Bool])
    /// The body looks at them.
    case itself
    /// The body looks at unknown ones too.
    case unknowns
  }

  var partial: Partial
  var body: @Sendable (NaiveEvaluator, [NaiveValue]) -> NaiveValue

  init(
    _ partial: Partial = .readings, _ body: @escaping @Sendable (NaiveEvaluator, [NaiveValue]) -> NaiveValue
  ) {
    self.partial = partial
    self.body = body
  }
}
