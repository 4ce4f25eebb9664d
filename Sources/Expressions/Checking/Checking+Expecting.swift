import Diagnostics

extension Checking {
  /// Gives a bare number the unit that its step declares.
  mutating func applying(unit: String, to typed: Typed) -> Typed? {
    var typed = typed
    switch typed.type {
    case .number(let found):
      guard agrees(found, unit, typed) else { return nil }
      typed.type = .number(unit: unit)
    case .list(.number(let found)):
      guard agrees(found, unit, typed) else { return nil }
      typed.type = .list(.number(unit: unit))
    case .dyn: break
    case .bool, .string, .choice, .date, .timestamp, .duration, .list, .record, .reference, .group, .pair,
      .interval, .null, .map:
      let found = described(typed.type)
      error(
        "expression.unit", tree[typed.node].range, ko: "`unit: \(unit)`은(는) 수에만 붙입니다. 이 식은 \(found.ko)입니다",
        en: "`unit: \(unit)` is for numbers; the expression is \(found.en)",
        help: LocalizedText(ko: "`unit:`을 지우십시오", en: "remove `unit:`"))
      return nil
    }
    return typed
  }

  private mutating func agrees(_ found: String?, _ unit: String, _ typed: Typed) -> Bool {
    guard let found, found != unit else { return true }
    error(
      "expression.unit", tree[typed.node].range, ko: "`unit: \(unit)`이라고 적었으나 식의 단위는 `\(found)`입니다",
      en: "the unit is said to be `\(unit)`, but the expression is in `\(found)`",
      help: LocalizedText(
        ko: "단위는 저절로 바뀌지 않습니다. `unit: \(found)`로 고치거나 곱하거나 나누어 바꾸십시오",
        en: "units are never converted: write `unit: \(found)`, or multiply or divide"))
    return false
  }

  /// Checks the type that a place asks for.
  mutating func expect(_ wanted: ValueType, _ typed: Typed) -> Typed? {
    if isLiteralText(typed.node) { checkMembers(typed.node, against: wanted) }
    if typed.type.fits(wanted) { return typed }
    if case .number(let a?) = typed.type, case .number(let b?) = wanted {
      error(
        "expression.unit", tree[typed.node].range, ko: "단위가 `\(b)`이어야 하는데 식의 단위는 `\(a)`입니다",
        en: "expected a number in `\(b)`, but the expression is in `\(a)`")
      return nil
    }
    if wanted.isText, case .string = typed.type { return typed }
    let found = described(typed.type)
    let asked = described(wanted)
    error(
      "expression.type", tree[typed.node].range,
      ko: "여기에는 \(asked.ko.withSubjectParticle) 와야 하는데 이 식은 \(found.ko)입니다",
      en: "expected \(asked.en) here; the expression is \(found.en)", help: help(wanted, typed))
    return nil
  }

  private func help(_ wanted: ValueType, _ typed: Typed) -> LocalizedText? {
    let text = written(typed.node)
    switch (wanted, typed.type) {
    case (.date, .timestamp):
      return LocalizedText(
        ko: "일시의 날짜는 `date_of(\(text))`입니다", en: "the date of a timestamp is `date_of(\(text))`")
    case (.bool, .list):
      return LocalizedText(
        ko: "하나라도 있는지는 `\(text).size() > 0`으로 묻습니다",
        en: "to ask whether there is any write `\(text).size() > 0`")
    default: return rowHelp(typed)
    }
  }

  /// Outside conformance rows a result whose type cannot be told is an error.
  mutating func requireKnownType(_ typed: Typed) -> Typed? {
    guard isStrict, typed.type.mentionsDyn else { return typed }
    error(
      "expression.unknown-type", tree[typed.node].range, ko: "빈 목록 `[]`만으로는 무엇의 목록인지 알 수 없습니다",
      en: "what an empty list `[]` is a list of cannot be told",
      help: LocalizedText(ko: "값이 있는 목록이나 항목을 쓰십시오", en: "write a list with values, or name a fact"))
    return nil
  }
}
