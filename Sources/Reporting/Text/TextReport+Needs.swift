import Diagnostics
import Findings

extension TextReport {
  /// Facts of one name that undecided findings wait for.
  private struct NeedGroup {
    let first: Need
    var needs: [Need] = []
    /// Findings that wait for one of them at least.
    var findings = 0
    /// Findings that wait for nothing else.
    var alone = 0
  }

  /// Missing facts, those that most findings wait for first; the same fact of many elements is one entry.
  mutating func writeNeeds() {
    guard !report.needs.isEmpty else { return }
    heading(
      say(
        ko: "보완할 자료 — \(report.needs.count)가지, 걸린 점검 항목이 많은 것부터",
        en: "What to supply — \(report.needs.count) facts, those most findings wait for first"))
    let groups = needGroups
    let shown = options.listsAll ? groups[...] : groups.prefix(15)
    for group in shown { write(group) }
    let rest = groups.count - shown.count
    guard rest > 0 else { return }
    page.paragraph(
      say(ko: "- 그 밖에 \(rest)종류(--all로 모두 볼 수 있음)", en: "- and \(rest) more kinds (--all lists them)"))
  }

  private mutating func write(_ group: NeedGroup) {
    let kind = group.first.kind
    var text = say(group.first.name)
    if kind != .missing { text += say(ko: "(\(shortReason(kind)))", en: " (\(shortReason(kind)))") }
    text += ": " + say(ko: "\(group.findings)건", en: findings(group.findings))
    if group.alone > 0, group.alone == group.findings {
      text += say(ko: ", 이것만으로 점검 가능", en: ", nothing else needed")
    } else if group.alone > 0 {
      text += say(ko: ", 그중 \(group.alone)건은 이것만으로 점검 가능", en: ", \(group.alone) of them need nothing else")
    }
    let places = options.listsAll ? group.needs.map(place).joined(separator: ", ") : places(of: group)
    let line = "- \(text) — \(places)"
    if CellWidth.of(line) <= options.width { return page.paragraph(line) }
    page.paragraph("- " + text, hanging: 2)
    page.paragraph(places, indent: 4, hanging: 6)
  }

  /// The place of the first fact, and the lines of the others where there is room.
  private func places(of group: NeedGroup) -> String {
    let places = place(group.first)
    let others = group.needs.dropFirst()
    guard !others.isEmpty else { return places }
    let more = say(ko: "\(places) 외 \(others.count)곳", en: "\(places) and \(others.count) more")
    let own = group.first.location.map { [$0.line] } ?? []
    let lines = Set(others.compactMap(\.location?.line)).subtracting(own).sorted()
    guard !lines.isEmpty, lines.count <= 4 else { return more }
    let whole = more + say(ko: "", en: " ") + "(\(lineList(lines, most: 4)))"
    return CellWidth.of(whole) + 4 <= options.width ? whole : more
  }

  private func place(_ need: Need) -> String {
    need.location.map { "\(need.path) (\(line($0.line)))" } ?? need.path
  }

  private var needGroups: [NeedGroup] {
    var groups: [NeedGroup] = []
    var places: [GroupKey: Int] = [:]
    var paths: [String: Int] = [:]
    for need in report.needs {
      var key = GroupKey()
      key.add(say(need.name))
      key.add(need.kind.rawValue)
      let place = places[key] ?? groups.count
      if place == groups.count {
        places[key] = place
        groups.append(NeedGroup(first: need))
      }
      groups[place].needs.append(need)
      paths[need.path] = place
    }
    count(&groups, paths)
    return groups.enumerated().sorted { a, b in
      (-a.element.findings, -a.element.alone, a.offset) < (-b.element.findings, -b.element.alone, b.offset)
    }.map(\.element)
  }

  /// Counts the findings of each group once, however many of its facts they wait for.
  private func count(_ groups: inout [NeedGroup], _ paths: [String: Int]) {
    for index in report.findings.indices where report.findings[index].outcome == .unknown {
      var waited: [Int] = []
      for fact in report.findings[index].missing {
        // What the policy's side lacks stands for no group.
        let place = fact.kind.isFact ? paths[fact.path] ?? -1 : -1
        if !waited.contains(place) { waited.append(place) }
      }
      for place in waited where place >= 0 {
        groups[place].findings += 1
        if waited.count == 1 { groups[place].alone += 1 }
      }
    }
  }
}
