import Diagnostics
import Findings

extension FindingWords {
  /// By how much what is stated lies above or below what is asked, exactly: `40분 초과`, `1,234원 부족`, `41일 늦음`;
  /// nil where the two are no numbers of one unit and no days, and where the rule says in its own words what it asks:
  /// the value it compared with is then no requirement.
  func difference(of finding: Finding) -> String? {
    guard finding.expectedText == nil, let actual = finding.actual, let expected = finding.expected else {
      return nil
    }
    let weight = DeadlineLine.Weight(finding.effect)
    guard actual.type == .range else { return difference(actual, expected).map { $0.words(self, weight) } }
    guard let low = actual.atLeast, let high = actual.atMost, let least = difference(low, expected),
      let most = difference(high, expected), least.sign == most.sign, least.sign != 0
    else { return nil }
    let (near, far) = least.sign > 0 ? (least, most) : (most, least)
    let size = ReportValue.range(atLeast: near.size, atMost: far.size)
    return Difference(size: size, sign: least.sign, kind: least.kind).words(self, weight)
  }

  /// How far two values lie apart.
  private struct Difference {
    enum Kind { case number, percent, day }

    let size: ReportValue
    let sign: Int
    let kind: Kind

    /// - Parameter weight: a day that nobody has to keep makes nothing late.
    func words(_ words: FindingWords, _ weight: DeadlineLine.Weight) -> String {
      let text = words.formatter.text(size)
      switch (kind, sign) {
      case (.day, 0), (.number, 0), (.percent, 0): return words.say(ko: "차이 없음", en: "no difference")
      case (.day, 1...):
        switch weight {
        case .duty: return words.say(ko: "\(text) 늦음", en: "\(text) late")
        case .reference: return words.say(ko: "\(text) 뒤", en: "\(text) after it")
        }
      case (.day, _): return words.say(ko: "\(text) 이름", en: "\(text) early")
      case (.percent, 1...): return words.say(ko: "\(text)p 초과", en: "\(points(text)) too much")
      case (.percent, _): return words.say(ko: "\(text)p 부족", en: "\(points(text)) too little")
      case (.number, 1...): return words.say(ko: "\(text) 초과", en: "\(text) too \(isCount ? "many" : "much")")
      case (.number, _): return words.say(ko: "\(text) 부족", en: "\(text) too \(isCount ? "few" : "little")")
      }
    }

    /// The difference of two shares is in points.
    private func points(_ text: String) -> String { PercentagePoints.english(text) }

    /// Whether things are counted, of which there are too few or too many: amounts, times and shares are too little.
    private var isCount: Bool {
      switch size.unit {
      case "KRW", "USD", "EUR", "h", "min", "s", "percent", "times": false
      case nil: size.exact == nil && !size.text.utf8.contains(UInt8(ascii: ".")) && size.type != .range
      default: true
      }
    }
  }

  private func difference(_ actual: ReportValue, _ expected: ReportValue) -> Difference? {
    switch (actual.type, expected.type) {
    case (.date, .date):
      guard let stated = CivilDay(actual.text), let asked = CivilDay(expected.text) else { return nil }
      let days = stated - asked
      return Difference(
        size: .number(String(abs(days)), unit: "days"), sign: days.signum(), kind: .day)
    case (.timestamp, .timestamp):
      guard let stated = CivilInstant(actual.text), let asked = CivilInstant(expected.text) else {
        return nil
      }
      let seconds = stated.seconds - asked.seconds
      return Difference(
        size: ReportValue(.duration, "\(abs(seconds))s"), sign: seconds.signum(), kind: .day)
    case (.number, .number):
      guard actual.unit == expected.unit || actual.unit == nil || expected.unit == nil,
        let stated = ExactNumber(actual), let asked = ExactNumber(expected),
        let difference = stated.minus(asked)
      else { return nil }
      let unit = actual.unit ?? expected.unit
      guard let size = difference.magnitude(in: unit) else { return nil }
      return Difference(size: size, sign: difference.sign, kind: unit == "percent" ? .percent : .number)
    default: return nil
    }
  }
}
