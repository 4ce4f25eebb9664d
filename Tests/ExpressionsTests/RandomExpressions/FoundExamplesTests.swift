import Expressions
import NaiveEvaluation
import Testing

/// What random expressions have found, in its smallest form: it stays mended, and both evaluators say so.
@Suite struct `What random expressions have found` {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var scheme: [String: Shop.Stated]
    var value: String

    var testDescription: String { "\(text) over \(Shop.text(scheme)) is \(value)" }
  }

  private static let disputed: [String: Shop.Stated] = [
    "incident.count": .either([1, 2]), "incident.channel": .either(["web", "app,web"]),
  ]
  private static let partial: [String: Shop.Stated] = [
    "awards": .records([["id": "A1", "group": "free"]], isIncomplete: true)
  ]

  static let cases: [Case] = [
    Case(text: "not_in(incident.count, [0, 1, 2])", scheme: disputed, value: "false"),
    Case(text: "overlap([incident.count], [0, 1, 2])", scheme: disputed, value: "true"),
    Case(text: "covers(['web', 'app,web'], incident.channel)", scheme: disputed, value: "true"),
    // The lists of two readings are no list to go through.
    Case(text: "incident.channel.split(',')[0]", scheme: disputed, value: "unknown"),
    Case(text: "incident.channel.split(',').all(x, x != '')", scheme: disputed, value: "unknown"),
    Case(text: "incident.channel.split('x').size()", scheme: disputed, value: "unknown"),
    // What is not named may stand before what is.
    Case(text: "find(awards, 'group', 'free').id", scheme: partial, value: "A1"),
    Case(text: "find(awards + awards, 'group', 'free').id", scheme: partial, value: "unknown"),
  ]

  @Test(arguments: cases)
  func `it stays mended`(_ item: Case) throws {
    let facts = Shop.facts(item.scheme)
    #expect(Bench().run(item.text, facts).value == item.value)
    let naive = Bench().naive(facts).value(of: item.text).told
    #expect(naive == item.value || naive == "'\(item.value)'")
  }
}
