import Diagnostics
import Findings

/// Everything an audit came to, as a document.
struct FindingsDocument<Writer: BlockWriter> {
  /// The report that is told.
  let report: AuditReport
  /// The phrases of the document's language.
  let words: FindingWords
  /// Whose the elements of the scheme are.
  let elements: SchemeElements
  /// The findings by the sections that show them.
  let sections: ReportSections
  /// The rules that a reader has to look at, by effect.
  let blocks: [(effect: Effect, blocks: [RuleBlock])]
  /// Where groups of findings begin, by rule.
  private(set) var anchors: [String: String] = [:]
  /// Stands before the anchors of a report, so that those of several differ.
  let prefix: String
  /// The level of the headings of sections.
  let level: Int
  /// What the document is written with.
  var writer: Writer
  /// Numbers the sections.
  var numbering: OfficialNumbering

  /// A document of which nothing is written yet.
  init(_ report: AuditReport, _ options: RenderOptions, _ place: SchemePlace, _ writer: Writer) {
    self.report = report
    prefix = place.prefix
    level = place.level
    self.writer = writer
    words = FindingWords(report, options)
    elements = SchemeElements(words)
    numbering = OfficialNumbering(options.language)
    sections = ReportSections(report.findings, listsPasses: true)
    var blocks: [(effect: Effect, blocks: [RuleBlock])] = []
    for effect in Effect.allCases {
      // Measures have a section of their own.
      let findings = (sections.blocks(of: effect) ?? []).filter {
        !(report.findings[$0].heading.isMeasure && report.findings[$0].outcome == .info)
      }
      guard !findings.isEmpty else { continue }
      let own = RuleGrouping.blocks(
        findings, of: report.findings, words.formatter, mergesUnknown: !options.listsAll)
      for block in own where anchors[report.findings[block.first].rule] == nil {
        anchors[report.findings[block.first].rule] = "\(prefix)finding-\(block.first + 1)"
      }
      blocks.append((effect, own))
    }
    self.blocks = blocks
  }

  /// Writes all sections and gives the writer back.
  consuming func written() -> Writer {
    writer.putBanners(words)
    writer.putScope(words, facts: true)
    heading(ko: "종합 결과", en: "Overall result", anchor: "result")
    writer.putVerdict(words)
    writePolicies()
    writeCounts()
    writeRules()
    writeFindings()
    writePasses()
    writeNotApplicable()
    writeNeeds()
    writeDeadlines()
    writeAdequacy()
    writeOverlaidFacts()
    writeNotAudited()
    writeNotes()
    heading(ko: "점검에 쓴 자료", en: "What was read", anchor: "inputs")
    writer.putInputs(words)
    return writer
  }

  /// The text of the document's language.
  func say(ko: @autoclosure () -> String, en: @autoclosure () -> String) -> String {
    words.say(ko: ko(), en: en())
  }

  /// The text of the document's language.
  func say(_ text: LocalizedText) -> String { words.say(text) }

  /// Begins a section under the next number.
  mutating func heading(ko: String, en: String, anchor: String) {
    let number = numbering.next(1)
    writer.put(
      .heading([Run("\(number) \(say(ko: ko, en: en))")], level: level, anchor: prefix + anchor))
  }

  /// Writes a paragraph.
  mutating func paragraph(_ text: String, _ style: ParagraphStyle = .body) {
    writer.put(.paragraph([Run(text)], style))
  }

  /// Begins a table.
  mutating func table(_ caption: String, _ columns: [TableHead.Column]) {
    writer.put(.tableStart(TableHead(caption, columns)))
  }

  /// A column with its title in both languages.
  func column(ko: String, en: String, weight: Int = 1, numeric: Bool = false) -> TableHead.Column {
    TableHead.Column(say(ko: ko, en: en), weight: weight, numeric: numeric)
  }

  /// What an outcome says, for the eye.
  static func tone(of outcome: Outcome) -> Run.Tone {
    switch outcome {
    case .error, .fail: .bad
    case .unknown, .manual, .waived: .open
    case .pass: .good
    case .info, .notApplicable, .notInForce, .notSelected: .plain
    }
  }
}
