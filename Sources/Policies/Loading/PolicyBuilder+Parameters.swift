import Diagnostics
import Expressions
import YAMLTree

/// `parameters:`, the dated and cited numbers of a policy.
extension PolicyBuilder {
  private static let parameterKeys =
    ["title", "stricter", "as_of", "history", "value"] + typeKeys + Reader.entryKeys

  /// Reads all parameters; gives the place of each one's own `as_of`, to be checked once all names are known.
  mutating func readParameters(_ node: YAMLNode) -> [(index: Int, asOf: YAMLNode)] {
    guard node.kind == .mapping else {
      _ = reader.mapping(node, keys: [], of: LocalizedText(ko: "`parameters`", en: "`parameters`"))
      return []
    }
    var dates: [(index: Int, asOf: YAMLNode)] = []
    for (key, body) in node.entries {
      let what = LocalizedText(ko: "매개변수 `\(key.text)`", en: "parameter `\(key.text)`")
      guard isName(key), let parameter = parameter(key, body, what) else {
        brokenNames.parameters.insert(key.text)
        continue
      }
      if body.kind == .mapping, let asOf = body.stated("as_of") {
        dates.append((program.parameters.count, asOf))
      }
      program.parameters.append(parameter)
    }
    return dates
  }

  private mutating func parameter(_ key: YAMLNode, _ body: YAMLNode, _ what: LocalizedText) -> Parameter? {
    var title = LocalizedText(key.text)
    var declared: ValueType?
    var stricter: Parameter.Stricter?
    if body.kind == .mapping {
      guard reader.mapping(body, keys: Self.parameterKeys, of: what) else { return nil }
      title = body.stated("title").flatMap { reader.localized($0, what) } ?? title
      stricter = body.stated("stricter").flatMap {
        reader.word($0, among: [.lower, .higher, .more], LocalizedText(ko: "엄격해지는 방향", en: "`stricter`"))
      }
      let errors = reader.log.entries.count
      declared = declaredType(body, name: "p." + key.text)
      if reader.log.entries.count > errors, declared == nil { return nil }
    }
    guard let values = values(key, body, declared, what), let type = type(of: values, key, what) else {
      return nil
    }
    checkStricter(stricter, type, body, what)
    if stricter == nil, body["stricter"] != nil || body.isBroken {
      lostNames.insert(Parameter.mark(of: key.text))
    }
    let history = Dated(
      versions: values.versions.map { version in
        .init(from: version.from, to: version.to, value: version.value.value, provenance: version.provenance)
      })
    var parameter = Parameter(name: key.text, title: title, type: type, history: history)
    parameter.stricter = stricter
    parameter.span = key.span
    return parameter
  }

  /// The versions with the type of each value.
  private mutating func values(
    _ key: YAMLNode, _ body: YAMLNode, _ declared: ValueType?, _ what: LocalizedText
  ) -> Dated<(value: Value, type: ValueType)>? {
    let environment = environment
    let entries =
      body.kind == .mapping
      ? reader.historyEntries(body) : body.items.first?.kind == .mapping ? body.items : nil
    if let entries {
      if let value = body.entry("value") {
        reader.error(
          "two-values", at: value.key.span, ko: "\(what.ko)에 `value`와 `history`가 함께 있습니다",
          en: "\(what.en) has both `value` and `history`",
          help: LocalizedText(ko: "값을 이력에 넣으십시오", en: "put the value into the history"))
      }
      let before = reader.log.entries.count
      let history = reader.history(entries, at: body.span, keys: ["value"], sources: sources, of: what) {
        reader, entry -> (value: Value, type: ValueType)? in
        reader.required("value", in: entry, of: what).flatMap { node in
          reader.value(node, as: declared.map { Self.type($0, for: node) }, in: environment, what)
        }
      }
      // A history with a bad entry would have the wrong versions: the expressions that use it are not judged.
      return reader.log.entries[before...].contains { $0.severity == .error } ? nil : history
    }
    if body.kind == .mapping, body["history"] != nil {
      _ = body["history"].flatMap { reader.items($0, of: LocalizedText(ko: "이력", en: "versions")) }
      return nil
    }
    guard
      let node = body.kind == .mapping ? reader.required("value", in: body, of: what, name: key.span) : body,
      let value = reader.value(node, as: declared.map { Self.type($0, for: node) }, in: environment, what)
    else { return nil }
    guard body.kind == .mapping else { return Dated(always: value) }
    var provenance = reader.provenance(body, sources: sources)
    provenance.span = key.span
    let from = body.stated("from").flatMap { reader.day($0, what) }
    let to = body.stated("to").flatMap { reader.day($0, what) }
    return Dated(versions: [.init(from: from, to: to, value: value, provenance: provenance)])
  }

  /// `unit:` and `choices:` of a list are those of its elements.
  private static func type(_ declared: ValueType, for node: YAMLNode) -> ValueType {
    if case .list = declared { return declared }
    return node.kind == .sequence ? .list(declared) : declared
  }

  private mutating func type(
    of values: Dated<(value: Value, type: ValueType)>, _ key: YAMLNode, _ what: LocalizedText
  ) -> ValueType? {
    guard let first = values.versions.first?.value.type else { return nil }
    for version in values.versions where version.value.type != first {
      reader.typesDiffer(
        at: version.provenance.span ?? key.span, version.value.type, first: first, in: environment, what)
      return nil
    }
    return first
  }

  private mutating func checkStricter(
    _ stricter: Parameter.Stricter?, _ type: ValueType, _ body: YAMLNode, _ what: LocalizedText
  ) {
    guard let stricter, let node = body["stricter"] else { return }
    let fits: Bool
    switch (stricter, type) {
    case (.more, .list), (.lower, .number), (.higher, .number), (.lower, .date), (.higher, .date),
      (.lower, .timestamp), (.higher, .timestamp), (.lower, .duration), (.higher, .duration):
      fits = true
    default: fits = false
    }
    guard !fits else { return }
    let words = type.described(in: environment)
    reader.error(
      "stricter", at: node.span,
      ko: "\(what.ko)은(는) \(words.ko)이므로 `stricter: \(stricter.rawValue)`를 쓸 수 없습니다",
      en: "`stricter: \(stricter.rawValue)` does not fit \(what.en), which is \(words.en)",
      help: LocalizedText(
        ko: "수와 날짜는 `lower`나 `higher`, 목록은 `more`를 쓰십시오",
        en: "write `lower` or `higher` for numbers and dates, `more` for lists"))
  }
}
