import Diagnostics
import Findings

extension FindingWords {
  /// A number or row that a finding rests on.
  struct NumberLine {
    /// What it is called, its value and the version it is of.
    let text: String
    /// What it becomes later.
    let later: [String]
  }

  /// The mark of a number that no body decided.
  var own: String { say(LegalStatus.toolDefault.label) }
  /// The mark of a number that was not checked against its source.
  var unverified: String { say(ko: "미확인 수치", en: "unverified number") }

  /// What kind of thing a parameter's value is, to stand before it: only a number is one.
  func label(of parameter: ParameterUse) -> LocalizedText {
    switch parameter.value.type {
    case .number, .duration, .range: LocalizedText(ko: "수치", en: "Number")
    case .bool, .string, .choice, .date, .timestamp, .list, .record, .ref, .either, .unknown, .none, .error:
      LocalizedText(ko: "기준값", en: "Parameter")
    }
  }

  /// A parameter with its version.
  func number(_ parameter: ParameterUse, of heading: RuleHeading) -> NumberLine {
    var remarks = version(
      Version(
        from: parameter.from, on: parameter.on, cite: parameter.cite, isDefault: parameter.isDefault,
        verified: parameter.verified), heading)
    if let reason = parameter.tightened {
      remarks.append(say(ko: "프로파일이 강화함: \(reason.ko)", en: "tightened by the profile: \(reason.en)"))
    }
    let value = PercentagePoints.text(parameter.value, titled: parameter.title, formatter)
    let text = "\(say(parameter.title)): \(value)"
    return NumberLine(text: remarked(text, remarks), later: later(parameter.later))
  }

  /// A table's row with its version.
  func row(_ table: TableUse, of heading: RuleHeading) -> NumberLine {
    let text = "\(say(table.title)), \(row(table.row))"
    let remarks = version(
      Version(
        from: table.from, on: table.on, cite: table.cite, isDefault: table.isDefault,
        verified: table.verified), heading)
    return NumberLine(text: remarked(text, remarks), later: later(table.later))
  }

  /// A row's place, what it asks of its inputs and what it gives.
  func row(_ row: TableUse.Row) -> String {
    // `-` asks nothing of an input.
    let inputs = row.inputs.filter { $0.value.text != "-" }.map(asked).joined(separator: ", ")
    let outputs = row.outputs.map {
      "\(titled($0)) \(PercentagePoints.text($0.value, titled: $0.title, formatter))"
    }
    let number = row.number
    // In a redacted report it has no number: which row it was would tell what is confidential.
    let place =
      number == 0
      ? say(ko: "줄", en: "row")
      : inputs.isEmpty
        ? say(ko: "\(number)번째 줄", en: "row \(number)")
        : say(ko: "\(number)번째 줄(\(inputs))", en: "row \(number) (\(inputs))")
    return "\(place): \(outputs.joined(separator: ", "))"
  }

  /// What a number becomes after the version that was used: the next one, or all of them where nothing is cut short.
  func later(_ later: [LaterVersion]) -> [String] {
    (listsAll ? later[...] : later.prefix(1)).map { version in
      var remarks = listsAll ? [version.cite.map(say)].compactMap { $0 } : []
      if version.isDefault { remarks.append(own) }
      if !version.verified { remarks.append(unverified) }
      return remarked(nextVersion(version), remarks)
    }
  }

  /// What a row asks of an input, after the column's title where it has one.
  private func asked(_ input: NamedValue) -> String {
    let value = formatter.text(input.value)
    return input.title.map { "\(say($0)) \(value)" } ?? value
  }

  private func titled(_ value: NamedValue) -> String { value.title.map(say) ?? value.name }

  /// A text with remarks in brackets behind it.
  func remarked(_ text: String, _ remarks: [String]) -> String {
    remarks.isEmpty ? text : "\(text) (\(remarks.joined(separator: "; ")))"
  }

  // ── versions ───────────────────────────────────────────────────────────────

  /// What a parameter and a table say of the version that was picked.
  private struct Version {
    let from: String?
    let on: String?
    let cite: LocalizedText?
    let isDefault: Bool
    let verified: Bool
  }

  /// Where a number is written, since when, and whether it can be relied on.
  private func version(_ version: Version, _ heading: RuleHeading) -> [String] {
    var remarks: [String] = []
    if let cite = version.cite.map(say) {
      let shown = listsAll ? cite : shortened(cite, after: heading.citations.first.map { say($0.cite) })
      if !shown.isEmpty { remarks.append(shown) }
    }
    // What no body decided has held since no day.
    if let from = version.from, !version.isDefault, listsAll || tellsSince(version, heading) {
      remarks.append(say(ko: "\(day(from))부터", en: "since \(day(from))"))
    }
    if let on = version.on, listsAll {
      remarks.append(say(ko: "적용일 \(day(on))", en: "as of \(day(on))"))
    }
    let saysOwn = remarks.contains { Bytes.holds($0, own) || Bytes.holds($0, "the tool's default") }
    if version.isDefault, !saysOwn { remarks.append(own) }
    if !version.verified { remarks.append(unverified) }
    return remarks
  }

  /// Whether a reader needs the day since which a number holds: it changed under the rule, or is open to doubt.
  private func tellsSince(_ version: Version, _ heading: RuleHeading) -> Bool {
    guard version.verified else { return true }
    guard let from = version.from, let start = heading.inForce.from else { return false }
    return from > start
  }

  /// A citation without the words that it shares with the one above it; empty if it adds nothing.
  private func shortened(_ cite: String, after above: String?) -> String {
    guard let above, !Bytes.begins(above, with: cite) else { return "" }
    let words = Bytes.words(of: cite)
    let known = Bytes.words(of: above)
    var shared = zip(words, known).prefix { $0 == $1 }.count
    // `art. 5` keeps its `art.`
    while shared > 0, words[shared - 1].utf8.last == UInt8(ascii: ".") { shared -= 1 }
    return words.dropFirst(shared).joined(separator: " ")
  }

  // ── doubt ──────────────────────────────────────────────────────────────────

  /// Which numbers leave a failure open to doubt; nil where it is firm.
  func doubt(of finding: Finding) -> String? {
    guard finding.outcome == .fail, !finding.firm else { return nil }
    let uses =
      finding.parameters.map { (say($0.title), $0.isDefault, $0.verified) }
      + finding.tables.map { (say($0.title), $0.isDefault, $0.verified) }
    let defaults = uses.filter(\.1).map(\.0)
    let unchecked = uses.filter { !$0.1 && !$0.2 }.map(\.0)
    var reasons: [String] = []
    if !defaults.isEmpty { reasons.append(say(ko: own, en: "the tool's own number") + named(defaults)) }
    if !unchecked.isEmpty {
      reasons.append(say(ko: unverified, en: "an unverified number") + named(unchecked))
    }
    return say(
      ko: "\(reasons.joined(separator: ", "))에 따른 결과로 확정적이지 않음",
      en: "rests on \(reasons.joined(separator: " and on "))")
  }

  /// The numbers by name; by default their own lines carry the marks.
  private func named(_ titles: [String]) -> String {
    listsAll ? say(ko: "", en: " ") + "(\(titles.joined(separator: ", ")))" : ""
  }

  /// Marks what rests on a number of the tool's own or on an unverified one; empty where it is firm.
  func mark(of finding: Finding) -> String {
    guard !finding.firm else { return "" }
    let isOwn = finding.parameters.contains(where: \.isDefault) || finding.tables.contains(where: \.isDefault)
    return " [" + (isOwn ? own : unverified) + "]"
  }

  /// What leaves all failures of a section open to doubt, if it is the same for all.
  func sharedDoubt(_ section: RuleBlock.Section) -> String? {
    guard section.outcome == .fail, section.entries.count > 1 else { return nil }
    let doubts = section.entries.lazy.map { doubt(of: report.findings[$0.findings[0]]) }
    guard let first = doubts.first ?? nil else { return nil }
    return doubts.allSatisfy { $0 == first } ? first : nil
  }

  /// Numbers that all subjects of a section which use them share: they stand once, above the subjects.
  func sharedParameters(_ section: RuleBlock.Section) -> [ParameterUse] {
    guard section.entries.count > 1 else { return [] }
    var uses: [ParameterUse] = []
    var differing: Set<String> = []
    for entry in section.entries {
      for parameter in report.findings[entry.findings[0]].parameters {
        guard let known = uses.first(where: { $0.name == parameter.name }) else {
          uses.append(parameter)
          continue
        }
        if known != parameter { differing.insert(parameter.name) }
      }
    }
    return uses.filter { !differing.contains($0.name) }
  }
}
