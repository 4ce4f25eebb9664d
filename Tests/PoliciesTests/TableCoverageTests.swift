import Diagnostics
import Expressions
import TestSupport
import Policies
import Testing

@Suite struct `Overlaps, gaps and unreachable rows agree with trying every input` {
  /// What the loader says of a table, or why that is wrong; nil if nothing is.
  private static func complaint(_ table: SampleTable) -> String? {
    complaint(table, load(table).log)
  }

  private static func complaint(_ table: SampleTable, _ log: DiagnosticLog) -> String? {
    let unexpected = log.entries.filter {
      !["policy.table-overlap", "policy.table-gap", "policy.table-unreachable"].contains($0.code)
    }
    if let first = unexpected.first { return "unexpected: \(first.message.en)" }
    return unreachable(table, log) ?? overlaps(table, log) ?? gaps(table, log)
  }

  private static func load(_ table: SampleTable) -> Loaded<Policy> {
    let rows = table.lines.map { "      - [\($0)]" }.joined(separator: "\n")
    let names = table.kinds.indices.map { "c\($0)" }.joined(separator: ", ")
    let call = table.kinds.map(\.rawValue).joined(separator: ", ")
    return policy(
      "tables:\n  t:\n    inputs: [\(names)]\n    outputs: [n]\n    rows:\n\(rows)\n"
        + PolicyText.rule("for_each: {as: x, in: scheme.awards}\nrequire: \"table.t(\(call)).n > 0\""))
  }

  private static func messages(_ code: String, _ log: DiagnosticLog) -> [String] {
    log.sorted.filter { $0.code == code }.map(\.message.en)
  }

  private static func unreachable(_ table: SampleTable, _ log: DiagnosticLog) -> String? {
    let never = table.rows.indices.filter { row in
      table.kinds.indices.contains { column in
        !table.inputs(of: column, expectedOnly: false).contains {
          SampleTable.accepts(table.rows[row][column], $0)
        }
      }
    }
    let said = messages("policy.table-unreachable", log)
    let wanted = never.map { "no input matches row \($0 + 1) of table `t`" }
    guard said.count == wanted.count, zip(said, wanted).allSatisfy({ $0.hasPrefix($1) }) else {
      return "wanted \(wanted), found \(said)"
    }
    return nil
  }

  private static func overlaps(_ table: SampleTable, _ log: DiagnosticLog) -> String? {
    let twice = table.combinations(expectedOnly: false).map(table.matches).filter { $0.count > 1 }
    let later = Set(twice.flatMap { $0.dropFirst() })
    let said = messages("policy.table-overlap", log)
    guard said.count == min(3, later.count) else {
      return "rows \(later.sorted().map { $0 + 1 }) overlap earlier ones, found \(said)"
    }
    for message in said {
      guard
        let match = message.wholeMatch(
          of: #/rows (\d+) and (\d+) of table `t` both match, for example (.*)/#),
        let first = Int(match.1), let second = Int(match.2), let inputs = table.example(String(match.3))
      else { return "cannot read: \(message)" }
      guard later.contains(second - 1),
        table.spelledOut(inputs).allSatisfy({
          Set(table.matches($0)).isSuperset(of: [first - 1, second - 1])
        })
      else {
        return "no such overlap: \(message)"
      }
    }
    return nil
  }

  private static func gaps(_ table: SampleTable, _ log: DiagnosticLog) -> String? {
    let said = messages("policy.table-gap", log)
    let open = table.combinations(expectedOnly: true).filter { table.matches($0).isEmpty }
    // Beside an overlap only gaps that nothing of it explains are named, and there may be none.
    let mayBeSilent = !messages("policy.table-overlap", log).isEmpty
    guard said.isEmpty == open.isEmpty || said.isEmpty && mayBeSilent else {
      return "\(open.count) inputs have no row, found \(said)"
    }
    for message in said {
      guard let match = message.wholeMatch(of: #/table `t` has no row for some inputs, for example (.*)/#)
      else {
        return "cannot read: \(message)"
      }
      for example in match.1.split(separator: "; ") {
        guard let inputs = table.example(String(example)) else { return "cannot read: \(example)" }
        // Where the value does not matter every one of the column leaves the gap.
        let rows = table.rows.indices.filter { row in
          zip(table.rows[row], inputs).allSatisfy { $1 == .anything || SampleTable.accepts($0, $1) }
        }
        guard rows.isEmpty else { return "row \(rows[0] + 1) matches \(example)" }
      }
    }
    return nil
  }

  /// The table without the rows that the complaint does not need.
  private static func shrunk(_ table: SampleTable) -> SampleTable {
    var table = table
    var row = 0
    while row < table.rows.count {
      var smaller = table
      smaller.rows.remove(at: row)
      if !smaller.rows.isEmpty, complaint(smaller) != nil { table = smaller } else { row += 1 }
    }
    return table
  }

  @Test(arguments: SeededGenerator.seeds)
  func `for random small tables`(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var seen: Set<String> = []
    for round in 0..<(60 * SeededGenerator.effort) {
      let table = SampleTable(&generator)
      let loaded = Self.load(table)
      seen.formUnion(loaded.codes.isEmpty ? ["none"] : loaded.codes)
      guard Self.complaint(table, loaded.log) != nil else { continue }
      let small = Self.shrunk(table)
      Issue.record(
        """
        \(SeededGenerator.again(seed)), round \(round): \(Self.complaint(small) ?? "")
        \(small.kinds.map(\.rawValue))
        \(small.lines.joined(separator: "\n"))
        """)
      return
    }
    // The tables are of all sorts, or the test shows little.
    #expect(
      seen.isSuperset(of: ["none", "policy.table-gap", "policy.table-overlap"]),
      "\(SeededGenerator.again(seed))")
  }
}

@Suite struct `Large decision tables` {
  private static func number(_ number: Int) -> Value { .number(Rational(number)) }

  /// From one number up to another, without it, or beyond all bounds.
  private static func range(_ low: Int, _ high: Int?) -> DecisionTable.Condition {
    .between(
      low: .init(number(low), isIncluded: true), high: high.map { .init(number($0), isIncluded: false) })
  }

  /// Rows that tile a square of `size` bands on each side, beside columns where every value will do.
  private static func square(_ size: Int) -> [[DecisionTable.Condition]] {
    (0..<size).flatMap { x in
      (0..<size).map { y in
        let bands = [x, y].map { range($0, $0 + 1 == size ? nil : $0 + 1) }
        return [.any, bands[0], .any, bands[1]] + [DecisionTable.Condition](repeating: .any, count: 4)
      }
    }
  }

  private static func coverage(
    _ rows: [[DecisionTable.Condition]], mostSteps: Int = TableCoverage.mostSteps
  ) -> TableCoverage {
    TableCoverage(
      rows: rows, types: [ValueType](repeating: .number(unit: "h"), count: rows.first?.count ?? 0),
      environment: Vocabularies.small, mostSteps: mostSteps)
  }

  private static func example(_ x: String, _ y: String) -> [String] {
    ["-", x, "-", y, "-", "-", "-", "-"]
  }

  @Test func `hundreds of rows that fit together have neither overlap nor gap`() throws {
    let coverage = Self.coverage(Self.square(20))
    #expect(coverage.overlaps.found.isEmpty)
    #expect(coverage.overlaps.checkedRows == 400)
    #expect(try coverage.gaps() == [])
  }

  @Test func `one missing row among hundreds is found`() throws {
    var rows = Self.square(20)
    rows.remove(at: 7 * 20 + 11)
    #expect(
      try Self.coverage(rows).gaps() == [
        Self.example("7", "11"), Self.example("7", "11.5"), Self.example("7.5", "11"),
      ])
  }

  @Test func `one row too many among hundreds is found, and that it lies within another`() {
    var rows = Self.square(20)
    rows.append([.any, Self.range(7, 8), .any, .oneOf([Self.number(13)])] + rows[0].suffix(4))
    let overlaps = Self.coverage(rows).overlaps
    #expect(overlaps.found.map(\.first) == [7 * 20 + 13])
    #expect(overlaps.found.map(\.second) == [400])
    #expect(overlaps.found.first?.example == Self.example("7", "13"))
    #expect(overlaps.found.first?.covered == 400)
  }

  @Test func `in forty columns the one gap is found without trying every combination`() throws {
    let bands = [Self.range(0, 10), Self.range(10, 20), Self.range(20, nil)]
    var rows: [[DecisionTable.Condition]] = []
    for column in 0..<40 {
      for band in [bands[0], bands[2]] {
        rows.append((0..<40).map { $0 < column ? bands[1] : $0 == column ? band : .any })
      }
    }
    #expect(Self.coverage(rows).overlaps.found.isEmpty)
    #expect(try Self.coverage(rows).gaps().first == [String](repeating: "10", count: 40))
    rows.append([DecisionTable.Condition](repeating: bands[1], count: 40))
    #expect(try Self.coverage(rows).gaps() == [])
  }

  @Test func `a table past the limit of comparisons says how far it was checked`() {
    let overlaps = Self.coverage(Self.square(10), mostSteps: 2_000).overlaps
    #expect(overlaps.found.isEmpty)
    #expect((2..<100).contains(overlaps.checkedRows))
  }
}
