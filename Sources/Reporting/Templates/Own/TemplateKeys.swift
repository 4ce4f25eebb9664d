import Diagnostics
import Findings

// Every name that a template may use. The documents list them; a test compares the two.

extension TemplateScope {
  /// The names of a report.
  static let reportKeys: [TemplateKey<AuditReport>] = [
    TemplateKey("language", "보고서의 언어(ko, en)", "language of the report (ko, en)") { _, scope in
      .text(scope.words.language.rawValue)
    },
    TemplateKey(
      "scheme", "보상안: title, id, path", "the scheme: title, id, path", .object(TemplateName.names(schemeKeys))
    ) { report, scope in
      scope.object(report.scheme, schemeKeys)
    },
    TemplateKey("banners", "먼저 읽어야 할 것(재구성 자료, 기준일, 가린 내용)", "what must be read first", .texts) { _, scope in
      TemplateValue(scope.whole.banners)
    },
    TemplateKey(
      "headlines", "보상안을 소개하는 사실: name, value, place", "facts that introduce the scheme: name, value, place",
      .list(TemplateName.names(headlineKeys))
    ) {
      _, scope in
      .list(scope.whole.headlines.map { scope.object($0, headlineKeys) })
    },
    TemplateKey("verdict", "종합 결과", "the overall verdict") { _, scope in .text(scope.whole.verdict) },
    TemplateKey("verdict_reason", "종합 결과의 근거", "what the verdict rests on") { _, scope in
      .text(scope.whole.verdictReason)
    },
    TemplateKey("disclaimer", "점검의 한계(빠뜨리지 말 것)", "what an audit is not (do not leave it out)") { _, scope in
      .text(scope.whole.disclaimer)
    },
    TemplateKey(
      "counts", "결과별 수: outcome, word, rules, findings", "counts by outcome: outcome, word, rules, findings",
      .list(TemplateName.names(countKeys))
    ) {
      report, scope in
      .list(
        Outcome.worstFirst.compactMap { outcome in
          let count = OutcomeCount(
            outcome: outcome, rules: report.summary.rules[outcome.rawValue] ?? 0,
            findings: report.summary.findings[outcome.rawValue] ?? 0)
          return count.rules + count.findings > 0 ? scope.object(count, countKeys) : nil
        })
    },
    TemplateKey(
      "policies", "적용한 기준: id, version, title, status, review",
      "policies: id, version, title, status, review", .list(TemplateName.names(policyKeys))
    ) {
      report, scope in
      .list(report.policies.map { scope.object($0, policyKeys) })
    },
    TemplateKey("findings", "모든 점검 항목", "all findings", .list(TemplateName.names(findingKeys))) {
      report, scope in
      .list(report.findings.map { scope.object($0, findingKeys) })
    },
    TemplateKey(
      "open_findings", "미충족·자료 보완 필요·판단 필요·기준 오류인 점검 항목",
      "findings that fail, are undecided, ask a person or are in error",
      .list(TemplateName.names(findingKeys))
    ) {
      report, scope in
      .list(report.findings.filter { $0.outcome.isOpen }.map { scope.object($0, findingKeys) })
    },
    TemplateKey(
      "measures", "적정성을 보이는 수치(점검 항목과 같은 이름)", "measures of adequacy (named as findings)",
      .list(TemplateName.names(findingKeys))
    ) {
      report, scope in
      .list(report.findings.filter(\.heading.isMeasure).map { scope.object($0, findingKeys) })
    },
    TemplateKey(
      "needs", "보완할 자료: name, reason, place, findings", "missing facts: name, reason, place, findings",
      .list(TemplateName.names(needKeys))
    ) {
      report, scope in
      .list(report.needs.map { scope.object($0, needKeys) })
    },
    TemplateKey(
      "deadlines", "이행 기한: title, subjects, last, state, left, rule",
      "deadlines: title, subjects, last, state, left, rule", .list(TemplateName.names(deadlineKeys))
    ) { report, scope in
      .list(DeadlineLine.lines(of: report, scope.words.language).map { scope.object($0, deadlineKeys) })
    },
    TemplateKey(
      "inputs", "읽은 파일: path, sha256", "files that were read: path, sha256",
      .list(TemplateName.names(inputKeys))
    ) { report, scope in
      .list(report.inputs.map { scope.object($0, inputKeys) })
    },
    TemplateKey("law", "법을 고른 날", "which day the law is of") { _, scope in .text(scope.whole.law) },
    TemplateKey("tool", "만든 프로그램과 그 판", "the program and its version") { report, _ in
      .text("\(report.tool.name) \(report.tool.version)")
    },
    TemplateKey("exit", "종료 상태", "exit status") { report, _ in .text("\(report.summary.exit)") },
  ]

  private static let schemeKeys: [TemplateKey<AuditReport.Scheme>] = [
    TemplateKey("title", "명칭", "title") { scheme, scope in TemplateValue(scheme.title.map(scope.text.say)) },
    TemplateKey("id", "식별자", "id") { scheme, _ in TemplateValue(scheme.id) },
    TemplateKey("path", "파일", "file") { scheme, _ in .text(scheme.path) },
  ]

  private static let headlineKeys: [TemplateKey<(name: String, value: String, place: String)>] = [
    TemplateKey("name", "이름", "name") { fact, _ in .text(fact.name) },
    TemplateKey("value", "값", "value") { fact, _ in .text(fact.value) },
    TemplateKey("place", "적힌 곳", "place") { fact, _ in .text(fact.place) },
  ]

  private static let countKeys: [TemplateKey<OutcomeCount>] = [
    TemplateKey("outcome", "결과(fail, pass …)", "outcome (fail, pass …)") { count, _ in
      .text(count.outcome.rawValue)
    },
    TemplateKey("word", "결과를 이르는 말", "the outcome in words") { count, scope in
      .text(scope.text.say(count.outcome.word))
    },
    TemplateKey("rules", "규칙 수", "rules") { count, _ in .text("\(count.rules)") },
    TemplateKey("findings", "점검 항목 수", "findings") { count, _ in .text("\(count.findings)") },
  ]

  private static let policyKeys: [TemplateKey<AuditReport.Policy>] = [
    TemplateKey("id", "식별자", "id") { policy, _ in .text(policy.id) },
    TemplateKey("version", "판", "version") { policy, _ in .text(policy.version) },
    TemplateKey("title", "명칭", "title") { policy, scope in .text(scope.text.say(policy.title)) },
    TemplateKey("status", "문서의 종류", "kind of text") { policy, scope in
      .text(scope.text.say(policy.legal.status.label))
    },
    TemplateKey("review", "기관의 문안 확인", "whether a body approved its wording") { policy, scope in
      .text(scope.words.review(of: policy))
    },
  ]

  private static let needKeys: [TemplateKey<Need>] = [
    TemplateKey("name", "사실", "fact") { need, scope in .text(scope.text.say(need.name)) },
    TemplateKey("reason", "쓸 수 없는 까닭", "why it cannot be used") { need, scope in
      .text(scope.text.say(need.kind.words))
    },
    TemplateKey("place", "적을 곳", "where to state it") { need, scope in .text(scope.words.place(of: need)) },
    TemplateKey("findings", "기다리는 점검 항목 수", "findings that wait for it") { need, _ in
      .text("\(need.findings)")
    },
  ]

  private static let deadlineKeys: [TemplateKey<DeadlineLine>] = [
    TemplateKey("title", "기한의 이름", "what it is") { line, scope in .text(scope.text.say(line.deadline.title))
    },
    TemplateKey("subjects", "대상", "subjects") { line, scope in
      .text(scope.words.distinctSubjects(of: line.findings, most: .max))
    },
    TemplateKey("last", "마지막 날", "last day") { line, scope in .text(scope.words.last(of: line)) },
    TemplateKey("state", "상태", "state") { line, scope in .text(scope.words.state(of: line)) },
    TemplateKey("left", "남은 날", "days left") { line, scope in .text(scope.words.daysLeft(of: line)) },
    TemplateKey("rule", "규칙", "rule") { line, scope in
      .text(line.findings.first.map { scope.words.report.findings[$0].rule } ?? "")
    },
  ]

  private static let inputKeys: [TemplateKey<AuditReport.Input>] = [
    TemplateKey("path", "파일", "file") { input, _ in .text(input.path) },
    TemplateKey("sha256", "SHA-256", "SHA-256") { input, _ in .text(input.sha256) },
  ]

  /// How often an outcome came up.
  private struct OutcomeCount: Sendable {
    let outcome: Outcome
    let rules: Int
    let findings: Int
  }
}

extension Outcome {
  /// Whether something is still to be done about it.
  fileprivate var isOpen: Bool {
    switch self {
    case .fail, .unknown, .manual, .error: true
    case .pass, .waived, .info, .notApplicable, .notInForce, .notSelected: false
    }
  }
}
