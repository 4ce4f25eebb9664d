import Diagnostics
import Findings

extension FindingText {
  /// Everything that narrows or excuses: exception, whose word it rests on, waiver, what leaves it open to doubt.
  func relief(_ finding: Finding) -> [String] {
    [exception(finding), words.proof(of: finding) ?? "", waiver(finding), doubt(finding)]
      .filter { !$0.isEmpty }
  }

  /// The exception and what came of it; empty where there is none.
  func exception(_ finding: Finding) -> String {
    finding.exception.map { say(ko: "예외 ", en: "exception ") + words.exception($0) } ?? ""
  }

  /// The waiver; empty where there is none.
  func waiver(_ finding: Finding) -> String {
    finding.waiver.map { say(ko: "유예 ", en: "waiver ") + words.waiver($0) } ?? ""
  }

  /// People's recorded judgements and replies, with the paper that holds it; empty where there is none.
  func decision(_ finding: Finding) -> String {
    finding.decisions.map(words.decision).joined(separator: "; ")
  }

  /// Which numbers leave a failure open to doubt; empty where it is firm, or is no failure.
  func doubt(_ finding: Finding) -> String {
    words.doubt(of: finding).map { say(ko: $0, en: "not firm: \($0)") } ?? ""
  }
}
