import Diagnostics
import Expressions
import Findings
import Policies
import YAMLTree

extension PolicySet {

  /// Where a profile, or a file of waivers or decisions, is that is named by its path, its file's stem or, for a profile, its id.
  func path(of kind: FileKind, named name: String, from folder: String = "") -> String? {
    let candidates = companions.filter { $0.kind == kind }
    let asPath = FileName.resolved(name, from: folder)
    if let exact = candidates.first(where: { FileName.normalized($0.path) == asPath }) { return exact.path }
    if let stem = candidates.first(where: { FileName.stem(of: $0.path) == name }) { return stem.path }
    if kind == .profile, let id = candidates.first(where: { hasID(name, $0.path) }) { return id.path }
    return name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".yml")
      ? (name.hasPrefix("/") ? name : folder + name) : nil
  }

  private func hasID(_ id: String, _ path: String) -> Bool {
    var log = DiagnosticLog()
    guard let file = FileReading.read(path, diagnostics: &log), let tree = YAMLTree.parse(file, into: &log),
      tree.root.kind == .mapping
    else { return false }
    return tree.root["id"]?.text == id
  }

  /// Reports that there is no file of a kind under a name.
  func reportUnknown(
    _ kind: FileKind, named name: String, at span: SourceSpan?, diagnostics: inout DiagnosticLog
  ) {
    let stems = companions.filter { $0.kind == kind }.map { FileName.stem(of: $0.path) }
    let what =
      switch kind {
      case .profile: LocalizedText(ko: "프로파일", en: "profile")
      case .decisions: LocalizedText(ko: "의견 파일", en: "file of decisions")
      case .vocabulary, .calendar, .register, .policy, .waivers, .test, .report:
        LocalizedText(ko: "유예 파일", en: "waiver file")
      }
    let shown = Printable.escaped(name)
    var help = Suggestion.nearest(to: name, among: stems).map(Suggestion.question)
    if help == nil, !stems.isEmpty {
      let names = stems.sorted().map { "`\($0)`" }.joined(separator: ", ")
      help = LocalizedText(ko: "있는 것: \(names)", en: "there are: \(names)")
    }
    diagnostics.error(
      "set.unknown-\(kind.rawValue.split(separator: "_").last ?? "file")", at: span,
      ko: "\(what.ko) `\(shown)`이(가) 없습니다", en: "there is no \(what.en) `\(shown)`",
      help: help
        ?? LocalizedText(
          ko: "파일 이름(확장자 없이)이나 경로를 적으십시오", en: "give the file's name without ending, or its path"))
  }

  /// Reads a profile; nil when it cannot be used, which is reported.
  func readProfile(_ path: String, diagnostics: inout DiagnosticLog) -> Profile? {
    guard let file = FileReading.read(path, diagnostics: &diagnostics),
      let tree = YAMLTree.parse(file, into: &diagnostics)
    else { return nil }
    return Profile.load(tree, diagnostics: &diagnostics)
  }

  /// Reads a waiver file; nil when it cannot be used, which is reported.
  func readWaivers(_ path: String, diagnostics: inout DiagnosticLog) -> WaiverFile? {
    guard let file = FileReading.read(path, diagnostics: &diagnostics),
      let tree = YAMLTree.parse(file, into: &diagnostics)
    else { return nil }
    return WaiverFile.load(tree, diagnostics: &diagnostics)
  }

  /// Reads a file of decisions; nil when it cannot be used, which is reported.
  func readDecisions(_ path: String, diagnostics: inout DiagnosticLog) -> DecisionFile? {
    guard let file = FileReading.read(path, diagnostics: &diagnostics),
      let tree = YAMLTree.parse(file, into: &diagnostics)
    else { return nil }
    return DecisionFile.load(tree, diagnostics: &diagnostics)
  }

  /// Reads a test file; nil when it cannot be used, which is reported.
  func readTest(_ path: String, diagnostics: inout DiagnosticLog) -> PolicyTest? {
    guard let file = FileReading.read(path, diagnostics: &diagnostics),
      let tree = YAMLTree.parse(file, into: &diagnostics)
    else { return nil }
    return PolicyTest.load(tree, diagnostics: &diagnostics)
  }

  /// Reads all profiles, waivers, decisions and tests and checks that their names mean something.
  ///
  /// `lostNames` are those that files with errors declare or may declare: not to find one is no problem of its own.
  func checkCompanions(lostNames: Set<String> = []) -> DiagnosticLog {
    var log = DiagnosticLog()
    for companion in companions {
      switch companion.kind {
      case .profile: checkProfile(companion.path, lostNames, &log)
      case .waivers: checkWaivers(companion.path, lostNames, &log)
      case .decisions: checkDecisions(companion.path, lostNames, &log)
      case .test: checkTest(companion.path, lostNames: lostNames, diagnostics: &log)
      case .vocabulary, .calendar, .register, .policy, .report: break
      }
    }
    return log
  }

  /// What can be read of a file; nil if nothing can.
  private func tree(_ path: String, _ log: inout DiagnosticLog) -> YAMLTree? {
    FileReading.read(path, diagnostics: &log).flatMap { YAMLTree.parseRest($0, into: &log) }
  }

  private func checkProfile(_ path: String, _ lostNames: Set<String>, _ log: inout DiagnosticLog) {
    guard let tree = tree(path, &log), let profile = Profile.loadRest(tree, diagnostics: &log).profile else {
      return
    }
    profile.check(against: policies, lostNames: lostNames, diagnostics: &log)
    for policy in policies { _ = policy.applying(profile, diagnostics: &log) }
  }

  private func checkWaivers(_ path: String, _ lostNames: Set<String>, _ log: inout DiagnosticLog) {
    guard let tree = tree(path, &log), let file = WaiverFile.loadRest(tree, diagnostics: &log).file else {
      return
    }
    _ = file.check(against: policies, lostNames: lostNames, diagnostics: &log)
  }

  private func checkDecisions(_ path: String, _ lostNames: Set<String>, _ log: inout DiagnosticLog) {
    guard let tree = tree(path, &log), let file = DecisionFile.loadRest(tree, diagnostics: &log).file else {
      return
    }
    file.check(against: policies, lostNames: lostNames, diagnostics: &log)
  }

  /// Checks that the names of a test file mean something.
  func checkTest(_ path: String, lostNames: Set<String> = [], diagnostics: inout DiagnosticLog) {
    guard let tree = tree(path, &diagnostics),
      let test = PolicyTest.loadRest(tree, diagnostics: &diagnostics).test
    else { return }
    test.check(against: policies, lostNames: lostNames, diagnostics: &diagnostics)
    let folder = FileName.folder(of: path)
    for testCase in test.cases {
      let names = [testCase.profile].compactMap { $0 }.map { (FileKind.profile, $0) }
      for (kind, name) in names + testCase.waivers.map({ (FileKind.waivers, $0) })
      where self.path(of: kind, named: name.text, from: folder) == nil {
        reportUnknown(kind, named: name.text, at: name.span, diagnostics: &diagnostics)
      }
    }
  }

  /// The entry of a file in a report's list of inputs.
  static func input(_ file: SourceFile, format: String) -> AuditReport.Input {
    AuditReport.Input(file, format: format)
  }
}
