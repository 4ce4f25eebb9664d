import Diagnostics
import Expressions
import Testing

@testable import Auditing

/// Requirements of a small shop, read aloud.
enum ReadSentences {
  /// What the requirement of each condition reads as, in the order of the conditions, lists and all.
  static func requirements(_ conditions: [String], _ language: Language) throws -> [String] {
    let rules = conditions.enumerated().map { number, condition in
      "  - {id: R-\(number), title: 규칙, cite: 제1조, severity: minor, require: \"\(condition)\"}"
    }
    let set = try InlineSet(policy: parameters + "rules:\n" + rules.joined(separator: "\n")).loaded()
    return try conditions.indices.map { number in
      let reading = try #require(set.readings(of: "R-\(number)", on: "2024-01-01", language)?.first)
      return try requirement(of: reading)
    }
  }

  /// The requirement of a rule without the sections around it, wide enough not to be broken.
  static func requirement(of reading: RuleReading) throws -> String {
    let demand = try #require(reading.meaning.demands.first?.condition)
    var page = Layout(width: 4_000)
    page.add(reading.wording.demand(demand), reading.language, indent: 0)
    return page.lines.joined(separator: "\n")
  }

  private static let parameters = """
    parameters:
      limit: {title: {ko: 한도, en: limit}, unit: KRW, value: 5000, cite: 제2조}
      kinds: {title: {ko: 대상 종류, en: kinds}, value: [food, toy], cite: 제2조}
    tables:
      rate:
        title: {ko: 요율표, en: rates}
        inputs: [kind, price]
        outputs: {times: {title: {ko: 배수, en: times}}}
        cite: 별표 1
        rows:
          - [food, "< 10", 2]
          - [food, ">= 10", 3]
          - [toy, "-", 4]

    """
}
