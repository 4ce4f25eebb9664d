import Diagnostics
import Findings

extension FindingsDocument {
  /// Bars of one chart unless everything is listed; the table below holds the others.
  private var mostBars: Int { words.listsAll ? .max : 30 }

  /// The measures drawn for each thing that they measure, and all of them in a table.
  mutating func writeAdequacy() {
    let things = MeasuredThing.things(of: report)
    let rest = MeasuredThing.inapplicable(of: report)
    guard !things.isEmpty || !rest.isEmpty else { return }
    heading(ko: "보상의 충분성 지표", en: "Adequacy of the awards", anchor: "adequacy")
    if !things.isEmpty {
      for chart in charts(of: things) { writer.put(.chart(chart)) }
      writeMeasures(things)
    }
    guard !rest.isEmpty else { return }
    table(
      say(ko: "잴 대상이 없는 지표", en: "Measures with nothing to measure"),
      [column(ko: "지표", en: "Measure", weight: 5), column(ko: "결과", en: "Outcome", weight: 2)])
    for index in rest {
      let finding = report.findings[index]
      writer.put(
        .tableRow([TableCell(words.ruleName(of: finding), header: true), TableCell(say(finding.word))]))
    }
    writer.put(.tableEnd)
  }

  private mutating func writeMeasures(_ things: [MeasuredThing]) {
    table(
      say(ko: "지표의 값", en: "Values of the measures"),
      [
        column(ko: "대상", en: "Subject", weight: 3), column(ko: "지표", en: "Measure", weight: 4),
        column(ko: "값", en: "Value", weight: 2, numeric: true),
        column(ko: "계산과 빠진 사실", en: "Worked, and what is missing", weight: 5),
        column(ko: "근거", en: "Basis", weight: 3),
      ])
    for index in things.lazy.flatMap(\.findings) {
      let finding = report.findings[index]
      writer.put(
        .tableRow([
          TableCell(words.subject(of: finding), header: true), TableCell(say(finding.title)),
          TableCell(words.measured(finding)),
          TableCell(paragraphs: words.workings(of: finding).map { [Run($0)] }),
          TableCell(words.basis(of: finding)),
        ]))
    }
    writer.put(.tableEnd)
  }

  // ── charts ─────────────────────────────────────────────────────────────────

  /// A chart for each measure with a unit that is known of two things at least.
  private func charts(of things: [MeasuredThing]) -> [Chart] {
    var measures: [(rule: String, findings: [Int])] = []
    var places: [String: Int] = [:]
    for index in things.lazy.flatMap(\.findings) {
      let rule = report.findings[index].rule
      if let place = places[rule] {
        measures[place].findings.append(index)
      } else {
        places[rule] = measures.count
        measures.append((rule, [index]))
      }
    }
    return measures.compactMap { chart(of: $0.findings) }
  }

  private func chart(of findings: [Int]) -> Chart? {
    let known = findings.compactMap { report.findings[$0].actual }.filter { $0.length != nil }
    guard known.count >= 2, let unit = known.compactMap(\.sharedUnit).first else { return nil }
    let first = report.findings[findings[0]]
    let bars = findings.prefix(mostBars).map { index in
      let finding = report.findings[index]
      return Chart.Bar(
        words.subject(of: finding),
        [Chart.Part(finding.actual?.length, upTo: finding.actual?.greatest, words.measured(finding))])
    }
    // The whole of what is measured against, or once that.
    let mark: ReportValue? =
      unit == "percent" ? .number("100", unit: unit) : unit == "times" ? .number("1", unit: unit) : nil
    return Chart(
      title: words.ruleName(of: first), labels: say(ko: "대상", en: "Subject"),
      series: [Chart.Series(say(first.title), tone: .plain)], bars: Array(bars),
      mark: mark.map { Chart.Part($0.length, words.formatter.text($0)) })
  }
}

extension ReportValue {
  /// How long a value's bar is: the least that it can be; nil for what is no number.
  fileprivate var length: Double? {
    switch type {
    case .number: Double(text)
    case .range: atLeast == nil && greatest != nil ? 0 : atLeast.flatMap { $0.number }
    case .bool, .string, .choice, .date, .timestamp, .duration, .list, .record, .ref, .either, .unknown,
      .none, .error:
      nil
    }
  }

  /// How long the bar of a range is at most; infinite where it has no end, nil for what is no range.
  fileprivate var greatest: Double? {
    guard type == .range else { return nil }
    return atMost.map { $0.number ?? .infinity } ?? .infinity
  }

  private var number: Double? { type == .number ? Double(text) : nil }

  fileprivate var sharedUnit: String? { unit ?? atLeast?.unit ?? atMost?.unit }
}
