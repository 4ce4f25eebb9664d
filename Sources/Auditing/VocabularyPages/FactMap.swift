import Diagnostics
import Expressions
import Schemes

/// Where the facts of a vocabulary stand in a scheme, and how they are called.
struct FactMap: Sendable {
  /// The vocabulary.
  let vocabulary: Vocabulary
  /// The lists that hold the elements of each record, by the record.
  private let lists: [[FieldID]]

  /// A map of a vocabulary.
  init(_ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    var lists: [[FieldID]] = Array(repeating: [], count: vocabulary.environment.records.count)
    for field in Self.fields(of: vocabulary.environment) {
      if case .list(.record(let record)) = vocabulary.environment.field(field).type {
        lists[record].append(field)
      }
    }
    self.lists = lists
  }

  /// The names and types.
  var environment: TypeEnvironment { vocabulary.environment }

  /// Every fact and group, in the order of the records.
  var fields: [FieldID] { Self.fields(of: environment) }

  private static func fields(of environment: TypeEnvironment) -> [FieldID] {
    environment.records.indices.flatMap { record in
      environment.records[record].fields.indices.map { FieldID(record: record, slot: $0) }
    }
  }

  /// The lists whose elements are of a record.
  func lists(of record: Int) -> [FieldID] { lists[record] }

  /// The name as the vocabulary and expressions write it: `scheme.date`, `service.name`.
  func name(of field: FieldID) -> String {
    let record = environment.records[field.record]
    let name = record.fields[field.slot].name
    return record.name.isEmpty ? name : record.name + "." + name
  }

  /// Where a scheme states a fact: `scheme.services[].name`; several where more than one list holds such elements.
  func paths(of field: FieldID) -> [String] {
    let name = environment.field(field).name
    guard field.record != TypeEnvironment.root else { return [name] }
    return chains(to: field.record).map { chain in
      chain.map { environment.field($0).name + "[]." }.joined() + name
    }
  }

  /// The lists that lead from the scheme to elements of a record, outer ones first; one chain for each way.
  func chains(to record: Int) -> [[FieldID]] {
    var found: [[FieldID]] = []
    var open: [[FieldID]] = lists[record].map { [$0] }
    var steps = 0
    // Records that hold one another in many ways could be walked for ever.
    while let chain = open.popLast(), found.count < 8, steps < 2_000 {
      steps += 1
      guard let outer = chain.first?.record else { continue }
      if outer == TypeEnvironment.root {
        found.append(chain)
      } else {
        // A record that holds itself leads nowhere new.
        for list in lists[outer] where !chain.contains(list) { open.append([list] + chain) }
      }
    }
    return found.sorted { ($0.count, $0.first?.slot ?? 0) < ($1.count, $1.first?.slot ?? 0) }
  }
}
