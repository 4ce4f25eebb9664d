import Expressions
import TestSupport

/// Writes conditions about the shop in which no fact stands twice, so that each fact can matter for some values of the
/// others.
struct ReadOnceExpression {
  private var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  private mutating func pick<T>(_ values: [T]) -> T {
    values[Int.random(in: 0..<values.count, using: &random)]
  }

  private mutating func comparison(_ number: String) -> String {
    "\(number) \(pick(["<", "<=", ">", ">="])) \(pick([1, 2, 3]))"
  }

  /// A condition on two or three things.
  mutating func condition() -> String {
    var parts = [about(awards: pick([0, 1, 2, 3, 4])), about(services: pick([0, 1]))]
    switch pick([0, 1, 2]) {
    case 0: parts += ["incident.planned", comparison("incident.cap"), comparison("incident.count")]
    case 1:
      parts += ["incident.planned", comparison("\(pick(["min", "max"]))(incident.cap, incident.count)")]
    default: parts.append(comparison("if(incident.planned, incident.cap, incident.count)"))
    }
    parts += [
      comparison("incident.days"), "incident.channel == 'web'", "incident.date <= date('2022-05-15')",
    ]
    return joined(Array(parts.shuffled(using: &random).prefix(pick([2, 3]))))
  }

  /// Conditions put together in any order and nesting.
  private mutating func joined(_ parts: [String]) -> String {
    guard parts.count > 1 else { return pick([parts[0], parts[0], "!(\(parts[0]))"]) }
    if parts.count == 3, pick([0, 1, 2]) == 0 { return "if(\(parts[0]), \(parts[1]), \(parts[2]))" }
    let middle = Int.random(in: 1..<parts.count, using: &random)
    let (left, right) = (joined(Array(parts[..<middle])), joined(Array(parts[middle...])))
    return pick([
      "(\(left) && \(right))", "(\(left) || \(right))", "!(\(left) && \(right))", "!(\(left) || \(right))",
    ])
  }

  private mutating func about(awards kind: Int) -> String {
    let facts = [
      comparison("a.value"), comparison("a.count"), "a.group == 'free'", "a.paid <= date('2022-05-15')",
      "a.terms.fresh",
    ].shuffled(using: &random)
    let test = joined(Array(facts.prefix(pick([1, 2]))))
    // With two awards or three, each of these can come out either way.
    return switch kind {
    case 0, 1: "awards.\(pick(["exists", "all", "exists_one"]))(a, \(test))"
    case 2: "awards.filter(a, \(test)).size() \(pick([">=", "=="])) \(pick([1, 2]))"
    case 3: comparison("\(pick(["sum", "min", "max"]))(awards.map(a, a.value))")
    default: "awards.filter(a, \(test)).\(pick(["exists", "all"]))(b, b.consent)"
    }
  }

  private mutating func about(services kind: Int) -> String {
    let facts = ["s.affected", comparison("s.fee"), "s.class == 'talk'"].shuffled(using: &random)
    let test = joined(Array(facts.prefix(pick([1, 2]))))
    return kind == 0
      ? "services.\(pick(["exists", "all"]))(s, \(test))" : comparison("find(services, 'id', 'talk').fee")
  }

  /// A scheme of the shop with two or three awards and two services; some facts are missing or bounded.
  mutating func scheme() -> [String: Shop.Stated] {
    func some(_ stated: Shop.Stated) -> Shop.Stated? { pick([0, 0, 0, 0, 1]) == 0 ? stated : nil }
    func number() -> Shop.Stated? {
      let value = Shop.Stated.number(Rational(pick([0, 1, 2, 3, 4])))
      return some(pick([0, 0, 0, 0, 0, 1]) == 0 ? value : pick([.atLeast(value), .atMost(value)]))
    }
    func day() -> Shop.Stated? { some(pick(["2022-03-15", "2022-05-15", "2022-08-15"])) }
    let awards = (0..<pick([2, 3])).map { place -> [String: Shop.Stated] in
      var award: [String: Shop.Stated] = ["id": .text("A\(place)"), "terms": .group]
      award["value"] = number()
      award["count"] = number()
      award["group"] = some(pick(["free", "paid"]))
      award["paid"] = day()
      award["consent"] = some(pick([true, false]))
      award["terms.fresh"] = some(pick([true, false]))
      return award
    }
    let services = ["talk", "pay"].map { key -> [String: Shop.Stated] in
      var service: [String: Shop.Stated] = ["id": .text(key)]
      service["affected"] = some(pick([true, false]))
      service["fee"] = number()
      service["class"] = some(pick(["talk", "pay"]))
      return service
    }
    var scheme: [String: Shop.Stated] = [
      "incident": .group, "awards": .records(awards, isIncomplete: pick([0, 0, 0, 0, 1]) == 1),
      "services": .records(services),
    ]
    scheme["incident.planned"] = some(pick([true, false]))
    scheme["incident.cap"] = number()
    scheme["incident.count"] = number()
    scheme["incident.days"] = number()
    scheme["incident.channel"] = some(pick(["web", "phone"]))
    scheme["incident.channels"] = some(pick([.texts(["web"]), .texts(["phone", "mail"])]))
    scheme["incident.date"] = day()
    return scheme
  }
}
