import Diagnostics
import Findings

extension FindingText {
  /// Stated facts that decided, each with its value, its line and its source.
  func facts(_ finding: Finding) -> [String] {
    finding.evidence.map { evidence in
      let source = evidence.source.map { ", \(say($0))" } ?? ""
      return
        "\(say(evidence.name)) \(formatter.text(evidence.value)) (\(evidence.path), \(line(evidence.line))\(source))"
    }
  }

  /// What could not be used, each with the reason and where it could be stated.
  func missing(_ finding: Finding) -> [String] { finding.missing.map(missing) }

  /// A fact that could not be used, with the reason and where it could be stated.
  func missing(_ fact: MissingFact) -> String {
    let value = fact.value.map { ", \(formatter.text($0))" } ?? ""
    var place = fact.path
    if fact.kind.isFact, let location = fact.location { place += ", \(line(location.line))" }
    return "\(say(fact.name)): \(say(fact.kind.words))\(value)" + (place.isEmpty ? "" : " (\(place))")
  }

  /// Unstated facts that were given a meaning, each with what was taken in its place.
  func assumed(_ finding: Finding) -> [String] {
    finding.assumed.map { assumed in
      let name = say(assumed.name)
      let value = assumed.value.map { formatter.text($0) }
      let why = assumed.why.map { ": \(say($0))" } ?? ""
      let particle = KoreanParticle.pick(after: name, ("이", "가"))
      let taken =
        value.map {
          say(ko: " ‘\($0)’\(KoreanParticle.pick(after: $0, ("으로", "로"))) 보았음", en: ", taken as \($0)")
        } ?? say(ko: " 없는 것으로 보았음", en: "")
      return say(
        ko: "\(name)\(particle) 기재되지 않아\(taken)\(why) (\(assumed.path))",
        en: "given that \(name) is not stated\(taken)\(why) (\(assumed.path))")
    }
  }

  /// Lists whose completeness mattered, and elements that fail beyond those whose facts are named.
  func lists(_ finding: Finding) -> [String] {
    finding.lists.map { list in
      say(
        ko: "\(list.name.ko) \(list.count)건 (\(list.path))",
        en: "\(list.name.en): \(list.count) (\(list.path))")
    }
      + finding.further.map { failures in
        let list = failures.name.map { " (\(say($0)))" } ?? ""
        return say(
          ko: "충족하지 못한 요소 \(failures.count)개 더\(list)",
          en: failures.count == 1
            ? "1 more element fails\(list)" : "\(failures.count) more elements fail\(list)")
      }
  }

  /// The steps of the computation: title, formula with the scheme's values, result.
  func calculation(_ finding: Finding) -> [String] {
    guard !finding.steps.isEmpty else { return [] }
    return WorkedCalculation(finding, formatter).lines.map { line in
      [line.title, line.formula, line.result].compactMap { $0 }.joined(separator: " = ")
    }
  }

  /// The dates that picked versions.
  func dates(_ finding: Finding) -> [String] {
    finding.dates.map { date in
      let mark = date.overridden ? " (--as-of)" : ""
      return "\(date.title.map(say) ?? date.expression) \(formatter.text(date.value))\(mark)"
    }
  }

  // ── numbers ────────────────────────────────────────────────────────────────

  /// Parameters and table rows used, each with its version, its status and what it becomes later.
  func numbers(_ finding: Finding) -> [String] {
    finding.parameters.map { use in
      let remarks = remarks(of: use)
      return remarked("\(say(use.title)) \(formatter.text(use.value))", remarks + use.later.map(next))
    }
      + finding.tables.map { use in
        remarked("\(say(use.title)) \(row(use.row))", remarks(of: use) + use.later.map(next))
      }
  }

  /// Where a parameter is written, since when, and whether it can be relied on.
  func remarks(of use: ParameterUse) -> [String] {
    var remarks = version(
      cite: use.cite, from: use.from, on: use.on, isDefault: use.isDefault, verified: use.verified)
    if let reason = use.tightened {
      remarks.append(say(ko: "프로파일이 강화함: \(reason.ko)", en: "tightened by the profile: \(reason.en)"))
    }
    return remarks
  }

  /// Where a table's row is written, since when, and whether it can be relied on.
  func remarks(of use: TableUse) -> [String] {
    version(cite: use.cite, from: use.from, on: use.on, isDefault: use.isDefault, verified: use.verified)
  }

  /// A row's place, what it asks of its inputs and what it gives.
  func row(_ row: TableUse.Row) -> String {
    // `-` asks nothing of an input.
    let inputs = row.inputs.filter { $0.value.text != "-" }.map(named).joined(separator: ", ")
    let outputs = row.outputs.map { "\($0.title.map(say) ?? $0.name) \(formatter.text($0.value))" }
    // Which row it was would tell what is confidential.
    if row.number == 0 { return formatter.text(.withheld) }
    let asked = inputs.isEmpty ? "" : say(ko: "(\(inputs))", en: " (\(inputs))")
    return say(ko: "\(row.number)행\(asked)", en: "row \(row.number)\(asked)")
      + ": \(outputs.joined(separator: ", "))"
  }

  /// What a number becomes later: `다음 판: 2025. 3. 28.부터 2시간`.
  func next(_ version: LaterVersion) -> String {
    let value =
      version.values.isEmpty
      ? say(ko: "정해진 값 없음", en: "no value")
      : version.values.count == 1
        ? formatter.text(version.values[0].value) : version.values.map(named).joined(separator: ", ")
    let day = day(version.from)
    let text = say(ko: "다음 판: \(day)부터 \(value)", en: "next version: \(value) from \(day)")
    return remarked(
      text,
      self.version(
        cite: version.cite, from: nil, on: nil, isDefault: version.isDefault, verified: version.verified))
  }

  /// Whether a number is the tool's own, or was not checked against its source; empty for one that is firm.
  func status(isDefault: Bool, verified: Bool) -> [String] {
    var marks: [String] = []
    if isDefault { marks.append(say(LegalStatus.toolDefault.label)) }
    if !verified { marks.append(say(ko: "미확인 수치", en: "unverified number")) }
    return marks
  }

  private func version(
    cite: LocalizedText?, from: String?, on: String?, isDefault: Bool, verified: Bool
  ) -> [String] {
    var remarks = [cite.map(say)].compactMap { $0 }
    if let from = from.map(day) { remarks.append(say(ko: "\(from)부터", en: "since \(from)")) }
    if let on = on.map(day) { remarks.append(say(ko: "적용일 \(on)", en: "as of \(on)")) }
    return remarks + status(isDefault: isDefault, verified: verified)
  }

  private func named(_ value: NamedValue) -> String {
    value.title.map { "\(say($0)) \(formatter.text(value.value))" } ?? formatter.text(value.value)
  }

  private func remarked(_ text: String, _ remarks: [String]) -> String {
    remarks.isEmpty ? text : "\(text) (\(remarks.joined(separator: "; ")))"
  }
}
