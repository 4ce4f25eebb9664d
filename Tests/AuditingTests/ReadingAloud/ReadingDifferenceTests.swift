import Diagnostics
import TestSupport
import Testing

@testable import Auditing

/// Conditions that differ read differently.
@Suite struct ReadingDifferenceTests {
  @Test(arguments: Language.allCases)
  func `two conditions that differ in one operator, constant or fact read differently`(
    _ language: Language
  ) throws {
    let seed = SeededGenerator.seed
    var random = SeededGenerator(seed: seed)
    var pairs: [(String, String)] = []
    while pairs.count < 150 * SeededGenerator.effort {
      let condition = ShopCondition.random(depth: 3, &random)
      let place = Int.random(in: 0..<condition.places, using: &random)
      let other = condition.changed(at: place, &random)
      guard condition.text != other.text else { continue }
      pairs.append((condition.text, other.text))
    }
    let read = try ReadSentences.requirements(pairs.flatMap { [$0.0, $0.1] }, language)
    for (number, pair) in pairs.enumerated() {
      #expect(
        read[2 * number] != read[2 * number + 1],
        "\(SeededGenerator.again(seed)): `\(pair.0)` and `\(pair.1)` both read:\n\(read[2 * number])")
    }
  }

  @Test(arguments: Language.allCases)
  func `conditions that only brackets tell apart read differently`(_ language: Language) throws {
    let groups = [
      ["shop.open && shop.sign || shop.small", "shop.open && (shop.sign || shop.small)"],
      ["!shop.open && shop.sign", "!(shop.open && shop.sign)"],
      ["shop.size - 2 - 3 > shop.price / 2", "shop.size - (2 - 3) > shop.price / 2"],
      ["shop.size * 2 + 3 > 1", "shop.size * (2 + 3) > 1"],
      ["shop.size / 2 * 3 > 1", "shop.size / (2 * 3) > 1"],
      ["-shop.size + 2 > 1", "-(shop.size + 2) > 1"],
      ["min(shop.size, 2) + 3 > 1", "min(shop.size, 2 + 3) > 1"],
      [
        "shop.items.exists(i, i.kind == 'food' && i.price > 3)",
        "shop.items.exists(i, i.kind == 'food') && shop.items.exists(i, i.price > 3)",
      ],
      [
        "shop.items.all(i, i.marks.exists(m, m.size > 1))",
        "shop.items.exists(i, i.marks.all(m, m.size > 1))",
      ],
      [
        "shop.items.filter(i, i.price > 1 || i.kind == 'toy').size() > 2 && shop.open",
        "(shop.items.filter(i, i.price > 1).size() > 2 || shop.sign) && shop.open",
      ],
      [
        "if(shop.open, shop.size, if(shop.sign, 2, 3)) > 1",
        "if(shop.open, if(shop.sign, shop.size, 2), 3) > 1",
      ],
    ]
    let read = try ReadSentences.requirements(groups.flatMap { $0 }, language)
    #expect(Set(read).count == read.count)
  }
}

/// A random condition about the shop: words that stay, and places where one of several words of a kind stands.
struct ShopCondition {
  private enum Part {
    case word(String)
    /// One of several words; the present one by its place.
    case choice([String], Int)
  }

  private var parts: [Part]

  /// The condition as an expression.
  var text: String {
    parts.map { part in
      switch part {
      case .word(let word): word
      case .choice(let words, let place): words[place]
      }
    }.joined()
  }

  /// How many places can be changed.
  var places: Int {
    parts.count { if case .choice = $0 { true } else { false } }
  }

  /// The condition with another word at one place.
  func changed(at place: Int, _ random: inout SeededGenerator) -> ShopCondition {
    var copy = self
    var seen = 0
    for (index, part) in parts.enumerated() {
      guard case .choice(let words, let old) = part else { continue }
      if seen == place {
        copy.parts[index] = .choice(
          words, (old + Int.random(in: 1..<words.count, using: &random)) % words.count)
      }
      seen += 1
    }
    return copy
  }

  static func random(depth: Int, _ random: inout SeededGenerator) -> ShopCondition {
    ShopCondition(parts: truth(depth, nil, &random))
  }

  private static func one(_ words: [String], _ random: inout SeededGenerator) -> Part {
    .choice(words, words.indices.randomElement(using: &random) ?? 0)
  }

  private static let numbers = ["2", "3", "4", "5", "6", "7"]

  private static func truth(_ depth: Int, _ item: String?, _ random: inout SeededGenerator) -> [Part] {
    let simple = depth <= 0
    switch Int.random(in: 0..<(simple ? 5 : 11), using: &random) {
    case 0: return [one(["shop.open", "shop.sign", "shop.small"], &random)]
    case 1: return [.word("stated("), one(["shop.proof", "shop.letter", "shop.price"], &random), .word(")")]
    case 2:
      return [
        one(["shop.opened", "shop.filed"], &random),
        one([" < ", " <= ", " > ", " >= ", " == ", " != "], &random),
        .word("date('2022-0"), one(numbers, &random), .word("-01')"),
      ]
    case 3:
      guard let item else { return [.word("!"), one(["shop.open", "shop.sign"], &random)] }
      return [
        .word("\(item).kind"), one([" == ", " != "], &random), one(["'food'", "'toy'"], &random),
      ]
    case 4:
      return number(depth - 1, item, &random)
        + [one([" < ", " <= ", " > ", " >= ", " == ", " != "], &random)] + number(0, item, &random)
    case 5, 6:
      return [.word("(")] + truth(depth - 1, item, &random) + [one([" && ", " || "], &random)]
        + truth(depth - 1, item, &random) + [.word(")")]
    case 7: return [.word("!(")] + truth(depth - 1, item, &random) + [.word(")")]
    case 8:
      let name = "i\(depth)"
      return [.word("shop.items"), one([".exists(", ".all(", ".exists_one("], &random), .word("\(name), ")]
        + truth(depth - 1, name, &random) + [.word(")")]
    case 9:
      return [.word("(")] + truth(depth - 1, item, &random) + [.word(" ? ")] + truth(depth - 1, item, &random)
        + [.word(" : ")] + truth(depth - 1, item, &random) + [.word(")")]
    default:
      return [one(["'red'", "'blue'"], &random), .word(" in shop.tags")]
    }
  }

  /// A bare number.
  private static func number(_ depth: Int, _ item: String?, _ random: inout SeededGenerator) -> [Part] {
    switch Int.random(in: 0..<(depth <= 0 ? 2 : 7), using: &random) {
    case 0: return [.word("shop.size")]
    case 1: return [one(numbers, &random)]
    case 2:
      return [.word("(")] + number(depth - 1, item, &random)
        + [one([" + ", " - ", " * ", " / "], &random)] + number(depth - 1, item, &random) + [.word(")")]
    case 3:
      return [one(["abs(", "floor(", "ceil(", "round_up(", "round_down(", "round_half_even("], &random)]
        + number(depth - 1, item, &random) + [.word(")")]
    case 4:
      return [one(["min(", "max("], &random)] + number(depth - 1, item, &random) + [.word(", ")]
        + number(depth - 1, item, &random) + [.word(")")]
    case 5:
      let name = "n\(depth)"
      return [.word("shop.items.filter(\(name), ")] + truth(depth - 1, name, &random) + [.word(").size()")]
    default:
      return [.word("if(")] + truth(depth - 1, item, &random) + [.word(", ")]
        + number(depth - 1, item, &random) + [.word(", ")] + number(depth - 1, item, &random) + [.word(")")]
    }
  }
}
