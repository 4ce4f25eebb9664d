import Diagnostics

/// A text with places such as `%s` or `%.2f` that values are put into, as CEL's `format` reads it.
struct TextFormat {
  /// What is wrong with a format or with a value for it.
  struct Problem: Error {
    /// What is wrong and what was expected.
    var message: LocalizedText
  }

  /// A piece of a format.
  enum Piece: Equatable {
    /// Text that stands as it is.
    case text(String)
    /// A place for a value.
    case place(Verb, precision: Int?)
  }

  /// How a value is written.
  enum Verb: Unicode.Scalar, CaseIterable {
    case text = "s"
    case decimal = "d"
    case fixed = "f"
    case scientific = "e"
    case binary = "b"
    case octal = "o"
    case hexadecimal = "x"
    case capitalHexadecimal = "X"
  }

  /// The most digits after the point that can be asked for.
  static let precisionLimit = 100
  /// How many there are unless the format says.
  private static let usualPrecision = 6

  /// The pieces from left to right.
  let pieces: [Piece]

  /// Reads a format such as `%.2f of %d`; a directive that does not exist is a problem with its place.
  init(_ format: String) throws(Problem) {
    var pieces: [Piece] = []
    var text = ""
    var scalars = format.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      guard scalar == "%" else {
        text.unicodeScalars.append(scalar)
        continue
      }
      if scalars.first == "%" {
        scalars.removeFirst()
        text += "%"
        continue
      }
      if !text.isEmpty { pieces.append(.text(text)) }
      text = ""
      pieces.append(try Self.place(&scalars))
    }
    if !text.isEmpty { pieces.append(.text(text)) }
    self.pieces = pieces
  }

  private static func place(_ scalars: inout Substring.UnicodeScalarView) throws(Problem) -> Piece {
    var precision: Int?
    if scalars.first == "." {
      scalars.removeFirst()
      precision = try digits(&scalars)
    }
    guard let letter = scalars.popFirst() else {
      throw Problem(
        message: LocalizedText(
          ko: "`format`의 글이 `%`로 끝납니다. `%` 자체는 `%%`로 적습니다",
          en: "the text of `format` ends in `%`; write `%%` for the sign itself"))
    }
    guard let verb = Verb(rawValue: letter) else {
      throw Problem(
        message: LocalizedText(
          ko: "`%\(letter)`은(는) `format`이 아는 표시가 아닙니다. \(verbs) 가운데 하나를 씁니다",
          en: "`format` knows no `%\(letter)`; it is one of \(verbs)"))
    }
    switch verb {
    case .fixed, .scientific: return .place(verb, precision: precision)
    case .text, .decimal, .binary, .octal, .hexadecimal, .capitalHexadecimal:
      guard precision == nil else {
        throw Problem(
          message: LocalizedText(
            ko: "소수 자릿수는 `%f`와 `%e`에만 적을 수 있습니다", en: "only `%f` and `%e` take a count of decimals"))
      }
      return .place(verb, precision: nil)
    }
  }

  private static let verbs = Verb.allCases.map { "`%\($0.rawValue)`" }.joined(separator: " ")

  private static func digits(_ scalars: inout Substring.UnicodeScalarView) throws(Problem) -> Int {
    var count: Int?
    while let scalar = scalars.first, ("0"..."9").contains(scalar) {
      scalars.removeFirst()
      count = min((count ?? 0) * 10 + Int(scalar.value - 48), precisionLimit + 1)
    }
    guard let count, count <= precisionLimit else {
      throw Problem(
        message: LocalizedText(
          ko: "`%.` 뒤에는 0에서 \(precisionLimit)까지의 자릿수가 와야 합니다",
          en: "after `%.` comes a count of decimals from 0 to \(precisionLimit)"))
    }
    return count
  }

  // MARK: Filling

  /// The text with the values in its places; nil where a part of a value is not known. Values that no place asks for
  /// are passed over, as in CEL.
  func text(with values: [Value]) throws(Problem) -> String? {
    var result = ""
    var rest = values[...]
    var isKnown = true
    for piece in pieces {
      switch piece {
      case .text(let text): result += text
      case .place(let verb, let precision):
        guard let value = rest.popFirst() else {
          throw Problem(
            message: LocalizedText(
              ko: "`format`에 준 값이 \(values.count)개뿐이어서 자리가 남습니다",
              en:
                "`format` was given \(values.count) \(values.count == 1 ? "value" : "values") and has more places"
            ))
        }
        if let text = try Self.text(value, verb, precision) { result += text } else { isKnown = false }
        guard result.utf8.count <= Value.textLimit else { throw Self.tooLong }
      }
    }
    return isKnown ? result : nil
  }

  private static var tooLong: Problem { Problem(message: Value.tooLong.message) }

  private static func text(_ value: Value, _ verb: Verb, _ precision: Int?) throws(Problem) -> String? {
    if value.isOpen { return nil }
    switch (verb, value) {
    case (.text, _): return try text(value)
    case (.decimal, .number(let number)): return number.writtenOut
    case (.fixed, .number(let number)): return number.fixed(decimals: precision ?? usualPrecision)
    case (.scientific, .number(let number)): return number.scientific(decimals: precision ?? usualPrecision)
    case (.binary, .bool(let answer)): return answer ? "1" : "0"
    case (.binary, .number(let number)): return try digits(of: number, verb, bits: 1)
    case (.octal, .number(let number)): return try digits(of: number, verb, bits: 3)
    case (.hexadecimal, .number(let number)): return try digits(of: number, verb, bits: 4)
    case (.capitalHexadecimal, .number(let number)):
      return Texts.ascii(try digits(of: number, verb, bits: 4), capital: true)
    case (.hexadecimal, .string(let text)): return bytes(of: text, capital: false)
    case (.capitalHexadecimal, .string(let text)): return bytes(of: text, capital: true)
    default: throw misfit(verb)
    }
  }

  private static func misfit(_ verb: Verb) -> Problem {
    Problem(
      message: LocalizedText(
        ko: "`%\(verb.rawValue)`에는 \(verb.kind.ko)만 넣을 수 있습니다",
        en: "`%\(verb.rawValue)` takes \(verb.kind.en)"))
  }

  private static func digits(of number: Rational, _ verb: Verb, bits: Int) throws(Problem) -> String {
    guard let digits = number.digits(bits: bits) else { throw misfit(verb) }
    return digits
  }

  private static func bytes(of text: String, capital: Bool) -> String {
    text.utf8.reduce(into: "") { $0 += ($1 < 16 ? "0" : "") + String($1, radix: 16, uppercase: capital) }
  }

  /// A value as `%s` writes it: lists and maps with their parts; nil where a part is not known.
  private static func text(_ value: Value) throws(Problem) -> String? {
    switch value {
    case .string(let text): return text
    case .bool, .date, .timestamp, .duration, .interval, .null: return value.plainText
    case .number(let number): return number.writtenOut
    case .list(let list):
      guard list.isCertain else { return nil }
      return try joined(list.elements.map(\.value)).map { "[" + $0.joined(separator: ", ") + "]" }
    case .map(let entries):
      guard let keys = try joined(entries.map(\.key)), let values = try joined(entries.map(\.value)) else {
        return nil
      }
      let order = keys.indices.sorted {
        keys[$0].unicodeScalars.lexicographicallyPrecedes(keys[$1].unicodeScalars)
      }
      return "{" + order.map { keys[$0] + ": " + values[$0] }.joined(separator: ", ") + "}"
    case .range, .either, .unknown: return nil
    case .error, .record: throw misfit(.text)
    }
  }

  private static func joined(_ values: [Value]) throws(Problem) -> [String]? {
    var texts: [String] = []
    var isKnown = true
    var size = 0
    for value in values {
      guard let text = try text(value) else {
        isKnown = false
        continue
      }
      size += text.utf8.count
      guard size <= Value.textLimit else { throw tooLong }
      texts.append(text)
    }
    return isKnown ? texts : nil
  }
}

extension TextFormat.Verb {
  /// What it writes.
  fileprivate var kind: LocalizedText {
    switch self {
    case .text: LocalizedText(ko: "글로 적을 수 있는 값", en: "a value that can be written as text")
    case .decimal, .fixed, .scientific: LocalizedText(ko: "수", en: "a number")
    case .binary: LocalizedText(ko: "정수 또는 참·거짓", en: "a whole number, or true or false")
    case .octal: LocalizedText(ko: "정수", en: "a whole number")
    case .hexadecimal, .capitalHexadecimal: LocalizedText(ko: "정수 또는 글", en: "a whole number or a text")
    }
  }

  /// What has to stand in its place, for messages.
  var wanted: LocalizedText {
    LocalizedText(ko: "`%\(rawValue)`에는 \(kind.ko)", en: "\(kind.en) for `%\(rawValue)`")
  }
}
