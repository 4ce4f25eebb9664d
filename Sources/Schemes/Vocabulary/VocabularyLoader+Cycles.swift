import Diagnostics
import Expressions

extension VocabularyLoader {
  /// Reports derived facts and conditions that depend on themselves.
  mutating func reportCycles(_ environment: TypeEnvironment) {
    var reads: [FieldID: [FieldID]] = [:]
    for (record, type) in environment.records.enumerated() {
      for (slot, field) in type.fields.enumerated() {
        var fields: Set<FieldID> = []
        for expression in [field.when, field.derived] {
          if let expression { fields.formUnion(FieldReads.fields(of: expression.term, in: environment)) }
        }
        if !fields.isEmpty {
          reads[FieldID(record: record, slot: slot)] = fields.sorted {
            ($0.record, $0.slot) < ($1.record, $1.slot)
          }
        }
      }
    }
    var finished: Set<FieldID> = []
    for start in reads.keys.sorted(by: { ($0.record, $0.slot) < ($1.record, $1.slot) }) {
      var path: [FieldID] = []
      var onPath: Set<FieldID> = []
      var pending: [(field: FieldID, isLeaving: Bool)] = [(start, false)]
      while let (field, isLeaving) = pending.popLast() {
        if isLeaving {
          path.removeLast()
          onPath.remove(field)
          finished.insert(field)
        } else if onPath.contains(field) {
          reportCycle(Array(path.drop { $0 != field }) + [field], environment)
        } else if !finished.contains(field), let next = reads[field] {
          path.append(field)
          onPath.insert(field)
          pending.append((field, true))
          pending += next.reversed().map { ($0, false) }
        }
      }
    }
  }

  private mutating func reportCycle(_ cycle: [FieldID], _ environment: TypeEnvironment) {
    guard let first = cycle.first else { return }
    let names = cycle.map { id in
      let record = environment.records[id.record]
      return "`" + (record.name.isEmpty ? "" : record.name + ".") + record.fields[id.slot].name + "`"
    }
    let chain = names.joined(separator: " → ")
    entries.log.error(
      "vocabulary.cycle", at: environment.field(first).span, ko: "\(names[0])이(가) 자기 자신에 달려 있습니다: \(chain)",
      en: "\(names[0]) depends on itself: \(chain)",
      help: LocalizedText(
        ko: "`is`나 `when` 가운데 하나를 고쳐 고리를 끊으십시오", en: "break the circle in one of the `is` or `when`"))
  }
}
