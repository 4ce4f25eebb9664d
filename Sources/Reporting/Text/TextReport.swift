import Diagnostics
import Findings

/// The report for people at a terminal.
struct TextReport: Sendable {
  /// The report that is rendered.
  let report: AuditReport
  /// How it is laid out.
  let options: RenderOptions
  /// The phrases of the report's language.
  let words: FindingWords
  /// The findings by the sections that show them.
  let sections: ReportSections
  /// The lines written so far.
  var page: Page

  /// Renders one report after the other, in pieces that follow each other.
  static func render(_ reports: [AuditReport], _ options: RenderOptions) -> [[UInt8]] {
    var pieces: [[UInt8]] = []
    for report in reports {
      if !pieces.isEmpty { pieces.append([UInt8](repeating: UInt8(ascii: "\n"), count: 2)) }
      var text = TextReport(report, options)
      text.write()
      pieces.append(text.page.bytes)
    }
    return pieces
  }

  /// A report with nothing written yet.
  init(_ report: AuditReport, _ options: RenderOptions) {
    self.report = report
    self.options = options
    words = FindingWords(report, options)
    sections = ReportSections(report.findings, listsPasses: options.listsAll)
    page = Page(width: options.width, color: options.color)
  }

  /// A section of the report.
  private enum Section {
    case overview, facts, findings(Effect), assumedPasses, unprovenPasses, decided, passes, notApplicable,
      needs, notAudited, inputs
  }

  /// Writes the report's steps on all cores, each run on a page of its own, and puts the pages together in order.
  private mutating func write() {
    let sections =
      [.overview, .facts] + Effect.allCases.map { Section.findings($0) }
      + [.assumedPasses, .unprovenPasses, .decided, .passes, .notApplicable, .needs, .notAudited, .inputs]
    var plan = TextPlan()
    for section in sections { plan.append(self.plan(of: section)) }
    let pages = Parallel.map(plan.runs, longestFirst: \.weight) { [self] run in
      var own = self
      for step in run.steps { step(&own) }
      return own.page
    }
    page.reserve(pages)
    for page in pages { self.page.append(page) }
  }

  private func plan(of section: Section) -> TextPlan {
    var plan = TextPlan()
    switch section {
    case .overview: plan.add(weight: 1 + report.findings.count / 32) { $0.writeOverview() }
    case .facts: plan.add { $0.writeOverlaidFacts() }
    case .findings(let effect): plan.append(self.plan(of: effect))
    case .assumedPasses: plan.add(weight: 1 + sections.assumedPasses.count / 16) { $0.writeAssumedPasses() }
    case .unprovenPasses:
      plan.add(weight: 1 + sections.unprovenPasses.count / 16) { $0.writeUnprovenPasses() }
    case .decided: plan.add(weight: 1 + sections.decided.count / 4) { $0.writeDecided() }
    case .passes: plan.add(weight: 1 + sections.passes.count / 16) { $0.writePasses() }
    case .notApplicable: plan.add(weight: 1 + sections.notApplicable.count / 16) { $0.writeNotApplicable() }
    case .needs: plan.add(weight: 1 + report.needs.count / 8) { $0.writeNeeds() }
    case .notAudited: plan.add(weight: 1 + report.notCovered.count / 8) { $0.writeNotAudited() }
    case .inputs: plan.add { $0.writeInputs() }
    }
    return plan
  }

  /// The text of the report's language.
  func say(ko: @autoclosure () -> String, en: @autoclosure () -> String) -> String {
    words.say(ko: ko(), en: en())
  }

  /// The text of the report's language.
  func say(_ text: LocalizedText) -> String { words.say(text) }

  /// A section's heading in a line across the page.
  mutating func heading(_ text: String) {
    page.blank()
    page.banner("== \(text.prefix(1).uppercased() + text.dropFirst()) ", fill: "=")
  }

  /// Writes a text under a label in the block's columns.
  mutating func label(
    ko: String, en: String, _ text: String, indent: Int? = nil, style: Page.Style = .plain
  ) {
    page.labelled(
      say(ko: ko, en: en), text, indent: indent ?? labelIndent, column: textColumn, style: style)
  }

  /// Where labels of a block begin.
  var labelIndent: Int { 4 }
  /// Where the texts after a block's labels begin.
  var textColumn: Int { options.language == .ko ? 10 : 14 }

  /// The style that goes with an outcome.
  func style(of outcome: Outcome) -> Page.Style {
    switch outcome {
    case .error, .fail: .bad
    case .unknown, .manual, .waived: .open
    case .pass: .good
    case .info, .notApplicable, .notInForce, .notSelected: .strong
    }
  }
}
