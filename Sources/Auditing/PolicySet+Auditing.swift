public import Diagnostics
import Expressions
public import Findings
import Policies
package import Schemes
package import YAMLTree

extension PolicySet {
  /// Audits the scheme in a file.
  ///
  /// - Parameters:
  ///   - path: the scheme's file.
  ///   - options: profile, waivers and what counts as a failure.
  ///   - law: the date whose law counts; the profile's, else each rule's own, where it is `written`.
  ///   - today: the day it is as `YYYY-MM-DD`, for profiles that ask for today's law; the day that the options name
  ///     comes first.
  public func audit(
    schemeAt path: String, options: AuditOptions = AuditOptions(), law: LawDate = .written,
    today: String? = nil
  ) throws(InputError) -> AuditReport {
    var log = DiagnosticLog()
    guard let file = FileReading.read(path, diagnostics: &log) else { throw InputError(log) }
    return try audit(scheme: file, options: options, law: law, today: today)
  }

  /// Audits a scheme that has been read already.
  public func audit(
    scheme file: SourceFile, options: AuditOptions = AuditOptions(), law: LawDate = .written,
    today: String? = nil
  ) throws(InputError) -> AuditReport {
    var log = DiagnosticLog()
    guard
      let report = audit(scheme: file, options: options, law: law, today: today, diagnostics: &log)
    else { throw InputError(log) }
    return report
  }

  /// Audits a scheme and reports every problem of the scheme and of what was asked for, warnings included; nil
  /// where there is an error.
  package func audit(
    scheme file: SourceFile, options: AuditOptions, law: LawDate, today: String?,
    diagnostics: inout DiagnosticLog
  ) -> AuditReport? {
    audit(
      SchemeFile(parsing: file), options: options, law: law, today: today, diagnostics: &diagnostics)
  }

  /// Audits a scheme whose file has been parsed, or read already.
  ///
  /// - Parameter digestsFacts: whether findings carry the digest of the facts that decided them.
  package func audit(
    _ file: SchemeFile, options: AuditOptions, law: LawDate, today: String?, digestsFacts: Bool = false,
    diagnostics: inout DiagnosticLog
  ) -> AuditReport? {
    let file = file.read(with: self)
    var log = file.log
    defer { diagnostics.append(contentsOf: log) }
    guard let scheme = file.scheme, let vocabulary = vocabularies[scheme.vocabularyID] else { return nil }
    var choice = AuditPlan.Choice()
    choice.profile = options.profile.map { AuditPlan.Name(text: $0) }
    choice.waivers = options.waivers.map { AuditPlan.Name(text: $0) }
    choice.decisions = options.decisions.map { AuditPlan.Name(text: $0) }
    choice.digestsFacts = digestsFacts
    choice.asOf = Self.mode(law, diagnostics: &log)
    if let named = options.today, Day(iso: named) == nil { Self.badDate(named, diagnostics: &log) }
    choice.today = (options.today ?? today).flatMap { Day(iso: $0) }
    guard let plan = AuditPlan(self, vocabulary: vocabulary, choice: choice, diagnostics: &log),
      !log.hasErrors
    else { return nil }
    if plan.policies.isEmpty { noPolicies(for: scheme, diagnostics: &log) }
    let overlaid = options.facts.flatMap { lay($0, over: scheme, vocabulary, diagnostics: &log) }
    if log.hasErrors { return nil }
    return Self.report(
      on: overlaid ?? scheme, plan: plan, options: options, diagnostics: &log)
  }

  /// Whether a text is a date as `YYYY-MM-DD`.
  package static func isDate(_ text: String) -> Bool {
    Day(iso: text) != nil
  }

  private static func mode(_ law: LawDate, diagnostics: inout DiagnosticLog) -> AsOfMode? {
    switch law.mode {
    case .written: return nil
    case .date:
      let text = law.date ?? ""
      if let day = Day(iso: text) { return .day(day) }
      badDate(text, diagnostics: &diagnostics)
      return nil
    }
  }

  private static func badDate(_ text: String, diagnostics: inout DiagnosticLog) {
    let shown = Printable.escaped(text)
    diagnostics.error(
      "audit.bad-date", at: nil, ko: "`\(shown)`은(는) 날짜가 아닙니다", en: "`\(shown)` is not a date",
      help: LocalizedText(ko: "`2022-12-29`처럼 적으십시오", en: "write it like `2022-12-29`"))
  }

  private func noPolicies(for scheme: Scheme, diagnostics: inout DiagnosticLog) {
    diagnostics.error(
      "audit.no-policies", at: nil, ko: "용어집 `\(scheme.vocabularyID)`의 보상안에 적용할 기준이 없습니다",
      en: "there is no policy for schemes of vocabulary `\(scheme.vocabularyID)`")
  }

  /// Reads and validates a scheme whose tree is known, such as a variant of another one.
  package func readScheme(_ tree: YAMLTree, diagnostics: inout DiagnosticLog) -> Scheme? {
    guard let vocabulary = vocabulary(of: tree, diagnostics: &diagnostics) else { return nil }
    return Scheme.load(tree, vocabulary: vocabulary, diagnostics: &diagnostics)
  }

  /// The vocabulary that a scheme's first line names.
  package func vocabulary(of tree: YAMLTree, diagnostics: inout DiagnosticLog) -> Vocabulary? {
    guard let line = FormatLine.read(tree, diagnostics: &diagnostics) else { return nil }
    if let vocabulary = vocabularies[line.name] { return vocabulary }
    let known = vocabularies.values.map(\.format).sorted()
    let names = known.map { "`\($0)`" }.joined(separator: ", ")
    let near = Suggestion.nearest(to: line.name, among: vocabularies.keys.sorted()).flatMap {
      vocabularies[$0]?.format
    }
    diagnostics.error(
      "scheme.unknown-vocabulary", at: line.node.span,
      ko: "`\(line.name)`은(는) 보상안의 용어집이 아닙니다", en: "`\(line.name)` is no vocabulary for schemes",
      help: near.map(Suggestion.question)
        ?? LocalizedText(ko: "쓸 수 있는 것: \(names)", en: "expected one of \(names)"))
    return nil
  }

  // ── the report ─────────────────────────────────────────────────────────────

  /// The scheme with the facts of an authority's file in place of the company's.
  private func lay(
    _ path: String, over scheme: Scheme, _ vocabulary: Vocabulary, diagnostics: inout DiagnosticLog
  ) -> Scheme? {
    guard let file = FileReading.read(path, diagnostics: &diagnostics),
      let tree = YAMLTree.parse(file, into: &diagnostics),
      let facts = AuthorityFacts(tree, vocabulary: vocabulary, diagnostics: &diagnostics)
    else { return nil }
    return scheme.overlaid(with: facts, vocabulary: vocabulary, diagnostics: &diagnostics)
  }

  private static func report(
    on scheme: Scheme, plan: AuditPlan, options: AuditOptions,
    diagnostics: inout DiagnosticLog
  ) -> AuditReport {
    var options = options
    options.profile = plan.profile?.id
    let files = [scheme.file] + (scheme.authority.map { [$0.file] } ?? [])
    let read = files.map { Self.input($0, format: plan.vocabulary.format) }
    let inputs = (plan.inputs + read).sorted { $0.path.precedesInBytes($1.path) }
    let audit = SchemeAudit(scheme, plan: plan)
    var findings = audit.findings()
    if !plan.decisions.isEmpty {
      DecisionRecord(plan.decisions, schemeID: scheme.id).put(beside: &findings, diagnostics: &diagnostics)
    }
    let day = NotCovered.day(asked: plan.day, findings: findings)
    var report = AuditReport(
      tool: AuditReport.Tool(version: ToolVersion.current), inputs: inputs,
      scheme: AuditReport.Scheme(
        id: scheme.id, title: scheme.title.map { LocalizedText($0) }, path: scheme.file.path,
        headlines: audit.headlines(), references: audit.references()),
      policies: plan.policies.map { describe($0) }, options: options,
      law: plan.day.map { .on($0.iso) } ?? .written, provenance: scheme.provenance.map { describe($0) },
      facts: OverlaidFacts(of: scheme, utcOffset: plan.utcOffset),
      notCovered: NotCovered.articles(of: plan.registers, on: day),
      units: plan.vocabulary.environment.units, findings: findings)
    report.confidential = ConfidentialFacts(of: scheme)
    return report
  }

  private static func describe(_ policy: Policy) -> AuditReport.Policy {
    AuditReport.Policy(
      id: policy.id, version: policy.version, title: policy.title,
      legal: AuditReport.Policy.Legal(
        status: policy.legal.status, effect: policy.legal.effect, note: policy.legal.note),
      review: policy.review.map { review in
        AuditReport.Policy.Review(
          status: review.status, by: review.by, on: review.on?.iso, document: review.document)
      })
  }

  private static func describe(_ provenance: SchemeProvenance) -> ReportProvenance {
    let kind: ReportProvenance.Kind =
      switch provenance.kind {
      case .filed: .filed
      case .draft: .draft
      case .reconstructed: .reconstructed
      }
    return ReportProvenance(
      kind: kind, by: provenance.by, on: provenance.on?.iso, note: provenance.note)
  }
}
