import Findings

/// Parts of a rule that say the same of the same subjects.
struct PartLine {
  /// What people call the parts; empty where the findings are about none.
  var names: [String]
  /// The findings of the first of the parts, as places in the report's findings.
  var findings: [Int]

  /// Findings by part, in their order.
  static func parts(of findings: [Int], _ words: FindingWords) -> [PartLine] {
    var parts: [PartLine] = []
    var places: [String: Int] = [:]
    for index in findings {
      let name = words.partTitle(of: words.report.findings[index])
      if let place = places[name ?? ""] {
        parts[place].findings.append(index)
      } else {
        places[name ?? ""] = parts.count
        parts.append(PartLine(names: name.map { [$0] } ?? [], findings: [index]))
      }
    }
    return parts
  }

  /// One line for each part, or one for all parts that have the same subjects.
  static func lines(of parts: [PartLine], _ words: FindingWords) -> [PartLine] {
    let findings = words.report.findings
    var lines: [PartLine] = []
    for part in parts {
      let place = lines.firstIndex { line in
        line.findings.count == part.findings.count
          && zip(line.findings, part.findings).allSatisfy { findings[$0].subject == findings[$1].subject }
      }
      if let place {
        lines[place].names += part.names
      } else {
        lines.append(part)
      }
    }
    return lines
  }
}
