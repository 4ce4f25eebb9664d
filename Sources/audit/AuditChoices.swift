import ArgumentParser
import Auditing
import Diagnostics
import Findings

/// With what a scheme is audited besides the policies and their dates: the same for every command that audits one,
/// whatever it shows of the result.
struct AuditChoices: ParsableArguments {
  /// Name or path; nil: every rule, nothing tightened.
  @Option(name: .long, help: help(ko: "적용할 프로파일(이름 또는 경로).", en: "Profile to apply, by name or path."))
  var profile: String?

  /// Names or paths; none: no failure is waived.
  @Option(
    name: .long,
    help: help(ko: "적용할 유예 파일(이름 또는 경로, 여러 번 적을 수 있음).", en: "Waiver file, by name or path; may be repeated.")
  )
  var waivers: [String] = []

  /// Names or paths; none: no decision is shown.
  @Option(
    name: .long,
    help: help(
      ko: "점검 결과에 대한 의견 파일(이름 또는 경로, 여러 번 적을 수 있음). 결과 옆에 적고 결과를 바꾸지 않습니다.",
      en:
        "File of decisions on findings, by name or path; may be repeated. They stand beside the outcomes and change none."
    ))
  var decisions: [String] = []

  /// Path of the authority's facts; nil: the scheme's own alone.
  @Option(
    name: .long,
    help: help(
      ko: "기관이 확인한 사실의 파일. 보상안과 다르면 이 값이 우선하고 차이를 모두 적습니다.",
      en:
        "File of facts that an authority found; they count in place of the scheme's, and every difference is listed."
    ))
  var facts: String?

  /// What the audit is asked for; `today` is the day that days left are counted from.
  func options(
    _ language: Language, failOn: FailThreshold = .law, strict: Bool = false, today: String?
  ) -> AuditOptions {
    AuditOptions(
      profile: profile, waivers: waivers, decisions: decisions, facts: facts, failOn: failOn, strict: strict,
      language: language, today: today)
  }
}
