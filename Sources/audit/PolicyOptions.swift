import ArgumentParser
import Auditing
import Diagnostics

/// `--policies` and `--language`, which most commands take.
struct PolicyOptions: ParsableArguments {
  /// Empty: the bundled set.
  @Option(
    name: .long,
    help: help(
      ko: "기준 파일의 폴더나 파일(여러 번 적을 수 있음). 적으면 함께 설치된 기준은 쓰지 않습니다.",
      en: "Directory or file of policies; may be repeated. With it nothing is taken from the bundled set."))
  var policies: [String] = []

  /// Nil: that of the locale.
  @Option(
    name: .long,
    help: help(ko: "언어. 적지 않으면 로캘을 따릅니다.", en: "Language; else by the locale."))
  var language: Language?

  /// The language to speak.
  var spoken: Language { language ?? .ofLocale }

  /// Where policies are read from; without any the process ends with status 2.
  func locations() throws -> [String] {
    if !policies.isEmpty { return policies }
    if let bundled = PolicyLocation.bundled() { return [bundled] }
    Console.write(
      "audit: "
        + LocalizedText(
          ko: "함께 설치된 기준을 찾을 수 없습니다. `--policies 폴더`로 지정하십시오",
          en: "cannot find the bundled policies; name a directory with `--policies DIR`")[spoken] + "\n",
      to: .errors)
    throw ExitCode(2)
  }

  /// Loads the policies; their errors are printed and end the process with status 2.
  func load(withWarnings: Bool = false) throws -> PolicySet {
    let (set, diagnostics) = PolicySet.load(try locations())
    return try usable(set, diagnostics, withWarnings: withWarnings)
  }

  /// Loads the policies as `load()` does and reads schemes beside it, unless that was done ahead.
  func load(
    schemes paths: [String], ahead: ReadAhead?, reading file: (String) -> SourceFile?
  ) throws -> (set: PolicySet, schemes: [SchemeFile]) {
    let locations = try locations()
    let (set, diagnostics, schemes) =
      ahead?.result(policies: locations, schemes: paths)
      ?? PolicySet.load(
        locations, reading: paths.compactMap(file), pack: PolicyLocation.openPack())
    return (try usable(set, diagnostics, withWarnings: false), schemes)
  }

  private func usable(
    _ set: PolicySet?, _ diagnostics: [Diagnostic], withWarnings: Bool
  ) throws -> PolicySet {
    Console.report(diagnostics.filter { withWarnings || $0.severity == .error }, language: spoken)
    guard let set else { throw ExitCode(2) }
    return set
  }
}
