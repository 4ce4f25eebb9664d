import Diagnostics
import Findings

extension FindingWords {
  /// One missing fact by its name, with its places in the first finding and in the others.
  private struct NamedGap {
    let fact: MissingFact
    var count = 0
    var paths: [String] = []
    var lines: [Int] = []
    var otherLines: [Int] = []
  }

  /// The missing facts of findings that wait for the same, in one paragraph.
  func gaps(of entry: RuleBlock.Entry, whereFact: Bool) -> String {
    var gaps: [NamedGap] = []
    var seen: [Set<Int>] = []
    for (order, index) in entry.findings.enumerated() {
      var place = 0
      for missing in report.findings[index].missing where missing.kind.isFact == whereFact {
        // The names follow each other in the same order in every finding of an entry.
        while place < gaps.count, !isSame(gaps[place].fact, missing) { place += 1 }
        if place == gaps.count, let known = gaps.firstIndex(where: { isSame($0.fact, missing) }) {
          place = known
        }
        if place == gaps.count {
          gaps.append(NamedGap(fact: missing))
          seen.append([])
        }
        if order == 0 {
          gaps[place].count += 1
          if missing.location == nil { gaps[place].paths.append(missing.path) }
        }
        guard let line = missing.location?.line, seen[place].insert(line).inserted else { continue }
        if order == 0 { gaps[place].lines.append(line) } else { gaps[place].otherLines.append(line) }
      }
    }
    return gaps.map { text(of: $0, isAlone: entry.findings.count == 1) }.joined(separator: "; ")
  }

  private func isSame(_ a: MissingFact, _ b: MissingFact) -> Bool {
    a === b || a.kind == b.kind && a.name == b.name
  }

  private func text(of gap: NamedGap, isAlone: Bool) -> String {
    let name = say(gap.fact.name)
    guard gap.fact.kind.isFact else {
      let path = gap.fact.path.isEmpty ? "" : " (\(gap.fact.path))"
      return "\(name): \(reason(gap.fact.kind))\(path)"
    }
    var places = lineList(gap.lines, most: 6)
    if !gap.otherLines.isEmpty {
      places += alsoLines(gap.otherLines.sorted(), most: 8)
    }
    if places.isEmpty { places = gap.paths.first.map { owner(of: $0) ?? $0 } ?? "" }
    var remarks: [String] = []
    if gap.count > max(1, gap.lines.count) {
      remarks.append(say(ko: "\(gap.count)곳", en: "\(gap.count) places"))
    }
    if gap.fact.kind != .missing {
      let value = isAlone && gap.count == 1 ? gap.fact.value.map { ": \(formatter.text($0))" } ?? "" : ""
      remarks.append(shortReason(gap.fact.kind) + value)
    }
    switch language {
    case .ko:
      let text = gap.lines.isEmpty ? "\(name)(\(places))" : "\(name) \(places)"
      return remarks.isEmpty ? text : "\(text)(\(remarks.joined(separator: ", ")))"
    case .en: return "\(name) (\(([places] + remarks).joined(separator: "; ")))"
    }
  }
}
