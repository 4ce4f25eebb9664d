import Diagnostics
import Findings

/// A deadline of findings with its weight and what became of it.
struct DeadlineLine {
  /// What weight a deadline has.
  enum Weight: Sendable, Hashable, CaseIterable {
    /// The law or the terms demand that the day be kept.
    case duty
    /// A day to compare with: nobody has to keep it.
    case reference

    /// A demand only where the rule has the effect of law or of a contract.
    init(_ effect: Effect) {
      switch effect {
      case .law, .contract: self = .duty
      case .standard, .recommendation, .interpretation, .draft, .reference: self = .reference
      }
    }
  }

  /// What became of a deadline.
  enum State: Sendable, Hashable, CaseIterable {
    /// The requirement is not met, and what is stated lies wholly after the last day or the audit's day does.
    case missed
    /// The requirement is not met, and its last day has not passed or is not known to have.
    case unmet
    /// It is not known whether the requirement is met.
    case open
    /// A body has put the requirement off.
    case waived
    /// The requirement is met.
    case met
  }

  /// Findings of one rule with the same deadline and state, as places in the report's findings.
  var findings: [Int]
  /// The deadline.
  let deadline: FindingDeadline
  /// The effect of the rule that names it.
  let effect: Effect
  /// What kind of text names it, and how far that got.
  let status: LegalStatus
  /// What became of it.
  let state: State
  /// What the scheme states in its place, where that lies wholly after the last day; else nil.
  let stated: ReportValue?
  /// Days from the audit's day to the first and the last day that the deadline can be; nil where either is not known.
  let daysLeft: ClosedRange<Int>?

  /// Whether the day is a demand or only a reference.
  var weight: Weight { Weight(effect) }
  /// Whether the day rests on no number that is the tool's own or was not checked against its source.
  var isFirm: Bool { !deadline.isDefault && deadline.verified }

  /// The deadlines of a report: duties before references, in both those that are not known to be kept first, among
  /// them the earliest.
  static func lines(of report: AuditReport, _ language: Language) -> [DeadlineLine] {
    let today = report.day.flatMap(CivilDay.init)
    var lines: [DeadlineLine] = []
    var places: [GroupKey: Int] = [:]
    for index in report.findings.indices {
      let finding = report.findings[index]
      guard let deadline = finding.deadline, let state = State(of: finding, deadline, today) else { continue }
      let stated = state == .missed ? late(finding, deadline) : nil
      let heading = finding.heading
      var key = GroupKey()
      for text in [heading.rule, heading.part ?? "", deadline.title[language]] { key.add(text) }
      for text in [deadline.last?.text, deadline.text?[language], deadline.from?.text] { key.add(text ?? "") }
      key.add(State.allCases.firstIndex(of: state) ?? 0)
      key.add(stated?.text ?? "")
      if let place = places[key] {
        lines[place].findings.append(index)
      } else {
        places[key] = lines.count
        let days = DeadlineDays(deadline)
        let daysLeft = today.flatMap { today in days.map { ($0.first - today)...($0.last - today) } }
        lines.append(
          DeadlineLine(
            findings: [index], deadline: deadline, effect: heading.effect, status: heading.status,
            state: state,
            stated: stated, daysLeft: daysLeft))
      }
    }
    let ranked = lines.map { line in
      (
        line.weight == .duty ? 0 : 1, line.state == .met ? 1 : 0,
        DeadlineDays(line.deadline)?.first.number ?? .max
      )
    }
    return lines.indices.sorted { a, b in
      let (first, second) = (ranked[a], ranked[b])
      return (first.0, first.1, first.2, a) < (second.0, second.1, second.2, b)
    }.map { lines[$0] }
  }

  /// What a finding states in place of the last day, where all of it lies after every day that the last can be.
  fileprivate static func late(_ finding: Finding, _ deadline: FindingDeadline) -> ReportValue? {
    guard let actual = finding.actual, let stated = actual.earliest,
      let end = deadline.last.flatMap(\.latest), let day = CivilDay(stated), let last = CivilDay(end)
    else { return nil }
    if let moment = CivilInstant(stated), let end = CivilInstant(end) { return moment > end ? actual : nil }
    return day > last ? actual : nil
  }
}

/// The days on which a deadline may end: one, or the bounds of what is known.
private struct DeadlineDays {
  let first: CivilDay
  let last: CivilDay

  /// Nil where a day is not known, or has only one bound.
  init?(_ deadline: FindingDeadline) {
    guard let value = deadline.last, let low = value.earliest.flatMap(CivilDay.init),
      let high = value.latest.flatMap(CivilDay.init), low <= high
    else { return nil }
    (first, last) = (low, high)
  }
}

extension ReportValue {
  /// The first day or moment that a value can be; nil where it is none or has no lower bound.
  fileprivate var earliest: String? {
    switch type {
    case .date, .timestamp: text
    case .range: atLeast?.earliest
    case .either: Self.ordered(items)?.first
    case .bool, .number, .string, .choice, .duration, .list, .record, .ref, .unknown, .none, .error: nil
    }
  }

  /// The last day or moment that a value can be; nil where it is none or has no upper bound.
  fileprivate var latest: String? {
    switch type {
    case .date, .timestamp: text
    case .range: atMost?.latest
    case .either: Self.ordered(items)?.last
    case .bool, .number, .string, .choice, .duration, .list, .record, .ref, .unknown, .none, .error: nil
    }
  }

  /// Days or moments in their order; nil where one is neither.
  private static func ordered(_ readings: [ReportValue]) -> [String]? {
    var moments: [(day: Int, second: Int, text: String)] = []
    for reading in readings {
      guard reading.type == .date || reading.type == .timestamp, let day = CivilDay(reading.text) else {
        return nil
      }
      moments.append((day.number, CivilInstant(reading.text)?.seconds ?? 0, reading.text))
    }
    return moments.sorted { ($0.day, $0.second) < ($1.day, $1.second) }.map(\.text)
  }
}

extension DeadlineLine.State {
  /// What became of a finding's deadline; nil where nothing is asked.
  fileprivate init?(of finding: Finding, _ deadline: FindingDeadline, _ today: CivilDay?) {
    switch finding.outcome {
    case .pass: self = .met
    case .waived: self = .waived
    case .unknown, .manual, .error: self = .open
    case .fail:
      let hasPassed = today.flatMap { today in DeadlineDays(deadline).map { today > $0.last } } ?? false
      self = hasPassed || DeadlineLine.late(finding, deadline) != nil ? .missed : .unmet
    case .info, .notApplicable, .notInForce, .notSelected: return nil
    }
  }
}

extension DeadlineLine.State {
  /// Whether nothing is asked, so that a deadline of such a finding has no state.
  static func isNone(_ outcome: Outcome) -> Bool {
    switch outcome {
    case .pass, .waived, .unknown, .manual, .error, .fail: false
    case .info, .notApplicable, .notInForce, .notSelected: true
    }
  }
}
