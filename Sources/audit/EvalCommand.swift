import ArgumentParser
import Auditing
import Diagnostics
import Findings
import Reporting

/// `audit eval EXPRESSION SCHEME`.
struct EvalCommand: ParsableCommand {
  /// Name and help.
  static let configuration = CommandConfiguration(
    commandName: "eval",
    abstract: say(
      ko: "식 하나를 계산하고 값과 근거를 보여 줍니다.",
      en: "Evaluates one expression over a scheme and shows its value and grounds."),
    usage: "audit eval <expression> <scheme> [<options>]",
    discussion: discussion(
      ko: """
        식은 기준 파일의 식과 같은 말로 쓰고 같은 점검을 받습니다. 셸이 고치지 않도록 작은따옴표로 묶으십시오. \
        빼기표로 시작하는 식은 `--` 뒤에 적거나 괄호로 묶습니다.

        기준의 수치, 표, 정의, 달력은 --policy로, 규칙의 대상과 단계는 --rule로 쓸 수 있습니다. --rule의 대상을 쓰는 \
        식은 대상마다 계산합니다. --policy가 없으면 불러온 달력이 하나일 때 그 달력으로 셉니다.

        예:
          audit eval 'scheme.awards.size()' scheme.yaml
          audit eval 'scheme.services.map(s, s.id)' scheme.yaml
          audit eval 'days_after(submission.date, 30)' scheme.yaml --language ko
          audit eval 'p.first_payment_days' scheme.yaml --policy kr.example
          audit eval deadline scheme.yaml --rule FREE-1
          audit eval '(-7 % 3)' scheme.yaml

        종료 상태: 0 값이 정해짐 · 3 알 수 없거나 범위·다툼만 알려짐 · 2 식이 잘못되었거나 계산할 수 없음
        """,
      en: """
        An expression is written and checked as in a policy file. Put it in single quotes so that the shell \
        leaves it alone. One that begins with a minus sign stands after `--`, or in brackets.

        --policy brings a policy's numbers, tables, definitions and calendar into scope, --rule a rule's subjects \
        and steps too; an expression that names the subject is evaluated for each. Without --policy days are \
        counted by the loaded calendar, if there is exactly one.

        Examples:
          audit eval 'scheme.awards.size()' scheme.yaml
          audit eval 'scheme.services.map(s, s.id)' scheme.yaml
          audit eval 'days_after(submission.date, 30)' scheme.yaml --language en
          audit eval 'p.first_payment_days' scheme.yaml --policy kr.example
          audit eval deadline scheme.yaml --rule FREE-1
          audit eval '(-7 % 3)' scheme.yaml

        Exit status: 0 the value is known · 3 unknown, only bounded or disputed · 2 not valid, or cannot be computed
        """))

  /// As it would stand in a policy file.
  @Argument(help: help(ko: "계산할 식.", en: "The expression."))
  var expression: String

  /// A path, or `-`.
  @Argument(help: help(ko: "보상안 파일. `-`는 표준 입력입니다.", en: "The scheme's file; `-` is standard input."))
  var scheme: String

  /// Id of the policy whose names are in scope; nil: only those of the vocabulary.
  @Option(
    name: .long,
    help: help(
      ko: "이 기준의 수치, 표, 정의, 달력을 씁니다.",
      en: "Use the numbers, tables, definitions and calendar of this policy.", valueName: "id"))
  var policy: String?

  /// Id of the rule, part or measure whose subjects and steps are in scope.
  @Option(
    name: .long,
    help: help(
      ko: "이 규칙(또는 규칙.호)의 대상과 단계도 씁니다.",
      en: "Use the subjects and steps of this rule too (or of RULE.part).", valueName: "rule"))
  var rule: String?

  /// The date that picks versions of numbers and tables.
  @OptionGroup var law: LawDateOption

  /// Where policies are and which language is spoken.
  @OptionGroup var options: PolicyOptions

  /// Writes the value and its grounds; ends with 0, 2 or 3 as the help says.
  func run() throws {
    let language = options.spoken
    var log = DiagnosticLog()
    guard let file = SourceFile.scheme(at: scheme, diagnostics: &log) else {
      Console.report(log.sorted, language: language)
      throw ExitCode(2)
    }
    let policies = try options.load()
    let request = TrialRequest(
      expression, name: LocalizedText(ko: "식", en: "expression")[language], policy: policy, rule: rule,
      law: law.law)
    let trial = policies.trying(request, on: file, diagnostics: &log)
    if let trial {
      let layout = RenderOptions(
        language: language, color: Console.hasColor(.output), width: Console.width)
      Console.write(trial.sheet.render(layout), to: .output)
    }
    Console.report(log.sorted, language: language)
    throw ExitCode(trial?.exitStatus ?? 2)
  }
}
