import Diagnostics
import Findings

/// A deadline of findings with what became of it.
struct DeadlineLine {
  /// What became of a deadline.
  enum State: Sendable, Hashable, CaseIterable {
    /// The requirement is not met and its last day has passed, or what is stated lies after it.
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
  /// What became of it.
  let state: State
  /// Days from the audit's date to the first and the last day that the deadline can be; nil where either is not known.
  let daysLeft: ClosedRange<Int>?

  /// The deadlines of a report: those that are not known to be kept first, in it the earliest.
  static func lines(of report: AuditReport, _ language: Language) -> [DeadlineLine] {
    let today = report.law.date.flatMap(CivilDay.init)
    var lines: [DeadlineLine] = []
    var places: [GroupKey: Int] = [:]
    for index in report.findings.indices {
      guard let deadline = report.findings[index].deadline,
        let state = State(of: report.findings[index], deadline, today)
      else { continue }
      let heading = report.findings[index].heading
      var key = GroupKey()
      for text in [heading.rule, heading.part ?? "", deadline.title[language]] { key.add(text) }
      for text in [deadline.last?.text, deadline.text?[language], deadline.from?.text] { key.add(text ?? "") }
      key.add(State.allCases.firstIndex(of: state) ?? 0)
      if let place = places[key] {
        lines[place].findings.append(index)
      } else {
        places[key] = lines.count
        let days = DeadlineDays(deadline)
        let daysLeft = today.flatMap { today in days.map { ($0.first - today)...($0.last - today) } }
        lines.append(
          DeadlineLine(findings: [index], deadline: deadline, state: state, daysLeft: daysLeft))
      }
    }
    let ranked = lines.map { line in
      (line.state == .met ? 1 : 0, DeadlineDays(line.deadline)?.first.number ?? .max)
    }
    return lines.indices.sorted { a, b in
      (ranked[a].0, ranked[a].1, a) < (ranked[b].0, ranked[b].1, b)
    }.map { lines[$0] }
  }
}

/// The days on which a deadline may end: one, or the bounds of what is known.
private struct DeadlineDays {
  let first: CivilDay
  let last: CivilDay

  /// Nil where a day is not known, or has only one bound.
  init?(_ deadline: FindingDeadline) {
    guard let value = deadline.last else { return nil }
    switch value.type {
    case .date, .timestamp:
      guard let day = CivilDay(value.text) else { return nil }
      (first, last) = (day, day)
    case .range:
      guard let low = value.atLeast.flatMap({ CivilDay($0.text) }),
        let high = value.atMost.flatMap({ CivilDay($0.text) }), low <= high
      else { return nil }
      (first, last) = (low, high)
    case .bool, .number, .string, .choice, .duration, .list, .record, .ref, .either, .unknown, .none, .error:
      return nil
    }
  }
}

extension DeadlineLine.State {
  /// What became of a finding's deadline; nil where nothing is asked.
  fileprivate init?(of finding: Finding, _ deadline: FindingDeadline, _ today: CivilDay?) {
    switch finding.outcome {
    case .pass: self = .met
    case .waived: self = .waived
    case .unknown, .manual, .error: self = .open
    case .fail: self = Self.isMissed(finding, deadline, today) ? .missed : .unmet
    case .info, .notApplicable, .notInForce, .notSelected: return nil
    }
  }

  private static func isMissed(_ finding: Finding, _ deadline: FindingDeadline, _ today: CivilDay?) -> Bool {
    guard let last = DeadlineDays(deadline)?.last else { return false }
    // With a day of its own the audit knows whether there is still time, whatever the scheme plans.
    if let today { return today > last }
    guard let actual = finding.actual, actual.type == .date || actual.type == .timestamp,
      let stated = CivilDay(actual.text)
    else { return false }
    let end = deadline.last.flatMap { CivilInstant(($0.atMost ?? $0).text) }
    if let moment = CivilInstant(actual.text), let end {
      return moment > end
    }
    return stated > last
  }
}
