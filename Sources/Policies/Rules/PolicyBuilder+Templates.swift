import Diagnostics
import Expressions
import YAMLTree

/// Messages: `{name}`, `{a.b|iso}`, `{x:이/가}`, `{{` and `}}` for the braces themselves.
extension PolicyBuilder {
  /// A text for people with placeholders, one for both languages or `{ko, en}`; one stands for both if alone.
  mutating func template(_ node: YAMLNode, in scope: Scope) -> Template? {
    let what = LocalizedText(ko: "글", en: "a message")
    var values: [(name: String, value: CheckedExpression)] = []
    guard node.kind == .mapping else {
      guard reader.text(node, what) != nil else { return nil }
      let pieces = pieces(node, in: scope, &values)
      return Template(ko: pieces, en: pieces)
    }
    guard reader.mapping(node, keys: ["ko", "en"], of: what) else { return nil }
    let texts = ["ko", "en"].map { key in
      node[key].flatMap { reader.text($0, what) == nil ? nil : pieces($0, in: scope, &values) }
    }
    guard let first = texts[0] ?? texts[1] else {
      if node["ko"] == nil, node["en"] == nil { _ = reader.localized(entriesOf: node, what) }
      return nil
    }
    return Template(ko: texts[0] ?? first, en: texts[1] ?? first)
  }

  /// The pieces of one language; `values` holds what both languages name.
  private mutating func pieces(
    _ node: YAMLNode, in scope: Scope, _ values: inout [(name: String, value: CheckedExpression)]
  ) -> [Template.Piece] {
    let bytes = Array(node.text.utf8)
    let open = UInt8(ascii: "{")
    let close = UInt8(ascii: "}")
    var pieces: [Template.Piece] = []
    pieces.reserveCapacity(4)
    var text: [UInt8] = []
    var index = 0
    func flush() {
      if !text.isEmpty { pieces.append(.text(String(decoding: text, as: UTF8.self))) }
      text = []
    }
    while index < bytes.count {
      let byte = bytes[index]
      guard byte == open || byte == close else {
        let end = bytes[index...].firstIndex { $0 == open || $0 == close } ?? bytes.count
        text += bytes[index..<end]
        index = end
        continue
      }
      if index + 1 < bytes.count, bytes[index + 1] == byte {
        text.append(byte)
        index += 2
        continue
      }
      guard byte == open, let end = bytes[index...].firstIndex(of: close) else {
        reader.error(
          "placeholder", at: node.span(ofText: index..<(index + 1)),
          ko: byte == open ? "`{`을 닫는 `}`이 없습니다" : "`}` 앞에 `{`이 없습니다",
          en: byte == open ? "`{` is not closed by `}`" : "`}` without `{` before it",
          help: LocalizedText(ko: "괄호 글자 자체는 `{{`, `}}`로 쓰십시오", en: "write `{{` or `}}` for a brace itself"))
        index += 1
        continue
      }
      flush()
      if let placeholder = placeholder(node, bytes, (index + 1)..<end, in: scope, &values) {
        pieces.append(.value(placeholder))
      }
      index = end + 1
    }
    flush()
    return pieces
  }

  private mutating func placeholder(
    _ node: YAMLNode, _ bytes: [UInt8], _ range: Range<Int>, in scope: Scope,
    _ values: inout [(name: String, value: CheckedExpression)]
  ) -> Template.Placeholder? {
    let inside = bytes[range]
    let colon = inside.firstIndex(of: UInt8(ascii: ":"))
    let bar = inside[..<(colon ?? range.upperBound)].firstIndex(of: UInt8(ascii: "|"))
    var path = range.lowerBound..<(bar ?? colon ?? range.upperBound)
    while let first = path.first, bytes[first] == UInt8(ascii: " ") { path = (first + 1)..<path.upperBound }
    while let last = path.last, bytes[last] == UInt8(ascii: " ") { path = path.lowerBound..<last }
    let name = String(decoding: bytes[path], as: UTF8.self)
    guard Self.isPath(name) else {
      reader.error(
        "placeholder", at: node.span(ofText: range), ko: "`{\(name)}`에는 이름이나 경로만 쓸 수 있습니다",
        en: "`{\(name)}` must be a name or a path",
        help: LocalizedText(
          ko: "계산은 `let`의 단계로 만들고 그 이름을 쓰십시오", en: "compute it in a step of `let` and name the step"))
      return nil
    }
    var style: Template.Placeholder.Style? = .formatted
    if let bar { style = self.style(node, bytes, (bar + 1)..<(colon ?? range.upperBound)) }
    var particle: (String, String)?
    if let colon {
      particle = self.particle(node, bytes, (colon + 1)..<range.upperBound)
      if particle == nil { return nil }
    }
    guard let style else { return nil }
    let value: CheckedExpression
    if let known = values.first(where: { $0.name == name }) {
      value = known.value
    } else if let new = placeholderValue(node, path, name, in: scope) {
      value = new
      values.append((name, value))
    } else {
      return nil
    }
    if style == .iso, !value.type.isDated {
      let words = value.type.described(in: environment)
      reader.error(
        "placeholder", at: node.span(ofText: range), ko: "`|iso`는 날짜와 시각에만 쓰는데 `\(name)`은(는) \(words.ko)입니다",
        en: "`|iso` is for dates and instants, `\(name)` is \(words.en)",
        help: LocalizedText(ko: "`|iso`를 빼십시오", en: "take `|iso` out"))
      return nil
    }
    return Template.Placeholder(value: value, style: style, particle: particle)
  }

  private mutating func placeholderValue(
    _ node: YAMLNode, _ path: Range<Int>, _ name: String, in scope: Scope
  ) -> CheckedExpression? {
    let isSide = name == "actual" || name == "expected"
    guard isSide, scope[name] == nil, !broken.contains(name) else {
      return expression(ExpressionSource(node, range: path), in: scope)
    }
    reader.error(
      "placeholder", at: node.span(ofText: path), ko: "이 규칙에는 보여 줄 `\(name)`이(가) 없습니다",
      en: "the rule has no `\(name)` to show here",
      help: LocalizedText(
        ko: "`\(name):`을 쓰거나 `require:`를 비교식으로 쓰십시오", en: "write `\(name):`, or a comparison in `require:`"))
    return nil
  }

  private mutating func style(_ node: YAMLNode, _ bytes: [UInt8], _ range: Range<Int>) -> Template.Placeholder
    .Style?
  {
    let word = String(decoding: bytes[range], as: UTF8.self)
    let known: [Template.Placeholder.Style] = [.iso, .plain]
    if let style = known.first(where: { $0.rawValue == word }) { return style }
    reader.error(
      "placeholder", at: node.span(ofText: range), ko: "`|\(word)`은(는) 없는 표기 방식입니다",
      en: "unknown style `|\(word)`",
      help: reader.suggestion(for: word, among: known.map(\.rawValue))
        ?? LocalizedText(ko: "`|iso`나 `|plain`을 쓰십시오", en: "use `|iso` or `|plain`"))
    return nil
  }

  private mutating func particle(_ node: YAMLNode, _ bytes: [UInt8], _ range: Range<Int>) -> (String, String)?
  {
    let text = String(decoding: bytes[range], as: UTF8.self)
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2,
      parts.allSatisfy({ part in
        !part.isEmpty && part.unicodeScalars.allSatisfy { (0xAC00...0xD7A3).contains($0.value) }
      })
    else {
      reader.error(
        "placeholder", at: node.span(ofText: range), ko: "`:\(text)`은(는) 조사 쌍이 아닙니다",
        en: "`:\(text)` is no pair of Korean particles",
        help: LocalizedText(
          ko: "`{x:이/가}`처럼 받침 있는 쪽을 먼저 쓰십시오",
          en: "write it like `{x:이/가}`, the one after a final consonant first"))
      return nil
    }
    let pair = (String(parts[0]), String(parts[1]))
    guard ParticlePair.isKnown(pair) else {
      reader.error(
        "placeholder", at: node.span(ofText: range), ko: "`:\(text)`은(는) 조사 쌍이 아닙니다",
        en: "`:\(text)` is no pair of Korean particles",
        help: ParticlePair.meant(by: pair).map(Suggestion.question)
          ?? LocalizedText(
            ko: "`이/가`, `을/를`, `은/는`, `과/와`, `으로/로` 가운데 하나를 쓰십시오",
            en: "use `이/가`, `을/를`, `은/는`, `과/와` or `으로/로`"))
      return nil
    }
    return pair
  }
}

extension ValueType {
  /// A date or an instant, or a list of them.
  fileprivate var isDated: Bool {
    switch self {
    case .date, .timestamp: true
    case .list(let element): element == .date || element == .timestamp
    case .bool, .number, .string, .choice, .duration, .record, .reference, .group, .pair, .interval, .dyn,
      .null, .map:
      false
    }
  }
}
