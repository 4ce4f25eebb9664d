extension FunctionCall {
  /// What a list argument surely holds. What is missing is already noted, or noted here.
  enum Members {
    /// Its members, all known.
    case values([Value])
    /// It is not certain which they are, or one is not known.
    case unknown
    /// A member is an error, or the budget is used up.
    case error(EvaluationError)
  }

  /// A list argument; nil if it is of another type.
  func list(_ index: Int) -> ListValue? {
    if case .list(let list) = arguments[index] { return list }
    return nil
  }

  /// Counts the visit of every element and tells what the list surely holds.
  func members(_ index: Int, allowingPartial: Bool = false) -> Members {
    guard let list = list(index) else { return .error(noOverload) }
    guard evaluation.charge(list.elements.count) else { return .error(evaluation.overBudget) }
    if let incomplete = list.incomplete {
      evaluation.log.append(.missing(incomplete, .incomplete))
      return .unknown
    }
    var values: [Value] = []
    values.reserveCapacity(list.elements.count)
    var isUnknown = false
    for element in list.elements {
      switch element.value {
      case .error(let error): return .error(error)
      case .unknown: isUnknown = true
      case .range, .either: isUnknown = isUnknown || !allowingPartial
      default: break
      }
      if !element.isCertain { isUnknown = true }
      values.append(element.value)
    }
    return isUnknown ? .unknown : .values(values)
  }

  /// Applies `body` to a list's members, or passes on that they are not known.
  func withMembers(_ index: Int, allowingPartial: Bool = false, _ body: ([Value]) -> Value) -> Value {
    switch members(index, allowingPartial: allowingPartial) {
    case .values(let values): body(values)
    case .unknown: .unknown
    case .error(let error): .error(error)
    }
  }

  /// A number argument; nil if it is of another type.
  func number(_ index: Int) -> Rational? {
    if case .number(let number) = arguments[index] { return number }
    return nil
  }

  /// A whole number that fits a machine word; nil for all else.
  func whole(_ index: Int) -> Int? {
    number(index)?.int
  }

  /// A text argument; nil if it is of another type.
  func text(_ index: Int) -> String? {
    if case .string(let text) = arguments[index] { return text }
    return nil
  }

  /// A date argument; nil if it is of another type.
  func date(_ index: Int) -> Day? {
    if case .date(let day) = arguments[index] { return day }
    return nil
  }

  /// A moment argument; nil if it is of another type.
  func instant(_ index: Int) -> Instant? {
    if case .timestamp(let instant) = arguments[index] { return instant }
    return nil
  }

  /// The error where the function does not take such values.
  var noOverload: EvaluationError {
    EvaluationError(
      .noSuchOverload, ko: "이 함수를 이 종류의 값에 쓸 수 없습니다", en: "the function does not take values of these types",
      range: range)
  }

  /// The answer where the arguments have types that the checker would have refused.
  var mistyped: Value { .error(noOverload) }

  /// The answer where a text and a regular expression together are too large to match.
  var tooLong: Value {
    .error(
      EvaluationError(
        .limit, ko: "글과 정규식이 너무 길어 \(LinearRegex.stepLimit)단계 안에 맞추어 볼 수 없습니다",
        en: "the text and the regular expression are too long to match in \(LinearRegex.stepLimit) steps",
        range: range))
  }

  /// The error of an argument that the function refuses.
  func invalid(ko: String, en: String) -> Value {
    .error(EvaluationError(.invalidArgument, ko: ko, en: en, range: range))
  }

  /// Runs exact arithmetic that gives a number; a failure names the function.
  func exact(_ name: String, _ body: () throws(ArithmeticFailure) -> Rational) -> Value {
    exactValue(name) { () throws(ArithmeticFailure) in .number(try body()) }
  }

  /// Runs exact arithmetic; a failure names the function.
  func exactValue(_ name: String, _ body: () throws(ArithmeticFailure) -> Value) -> Value {
    do throws(ArithmeticFailure) {
      return try body()
    } catch {
      var problem = EvaluationError(error, operation: name)
      problem.range = range
      return .error(problem)
    }
  }

  /// The policy's calendar, or the error that it names none.
  func withCalendar(_ body: (Calendar) -> Value) -> Value {
    guard let calendar = evaluation.program.calendar else {
      return invalid(
        ko: "기준에 `calendar`가 없어 기간을 셀 수 없습니다", en: "the policy names no `calendar` to count by")
    }
    return body(calendar)
  }

  /// A day that a calendar counted, with what is uncertain about it noted.
  func counted(_ result: Calendar.DayResult?) -> Value {
    switch result {
    case .day(let day, let uncertain)?:
      for holiday in uncertain { evaluation.log.append(.uncertainHoliday(holiday)) }
      return .date(day)
    case .outside(let day)?:
      evaluation.log.append(.outsideCalendar(day))
      return .unknown
    case nil:
      return invalid(
        ko: "달력에 없는 계산 방식이거나 셀 수 없는 기간입니다",
        en: "the calendar has no such counting mode, or the period cannot be counted")
    }
  }
}
