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
  /// Whether policies are reviewed too: what does not keep them from being used is reported as well.
  private let isReviewing: Bool

  /// What the program has made of a set before; of use for that very set alone.
  private let pack: PolicyPack?

  /// A loader of one set.
  init(isReviewing: Bool = false, pack: PolicyPack? = nil) {
    self.isReviewing = isReviewing
    self.pack = pack
  }

  /// Names that files with errors declare or may declare: what does not find one says nothing more about it.
  private var lostNames: Set<String> = []
  /// Whether every policy can be used.
  private(set) var isWhole = true

  /// Loads what lies at or below some paths, of use only if the log has no errors, and reads schemes beside it.
  mutating func load(_ paths: [String], schemes: [SourceFile]) -> (set: PolicySet, schemes: [SchemeFile]) {
    let walk = DirectoryWalk(paths)
    log.append(contentsOf: walk.log)
    let (met, parsed) = Parallel.map(
      walk.files, longestFirst: \.size, { [pack] in FoundFile.find($0.path, pack: pack) },
      beside: schemes, { SchemeFile(parsing: $0) })
    for problem in met.compactMap(\.problem) { log.append(problem) }
    let found = met.compactMap(\.found)
    let loaded = found.compactMap(\.loaded)
    let read: [SchemeFile]
    if let whole = pack?.unpack(loaded, beside: parsed) {
      (set, read) = whole
    } else {
      read = parse(loaded, beside: parsed)
    }
    for file in found { sort(file) }
    set.arrange()
    set.policies.checkIDs(diagnostics: &log)
    // What goes with a set that is reviewed is checked even where the set has errors and is of no other use.
    if isReviewing, log.hasErrors {
      log.append(contentsOf: set.checkCompanions(lostNames: lostNames))
    }
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
    return (set, read)
  }

  /// Parses the files of a set and checks them, and reads the schemes beside it.
  private mutating func parse(_ loaded: [FoundFile.Loaded], beside schemes: [SchemeFile]) -> [SchemeFile] {
    let files = Parallel.map(loaded, longestFirst: \.effort) { [isReviewing] in
      PolicySetFile($0, isReviewing: isReviewing)
    }
    for file in files {
      log.append(contentsOf: file.log)
      set.inputs.append(file.input)
      if !file.lostNames.isEmpty { lostNames.formUnion(file.lostNames) }
    }
    for file in files where file.kind == .vocabulary { addVocabulary(file) }
    for file in files where file.kind == .calendar { addCalendar(file) }
    for file in files where file.kind == .register { addRegister(file) }
    // Which register names a body must not depend on how the files lie.
    set.registers.sort { $0.id < $1.id }
    return addPolicies(files.filter { $0.kind == .policy }.compactMap(\.tree), beside: schemes)
  }

  // ── files of other kinds ───────────────────────────────────────────────────

  /// Keeps what is read on demand and reports what is of no known kind.
  private mutating func sort(_ file: FoundFile) {
    switch file.sniffed {
    case .kind(.profile), .kind(.waivers), .kind(.decisions), .kind(.test):
      guard case .kind(let kind) = file.sniffed else { return }
      set.companions.append(PolicySet.Companion(kind: kind, path: file.path))
    case .kind: break
    case .other(let name):
      if set.vocabularies[name] == nil, !lostNames.contains(name), set.vocabularies[""] == nil {
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
      help: Suggestion.nearest(to: name, among: known).map(Suggestion.question))
  }

  private mutating func unreadableFormat(_ path: String) {
    guard let file = FileReading.read(path, diagnostics: &log), let tree = YAMLTree.parse(file, into: &log)
    else { return }
    guard let line = FormatLine.read(tree, diagnostics: &log) else { return }
    // The line can be read, but only after parsing: it must stand in the file plainly, as its first line.
    if !log.hasErrors { unknownFormat(line.name, path) }
  }

  // ── one kind after the other ───────────────────────────────────────────────

  private mutating func addVocabulary(_ file: PolicySetFile) {
    guard case .vocabulary(let vocabulary) = file.content, let tree = file.tree else { return }
    if let first = set.vocabularies[vocabulary.id] {
      repeated(vocabulary.id, what: LocalizedText(ko: "용어집", en: "vocabulary"), tree, first.file.path)
    } else {
      set.vocabularies[vocabulary.id] = vocabulary
    }
  }

  private mutating func addCalendar(_ file: PolicySetFile) {
    guard case .calendar(let calendar) = file.content, let tree = file.tree else { return }
    if set.calendars[calendar.id] != nil {
      repeated(calendar.id, what: LocalizedText(ko: "달력", en: "calendar"), tree, nil)
    } else {
      set.calendars[calendar.id] = calendar
    }
  }

  private mutating func addRegister(_ file: PolicySetFile) {
    guard case .register(let register) = file.content, let tree = file.tree else { return }
    if let first = set.registers.first(where: { $0.id == register.id }) {
      repeated(register.id, what: LocalizedText(ko: "등록부", en: "register"), tree, first.file.path)
    } else {
      set.registers.append(register)
    }
  }

  /// How policies of one vocabulary are loaded.
  private struct Loaders: Sendable {
    var usual: PolicyLoader
    /// Reads policies as if the vocabulary's misspelt units were the ones that were meant; nil if there are none.
    var corrected: PolicyLoader?
  }

  private struct PolicyJob: Sendable {
    var loaders: Loaders
    var tree: YAMLTree

    /// What is sound of the policy, and whether its vocabulary's units had to be read as they were meant.
    func load() -> (policy: Policy?, isWhole: Bool, log: DiagnosticLog, isCorrected: Bool) {
      var log = DiagnosticLog()
      let (policy, isWhole) = loaders.usual.loadRest(tree, diagnostics: &log)
      let mismatches = Self.mismatches(log)
      guard let corrected = loaders.corrected, mismatches > 0 else { return (policy, isWhole, log, false) }
      var other = DiagnosticLog()
      let (meant, _) = corrected.loadRest(tree, diagnostics: &other)
      // The spelling is the mistake then: what follows from it is not reported.
      return Self.mismatches(other) < mismatches ? (meant, false, other, true) : (policy, isWhole, log, false)
    }

    private static func mismatches(_ log: DiagnosticLog) -> Int {
      log.entries.count { $0.code == "expression.unit" }
    }
  }

  /// Checks policies on all cores, since they do not depend on each other, and reads the schemes beside them.
  private mutating func addPolicies(_ trees: [YAMLTree], beside schemes: [SchemeFile]) -> [SchemeFile] {
    var known: [String: Loaders] = [:]
    let jobs = trees.compactMap { tree in
      loaders(for: tree, &known).map { PolicyJob(loaders: $0, tree: tree) }
    }
    let (loaded, read) = Parallel.map(
      jobs, longestFirst: { $0.tree.root.span.end },
      { $0.load() }, beside: schemes, { [set] in $0.read(with: set) })
    for result in loaded {
      if let policy = result.policy { set.policies.append(policy) }
      if !result.isWhole {
        isWhole = false
        lostNames.formUnion(result.policy?.lostNames ?? [])
      }
      log.append(contentsOf: result.log)
      if result.isCorrected, let policy = result.policy {
        for unit in set.vocabularies[policy.vocabulary]?.misspeltUnits ?? [] { log.raise(unit.problem) }
      }
    }
    return read
  }

  /// The loaders for policies of the vocabulary that a file names, made once for all of them.
  private mutating func loaders(for tree: YAMLTree, _ known: inout [String: Loaders]) -> Loaders? {
    let name = PolicyLoader.vocabularyID(of: tree)
    // A vocabulary without an id has an error and may be the one that is named.
    var environment = (set.vocabularies[name] ?? set.vocabularies[""])?.environment
    if environment == nil, !lostNames.contains(name) { unknownVocabulary(name, tree) }
    if let loaders = known[name] { return loaders }
    if environment == nil {
      // Everything but the facts can be judged without it.
      environment = TypeEnvironment(
        id: name, records: [RecordType(name: "", label: LocalizedText(""), fields: [])])
      environment?.isCut = true
    }
    guard var environment else { return nil }
    environment.id = name
    func loader(_ environment: TypeEnvironment) -> PolicyLoader {
      PolicyLoader(
        vocabulary: environment, calendars: set.calendars, registers: set.registers, isReviewing: isReviewing,
        lostNames: lostNames)
    }
    let misspelt = set.vocabularies[name]?.misspeltUnits ?? []
    let meant = Dictionary(misspelt.map { ($0.code, $0.meant) }, uniquingKeysWith: { first, _ in first })
    let loaders = Loaders(
      usual: loader(environment),
      corrected: meant.isEmpty ? nil : loader(environment.rewording(units: meant)))
    known[name] = loaders
    return loaders
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
      Suggestion.nearest(to: name, among: known).map(Suggestion.question)
      ?? LocalizedText(
        ko: "그 용어집 파일(`format: guideline_vocabulary/1`, `id: \(name)`)을 같은 폴더 아래에 두십시오",
        en: "put its file (`format: guideline_vocabulary/1`, `id: \(name)`) below the same directory")
    log.error(
      "policy.unknown-vocabulary", at: span ?? tree.root.span, ko: "용어집 `\(name)`이(가) 없습니다",
      en: "there is no vocabulary `\(name)`", help: help)
  }
}
