import Diagnostics
import Expressions
import Findings
import Policies
import Schemes
import YAMLTree

/// What a scheme is audited against: the policies of its vocabulary as a profile tightens them, the waivers, and
/// the date of the law. Ready for any number of schemes.
struct AuditPlan: Sendable {
  /// The vocabulary of the schemes.
  let vocabulary: Vocabulary
  /// In the order of their ids.
  let policies: [Policy]
  /// In the order of their ids.
  let registers: [Register]
  /// The profile that selects and tightens.
  let profile: Profile?
  /// Waivers by the rule they are for, in the order of their files.
  let waivers: [String: [Waiver]]
  /// Decisions on findings of its rules, in the order of their files.
  let decisions: [RecordedDecision]
  /// Whether findings carry the digest of the facts that decided them.
  let digestsFacts: Bool
  /// The user's date in place of all others.
  let day: Day?
  /// Every file that the audit rests on, besides the scheme.
  let inputs: [AuditReport.Input]

  /// Offset from UTC in seconds in which instants are written.
  var utcOffset: Int { policies.compactMap(\.program.calendar).first?.utcOffset ?? 0 }

  /// A file that is asked for by id, stem or path, and where; nil for a command line.
  struct Name: Sendable {
    /// As it was asked for: a name or a path.
    var text: String
    /// Where it is written; nil for the command line.
    var span: SourceSpan?
  }

  /// What the user or a test's case asks for.
  struct Choice: Sendable {
    /// At most one.
    var profile: Name?
    /// In the order in which they were asked for.
    var waivers: [Name] = []
    /// In the order in which they were asked for.
    var decisions: [Name] = []
    /// Whether digests of facts are asked for; they are made as well where there are decisions.
    var digestsFacts = false
    /// The folder that paths are seen from.
    var folder = ""
    /// Nil: the profile's, else as written.
    var asOf: AsOfMode?
    /// The day of the audit, for `today`.
    var today: Day?
    /// Id of the only policy that counts.
    var policy: String?
  }

  /// Finds and checks what was chosen; nil where something is missing or wrong, which is reported.
  init?(
    _ set: PolicySet, vocabulary: Vocabulary, choice: Choice, diagnostics: inout DiagnosticLog
  ) {
    var log = DiagnosticLog()
    defer { diagnostics.append(contentsOf: log) }
    var inputs = set.inputs
    let profile = Self.profile(choice, in: set, inputs: &inputs, diagnostics: &log)
    var policies = set.policies.filter { $0.vocabulary == vocabulary.id }
    if let only = choice.policy { policies.removeAll { $0.id != only } }
    if let profile {
      policies = Self.tightened(policies, by: profile, among: set.policies, diagnostics: &log)
    }
    let rules = Set(policies.flatMap { $0.rules.map(\.id) })
    waivers = Self.waivers(choice, in: set, inputs: &inputs, diagnostics: &log).filter {
      rules.contains($0.key)
    }
    decisions = Self.decisions(choice, in: set, inputs: &inputs, diagnostics: &log).filter { decision in
      rules.contains { decision.rule == $0 || decision.rule.hasPrefix($0 + ".") }
    }
    digestsFacts = choice.digestsFacts || !decisions.isEmpty
    if vocabulary.filedFact == nil, let waiver = waivers.min(by: { $0.key < $1.key })?.value.first {
      Self.reportNoFiledFact(vocabulary, waiver, diagnostics: &log)
    }
    day = Self.day(choice.asOf ?? profile?.asOf ?? .written, choice, diagnostics: &log)
    self.vocabulary = vocabulary
    self.policies = policies
    self.profile = profile
    self.inputs = inputs
    registers = set.registers
    if log.hasErrors { return nil }
  }

  private static func profile(
    _ choice: Choice, in set: PolicySet, inputs: inout [AuditReport.Input], diagnostics: inout DiagnosticLog
  ) -> Profile? {
    guard let name = choice.profile else { return nil }
    guard let path = set.path(of: .profile, named: name.text, from: choice.folder) else {
      set.reportUnknown(.profile, named: name.text, at: name.span, diagnostics: &diagnostics)
      return nil
    }
    let profile = set.readProfile(path, diagnostics: &diagnostics)
    if let profile { inputs.append(PolicySet.input(profile.file, format: "guideline_profile/1")) }
    return profile
  }

  /// The policies with the stricter values of a profile, whose names may be of any policy that is loaded.
  static func tightened(
    _ policies: [Policy], by profile: Profile, among loaded: [Policy], diagnostics: inout DiagnosticLog
  ) -> [Policy] {
    profile.check(against: loaded, diagnostics: &diagnostics)
    return policies.map { $0.applying(profile, diagnostics: &diagnostics) }
  }

  private static func waivers(
    _ choice: Choice, in set: PolicySet, inputs: inout [AuditReport.Input], diagnostics: inout DiagnosticLog
  ) -> [String: [Waiver]] {
    var waivers: [String: [Waiver]] = [:]
    var places: [String: SourceSpan] = [:]
    var paths: Set<String> = []
    for name in choice.waivers {
      guard let path = set.path(of: .waivers, named: name.text, from: choice.folder) else {
        set.reportUnknown(.waivers, named: name.text, at: name.span, diagnostics: &diagnostics)
        continue
      }
      guard paths.insert(path).inserted, let read = set.readWaivers(path, diagnostics: &diagnostics) else {
        continue
      }
      inputs.append(PolicySet.input(read.file, format: "guideline_waivers/1"))
      guard let file = read.check(against: set.policies, diagnostics: &diagnostics) else { continue }
      for waiver in file.waivers {
        if let first = places[waiver.id] {
          diagnostics.error(
            "waiver.repeated-id", at: waiver.span, ko: "유예 `\(waiver.id)`이(가) 두 번 있습니다",
            en: "waiver `\(waiver.id)` is there twice",
            notes: [
              Diagnostic.Note(LocalizedText(ko: "먼저 나온 곳", en: "the first one is here"), at: first.location)
            ])
        }
        places[waiver.id] = waiver.span
        waivers[waiver.rule, default: []].append(waiver)
      }
    }
    return waivers
  }

  private static func decisions(
    _ choice: Choice, in set: PolicySet, inputs: inout [AuditReport.Input], diagnostics: inout DiagnosticLog
  ) -> [RecordedDecision] {
    var decisions: [RecordedDecision] = []
    var paths: Set<String> = []
    for name in choice.decisions {
      guard let path = set.path(of: .decisions, named: name.text, from: choice.folder) else {
        set.reportUnknown(.decisions, named: name.text, at: name.span, diagnostics: &diagnostics)
        continue
      }
      guard paths.insert(path).inserted, let file = set.readDecisions(path, diagnostics: &diagnostics) else {
        continue
      }
      inputs.append(PolicySet.input(file.file, format: DecisionFile.format))
      file.check(against: set.policies, diagnostics: &diagnostics)
      decisions += file.decisions
    }
    return decisions
  }

  private static func reportNoFiledFact(
    _ vocabulary: Vocabulary, _ waiver: Waiver, diagnostics: inout DiagnosticLog
  ) {
    diagnostics.error(
      "waiver.no-filed-fact", at: waiver.span,
      ko: "용어집 `\(vocabulary.id)`에 `filed: true`인 사실이 없어 유예의 유효 기간을 정할 수 없습니다",
      en: "vocabulary `\(vocabulary.id)` has no fact with `filed: true`, so no waiver can be dated",
      help: LocalizedText(
        ko: "제출일인 사실에 `filed: true`를 적으십시오", en: "mark the date of submission with `filed: true`"))
  }

  private static func day(_ mode: AsOfMode, _ choice: Choice, diagnostics: inout DiagnosticLog) -> Day? {
    switch mode {
    case .written: return nil
    case .day(let day): return day
    case .today:
      if choice.today == nil {
        diagnostics.error(
          "audit.no-today", at: nil, ko: "`today`가 며칠인지 주어지지 않았습니다",
          en: "nobody has said what day `today` is",
          help: LocalizedText(ko: "날짜를 직접 적으십시오", en: "give a date instead"))
      }
      return choice.today
    }
  }
}
