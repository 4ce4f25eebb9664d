import Diagnostics
import Expressions
import YAMLTree

/// The input cells of tables: `a`, `a | b`, `< v`, `<= v`, `> v`, `>= v`, `[a..b)` and its kin, `true`, `-`.
extension Reader {
  /// A cell's condition, with values of the column's type or, without one, by their look.
  mutating func condition(
    _ node: YAMLNode, as type: ValueType?, in environment: TypeEnvironment, _ what: LocalizedText
  ) -> (condition: DecisionTable.Condition, type: ValueType?)? {
    guard !node.isBroken else { return nil }
    guard node.kind == .scalar else {
      error(
        "cell", at: node.span, ko: "\(what.ko)의 칸에는 값 하나가 필요합니다", en: "expected one cell for \(what.en)",
        help: LocalizedText(
          ko: "구간은 따옴표로 묶어 `\"[2..24)\"`로, 여러 값은 `a | b`로 쓰십시오",
          en: "quote a range like `\"[2..24)\"` and write several values like `a | b`"))
      return nil
    }
    let text = node.text
    if text == "-" { return (.any, nil) }
    if node.isNull {
      error(
        "cell", at: node.span, ko: "\(what.ko)의 칸이 비어 있습니다", en: "the cell for \(what.en) is empty",
        help: LocalizedText(ko: "값이 상관없으면 `-`를 쓰십시오", en: "write `-` if the value does not matter"))
      return nil
    }
    let bytes = Array(text.utf8)
    if let spelling = Self.spelling(ofComparison: text) {
      error(
        "cell", at: node.span, ko: "\(what.ko): `\(text)`은(는) 표의 칸에 쓰는 비교가 아닙니다",
        en: "`\(text)` is no comparison that a cell may hold (\(what.en))", help: spelling)
      return nil
    }
    if let first = bytes.first, first == UInt8(ascii: "<") || first == UInt8(ascii: ">") {
      return comparison(node, bytes, as: type, in: environment, what)
    }
    if let first = bytes.first, first == UInt8(ascii: "[") || first == UInt8(ascii: "(") {
      return range(node, bytes, as: type, in: environment, what)
    }
    return alternatives(node, bytes, as: type, in: environment, what)
  }

  private mutating func comparison(
    _ node: YAMLNode, _ bytes: [UInt8], as type: ValueType?, in environment: TypeEnvironment,
    _ what: LocalizedText
  ) -> (condition: DecisionTable.Condition, type: ValueType?)? {
    let isIncluded = bytes.count > 1 && bytes[1] == UInt8(ascii: "=")
    guard let bound = bound(node, bytes, (isIncluded ? 2 : 1)..<bytes.count, as: type, in: environment, what)
    else {
      return nil
    }
    let limit = DecisionTable.Limit(bound.value, isIncluded: isIncluded)
    return bytes.first == UInt8(ascii: "<")
      ? (.between(low: nil, high: limit), bound.type) : (.between(low: limit, high: nil), bound.type)
  }

  private mutating func range(
    _ node: YAMLNode, _ bytes: [UInt8], as type: ValueType?, in environment: TypeEnvironment,
    _ what: LocalizedText
  ) -> (condition: DecisionTable.Condition, type: ValueType?)? {
    let dots = bytes.indices.dropLast().first {
      bytes[$0] == UInt8(ascii: ".") && bytes[$0 + 1] == UInt8(ascii: ".")
    }
    guard let dots, let last = bytes.last, last == UInt8(ascii: "]") || last == UInt8(ascii: ")") else {
      error(
        "cell", at: node.span, ko: "\(what.ko): `\(node.text)`은(는) 구간이 아닙니다",
        en: "`\(node.text)` is no range (\(what.en))",
        help: LocalizedText(ko: "`[2..24)`처럼 쓰십시오", en: "write it like `[2..24)`"))
      return nil
    }
    let low = bound(node, bytes, 1..<dots, as: type, in: environment, what)
    let high = bound(node, bytes, (dots + 2)..<(bytes.count - 1), as: type, in: environment, what)
    guard let low, let high else { return nil }
    guard low.type == high.type, let a = low.value.axisPlace, let b = high.value.axisPlace else {
      typesDiffer(at: node.span, high.type, first: low.type, in: environment, what)
      return nil
    }
    let lowIncluded = bytes.first == UInt8(ascii: "[")
    let highIncluded = last == UInt8(ascii: "]")
    guard a < b || (a == b && lowIncluded && highIncluded) else {
      error(
        "empty-range", at: node.span, ko: "\(what.ko): `\(node.text)`에 드는 값이 없습니다",
        en: "no value lies in `\(node.text)` (\(what.en))",
        help: a == b
          ? LocalizedText(
            ko: "양 끝이 같으면 대괄호로 그 값을 포함하십시오",
            en: "include the ends with square brackets where they are the same")
          : LocalizedText(ko: "작은 값을 앞에 쓰십시오", en: "write the smaller value first"))
      return nil
    }
    return (
      .between(
        low: .init(low.value, isIncluded: lowIncluded), high: .init(high.value, isIncluded: highIncluded)),
      low.type
    )
  }

  private mutating func alternatives(
    _ node: YAMLNode, _ bytes: [UInt8], as type: ValueType?, in environment: TypeEnvironment,
    _ what: LocalizedText
  ) -> (condition: DecisionTable.Condition, type: ValueType?)? {
    var values: [Value] = []
    var found = type
    var start = 0
    while start <= bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "|")) ?? bytes.count
      guard let value = literal(node, bytes, start..<end, as: type, in: environment, what) else { return nil }
      if value.text == "-" {
        error(
          "cell", at: node.span, ko: "\(what.ko): `-`는 다른 값과 함께 쓰지 않습니다",
          en: "`-` stands alone in its cell (\(what.en))",
          help: LocalizedText(
            ko: "어떤 값이든 맞으면 `-`만 쓰십시오", en: "write only `-` if any value will do"))
        return nil
      }
      if values.contains(where: { Self.isSame($0, value.value) }) {
        log.note(
          "\(kind).repeated-value", at: node.span, ko: "\(what.ko): `\(value.text)`이(가) 한 칸에 두 번 적혀 있습니다",
          en: "`\(value.text)` is listed twice in one cell (\(what.en))",
          help: LocalizedText(ko: "한 번만 쓰십시오", en: "write it once"))
      }
      if let found, found != value.type {
        typesDiffer(at: node.span, value.type, first: found, in: environment, what)
        return nil
      }
      found = value.type
      values.append(value.value)
      start = end + 1
    }
    return (.oneOf(values), found)
  }

  private static func isSame(_ a: Value, _ b: Value) -> Bool {
    a.word.map { $0 == b.word } ?? (a.axisPlace != nil && a.axisPlace == b.axisPlace)
  }

  /// What to write for a comparison in another notation; nil for anything else.
  private static func spelling(ofComparison text: String) -> LocalizedText? {
    let other: [(sign: String, meant: String)] = [
      ("≤", "<="), ("≥", ">="), ("=<", "<="), ("=>", ">="), ("＜", "<"), ("＞", ">"), ("==", ""), ("=", ""),
    ]
    for (sign, meant) in other where text.hasPrefix(sign) {
      let rest = text.dropFirst(sign.count).drop { $0 == " " }
      let right = meant.isEmpty ? String(rest) : "\(meant) \(rest)"
      return LocalizedText(ko: "`\(right)`(으)로 쓰십시오", en: "write `\(right)`")
    }
    guard ["!=", "≠", "<>"].contains(where: text.hasPrefix) else { return nil }
    return LocalizedText(
      ko: "맞는 값을 `a | b`처럼 모두 쓰십시오", en: "list the values that match, like `a | b`")
  }

  /// An end of a range: a number, date, instant or duration.
  private mutating func bound(
    _ node: YAMLNode, _ bytes: [UInt8], _ range: Range<Int>, as type: ValueType?,
    in environment: TypeEnvironment,
    _ what: LocalizedText
  ) -> (value: Value, type: ValueType, text: String)? {
    guard let value = literal(node, bytes, range, as: type, in: environment, what) else { return nil }
    guard value.value.axisPlace != nil else {
      let words = value.type.described(in: environment)
      error(
        "cell", at: node.span, ko: "\(what.ko): \(words.ko)에는 크고 작음이 없습니다",
        en: "\(words.en) has no order (\(what.en))",
        help: LocalizedText(ko: "값을 그대로 쓰십시오", en: "write the value itself"))
      return nil
    }
    return value
  }

  private mutating func literal(
    _ node: YAMLNode, _ bytes: [UInt8], _ range: Range<Int>, as type: ValueType?,
    in environment: TypeEnvironment,
    _ what: LocalizedText
  ) -> (value: Value, type: ValueType, text: String)? {
    var range = range
    while let first = range.first, bytes[first] == UInt8(ascii: " ") {
      range = (first + 1)..<range.upperBound
    }
    while let last = range.last, bytes[last] == UInt8(ascii: " ") { range = range.lowerBound..<last }
    guard !range.isEmpty else {
      error(
        "cell", at: node.span, ko: "\(what.ko): `\(node.text)`에 값이 빠졌습니다",
        en: "a value is missing in `\(node.text)` (\(what.en))",
        help: LocalizedText(
          ko: "`< 2`, `[2..24)`, `a | b`처럼 쓰십시오", en: "write it like `< 2`, `[2..24)` or `a | b`"))
      return nil
    }
    let text = String(decoding: bytes[range], as: UTF8.self)
    return scalar(
      text, isPlain: !node.isQuoted, at: node.span(ofText: range), as: type, in: environment, what
    ).map { ($0.value, $0.type, text) }
  }
}
