import Diagnostics
import Expressions
import YAMLTree

/// Values of parameters and table cells.
extension Reader {
  /// A value and its type: by the grammar of values, or by the declared type.
  mutating func value(
    _ node: YAMLNode, as declared: ValueType?, in environment: TypeEnvironment, _ what: LocalizedText
  ) -> (value: Value, type: ValueType)? {
    guard !node.isBroken else { return nil }
    switch node.kind {
    case .mapping:
      error(
        "value", at: node.span, ko: "\(what.ko)에는 값이 필요합니다", en: "expected a value for \(what.en)",
        help: LocalizedText(ko: "값 하나 또는 `[a, b]`를 쓰십시오", en: "write one value or `[a, b]`"))
      return nil
    case .sequence:
      return list(node, as: declared, in: environment, what)
    case .scalar:
      guard !node.isNull else {
        error(
          "value", at: node.span, ko: "\(what.ko)의 값이 비어 있습니다", en: "\(what.en) has no value",
          help: LocalizedText(ko: "값을 쓰십시오", en: "write the value"))
        return nil
      }
      if case .list(let element)? = declared {
        // A list of one may be written without brackets only where the type says that it is a list.
        return value(node, as: element, in: environment, what).map {
          (.list(ListValue(values: [$0.value])), .list($0.type))
        }
      }
      return scalar(node.text, isPlain: !node.isQuoted, at: node.span, as: declared, in: environment, what)
    }
  }

  private mutating func list(
    _ node: YAMLNode, as declared: ValueType?, in environment: TypeEnvironment, _ what: LocalizedText
  ) -> (value: Value, type: ValueType)? {
    var element: ValueType?
    switch declared {
    case .list(let type)?: element = type
    case nil: break
    case .bool?, .number?, .string?, .choice?, .date?, .timestamp?, .duration?, .record?, .reference?,
      .group?,
      .pair?, .interval?, .dyn?, .null?, .map?:
      error(
        "value", at: node.span, ko: "\(what.ko)에는 값 하나가 필요한데 목록이 적혀 있습니다",
        en: "expected one value for \(what.en), found a list",
        help: LocalizedText(ko: "목록이면 `type: list`를 쓰십시오", en: "write `type: list` if it is a list"))
      return nil
    }
    var values: [Value] = []
    var found = element
    var isWhole = true
    for item in node.items {
      guard let read = value(item, as: element, in: environment, what) else {
        isWhole = false
        continue
      }
      if let found, found != read.type {
        typesDiffer(at: item.span, read.type, first: found, in: environment, what)
        isWhole = false
      }
      found = found ?? read.type
      values.append(read.value)
    }
    guard isWhole else { return nil }
    return (.list(ListValue(values: values)), .list(found ?? .string))
  }

  /// Reports a value of another type than its neighbours have.
  mutating func typesDiffer(
    at span: SourceSpan, _ found: ValueType, first: ValueType, in environment: TypeEnvironment,
    _ what: LocalizedText
  ) {
    let a = first.described(in: environment)
    let b = found.described(in: environment)
    error(
      "types-differ", at: span, ko: "\(what.ko)의 값은 \(a.ko)인데 여기는 \(b.ko)입니다",
      en: "\(what.en) holds \(a.en) elsewhere and \(b.en) here",
      help: LocalizedText(
        ko: "`type:`으로 형을 정하거나 값을 같은 형으로 쓰십시오", en: "write values of one type, or say which with `type:`"))
  }

  /// A scalar's value by its look, or by the declared type.
  mutating func scalar(
    _ text: String, isPlain: Bool, at span: SourceSpan, as declared: ValueType?,
    in environment: TypeEnvironment,
    _ what: LocalizedText
  ) -> (value: Value, type: ValueType)? {
    if case .string? = declared { return (.string(text), .string) }
    if case .choice(let index)? = declared {
      return member(text, of: index, at: span, in: environment, what) ? (.string(text), .choice(index)) : nil
    }
    if case .duration? = declared {
      guard let span = TimeSpan(text: text) else {
        return mismatch(text, at: span, .duration, in: environment, what)
      }
      return (.duration(span), .duration)
    }
    let literal = Literal(text)
    if case .malformed(let problem) = literal { return malformed(text, problem, at: span, what) }
    if case .text = literal, let declared, case .number = declared, Literal.number(before: text) != nil {
      return mismatch(text, at: span, declared, in: environment, what)
    }
    if case .text = literal, isPlain || declared != nil, let problem = Literal.trap(plain: text) {
      return malformed(text, problem, at: span, what)
    }
    let found: (value: Value, type: ValueType)
    switch literal {
    case .bool(let value): found = (.bool(value), .bool)
    case .number(let value): found = (.number(value), .number(unit: nil))
    case .date(let value): found = (.date(value), .date)
    case .timestamp(let value): found = (.timestamp(value), .timestamp)
    case .text, .malformed: found = (.string(text), .string)
    }
    guard let declared, declared != found.type else { return found }
    if case .number = declared, case .number = found.type { return (found.value, declared) }
    return mismatch(text, at: span, declared, in: environment, what)
  }

  private mutating func mismatch(
    _ text: String, at span: SourceSpan, _ type: ValueType, in environment: TypeEnvironment,
    _ what: LocalizedText
  ) -> (value: Value, type: ValueType)? {
    let words = type.described(in: environment)
    error(
      "value", at: span, ko: "\(what.ko): `\(text)`은(는) \(words.ko)이(가) 아닙니다",
      en: "`\(text)` is not \(words.en) (\(what.en))", help: Self.bareNumber(text, as: type) ?? type.spelling)
    return nil
  }

  /// How to write a number that has its unit or a percent sign with it.
  private static func bareNumber(_ text: String, as type: ValueType) -> LocalizedText? {
    guard case .number(let unit) = type, let digits = Literal.number(before: text) else { return nil }
    let sign = text.hasSuffix("%") ? ValueType.percent : unit
    guard let sign else { return LocalizedText(ko: "`\(digits)`(으)로 쓰십시오", en: "write `\(digits)`") }
    return LocalizedText(
      ko: "`\(digits)`(으)로 쓰십시오. 단위는 `unit: \(sign)`에 적습니다",
      en: "write `\(digits)`; its unit stands in `unit: \(sign)`")
  }

  private mutating func malformed(
    _ text: String, _ problem: Literal.Problem, at span: SourceSpan, _ what: LocalizedText
  ) -> (value: Value, type: ValueType)? {
    error(
      "value", at: span, ko: "\(what.ko): `\(text)`: \(problem.ko)",
      en: "`\(text)`: \(problem.en) (\(what.en))",
      help: problem.spelling.map {
        LocalizedText(
          ko: "`\($0)`(으)로 쓰십시오. 글이라면 `type: string`을 더하십시오",
          en: "write `\($0)`, or add `type: string` if it is a text")
      }
        ?? LocalizedText(
          ko: "바르게 고치십시오. 글이라면 `type: string`을 더하십시오", en: "correct it, or add `type: string` if it is a text"
        ))
    return nil
  }

  /// Whether a text is a member of a choice; reports one that is not.
  mutating func member(
    _ text: String, of index: Int, at span: SourceSpan, in environment: TypeEnvironment, _ what: LocalizedText
  ) -> Bool {
    guard environment.choices.indices.contains(index) else { return true }
    let choice = environment.choices[index]
    let names = choice.members.map(\.name)
    guard !names.contains(text) else { return true }
    guard !choice.isOpen else {
      // Any text may be stated for an open choice; one that is nearly a member is still worth a word.
      if let help = suggestion(for: text, among: names) {
        warning(
          "unknown-member", at: span, ko: "\(what.ko): `\(text)`은(는) 용어집에 적힌 값이 아닙니다",
          en: "`\(text)` is none of the values that the vocabulary names (\(what.en))", help: help)
      }
      return true
    }
    error(
      "unknown-member", at: span, ko: "\(what.ko): `\(text)`은(는) `\(choice.name)`의 값이 아닙니다",
      en: "`\(text)` is no member of `\(choice.name)` (\(what.en))",
      help: suggestion(for: text, among: names)
        ?? LocalizedText(
          ko: "쓸 수 있는 값: \(names.joined(separator: ", "))",
          en: "expected one of \(names.joined(separator: ", "))"))
    return false
  }
}
