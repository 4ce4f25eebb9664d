import Diagnostics
import Findings

extension TextReport {
  /// The columns of a block: where labels and where their texts begin.
  private var labelIndent: Int { 4 }
  private var textColumn: Int { options.language == .ko ? 10 : 14 }

  /// The findings of one effect that a reader has to look at, by severity.
  mutating func writeFindings(of effect: Effect) {
    guard let findings = sections.blocks[effect] else { return }
    let groups = FindingGrouping.groups(findings, formatter)
    var tally: [Outcome: Int] = [:]
    for group in groups { tally[group.first.outcome, default: 0] += group.count }
    let counts = Outcome.worstFirst.compactMap { outcome in
      tally[outcome].map { "\(word(outcome, effect)) \($0)" }
    }
    heading("\(say(effect.label)) — \(counts.joined(separator: ", "))")
    var severity: RuleSeverity?
    for group in groups {
      if severity != group.first.severity {
        severity = group.first.severity
        page.blank()
        page.paragraph(
          "[" + say(ko: "중요도 ", en: "severity: ") + say(group.first.severity.label) + "]", style: .strong)
      }
      page.blank()
      write(group)
    }
  }

  private mutating func write(_ group: FindingGroup) {
    let first = group.first
    var id = first.rule
    if let part = first.part { id += ".\(part)" }
    var title = "\(id) \(say(first.title))"
    if let part = first.heading.partTitle { title += " — \(say(part))" }
    if group.count > 1 { title += " (\(findings(group.count)))" }
    page.headline("<\(group.word)>", style: style(of: first.outcome), title, hanging: 2)
    writeRule(first)
    let shared = sharedParameters(group)
    write(shared, indent: 2)
    for entry in group.entries { write(entry, without: shared) }
  }

  /// Numbers that all subjects of a block which use them share: they stand once, above the subjects.
  private func sharedParameters(_ group: FindingGroup) -> [ParameterUse] {
    guard group.entries.count > 1 else { return [] }
    var uses: [ParameterUse] = []
    var differing: Set<String> = []
    for parameter in group.entries.flatMap(\.first.parameters) {
      guard let known = uses.first(where: { $0.name == parameter.name }) else {
        uses.append(parameter)
        continue
      }
      if known != parameter { differing.insert(parameter.name) }
    }
    return uses.filter { !differing.contains($0.name) }
  }

  /// Who asks what, and where it is written: the same for all subjects.
  private mutating func writeRule(_ finding: Finding) {
    let policy = policyTitles[finding.policy].map(say) ?? finding.policy
    let authority = finding.authority.map { say($0.name) } ?? unnamedAuthority(finding)
    label(ko: "기관", en: "authority", "\(authority) · \(policy)", indent: 2)
    let cites = finding.citations.map { citation in
      var remarks = [say((citation.status ?? finding.heading.status).label)]
      if !citation.verified { remarks.append(say(ko: "원문 대조 전", en: "not checked against the source")) }
      return "\(say(citation.cite)) [\(remarks.joined(separator: ", "))]"
    }
    if !cites.isEmpty { label(ko: "근거", en: "source", cites.joined(separator: "; "), indent: 2) }
    if let text = finding.heading.text { label(ko: "내용", en: "asks", say(text), indent: 2) }
    if finding.outcome == .fail, let sanction = finding.heading.sanction {
      label(ko: "제재", en: "sanction", say(sanction), indent: 2)
    }
  }

  private func unnamedAuthority(_ finding: Finding) -> String {
    finding.heading.status == .reportedUnconfirmed
      ? say(ko: "기관 미확인", en: "not confirmed by any body") : say(ko: "기관 없음", en: "no authority")
  }

  private mutating func write(_ entry: FindingGroup.Entry, without shared: [ParameterUse]) {
    let finding = entry.first
    page.paragraph("- " + subjects(of: entry.findings, most: 8), indent: 2, hanging: 4, style: .strong)
    if let message = finding.message { page.paragraph(say(message), indent: 4) }
    if let question = finding.question { label(ko: "질문", en: "question", say(question)) }
    if entry.findings.count > 1 {
      page.paragraph(
        say(ko: "(아래는 \(subject(of: finding))의 예)", en: "(shown for \(subject(of: finding)))"), indent: 4)
    }
    writeMissing(finding)
    writeLocation(of: entry)
    writeComparison(finding)
    writeCalculation(finding)
    write(finding.parameters.filter { !shared.contains($0) }, indent: labelIndent)
    writeTables(finding)
    writeDoubt(finding)
    writeFacts(finding)
    writeRelief(finding)
    writeRemedy(finding)
  }

  /// What could not be used; the same fact of several elements is one line.
  private mutating func writeMissing(_ finding: Finding) {
    var groups: [(first: MissingFact, rest: [MissingFact])] = []
    var places: [String: Int] = [:]
    for missing in finding.missing {
      let key = "\(missing.kind.rawValue)\u{0}\(say(missing.name))\u{0}\(missing.value?.text ?? "")"
      if let place = places[key] {
        groups[place].rest.append(missing)
      } else {
        places[key] = groups.count
        groups.append((missing, []))
      }
    }
    let most = options.listsAll ? Int.max : 12
    for group in groups.prefix(most) {
      let name = "\(say(group.first.name)): \(reason(group.first.kind))"
      let text =
        group.rest.isEmpty
        ? name + known(group.first) + place(group.first)
        : "\(name) \(say(ko: "\(group.rest.count + 1)곳", en: "in \(group.rest.count + 1) places")) (\(paths(group)))"
      if group.first.kind.isFact {
        label(ko: "보완", en: "supply", text)
      } else {
        label(ko: "공백", en: "gap", text)
      }
    }
    let rest = groups.count - most
    if rest > 0 { label(ko: "", en: "", say(ko: "외 \(rest)가지", en: "and \(rest) more")) }
  }

  private func paths(_ group: (first: MissingFact, rest: [MissingFact])) -> String {
    let all = [group.first.path] + group.rest.map(\.path)
    let shown = options.listsAll ? all[...] : all.prefix(3)
    let rest = all.count - shown.count
    let text = shown.joined(separator: ", ")
    return rest == 0 ? text : text + say(ko: " 외 \(rest)곳", en: " and \(rest) more")
  }

  /// Why a fact could not be used, in words.
  func reason(_ kind: MissingFact.Kind) -> String {
    switch kind {
    case .missing: say(ko: "미기재", en: "not stated")
    case .none: say(ko: "값이 필요하나 없음으로 기재됨", en: "stated as none, where a value is needed")
    case .bounds: say(ko: "범위만 기재됨", en: "only bounded")
    case .disputed: say(ko: "자료마다 다름", en: "sources disagree")
    case .incomplete: say(ko: "일부만 기재된 목록", en: "the list is not complete")
    case .proof: say(ko: "입증자료 미기재", en: "no proof is stated")
    case .version: say(ko: "적용일에 해당하는 수치 없음", en: "no version for the date")
    case .row: say(ko: "해당하는 행 없음", en: "no row for the inputs")
    case .calendar: say(ko: "달력이 다루지 않는 날", en: "a day outside the calendar")
    }
  }

  private func known(_ missing: MissingFact) -> String {
    missing.value.map { ", \(formatter.text($0))" } ?? ""
  }

  private func place(_ missing: MissingFact) -> String {
    guard missing.kind.isFact else { return missing.path.isEmpty ? "" : " (\(missing.path))" }
    guard let location = missing.location else { return " (\(missing.path))" }
    return " (\(missing.path), \(line(location.line)))"
  }

  private mutating func writeLocation(of entry: FindingGroup.Entry) {
    guard let location = entry.first.location else { return }
    var text = "\(location.file):\(location.line):\(location.column)"
    let others = entry.findings.dropFirst().compactMap(\.location).filter { $0 != location }
    if !others.isEmpty {
      let shown = options.listsAll ? others[...] : others.prefix(6)
      let lines = shown.map { line($0.line) }.joined(separator: ", ")
      let rest = others.count - shown.count
      text += say(ko: ", 그 밖에 \(lines)", en: ", also \(lines)")
      if rest > 0 { text += say(ko: " 외 \(rest)곳", en: " and \(rest) more") }
    }
    label(ko: "위치", en: "at", text)
    guard let excerpt = SourceExcerpt(location, width: options.width - textColumn - 2) else { return }
    page.put("| \(excerpt.line)", indent: textColumn)
    page.put("| \(excerpt.carets)", indent: textColumn)
  }

  private mutating func writeComparison(_ finding: Finding) {
    if let actual = finding.actualText.map(say) ?? known(finding.actual) {
      label(ko: "기재", en: "stated", actual)
    }
    if let expected = finding.expectedText.map(say) ?? known(finding.expected) {
      label(ko: "기준", en: "required", expected)
    }
  }

  /// A value in words; nil for one that is not known, which the missing facts tell better.
  private func known(_ value: ReportValue?) -> String? {
    value.flatMap { $0.type == .unknown ? nil : formatter.text($0) }
  }

  private mutating func writeCalculation(_ finding: Finding) {
    var isFirst = true
    for line in WorkedCalculation(finding, formatter).lines where line.isKnown || options.listsAll {
      let label = isFirst ? say(ko: "계산", en: "worked") : ""
      isFirst = false
      let whole = [line.title, line.formula, line.result].compactMap { $0 }.joined(separator: " = ")
      guard let formula = line.formula, DisplayWidth.of(whole) > options.width - textColumn else {
        page.labelled(label, whole, indent: labelIndent, column: textColumn)
        continue
      }
      page.labelled(label, line.title, indent: labelIndent, column: textColumn)
      page.paragraph("= \(formula)", indent: textColumn + 2, hanging: textColumn + 4)
      page.paragraph("= \(line.result)", indent: textColumn + 2, hanging: textColumn + 4)
    }
  }

  /// Parameters, each with its version.
  private mutating func write(_ parameters: [ParameterUse], indent: Int) {
    for parameter in parameters {
      let text = "\(say(parameter.title)) \(formatter.text(parameter.value))"
      let remarks =
        version(parameter.from, parameter.on, parameter.cite, parameter.isDefault, parameter.verified)
        + (parameter.tightened.map {
          [say(ko: "프로파일이 강화함: \($0.ko)", en: "tightened by the profile: \($0.en)")]
        } ?? [])
      label(ko: "수치", en: "number", remarked(text, remarks), indent: indent)
    }
  }

  /// Table rows, each with its version.
  private mutating func writeTables(_ finding: Finding) {
    for table in finding.tables {
      let inputs = table.row.inputs.map { formatter.text($0.value) }.joined(separator: ", ")
      let outputs = table.row.outputs.map { "\(titled($0)) \(formatter.text($0.value))" }
      let row = say(ko: "\(table.row.number)행(\(inputs))", en: "row \(table.row.number) (\(inputs))")
      let text = "\(say(table.title)) \(row): \(outputs.joined(separator: ", "))"
      label(
        ko: "별표", en: "table",
        remarked(text, version(table.from, table.on, table.cite, table.isDefault, table.verified)))
    }
  }

  /// Which numbers leave a failure open to doubt.
  private mutating func writeDoubt(_ finding: Finding) {
    guard finding.outcome == .fail, !finding.firm else { return }
    let uses =
      finding.parameters.map { (say($0.title), $0.isDefault, $0.verified) }
      + finding.tables.map { (say($0.title), $0.isDefault, $0.verified) }
    let own = uses.filter(\.1).map(\.0).joined(separator: ", ")
    let unverified = uses.filter { !$0.1 && !$0.2 }.map(\.0).joined(separator: ", ")
    var reasons: [String] = []
    if !own.isEmpty { reasons.append(say(ko: "도구의 기본값(\(own))", en: "the tool's own number (\(own))")) }
    if !unverified.isEmpty {
      reasons.append(
        say(
          ko: "원문과 대조하지 않은 수치(\(unverified))", en: "a number not checked against its source (\(unverified))"))
    }
    label(
      ko: "유의", en: "not firm",
      say(
        ko: "\(reasons.joined(separator: ", "))에 따른 결과로 확정적이지 않음",
        en: "rests on \(reasons.joined(separator: " and on "))"))
  }

  /// `41행`, `line 41`: a place in the scheme.
  private func line(_ number: Int) -> String { say(ko: "\(number)행", en: "line \(number)") }

  private func titled(_ value: NamedValue) -> String { value.title.map(say) ?? value.name }

  private func remarked(_ text: String, _ remarks: [String]) -> String {
    remarks.isEmpty ? text : "\(text) (\(remarks.joined(separator: "; ")))"
  }

  private func version(
    _ from: String?, _ on: String?, _ cite: LocalizedText?, _ isDefault: Bool, _ verified: Bool
  ) -> [String] {
    var remarks: [String] = []
    if let cite { remarks.append(say(cite)) }
    if let from {
      let day = DateText.day(from, options.language)
      remarks.append(say(ko: "\(day)부터", en: "since \(day)"))
    }
    if let on {
      let day = DateText.day(on, options.language)
      remarks.append(say(ko: "적용일 \(day)", en: "as of \(day)"))
    }
    if isDefault { remarks.append(say(ko: "도구의 기본값", en: "the tool's own default")) }
    if !verified { remarks.append(say(ko: "원문 대조 전", en: "not checked against the source")) }
    return remarks
  }

  /// Stated facts that decided, with their lines, and what was assumed.
  private mutating func writeFacts(_ finding: Finding) {
    // What is missing matters more than what was stated where nothing could be decided.
    let facts = finding.outcome == .unknown && !options.listsAll ? "" : facts(of: finding, most: 5)
    if !facts.isEmpty { label(ko: "사실", en: "facts", facts) }
    for assumed in finding.assumed { label(ko: "전제", en: "assumed", assumption(assumed)) }
  }

  /// Stated facts that decided, with their values and lines.
  func facts(of finding: Finding, most: Int) -> String {
    let told = options.listsAll ? finding.evidence : finding.evidence.filter { !Self.isKey($0) }
    let shown = options.listsAll ? told[...] : told.prefix(most)
    let facts = shown.map { evidence in
      let source = options.listsAll ? evidence.source.map { ", \(say($0))" } ?? "" : ""
      return "\(say(evidence.name)) \(formatter.text(evidence.value)) (\(line(evidence.line))\(source))"
    }.joined(separator: "; ")
    let rest = told.count - shown.count
    return rest == 0 ? facts : facts + say(ko: " 외 \(rest)건", en: " and \(rest) more")
  }

  /// Whether a fact only repeats the key of its element, as `scheme.services[pay].id` does.
  private static func isKey(_ evidence: Evidence) -> Bool {
    guard let dot = evidence.path.lastIndex(of: ".") else { return false }
    return evidence.path[..<dot].hasSuffix("[\(evidence.value.text)]")
  }

  /// What was taken in place of an unstated fact, in words.
  func assumption(_ assumed: AssumedFact) -> String {
    let name = say(assumed.name)
    let value = assumed.value.map { formatter.text($0) }
    let why = assumed.why.map { ": \(say($0))" } ?? ""
    let particle = KoreanParticle.pick(after: name, ("이", "가"))
    let taken =
      value.map {
        say(ko: " ‘\($0)’\(KoreanParticle.pick(after: $0, ("으로", "로"))) 보았음", en: ", taken as \($0)")
      } ?? ""
    return say(
      ko: "\(name)\(particle) 기재되지 않아\(taken.isEmpty ? " 없는 것으로 보았음" : taken)\(why)",
      en: "given that \(name) is not stated\(taken)\(why)")
  }

  private mutating func writeRemedy(_ finding: Finding) {
    if let remedy = finding.remedy { label(ko: "조치", en: "to do", say(remedy), style: .strong) }
    if let cost = finding.cost {
      label(ko: "비용", en: "cost", "\(say(cost.title)) \(formatter.text(cost.value))")
    }
  }

  /// Writes a text under a label in the block's columns.
  mutating func label(
    ko: String, en: String, _ text: String, indent: Int? = nil, style: Page.Style = .plain
  ) {
    page.labelled(
      say(ko: ko, en: en), text, indent: indent ?? labelIndent, column: textColumn, style: style)
  }
}
