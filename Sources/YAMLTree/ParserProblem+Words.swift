import Diagnostics

extension ParserProblem {
  /// Where to point at: the scalar offset of what is wrong rather than of where libyaml noticed.
  var placeIndex: Int {
    switch text {
    case "could not find expected ':'", "found unexpected end of stream",
      "found unexpected document indicator":
      contextIndex ?? index
    default: index
    }
  }

  /// The scalar offset of what was left open, where that explains the problem.
  var openerIndex: Int? {
    switch text {
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'",
      "did not find expected key", "did not find expected '-' indicator":
      contextIndex
    default: nil
    }
  }

  /// Whether a key or value was expected at the place.
  var expectsNode: Bool {
    text == "did not find expected node content" || text == "did not find expected key"
  }

  /// Code, message and help for what libyaml said.
  var words: Words {
    switch text {
    case "found character that cannot start any token":
      return Words(
        "yaml.reserved-character", ko: "이 글자로는 값을 시작할 수 없습니다",
        en: "a value cannot begin with this character", help: Self.quote)
    case "could not find expected ':'":
      return Words(
        "yaml.missing-colon", ko: "항목 이름 뒤에 `:`과 공백이 있어야 합니다",
        en: "expected `:` and a space after the key",
        help: LocalizedText(
          ko: "`이름: 값` 꼴로 적거나, 앞줄에 이어지는 글이면 더 들여 쓰십시오",
          en: "write `key: value`, or indent the line further if it continues the one before"))
    case "mapping values are not allowed in this context":
      return Words(
        "yaml.unexpected-colon", ko: "이 자리에는 `: `이 올 수 없습니다", en: "`: ` is not allowed here",
        help: LocalizedText(
          ko: "값에 `: `이 들어 있으면 값 전체를 따옴표로 묶고, 새 항목이면 들여쓰기를 맞추십시오",
          en: "put a value that contains `: ` in quotes as a whole; align the line if it is a new entry"))
    case "block sequence entries are not allowed in this context":
      return Words(
        "yaml.unexpected-dash", ko: "이 자리에는 목록 표시 `- `이 올 수 없습니다",
        en: "a list item `- ` is not allowed here",
        help: LocalizedText(
          ko: "목록은 새 줄에서 시작하고, `-`로 시작하는 글은 따옴표로 묶으십시오",
          en: "begin the list on a new line, or put text that begins with `-` in quotes"))
    case "mapping keys are not allowed in this context":
      return Words(
        "yaml.unexpected-question-mark", ko: "이 자리에는 `? `이 올 수 없습니다",
        en: "`? ` is not allowed here", help: Self.quote)
    case "found unexpected end of stream", "found unexpected document indicator":
      return Self.unclosedQuote
    case "found unknown escape character", "did not find expected hexdecimal number",
      "found invalid Unicode character escape code":
      return Words(
        "yaml.escape", ko: "큰따옴표 안의 `\\` 뒤에 알 수 없는 글자가 있습니다",
        en: "unknown escape after `\\` in double quotes",
        help: LocalizedText(
          ko: "`\\` 자체는 `\\\\`로 적거나 작은따옴표를 쓰십시오",
          en: "write `\\\\` for a backslash, or use single quotes"))
    case "did not find expected ',' or ']'":
      return Words(
        "yaml.unclosed-bracket", ko: "`[ ]` 안에서 `,`나 `]`이 있어야 할 자리입니다",
        en: "expected `,` or `]`", help: Self.quotePart)
    case "did not find expected ',' or '}'":
      return Words(
        "yaml.unclosed-brace", ko: "`{ }` 안에서 `,`나 `}`가 있어야 할 자리입니다",
        en: "expected `,` or `}`", help: Self.quotePart)
    case "did not find expected key":
      return Words(
        "yaml.expected-key", ko: "새 항목이 있어야 할 자리입니다", en: "expected the next key here",
        help: LocalizedText(
          ko: "값이 앞에서 끝났습니다. 값 전체를 따옴표로 묶거나 들여쓰기를 맞추십시오",
          en: "the value ended before this place: put it in quotes as a whole, or correct the indentation"))
    case "did not find expected '-' indicator":
      return Words(
        "yaml.expected-dash", ko: "목록의 다음 항목 `- `이 있어야 할 자리입니다",
        en: "expected the next list item `- ` here",
        help: LocalizedText(
          ko: "들여쓰기를 목록에 맞추거나 값 전체를 따옴표로 묶으십시오",
          en: "align the line with the list, or put the value in quotes as a whole"))
    default:
      return rareWords
    }
  }

  private var rareWords: Words {
    switch text {
    case "did not find expected node content":
      return Words(
        "yaml.expected-value", ko: "값이 있어야 할 자리입니다", en: "expected a value here", help: Self.quote)
    case "did not find expected alphabetic or numeric character":
      return Words(
        "yaml.anchor", ko: "`&`나 `*` 뒤에 이름이 있어야 합니다", en: "expected a name after `&` or `*`",
        help: Self.quote)
    case "did not find expected comment or line break" where context.contains("block scalar"),
      "found an indentation indicator equal to 0":
      return Words(
        "yaml.block-scalar", ko: "`|`나 `>` 뒤에는 줄을 바꿔 글을 적습니다",
        en: "expected a line break after `|` or `>`", help: Self.quote)
    case "found a tab character where an indentation space is expected",
      "found a tab character that violates indentation":
      return Self.tab
    case "found undefined tag handle", "did not find expected '!'", "did not find expected tag URI",
      "did not find the expected '>'", "did not find expected whitespace or line break":
      return Trap.tag("!").words
    case "did not find expected <document start>":
      return Trap.trailingText.words
    case _ where context.contains("tag"):
      return Trap.tag("!").words
    case _
    where context.contains("directive") || text.contains("directive") || text.contains("YAML document"):
      return Words(
        "yaml.directive", ko: "`%`로 시작하는 줄은 YAML 지시문으로 읽힙니다",
        en: "YAML reads a line that begins with `%` as a directive",
        help: LocalizedText(
          ko: "이 줄을 지우거나, `%`로 시작하는 글이면 따옴표로 묶으십시오",
          en: "delete the line, or put text that begins with `%` in quotes"))
    default:
      let shown = Printable.shortened(text, to: 100)
      return Words(
        "yaml.syntax", ko: "YAML로 읽을 수 없습니다(\(shown))", en: "not readable as YAML: \(shown)",
        help: LocalizedText(
          ko: "들여쓰기와 따옴표를 확인하십시오", en: "check the indentation and the quotes"))
    }
  }

  /// A tab where spaces indent.
  static let tab = Words(
    "yaml.tab", ko: "들여쓰기에 탭이 쓰였습니다", en: "a tab where spaces indent",
    help: LocalizedText(ko: "탭을 공백으로 바꾸십시오", en: "replace the tab with spaces"))

  /// A quote that nothing ends, or only the beginning of another one.
  static let unclosedQuote = Words(
    "yaml.unclosed-quote", ko: "여기서 시작한 따옴표가 닫히지 않았습니다",
    en: "the quote that begins here is not closed",
    help: LocalizedText(ko: "따옴표를 닫으십시오", en: "close the quote"))

  /// The advice that helps most often.
  static let quote = LocalizedText(
    ko: "값 전체를 따옴표로 묶으십시오", en: "put the whole value in quotes")

  private static let quotePart = LocalizedText(
    ko: "앞의 괄호를 닫거나, `[ ] { } ,`가 든 글은 따옴표로 묶으십시오",
    en: "close the bracket, or put text that contains `[ ] { } ,` in quotes")
}
