/// How a function of the policy language is read aloud.
///
/// `{1}` is the first argument, `{1:이/가}` the same with a Korean particle, `{*}` all arguments. Words for calls
/// with more arguments than the first form are further forms.
struct FunctionPhrase: Sendable {
  /// The words for one number of arguments.
  struct Form: Sendable {
    /// How many arguments it takes; with `{*}` at least so many.
    var arguments: Int
    /// Korean words; those of a predicate end before the verb.
    var ko: String
    /// English words; those of a predicate are what stands after `is`, its subject is `subject`.
    var en: String
  }

  /// The function.
  var name: String
  /// By rising number of arguments.
  var forms: [Form]
  /// The Korean verb of a function that answers yes or no; nil for one that gives a value.
  var verb: KoreanVerb?
  /// The English subject of a predicate.
  var subject = "{1}"
  /// The opposite, where it is not the same words with `not`: Korean words before 아니하다, the English subject.
  var opposite: (ko: String, subject: String)?

  /// Whether it answers yes or no.
  var isPredicate: Bool { verb != nil }

  /// The words for a call; nil for a number of arguments that has none.
  func form(for count: Int) -> Form? {
    forms.last { $0.arguments == count || $0.ko.contains("{*}") && $0.arguments <= count }
  }

  /// The name of the words for a call whose result is a date or time, where those differ.
  static func name(_ function: String, ofTimes: Bool) -> String {
    ofTimes && byName["\(function) of times"] != nil ? "\(function) of times" : function
  }

  /// The phrase of a function; nil for one that is read by its name.
  static func named(_ name: String) -> FunctionPhrase? { byName[name] }

  private static let byName = Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// Words for one number of arguments, for a function that gives a value.
  init(_ name: String, _ ko: String, _ en: String, arguments: Int = 1) {
    self.name = name
    forms = [Form(arguments: arguments, ko: ko, en: en)]
  }

  /// Words for several numbers of arguments, the smallest first.
  init(_ name: String, _ forms: [(Int, ko: String, en: String)]) {
    self.name = name
    self.forms = forms.map { Form(arguments: $0.0, ko: $0.ko, en: $0.en) }
  }

  /// Words for a function of two arguments that answers yes or no; `ko` ends before the verb, `en` begins
  /// after `is`.
  init(
    predicate name: String, _ ko: String, _ verb: KoreanVerb, subject: String = "{1}",
    _ en: String, opposite: (ko: String, subject: String)? = nil
  ) {
    self.name = name
    forms = [Form(arguments: 2, ko: ko, en: en)]
    self.verb = verb
    self.subject = subject
    self.opposite = opposite
  }

  /// Every function that has words, in the order of the functions page.
  static let all: [FunctionPhrase] = lists + numbers + dates + windows + texts

  private static let lists: [FunctionPhrase] = [
    FunctionPhrase("size", "{1}의 수", "the number of {1}"),
    FunctionPhrase("count", "{1}의 건수", "the count of {1}"),
    FunctionPhrase("sum", "{1}의 합", "the sum of {1}"),
    FunctionPhrase("avg", "{1}의 평균", "the average of {1}"),
    FunctionPhrase(
      "min",
      [
        (1, ko: "{1} 가운데 가장 작은 것", en: "the smallest of {1}"),
        (2, ko: "{1:과/와} {2} 가운데 작은 것", en: "the smaller of {1} and {2}"),
        (3, ko: "{*} 가운데 가장 작은 것", en: "the smallest of {*}"),
      ]),
    FunctionPhrase(
      "max",
      [
        (1, ko: "{1} 가운데 가장 큰 것", en: "the largest of {1}"),
        (2, ko: "{1:과/와} {2} 가운데 큰 것", en: "the larger of {1} and {2}"),
        (3, ko: "{*} 가운데 가장 큰 것", en: "the largest of {*}"),
      ]),
    FunctionPhrase(
      "min of times",
      [
        (1, ko: "{1} 가운데 가장 이른 것", en: "the earliest of {1}"),
        (2, ko: "{1:과/와} {2} 가운데 이른 것", en: "the earlier of {1} and {2}"),
        (3, ko: "{*} 가운데 가장 이른 것", en: "the earliest of {*}"),
      ]),
    FunctionPhrase(
      "max of times",
      [
        (1, ko: "{1} 가운데 가장 늦은 것", en: "the latest of {1}"),
        (2, ko: "{1:과/와} {2} 가운데 늦은 것", en: "the later of {1} and {2}"),
        (3, ko: "{*} 가운데 가장 늦은 것", en: "the latest of {*}"),
      ]),
    FunctionPhrase("distinct", "{1}에서 중복을 뺀 것", "{1} (each once)"),
    FunctionPhrase(
      "percentile", "{1:을/를} 작은 것부터 놓아 백분위 {2}에 있는 값(최근접 순위)",
      "the value of {1} at the percentile {2} (nearest rank)", arguments: 2),
    FunctionPhrase(
      "join",
      [
        (1, ko: "{1:을/를} 이어 붙인 글", en: "{1} joined into one text"),
        (2, ko: "{1:을/를} {2:으로/로} 이어 붙인 글", en: "{1} joined into one text with {2} between"),
      ]),
    FunctionPhrase(
      "pairs", "{1:을/를} 이웃한 둘씩(첫째와 둘째, 둘째와 셋째 등) 묶은 것",
      "the pairs of neighbours (first and second, second and third and so on) in {1}"),
    FunctionPhrase(
      predicate: "overlap", "{1}에 {2} 가운데 하나 이상이 들어 ", .exist, subject: "at least one of {1}",
      "among {2}", opposite: ("{1}에 {2} 가운데 어느 것도 들어 있지 ", "none of {1}")),
    FunctionPhrase(predicate: "not_in", "{1:이/가} {2}에 들어 있지 ", .beNot, "not among {2}"),
    FunctionPhrase(
      predicate: "covers", "{1}에 {2:이/가} (‘전체’로 적은 경우를 포함하여) 들어 ", .exist, subject: "{2}",
      "covered by {1} (by name or as “all”)"),
    FunctionPhrase("gaps", "{1} 사이에 빠진 범위", "the ranges left out between {1}"),
    FunctionPhrase("overlaps", "{1} 가운데 둘 이상에 속하는 범위", "the ranges that belong to more than one of {1}"),
  ]

  private static let numbers: [FunctionPhrase] = [
    rounding("round_up", ko: "올림한 값", en: "rounded up"),
    rounding("round_down", ko: "내림한 값", en: "rounded down"),
    rounding("round_half_up", ko: "반올림한 값", en: "rounded to the nearest (a half away from zero)"),
    rounding(
      "round_half_even", ko: "반올림한 값(정확히 가운데면 짝수 쪽)", en: "rounded to the nearest (a half to the even one)"),
    FunctionPhrase("floor", "{1:을/를} 넘지 않는 가장 큰 정수", "the largest whole number not above {1}"),
    FunctionPhrase("ceil", "{1} 이상인 가장 작은 정수", "the smallest whole number not below {1}"),
    FunctionPhrase("abs", "{1}의 절댓값", "the absolute value of {1}"),
    FunctionPhrase(
      "percent", "{2}에 대한 {1}의 비율(%)", "{1} as a percentage of {2}", arguments: 2),
    FunctionPhrase("percent_of", "{2}의 {1}에 해당하는 값", "{1} of {2}", arguments: 2),
  ]

  private static func rounding(_ name: String, ko: String, en: String) -> FunctionPhrase {
    FunctionPhrase(
      name,
      [
        (1, ko: "{1:을/를} 정수로 \(ko)", en: "{1} \(en) to a whole number"),
        (2, ko: "{1:을/를} {2} 단위로 \(ko)", en: "{1} \(en) to a multiple of {2}"),
      ])
  }

  private static let dates: [FunctionPhrase] = [
    FunctionPhrase("date", "{1:이/가} 나타내는 날짜", "the date that {1} names"),
    FunctionPhrase("date_of", "{1:이/가} 속한 날", "the day of {1}"),
    after("days_after", ko: "{1}부터 {2:이/가} 되는 날", en: "the day {2} after {1}"),
    after(
      "working_days_after", ko: "{1}부터 영업일로 {2:이/가} 되는 날",
      en: "the day {2}, counted in working days, after {1}"),
    after("months_after", ko: "{1}부터 {2}개월이 되는 날", en: "the day {2} months after {1}"),
    FunctionPhrase(
      "days_between", "{1}부터 {2}까지의 일수(첫날 불산입)", "the days from {1} to {2} (the first not counted)",
      arguments: 2),
    FunctionPhrase(
      "days_inclusive", "{1}부터 {2}까지의 일수(첫날과 마지막 날 산입)", "the days from {1} to {2} (both counted)",
      arguments: 2),
    FunctionPhrase("hours_between", "{1}부터 {2}까지의 시간 수", "the hours from {1} to {2}", arguments: 2),
    FunctionPhrase(
      "days_over", "{1}부터 {2}까지의 시간이 {3:을/를} 넘는 만큼의 일수(24시간이 1일, 넘지 않으면 0)",
      "the days of 24 hours by which the time from {1} to {2} is over {3} (0 if it is not)", arguments: 3),
  ]

  private static func after(_ name: String, ko: String, en: String) -> FunctionPhrase {
    FunctionPhrase(
      name,
      [
        (2, ko: ko, en: en),
        (3, ko: ko + "(계산 방식 {3})", en: en + " (counted by {3})"),
      ])
  }

  private static let windows: [FunctionPhrase] = [
    FunctionPhrase(
      "covered_hours",
      [
        (1, ko: "{1}의 시간을 겹침 없이 더한 시간", en: "the hours covered by {1} (overlaps counted once)"),
        (
          3, ko: "{2}부터 {3}까지 사이에 {1}의 시간을 겹침 없이 더한 시간",
          en: "the hours covered by {1} between {2} and {3} (overlaps counted once)"
        ),
      ]),
    FunctionPhrase(
      "longest_hours", "{1:이/가} 끊이지 않고 이어진 가장 긴 시간", "the longest unbroken time of {1}"),
    FunctionPhrase("earliest", "{1:이/가} 시작한 가장 이른 시각", "the earliest start of {1}"),
    FunctionPhrase("latest", "{1:이/가} 끝난 가장 늦은 시각", "the latest end of {1}"),
    FunctionPhrase("months_touched", "{1:이/가} 걸친 달의 첫날", "the first days of the months that {1} touch"),
  ]
}
