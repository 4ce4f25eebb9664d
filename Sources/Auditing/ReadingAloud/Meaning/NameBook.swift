import Diagnostics
import Expressions
import Findings
import Policies

/// What a reading calls the facts, steps, parameters and tables that a rule may name: their titles, and where two
/// have the same title the identifier beside it.
struct NameBook {
  private let policy: Policy
  /// The day whose values stand beside parameters.
  private let day: Day
  private let steps: Set<CellID>
  /// How many of the names that stand alone have a title, by language.
  private var titles: [Language: [String: Int]] = [:]

  /// Names for one rule on a day.
  init(policy: Policy, rule: Rule, day: Day) {
    self.policy = policy
    self.day = day
    steps = Set(policy.definitions + rule.steps + rule.requirements.flatMap(\.steps))
    for language in Language.allCases {
      let facts = policy.program.environment.records.first?.fields ?? []
      let all =
        steps.map { title(of: $0) } + policy.program.parameters.map(\.title)
        + policy.program.tables.map(\.title) + facts.filter { $0.type != .group }.map(\.label)
      titles[language] = Dictionary(all.map { ($0[language], 1) }, uniquingKeysWith: +)
    }
  }

  /// A step or definition.
  func step(_ cell: CellID) -> Name {
    let name = policy.program.cells[cell.index].name
    return Name(text: steps.contains(cell) ? told(title(of: cell), by: name) : title(of: cell))
  }

  /// A parameter with its value on the day.
  func parameter(_ index: Int) -> Name {
    let parameter = policy.program.parameters[index]
    let version = parameter.history.index(on: day).map { parameter.history.versions[$0] }
    let value = version.map { constants.words(for: $0.value, as: parameter.type, units: units) }
    return Name(
      text: told(parameter.title, by: "p.\(parameter.name)"),
      value: value ?? LocalizedText(ko: "이 날짜에 정해진 값 없음", en: "no value on this date"))
  }

  /// A table.
  func table(_ index: Int) -> Name {
    let table = policy.program.tables[index]
    return Name(text: told(table.title, by: "table.\(table.name)"))
  }

  /// A fact or a column of a table's row.
  func field(_ id: FieldID) -> Name {
    let environment = policy.program.environment
    let field = environment.field(id)
    if id.record == TypeEnvironment.root { return Name(text: told(field.label, by: field.name)) }
    let fields = environment.records[id.record].fields.filter { $0.type != .group }
    return Name(
      text: told(field.label, by: field.name) { text, language in
        fields.count { $0.label[language] == text } > 1
      })
  }

  /// What people call one element of a type.
  func label(of type: ValueType) -> LocalizedText {
    switch type {
    case .record(let index): label(ofRecord: index)
    case .reference(let reference): label(ofRecord: reference.record)
    case .pair: LocalizedText(ko: "이웃한 둘", en: "pair")
    case .interval: LocalizedText(ko: "구간", en: "interval")
    case .date: LocalizedText(ko: "날", en: "day")
    case .timestamp: LocalizedText(ko: "시각", en: "time")
    case .number: LocalizedText(ko: "수", en: "number")
    case .bool, .string, .choice, .duration, .list, .group, .dyn, .null, .map:
      LocalizedText(ko: "항목", en: "item")
    }
  }

  /// Writes the constants of the policy.
  var constants: ConstantWriter {
    ConstantWriter(
      environment: policy.program.environment, utcOffset: policy.program.calendar?.utcOffset ?? 0)
  }

  /// Labels of units.
  var units: [String: LocalizedText] { policy.program.environment.units }

  /// A record's label; one that the vocabulary does not label is called as the list of its kind, in Korean.
  private func label(ofRecord index: Int) -> LocalizedText {
    let environment = policy.program.environment
    let record = environment.records[index]
    guard record.label.ko == record.name else { return record.label }
    let list = environment.records.lazy.flatMap(\.fields).first { $0.type == .list(.record(index)) }
    guard var ko = list?.label.ko else { return record.label }
    for ending in [" 목록", "목록"] where ko.hasSuffix(ending) && ko.count > ending.count {
      ko.removeLast(ending.count)
    }
    return LocalizedText(ko: ko, en: record.label.en.replacingUnderscores)
  }

  private func title(of cell: CellID) -> LocalizedText {
    let cell = policy.program.cells[cell.index]
    if let title = cell.title { return title }
    switch cell.name {
    case "actual": return LocalizedText(ko: "제출된 값", en: "actual value")
    case "expected": return LocalizedText(ko: "요구되는 값", en: "expected value")
    default: return LocalizedText(cell.name)
    }
  }

  private func told(
    _ title: LocalizedText, by name: String, where isShared: ((String, Language) -> Bool)? = nil
  ) -> LocalizedText {
    func text(_ language: Language) -> String {
      let text = title[language]
      let shared = isShared?(text, language) ?? ((titles[language]?[text] ?? 0) > 1)
      return shared ? "\(text)(\(name))" : text
    }
    return LocalizedText(ko: text(.ko), en: text(.en))
  }
}

extension String {
  fileprivate var replacingUnderscores: String {
    String(map { $0 == "_" ? " " : $0 })
  }
}
