import Expressions
import Findings
import Schemes

extension SchemeAudit {
  /// Of each fact in the elements of lists so many are told.
  private static let mostElements = 30

  /// What the scheme states of the facts with which the vocabulary introduces schemes, in the vocabulary's order.
  func headlines() -> [AuditReport.Headline] {
    let fields = vocabulary.headlines
    guard !fields.isEmpty else { return [] }
    var told: [[AuditReport.Headline]] = Array(repeating: [], count: fields.count)
    var wanted: [Int: [(place: Int, slot: Int)]] = [:]
    for (place, field) in fields.enumerated() {
      wanted[field.record, default: []].append((place, field.slot))
    }
    for record in facts.facts.records.indices {
      for (place, slot) in wanted[facts.facts.records[record].type] ?? []
      where told[place].count < Self.mostElements {
        let fact = FactID(facts.facts.records[record].firstSlot + slot)
        if case .missing = facts.facts[fact] { continue }
        let stated = facts.evidence(fact)
        told[place].append(
          AuditReport.Headline(
            path: stated.path, name: stated.name, value: stated.value, file: stated.file, line: stated.line))
      }
    }
    return told.flatMap { $0 }
  }
}
