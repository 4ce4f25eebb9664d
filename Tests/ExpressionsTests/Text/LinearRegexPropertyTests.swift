import Expressions
import Foundation
import TestSupport
import Testing

@Suite struct `Regular expressions agree with another matcher` {
  static func pattern(_ generator: inout SeededGenerator, depth: Int) -> String {
    switch Int.random(in: 0..<(depth > 0 ? 12 : 5), using: &generator) {
    case 0, 1: return ["a", "b", "c", "."].randomElement(using: &generator) ?? "a"
    case 2: return ["[ab]", "[^a]", "\\w", "[b-c]"].randomElement(using: &generator) ?? "a"
    case 3: return ["^", "$", "\\b", "\\B"].randomElement(using: &generator) ?? "^"
    case 4: return ""
    case 5, 6:
      return "(" + pattern(&generator, depth: depth - 1) + "|" + pattern(&generator, depth: depth - 1) + ")"
    case 7, 8:
      let repetition = ["*", "+", "?", "{2}", "{1,2}", "{2,}"].randomElement(using: &generator) ?? "*"
      return "(" + pattern(&generator, depth: depth - 1) + ")" + repetition
    default: return pattern(&generator, depth: depth - 1) + pattern(&generator, depth: depth - 1)
    }
  }

  @Test(arguments: SeededGenerator.seeds)
  func `on random patterns`(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for round in 0..<300 {
      let pattern = Self.pattern(&generator, depth: 4)
      let regex = try LinearRegex(pattern)
      let oracle = try NSRegularExpression(pattern: "(?:\(pattern))")
      for _ in 0..<6 {
        let text = String(
          (0..<Int.random(in: 0...7, using: &generator)).map { _ in
            "abc ".randomElement(using: &generator) ?? "a"
          })
        let wanted = oracle.firstMatch(in: text, range: NSRange(location: 0, length: text.utf16.count)) != nil
        #expect(
          regex.matches(text) == wanted,
          "\(SeededGenerator.again(seed)), round \(round): \(pattern) on “\(text)”")
      }
    }
  }
}
