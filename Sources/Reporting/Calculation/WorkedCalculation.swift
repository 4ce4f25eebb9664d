import Diagnostics
import Findings

/// The steps of a finding as a worked calculation: the rule's formula with the scheme's values in it.
struct WorkedCalculation {
  /// One step: what it is called, the formula with values if it is arithmetic, and what it came to.
  struct Line {
    /// What people call the step; its name where it has no title.
    let title: String
    /// Nil where it is no arithmetic, or a value in it is not known.
    let formula: String?
    /// The value with its unit, or that it is not known; a day that the calendar moved after the one it was moved from.
    let result: String
    /// False: what it rests on is missing.
    let isKnown: Bool
    /// Whether it says more than which element of the scheme was picked.
    let isTelling: Bool

    /// The result after its sign: `= 40분`; a rounded one after `≈` alone.
    var conclusion: String { result.hasPrefix("≈") ? "≈ \(result.dropFirst())" : "= \(result)" }

    /// The whole line: title, formula and result.
    var text: String { title + (formula.map { " = \($0)" } ?? "") + " \(conclusion)" }
  }

  private let finding: Finding
  private let formatter: ValueFormatter
  /// The steps' expressions, as far as they are arithmetic.
  private let formulas: [Formula?]
  private var values: [String: ReportValue] = [:]
  private var subjects: [String: String] = [:]

  /// Prepares the values that formulas name: steps, parameters and stated facts.
  init(_ finding: Finding, _ formatter: ValueFormatter) {
    self.finding = finding
    self.formatter = formatter
    formulas = finding.steps.map { step in
      Formula(step.expression).flatMap { $0.isComputation ? $0 : nil }
    }
    guard formulas.contains(where: { $0 != nil }) else { return }
    for evidence in finding.evidence { values[evidence.path] = evidence.value }
    for assumed in finding.assumed { values[assumed.path] = assumed.value }
    for parameter in finding.parameters { values["p.\(parameter.name)"] = parameter.value }
    for step in finding.steps { values[step.name] = step.value }
    for binding in finding.bindings { subjects[binding.name] = binding.path }
  }

  /// The steps in their order.
  var lines: [Line] {
    zip(finding.steps, formulas).map { step, formula in
      let result = self.result(of: step)
      // A formula that says no more than its result, such as the day of a moment, is none.
      let formula = formula.flatMap(text).flatMap { $0 == result ? nil : $0 }
      return Line(
        title: step.title?[formatter.language] ?? step.name, formula: formula, result: result,
        isKnown: step.value.type != .unknown, isTelling: formula != nil || Self.isTelling(step.value))
    }
  }

  /// The value; where the calendar moved a last day also the day that it would have been, both with their weekdays.
  private func result(of step: StepResult) -> String {
    let result = PercentagePoints.text(step.value, titled: step.title, formatter)
    guard let unmoved = step.unmoved, MovedDay.isDay(unmoved), MovedDay.isDay(step.value) else {
      return result
    }
    let (from, to) = (MovedDay.words(unmoved, formatter), MovedDay.words(step.value, formatter))
    switch formatter.language {
    case .ko: return "\(from) → \(to)"
    case .en: return "\(from), moved to \(to)"
    }
  }

  private static func isTelling(_ value: ReportValue) -> Bool {
    switch value.type {
    case .record: !value.fields.isEmpty
    case .list: value.items.allSatisfy(isTelling)
    case .bool, .number, .string, .choice, .date, .timestamp, .duration, .ref, .range, .either, .unknown,
      .none, .error:
      true
    }
  }

  private func text(_ formula: Formula) -> String? {
    switch formula {
    case .number(let digits): return formatter.text(.number(digits))
    case .name(let name): return value(of: name).map(formatter.text)
    case .negative(let inner): return text(inner).map { "-\($0)" }
    case .group(let inner): return text(inner).map { "(\($0))" }
    case .binary(let left, let operation, let right):
      guard let left = text(left), let right = text(right) else { return nil }
      return "\(left) \(Self.symbol(operation)) \(right)"
    case .call(let name, let arguments):
      if name == "date_of", arguments.count == 1, case .name(let name) = arguments[0],
        let day = value(of: name).flatMap(Self.day)
      {
        return formatter.text(day)
      }
      if name == "opt", let path = arguments.first, let fallback = arguments.dropFirst().first {
        return text(path) ?? text(fallback)
      }
      let texts = arguments.compactMap(text)
      guard texts.count == arguments.count else { return nil }
      return FormulaWords.call(name, texts, formatter.language)
    }
  }

  private func value(of name: String) -> ReportValue? {
    if let value = values[name], isShort(value) { return value }
    guard let dot = name.firstIndex(of: ".") else { return nil }
    let head = String(name[..<dot])
    let field = String(name[name.index(after: dot)...])
    if let path = subjects[head], let value = values["\(path).\(field)"], isShort(value) { return value }
    guard let record = values[head], record.type == .record else { return nil }
    if let value = record.fields.first(where: { $0.name == field })?.value { return value }
    return values["\(record.text).\(field)"].flatMap { isShort($0) ? $0 : nil }
  }

  /// The days of moments as far as they are known; nil for anything else. A report writes a moment at the offset by
  /// which its day is told.
  private static func day(_ value: ReportValue) -> ReportValue? {
    switch value.type {
    case .timestamp: return ReportValue(.date, String(value.text.prefix(10)))
    case .range: return .range(atLeast: value.atLeast.flatMap(day), atMost: value.atMost.flatMap(day))
    case .either:
      let days = value.items.compactMap(day)
      guard let first = days.first, days.count == value.items.count else { return nil }
      return days.allSatisfy { $0 == first } ? first : .either(days)
    case .bool, .number, .string, .choice, .date, .duration, .list, .record, .ref, .unknown, .none, .error:
      return nil
    }
  }

  /// Whether a value can stand inside a formula.
  private func isShort(_ value: ReportValue) -> Bool {
    switch value.type {
    case .number, .date, .timestamp, .duration, .bool, .choice, .range, .either, .unknown: true
    case .list: value.items.count <= 6 && value.items.allSatisfy(isShort)
    case .string, .record, .ref, .none, .error: false
    }
  }

  private static func symbol(_ operation: String) -> String {
    switch operation {
    case "*": "×"
    case "/": "÷"
    default: operation
    }
  }
}
