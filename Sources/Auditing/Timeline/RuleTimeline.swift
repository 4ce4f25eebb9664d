import Diagnostics
import Expressions
import Findings
import Policies

/// A rule's whole history on one line of time: its days and texts, its numbers and tables, the names of its body, the
/// numbers of its articles, and the rules before and after it.
struct RuleTimeline {
  private let lineage: RuleLineage
  private let registers: [Register]
  /// All events in the order of their days, those without a day first.
  private let events: [TimelineEvent]

  /// The history of a rule.
  init(_ lineage: RuleLineage, registers: [Register]) {
    self.lineage = lineage
    self.registers = registers
    var seen: Set<String> = []
    var events: [TimelineEvent] = []
    let others = lineage.predecessors + lineage.successors
    for member in [lineage.rule] + others {
      let isOther = member.rule.id != lineage.rule.rule.id
      let prefix = isOther ? LocalizedText("[\(member.rule.id)] ") : LocalizedText("")
      let collector = TimelineCollector(
        policy: member.policy, rule: member.rule, registers: registers, prefix: prefix)
      events += collector.events(&seen)
    }
    for member in [lineage.rule] + others {
      guard let replaced = member.rule.replaces else { continue }
      let days = member.policy.inForce.intersection(member.rule.inForce)
      events.append(
        TimelineEvent(
          kind: .force, day: days.from,
          subject: LocalizedText(
            ko: "규칙 \(member.rule.id)이(가) \(replaced)을(를) 갈음함",
            en: "rule \(member.rule.id) takes the place of \(replaced)"),
          isChange: true))
    }
    self.events = events.enumerated().sorted { a, b in
      let (first, second) = (a.element, b.element)
      return (first.day?.number ?? .min, first.kind.rawValue, a.offset)
        < (second.day?.number ?? .min, second.kind.rawValue, b.offset)
    }.map(\.element)
  }

  /// The days on which something changed, each once.
  var changeDays: [Day] {
    var days: [Day] = []
    for event in events where event.isChange {
      if let day = event.day, days.last != day { days.append(day) }
    }
    return days
  }

  // MARK: The sheet

  /// The history as a page: a section for each day.
  var sheet: Sheet {
    let (policy, rule) = (lineage.rule.policy, lineage.rule.rule)
    var sheet = Sheet([
      .title(
        LocalizedText(ko: "\(rule.id) — \(rule.title.ko): 연혁", en: "\(rule.id) — \(rule.title.en): history")),
      .paragraph(
        LocalizedText(
          ko: "\(policy.title.ko) (\(policy.id) \(policy.version))",
          en: "\(policy.title.en) (\(policy.id) \(policy.version))"), indent: 2),
    ])
    sheet.pieces += family
    let dated = events.filter { $0.day != nil }
    sheet.section(
      "처음부터(첫날이 적히지 않음)", "From the beginning (no first day stated)",
      events.filter { $0.day == nil && !$0.isLasting }.flatMap(pieces))
    var place = 0
    while place < dated.count, let day = dated[place].day {
      let same = dated[place...].prefix { $0.day == day }
      sheet.section(
        DateText.day(day.iso, .ko), DateText.day(day.iso, .en), same.flatMap(pieces))
      place += same.count
    }
    sheet.section(
      "날짜가 적히지 않은 것(언제나 같음)", "Without a day (always the same)",
      events.filter(\.isLasting).flatMap(pieces))
    sheet.pieces.append(.gap)
    sheet.pieces.append(closing)
    return sheet
  }

  private var family: [Sheet.Piece] {
    func names(_ members: [RuleLineage.Member]) -> LocalizedText {
      .joined(
        members.map { member in
          LocalizedText(
            ko: "\(member.rule.id) ‘\(member.rule.title.ko)’",
            en: "\(member.rule.id) “\(member.rule.title.en)”")
        }, separator: ", ")
    }
    var pieces: [Sheet.Piece] = []
    if !lineage.predecessors.isEmpty {
      pieces.append(.row(ko: "종전 규칙", en: "before it", names(lineage.predecessors)))
    }
    if let id = lineage.unknownPredecessor {
      pieces.append(
        .row(
          ko: "종전 규칙", en: "before it",
          LocalizedText(ko: "\(id) (읽은 기준에 없음)", en: "\(id) (not among the policies loaded)")))
    }
    if !lineage.successors.isEmpty {
      pieces.append(.row(ko: "후속 규칙", en: "after it", names(lineage.successors)))
    }
    return pieces
  }

  private func pieces(of event: TimelineEvent) -> [Sheet.Piece] {
    let line = event.line
    var pieces: [Sheet.Piece] = [.paragraph(LocalizedText(ko: "- \(line.ko)", en: "- \(line.en)"), indent: 2)]
    pieces += event.details.map { .paragraph($0, indent: 6) }
    if let basis = event.basis {
      pieces.append(.paragraph(LocalizedText(ko: "(\(basis.ko))", en: "(\(basis.en))"), indent: 4))
    }
    return pieces
  }

  private var closing: Sheet.Piece {
    let count = changeDays.count
    return count == 0
      ? .paragraph(
        ko: "처음 정한 뒤 바뀐 것이 적혀 있지 않음.", en: "No change after the first version is on record.", indent: 0)
      : .paragraph(
        ko: "바뀐 날 \(count)일.", en: count == 1 ? "Changed on 1 day." : "Changed on \(count) days.", indent: 0)
  }
}
