import ArgumentParser

/// `--redact` of the commands that write what a scheme states.
struct RedactionOption: ParsableArguments {
  /// Whether confidential facts are taken out of everything that is written.
  @Flag(
    name: .long,
    help: help(
      ko: "비공개로 표시된 사실의 값과 그 값으로 계산한 값을 가립니다. 판정은 그대로입니다.",
      en: "Withhold the values of facts marked confidential and what was computed from them; outcomes stay."))
  var redact = false
}
