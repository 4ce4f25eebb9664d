import Diagnostics
import Findings

extension TextReport {
  /// The mark of a number that no body decided.
  var own: String { say(LegalStatus.toolDefault.label) }
  /// The mark of a number that was not checked against its source.
  var unverified: String { say(ko: "미확인 수치", en: "unverified number") }

  /// Parameters, each with its version.
  mutating func write(_ parameters: [ParameterUse], of heading: RuleHeading, indent: Int) {
    for parameter in parameters {
      var remarks = version(
        Version(
          from: parameter.from, on: parameter.on, cite: parameter.cite, isDefault: parameter.isDefault,
          verified: parameter.verified), heading)
      if let reason = parameter.tightened {
        remarks.append(say(ko: "프로파일이 강화함: \(reason.ko)", en: "tightened by the profile: \(reason.en)"))
      }
      let text = "\(say(parameter.title)) \(formatter.text(parameter.value))"
      label(ko: "수치", en: "number", remarked(text, remarks), indent: indent)
      write(parameter.later, indent: indent)
    }
  }

  /// Table rows, each with its version.
  mutating func writeTables(_ finding: Finding) {
    for table in finding.tables {
      // `-` asks nothing of an input.
      let inputs = table.row.inputs.filter { $0.value.text != "-" }.map(asked).joined(separator: ", ")
      let outputs = table.row.outputs.map { "\(titled($0)) \(formatter.text($0.value))" }
      let number = table.row.number
      let row =
        inputs.isEmpty
        ? say(ko: "\(number)행", en: "row \(number)")
        : say(ko: "\(number)행(\(inputs))", en: "row \(number) (\(inputs))")
      let text = "\(say(table.title)) \(row): \(outputs.joined(separator: ", "))"
      let remarks = version(
        Version(
          from: table.from, on: table.on, cite: table.cite, isDefault: table.isDefault,
          verified: table.verified), finding.heading)
      label(ko: "별표", en: "table", remarked(text, remarks))
      write(table.later, indent: labelIndent)
    }
  }

  /// What a number becomes after the version that was used: the next one, or all of them where nothing is cut short.
  private mutating func write(_ later: [LaterVersion], indent: Int) {
    for version in options.listsAll ? later[...] : later.prefix(1) {
      var remarks = options.listsAll ? [version.cite.map(say)].compactMap { $0 } : []
      if version.isDefault { remarks.append(own) }
      if !version.verified { remarks.append(unverified) }
      page.labelled("", remarked(nextVersion(version), remarks), indent: indent, column: textColumn)
    }
  }

  /// What a row asks of an input, after the column's title where it has one.
  private func asked(_ input: NamedValue) -> String {
    let value = formatter.text(input.value)
    return input.title.map { "\(say($0)) \(value)" } ?? value
  }

  private func titled(_ value: NamedValue) -> String { value.title.map(say) ?? value.name }

  private func remarked(_ text: String, _ remarks: [String]) -> String {
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
    let cite = version.cite.map(say)
    if let cite {
      let shown =
        options.listsAll ? cite : shortened(cite, after: heading.citations.first.map { say($0.cite) })
      if !shown.isEmpty { remarks.append(shown) }
    }
    if let from = version.from, options.listsAll || tellsSince(version, heading) {
      let day = DateText.day(from, options.language)
      remarks.append(say(ko: "\(day)부터", en: "since \(day)"))
    }
    if let on = version.on, options.listsAll {
      let day = DateText.day(on, options.language)
      remarks.append(say(ko: "적용일 \(day)", en: "as of \(day)"))
    }
    let saysOwn = remarks.contains { Bytes.holds($0, own) || Bytes.holds($0, "the tool's default") }
    if version.isDefault, !saysOwn { remarks.append(own) }
    if !version.verified { remarks.append(unverified) }
    return remarks
  }

  /// Whether a reader needs the day since which a number holds: it changed under the rule, or is open to doubt.
  private func tellsSince(_ version: Version, _ heading: RuleHeading) -> Bool {
    guard !version.isDefault, version.verified else { return true }
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
    options.listsAll ? say(ko: "", en: " ") + "(\(titles.joined(separator: ", ")))" : ""
  }

  /// Says that a failure is not firm.
  mutating func writeDoubt(_ doubt: String, indent: Int) {
    label(ko: "유의", en: "not firm", doubt, indent: indent)
  }
}
