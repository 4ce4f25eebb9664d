import Diagnostics
import Expressions
import Findings

/// Turns values of the policy language into values of a report.
final class ValueWriter: Sendable {
  private let facts: Facts
  private let environment: TypeEnvironment
  private let constants: ConstantWriter
  /// Writes the scheme's elements.
  let records: RecordWriter

  /// Lists are written up to this many members; one more says how many others there are.
  static let longestList = 19

  /// - Parameters:
  ///   - utcOffset: offset from UTC in seconds in which instants are written.
  ///   - records: the one of another writer of the same facts, so that elements are written once for both.
  init(facts: Facts, environment: TypeEnvironment, utcOffset: Int, records: RecordWriter? = nil) {
    self.facts = facts
    self.records = records ?? RecordWriter(facts)
    self.environment = environment
    constants = ConstantWriter(environment: environment, utcOffset: utcOffset, tellsMembersApart: false)
  }

  /// Labels of units by their codes.
  var units: [String: LocalizedText] { environment.units }

  /// A value of a known type.
  func write(_ value: Value, as type: ValueType) -> ReportValue {
    switch value {
    case .bool, .number, .date, .timestamp, .duration, .unknown, .null, .error:
      constants.write(value, as: type)
    case .string(let text): write(text, as: type)
    case .list(let list): write(list, as: type)
    case .record(.fact(let record)): records.value(of: record)
    case .record(.computed(let recordType, let fields)): write(fields, ofRecord: recordType)
    case .interval(let interval): write(interval)
    case .range(let range):
      ReportValue.range(
        atLeast: range.low.map { write($0, as: type) }, atMost: range.high.map { write($0, as: type) })
    case .either(let readings): .either(readings.map { write($0, as: type) })
    case .map(let entries): .list(entries.map { write($0.value, as: .dyn) })
    }
  }

  /// What a scheme states of one fact.
  func write(_ slot: Facts.Slot, as type: ValueType) -> ReportValue {
    switch slot {
    case .missing: .unknown
    case .none: .none
    case .bool(let answer): .bool(answer)
    case .number(let number): constants.write(.number(number), as: type)
    case .string(let text): write(text, as: type)
    case .date(let day): constants.write(.date(day), as: type)
    case .timestamp(let instant): constants.write(.timestamp(instant), as: type)
    case .list(let list): write(facts.lists[list], as: type)
    case .group: ReportValue(.record, "")
    case .range(let range): write(Value.range(range), as: type)
    case .either(let readings): write(Value.either(readings), as: type)
    }
  }

  private func write(_ text: String, as type: ValueType) -> ReportValue {
    guard case .reference(let reference) = type else { return constants.write(.string(text), as: type) }
    let name = RecordName.of(key: text, in: reference, facts: facts)
    let all = text == "all" && reference.allowsAll ? LocalizedText(ko: "전체", en: "all") : nil
    var value = ReportValue(.ref, text, label: name ?? all)
    if !facts.confidential.isEmpty, let record = RecordName.record(key: text, in: reference, facts: facts) {
      value.isConfidential = facts.hidesName(ofRecord: record)
    }
    return value
  }

  private func element(of type: ValueType) -> ValueType {
    if case .list(let element) = type { element } else { .dyn }
  }

  private func write(_ list: ListValue, as type: ValueType) -> ReportValue {
    let element = element(of: type)
    let shown = list.elements.prefix(Self.longestList).map { write($0.value, as: element) }
    return .list(shown + more(than: list.elements.count))
  }

  private func write(_ list: Facts.List, as type: ValueType) -> ReportValue {
    let element = element(of: type)
    let shown = list.elements.prefix(Self.longestList).map { item in
      switch item {
      case .record(let record): write(.record(.fact(record)), as: element)
      case .scalar(let value, _): write(value, as: element)
      }
    }
    return .list(shown + more(than: list.elements.count))
  }

  private func more(than count: Int) -> [ReportValue] {
    let rest = count - Self.longestList
    guard rest > 0 else { return [] }
    return [
      ReportValue(.record, "… +\(rest)", label: LocalizedText(ko: "외 \(rest)건", en: "and \(rest) more"))
    ]
  }

  private func write(_ fields: [Value], ofRecord index: Int) -> ReportValue {
    guard environment.records.indices.contains(index) else { return ReportValue(.record, "") }
    let named = zip(environment.records[index].fields, fields).map { field, value in
      NamedValue(name: field.name, title: field.label, value: write(value, as: field.type))
    }
    let text = named.map { "\($0.name)=\($0.value.text)" }.joined(separator: ", ")
    return ReportValue(.record, text, fields: named)
  }

  private func write(_ interval: NumberInterval) -> ReportValue {
    let low = interval.low?.decimalText.text
    let high = interval.high?.decimalText.text
    let opening = interval.includesLow && low != nil ? "[" : "("
    let closing = interval.includesHigh && high != nil ? "]" : ")"
    let ko = [
      low.map { $0 + (interval.includesLow ? " 이상" : " 초과") },
      high.map { $0 + (interval.includesHigh ? " 이하" : " 미만") },
    ].compactMap { $0 }.joined(separator: " ")
    let en = [
      low.map { (interval.includesLow ? "from " : "over ") + $0 },
      high.map { (interval.includesHigh ? "up to " : "under ") + $0 },
    ].compactMap { $0 }.joined(separator: " ")
    return ReportValue(
      .record, "\(opening)\(low ?? "")..\(high ?? "")\(closing)", label: LocalizedText(ko: ko, en: en))
  }
}
