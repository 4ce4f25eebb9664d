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

  /// What became of a deadline, in words.
  func state(of line: DeadlineLine) -> String {
    let finding = report.findings[line.findings[0]]
    switch line.state {
    case .met: return say(ko: "이행", en: "met")
    case .missed: return say(ko: "기한 경과", en: "missed")
    case .waived: return say(finding.word)
    case .unmet: return say(ko: "미이행", en: "open, not met")
    case .open:
      let word = say(finding.word)
      guard let left = line.daysLeft, left.upperBound < 0 else {
        return say(ko: "미정 — \(word)", en: "open — \(word)")
      }
      return say(ko: "미정(기한은 경과) — \(word)", en: "open though the day has passed — \(word)")
    }
  }

  /// Days left or gone since; empty where none are to be counted.
  func daysLeft(of line: DeadlineLine) -> String {
    guard line.state != .met, let left = line.daysLeft else { return "" }
    guard left.lowerBound != left.upperBound else { return daysLeft(left.lowerBound) }
    if left.lowerBound >= 0 {
      return say(
        ko: "\(left.lowerBound)~\(left.upperBound)일 남음",
        en: "\(left.lowerBound) to \(left.upperBound) days left")
    }
    guard left.upperBound < 0 else { return say(ko: "지났을 수 있음", en: "may have passed") }
    return say(
      ko: "\(-left.upperBound)~\(-left.lowerBound)일 지남",
      en: "\(-left.upperBound) to \(-left.lowerBound) days ago")
  }

  private func daysLeft(_ days: Int) -> String {
    switch days {
    case 0: say(ko: "오늘까지", en: "due today")
    case 1...: say(ko: "\(days)일 남음", en: days == 1 ? "1 day left" : "\(days) days left")
    default: say(ko: "\(-days)일 지남", en: days == -1 ? "1 day ago" : "\(-days) days ago")
    }
  }

  /// The day from which days left are counted, or how to get one.
  var deadlineRemark: String {
    guard let date = report.law.date.map(day) else {
      return say(
        ko: "이 점검에는 기준일이 없어 남은 날을 세지 않음. `--as-of today` 또는 `--as-of 날짜`로 점검하면 그 날의 법을 적용하고 남은 날을 적음",
        en:
          "This audit has no date of its own, so days left are not counted: `--as-of today` or `--as-of DATE` applies the law of that day and counts them."
      )
    }
    return say(ko: "남은 날은 \(date)을 기준으로 셈", en: "Days left are counted from \(date).")
  }
}
