import Diagnostics

extension FunctionLibrary {
  private static let text = TypePattern.exact(.string)

  /// Functions that ask about texts, and `string`.
  static let texts: [Function] = [
    test(
      "contains", ko: "글이 다른 글을 담고 있는지입니다.", en: "Whether a text holds another.",
      examples: [.init("'손해배상'.contains('배상')", "true"), .init("'손해배상'.contains('보상')", "false")]
    ) { Texts.contains($0, $1) },
    test(
      "startsWith", ko: "글이 다른 글로 시작하는지입니다.", en: "Whether a text begins with another.",
      examples: [.init("'약관-15조'.startsWith('약관')", "true"), .init("'약관'.startsWith('')", "true")]
    ) { $0.utf8.starts(with: $1.utf8) },
    test(
      "endsWith", ko: "글이 다른 글로 끝나는지입니다.", en: "Whether a text ends with another.",
      examples: [.init("'약관-15조'.endsWith('조')", "true"), .init("'약관-15조'.endsWith('항')", "false")]
    ) { $0.utf8.reversed().starts(with: $1.utf8.reversed()) },
    Function(
      "matches", style: .both, [.init([text, text], .exact(.bool))],
      manual: {
        Manual(
          .texts, ko: "글의 일부가 정규식에 맞는지입니다.", en: "Whether a part of a text matches a regular expression.",
          notes: LocalizedText(
            ko: "RE2의 문법이며 걸리는 시간은 글의 길이에 비례합니다. 글 전체를 맞추려면 `^…$`로 적습니다.",
            en: "The syntax is that of RE2, matched in linear time. Write `^…$` to match the whole text."),
          parameters: [
            .init("text", ko: "글", en: "the text"), .init("pattern", ko: "정규식", en: "the regular expression"),
          ],
          errors: LocalizedText(
            ko: "정규식이 아니거나 글과 함께 너무 길면 오류입니다.",
            en: "A text that is no regular expression, or both together too long."),
          examples: [
            .init("'제15조'.matches('제[0-9]+조')", "true"), .init("'제15조'.matches('^[0-9]+$')", "false"),
            .init("'a'.matches('(')", "error"),
          ])
      }
    ) { call in
      guard let subject = call.text(0), let pattern = call.text(1) else { return call.mistyped }
      do throws(RegexProblem) {
        guard let answer = try call.evaluation.matches(subject, pattern) else { return call.tooLong }
        return .bool(answer)
      } catch {
        return call.invalid(ko: error.message.ko, en: error.message.en)
      }
    },
    Function(
      "string",
      [
        .init([.exact(.string)], text), .init([.number("U")], text), .init([.exact(.bool)], text),
        .init([.exact(.date)], text), .init([.exact(.timestamp)], text), .init([.exact(.duration)], text),
      ],
      manual: {
        Manual(
          .texts, ko: "값을 글로 적은 것입니다.", en: "A value written as text.",
          notes: LocalizedText(
            ko: "수는 단위 없이 모든 자리를 적고, 끝나지 않는 소수는 줄인 뒤 앞에 `≈`를 붙입니다. 시각은 UTC로 적습니다.",
            en:
              "Numbers without unit and with all digits; one whose decimals do not end is rounded and marked `≈`. Moments in UTC."
          ),
          parameters: [.init("value", ko: "값", en: "the value")],
          examples: [
            .init("string(1.50)", "'1.5'"), .init("string(1 / 3)", "'≈0.3333'"),
            .init("string(date('2022-10-15'))", "'2022-10-15'"), .init("string(duration('90s'))", "'90s'"),
          ])
      }
    ) { call in
      switch call.arguments[0] {
      case .number(let number): .string(number.writtenOut)
      case .string, .bool, .date, .timestamp, .duration: .string(call.arguments[0].plainText)
      default: call.mistyped
      }
    },
  ]

  private static func test(
    _ name: String, ko: String, en: String, examples: [Function.Example],
    _ body: @escaping @Sendable (String, String) -> Bool
  ) -> Function {
    Function(
      name, style: .method, [.init([text, text], .exact(.bool))],
      manual: {
        Manual(
          .texts, ko: ko, en: en,
          parameters: [
            .init("text", ko: "글", en: "the text"), .init("part", ko: "찾는 글", en: "the text to look for"),
          ],
          examples: examples)
      }
    ) { call in
      guard let subject = call.text(0), let other = call.text(1) else { return call.mistyped }
      return .bool(body(subject, other))
    }
  }
}
