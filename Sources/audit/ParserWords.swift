import Diagnostics

/// What the parser of the command line says, in Korean: it speaks English alone.
enum ParserWords {
  /// A message of the parser with its usage; what is not known stays as it is.
  static func korean(_ message: String) -> String {
    message.split(separator: "\n", omittingEmptySubsequences: false).map { line($0) }.joined(separator: "\n")
  }

  private static func line(_ line: Substring) -> String {
    if let match = line.wholeMatch(of: /Error: (.*)/) { return "오류: " + problem(match.1) }
    if let match = line.wholeMatch(of: /Help: +(.*)/) { return "설명: " + match.1 }
    if let match = line.wholeMatch(of: /Usage: (.*)/) { return "사용법: " + match.1 }
    if let match = line.wholeMatch(of: /\s*See '(.*)' for more information\./) {
      return "  자세한 설명: \(match.1)"
    }
    return String(line)
  }

  private static func problem(_ text: Substring) -> String {
    if let match = text.wholeMatch(of: /Missing expected argument '(.*)'/) {
      return "`\(match.1)`을(를) 적어야 합니다"
    }
    if let match = text.wholeMatch(of: /Unknown option '(.*)'\. Did you mean '(.*)'\?/) {
      return "`\(match.1)`(이)라는 옵션이 없습니다. `\(match.2)`을(를) 뜻합니까?"
    }
    if let match = text.wholeMatch(of: /Unknown option '(.*)'/) { return "`\(match.1)`(이)라는 옵션이 없습니다" }
    if let match = text.wholeMatch(of: /Missing value for '(.*)'/) { return "`\(match.1)`의 값을 적어야 합니다" }
    if let match = text.wholeMatch(of: /Unexpected argument '(.*)'/) {
      return "`\(match.1)`은(는) 여기에 적을 수 없습니다"
    }
    if let match = text.wholeMatch(of: /[0-9]+ unexpected arguments: '(.*)'/) {
      return "여기에 적을 수 없는 것: `\(match.1.replacing("', '", with: "`, `"))`"
    }
    if let match = text.wholeMatch(
      of: /The option '(.*)' does not take any value, but '(.*)' was specified\./)
    {
      return "옵션 `\(match.1)`에는 값을 적지 않습니다(`\(match.2)`이(가) 적힘)"
    }
    if let match = text.wholeMatch(
      of: /The value '(.*)' is invalid for '(.*)'\. Please provide one of (.*)\./)
    {
      let values = match.3.replacing(" and ", with: ", ").replacing(" or ", with: ", ").replacing(
        "'", with: "")
      return "`\(match.2)`에 `\(match.1)`은(는) 쓸 수 없습니다. 다음 가운데 하나를 적으십시오: \(values)"
    }
    if let match = text.wholeMatch(of: /The value '(.*)' is invalid for '(.*?)': (.*)/) {
      return "`\(match.2)`에 `\(match.1)`은(는) 쓸 수 없습니다. \(match.3)"
    }
    if let match = text.wholeMatch(of: /The value '(.*)' is invalid for '(.*)'/) {
      return "`\(match.2)`에 `\(match.1)`은(는) 쓸 수 없습니다"
    }
    return String(text)
  }
}
