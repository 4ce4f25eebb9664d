import Diagnostics
import Expressions
import YAMLTree

extension SchemeLoader {
  /// The value of a node: a scalar, bounds, or disputed readings; nil when a problem was reported.
  mutating func readValue(_ node: YAMLNode, as form: ScalarForm) -> Value? {
    switch node.kind {
    case .scalar:
      guard let value = scalars.read(node, as: form, diagnostics: &entries.log) else { return nil }
      if case .reference(let target) = form, case .string(let key) = value {
        references.append((node, key, target))
      }
      return value
    case .mapping: return readPartial(node, as: form)
    case .sequence:
      entries.log.error(
        "scheme.expected-value", at: node.span, ko: "값 하나가 와야 할 자리에 목록이 있습니다",
        en: "expected one value, found a list",
        help: LocalizedText(
          ko: "값 하나를 적으십시오. 출처마다 다르면 `{either: [값, 값]}`으로 적으십시오",
          en: "write one value; if sources disagree write `{either: [value, value]}`"))
      return nil
    }
  }

  private mutating func readPartial(_ node: YAMLNode, as form: ScalarForm) -> Value? {
    let isReadings = node["either"] != nil
    let isBounds = node["at_least"] != nil || node["at_most"] != nil
    guard isReadings || isBounds else {
      reportExpectedValue(node, as: form)
      return nil
    }
    for (key, value) in node.entries {
      switch key.text {
      case "either", "at_least", "at_most": break
      case Vocabulary.sourceKey: checkSource(value)
      default:
        let name = Quoted.text(key.text)
        let near = Suggestion.nearest(
          to: name, among: ["at_least", "at_most", "either", Vocabulary.sourceKey])
        entries.log.error(
          "scheme.unknown-key", at: key.span, ko: "`\(name)`은(는) 이 자리에 없는 항목입니다", en: "unknown key `\(name)`",
          help: near.map(Suggestion.question)
            ?? LocalizedText(
              ko: "여기에는 `at_least`, `at_most`, `either`, `source`만 쓸 수 있습니다",
              en: "expected `at_least`, `at_most`, `either` or `source`"))
      }
    }
    if isReadings && isBounds {
      entries.log.error(
        "scheme.bounds-and-either", at: node.span, ko: "범위와 `either`는 함께 쓸 수 없습니다",
        en: "bounds and `either` cannot stand together",
        help: LocalizedText(ko: "둘 가운데 하나만 적으십시오", en: "write one of the two"))
      return nil
    }
    return isReadings ? readReadings(node, as: form) : readBounds(node, as: form)
  }

  // ── disputed readings ────────────────────────────────────────────────────────

  private mutating func readReadings(_ node: YAMLNode, as form: ScalarForm) -> Value? {
    guard let either = node["either"] else { return nil }
    guard form.takesReadings else {
      entries.log.error(
        "scheme.either-not-allowed", at: node.span, ko: "참조에는 `either`를 쓸 수 없습니다",
        en: "`either` cannot be used for a reference",
        help: LocalizedText(ko: "어느 것인지 모르면 `null`로 적으십시오", en: "write `null` if it is not known which"))
      return nil
    }
    let help = LocalizedText(
      ko: "다투는 값들을 `{either: [값, 값]}`으로 적으십시오. 값이 하나면 그 값만 적으십시오",
      en: "write the disputed values as `{either: [value, value]}`; a single one stands alone")
    guard either.kind == .sequence, either.items.count >= 2 else {
      entries.log.error(
        "scheme.bad-either", at: either.span, ko: "`either`에는 둘 이상의 값이 있어야 합니다",
        en: "`either` needs two values or more", help: help)
      return nil
    }
    var values: [Value] = []
    var isComplete = true
    for item in either.items {
      guard item.kind == .scalar, !item.isNull, !item.isNone else {
        entries.log.error(
          "scheme.bad-either", at: item.span, ko: "`either`에는 값만 적을 수 있습니다",
          en: "`either` may hold values only", help: help)
        isComplete = false
        continue
      }
      guard let value = scalars.read(item, as: form, diagnostics: &entries.log) else {
        isComplete = false
        continue
      }
      if values.contains(where: { Self.compare($0, value) == .equal }) {
        entries.log.error(
          "scheme.repeated-reading", at: item.span, ko: "`\(Quoted.text(item.text))`이(가) 두 번 적혀 있습니다",
          en: "reading `\(Quoted.text(item.text))` is listed twice", help: help)
        isComplete = false
        continue
      }
      guard values.count < SchemeLimits.readings else {
        entries.log.error(
          "scheme.bad-either", at: item.span, ko: "`either`에는 값을 \(SchemeLimits.readings)개까지 적을 수 있습니다",
          en: "`either` may hold \(SchemeLimits.readings) values at most",
          help: LocalizedText(ko: "범위로 적으십시오", en: "write bounds in place of it"))
        return nil
      }
      values.append(value)
    }
    return isComplete ? .either(values) : nil
  }

  // ── bounds ───────────────────────────────────────────────────────────────────

  private mutating func readBounds(_ node: YAMLNode, as form: ScalarForm) -> Value? {
    guard form.takesBounds else {
      entries.log.error(
        "scheme.bounds-not-allowed", at: node.span, ko: "범위는 숫자, 날짜, 시각에만 적을 수 있습니다",
        en: "bounds are for numbers, dates and times only",
        help: form.takesReadings
          ? LocalizedText(
            ko: "출처마다 다르면 `{either: [값, 값]}`으로 적으십시오",
            en: "if sources disagree write `{either: [value, value]}`")
          : nil)
      return nil
    }
    let (low, isLowRead) = readBound(node["at_least"], as: form)
    let (high, isHighRead) = readBound(node["at_most"], as: form)
    guard isLowRead, isHighRead else { return nil }
    guard let low, let high else {
      if low == nil, high == nil {
        entries.log.warning(
          "scheme.empty-bounds", at: node.span, ko: "범위의 끝이 하나도 없습니다", en: "the bounds say nothing",
          help: LocalizedText(ko: "모르면 `null`로 적으십시오", en: "write `null` if it is not known"))
        return nil
      }
      return .range(PartialRange(low: low, high: high))
    }
    switch Self.compare(low, high) {
    case .ascending: return .range(PartialRange(low: low, high: high))
    case .equal: return low
    case .descending, nil:
      entries.log.error(
        "scheme.crossed-bounds", at: node.span,
        ko: "아래 끝 `\(node["at_least"]?.text ?? "")`이(가) 위 끝 `\(node["at_most"]?.text ?? "")`보다 뒤에 있습니다",
        en: "the lower bound `\(node["at_least"]?.text ?? "")` is above the upper bound "
          + "`\(node["at_most"]?.text ?? "")`",
        help: LocalizedText(ko: "`at_least`와 `at_most`를 바꾸어 적었는지 보십시오", en: "check whether they were swapped")
      )
      return nil
    }
  }

  /// One end: its value, nil if it is open, and whether it could be read.
  private mutating func readBound(_ node: YAMLNode?, as form: ScalarForm) -> (Value?, isRead: Bool) {
    guard let node, !node.isNull else { return (nil, true) }
    guard node.kind == .scalar, !node.isNone else {
      entries.log.error(
        "scheme.bad-bound", at: node.span, ko: "범위의 끝은 값이어야 합니다", en: "a bound must be a value",
        help: LocalizedText(ko: "끝을 모르면 그 줄을 지우십시오", en: "leave it out if that end is not known"))
      return (nil, false)
    }
    let value = scalars.read(node, as: form, diagnostics: &entries.log)
    return (value, value != nil)
  }

  private enum Order {
    case ascending, equal, descending
  }

  /// How two values of one type compare; nil for types without an order that differ.
  private static func compare(_ a: Value, _ b: Value) -> Order? {
    func order<T: Comparable>(_ a: T, _ b: T) -> Order { a < b ? .ascending : a == b ? .equal : .descending }
    switch (a, b) {
    case (.number(let a), .number(let b)): return order(a, b)
    case (.date(let a), .date(let b)): return order(a, b)
    case (.timestamp(let a), .timestamp(let b)): return order(a, b)
    case (.string(let a), .string(let b)): return a == b ? .equal : nil
    case (.bool(let a), .bool(let b)): return a == b ? .equal : nil
    default: return nil
    }
  }
}
