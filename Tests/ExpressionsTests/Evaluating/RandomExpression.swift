import Expressions
import TestSupport

/// Writes expressions about the shop at random; most pass the checker.
struct RandomExpression {
  private var random: SeededGenerator
  /// Whether `has` and `opt` are used: what they say changes when a fact is left out.
  private let asksWhetherStated: Bool
  private var awards: [String] = []
  private var services: [String] = []
  private var variables = 0

  init(seed: UInt64, asksWhetherStated: Bool) {
    random = SeededGenerator(seed: seed)
    self.asksWhetherStated = asksWhetherStated
  }

  private mutating func pick<T>(_ values: [T]) -> T {
    values[Int.random(in: 0..<values.count, using: &random)]
  }

  mutating func condition(_ depth: Int = 4) -> String {
    guard depth > 0 else {
      return pick([
        "incident.planned", "\(number(0)) > 2", "\(award()).consent", "\(text()) == 'free'",
        "\(service()).affected",
      ])
    }
    switch Int.random(in: 0..<20, using: &random) {
    case 0, 1: return "(\(condition(depth - 1)) && \(condition(depth - 1)))"
    case 2, 3: return "(\(condition(depth - 1)) || \(condition(depth - 1)))"
    case 4: return "!(\(condition(depth - 1)))"
    case 5...8:
      return "\(number(depth - 1)) \(pick(["<", "<=", ">", ">=", "==", "!="])) \(number(depth - 1))"
    case 9...11: return overAwards(pick(["exists", "all", "exists_one"]), list(depth - 1), depth)
    case 12: return overServices(pick(["exists", "all"]), depth)
    case 13: return "\(text()) in \(texts(depth))"
    case 14: return pick(["not_in(\(text()), \(texts(depth)))", "overlap(\(texts(depth)), \(texts(depth)))"])
    case 15: return "covers(\(award()).services, 'talk')"
    case 16:
      let fact = pick(["\(award()).value", "incident.cap", "\(award()).tiers", "\(service()).fee"])
      return asksWhetherStated ? "has(\(fact))" : "stated(\(fact))"
    case 17: return "days_after(incident.date, 3) \(pick(["<", ">="])) \(award()).paid"
    case 18:
      let (a, b) = (pick(["before", "after"]), pick(["value", "count"]))
      return
        "pairs(\(list(depth - 1))).\(pick(["all", "exists"]))(q, q.\(a).\(b) - q.\(a == "after" ? "before" : "after").\(b) <= 1)"
    default: return "if(\(condition(depth - 1)), \(condition(depth - 1)), \(condition(depth - 1)))"
    }
  }

  private mutating func award() -> String {
    pick(
      awards + awards + [
        "find(awards, 'id', '\(pick(["A0", "A1", "A7"]))')", "find(awards, 'group', 'free')", "awards[0]",
      ])
  }

  private mutating func service() -> String {
    pick(services + services + ["incident.main", "\(award()).service"])
  }

  private mutating func text() -> String {
    pick(["\(award()).group", "'free'", "incident.channel", "\(award()).id", "'web'", "\(service()).class"])
  }

  private mutating func texts(_ depth: Int) -> String {
    pick([
      "incident.channels", "['free', 'web']", "\(award()).tags", mapped(depth, "group"),
      "(incident.channels + \(award()).tags)",
    ])
  }

  private mutating func mapped(_ depth: Int, _ fact: String) -> String {
    variables += 1
    return "\(list(depth - 1)).map(m\(variables), m\(variables).\(fact))"
  }

  private mutating func list(_ depth: Int) -> String {
    guard depth > 0 else { return pick(["awards", "awards", "free", "incident.free"]) }
    switch Int.random(in: 0..<6, using: &random) {
    case 0, 1, 2: return overAwards("filter", list(depth - 1), depth)
    case 3: return "if(\(condition(depth - 1)), \(list(depth - 1)), \(list(depth - 1)))"
    default: return pick(["awards", "awards", "free", "incident.free"])
    }
  }

  private mutating func overAwards(_ macro: String, _ list: String, _ depth: Int) -> String {
    variables += 1
    let variable = "a\(variables)"
    awards.append(variable)
    defer { awards.removeLast() }
    let join = pick([
      "", "", "\(variable).group == '\(pick(["free", "paid"]))' && ",
      "\(variable).service == incident.main && ",
    ])
    return "\(list).\(macro)(\(variable), \(join)\(condition(depth - 2)))"
  }

  private mutating func overServices(_ macro: String, _ depth: Int) -> String {
    variables += 1
    let variable = "s\(variables)"
    services.append(variable)
    defer { services.removeLast() }
    return "services.\(macro)(\(variable), \(condition(depth - 2)))"
  }

  private mutating func number(_ depth: Int) -> String {
    guard depth > 0 else {
      return pick([
        "0", "2", "3", "incident.cap", "incident.count", "\(award()).value", "\(award()).count",
        "\(service()).fee", "total",
      ])
    }
    switch Int.random(in: 0..<20, using: &random) {
    case 0, 1: return "(\(number(depth - 1)) \(pick(["+", "-", "*", "/"])) \(number(depth - 1)))"
    case 2: return "\(pick(["min", "max"]))(\(number(depth - 1)), \(number(depth - 1)))"
    case 3, 4:
      return "\(pick(["min", "max", "sum", "avg"]))(\(mapped(depth, pick(["value", "count", "double"]))))"
    case 5: return "\(list(depth)).size()"
    case 6: return "abs(\(number(depth - 1)))"
    case 7: return "-\(number(depth - 1))"
    case 8: return "\(pick(["floor", "ceil", "round_half_up"]))(\(number(depth - 1)) / 2)"
    case 9: return asksWhetherStated ? "opt(\(award()).value, \(number(depth - 1)))" : "lowest"
    case 10: return "table.rate(\(award()).group, \(award()).value).multiple"
    case 11: return "p.days"
    case 12: return "\(list(depth))[\(pick([0, 1]))].value"
    case 13: return "distinct(\(mapped(depth, "value"))).size()"
    case 14: return "if(\(condition(depth - 1)), \(number(depth - 1)), \(number(depth - 1)))"
    case 15: return "sum(\(award()).tiers.map(t, t.pays))"
    case 16: return "percent(\(number(depth - 1)), \(number(depth - 1))) / 10"
    default: return number(0)
    }
  }
}
