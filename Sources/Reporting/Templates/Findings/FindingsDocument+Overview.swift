import Diagnostics
import Findings

extension FindingsDocument {
  /// The policies with the kind of text they state and whether that was approved.
  mutating func writePolicies() {
    heading(ko: "점검 기준", en: "Policies applied", anchor: "policies")
    guard !report.policies.isEmpty else {
      return paragraph(say(ko: "적용한 기준이 없음", en: "No policy was applied."))
    }
    let isUnapproved = words.isUnapproved
    var columns = [
      column(ko: "기준", en: "Policy", weight: 4), column(ko: "판", en: "Version"),
      column(ko: "성격", en: "Kind of text", weight: 2), column(ko: "효력", en: "Effect", weight: 2),
    ]
    if !isUnapproved { columns.append(column(ko: "문안 확인", en: "Text approved", weight: 2)) }
    table(say(ko: "점검한 기준", en: "The policies"), columns)
    for policy in report.policies {
      var cells = [
        TableCell(say(policy.title), header: true), TableCell(policy.version),
        TableCell(say(policy.legal.status.label)), TableCell(say(policy.legal.effect.label)),
      ]
      if !isUnapproved { cells.append(TableCell(words.review(of: policy))) }
      writer.put(.tableRow(cells))
    }
    writer.put(.tableEnd)
    if isUnapproved { paragraph("(\(words.unapprovedRemark))", .note) }
  }

  /// What a reader should know of the standing of policies.
  mutating func writeNotes() {
    let policies = report.policies.filter { $0.legal.note != nil }
    guard !policies.isEmpty else { return }
    heading(ko: "기준의 유의 사항", en: "Notes on the policies", anchor: "notes")
    table(
      say(ko: "기준마다 유의할 점", en: "What to know of each policy"),
      [column(ko: "기준", en: "Policy", weight: 3), column(ko: "유의 사항", en: "Note", weight: 7)])
    for policy in policies {
      let note = policy.legal.note.map(say) ?? ""
      writer.put(.tableRow([TableCell(say(policy.title), header: true), TableCell(note)]))
    }
    writer.put(.tableEnd)
  }

  // ── counts ─────────────────────────────────────────────────────────────────

  /// Rules and findings by effect and outcome, and the findings of each policy drawn.
  mutating func writeCounts() {
    heading(ko: "결과 건수", en: "Counts", anchor: "counts")
    let summary = report.summary
    let outcomes = Outcome.worstFirst.filter { summary.rules($0) + summary.findings($0) > 0 }
    guard !outcomes.isEmpty else {
      return paragraph(say(ko: "점검한 규칙이 없음", en: "No rule was checked."))
    }
    table(
      say(ko: "효력별 결과(규칙 / 점검 항목)", en: "Outcomes by effect (rules / findings)"),
      [column(ko: "효력", en: "Effect", weight: 2)]
        + outcomes.map { TableHead.Column(say($0.word), numeric: true) }
        + [column(ko: "계", en: "Total", numeric: true)])
    for effect in Effect.allCases {
      guard let counts = summary.counts(effect) else { continue }
      writeRow(say(effect.label), counts.rules, counts.findings, outcomes)
    }
    if summary.byEffect.count > 1 {
      writeRow(say(ko: "계", en: "Total"), summary.rules, summary.findings, outcomes)
    }
    writer.put(.tableEnd)
    paragraph(
      say(
        ko: "(규칙은 가장 무거운 결과로 셈. 미충족을 부르는 말은 효력에 따라 다름: 법령은 위반 소지)",
        en:
          "(A rule counts by its worst finding. What is not met bears a word of its effect: under law, a potential violation.)"
      ), .note)
    writeChart()
  }

  private mutating func writeRow(
    _ name: String, _ rules: [String: Int], _ findings: [String: Int], _ outcomes: [Outcome]
  ) {
    func pair(_ rules: Int, _ findings: Int) -> TableCell {
      TableCell(rules + findings == 0 ? "-" : "\(rules) / \(findings)")
    }
    let cells = outcomes.map { pair(rules[$0.rawValue] ?? 0, findings[$0.rawValue] ?? 0) }
    let total = pair(rules.values.reduce(0, +), findings.values.reduce(0, +))
    writer.put(.tableRow([TableCell(name, header: true)] + cells + [total]))
  }

  /// What findings of a policy are drawn as.
  private enum Series: Int, CaseIterable {
    case error, failed, open, waived, met, other

    init(_ outcome: Outcome) {
      switch outcome {
      case .error: self = .error
      case .fail: self = .failed
      case .unknown, .manual: self = .open
      case .waived: self = .waived
      case .pass: self = .met
      case .info, .notApplicable, .notInForce, .notSelected: self = .other
      }
    }
  }

  private mutating func writeChart() {
    var counts: [String: [Int]] = [:]
    var totals = Series.allCases.map { _ in 0 }
    for index in report.findings.indices {
      let series = Series(report.findings[index].outcome).rawValue
      totals[series] += 1
      counts[report.findings[index].policy, default: Series.allCases.map { _ in 0 }][series] += 1
    }
    let shown = Series.allCases.filter { totals[$0.rawValue] > 0 }
    let order = Effect.allCases
    let policies = report.policies.filter { counts[$0.id] != nil }.enumerated().sorted { a, b in
      let (left, right) = (a.element.legal.effect, b.element.legal.effect)
      return (order.firstIndex(of: left) ?? 0, a.offset) < (order.firstIndex(of: right) ?? 0, b.offset)
    }.map(\.element)
    guard !policies.isEmpty else { return }
    let bars = policies.map { policy in
      let own = counts[policy.id] ?? []
      return Chart.Bar(
        say(policy.title), shown.map { Chart.Part(Double(own[$0.rawValue]), "\(own[$0.rawValue])") })
    }
    writer.put(
      .chart(
        Chart(
          title: say(ko: "기준별 점검 항목의 결과", en: "Findings by policy and outcome"),
          labels: say(ko: "기준", en: "Policy"), series: shown.map(drawn), bars: bars)))
  }

  private func drawn(_ series: Series) -> Chart.Series {
    switch series {
    case .error: Chart.Series(say(Outcome.error.word), tone: .bad)
    case .failed: Chart.Series(say(Outcome.fail.word), tone: .bad)
    case .open: Chart.Series(say(ko: "보완·판단 필요", en: "more needed or to be judged"), tone: .open)
    case .waived: Chart.Series(say(Outcome.waived.word), tone: .open)
    case .met: Chart.Series(say(Outcome.pass.word), tone: .good)
    case .other: Chart.Series(say(ko: "참고·해당 없음 등", en: "note, not applicable"), tone: .faint)
    }
  }
}
