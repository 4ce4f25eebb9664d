import Diagnostics
import Findings

/// One line of a list: findings of one rule that say the same, with their subjects.
struct RuleLine {
  /// The first of the findings.
  let first: Int
  /// Parts of the rule that say the same of the same subjects, by title.
  var parts: [String]
  /// The findings, in the order of the report.
  var findings: [Int]

  /// Findings in lines, one for each rule, part and text of `key`.
  static func lines(
    _ indices: [Int], _ words: FindingWords, keyedBy key: (Finding) -> String = { _ in "" }
  ) -> [RuleLine] {
    let findings = words.report.findings
    var lines: [RuleLine] = []
    var places: [GroupKey: Int] = [:]
    for index in indices {
      var id = GroupKey()
      id.add(findings[index].rule)
      id.add(findings[index].part ?? "")
      id.add(key(findings[index]))
      if let place = places[id] {
        lines[place].findings.append(index)
      } else {
        places[id] = lines.count
        let part = words.partTitle(of: findings[index])
        lines.append(RuleLine(first: index, parts: part.map { [$0] } ?? [], findings: [index]))
      }
    }
    return lines
  }

  /// Puts parts of one rule together that say the same of the same subjects.
  static func merged(
    _ lines: [RuleLine], _ words: FindingWords, _ reason: (Finding) -> String
  ) -> [RuleLine] {
    let findings = words.report.findings
    var result: [RuleLine] = []
    for line in lines {
      let place = result.suffix(8).lastIndex { other in
        findings[other.first].rule == findings[line.first].rule
          && other.findings.count == line.findings.count
          && zip(other.findings, line.findings).allSatisfy { findings[$0].subject == findings[$1].subject }
          && reason(findings[other.first]) == reason(findings[line.first])
      }
      if let place {
        result[place].parts += line.parts
      } else {
        result.append(line)
      }
    }
    return result
  }
}
