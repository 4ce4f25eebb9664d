import Diagnostics
import Expressions
import Findings

/// Writes a value for people: plain ones on a line, lists element by element, a table's row column by column.
struct TrialValue {
  /// Writes values and facts.
  let writer: TrialWriter
  /// Where the lines begin.
  let indent: Int

  /// Elements shown; more are only counted.
  private static let longestList = 20

  /// The lines that show a value.
  func pieces(_ value: Value, as type: ValueType) -> [Sheet.Piece] {
    switch value {
    case .unknown: return [row(LocalizedText(ko: "알 수 없음", en: "unknown"))]
    case .error(let error): return writer.failure(error, indent: indent)
    case .list(let list): return pieces(list, as: type)
    case .record(.computed(let record, let fields)): return pieces(fields, of: record)
    case .range:
      return [
        row(
          BilingualValues.noted(
            text(value, as: type), LocalizedText(ko: "범위만 알려짐", en: "only these bounds are known")))
      ]
    case .either:
      return [
        row(
          BilingualValues.noted(text(value, as: type), LocalizedText(ko: "출처마다 다름", en: "sources disagree")))
      ]
    case .string:
      // Without quotes a text such as ‘없음’ would look like a state.
      let text = text(value, as: type)
      if case .string = type { return [row(text.within("‘", "’"))] }
      return [row(text)]
    case .bool, .number, .date, .timestamp, .duration, .interval, .null, .map, .record(.fact):
      return [row(text(value, as: type))]
    }
  }

  private func row(_ text: LocalizedText) -> Sheet.Piece {
    .row(ko: "값", en: "value", text, indent: indent)
  }

  private func text(_ value: Value, as type: ValueType) -> LocalizedText {
    if case .record(.fact(let record)) = value {
      let facts = writer.evaluation.facts
      let key = LocalizedText(facts.label(ofRecord: record))
      let name = RecordName.of(record, in: facts)
      let path = LocalizedText(writer.facts.records.path(of: record))
      return BilingualValues.noted(.joined([key, name].compactMap { $0 }, separator: " "), path)
    }
    return writer.wording.full(writer.values.write(value, as: type))
  }

  // ── lists ──────────────────────────────────────────────────────────────────

  private func pieces(_ list: ListValue, as type: ValueType) -> [Sheet.Piece] {
    var element = ValueType.dyn
    switch type {
    case .list(let inner), .pair(let inner): element = inner
    default: break
    }
    let count = list.elements.count
    let doubtful = list.elements.count { !$0.isCertain }
    var head = LocalizedText(
      ko: count == 0 ? "빈 목록" : "요소 \(count)개",
      en: count == 0 ? "an empty list" : "\(count) \(count == 1 ? "element" : "elements")")
    if doubtful > 0 {
      head = BilingualValues.noted(
        head,
        LocalizedText(
          ko: "그 가운데 \(doubtful)개는 드는지 알 수 없음", en: "whether \(doubtful) of them belong to it is not known"))
    }
    var pieces = [row(head)]
    for item in list.elements.prefix(Self.longestList) { pieces += [line(item, as: element)] }
    if count > Self.longestList {
      let rest = count - Self.longestList
      pieces.append(.paragraph(ko: "… 외 \(rest)개", en: "… and \(rest) more", indent: indent + 2))
    }
    if list.incomplete != nil {
      pieces.append(
        .paragraph(
          ko: "? 이 목록은 일부만 적혀 있어 더 있을 수 있음", en: "? the list is not complete: there may be more",
          indent: indent + 2))
    }
    return pieces
  }

  private func line(_ item: ListValue.Element, as type: ValueType) -> Sheet.Piece {
    let value: LocalizedText
    switch item.value {
    case .unknown: value = LocalizedText(ko: "알 수 없음", en: "unknown")
    case .error(let error):
      value = LocalizedText(
        ko: "계산할 수 없음: \(error.message.ko)", en: "cannot be computed: \(error.message.en)")
    case .list(let inner) where inner.elements.isEmpty: value = LocalizedText(ko: "빈 목록", en: "an empty list")
    case .list: value = text(item.value, as: type).within("[", "]")
    default: value = text(item.value, as: type)
    }
    guard !item.isCertain else { return .paragraph(value.within("- ", ""), indent: indent + 2) }
    let missing = writer.evaluation.expand(item.grounds).missing.map {
      writer.facts.missing($0.fact, $0.kind)
    }
    let why = missing.prefix(3).map { "\($0.path) \($0.kind.words.ko)" }.joined(separator: ", ")
    let whyEn = missing.prefix(3).map { "\($0.path) \($0.kind.words.en)" }.joined(separator: ", ")
    let doubt = LocalizedText(
      ko: "드는지 알 수 없음" + (why.isEmpty ? "" : ": \(why)"),
      en: "not known whether it belongs" + (whyEn.isEmpty ? "" : ": \(whyEn)"))
    return .paragraph(
      LocalizedText.joined([value, doubt], separator: " — ").within("? ", ""), indent: indent + 2)
  }

  // ── rows of tables ─────────────────────────────────────────────────────────

  private func pieces(_ fields: [Value], of record: Int) -> [Sheet.Piece] {
    let environment = writer.evaluation.program.environment
    guard environment.records.indices.contains(record) else { return [] }
    let table = writer.evaluation.program.tables.first { $0.rowType == record }
    let type = environment.records[record]
    return zip(type.fields, fields).map { field, value in
      let title = table?.outputs.first { $0.name == field.name }?.title
      let name =
        title.map { BilingualValues.noted($0, LocalizedText("`.\(field.name)`")) }
        ?? LocalizedText("`.\(field.name)`")
      return .row(name, text(value, as: field.type), indent: indent)
    }
  }
}
