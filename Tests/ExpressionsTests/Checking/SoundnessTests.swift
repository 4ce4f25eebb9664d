import Diagnostics
import Expressions
import TestSupport
import Testing
import YAMLTree

@Suite struct `Soundness of the checker` {
  @Test(arguments: SeededGenerator.seeds)
  func `no heap of signs and names crashes the checker`(seed: UInt64) {
    print("seed \(seed)")
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "award", "scheme.awards", ".", "value", "(", ")", "[", "]", "{", "}", ",", "?", ":", "&&", "||", "!",
      "-", "+",
      "==", "<", " in ", "'free'", "1", "has", "find", "exists", "(a, ", "a.", "if", "table", "p", "null",
      "true",
      "minimum", "opt", "stated", "map", "size()", "pairs", "`x`", "r'", "기한", "\"", "//", "\n", "0",
    ]
    for _ in 0..<3_000 {
      let count = Int.random(in: 1...14, using: &random)
      let text = (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined()
      for mode in [Checker.Mode.strict, .conformance, .unchecked] {
        let (expression, problems) = Sample.check(text, mode: mode)
        #expect((expression == nil) == problems.contains { $0.severity == .error }, "\(text)")
      }
    }
  }
}
