import Diagnostics
import Expressions
import Findings
import Policies
import Schemes
import YAMLTree

/// Loads the files of a policy set in the order in which they need each other.
struct PolicySetLoader {
  /// Every problem that was found.
  private(set) var log = DiagnosticLog()
  private var set = PolicySet()
  /// Vocabularies and calendars that could not be loaded; what needs them says nothing more about it.
  private var broken: Set<String> = []

  /// What was parsed ahead, by path; taken out when its turn comes.
  private var parsed: [String: Parsed] = [:]

  private struct Found: Sendable {
    var path: String
    var sniffed: FileKind.Sniffed
    /// All its bytes, if they were few enough to be read at once.
    var bytes: [UInt8]?
  }

  /// How much of a file is read to find out what it is.
  private static let headLength = 262_144

  private struct Parsed: Sendable {
    var file: SourceFile?
    var tree: YAMLTree?
    var log = DiagnosticLog()
  }

  /// Loads what lies at or below some paths; of use only if the log has no errors.
  mutating func load(_ paths: [String]) -> PolicySet {
    let walk = DirectoryWalk(paths)
    log.append(contentsOf: walk.log)
    let found = walk.files.compactMap { sniff($0) }
    parsed = Self.parsed(found)
    for (path, tree) in parse(found, .vocabulary) { addVocabulary(tree, path) }
    for (path, tree) in parse(found, .calendar) { addCalendar(tree, path) }
    for (path, tree) in parse(found, .register) { addRegister(tree, path) }
    addPolicies(parse(found, .policy).map(\.tree))
    for file in found { sort(file) }
    set.registers.sort { $0.id < $1.id }
    set.policies.sort { ($0.id, $0.file.path) < ($1.id, $1.file.path) }
    set.inputs.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    set.policies.checkIDs(diagnostics: &log)
    if set.policies.isEmpty, !log.hasErrors {
      let names = paths.map { Printable.escaped($0) }.joined(separator: ", ")
      log.error(
        "set.no-policies", at: nil, ko: "`\(names)`에 기준 파일이 없습니다",
        en: "there is no policy in `\(names)`",
        help: LocalizedText(
          ko: "첫 줄이 `format: guideline_policy/1`인 파일이 있는 폴더를 지정하십시오",
          en: "name a directory with files that begin with `format: guideline_policy/1`"))
    }
    set.diagnostics = log.sorted
    return set
  }

  // ── finding out what files are ─────────────────────────────────────────────

  private mutating func sniff(_ path: String) -> Found? {
    do throws(FileReading.Failure) {
      let head = try FileReading.bytes(of: path, upTo: Self.headLength)
      return Found(
        path: path, sniffed: FileKind.sniff(head.prefix(4096)),
        bytes: head.count < Self.headLength ? head : nil)
    } catch {
      log.append(FileReading.problem(error, path: path))
      return nil
    }
  }

  private mutating func parse(_ found: [Found], _ kind: FileKind) -> [(path: String, tree: YAMLTree)] {
    found.filter { $0.sniffed == .kind(kind) }.compactMap { file in
      parse(file.path, as: kind).map { (file.path, $0) }
    }
  }

  /// The files that policies are made of, read and parsed on all cores; each keeps its own problems.
  private static func parsed(_ found: [Found]) -> [String: Parsed] {
    let files = found.filter { $0.sniffed.isLoaded }
    let parsed = Parallel.map(files) { found in
      var parsed = Parsed()
      parsed.file =
        found.bytes.map { SourceFile(path: found.path, bytes: $0) }
        ?? FileReading.read(found.path, diagnostics: &parsed.log)
      parsed.tree = parsed.file.flatMap { YAMLTree.parse($0, into: &parsed.log) }
      return parsed
    }
    return Dictionary(zip(files.map(\.path), parsed), uniquingKeysWith: { first, _ in first })
  }

  private mutating func parse(_ path: String, as kind: FileKind) -> YAMLTree? {
    guard let parsed = parsed.removeValue(forKey: path) else { return nil }
    log.append(contentsOf: parsed.log)
    guard let file = parsed.file else { return nil }
    set.inputs.append(AuditReport.Input(file, format: kind.rawValue + "/1"))
    return parsed.tree
  }

  /// Keeps what is read on demand and reports what is of no known kind.
  private mutating func sort(_ file: Found) {
    switch file.sniffed {
    case .kind(.profile), .kind(.waivers), .kind(.test):
      guard case .kind(let kind) = file.sniffed else { return }
      set.companions.append(PolicySet.Companion(kind: kind, path: file.path))
    case .kind: break
    case .other(let name):
      if set.vocabularies[name] == nil, !broken.contains("vocabulary " + name) {
        unknownFormat(name, file.path)
      }
    case .none: unreadableFormat(file.path)
    }
  }

  private mutating func unknownFormat(_ name: String, _ path: String) {
    guard let file = FileReading.read(path, diagnostics: &log), let tree = YAMLTree.parse(file, into: &log),
      let line = FormatLine.read(tree, diagnostics: &log)
    else { return }
    let known = FileKind.allCases.map(\.rawValue) + set.vocabularies.keys.sorted()
    log.error(
      "file.unknown-format", at: line.node.span, ko: "`\(name)`은(는) 알 수 없는 파일 종류입니다",
      en: "`\(name)` is no known kind of file",
      help: Suggestion.nearest(to: name, among: known).map {
        LocalizedText(ko: "`\($0)`을(를) 쓰려던 것입니까?", en: "did you mean `\($0)`?")
      })
  }

  private mutating func unreadableFormat(_ path: String) {
    guard let file = FileReading.read(path, diagnostics: &log), let tree = YAMLTree.parse(file, into: &log)
    else { return }
    guard let line = FormatLine.read(tree, diagnostics: &log) else { return }
    // The line can be read, but only after parsing: it must stand in the file plainly, as its first line.
    if !log.hasErrors { unknownFormat(line.name, path) }
  }

  // ── one kind after the other ───────────────────────────────────────────────

  private mutating func addVocabulary(_ tree: YAMLTree, _ path: String) {
    var own = DiagnosticLog()
    let loaded = Vocabulary.load(tree, diagnostics: &own)
    log.append(contentsOf: own)
    if own.hasErrors { markBroken("vocabulary", tree) }
    guard let vocabulary = loaded else { return }
    if let first = set.vocabularies[vocabulary.id] {
      repeated(vocabulary.id, what: LocalizedText(ko: "어휘", en: "vocabulary"), tree, first.file.path)
    } else {
      set.vocabularies[vocabulary.id] = vocabulary
    }
  }

  private mutating func addCalendar(_ tree: YAMLTree, _ path: String) {
    guard let calendar = CalendarFile.load(tree, diagnostics: &log) else {
      markBroken("calendar", tree)
      return
    }
    if set.calendars[calendar.id] != nil {
      repeated(calendar.id, what: LocalizedText(ko: "달력", en: "calendar"), tree, nil)
    } else {
      set.calendars[calendar.id] = calendar
    }
  }

  private mutating func addRegister(_ tree: YAMLTree, _ path: String) {
    guard let register = Register.load(tree, diagnostics: &log) else { return }
    if let first = set.registers.first(where: { $0.id == register.id }) {
      repeated(register.id, what: LocalizedText(ko: "기관·법령 목록", en: "register"), tree, first.file.path)
    } else {
      set.registers.append(register)
    }
  }

  private struct PolicyJob: Sendable {
    var loader: PolicyLoader
    var tree: YAMLTree
    /// With facts missing from the vocabulary an expression's problems may not be its author's.
    var isBroken: Bool
  }

  /// Checks policies on all cores; they do not depend on each other.
  private mutating func addPolicies(_ trees: [YAMLTree]) {
    let jobs = trees.compactMap { job(for: $0) }
    let loaded = Parallel.map(jobs) { job in
      var log = DiagnosticLog()
      return (policy: job.loader.load(job.tree, diagnostics: &log), log: log)
    }
    for (job, result) in zip(jobs, loaded) {
      if let policy = result.policy { set.policies.append(policy) }
      for problem in result.log.entries where !job.isBroken || !problem.code.hasPrefix("expression.") {
        log.append(problem)
      }
    }
  }

  private mutating func job(for tree: YAMLTree) -> PolicyJob? {
    let name = PolicyLoader.vocabularyID(of: tree)
    guard let vocabulary = set.vocabularies[name] else {
      if !broken.contains("vocabulary " + name) { unknownVocabulary(name, tree) }
      return nil
    }
    if let calendar = tree.root["calendar"]?.text, broken.contains("calendar " + calendar) { return nil }
    let loader = PolicyLoader(
      vocabulary: vocabulary.environment, calendars: set.calendars, registers: set.registers)
    return PolicyJob(loader: loader, tree: tree, isBroken: broken.contains("vocabulary " + name))
  }

  private mutating func markBroken(_ kind: String, _ tree: YAMLTree) {
    guard tree.root.kind == .mapping, let id = tree.root["id"]?.text else { return }
    broken.insert(kind + " " + id)
  }

  private mutating func repeated(_ id: String, what: LocalizedText, _ tree: YAMLTree, _ first: String?) {
    let node = tree.root["id"]
    log.error(
      "set.repeated-id", at: node?.span ?? tree.root.span,
      ko: "\(what.ko) `\(id)`이(가) 두 번 있습니다", en: "\(what.en) `\(id)` is there twice",
      help: first.map {
        let shown = Printable.escaped($0)
        return LocalizedText(ko: "먼저 읽은 것: \(shown)", en: "the first one is in \(shown)")
      })
  }

  private mutating func unknownVocabulary(_ name: String, _ tree: YAMLTree) {
    let known = set.vocabularies.keys.sorted()
    let span = tree.root.kind == .mapping ? (tree.root["vocabulary"] ?? tree.root["format"])?.span : nil
    let help =
      Suggestion.nearest(to: name, among: known).map {
        LocalizedText(ko: "`\($0)`을(를) 쓰려던 것입니까?", en: "did you mean `\($0)`?")
      }
      ?? LocalizedText(
        ko: "그 어휘 파일(`format: guideline_vocabulary/1`, `id: \(name)`)을 같은 폴더 아래에 두십시오",
        en: "put its file (`format: guideline_vocabulary/1`, `id: \(name)`) below the same directory")
    log.error(
      "policy.unknown-vocabulary", at: span ?? tree.root.span, ko: "어휘 `\(name)`이(가) 없습니다",
      en: "there is no vocabulary `\(name)`", help: help)
  }
}
