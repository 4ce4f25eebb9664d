import Diagnostics
import Expressions
import YAMLTree

/// A table's input cells, read once the calls have given the columns their types.
struct TableInputs {
  /// The rows of one version: each row's input cells and its place.
  struct Version {
    /// Input cells, then outputs, and the place of the row.
    var rows: [(cells: [YAMLNode], span: SourceSpan)]
  }

  /// Columns' names with their places.
  var columns: [YAMLNode]
  /// One for each of the table's versions.
  var versions: [Version]
}

/// `tables:`, the decision tables of a policy.
extension PolicyBuilder {
  private static let tableKeys =
    ["title", "as_of", "inputs", "outputs", "hit", "history", "rows"] + Reader.entryKeys
  private static let columnKeys = ["name", "title"] + typeKeys
  /// Most rows of one version and most columns: what a person still oversees and a check still finishes.
  private static let mostRows = 2_000
  private static let mostColumns = 40

  /// Hit policies: at most one row matches.
  private enum Hit: String {
    case unique
  }

  /// Reads all tables; gives the place of each one's own `as_of`, to be checked once all names are known.
  mutating func readTables(_ node: YAMLNode) -> [(index: Int, asOf: YAMLNode)] {
    guard node.kind == .mapping else {
      _ = reader.mapping(node, keys: [], of: LocalizedText(ko: "`tables`", en: "`tables`"))
      return []
    }
    var dates: [(index: Int, asOf: YAMLNode)] = []
    for (key, body) in node.entries {
      let what = LocalizedText(ko: "표 `\(key.text)`", en: "table `\(key.text)`")
      guard isName(key), let (table, inputs) = table(key, body, what) else {
        brokenNames.tables.insert(key.text)
        continue
      }
      if let asOf = body.stated("as_of") { dates.append((program.tables.count, asOf)) }
      program.tables.append(table)
      tableInputs.append(inputs)
    }
    return dates
  }

  private mutating func table(
    _ key: YAMLNode, _ body: YAMLNode, _ what: LocalizedText
  ) -> (DecisionTable, TableInputs)? {
    guard reader.mapping(body, keys: Self.tableKeys, of: what) else { return nil }
    let before = reader.log.entries.count
    let title = body.stated("title").flatMap { reader.localized($0, what) } ?? LocalizedText(key.text)
    if let hit = body.stated("hit") {
      _ = reader.word(hit, among: [Hit.unique], LocalizedText(ko: "표의 적중 방식", en: "hit policy"))
    }
    let inputs = reader.required("inputs", in: body, of: what, name: key.span).flatMap {
      columns($0, of: "table.\(key.text)", what)
    }
    let outputs = reader.required("outputs", in: body, of: what, name: key.span).flatMap {
      columns($0, of: "table.\(key.text)", what)
    }
    guard let inputs, var outputs else { return nil }
    if inputs.count > Self.mostColumns || outputs.count > Self.mostColumns {
      tooLarge(key, what)
      return nil
    }
    guard let rows = rows(key, body, inputs: inputs, outputs: &outputs, what) else { return nil }
    guard !reader.log.entries[before...].contains(where: { $0.severity == .error }) else { return nil }
    let rowType = environment.add(
      RecordType(
        name: "table.\(key.text)", label: title,
        fields: outputs.map {
          Field(
            name: $0.column.name, type: $0.column.type ?? .string,
            label: $0.column.title ?? LocalizedText($0.column.name))
        }))
    var table = DecisionTable(
      name: key.text, title: title, inputs: inputs.map(\.column), outputs: outputs.map(\.column),
      rowType: rowType, history: rows.outputs)
    table.span = key.span
    return (table, TableInputs(columns: inputs.map(\.node), versions: rows.inputs))
  }

  private mutating func tooLarge(_ key: YAMLNode, _ what: LocalizedText) {
    reader.error(
      "table-size", at: key.span, ko: "\(what.ko)이(가) 너무 큽니다", en: "\(what.en) is too large",
      help: LocalizedText(
        ko: "시점마다 \(Self.mostRows)행, 입력과 출력은 각각 \(Self.mostColumns)열까지 쓸 수 있습니다",
        en: "at most \(Self.mostRows) rows per version, \(Self.mostColumns) inputs and as many outputs"))
  }

  // ── columns ────────────────────────────────────────────────────────────────

  private typealias NamedColumn = (column: DecisionTable.Column, node: YAMLNode)

  /// Column names in a list, `{name, title, unit…}` in a list, or a mapping of names.
  private mutating func columns(_ node: YAMLNode, of table: String, _ what: LocalizedText) -> [NamedColumn]? {
    var columns: [NamedColumn] = []
    let column = LocalizedText(ko: "\(what.ko)의 열", en: "a column of \(what.en)")
    let pairs: [(name: YAMLNode, body: YAMLNode?)]
    if node.kind == .mapping {
      pairs = node.entries.map { ($0.key, $0.value) }
    } else {
      guard let items = reader.items(node, of: column) else { return nil }
      pairs = items.compactMap { item in
        guard item.kind == .mapping else { return (item, nil) }
        return reader.required("name", in: item, of: column).map { ($0, item) }
      }
    }
    for (name, body) in pairs {
      guard isName(name) else { return nil }
      if let first = columns.first(where: { $0.column.name == name.text }) {
        reader.error(
          "duplicate-name", at: name.span, ko: "\(what.ko)에 `\(name.text)` 열이 두 번 있습니다",
          en: "\(what.en) has column `\(name.text)` twice",
          help: LocalizedText(ko: "열마다 다른 이름을 쓰십시오", en: "give the columns different names"),
          notes: [
            Diagnostic.Note(
              LocalizedText(ko: "먼저 적힌 곳", en: "first named here"), at: first.node.span.location)
          ])
        return nil
      }
      var named = DecisionTable.Column(name: name.text, type: nil)
      if let body, body.kind == .mapping, reader.mapping(body, keys: Self.columnKeys, of: column) {
        named.title = body.stated("title").flatMap { reader.localized($0, column) }
        named.type = declaredType(body, name: "\(table).\(name.text)")
      }
      columns.append((named, name))
    }
    guard !columns.isEmpty else {
      reader.error(
        "no-columns", at: node.span, ko: "\(what.ko)에 열이 없습니다", en: "\(what.en) has no columns here",
        help: LocalizedText(ko: "열 이름을 쓰십시오", en: "name the columns"))
      return nil
    }
    return columns
  }

  // ── rows ───────────────────────────────────────────────────────────────────

  private mutating func rows(
    _ key: YAMLNode, _ body: YAMLNode, inputs: [NamedColumn], outputs: inout [NamedColumn],
    _ what: LocalizedText
  ) -> (outputs: Dated<[DecisionTable.Row]>, inputs: [TableInputs.Version])? {
    let nodes: Dated<YAMLNode>?
    if let entries = reader.historyEntries(body) {
      nodes = reader.history(entries, at: body.span, keys: ["rows"], sources: sources, of: what) {
        reader, entry in
        reader.required("rows", in: entry, of: what)
      }
    } else {
      var provenance = reader.provenance(body, sources: sources)
      provenance.span = key.span
      let from = body.stated("from").flatMap { reader.day($0, what) }
      let to = body.stated("to").flatMap { reader.day($0, what) }
      nodes = reader.required("rows", in: body, of: what, name: key.span).map {
        Dated(versions: [.init(from: from, to: to, value: $0, provenance: provenance)])
      }
    }
    guard let nodes else { return nil }
    let declared = outputs.map(\.column.type)
    var versions: [Dated<[DecisionTable.Row]>.Version] = []
    var conditions: [TableInputs.Version] = []
    for version in nodes.versions {
      guard let items = reader.items(version.value, of: LocalizedText(ko: "행", en: "rows")) else {
        return nil
      }
      guard items.count <= Self.mostRows else {
        tooLarge(key, what)
        return nil
      }
      var rows: [DecisionTable.Row] = []
      var cells: [(cells: [YAMLNode], span: SourceSpan)] = []
      for item in items {
        guard let row = row(item, inputs: inputs.count, outputs: &outputs, declared: declared, what) else {
          continue
        }
        rows.append(DecisionTable.Row(conditions: [], outputs: row.outputs, span: item.span))
        cells.append((row.inputs, item.span))
      }
      versions.append(.init(from: version.from, to: version.to, value: rows, provenance: version.provenance))
      conditions.append(TableInputs.Version(rows: cells))
    }
    return (Dated(versions: versions), conditions)
  }

  private mutating func row(
    _ node: YAMLNode, inputs: Int, outputs: inout [NamedColumn], declared: [ValueType?], _ what: LocalizedText
  ) -> (inputs: [YAMLNode], outputs: [Value])? {
    guard let cells = reader.items(node, of: LocalizedText(ko: "칸", en: "cells")) else { return nil }
    guard cells.count == inputs + outputs.count else {
      reader.error(
        "row-length", at: node.span,
        ko: "\(what.ko)의 행에는 \(inputs + outputs.count)칸이 필요한데 \(cells.count)칸입니다",
        en: "a row of \(what.en) needs \(inputs + outputs.count) cells, this one has \(cells.count)",
        help: LocalizedText(
          ko: "입력 \(inputs)칸 다음에 출력 \(outputs.count)칸을 쓰십시오",
          en: "write \(inputs) inputs, then \(outputs.count) outputs"))
      return nil
    }
    var values: [Value] = []
    for (place, cell) in cells.dropFirst(inputs).enumerated() {
      let column = LocalizedText(
        ko: "열 `\(outputs[place].column.name)`", en: "column `\(outputs[place].column.name)`")
      if cell.kind == .scalar, cell.text == "-" {
        reader.error(
          "output-cell", at: cell.span, ko: "출력 칸에는 값이 필요합니다", en: "an output needs a value, not `-`",
          help: LocalizedText(ko: "값을 쓰거나 이 행을 빼십시오", en: "write a value or take the row out"))
        continue
      }
      guard let read = reader.value(cell, as: declared[place], in: environment, column) else { continue }
      if let first = outputs[place].column.type, first != read.type {
        reader.typesDiffer(at: cell.span, read.type, first: first, in: environment, column)
        continue
      }
      outputs[place].column.type = read.type
      values.append(read.value)
    }
    guard values.count == outputs.count else { return nil }
    return (Array(cells.prefix(inputs)), values)
  }
}
