import Diagnostics
import Expressions
import Testing
import YAMLTree

@Suite struct `Examples of functions` {
  struct Case: Sendable, CustomTestStringConvertible {
    var entry: String
    var example: Function.Example

    var testDescription: String { "\(example.expression) → \(example.result)" }
  }

  static let cases = FunctionPage().entries.flatMap { entry in
    entry.manual.examples.map { Case(entry: entry.name, example: $0) }
  }

  @Test(arguments: cases)
  func `an example gives what it says`(_ item: Case) throws {
    let (bench, facts) = try SampleScheme.bench()
    let result = bench.run(item.example.expression, facts).value
    switch item.example.result {
    case "error": #expect(result.hasPrefix("error ") || result.hasPrefix("refused: "), "\(result)")
    case "unknown": #expect(result == "unknown")
    default:
      #expect(result == bench.run(item.example.result, facts).value)
      #expect(!result.hasPrefix("refused: ") && result != "unknown")
    }
  }

  @Test(arguments: FunctionPage().entries.map(\.name))
  func `an entry says in both languages what it gives, takes and does with unknowns`(_ name: String) {
    for entry in FunctionPage().named(name) {
      let manual = entry.manual
      #expect(manual.examples.count >= 2)
      #expect(!entry.forms.isEmpty)
      let texts =
        [manual.summary, manual.notes, manual.units, manual.errors, manual.unknown].compactMap { $0 }
        + manual.parameters.map(\.meaning)
      for text in texts {
        #expect(!text.ko.isEmpty && !text.en.isEmpty)
        #expect(text.ko.unicodeScalars.contains { (0xAC00...0xD7A3).contains($0.value) }, "\(text.ko)")
        #expect(!text.en.unicodeScalars.contains { (0xAC00...0xD7A3).contains($0.value) }, "\(text.en)")
      }
      #expect(manual.summary.ko.hasSuffix(".") && manual.summary.en.hasSuffix("."))
      // What can go wrong is shown.
      if manual.errors != nil, manual.topic != .conditions {
        #expect(entry.showsErrorOrNeedsNone, "no example of an error")
      }
      for language in [Language.ko, .en] { #expect(entry.text(language).contains(manual.summary[language])) }
    }
  }

  @Test(arguments: FunctionLibrary.standard.functions.map(\.name))
  func `the parameters that are described are those that the overloads take`(_ name: String) {
    for function in FunctionLibrary.standard.named(name) {
      let manual = function.manual()
      let longest = function.overloads.map(\.parameters.count).max() ?? 0
      if let forms = manual.forms {
        #expect(forms.map(\.count) == function.overloads.map(\.parameters.count))
        #expect(Set(forms.joined()) == Set(manual.parameters.map(\.name)))
      } else {
        #expect(manual.parameters.count == longest)
      }
    }
  }

  @Test func `every function of the language has an entry, and names lead to entries`() {
    let page = FunctionPage()
    let listed = Set(page.entries.map(\.name))
    for name in FunctionLibrary.standard.names { #expect(listed.contains(name)) }
    #expect(page.entries.count == listed.count, "a name stands twice")
    #expect(page.named("!=").map(\.name) == ["=="])
    #expect(page.nearest(to: "percentil") == "percentile")
    #expect(page.named("nothing").isEmpty)
    for topic in ManualTopic.allCases { #expect(page.entries.contains { $0.manual.topic == topic }) }
  }
}

extension FunctionEntry {
  /// Whether an example is an error, or the error cannot be shown in one line: a missing calendar, huge numbers.
  fileprivate var showsErrorOrNeedsNone: Bool {
    manual.examples.contains { $0.result == "error" }
      || [
        "date_of", "months_touched", "+", "exists", "all", "filter", "map", "round_down", "round_half_up",
        "round_half_even", "replace", "split",
      ].contains(name) || (manual.topic == .moments && name.hasPrefix("get"))
  }
}

/// The scheme and the policy of the functions page, for the vocabulary of the shop.
enum SampleScheme {
  struct Unreadable: Error {}

  static func bench() throws -> (Bench, Facts) {
    var bench = Bench()
    let policy = try root(ManualSample.policy)
    for (key, parameter) in policy["parameters"]?.entries ?? [] {
      let unit = parameter["unit"]?.text
      guard let value = parameter["value"].flatMap({ Rational(decimal: $0.text) }) else { throw Unreadable() }
      bench.parameter(key.text, .number(unit: unit), [(from: nil, to: nil, value: .number(value))])
    }
    guard let rows = policy["tables"]?["rate"]?["rows"] else { throw Unreadable() }
    bench.table(
      Dated(
        always: try rows.items.map { row in
          let cells = row.items.map(\.text)
          guard cells.count == 4, let multiple = Rational(decimal: cells[2]) else { throw Unreadable() }
          return DecisionTable.Row(
            conditions: [.oneOf([.string(cells[0])]), try condition(cells[1])],
            outputs: [.number(multiple), .string(cells[3])])
        }))
    return (bench, Shop.facts(try stated(root(ManualSample.facts), type: TypeEnvironment.root)))
  }

  /// `-`, `< 10` or `>= 10`.
  private static func condition(_ text: String) throws -> DecisionTable.Condition {
    if text == "-" { return .any }
    let parts = text.split(separator: " ")
    guard parts.count == 2, let number = Rational(decimal: String(parts[1])) else { throw Unreadable() }
    let limit = DecisionTable.Limit(.number(number), isIncluded: parts[0] == ">=")
    return parts[0] == "<" ? .between(low: nil, high: limit) : .between(low: limit, high: nil)
  }

  private static func root(_ text: String) throws -> YAMLNode {
    var log = DiagnosticLog()
    let file = SourceFile(path: "sample.yaml", bytes: Array(text.utf8))
    guard let root = YAMLTree.parse(file, into: &log)?.root, !log.hasErrors else { throw Unreadable() }
    return root
  }

  /// What a record states, groups flattened into dotted names.
  private static func stated(_ node: YAMLNode, type: Int, prefix: String = "") throws -> [String: Shop.Stated]
  {
    var facts: [String: Shop.Stated] = [:]
    for (key, value) in node.entries {
      let name = prefix + key.text
      guard let slot = Shop.environment.records[type].slots[name] else { throw Unreadable() }
      switch Shop.environment.records[type].fields[slot].type {
      case .group: facts.merge(try stated(value, type: type, prefix: name + ".")) { first, _ in first }
      case .list(.record(let element)):
        facts[name] = .records(try value.items.map { try stated($0, type: element) })
      case .list: facts[name] = .texts(value.items.map(\.text))
      case _ where value.text == "none": facts[name] = Shop.Stated.none
      case .number:
        guard let number = Rational(decimal: value.text) else { throw Unreadable() }
        facts[name] = .number(number)
      default: facts[name] = .text(value.text)
      }
    }
    return facts
  }
}
