import BenchmarkSupport
import Expressions

/// The benchmark's conditions as a person would write them in Swift, over the same facts and exact numbers.
struct HandWritten {
  private let facts: Facts
  private let elements: [Facts.Element]
  private let affected: Int
  private let hours: Int

  init(_ facts: Facts) throws {
    self.facts = facts
    let environment = facts.environment
    guard
      let place = environment.records[TypeEnvironment.root].fields.firstIndex(where: {
        $0.name == "scheme.services"
      }),
      case .list(let list) = facts[facts.fact(record: 0, slot: place)],
      case .record(let first)? = facts.lists[list].elements.first
    else { throw Failure(text: "the scheme has no services") }
    let fields = environment.records[facts.records[first].type].fields
    guard let affected = fields.firstIndex(where: { $0.name == "affected" }),
      let hours = fields.firstIndex(where: { $0.name == "outage_hours" })
    else { throw Failure(text: "the vocabulary has no outage hours") }
    elements = facts.lists[list].elements
    self.affected = affected
    self.hours = hours
  }

  @inline(never)
  func all() -> Bool {
    let least = Rational(0)
    for element in elements {
      guard case .record(let record) = element else { continue }
      let first = facts.records[record].firstSlot
      guard case .bool(true) = facts.slots[first + affected],
        case .number(let outage) = facts.slots[first + hours], outage >= least
      else { return false }
    }
    return true
  }

  @inline(never)
  func filter() -> [Int] {
    let least = Rational(2)
    var found: [Int] = []
    for element in elements {
      guard case .record(let record) = element else { continue }
      let first = facts.records[record].firstSlot
      guard case .bool(true) = facts.slots[first + affected],
        case .number(let outage) = facts.slots[first + hours], outage >= least
      else { continue }
      found.append(record)
    }
    return found
  }
}
