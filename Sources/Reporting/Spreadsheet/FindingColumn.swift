import Diagnostics
import Findings

/// A column of the table of findings, in the order in which a reader goes through it.
enum FindingColumn: Sendable, CaseIterable {
  case scheme, outcome, effect, severity, policy, rule, part, title, subject, message, question, stated,
    required,
    remedy, cost, deadline, missing, calculation, numbers, facts, assumed, lists, relief, decision, citations,
    authority,
    sanction, text, dates, inForce, file, line, column, findingID, fingerprint, help

  /// What stands above it.
  var title: LocalizedText {
    switch self {
    case .scheme: LocalizedText(ko: "보상안", en: "Scheme")
    case .outcome: LocalizedText(ko: "결과", en: "Outcome")
    case .effect: LocalizedText(ko: "효력", en: "Effect")
    case .severity: LocalizedText(ko: "중요도", en: "Severity")
    case .policy: LocalizedText(ko: "기준", en: "Guideline")
    case .rule: LocalizedText(ko: "규칙", en: "Rule")
    case .part: LocalizedText(ko: "호", en: "Part")
    case .title: LocalizedText(ko: "점검 사항", en: "Title")
    case .subject: LocalizedText(ko: "대상", en: "Subject")
    case .message: LocalizedText(ko: "내용", en: "Message")
    case .question: LocalizedText(ko: "판단할 질문", en: "Question")
    case .stated: LocalizedText(ko: "기재", en: "Stated")
    case .required: LocalizedText(ko: "요구", en: "Required")
    case .remedy: LocalizedText(ko: "조치", en: "Remedy")
    case .cost: LocalizedText(ko: "비용", en: "Cost")
    case .deadline: LocalizedText(ko: "기한", en: "Deadline")
    case .missing: LocalizedText(ko: "보완할 자료", en: "Missing facts")
    case .calculation: LocalizedText(ko: "계산", en: "Calculation")
    case .numbers: LocalizedText(ko: "적용 수치", en: "Numbers applied")
    case .facts: LocalizedText(ko: "근거 사실", en: "Facts")
    case .assumed: LocalizedText(ko: "전제", en: "Assumed")
    case .lists: LocalizedText(ko: "목록", en: "Lists")
    case .relief: LocalizedText(ko: "예외·유예·유의", en: "Exception, waiver, doubt")
    case .decision: LocalizedText(ko: "의견·판단", en: "Decision")
    case .citations: LocalizedText(ko: "근거 조문", en: "Citations")
    case .authority: LocalizedText(ko: "기관", en: "Authority")
    case .sanction: LocalizedText(ko: "제재", en: "Sanction")
    case .text: LocalizedText(ko: "요구 내용", en: "Requirement")
    case .dates: LocalizedText(ko: "적용일", en: "Dates applied")
    case .inForce: LocalizedText(ko: "시행 기간", en: "In force")
    case .file: LocalizedText(ko: "파일", en: "File")
    case .line: LocalizedText(ko: "행", en: "Line")
    case .column: LocalizedText(ko: "열", en: "Column")
    case .findingID: LocalizedText(ko: "점검 항목", en: "Finding")
    case .fingerprint: LocalizedText(ko: "식별값", en: "Fingerprint")
    case .help: LocalizedText(ko: "설명", en: "Help")
    }
  }

  /// How wide it is in a workbook, in characters.
  var width: Int {
    switch self {
    case .line, .column: 7
    case .effect, .severity, .part: 10
    case .outcome, .cost, .decision, .inForce: 16
    case .stated, .required, .subject, .rule: 18
    case .scheme, .policy, .title, .deadline, .authority, .sanction, .dates, .file: 26
    case .findingID, .fingerprint, .help: 34
    case .question, .remedy, .assumed, .lists, .relief, .citations: 40
    case .message, .missing, .text: 56
    case .calculation, .numbers, .facts: 72
    }
  }
}

/// The findings of a report as rows of a table.
struct FindingRows: Sendable {
  /// The columns, in their order.
  let columns: [FindingColumn]
  private let words: FindingText
  private let scheme: SheetCell

  /// Rows for the findings of a report.
  init(_ report: AuditReport, _ language: Language, columns: [FindingColumn] = FindingColumn.allCases) {
    self.columns = columns
    words = FindingText(report, language)
    scheme = .text(ReportText(report, language).scheme)
  }

  /// Puts the cells of a finding into an array, which is emptied first.
  func fill(_ cells: inout [SheetCell], with finding: Finding) {
    cells.removeAll(keepingCapacity: true)
    for column in columns { cells.append(cell(column, finding)) }
  }

  private func cell(_ column: FindingColumn, _ finding: Finding) -> SheetCell {
    let heading = finding.heading
    return switch column {
    case .scheme: scheme
    case .outcome: .outcome(finding.outcome, words: words.say(finding.word))
    case .effect: .text(words.say(heading.effect.label))
    case .severity: .text(words.say(heading.severity.label))
    case .policy: .text(words.policy(heading))
    case .rule: .text(heading.rule)
    case .part: .text(ifAny: heading.part)
    case .title: .text(words.title(heading))
    case .subject: .text(words.subject(finding))
    case .message: .text(ifAny: finding.message.map(words.say))
    case .question: .text(ifAny: finding.question.map(words.say))
    case .stated: side(words.stated(finding), finding.actualText == nil ? finding.actual : nil)
    case .required: side(words.required(finding), finding.expectedText == nil ? finding.expected : nil)
    case .remedy: .text(ifAny: finding.remedy.map(words.say))
    case .cost: .text(ifAny: words.cost(finding))
    case .deadline: .text(ifAny: words.deadline(finding))
    case .missing: lines(words.missing(finding))
    case .calculation: lines(words.calculation(finding))
    case .numbers: lines(words.numbers(finding))
    case .facts: lines(words.facts(finding))
    case .assumed: lines(words.assumed(finding))
    case .lists: lines(words.lists(finding))
    case .relief: lines(words.relief(finding))
    case .decision: .text(ifAny: words.decision(finding))
    case .citations: lines(words.citations(heading))
    case .authority: .text(words.authority(heading))
    case .sanction: .text(ifAny: heading.sanction.map(words.say))
    case .text: .text(ifAny: heading.text.map(words.say))
    case .dates: lines(words.dates(finding))
    case .inForce: .text(ifAny: words.inForce(heading.inForce))
    case .file: .text(ifAny: finding.location?.file)
    case .line: finding.location.map { .whole($0.line) } ?? .empty
    case .column: finding.location.map { .whole($0.column) } ?? .empty
    case .findingID: .text(finding.id)
    case .fingerprint: .text(finding.fingerprint)
    case .help: .text(ifAny: heading.address(words.language))
    }
  }

  private func lines(_ lines: [String]) -> SheetCell { lines.isEmpty ? .empty : .lines(lines) }

  /// A side of a comparison: a value where the words say no more than it, nothing where it is not known.
  private func side(_ words: String, _ value: ReportValue?) -> SheetCell {
    guard !words.isEmpty, let value, value.type != .bool else { return .text(ifAny: words) }
    return .value(value, words: words)
  }
}
