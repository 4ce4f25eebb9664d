import Diagnostics
import Findings

extension TemplateScope {
  /// The names of a finding.
  static let findingKeys: [TemplateKey<Finding>] =
    identity + words + computation + relief
    + Outcome.allCases.map { outcome in
      TemplateKey(
        "is_\(outcome.rawValue)", "결과가 ‘\(outcome.word.ko)’인지", "whether the outcome is “\(outcome.word.en)”",
        .flag
      ) { finding, _ in .flag(finding.outcome == outcome) }
    }

  private static let identity: [TemplateKey<Finding>] = [
    TemplateKey("id", "규칙·호·대상을 잇는 이름", "rule, part and subject in one name") { finding, _ in
      .text(finding.id)
    },
    TemplateKey("policy", "기준의 명칭", "title of the policy") { finding, scope in
      .text(scope.text.policy(finding.heading))
    },
    TemplateKey("rule", "규칙 식별자", "id of the rule") { finding, _ in .text(finding.rule) },
    TemplateKey("part", "호 식별자", "id of the part") { finding, _ in TemplateValue(finding.part) },
    TemplateKey("title", "규칙의 제목", "title of the rule") { finding, scope in
      .text(scope.text.title(finding.heading))
    },
    TemplateKey("asks", "요구하는 내용", "what the rule asks") { finding, scope in
      TemplateValue(finding.heading.text.map(scope.text.say))
    },
    TemplateKey("subject", "대상", "subject") { finding, scope in .text(scope.text.subject(finding)) },
    TemplateKey("outcome", "결과(fail, pass …)", "outcome (fail, pass …)") { finding, _ in
      .text(finding.outcome.rawValue)
    },
    TemplateKey("word", "결과를 이르는 말", "the outcome in words") { finding, scope in
      .text(scope.text.say(finding.word))
    },
    TemplateKey("effect", "효력", "weight of the rule") { finding, scope in
      .text(scope.text.say(finding.effect.label))
    },
    TemplateKey("severity", "중요도", "severity") { finding, scope in
      .text(scope.text.say(finding.severity.label))
    },
    TemplateKey("authority", "소관 기관", "body that issued it") { finding, scope in
      .text(scope.text.authority(finding.heading))
    },
    TemplateKey("citations", "근거 조문(문서의 종류와 대조 여부를 붙임)", "where it is written, with status", .texts) {
      finding, scope in
      TemplateValue(scope.text.citations(finding.heading))
    },
    TemplateKey("sanction", "제재", "sanction") { finding, scope in
      TemplateValue(finding.heading.sanction.map(scope.text.say))
    },
    TemplateKey("help", "규칙 설명의 주소", "page about the rule") { finding, scope in
      TemplateValue(finding.heading.address(scope.text.language))
    },
    TemplateKey("fingerprint", "점검 항목을 가리키는 고정 값", "fixed mark of the finding") { finding, _ in
      .text(finding.fingerprint)
    },
  ]

  private static let words: [TemplateKey<Finding>] = [
    TemplateKey("message", "지적", "what is wrong") { finding, scope in
      TemplateValue(finding.message.map(scope.text.say))
    },
    TemplateKey("question", "사람이 판단할 물음", "what a person must decide") { finding, scope in
      TemplateValue(finding.question.map(scope.text.say))
    },
    TemplateKey("remedy", "조치", "what to do") { finding, scope in
      TemplateValue(finding.remedy.map(scope.text.say))
    },
    TemplateKey("stated", "기재된 값", "what is stated") { finding, scope in .text(scope.text.stated(finding)) },
    TemplateKey("required", "요구되는 값", "what is required") { finding, scope in
      .text(scope.text.required(finding))
    },
    TemplateKey("cost", "시정 비용", "what mending costs") { finding, scope in .text(scope.text.cost(finding)) },
    TemplateKey("place", "파일:행:열", "file:line:column") { finding, scope in
      .text(scope.text.place(finding.location))
    },
    TemplateKey("line", "행 번호", "line") { finding, _ in TemplateValue(finding.location.map { "\($0.line)" })
    },
    TemplateKey("excerpt", "그 행의 내용", "text of the line") { finding, scope in
      TemplateValue(finding.location?.said(in: scope.words.language).excerpt)
    },
    TemplateKey("deadline", "이행 기한", "deadline") { finding, scope in .text(scope.text.deadline(finding)) },
  ]

  private static let computation: [TemplateKey<Finding>] = [
    TemplateKey("calculation", "계산 과정", "worked calculation", .texts) { finding, scope in
      TemplateValue(scope.text.calculation(finding))
    },
    TemplateKey(
      "numbers", "쓴 수치와 계산표의 줄(판과 상태를 붙임)", "numbers and table rows, with version and status", .texts
    ) {
      finding, scope in
      TemplateValue(scope.text.numbers(finding))
    },
    TemplateKey("facts", "근거가 된 사실", "facts that decided", .texts) { finding, scope in
      TemplateValue(scope.text.facts(finding))
    },
    TemplateKey("missing", "보완할 사실", "facts that are missing", .texts) { finding, scope in
      TemplateValue(scope.text.missing(finding))
    },
    TemplateKey("assumed", "전제로 삼은 것", "what was assumed", .texts) { finding, scope in
      TemplateValue(scope.text.assumed(finding))
    },
    TemplateKey(
      "firm", "확정적인지(도구 기본값이나 미확인 수치에 따르지 않음)", "whether no number is the tool's own or unverified", .flag
    ) {
      finding, _ in .flag(finding.firm)
    },
    TemplateKey("doubt", "확정적이지 않은 까닭", "why it is not firm") { finding, scope in
      .text(scope.text.doubt(finding))
    },
  ]

  private static let relief: [TemplateKey<Finding>] = [
    TemplateKey("exception", "예외", "exception") { finding, scope in .text(scope.text.exception(finding)) },
    TemplateKey("waiver", "유예", "waiver") { finding, scope in .text(scope.text.waiver(finding)) },
    TemplateKey("decision", "기록된 의견", "decision on record") { finding, scope in
      .text(scope.text.decision(finding))
    },
    TemplateKey("proof", "입증(none, company, authority)", "proof (none, company, authority)") { finding, _ in
      .text(finding.proof.rawValue)
    },
  ]
}
