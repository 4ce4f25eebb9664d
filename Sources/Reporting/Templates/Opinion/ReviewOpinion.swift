import Diagnostics
import Findings

/// The opinion that an official attaches to a reply: what was reviewed, what came of it, what the company is asked, and
/// what a person must decide. Its points are numbered as official documents number them, and it leaves nothing out: a
/// reader has nothing else to look into.
struct ReviewOpinion<Writer: BlockWriter> {
  let words: FindingWords
  /// What it holds, and under which numbers.
  let outline: OpinionOutline
  /// What it is written with.
  var writer: Writer
  private let place: SchemePlace
  private var numbering: OfficialNumbering

  /// An opinion of which nothing is written yet.
  init(_ report: AuditReport, _ options: RenderOptions, _ place: SchemePlace, _ writer: Writer) {
    words = FindingWords(report, options).forLetter()
    outline = OpinionOutline(words, prefix: place.isAlone ? "" : "\(place.number)-")
    self.place = place
    self.writer = writer
    numbering = OfficialNumbering(options.language)
  }

  /// The report that the opinion is about.
  var report: AuditReport { words.report }

  /// Writes all sections and gives the writer back.
  consuming func written() -> Writer {
    writeTitle()
    for (section, label) in outline.sections where !section.isAnnex { write(section, label) }
    writeEnd()
    if outline.sections.contains(where: \.section.isAnnex) { put(.pageBreak) }
    for (section, label) in outline.sections where section.isAnnex { write(section, label) }
    return writer
  }

  private mutating func write(_ section: OpinionSection, _ label: String) {
    put(.heading([Run("\(label) \(title(of: section))")], level: place.level))
    _ = numbering.next(1)
    switch section {
    case .scope: writeScope()
    case .conclusion: writeConclusion()
    case .results: writeResults()
    case .outside: writeOutside()
    case .request, .recommendation, .reference: writePoints(of: section)
    case .questions: writeQuestions()
    case .adequacy: writeAdequacy()
    case .needs: writeNeeds()
    case .deadlines: writeDeadlines()
    case .replies: writeReplies()
    case .remarks: writeRemarks()
    case .met: writeMet()
    case .uncomputed: writeMeasures(outline.uncomputed)
    case .uncovered: writer.putUncovered(words)
    }
  }

  private func title(of section: OpinionSection) -> String {
    switch section {
    case .scope: say(ko: "검토 개요", en: "Scope of the review")
    case .conclusion: say(ko: "검토 결론", en: "Conclusion")
    case .results: say(ko: "규칙별·대상별 결과", en: "Results by rule and subject")
    case .outside: say(ko: "적용하지 않은 규칙과 그 까닭", en: "Rules that were not applied, and why")
    case .request: say(ko: "보완을 요청할 사항", en: "What the company is asked to mend or supply")
    case .recommendation:
      fails(.recommendation)
        ? say(ko: "권고 사항", en: "Recommendations")
        : say(
          ko: "권고 기준에 관하여 보완을 요청할 사항",
          en: "What the company is asked to supply under standards and recommendations")
    case .reference: say(ko: "참고", en: "For reference")
    case .questions: say(ko: "판단이 필요한 사항", en: "What a person must decide")
    case .adequacy: say(ko: "보상 수준(참고)", en: "Level of the awards (for reference)")
    case .needs: say(ko: "제출을 요청할 자료", en: "Facts requested")
    case .deadlines: say(ko: "기한", en: "Deadlines")
    case .replies: say(ko: "의견 조회와 반영", en: "Replies and what was made of them")
    case .remarks: say(ko: "유의 사항", en: "Remarks")
    case .met: say(ko: "충족으로 본 항목과 그 근거", en: "What was met, and what that rests on")
    case .uncomputed: say(ko: "계산하지 못한 지표", en: "Measures that cannot be computed")
    case .uncovered: say(ko: "검토하지 않은 조문", en: "Articles that were not reviewed")
    }
  }

  private func fails(_ section: OpinionSection) -> Bool {
    outline.points[section]?.contains { $0.block.sections.contains { $0.outcome == .fail } } ?? false
  }

  // ── the means of writing ───────────────────────────────────────────────────

  /// The text of the opinion's language.
  func say(ko: @autoclosure () -> String, en: @autoclosure () -> String) -> String {
    words.say(ko: ko(), en: en())
  }

  /// Puts a block into the document.
  mutating func put(_ block: Block) { writer.put(block) }

  /// Puts a remark in small letters.
  mutating func putNote(ko: String, en: String) {
    put(.paragraph([Run(say(ko: ko, en: en), tone: .faint)], .note))
  }

  /// Puts the next point of a level below the sections, which is 1 for `가.`.
  mutating func point(_ text: [Run], level: Int) {
    put(.item(text, label: numbering.next(level + 1), level: level))
  }

  /// Puts the next point below a rule: whom it is about, in as many paragraphs as these take, and what is said of them.
  mutating func point(about subjects: String, _ text: String) {
    var pieces = LongRow.pieces(of: subjects)
    let last = pieces.removeLast()
    let end = [Run("\(last): ", strong: true), Run(text)]
    guard let first = pieces.first else { return point(end, level: 2) }
    point([Run(first, strong: true)], level: 2)
    for piece in pieces.dropFirst() { put(.paragraph([Run(piece, strong: true)], .inset)) }
    put(.paragraph(end, .inset))
  }

  /// Puts the next point below the sections with what it is about before it.
  mutating func point(ko: String, en: String, _ text: String) {
    point([Run(say(ko: ko, en: en) + ": ", strong: true), Run(text)], level: 1)
  }

  /// Puts a line below a point.
  mutating func detail(ko: String, en: String, _ text: String) { detail(say(ko: ko, en: en), text) }

  /// Puts a line below a point.
  mutating func detail(_ label: String, _ text: String) {
    put(.item([Run(label + ": ", tone: .faint), Run(text)], label: "-", level: 3))
  }

  /// A column with its title in both languages.
  func column(ko: String, en: String, weight: Int) -> TableHead.Column {
    TableHead.Column(say(ko: ko, en: en), weight: weight)
  }

  /// Puts a table of rows that there are.
  mutating func putTable(_ caption: String, _ columns: [TableHead.Column], _ rows: [[TableCell]]) {
    guard !rows.isEmpty else { return }
    put(.tableStart(TableHead(caption, columns)))
    for row in rows { put(.tableRow(row)) }
    put(.tableEnd)
  }

  // ── the end ────────────────────────────────────────────────────────────────

  /// Names the annexes; the last opinion ends with the word that ends official documents.
  private mutating func writeEnd() {
    let annexes = outline.sections.filter(\.section.isAnnex).map { "\($0.label) \(title(of: $0.section))" }
    let end = place.isLast ? [Run(say(ko: "  끝.", en: "  End."), strong: true)] : []
    let list =
      annexes.isEmpty ? "" : say(ko: "붙임: ", en: "Enclosed: ") + annexes.joined(separator: ", ") + "."
    guard !list.isEmpty || !end.isEmpty else { return }
    put(.paragraph((list.isEmpty ? [] : [Run(list)]) + end))
  }
}
