import Diagnostics
import Findings

extension FindingText {
  /// Stated facts that decided, each with its value, its path, its line and its source.
  func facts(_ finding: Finding) -> [String] {
    finding.evidence.map { evidence in
      let source = evidence.source.map { ", \(say($0))" } ?? ""
      let value = formatter.text(evidence.value)
      return "\(say(evidence.name)): \(value) (\(evidence.path), \(line(evidence.line))\(source))"
    }
  }

  /// What could not be used, each with the reason and where it could be stated.
  func missing(_ finding: Finding) -> [String] { finding.missing.map(missing) }

  /// A fact that could not be used, with the reason and where it could be stated.
  func missing(_ fact: MissingFact) -> String {
    let value = fact.value.map { ", \(formatter.text($0))" } ?? ""
    var place = fact.path
    if fact.kind.isFact, let location = fact.location { place += ", \(line(location.line))" }
    return "\(say(fact.name)): \(words.reason(fact.kind))\(value)" + (place.isEmpty ? "" : " (\(place))")
  }

  /// Unstated facts that were given a meaning, each with what was taken in its place and its path.
  func assumed(_ finding: Finding) -> [String] {
    words.assumptions(of: [finding])
  }

  /// Lists whose completeness mattered, and elements that fail beyond those whose facts are named.
  func lists(_ finding: Finding) -> [String] {
    finding.lists.map { list in
      say(
        ko: "\(list.name.ko): \(list.count)건 (\(list.path))",
        en: "\(list.name.en): \(list.count) (\(list.path))")
    } + finding.further.map(words.further)
  }

  /// The steps of the computation: title, formula with the scheme's values, result.
  func calculation(_ finding: Finding) -> [String] {
    guard !finding.steps.isEmpty else { return [] }
    return WorkedCalculation(finding, formatter).lines.map { line in
      line.text
    }
  }

  /// Until when the requirement can be met, in words; empty where it has no deadline.
  func deadline(_ finding: Finding) -> String {
    finding.deadline.map { "\(say($0.title)): \(words.last(of: $0))" } ?? ""
  }

  /// The dates that picked versions, each with the names of the facts that it was taken from.
  func dates(_ finding: Finding) -> [String] {
    finding.dates.map { date in
      let mark = date.overridden ? " (--as-of)" : ""
      return "\(name(of: date, in: finding)): \(formatter.text(date.value))\(mark)"
    }
  }

  private func name(of date: DateUse, in finding: Finding) -> String {
    if let title = date.title { return say(title) }
    var names: [String] = []
    func add(_ path: String, _ name: LocalizedText) {
      if Bytes.holds(date.expression, path), !names.contains(say(name)) { names.append(say(name)) }
    }
    for fact in finding.evidence { add(fact.path, fact.name) }
    for fact in finding.missing where fact.kind.isFact { add(fact.path, fact.name) }
    return names.isEmpty ? date.expression : names.joined(separator: ", ")
  }

  // ── numbers ────────────────────────────────────────────────────────────────

  /// Parameters and table rows used, each with its version, its status and what it becomes later.
  func numbers(_ finding: Finding) -> [String] {
    let lines =
      finding.parameters.map { words.number($0, of: finding.heading) }
      + finding.tables.map { words.row($0, of: finding.heading) }
    return lines.map { ([$0.text] + $0.later).joined(separator: "; ") }
  }

  /// A row's place, what it asks of its inputs and what it gives.
  func row(_ row: TableUse.Row) -> String { words.row(row) }

  /// What a number becomes later: `다음 판: 2025. 3. 28.부터 2시간`, with where it is written.
  func later(_ versions: [LaterVersion]) -> [String] { words.later(versions) }

  /// Whether a number is the tool's own, or was not checked against its source; empty for one that is firm.
  func status(isDefault: Bool, verified: Bool) -> [String] {
    (isDefault ? [words.own] : []) + (verified ? [] : [words.unverified])
  }
}
