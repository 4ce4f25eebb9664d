import Diagnostics
import Expressions

/// Says what values of a type are, in words and as vocabulary and policy files write it.
struct TypeWords: Sendable {
  /// The names of records, choices and lists.
  let environment: TypeEnvironment
  /// The tables whose rows are records.
  var tables: [DecisionTable] = []

  /// The type in words, without its unit: `수`, `서비스의 목록`.
  func words(_ type: ValueType) -> LocalizedText {
    switch type {
    case .number: return ValueType.number(unit: nil).described(in: environment)
    case .record(let record):
      if let table = table(of: record) {
        return LocalizedText(ko: "표 ‘\(table.title.ko)’의 행", en: "a row of the table ‘\(table.title.en)’")
      }
      let name = recordName(record)
      return LocalizedText(ko: "\(name.ko) 하나", en: "one \(name.en)")
    case .list(.record(let record)) where table(of: record) == nil:
      let name = recordName(record)
      return LocalizedText(ko: "\(name.ko)의 목록", en: "a list of \(name.en)")
    case .list(.number): return LocalizedText(ko: "수의 목록", en: "a list of numbers")
    case .list(.reference(let reference)):
      let list = "`\(listField(reference).name)`"
      return LocalizedText(ko: "\(list)의 요소를 가리키는 값의 목록", en: "a list of references to \(list)")
    case .list(let element):
      return LocalizedText(ko: "\(words(element).ko)의 목록", en: type.described(in: environment).en)
    case .reference(let reference):
      let list = "`\(listField(reference).name)`"
      return LocalizedText(ko: "\(list)의 요소를 가리키는 값", en: "a reference to one of \(list)")
    case .choice(let index):
      let isOpen = environment.choices.indices.contains(index) && environment.choices[index].isOpen
      return isOpen
        ? LocalizedText(ko: "선택값(다른 값도 가능)", en: "a choice (other members too)")
        : LocalizedText(ko: "선택값", en: "a choice")
    case .bool, .string, .date, .timestamp, .duration, .group, .pair, .interval, .dyn, .null,
      .map:
      return type.described(in: environment)
    }
  }

  /// The type as a file declares it: `list, of: service`; nil for what only a computation gives.
  func written(_ type: ValueType) -> String? {
    switch type {
    case .bool: "bool"
    case .number(let unit): unit.map { "number, unit: \($0)" } ?? "number"
    case .string: "string"
    case .choice(let index): choiceName(index).map { "choice, choices: \($0)" } ?? "choice"
    case .date: "date"
    case .timestamp: "timestamp"
    case .duration: "duration"
    case .reference(let reference):
      "ref, to: \(listField(reference).name)" + (reference.allowsAll ? ", all: true" : "")
    case .list(.record(let record)):
      table(of: record) == nil ? "list, of: \(environment.records[record].name)" : nil
    case .list(let element): written(element).map { "list, of: \($0)" }
    case .record(let record): table(of: record).map { "table.\($0.name)" } ?? environment.records[record].name
    case .group, .pair, .interval, .dyn, .null, .map: nil
    }
  }

  /// The unit of the numbers that values of a type hold.
  func unit(of type: ValueType) -> String? {
    switch type {
    case .number(let unit), .interval(let unit): unit
    case .list(let element), .pair(let element): unit(of: element)
    case .bool, .string, .choice, .date, .timestamp, .duration, .record, .reference, .group, .dyn, .null,
      .map:
      nil
    }
  }

  /// A unit's label with its code: `원 KRW`; the code alone where they are the same.
  func unitName(_ code: String) -> LocalizedText {
    guard let label = environment.units[code] else { return LocalizedText(code) }
    func both(_ label: String) -> String { label == code ? code : "\(label) \(code)" }
    return LocalizedText(ko: both(label.ko), en: both(label.en))
  }

  /// What elements of a kind are called, with the word that files use.
  func recordName(_ record: Int) -> LocalizedText {
    guard environment.records.indices.contains(record) else { return LocalizedText("?") }
    let type = environment.records[record]
    guard !type.name.isEmpty else { return LocalizedText(ko: "보상안", en: "scheme") }
    func both(_ label: String) -> String { label == type.name ? label : "\(label)(`\(type.name)`)" }
    return LocalizedText(ko: both(type.label.ko), en: both(type.label.en))
  }

  /// The root list whose elements a reference names.
  func listField(_ reference: ValueType.Reference) -> Field {
    environment.records[TypeEnvironment.root].fields[reference.list]
  }

  /// The name of a shared set of members; nil for one that a fact declares in place.
  private func choiceName(_ index: Int) -> String? {
    guard environment.choices.indices.contains(index) else { return nil }
    let name = environment.choices[index].name
    return name.isEmpty || name.contains(".") ? nil : name
  }

  private func table(of record: Int) -> DecisionTable? {
    tables.first { $0.rowType == record }
  }
}
