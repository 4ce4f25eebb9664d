import Diagnostics
import Expressions
import Policies

extension RuleReading {
  /// How the periods that the rule counts begin and end, one sentence for each way of counting.
  var periods: [String] {
    meaning.uses.periods
      .sorted { ($0.measure.rawValue, $0.mode ?? "") < ($1.measure.rawValue, $1.mode ?? "") }
      .compactMap { words(for: $0) }
  }

  private func words(for period: CountedPeriod) -> String? {
    if period.measure == .months, period.mode == nil {
      return say(
        "달로 세는 기간은 달력을 보지 아니하고 마지막 달의 같은 날에 끝나며, 그 달에 그 날이 없으면 말일에 끝난다.",
        "A period of months ends on the same day of its last month, or on that month's last day if it has no such day; the calendar is not asked."
      )
    }
    guard let calendar = policy.program.calendar, let mode = calendar.mode(named: period.mode) else {
      return nil
    }
    let name = period.mode.map { say("의 계산 방식 ‘\($0)’", ", mode “\($0)”") } ?? ""
    let what = subject(period.measure)
    return say(
      "\(what.ko) 달력 ‘\(calendar.id)’\(name)에 따라 센다. \(first(mode).ko)\(end(mode, period.measure).ko)",
      "\(what.en) counted by the calendar “\(calendar.id)”\(name): \(first(mode).en)\(end(mode, period.measure).en)."
    )
  }

  private func subject(_ measure: CountedPeriod.Measure) -> (ko: String, en: String) {
    switch measure {
    case .days: ("‘…일이 되는 날’의 기간은", "“Days after” are")
    case .workingDays: ("영업일의 기간은", "Working days are")
    case .months: ("달의 기간은", "Months are")
    }
  }

  private func first(_ mode: CountingMode) -> (ko: String, en: String) {
    switch mode.firstDay {
    case .excluded: ("첫날은 세지 아니하", "the first day does not count")
    case .included: ("첫날을 세", "the first day counts")
    }
  }

  private func end(_ mode: CountingMode, _ measure: CountedPeriod.Measure) -> (ko: String, en: String) {
    if measure == .workingDays {
      return ("고, 주말과 공휴일은 세지 아니한다.", ", weekends and holidays do not")
    }
    switch mode.lastDay {
    case .nextWorkingDay:
      return (
        "고, 마지막 날이 주말이나 공휴일이면 그 다음 영업일에 끝난다.",
        ", and a last day on a weekend or holiday moves to the next working day"
      )
    case .asIs:
      return ("고, 마지막 날이 주말이나 공휴일이어도 그 날에 끝난다.", ", and a last day on a weekend or holiday stays")
    }
  }
}
