import Diagnostics
import Findings

/// A row of the fix list as a table: one thing to change, to supply, to answer or to keep in mind.
struct FixRow {
  /// What kind of thing a row tells; the raw value stands in the table, the same in both languages, for programs.
  enum Kind: String {
    case change, supply, question, deadline
    /// What only the policies' side can supply.
    case gap = "policy_gap"
    /// A rule that could not be decided because it contradicts itself.
    case error = "policy_error"
  }

  /// The cells that are not empty.
  private var cells: [FixColumn: SheetCell]

  /// The cell in a column.
  subscript(_ column: FixColumn) -> SheetCell { cells[column] ?? .empty }

  private init(_ kind: Kind, _ plan: FixPlan, _ owner: Owner?) {
    let language = plan.words.language
    cells = [
      .kind: .text(kind.rawValue), .scheme: .text(plan.report.scheme.name(language)),
      .operator: .text(ifAny: owner?.operators(language)), .service: .text(ifAny: owner?.services(language)),
    ]
  }

  // ── all of them ────────────────────────────────────────────────────────────

  /// All rows of a plan, in the order in which documents tell them.
  static func rows(of plan: FixPlan) -> [FixRow] {
    changes(of: plan) + supplies(of: plan) + gaps(of: plan) + questions(of: plan) + errors(of: plan)
      + deadlines(of: plan)
  }

  /// A row for each finding that asks for a change.
  static func changes(of plan: FixPlan) -> [FixRow] {
    plan.changes.map { change in
      var row = FixRow(.change, plan, change.owner)
      let finding = plan.report.findings[change.finding]
      row.tell(finding, plan.words)
      row.tellDeadline(of: finding, plan.words)
      let now = plan.words.now(finding)
      row.cells[.now] = side(now, finding.actualText == nil ? finding.actual : nil, plan.words)
      row.cells[.difference] = .text(ifAny: plan.words.difference(of: finding))
      return row
    }
  }

  /// A row for each place at which a fact is to be written.
  static func supplies(of plan: FixPlan) -> [FixRow] {
    plan.supplies.flatMap { supply in
      supply.needs.indices.map { place in
        var row = FixRow(.supply, plan, supply.owner)
        let (need, words) = (supply.needs[place], plan.words)
        row.cells[.fact] = .text(words.say(need.name))
        row.cells[.reason] = .text(words.reason(need.kind))
        row.cells[.known] = supply.known[place].map { .value($0, words: words.formatter.text($0)) }
        row.cells[.path] = .text(need.path)
        row.cells[.file] = .text(ifAny: need.location?.file)
        row.cells[.line] = need.location.map { .whole($0.line) }
        row.cells[.waiting] = .whole(need.findings)
        row.cells[.alone] = .whole(need.alone)
        row.cells[.waitingRules] = .lines(words.rules(of: supply.waiting[place]))
        return row
      }
    }
  }

  /// A row for each thing that the policies lack.
  static func gaps(of plan: FixPlan) -> [FixRow] {
    plan.gaps.map { gap in
      var row = FixRow(.gap, plan, nil)
      row.cells[.fact] = .text(plan.words.say(gap.fact.name))
      row.cells[.reason] = .text(plan.words.reason(gap.fact.kind))
      row.cells[.path] = .text(ifAny: gap.fact.path)
      row.cells[.waiting] = .whole(gap.findings)
      return row
    }
  }

  /// A row for each finding that a person decides.
  static func questions(of plan: FixPlan) -> [FixRow] { findings(plan.questions, .question, plan) }

  /// A row for each rule that contradicts itself.
  static func errors(of plan: FixPlan) -> [FixRow] { findings(plan.errors, .error, plan) }

  private static func findings(_ findings: [Int], _ kind: Kind, _ plan: FixPlan) -> [FixRow] {
    findings.map { index in
      let finding = plan.report.findings[index]
      var row = FixRow(kind, plan, plan.owner(of: finding))
      row.tell(finding, plan.words)
      row.cells[.now] = .text(ifAny: plan.words.stated(of: finding))
      row.tellDeadline(of: finding, plan.words)
      return row
    }
  }

  /// A row for each subject that has a deadline.
  static func deadlines(of plan: FixPlan) -> [FixRow] {
    plan.deadlines.flatMap { line in
      line.findings.map { index in
        let finding = plan.report.findings[index]
        var row = FixRow(.deadline, plan, plan.owner(of: finding))
        row.tell(finding, plan.words)
        row.tellDeadline(of: finding, plan.words)
        row.cells[.weight] = .text(plan.words.title(of: line.weight))
        row.cells[.state] = .text(plan.words.state(of: line))
        row.cells[.doubt] = .text(ifAny: plan.words.marks(of: line).joined(separator: ", "))
        row.cells[.daysLeft] = line.daysLeft.map { .whole($0.lowerBound) }
        row.cells[.mostDaysLeft] = line.daysLeft.map { .whole($0.upperBound) }
        return row
      }
    }
  }

  // ── cells ──────────────────────────────────────────────────────────────────

  /// What a row says of its finding.
  private mutating func tell(_ finding: Finding, _ words: FindingWords) {
    cells[.subject] = .text(words.subject(of: finding))
    cells[.file] = .text(ifAny: finding.location?.file)
    cells[.line] = finding.location.map { .whole($0.line) }
    let required = words.required(of: finding) ?? ""
    cells[.required] = Self.side(required, finding.expectedText == nil ? finding.expected : nil, words)
    cells[.toDo] = .text(ifAny: (finding.remedy ?? finding.message).map(words.say))
    cells[.question] = .text(ifAny: finding.question.map(words.say))
    cells[.cost] = finding.cost.map { .value($0.value, words: words.formatter.text($0.value)) }
    cells[.rule] = .text(finding.rule)
    cells[.part] = .text(ifAny: finding.part)
    cells[.title] = .text(words.say(finding.title) + (words.partTitle(of: finding).map { " — \($0)" } ?? ""))
    cells[.outcome] = .outcome(finding.outcome, words: words.say(finding.word))
    cells[.effect] = .text(words.say(finding.effect.label))
    cells[.severity] = .text(words.say(finding.severity.label))
    cells[.doubt] = .text(ifAny: words.doubt(of: finding))
    cells[.findingID] = .text(finding.id)
    cells[.fingerprint] = .text(finding.fingerprint)
  }

  private mutating func tellDeadline(of finding: Finding, _ words: FindingWords) {
    guard let deadline = finding.deadline else { return }
    cells[.deadline] = .text(words.say(deadline.title))
    if let last = deadline.last, last.type != .unknown {
      cells[.lastDay] = .value(last, words: words.formatter.text(last))
    } else {
      cells[.inWords] = .text(words.last(of: deadline))
    }
  }

  /// A side of a comparison: a value where the words say no more than it.
  private static func side(_ text: String, _ value: ReportValue?, _ words: FindingWords) -> SheetCell {
    guard let value, value.type != .bool, words.formatter.text(value) == text else {
      return .text(ifAny: text)
    }
    return .value(value, words: text)
  }
}
