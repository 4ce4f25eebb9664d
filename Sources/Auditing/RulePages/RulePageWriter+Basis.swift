import Diagnostics
import Expressions
import Findings
import Policies

extension RulePageWriter {
  /// Where the rule, its parts and its exceptions stand, day by day, and what they are cited from.
  func basis(_ reading: RuleReading, _ page: inout MarkdownPage) {
    page.heading(2, say("근거와 연혁", "Basis and history"), anchor: "basis")
    page.table(
      [say("기간", "Days"), say("근거", "Basis"), say("성격", "Status"), say("확인", "Checked")],
      rows(rule.cite, reading, source: { $0 }) { $0[language] })
    history(rule.text, say("요구 사항의 문언", "Wording of the requirement"), reading, &page)
    if policy.authority.versions.count > 1 {
      history(reading.authorNames, say("소관 기관의 이름", "Names of the authority"), reading, &page)
    }
    for requirement in rule.requirements {
      guard let cites = requirement.cites, let id = requirement.id else { continue }
      history(cites, "\(rule.id).\(id)", reading, always: true, &page)
    }
    for exception in rule.exceptions {
      guard let cites = exception.cites, cites.versions.count > 1 else { continue }
      history(cites, "\(exception.id) \(exception.title[language])", reading, &page)
    }
    sources(&page)
  }

  /// A history under a title of its own, where it has more than one version or is always shown.
  private func history(
    _ history: Dated<LocalizedText>?, _ title: String, _ reading: RuleReading, always: Bool = false,
    _ page: inout MarkdownPage
  ) {
    guard let history, always || history.versions.count > 1 else { return }
    page.heading(3, title)
    page.items(reading.history(history) { $0[language] })
  }

  /// The sources of the policy that the rule's citations begin with.
  private func sources(_ page: inout MarkdownPage) {
    let cites =
      rule.cite.versions.map(\.value.ko)
      + (rule.requirements.compactMap(\.cites) + rule.exceptions.compactMap(\.cites)).flatMap {
        $0.versions.map(\.value.ko)
      }
    let used = policy.sources.sorted { $0.key < $1.key }.map(\.value).filter { source in
      cites.contains { $0.hasPrefix(source.cite.ko) }
    }
    guard !used.isEmpty else { return }
    page.heading(3, say("출처", "Sources"))
    page.items(
      used.map { source in
        var line = source.cite[language]
        if let url = source.url { line += " " + url }
        var marks = source.isVerified ? [] : [say("원문과 대조하지 않음", "not checked against the source")]
        if let note = source.note { marks.append(note[language]) }
        return marks.isEmpty ? line : line + " (\(marks.joined(separator: "; ")))"
      })
  }

  /// The numbers and tables that the rule uses, with every version.
  func numbers(_ reading: RuleReading, _ page: inout MarkdownPage) {
    let program = policy.program
    let uses = reading.meaning.uses
    guard !uses.parameters.isEmpty || !uses.tables.isEmpty else { return }
    page.heading(2, say("정해진 수와 표", "Numbers and tables"), anchor: "numbers")
    for index in uses.parameters.sorted() {
      let parameter = program.parameters[index]
      page.heading(3, "\(reading.names.parameter(index).text[language]) (p.\(parameter.name))")
      page.table(
        [
          say("기간", "Days"), say("값", "Value"), say("근거", "Basis"), say("성격", "Status"),
          say("확인", "Checked"),
        ],
        rows(parameter.history, reading, cited: true) { value in
          reading.names.constants.words(for: value, as: parameter.type, units: reading.names.units)[language]
        })
      picked(by: parameter.asOf, reading, &page)
      if let stricter = parameter.stricter {
        let word =
          switch stricter {
          case .lower: say("작을수록", "lower")
          case .higher: say("클수록", "higher")
          case .more: say("많을수록", "more")
          }
        page.paragraph(say("\(word) 엄격하다.", "Stricter if \(word)."))
      }
    }
    for (index, headings) in uses.tables.sorted(by: { $0.key < $1.key }) {
      let table = program.tables[index]
      page.heading(3, "\(reading.names.table(index).text[language]) (table.\(table.name))")
      picked(by: table.asOf, reading, &page)
      let titles = headings.map { $0[language] } + table.outputs.map { $0.title?[language] ?? $0.name }
      let versions = rows(table.history, reading, cited: true) { _ in "" }
      for (version, line) in versions.enumerated() {
        page.paragraph(line.filter { !$0.isEmpty }.joined(separator: " · "))
        page.table(titles, reading.rows(of: table, version: version))
      }
    }
  }

  /// The date by which a parameter or table of its own date is picked.
  private func picked(by cell: CellID?, _ reading: RuleReading, _ page: inout MarkdownPage) {
    guard let cell, let date = reading.meaning.dates[cell] else { return }
    let words = plain(reading.wording.value(date))
    page.paragraph(say("기준일: \(words)", "Picked by the date: \(words)"))
  }

  /// One row for each version: its days, what it is, where it stands if `cited`, its status and how sure it is.
  private func rows<T>(
    _ history: Dated<T>, _ reading: RuleReading, cited: Bool = false,
    source: (T) -> LocalizedText? = { _ in nil }, _ show: (T) -> String
  ) -> [[String]] {
    let headings = HeadingWriter(RuleOfPolicy(rule, of: policy))
    return history.versions.enumerated().map { index, version in
      let provenance = version.provenance
      let status = provenance.status.flatMap { LegalStatus(rawValue: $0) } ?? rule.legal.status
      let cite = source(version.value) ?? provenance.cite
      let isDoubted = !rule.legal.isVerified || cite.flatMap { headings.source(of: $0) }?.isVerified == false
      var marks = reading.marks(provenance)
      if provenance.isVerified, isDoubted {
        marks.insert(say("원문과 대조하지 않음", "not checked against the source"), at: 0)
      } else if provenance.isVerified, !provenance.isDefault {
        marks.insert(say("미확인 표시 없음", "not marked as unchecked"), at: 0)
      }
      return [
        reading.words(from: version.from, to: history.lastDay(of: index)) ?? say("언제나", "always"),
        show(version.value),
      ] + (cited ? [provenance.cite?[language] ?? "–"] : [])
        + [status.label[language], marks.joined(separator: "; ")]
    }
  }
}
