import Diagnostics
import Findings

extension FindingWords {
  /// `위반 소지 1, 충족 7, 시행 전 2`: findings of rules of some effects by outcome, the worst first. Rules that are not
  /// in force are told by why not, failures that rest on a text that no body has confirmed are told apart.
  func counts(of effects: [Effect]) -> String {
    var counts: [Outcome: Int] = [:]
    var unconfirmed = 0
    var outOfForce: [String: Int] = [:]
    for finding in report.findings where effects.contains(finding.effect) {
      counts[finding.outcome, default: 0] += 1
      if finding.outcome == .fail, finding.heading.status == .reportedUnconfirmed { unconfirmed += 1 }
      if finding.outcome == .notInForce { outOfForce[say(finding.word), default: 0] += 1 }
    }
    return Outcome.worstFirst.flatMap { outcome -> [String] in
      guard let count = counts[outcome] else { return [] }
      if outcome == .notInForce {
        return outOfForce.sorted { $0.key < $1.key }.map(counted)
      }
      let text = counted(word(outcome, effects.count == 1 ? effects[0] : nil), count)
      guard outcome == .fail, unconfirmed > 0 else { return [text] }
      let remark = say(
        ko: "(그중 기관 미확인 \(unconfirmed))", en: " (\(unconfirmed) of them not confirmed by the body)")
      return [text + remark]
    }.joined(separator: ", ")
  }

  /// `참고 기준 미충족 3, 자료 보완 필요 3`: findings of a block by what came of them, the worst first; without the number
  /// where there is only one.
  func counts(of block: RuleBlock) -> String {
    var words: [(word: String, count: Int)] = []
    for section in block.sections {
      if let place = words.firstIndex(where: { $0.word == section.word }) {
        words[place].count += section.count
      } else {
        words.append((section.word, section.count))
      }
    }
    if words.count == 1, words[0].count == 1 { return words[0].word }
    return words.map(counted).joined(separator: ", ")
  }

  /// `충족 7`, `met (7)`.
  private func counted(_ word: String, _ count: Int) -> String {
    say(ko: "\(word) \(count)", en: "\(word) (\(count))")
  }
}
