extension FunctionPhrase {
  /// Functions of texts, and of times and lengths of time as texts name them.
  static let texts: [FunctionPhrase] = [
    FunctionPhrase(predicate: "contains", "글 {1}에 {2:이/가} 들어 ", .exist, "a text that holds {2}"),
    FunctionPhrase(predicate: "startsWith", "글 {1:이/가} {2:으로/로} 시작", .act, "a text that begins with {2}"),
    FunctionPhrase(predicate: "endsWith", "글 {1:이/가} {2:으로/로} 끝나는 것", .copula, "a text that ends with {2}"),
    FunctionPhrase(
      predicate: "matches", "글 {1}의 일부가 정규식 {2}에 맞는 것", .copula, "a text that matches the pattern {2} in part"
    ),
    FunctionPhrase(
      "charAt", "글 {1}에서 0부터 세어 {2}번째 글자", "the character of {1} at place {2} (counted from 0)", arguments: 2),
    FunctionPhrase(
      "indexOf",
      [
        (2, ko: "글 {1}에 {2:이/가} 처음 나오는 자리", en: "the place where {1} first holds {2}"),
        (
          3, ko: "글 {1}의 {3} 자리부터 보아 {2:이/가} 처음 나오는 자리",
          en: "the place where {1}, from place {3} on, first holds {2}"
        ),
      ]),
    FunctionPhrase(
      "lastIndexOf",
      [
        (2, ko: "글 {1}에 {2:이/가} 마지막으로 나오는 자리", en: "the place where {1} last holds {2}"),
        (
          3, ko: "글 {1}의 {3} 자리까지 보아 {2:이/가} 마지막으로 나오는 자리",
          en: "the place where {1}, up to place {3}, last holds {2}"
        ),
      ]),
    FunctionPhrase(
      "substring",
      [
        (2, ko: "글 {1}의 {2} 자리부터 끝까지", en: "the part of {1} from place {2} on"),
        (3, ko: "글 {1}의 {2} 자리부터 {3} 자리 앞까지", en: "the part of {1} from place {2} to before place {3}"),
      ]),
    FunctionPhrase(
      "replace",
      [
        (3, ko: "글 {1}에서 {2:을/를} {3:으로/로} 바꾼 글", en: "{1} with {3} in place of {2}"),
        (
          4, ko: "글 {1}에서 {2:을/를} {3:으로/로} {4}번까지 바꾼 글", en: "{1} with {3} in place of {2}, at most {4} times"
        ),
      ]),
    FunctionPhrase(
      "split",
      [
        (2, ko: "글 {1:을/를} {2}에서 나눈 조각", en: "the pieces of {1} between {2}"),
        (3, ko: "글 {1:을/를} {2}에서 {3}개까지 나눈 조각", en: "the pieces of {1} between {2}, at most {3}"),
      ]),
    FunctionPhrase("trim", "글 {1}의 앞뒤 빈칸을 뗀 것", "{1} without white space at its ends"),
    FunctionPhrase("lowerAscii", "글 {1}의 영문자를 소문자로 바꾼 것", "{1} in small letters"),
    FunctionPhrase("upperAscii", "글 {1}의 영문자를 대문자로 바꾼 것", "{1} in capital letters"),
    FunctionPhrase("reverse", "글 {1:을/를} 거꾸로 쓴 것", "{1} reversed"),
    FunctionPhrase("strings.quote", "글 {1:을/를} 큰따옴표로 묶은 것", "{1} in double quotation marks"),
    FunctionPhrase("format", "틀 {1}에 {2:을/를} 넣은 글", "the text {1} filled with {2}", arguments: 2),
    FunctionPhrase("string", "{1:을/를} 적은 글", "{1} as a text"),
    FunctionPhrase("timestamp", "{1:이/가} 나타내는 시각", "the time that {1} names"),
    FunctionPhrase("duration", "{1:이/가} 나타내는 시간 길이", "the length of time that {1} names"),
    clock("getFullYear", ko: "연도", en: "year"),
    clock("getMonth", ko: "달(0부터 셈)", en: "month (counted from 0)"),
    clock("getDate", ko: "날짜의 일(1부터 셈)", en: "day of the month (counted from 1)"),
    clock("getDayOfMonth", ko: "날짜의 일(0부터 셈)", en: "day of the month (counted from 0)"),
    clock("getDayOfYear", ko: "그 해의 날수(0부터 셈)", en: "day of the year (counted from 0)"),
    clock("getDayOfWeek", ko: "요일(일요일 0)", en: "day of the week (Sunday being 0)"),
    clock("getHours", ko: "시", en: "hour"),
    clock("getMinutes", ko: "분", en: "minute"),
    clock("getSeconds", ko: "초", en: "second"),
    clock("getMilliseconds", ko: "밀리초", en: "millisecond"),
  ]

  private static func clock(_ name: String, ko: String, en: String) -> FunctionPhrase {
    FunctionPhrase(
      name,
      [
        (1, ko: "{1}의 \(ko)", en: "the \(en) of {1}"),
        (2, ko: "시간대 {2}에서 본 {1}의 \(ko)", en: "the \(en) of {1} in the time zone {2}"),
      ])
  }
}
