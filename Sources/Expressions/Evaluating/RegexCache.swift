/// Compiled regular expressions by their patterns, so that a test run for many elements compiles its pattern once.
struct RegexCache {
  /// The most patterns that are kept.
  private static let capacity = 256

  private var compiled: [String: Result<LinearRegex, RegexProblem>] = [:]

  /// The compiled pattern, or what is wrong with it.
  mutating func regex(_ pattern: String) throws(RegexProblem) -> LinearRegex {
    if let known = compiled[pattern] { return try known.get() }
    let result = Result<LinearRegex, RegexProblem> { () throws(RegexProblem) in try LinearRegex(pattern) }
    if compiled.count >= Self.capacity { compiled.removeAll(keepingCapacity: true) }
    compiled[pattern] = result
    return try result.get()
  }
}

extension Evaluation {
  /// Steps of a match that count as one step of the rule.
  private static let matchSteps = 100

  /// Whether some part of a text matches a pattern, counted by the work it takes; nil past the limit of one match
  /// or the budget of the rule.
  func matches(_ text: String, _ pattern: String) throws(RegexProblem) -> Bool? {
    let regex = try regexes.regex(pattern)
    var limit = 1_000
    while limit <= LinearRegex.stepLimit {
      guard charge(limit / Self.matchSteps) else { return nil }
      if let answer = regex.matches(text, steps: limit) { return answer }
      limit *= 10
    }
    return nil
  }
}
