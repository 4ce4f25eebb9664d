import Expressions

extension NaiveEvaluator {
  /// What it can call, by name.
  static let functions: [String: NaiveFunction] = [
    listFunctions, numberFunctions, dateFunctions, windowFunctions, rangeFunctions, textFunctions,
    momentFunctions,
  ].reduce(into: [:]) { all, some in all.merge(some) { _, new in new } }

  /// How many arguments a function takes, its receiver included.
  static func takes(_ count: Int, _ name: String) -> Bool {
    switch name {
    case "size", "count", "sum", "avg", "distinct", "pairs", "floor", "ceil", "abs", "date", "date_of",
      "longest_hours", "earliest", "latest", "months_touched", "gaps", "overlaps", "string", "lowerAscii",
      "upperAscii", "trim", "reverse", "timestamp", "duration":
      count == 1
    case "min", "max": count >= 1
    case "covered_hours": count == 1 || count == 3
    case "round_up", "round_down", "round_half_up", "round_half_even", "join": (1...2).contains(count)
    case "days_after", "working_days_after", "months_after", "indexOf", "lastIndexOf", "substring", "split":
      (2...3).contains(count)
    case "replace": (3...4).contains(count)
    case "days_over": count == 3
    default: name.hasPrefix("get") ? (1...2).contains(count) : count == 2
    }
  }

  /// Functions of the language that it does not have on purpose, each with the reason.
  package static let leftOut: [String: String] = [
    "format": "its result is defined by how it is written, so that a second version would copy the first",
    "strings.quote":
      "its result is defined by how it is written, so that a second version would copy the first",
  ]

  /// The names of the library's functions that it has.
  package static var coveredFunctions: [String] {
    FunctionLibrary.standard.names.filter { functions[$0] != nil }
  }

  /// The names of the library's functions that it does not have.
  package static var uncoveredFunctions: [String] {
    FunctionLibrary.standard.names.filter { functions[$0] == nil }
  }
}

extension NaiveList {
  /// Its values, where it is known what it holds and what each of them is.
  func values(allowingPartial: Bool = false) -> [NaiveValue]? {
    guard isSure else { return nil }
    let values = members.map(\.value)
    if values.contains(where: \.isUnknown) { return nil }
    if !allowingPartial, values.contains(where: \.isPartial) { return nil }
    return values.map(\.plain)
  }
}
