import Diagnostics

/// The functions of CEL's extension for strings.
extension FunctionLibrary {
  private static let number = TypePattern.exact(.number(unit: nil))
  private static let text = TypePattern.exact(.string)

  /// Functions that cut, change and make texts.
  static let strings: [Function] =
    [
      Function(
        "charAt", style: .method, [.init([text, number], text)],
        manual: {
          Manual(
            .texts, ko: "글의 몇째 글자입니다. 0부터 셉니다.", en: "The character at a place of a text, counted from 0.",
            parameters: [
              .init("text", ko: "글", en: "the text"),
              .init(
                "place", ko: "0부터 센 자리. 글자 수와 같으면 빈 글",
                en: "counted from 0; the length itself gives an empty text"),
            ],
            errors: LocalizedText(
              ko: "자리가 정수가 아니거나 글 밖이면 오류입니다.", en: "A place that is not whole, or outside the text."),
            examples: [
              .init("'손해배상'.charAt(2)", "'배'"), .init("'손해'.charAt(2)", "''"),
              .init("'손해'.charAt(3)", "error"),
            ])
        }
      ) { call in
        withScalars(call) { scalars in
          withPlace(call, 1, in: 0...scalars.count) { place in
            .string(place == scalars.count ? "" : String(scalars[place]))
          }
        }
      },
      Function(
        "indexOf", style: .method, [.init([text, text], number), .init([text, text, number], number)],
        manual: {
          Manual(
            .texts, ko: "다른 글이 처음 나오는 자리입니다. 0부터 세며, 없으면 -1입니다.",
            en: "Where a text first holds another, counted from 0; -1 if it does not.",
            parameters: [
              .init("text", ko: "찾아볼 글", en: "the text to look in"),
              .init("part", ko: "찾는 글", en: "the text to look for"),
              .init(
                "from", ko: "이 자리부터 찾습니다(적지 않으면 처음부터)",
                en: "the place to begin at; the beginning unless given"),
            ],
            errors: LocalizedText(
              ko: "자리가 정수가 아니거나 글 밖이면 오류입니다.", en: "A place that is not whole, or outside the text."),
            examples: [
              .init("'위약금과 위약벌'.indexOf('위약')", "0"), .init("'위약금과 위약벌'.indexOf('위약', 1)", "5"),
              .init("'위약금'.indexOf('배상')", "-1"), .init("'위약금'.indexOf('위', 9)", "error"),
            ])
        }
      ) { call in
        withScalars(call) { scalars in
          guard let part = call.text(1) else { return call.mistyped }
          return withPlace(call, 2, in: 0...scalars.count, else: 0) { start in
            place(TextSearch(Array(part.unicodeScalars)).first(in: scalars, from: start))
          }
        }
      },
      Function(
        "lastIndexOf", style: .method, [.init([text, text], number), .init([text, text, number], number)],
        manual: {
          Manual(
            .texts, ko: "다른 글이 마지막으로 나오는 자리입니다. 0부터 세며, 없으면 -1입니다.",
            en: "Where a text last holds another, counted from 0; -1 if it does not.",
            parameters: [
              .init("text", ko: "찾아볼 글", en: "the text to look in"),
              .init("part", ko: "찾는 글", en: "the text to look for"),
              .init(
                "upTo", ko: "이 자리보다 뒤에서 시작하는 것은 세지 않습니다", en: "what begins after this place does not count"),
            ],
            errors: LocalizedText(
              ko: "자리가 정수가 아니거나 글 밖이면 오류입니다.", en: "A place that is not whole, or outside the text."),
            examples: [
              .init("'위약금과 위약벌'.lastIndexOf('위약')", "5"), .init("'위약금과 위약벌'.lastIndexOf('위약', 4)", "0"),
              .init("''.lastIndexOf('위')", "-1"), .init("'위약금'.lastIndexOf('위', -1)", "error"),
            ])
        }
      ) { call in
        withScalars(call) { scalars in
          guard let part = call.text(1) else { return call.mistyped }
          return withPlace(call, 2, in: 0...scalars.count, else: scalars.count) { end in
            place(TextSearch(Array(part.unicodeScalars)).last(in: scalars, upTo: end))
          }
        }
      },
      Function(
        "substring", style: .method, [.init([text, number], text), .init([text, number, number], text)],
        manual: {
          Manual(
            .texts, ko: "글의 한 부분입니다.", en: "A part of a text.",
            parameters: [
              .init("text", ko: "글", en: "the text"),
              .init("from", ko: "첫 글자의 자리. 0부터 셉니다", en: "place of the first character, counted from 0"),
              .init(
                "to", ko: "끝 자리. 이 자리의 글자는 들지 않습니다(적지 않으면 끝까지)",
                en: "place it ends before; the end unless given"),
            ],
            errors: LocalizedText(
              ko: "자리가 정수가 아니거나 글 밖이거나, 끝이 처음보다 앞이면 오류입니다.",
              en: "A place that is not whole or outside the text, or an end before the beginning."),
            examples: [
              .init("'제15조제1항'.substring(4)", "'제1항'"), .init("'제15조제1항'.substring(1, 3)", "'15'"),
              .init("'제15조'.substring(3, 2)", "error"),
            ])
        }
      ) { call in
        withScalars(call) { scalars in
          withPlace(call, 1, in: 0...scalars.count) { start in
            withPlace(call, 2, in: start...scalars.count, else: scalars.count) { end in
              .string(Texts.text(scalars[start..<end]))
            }
          }
        }
      },
      Function(
        "replace", style: .method,
        [.init([text, text, text], text), .init([text, text, text, number], text)],
        manual: {
          Manual(
            .texts, ko: "글에서 한 글을 다른 글로 바꿉니다.", en: "The text with one text put in place of another.",
            parameters: [
              .init("text", ko: "글", en: "the text"), .init("old", ko: "바꿀 글", en: "the text to replace"),
              .init("new", ko: "대신 넣을 글", en: "the text to put there"),
              .init(
                "limit", ko: "왼쪽부터 몇 번까지(적지 않거나 음수이면 모두)",
                en: "how often, from the left; always if not given or negative"),
            ],
            errors: LocalizedText(ko: "횟수가 정수가 아니면 오류입니다.", en: "A limit that is not whole."),
            examples: [
              .init("'3일 3시간'.replace('3', '5')", "'5일 5시간'"),
              .init("'3일 3시간'.replace('3', '5', 1)", "'5일 3시간'"),
              .init("'3일'.replace('월', '주')", "'3일'"),
            ])
        }
      ) { call in
        guard let text = call.text(0), let old = call.text(1), let new = call.text(2) else {
          return call.mistyped
        }
        return withLimit(call, 3) { limit in
          guard let result = Texts.replacing(text, old, with: new, limit: limit) else {
            return .error(Value.tooLong)
          }
          guard call.evaluation.charge(result.utf8.count / 64) else { return call.evaluation.budgetError }
          return .string(result)
        }
      },
      Function(
        "split", style: .method,
        [.init([text, text], .list(text)), .init([text, text, number], .list(text))],
        manual: {
          Manual(
            .texts, ko: "글을 나눈 조각의 목록입니다.", en: "The pieces of a text between separators.",
            parameters: [
              .init("text", ko: "글", en: "the text"),
              .init(
                "separator", ko: "나눌 글. 빈 글이면 글자마다 나눕니다",
                en: "the text between the pieces; an empty one parts all characters"),
              .init(
                "limit", ko: "조각 수의 한도. 마지막 조각에 나머지가 남습니다(적지 않거나 음수이면 한도 없음)",
                en: "the most pieces, the last with the rest; no limit if not given or negative"),
            ],
            errors: LocalizedText(ko: "한도가 정수가 아니면 오류입니다.", en: "A limit that is not whole."),
            examples: [
              .init("'가,나,다'.split(',')", "['가', '나', '다']"), .init("'가,나,다'.split(',', 2)", "['가', '나,다']"),
              .init("'가,나'.split(',', 0).size()", "0"),
            ])
        }
      ) { call in
        guard let text = call.text(0), let separator = call.text(1) else { return call.mistyped }
        return withLimit(call, 2) { limit in
          guard let pieces = Texts.split(text, by: separator, limit: limit) else {
            return .error(Value.tooLong)
          }
          guard call.evaluation.charge(pieces.count) else { return call.evaluation.budgetError }
          return .list(ListValue(values: pieces.map { .string($0) }))
        }
      },
      changing(
        "trim", ko: "앞뒤의 빈칸을 뗀 글입니다.", en: "The text without white space at both ends.",
        examples: [.init("'  약관 제15조\\n'.trim()", "'약관 제15조'"), .init("' '.trim()", "''")]
      ) { Texts.trimmed($0) },
      changing(
        "lowerAscii", ko: "영문 대문자를 소문자로 바꾼 글입니다. 다른 글자는 그대로입니다.",
        en: "The text with the letters A to Z made small; others stay.",
        examples: [.init("'KT 약관 É'.lowerAscii()", "'kt 약관 É'"), .init("''.lowerAscii()", "''")]
      ) { Texts.ascii($0, capital: false) },
      changing(
        "upperAscii", ko: "영문 소문자를 대문자로 바꾼 글입니다. 다른 글자는 그대로입니다.",
        en: "The text with the letters a to z made capital; others stay.",
        examples: [.init("'sns 약관 é'.upperAscii()", "'SNS 약관 é'"), .init("''.upperAscii()", "''")]
      ) { Texts.ascii($0, capital: true) },
      changing(
        "reverse", ko: "글자의 순서를 뒤집은 글입니다.", en: "The text with its characters in reverse order.",
        examples: [.init("'가나다'.reverse()", "'다나가'"), .init("''.reverse()", "''")]
      ) { Texts.text($0.unicodeScalars.reversed()) },
      Function(
        "strings.quote", [.init([text], text)],
        manual: {
          Manual(
            .texts, ko: "큰따옴표로 묶은 글입니다. 따옴표와 줄바꿈 따위는 `\\\"`, `\\n`처럼 적습니다.",
            en:
              "The text in double quotes, with quotes, line breaks and the like written as `\\\"` and `\\n`.",
            parameters: [.init("text", ko: "글", en: "the text")],
            examples: [
              .init("strings.quote('약관')", "'\"약관\"'"), .init("strings.quote('a\\nb')", "r'\"a\\nb\"'"),
            ])
        }
      ) { call in
        guard let text = call.text(0) else { return call.mistyped }
        return .string(Texts.quoted(text))
      },
      format,
    ]

  private static var format: Function {
    Function(
      "format", style: .method, [.init([text, .list(.any("T"))], text)],
      manual: {
        Manual(
          .texts, ko: "자리 표시(`%s`, `%d` …)에 값을 차례로 넣은 글입니다.",
          en: "A text with values put into its places (`%s`, `%d` …), one after the other.",
          notes: LocalizedText(
            ko: """
              `%s` 값을 글로 · `%d` 수를 십진수로 · `%f` 소수(자리 수는 `%.2f`처럼, 적지 않으면 6) · `%e` 지수 표기 · `%x` `%X` 십육진수(글은 그 바이트) · `%o` 팔진수 · \
              `%b` 이진수 · `%%` 퍼센트 기호. `%f`와 `%e`는 반올림하며 정확히 가운데면 짝수 쪽으로 갑니다. 끝나지 않는 소수에 `%s`나 `%d`를 쓰면 줄인 수 앞에 `≈`를 붙입니다.
              """,
            en: """
              `%s` any value as text · `%d` a number in decimal · `%f` with decimals (`%.2f`; 6 unless given) · `%e` with a power of \
              ten · `%x` `%X` in base sixteen (of a text its bytes) · `%o` base eight · `%b` base two · `%%` the sign itself. `%f` and \
              `%e` round, halves to the even digit. A number whose decimals do not end is rounded by `%s` and `%d` and marked `≈`.
              """),
          parameters: [
            .init("text", ko: "자리 표시가 든 글", en: "the text with places"),
            .init(
              "values", ko: "넣을 값의 목록. 바로 적은 목록이면 종류가 서로 달라도 됩니다",
              en: "the values, in order; written out, they may be of several types"),
          ],
          errors: LocalizedText(
            ko: "모르는 표시이거나, 값이 모자라거나, 표시에 맞지 않는 값(`%d`에 글, `%x`에 정수 아닌 수)이면 오류입니다.",
            en: "A place it does not know, too few values, or a value that does not suit its place."),
          examples: [
            .init("'%s의 %s'.format(['이용자', '손해'])", "'이용자의 손해'"),
            .init("'%.1f시간'.format([127.5])", "'127.5시간'"), .init("'%d'.format(['가'])", "error"),
          ])
      }
    ) { call in
      guard let template = call.text(0), call.list(1) != nil else { return call.mistyped }
      return call.withMembers(1) { values in
        do throws(TextFormat.Problem) {
          guard let text = try TextFormat(template).text(with: values) else { return .unknown }
          guard call.evaluation.charge(text.utf8.count / 64) else { return call.evaluation.budgetError }
          return .string(text)
        } catch {
          return call.invalid(ko: error.message.ko, en: error.message.en)
        }
      }
    }
  }

  private static func changing(
    _ name: String, ko: String, en: String, examples: [Function.Example],
    _ body: @escaping @Sendable (String) -> String
  ) -> Function {
    Function(
      name, style: .method, [.init([text], text)],
      manual: {
        Manual(
          .texts, ko: ko, en: en, parameters: [.init("text", ko: "글", en: "the text")], examples: examples)
      }
    ) { call in
      guard let text = call.text(0) else { return call.mistyped }
      return .string(body(text))
    }
  }

  private static func withScalars(_ call: FunctionCall, _ body: ([Unicode.Scalar]) -> Value) -> Value {
    guard let text = call.text(0) else { return call.mistyped }
    return body(Array(text.unicodeScalars))
  }

  /// A place that an argument gives, or the usual one where it is not given.
  private static func withPlace(
    _ call: FunctionCall, _ index: Int, in places: ClosedRange<Int>, else usual: Int? = nil,
    _ body: (Int) -> Value
  ) -> Value {
    if index >= call.arguments.count, let usual { return body(usual) }
    guard index < call.arguments.count, let number = call.number(index) else { return call.mistyped }
    guard let place = number.int, places.contains(place) else {
      let text = number.decimalText.text
      return call.invalid(
        ko: "자리 `\(text)`이(가) \(places.lowerBound)에서 \(places.upperBound)까지의 정수가 아닙니다",
        en: "`\(text)` is no place from \(places.lowerBound) to \(places.upperBound)")
    }
    return body(place)
  }

  /// How often at most; nil for a negative number and where none is given.
  private static func withLimit(_ call: FunctionCall, _ index: Int, _ body: (Int?) -> Value) -> Value {
    guard index < call.arguments.count else { return body(nil) }
    guard let number = call.number(index) else { return call.mistyped }
    guard number.isWhole else {
      return call.invalid(
        ko: "횟수 `\(number.decimalText.text)`은(는) 정수가 아닙니다",
        en: "the limit `\(number.decimalText.text)` is not a whole number")
    }
    return body(number.sign < 0 ? nil : number.int)
  }

  private static func place(_ place: Int?) -> Value {
    .number(Rational(place ?? -1))
  }
}
