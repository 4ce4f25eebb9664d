import Expressions
import Findings

extension SchemeAudit {
  /// Which elements of the scheme's lists name which others, such as a service its operator and an award its services,
  /// in the order of the file.
  func references() -> [AuditReport.Headline] {
    let facts = self.facts.facts
    let wanted = facts.environment.records.map { record in
      record.fields.indices.filter { Self.isReference(record.fields[$0].type) }
    }
    var told: [AuditReport.Headline] = []
    for record in facts.records.indices {
      let slots = wanted[facts.records[record].type]
      guard !slots.isEmpty, let list = facts.records[record].list,
        facts.owner(of: facts.lists[list].fact) == TypeEnvironment.root
      else { continue }
      for slot in slots {
        let fact = facts.fact(record: record, slot: slot)
        if case .missing = facts[fact] { continue }
        let stated = self.facts.evidence(fact)
        told.append(
          AuditReport.Headline(
            path: stated.path, name: stated.name, value: stated.value, file: stated.file, line: stated.line))
      }
    }
    return told
  }

  private static func isReference(_ type: ValueType) -> Bool {
    switch type {
    case .reference: true
    case .list(let element): isReference(element)
    case .bool, .number, .string, .choice, .date, .timestamp, .duration, .record, .group, .pair, .interval,
      .dyn,
      .null, .map:
      false
    }
  }
}
