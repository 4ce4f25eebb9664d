import Diagnostics
import Findings

extension TextReport {
  /// Missing facts, those that most findings wait for first; the same fact of many elements is one entry.
  mutating func writeNeeds() {
    guard !report.needs.isEmpty else { return }
    heading(
      say(
        ko: "보완할 자료 — \(report.needs.count)가지, 걸린 점검 항목이 많은 것부터",
        en: "What to supply — \(report.needs.count) facts, those most findings wait for first"))
    let groups = NeedGroup.groups(of: report)
    let shown = options.listsAll ? groups[...] : groups.prefix(15)
    for group in shown { write(group) }
    let rest = groups.count - shown.count
    guard rest > 0 else { return }
    page.paragraph(
      say(ko: "- 그 밖에 \(rest)종류(--all로 모두 볼 수 있음)", en: "- and \(rest) more kinds (--all lists them)"))
  }

  private mutating func write(_ group: NeedGroup) {
    let text = "\(words.name(of: group)): \(words.waiting(for: group))"
    let places =
      options.listsAll ? group.needs.map(words.place).joined(separator: ", ") : places(of: group)
    let line = "- \(text) — \(places)"
    if CellWidth.of(line) <= options.width { return page.paragraph(line) }
    page.paragraph("- " + text, hanging: 2)
    page.paragraph(places, indent: 4, hanging: 6)
  }

  /// The place of the first fact, and the lines of the others where there is room.
  private func places(of group: NeedGroup) -> String {
    let (short, long) = words.places(of: group)
    guard let long, CellWidth.of(long) + 4 <= options.width else { return short }
    return long
  }
}
