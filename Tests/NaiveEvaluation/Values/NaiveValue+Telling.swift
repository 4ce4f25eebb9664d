package import Expressions

extension NaiveValue {
  /// The value in words, the same for equal values; a doubtful member of a list ends in `?`.
  package var told: String {
    switch self {
    case .bool(let value): return "\(value)"
    case .number(let value): return value.fractionText
    case .text(let value), .reference(let value, _): return "'\(value)'"
    case .day(let value): return value.iso
    case .moment(let value): return value.text
    case .span(let value): return value.text
    case .list(let list):
      let members = list.members.map { $0.value.told + ($0.isSure ? "" : "?") }
      return "[" + (members + (list.mayHoldMore ? ["…"] : [])).joined(separator: ", ") + "]"
    case .element(let record): return "element \(record.number)"
    case .row(let outputs): return "{" + outputs.map(\.value.told).joined(separator: ", ") + "}"
    case .neighbours(let before, let after): return "[\(before.told), \(after.told)]"
    case .stretch(let value): return value.plainText
    case .between(let low, let high): return (low?.told ?? "") + ".." + (high?.told ?? "")
    case .oneOf(let readings): return readings.map(\.told).sorted().joined(separator: " | ")
    case .unknown: return "unknown"
    case .failed: return "error"
    case .null: return "null"
    case .map(let entries):
      return "{" + entries.map { "\($0.key.told): \($0.value.told)" }.sorted().joined(separator: ", ") + "}"
    }
  }
}

extension Value {
  /// The value in the words of `NaiveValue.told`; an exceeded limit is told apart from other errors.
  package var toldNaively: String {
    switch self {
    case .bool(let value): return "\(value)"
    case .number(let value): return value.fractionText
    case .string(let value): return "'\(value)'"
    case .date(let value): return value.iso
    case .timestamp(let value): return value.text
    case .duration(let value): return value.text
    case .list(let list):
      let members = list.elements.map { $0.value.toldNaively + ($0.isCertain ? "" : "?") }
      return "[" + (members + (list.incomplete == nil ? [] : ["…"])).joined(separator: ", ") + "]"
    case .record(.fact(let number)): return "element \(number)"
    case .record(.computed(_, let fields)):
      return "{" + fields.map(\.toldNaively).joined(separator: ", ") + "}"
    case .interval(let value): return value.plainText
    case .range(let range): return (range.low?.toldNaively ?? "") + ".." + (range.high?.toldNaively ?? "")
    case .either(let readings): return readings.map(\.toldNaively).sorted().joined(separator: " | ")
    case .unknown: return "unknown"
    case .error(let error): return error.kind == .limit ? "limit" : "error"
    case .null: return "null"
    case .map(let entries):
      let told = entries.map { "\($0.key.toldNaively): \($0.value.toldNaively)" }
      return "{" + told.sorted().joined(separator: ", ") + "}"
    }
  }
}
