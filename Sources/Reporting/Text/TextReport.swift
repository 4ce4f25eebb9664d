import Diagnostics
import Findings

/// The report for people at a terminal.
struct TextReport: Sendable {
  /// The report that is rendered.
  let report: AuditReport
  /// How it is laid out.
  let options: RenderOptions
  /// Writes values in the report's language.
  let formatter: ValueFormatter
  /// Titles of the policies by id.
  let policyTitles: [String: LocalizedText]
  /// The findings by the sections that show them.
  let sections: ReportSections
  /// The lines written so far.
  var page: Page
  /// Characters of a scheme's text that are shown unless everything is listed; its place in the file stands beside it.
  private static let longestText = 80

  /// Renders one report after the other.
  static func render(_ reports: [AuditReport], _ options: RenderOptions) -> [UInt8] {
    var bytes: [UInt8] = []
    for (index, report) in reports.enumerated() {
      if index > 0 { bytes.append(contentsOf: [UInt8](repeating: UInt8(ascii: "\n"), count: 2)) }
      var text = TextReport(report, options)
      text.write()
      bytes.append(contentsOf: text.page.bytes)
    }
    return bytes
  }

  /// A report with nothing written yet.
  init(_ report: AuditReport, _ options: RenderOptions) {
    self.report = report
    self.options = options
    formatter = ValueFormatter(
      language: options.language, units: report.units,
      longestText: options.listsAll ? .max : Self.longestText)
    policyTitles = Dictionary(
      report.policies.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    sections = ReportSections(report.findings, listsPasses: options.listsAll)
    page = Page(width: options.width, color: options.color)
  }

  /// A section of the report.
  private enum Section {
    case overview, facts, findings(Effect), assumedPasses, unprovenPasses, decided, passes, notApplicable,
      needs, notAudited, inputs
  }

  /// Writes all sections, each on a core of its own, and puts them together in order.
  private mutating func write() {
    let sections =
      [.overview, .facts] + Effect.allCases.map { Section.findings($0) }
      + [.assumedPasses, .unprovenPasses, .decided, .passes, .notApplicable, .needs, .notAudited, .inputs]
    let pages = Parallel.map(sections) { [self] section in
      var own = self
      own.write(section)
      return own.page
    }
    for page in pages { self.page.append(page) }
  }

  private mutating func write(_ section: Section) {
    switch section {
    case .overview: writeOverview()
    case .facts: writeOverlaidFacts()
    case .findings(let effect): writeFindings(of: effect)
    case .assumedPasses: writeAssumedPasses()
    case .unprovenPasses: writeUnprovenPasses()
    case .decided: writeDecided()
    case .passes: writePasses()
    case .notApplicable: writeNotApplicable()
    case .needs: writeNeeds()
    case .notAudited: writeNotAudited()
    case .inputs: writeInputs()
    }
  }

  /// The text of the report's language.
  func say(ko: @autoclosure () -> String, en: @autoclosure () -> String) -> String {
    switch options.language {
    case .ko: ko()
    case .en: en()
    }
  }

  /// The text of the report's language.
  func say(_ text: LocalizedText) -> String { text[options.language] }

  /// A section's heading in a line across the page.
  mutating func heading(_ text: String) {
    page.blank()
    page.banner("== \(text.prefix(1).uppercased() + text.dropFirst()) ", fill: "=")
  }

  /// `1 finding`, `2 findings`; `1건` in Korean.
  func findings(_ count: Int) -> String {
    say(ko: "\(count)건", en: count == 1 ? "1 finding" : "\(count) findings")
  }

  /// What people call a finding's subject, with its id where that says more.
  func subject(of finding: Finding) -> String {
    guard let subject = finding.subject else { return say(ko: "보상안 전체", en: "the whole scheme") }
    let name = finding.subjectName.map(say) ?? ""
    if subject.hasSuffix("[*]"), name.isEmpty {
      return say(ko: "목록에 적히지 않은 나머지", en: "the unstated rest of the list") + " [*]"
    }
    return name.isEmpty || name == subject ? subject : "\(name) [\(subject)]"
  }

  /// Subjects in a row; unless everything is listed, the rest of a long row is only counted.
  func subjects(of findings: [Int], most: Int) -> String {
    let shown = options.listsAll ? findings[...] : findings.prefix(most)
    let names = shown.map { subject(of: report.findings[$0]) }.joined(separator: ", ")
    return andMore(names, findings.count - shown.count)
  }

  /// A row of texts with the number of those that are left out.
  func andMore(_ text: String, _ rest: Int) -> String {
    rest <= 0 ? text : say(ko: "\(text) 외 \(rest)건", en: "\(text) and \(rest) more")
  }

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
