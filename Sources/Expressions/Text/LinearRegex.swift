/// A regular expression that is matched in time proportional to the text, whatever the pattern.
///
/// The syntax is that of RE2 without captures: literals, `.`, `[…]`, `\d \w \s`, `\p{…}`, `* + ? {m,n}`,
/// groups, `|`, `^ $ \A \z \b \B`, flags `i m s`. Characters are Unicode scalars; `\d \w \s \b` know ASCII
/// only.
package struct LinearRegex: Sendable {
  /// Most instructions that a pattern may become.
  package static let sizeLimit = 4000
  /// Steps (states times characters) that one match may take unless another limit is given.
  package static let stepLimit = 50_000_000

  private let instructions: [RegexInstruction]
  private let sets: [CharacterSet]

  /// Reads a pattern; fails with what is wrong and where.
  package init(_ pattern: String) throws(RegexProblem) {
    var parser = try RegexParser(pattern)
    let node = try parser.parse()
    guard node.size < Self.sizeLimit else { throw RegexProblem(.tooLarge, 0..<pattern.utf8.count) }
    var compiler = RegexCompiler()
    compiler.append(node)
    compiler.finish()
    instructions = compiler.instructions
    sets = compiler.sets
  }

  /// Whether some part of the text matches; nil if finding out takes more steps than the limit.
  package func matches(_ text: String, steps limit: Int = LinearRegex.stepLimit) -> Bool? {
    var run = RegexRun(instructions: instructions, sets: sets, stepLimit: limit)
    return run.find(in: text.unicodeScalars)
  }
}
