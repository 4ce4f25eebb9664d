import Diagnostics
import Findings

extension FindingWords {
  /// Numbers and rows that findings of a section used and that change later, once for all of them: the value used, the
  /// date that picked it, and the next version.
  func versions(of section: RuleBlock.Section) -> [String] {
    var parameters: [ParameterUse] = []
    var tables: [TableUse] = []
    for index in section.entries.lazy.flatMap(\.findings) {
      let finding = report.findings[index]
      for use in finding.parameters where !use.later.isEmpty && !parameters.contains(use) {
        parameters.append(use)
      }
      for use in finding.tables where !use.later.isEmpty && !tables.contains(use) { tables.append(use) }
      // More versions than these are found with `--all`.
      if parameters.count + tables.count >= 8 { break }
    }
    let numbers = parameters.compactMap { use in
      use.later.first.map { version(say(use.title), formatter.text(use.value), use.on, $0) }
    }
    let rows = tables.compactMap { use in
      use.later.first.map { version("", words(for: use.row.outputs), use.on, $0) }
    }
    return numbers + rows
  }

  /// A value used, the date that picked it, and the version that follows: `고지 기준: 2022. 10. 15. 기준 4시간, 2025. 3.
  /// 28.부터 2시간`.
  private func version(_ name: String, _ value: String, _ on: String?, _ next: LaterVersion) -> String {
    let title = name.isEmpty ? "" : "\(name): "
    let (then, from) = (self.value(of: next), day(next.from))
    guard let day = on.map(day) else {
      return title + say(ko: "\(value), \(from)부터 \(then)", en: "\(value), \(then) from \(from)")
    }
    return title
      + say(ko: "\(day) 기준 \(value), \(from)부터 \(then)", en: "\(value) on \(day), \(then) from \(from)")
  }

  /// `다음 판: 2025. 3. 28.부터 2시간`.
  func nextVersion(_ next: LaterVersion) -> String {
    let (day, value) = (day(next.from), value(of: next))
    return say(ko: "다음 판: \(day)부터 \(value)", en: "next version: \(value) from \(day)")
  }

  /// What a version sets.
  private func value(of next: LaterVersion) -> String {
    // One value alone is the one that stands before it.
    switch next.values.count {
    case 0: say(ko: "정해진 값 없음", en: "no value")
    case 1: formatter.text(next.values[0].value)
    default: words(for: next.values)
    }
  }

  /// Values in a row, after their titles where they have any.
  private func words(for values: [NamedValue]) -> String {
    values.map { value in
      (value.title.map { "\(say($0)) " } ?? "") + formatter.text(value.value)
    }.joined(separator: ", ")
  }
}
