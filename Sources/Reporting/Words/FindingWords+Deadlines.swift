import Diagnostics
import Findings

extension FindingWords {
  /// The last day in words, or the words of the law with the moment from which they run.
  func last(of deadline: FindingDeadline) -> String {
    if let text = deadline.text {
      guard let from = deadline.from else { return say(text) }
      guard from.type != .unknown else {
        return say(ko: "\(text.ko) (기산점 미기재)", en: "\(text.en) (from when is not stated)")
      }
      let start = formatter.text(from)
      return say(ko: "\(text.ko) (\(start)부터)", en: "\(text.en) (from \(start))")
    }
    guard let last = deadline.last, last.type != .unknown else {
      return say(ko: "셀 수 없음(기산 사실 미기재)", en: "cannot be counted (a fact is not stated)")
    }
    return formatter.text(last)
  }

  /// The last day of a line with what a reader must know of it: that its number is the tool's own or unverified, that
  /// no body has confirmed the text.
  func last(of line: DeadlineLine) -> String { remarked(last(of: line.deadline), marks(of: line)) }

  /// What a reader must know of a deadline's day; empty where it is as firm as the text that names it.
  func marks(of line: DeadlineLine) -> [String] {
    var marks: [String] = []
    if line.deadline.isDefault { marks.append(own) }
    if !line.deadline.verified { marks.append(unverified) }
    if line.status == .reportedUnconfirmed {
      marks.append(say(ko: "기관 미확인", en: "not confirmed by the body"))
    }
    return marks
  }

  /// What deadlines of one weight are called.
  func title(of weight: DeadlineLine.Weight) -> String {
    switch weight {
    case .duty: say(ko: "법령·약관이 정한 기한", en: "Deadlines of the law or the terms")
    case .reference: say(ko: "참고 시점(지킬 의무 없음)", en: "Days for reference (nobody has to keep them)")
    }
  }

  /// What became of a deadline, in words; what nobody has to keep is never called missed.
  func state(of line: DeadlineLine) -> String {
    let word = say(report.findings[line.findings[0]].word)
    let stated = line.stated.map { formatter.text($0) }
    switch (line.state, line.weight) {
    case (.met, _): return say(Outcome.pass.word)
    case (.waived, _): return word
    case (.missed, .duty):
      guard let stated else { return say(ko: "기한 지남(미충족)", en: "deadline passed, not met") }
      return say(ko: "기한 뒤(\(stated))", en: "after the deadline (\(stated))")
    case (.missed, .reference):
      guard let stated else { return word }
      return say(ko: "그 뒤(\(stated))", en: "later (\(stated))")
    case (.unmet, .duty): return say(Outcome.fail.word)
    case (.unmet, .reference): return word
    case (.open, .duty):
      guard let left = line.daysLeft, left.upperBound < 0 else { return word }
      return say(ko: "\(word)(기한 지남)", en: "\(word) (the deadline has passed)")
    case (.open, .reference): return word
    }
  }

  /// Days left or gone since; empty where none are to be counted.
  func daysLeft(of line: DeadlineLine) -> String {
    guard line.state != .met, let left = line.daysLeft else { return "" }
    guard left.lowerBound != left.upperBound else { return daysLeft(left.lowerBound) }
    if left.lowerBound >= 0 {
      return say(
        ko: "\(count(left.lowerBound))~\(count(left.upperBound))일 남음",
        en: "\(count(left.lowerBound)) to \(count(left.upperBound)) days left")
    }
    guard left.upperBound < 0 else { return say(ko: "지났을 수 있음", en: "may have passed") }
    return say(
      ko: "\(count(-left.upperBound))~\(count(-left.lowerBound))일 지남",
      en: "\(count(-left.upperBound)) to \(count(-left.lowerBound)) days ago")
  }

  private func daysLeft(_ days: Int) -> String {
    let size = count(abs(days))
    return switch days {
    case 0: say(ko: "오늘까지", en: "due today")
    case 1...: say(ko: "\(size)일 남음", en: days == 1 ? "1 day left" : "\(size) days left")
    default: say(ko: "\(size)일 지남", en: days == -1 ? "1 day ago" : "\(size) days ago")
    }
  }

  /// A count of days with separators.
  private func count(_ days: Int) -> String { formatter.text(.number(String(days))) }

  /// The day from which days left are counted, or that none is.
  ///
  /// - Parameter namesOption: a reader who runs the program is told how to name the day; an official's document says
  ///   nothing of options.
  func deadlineRemark(namesOption: Bool = false) -> String {
    guard let date = report.day else {
      let none = say(
        ko: "검토일이 정해지지 않아 남은 날을 적지 않음", en: "No day of the audit is named, so days left are not given.")
      guard namesOption else { return none }
      return none
        + say(
          ko: "(`--today 날짜`로 정하면 적음. 적용하는 법은 바뀌지 않음)",
          en: " `--today DATE` names one; it changes no law.")
    }
    let day = day(date)
    guard report.options.today != nil else {
      return say(
        ko: "남은 날은 적용일인 \(day)을 기준으로 셈", en: "Days left are counted from \(day), the date of the law.")
    }
    return say(
      ko: "남은 날은 검토일인 \(day)을 기준으로 셈(적용한 법은 검토일과 관계없음)",
      en: "Days left are counted from \(day), the day of the audit, which picks no law.")
  }
}
