import Diagnostics
import Expressions
import Findings
import Policies

/// Writes the parameters, table rows and dates of one policy as grounds; renewed for every rule, since a rule's
/// date picks the versions.
final class NumberWriter {
  private let evaluation: Evaluation
  private let values: ValueWriter
  private let confidentiality: Confidentiality
  private let isOverridden: Bool
  /// The rule's own date expression.
  private let ruleAsOf: CellID
  /// By the parameters' places and versions, then by the day that picked them.
  private var parameters: [Int: [(day: String?, use: ParameterUse)]] = [:]
  /// By the rows' numbers, then by their tables and versions and the day that picked them.
  private var rows: [Int: [(table: Int, version: Int, day: String?, use: TableUse)]] = [:]

  /// By the dates' steps and days.
  private var dates: [Int: DateUse] = [:]
  /// Days as text.
  private var days: [Int: String] = [:]

  /// - Parameter isOverridden: the user's date stands in place of the policies' own.
  init(
    policy: Policy, rule: Rule, evaluation: Evaluation, values: ValueWriter, confidentiality: Confidentiality,
    isOverridden: Bool
  ) {
    self.confidentiality = confidentiality
    self.evaluation = evaluation
    self.values = values
    self.isOverridden = isOverridden
    ruleAsOf = rule.asOf ?? policy.asOf
  }

  private var program: Program { evaluation.program }

  /// A parameter in the version that was picked.
  func parameter(_ index: Int, version: Int, in grounds: ExpandedGrounds) -> ParameterUse? {
    guard program.parameters.indices.contains(index) else { return nil }
    let picker = picker(program.parameters[index].asOf, in: grounds)
    let key = index << 32 | version
    if let known = parameters[key]?.first(where: { $0.day == picker }) { return known.use }
    let parameter = program.parameters[index]
    guard parameter.history.versions.indices.contains(version) else { return nil }
    let entry = parameter.history.versions[version]
    let use = ParameterUse(
      name: parameter.name, title: parameter.title, value: values.write(entry.value, as: parameter.type),
      from: entry.from?.iso, on: picker, cite: entry.provenance.cite,
      isDefault: entry.provenance.isDefault, verified: entry.provenance.isVerified,
      tightened: entry.provenance.tightened, later: later(of: parameter, after: version))
    parameters[key, default: []].append((picker, use))
    return use
  }

  /// A table's row in the version that was picked.
  func row(_ table: Int, version: Int, row: Int, in grounds: ExpandedGrounds) -> TableUse? {
    guard program.tables.indices.contains(table) else { return nil }
    let picker = picker(program.tables[table].asOf, in: grounds)
    let known = rows[row]?.first { $0.table == table && $0.version == version && $0.day == picker }
    if let known { return known.use }
    let definition = program.tables[table]
    guard definition.history.versions.indices.contains(version),
      definition.history.versions[version].value.indices.contains(row)
    else { return nil }
    let entry = definition.history.versions[version]
    let use = TableUse(
      name: definition.name, title: definition.title,
      row: TableRowWriter(values: values).write(entry.value[row], number: row + 1, of: definition),
      from: entry.from?.iso, on: picker, cite: entry.provenance.cite,
      isDefault: entry.provenance.isDefault, verified: entry.provenance.isVerified,
      later: later(of: definition, after: version, row: row))
    rows[row, default: []].append((table, version, picker, use))
    return use
  }

  /// Whether any number that some grounds hold is the tool's own, and whether all were checked against their sources.
  func standing(in grounds: ExpandedGrounds) -> (isDefault: Bool, isVerified: Bool) {
    var (isDefault, isVerified) = (false, true)
    func look(at provenance: Provenance?) {
      isDefault = isDefault || provenance?.isDefault ?? false
      isVerified = isVerified && provenance?.isVerified ?? true
    }
    for ground in grounds.plain {
      switch ground {
      case .parameter(let index, let version):
        let versions = program.parameters[index].history.versions
        look(at: versions.indices.contains(version) ? versions[version].provenance : nil)
      case .row(let table, let version, _):
        let versions = program.tables[table].history.versions
        look(at: versions.indices.contains(version) ? versions[version].provenance : nil)
      case .read, .missing, .assumed, .list, .further, .cell, .partialCell, .date, .noParameterVersion,
        .noTableVersion, .noRow, .outsideCalendar, .uncertainHoliday:
        break
      }
    }
    return (isDefault, isVerified)
  }

  /// What a parameter becomes after a version.
  private func later(of parameter: Parameter, after version: Int) -> [LaterVersion] {
    parameter.history.later(than: version) { value in
      [NamedValue(name: parameter.name, value: values.write(value, as: parameter.type))]
    }
  }

  /// What a row's conditions give after a version.
  private func later(of table: DecisionTable, after version: Int, row: Int) -> [LaterVersion] {
    guard table.history.versions.count > version + 1 || table.history.versions[version].to != nil else {
      return []
    }
    let writer = TableRowWriter(values: values)
    let used = writer.write(table.history.versions[version].value[row], number: row + 1, of: table).inputs
    return table.history.later(than: version) { rows in
      let same = rows.lazy.map { writer.write($0, number: 1, of: table) }.first { $0.inputs == used }
      return same?.outputs ?? []
    }
  }

  /// The dates that picked versions; the one that asked whether the rule is in force comes first.
  func dates(in grounds: ExpandedGrounds) -> [DateUse] {
    grounds.dates.compactMap { use in use.cell.map { date($0, use.value) } }
  }

  /// What the policy's side lacks, in the same form as missing facts.
  func gaps(in grounds: ExpandedGrounds) -> [MissingFact] {
    var versions: [MissingFact] = []
    var rows: [MissingFact] = []
    var days: [MissingFact] = []
    for ground in grounds.plain {
      switch ground {
      case .noParameterVersion(let index):
        let parameter = program.parameters[index]
        versions.append(
          MissingFact(
            kind: .version, path: "p.\(parameter.name)", name: parameter.title,
            value: picked(by: parameter.asOf, in: grounds)))
      case .noTableVersion(let index):
        let table = program.tables[index]
        versions.append(
          MissingFact(
            kind: .version, path: "table.\(table.name)", name: table.title,
            value: picked(by: table.asOf, in: grounds)))
      case .noRow(let index, let inputs):
        let table = program.tables[index]
        rows.append(
          MissingFact(
            kind: .row, path: "table.\(table.name)", name: table.title,
            value: Self.missed(evaluation.missedInputs[inputs], of: table, in: program.environment)))
      case .outsideCalendar(let day):
        days.append(
          MissingFact(
            kind: .calendar, path: day.iso,
            name: LocalizedText(ko: "달력 범위 밖의 날", en: "day outside the calendar"),
            value: ReportValue(.date, day.iso)))
      case .read, .missing, .assumed, .list, .further, .cell, .partialCell, .date, .parameter, .row,
        .uncertainHoliday:
        break
      }
    }
    return versions + rows + days
  }

  /// Inputs without a row, members of choices by their labels.
  private static func missed(
    _ text: String, of table: DecisionTable, in environment: TypeEnvironment
  ) -> ReportValue {
    let parts = text.split(separator: ", ")
    guard parts.count == table.inputs.count else { return .string(text) }
    let words = zip(parts, table.inputs).map { part, column in
      guard case .choice(let index)? = column.type, environment.choices.indices.contains(index),
        let label = environment.choices[index].label(of: String(part))
      else { return LocalizedText(String(part)) }
      return label
    }
    let label = LocalizedText.joined(words, separator: ", ")
    return label == LocalizedText(text) ? .string(text) : ReportValue(.string, text, label: label)
  }

  /// Holidays that are not yet certain and were taken as such.
  func assumptions(in grounds: ExpandedGrounds) -> [AssumedFact] {
    grounds.uncertainHolidays.map { day in
      AssumedFact(
        path: day.iso,
        name: program.calendar?.holidays[day]?.name ?? LocalizedText(ko: "공휴일", en: "holiday"),
        value: .bool(true),
        why: LocalizedText(
          ko: "달력에 확정되지 않은 공휴일로 적혀 있음", en: "the calendar marks this holiday as uncertain"))
    }
  }

  /// The date that a parameter or table went by, where it was asked for.
  private func picked(by asOf: CellID?, in grounds: ExpandedGrounds) -> ReportValue? {
    let cell = asOf ?? ruleAsOf
    return grounds.dates.first { $0.cell == cell }.map { values.write($0.value, as: .date) }
  }

  private func picker(_ asOf: CellID?, in grounds: ExpandedGrounds) -> String? {
    let cell = asOf ?? ruleAsOf
    if let use = grounds.dates.first(where: { $0.cell == cell }), case .date(let day) = use.value {
      if let known = days[Int(day.number)] { return known }
      let text = day.iso
      days[Int(day.number)] = text
      return text
    }
    return picked(by: asOf, in: grounds).flatMap { $0.text.isEmpty ? nil : $0.text }
  }

  private func date(_ asOf: CellID, _ value: Value) -> DateUse {
    guard case .date(let day) = value else { return written(asOf, value) }
    let key = asOf.index << 32 | Int(UInt32(bitPattern: day.number))
    if let known = dates[key] { return known }
    let new = written(asOf, value)
    dates[key] = new
    return new
  }

  private func written(_ asOf: CellID, _ value: Value) -> DateUse {
    let cell = program.cells[asOf.index]
    let expression = cell.expression
    var title = cell.title
    if case .root(let slot) = expression.term {
      title = title ?? program.environment.records[TypeEnvironment.root].fields[slot].label
    }
    let isHidden =
      !confidentiality.isEmpty && confidentiality.hides(evaluation.expand(evaluation.evaluate(asOf).grounds))
    return DateUse(
      expression: expression.source.text, title: title,
      value: confidentiality.marked(values.write(value, as: .date), if: isHidden),
      overridden: isOverridden)
  }
}
