import Diagnostics

extension Checking {
  /// The common type of two values, or nil after reporting that they have none; literals beside a choice take
  /// its type.
  mutating func joined(
    _ a: Typed, _ b: Typed, verb: LocalizedText, at place: SyntaxTree.ID? = nil
  ) -> ValueType? {
    if !isStrict, a.type == .dyn || b.type == .dyn { return .dyn }
    checkMembersOfBoth(a, b)
    if case .choice = a.type, isLiteralText(b.node) { return a.type }
    if case .choice = b.type, isLiteralText(a.node) { return b.type }
    do throws(ValueType.Mismatch) {
      return try a.type.joined(with: b.type)
    } catch {
      // Outside policies values of different types may meet; the evaluation says what comes of it.
      guard isStrict else { return .dyn }
      report(error, a, b, verb: verb, at: place)
      return nil
    }
  }

  /// Reports two values that do not go together, at both of them or at the one that is the mistake.
  mutating func report(
    _ problem: ValueType.Mismatch, _ a: Typed, _ b: Typed, verb: LocalizedText, help: LocalizedText? = nil,
    at place: SyntaxTree.ID? = nil
  ) {
    let range =
      place.map { tree[$0].range } ?? tree[a.node].range.lowerBound..<tree[b.node].range.upperBound
    switch problem {
    case .types:
      let (first, second) = (described(a.type), described(b.type))
      error(
        "expression.type", range,
        ko: "`\(written(a.node))`(\(first.ko))와(과) `\(written(b.node))`(\(second.ko))은(는) \(verb.ko) 수 없습니다",
        en: "cannot \(verb.en) `\(written(a.node))` (\(first.en)) and `\(written(b.node))` (\(second.en))",
        help: help ?? literalHelp(a, b) ?? literalHelp(b, a) ?? timestampHelp(a, b) ?? rowHelp(a)
          ?? rowHelp(b))
    case .units(let first, let second):
      error(
        "expression.unit", range,
        ko:
          "단위가 달라 \(verb.ko) 수 없습니다: `\(written(a.node))`은(는) `\(first)`, `\(written(b.node))`은(는) `\(second)`",
        en: "cannot \(verb.en) numbers of two units: `\(written(a.node))` is in `\(first)`, "
          + "`\(written(b.node))` in `\(second)`",
        help: help
          ?? LocalizedText(
            ko: "단위는 저절로 바뀌지 않습니다. 곱하거나 나누어 단위를 맞추고 단계의 `unit:`에 적으십시오",
            en: "units are never converted: multiply or divide, and say the new unit with a step's `unit:`"))
    }
  }

  /// A literal that was written as another kind of value than it is compared with.
  private func literalHelp(_ value: Typed, _ literal: Typed) -> LocalizedText? {
    switch (value.type, tree[literal.node].kind) {
    case (.date, .string(let text)) where Day(iso: text) != nil:
      return LocalizedText(ko: "날짜는 `date('\(text)')`로 씁니다", en: "write `date('\(text)')`")
    case (.date, .binary) where Day(iso: written(literal.node)) != nil:
      let text = written(literal.node)
      return LocalizedText(ko: "날짜는 `date('\(text)')`로 씁니다", en: "write `date('\(text)')`")
    case (.timestamp, .string(let text)) where Instant(iso: text) != nil:
      return LocalizedText(ko: "일시는 `timestamp('\(text)')`로 씁니다", en: "write `timestamp('\(text)')`")
    case (.number, .string(let text)) where Rational(decimal: text) != nil:
      return LocalizedText(ko: "수는 따옴표 없이 씁니다: `\(text)`", en: "write the number without quotes: `\(text)`")
    case (.bool, .string(let text)) where text == "true" || text == "false":
      return LocalizedText(ko: "따옴표 없이 `\(text)`로 씁니다", en: "write `\(text)` without quotes")
    case (.string, .number(let digits)), (.choice, .number(let digits)), (.reference, .number(let digits)):
      return LocalizedText(ko: "글은 따옴표로 묶습니다: `'\(digits)'`", en: "put text in quotes: `'\(digits)'`")
    default: return nil
    }
  }

  private func timestampHelp(_ a: Typed, _ b: Typed) -> LocalizedText? {
    for (date, timestamp) in [(a, b), (b, a)] where date.type == .date && timestamp.type == .timestamp {
      let text = written(timestamp.node)
      return LocalizedText(
        ko: "일시의 날짜는 `date_of(\(text))`입니다", en: "the date of a timestamp is `date_of(\(text))`")
    }
    return nil
  }
}
