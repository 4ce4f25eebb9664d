import Diagnostics

/// A column of the fix list as a table.
enum FixColumn: Sendable, CaseIterable {
  case kind, scheme, `operator`, service, subject, fact, reason, known, path, file, line, now, required,
    difference, toDo, question, cost, deadline, weight, lastDay, inWords, daysLeft, mostDaysLeft, state, rule,
    part, title,
    outcome, effect, severity, doubt, waiting, alone, waitingRules, findingID, fingerprint

  /// What stands above it.
  var title: LocalizedText {
    switch self {
    case .kind: LocalizedText(ko: "종류", en: "Kind")
    case .scheme: LocalizedText(ko: "보상안", en: "Scheme")
    case .operator: LocalizedText(ko: "사업자", en: "Operator")
    case .service: LocalizedText(ko: "서비스", en: "Service")
    case .subject: LocalizedText(ko: "대상", en: "Subject")
    case .fact: LocalizedText(ko: "사실", en: "Fact")
    case .reason: LocalizedText(ko: "까닭", en: "Why")
    case .known: LocalizedText(ko: "알려진 범위", en: "What is known")
    case .path: LocalizedText(ko: "경로", en: "Path")
    case .file: LocalizedText(ko: "파일", en: "File")
    case .line: LocalizedText(ko: "행", en: "Line")
    case .now: LocalizedText(ko: "지금", en: "Now")
    case .required: LocalizedText(ko: "요구", en: "Required")
    case .difference: LocalizedText(ko: "차이", en: "Difference")
    case .toDo: LocalizedText(ko: "할 일", en: "To do")
    case .question: LocalizedText(ko: "질문", en: "Question")
    case .cost: LocalizedText(ko: "비용", en: "Cost")
    case .deadline: LocalizedText(ko: "기한", en: "Deadline")
    case .weight: LocalizedText(ko: "기한의 성격", en: "Weight of the deadline")
    case .lastDay: LocalizedText(ko: "마지막 날", en: "Last day")
    case .inWords: LocalizedText(ko: "날짜 없는 기한", en: "Deadline without a day")
    case .daysLeft: LocalizedText(ko: "남은 날(적게)", en: "Days left (least)")
    case .mostDaysLeft: LocalizedText(ko: "남은 날(많게)", en: "Days left (most)")
    case .state: LocalizedText(ko: "상태", en: "State")
    case .rule: LocalizedText(ko: "규칙", en: "Rule")
    case .part: LocalizedText(ko: "호", en: "Part")
    case .title: LocalizedText(ko: "점검 사항", en: "Title")
    case .outcome: LocalizedText(ko: "결과", en: "Outcome")
    case .effect: LocalizedText(ko: "효력", en: "Effect")
    case .severity: LocalizedText(ko: "중요도", en: "Severity")
    case .doubt: LocalizedText(ko: "유의", en: "Note")
    case .waiting: LocalizedText(ko: "걸린 항목", en: "Findings waiting")
    case .alone: LocalizedText(ko: "이것만으로 점검 가능", en: "Waiting for this alone")
    case .waitingRules: LocalizedText(ko: "걸린 규칙(효력)", en: "Rules that wait (effect)")
    case .findingID: LocalizedText(ko: "점검 항목", en: "Finding")
    case .fingerprint: LocalizedText(ko: "식별값", en: "Fingerprint")
    }
  }

  /// How wide it is in a workbook, in characters.
  var width: Int {
    switch self {
    case .line, .part: 7
    case .daysLeft, .mostDaysLeft, .waiting, .alone, .severity: 9
    case .kind, .effect: 11
    case .outcome, .difference: 14
    case .now, .required, .known, .cost, .lastDay, .inWords, .reason, .state, .rule: 18
    case .operator, .service, .subject, .scheme, .deadline, .doubt, .title, .weight: 22
    case .fact, .file: 26
    case .waitingRules, .findingID, .fingerprint: 34
    case .path: 40
    case .toDo, .question: 48
    }
  }
}
