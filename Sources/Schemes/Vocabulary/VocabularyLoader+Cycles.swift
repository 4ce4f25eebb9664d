import Diagnostics
import Expressions

extension VocabularyLoader {
  /// How far the search for cycles has come with a field.
  private enum Progress {
    case untouched, onPath, finished
  }

  /// Reports derived facts and conditions that depend on themselves.
  mutating func reportCycles(_ environment: TypeEnvironment) {
    let (starts, reads) = Self.reads(environment)
    var progress = reads.map { $0.map { _ in Progress.untouched } }
    for start in starts {
      var path: [FieldID] = []
      var pending: [(field: FieldID, isLeaving: Bool)] = [(start, false)]
      while let (field, isLeaving) = pending.popLast() {
        if isLeaving {
          path.removeLast()
          progress[field.record][field.slot] = .finished
          continue
        }
        let next = reads[field.record][field.slot]
        switch progress[field.record][field.slot] {
        case .onPath: reportCycle(Array(path.drop { $0 != field }) + [field], environment)
        case .untouched where !next.isEmpty:
          path.append(field)
          progress[field.record][field.slot] = .onPath
          pending.append((field, true))
          pending += next.reversed().map { ($0, false) }
        case .untouched, .finished: break
        }
      }
    }
  }

  /// The fields that read others, and what each reads, in order.
  private static func reads(_ environment: TypeEnvironment) -> (starts: [FieldID], reads: [[[FieldID]]]) {
    var starts: [FieldID] = []
    var reads: [[[FieldID]]] = []
    for record in environment.records.indices {
      reads.append(Array(repeating: [], count: environment.records[record].fields.count))
      for slot in environment.records[record].fields.indices {
        var fields: [FieldID] = []
        for expression in [
          environment.records[record].fields[slot].when, environment.records[record].fields[slot].derived,
        ] {
          if let expression { fields += FieldReads.fields(of: expression.term, in: environment) }
        }
        guard !fields.isEmpty else { continue }
        fields.sort { ($0.record, $0.slot) < ($1.record, $1.slot) }
        starts.append(FieldID(record: record, slot: slot))
        for field in fields where reads[record][slot].last != field { reads[record][slot].append(field) }
      }
    }
    return (starts, reads)
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
