import Diagnostics
import Expressions
import YAMLTree

/// A policy while it is loaded: what has been read so far, and the names that expressions may use.
struct PolicyBuilder {
  /// What policies may refer to.
  let loader: PolicyLoader
  /// The file that is read.
  let file: SourceFile
  /// Reads values and keeps the problems.
  var reader = Reader("policy")
  /// The vocabulary with the choices and rows that the policy adds.
  var environment: TypeEnvironment
  /// What has been compiled so far.
  var program: Program
  /// First words of the scheme's facts, such as `scheme`: no name of an author's own may hide them.
  let factRoots: Set<String>
  /// Checks expressions once parameters and tables are known.
  var checker: Checker
  /// What citations may begin with.
  var sources: [String: Source] = [:]
  /// Definitions, for every rule.
  var scope = Scope()
  /// Steps, subjects and sides whose declaration has an error.
  var broken: Set<String> = []
  /// Parameters and tables whose declaration has an error: what rests on one is not judged, so that it is reported
  /// once.
  var brokenNames = BrokenNames()
  /// Whether some expression has an error or rests on a name that has one, be it of another file.
  var hasGaps = false
  /// Units that are nearly one that the vocabulary or a function names, with that one.
  var misspeltUnits: [(place: YAMLNode, known: String)] = []
  /// Marks of what rules and parameters say in a way that has an error.
  var lostNames: Set<String> = []
  /// Calls of tables in checked expressions.
  var tableCalls: [(call: TableCall, source: ExpressionSource)] = []
  /// What each table's input cells say, to be held against the calls.
  var tableInputs: [TableInputs] = []
  /// The policy names a calendar that is not there, which has been reported.
  var namesUnknownCalendar = false
  /// Ids that the policy's authority bore.
  var authorityIDs: [String] = []
  /// The policy's own days.
  var period = Period.always
  /// What a review keeps; nil where only what keeps the policy from being used is asked for.
  var review: PolicyReview?
  /// Places of rule, measure, definition … ids, to find repeated ones.
  var ids: [String: SourceSpan] = [:]

  /// Starts with nothing read.
  init(loader: PolicyLoader, file: SourceFile, lostWords: Set<String> = []) {
    self.loader = loader
    self.file = file
    brokenNames.words = lostWords
    environment = loader.environment
    factRoots = loader.factRoots
    review = loader.isReviewing ? PolicyReview() : nil
    for word in lostWords { review?.addUnchecked(word) }
    program = Program(environment: loader.environment)
    checker = Checker(program: program, functions: .standard)
  }

  private static let keys = [
    "format", "id", "version", "title", "vocabulary", "authority", "legal", "sources", "in_force", "as_of",
    "calendar",
    "review", "parameters", "tables", "definitions", "rules", "measures",
  ]

  /// Reads the whole file; no scheme may be audited against what it gives if the log has errors.
  mutating func policy(_ root: YAMLNode) -> Policy {
    let what = LocalizedText(ko: "기준", en: "a policy")
    _ = reader.mapping(root, keys: Self.keys, of: what)
    checkVocabulary(root)
    sources = root.stated("sources").map { readSources($0) } ?? [:]
    let id = reader.required("id", in: root, of: what).flatMap {
      reader.identifier($0, LocalizedText(ko: "기준 식별자", en: "the policy's id"))
    }
    let version = reader.required("version", in: root, of: what).flatMap {
      reader.text($0, LocalizedText(ko: "판", en: "a version"))
    }
    let title = reader.required("title", in: root, of: what).flatMap {
      reader.localized($0, LocalizedText(ko: "기준의 제목", en: "the policy's title"))
    }
    let authority = reader.required("authority", in: root, of: what).flatMap { readAuthority($0) }
    authorityIDs = authority.map { $0.versions.map(\.value.id) } ?? []
    let legal = reader.required("legal", in: root, of: what).flatMap { readLegal($0) }
    program.calendar = root.stated("calendar").flatMap { calendar($0) }
    namesUnknownCalendar =
      program.calendar == nil && (root["calendar"].map { !$0.isNull || $0.isBroken } ?? root.isBroken)
    let inForce = root.stated("in_force").map {
      reader.period($0, LocalizedText(ko: "시행 기간", en: "in_force"))
    }
    period = inForce ?? .always
    let approval = root.stated("review").flatMap { readReview($0) }

    let parameterDates = root.stated("parameters").map { readParameters($0) } ?? []
    let tableDates = root.stated("tables").map { readTables($0) } ?? []
    program.environment = environment
    checker = Checker(program: program, functions: .standard, broken: brokenNames)
    for (index, node) in parameterDates { program.parameters[index].asOf = date(node) }
    for (index, node) in tableDates { program.tables[index].asOf = date(node) }
    let asOf = reader.required("as_of", in: root, of: what).flatMap { date($0) }

    let definitions = root.stated("definitions").map { readDefinitions($0) } ?? []
    let rules = reader.required("rules", in: root, of: what).map { readRules($0, legal: legal) } ?? []
    let measures = root.stated("measures").map { readMeasures($0) } ?? []
    checkTableCalls()
    reportUnusedNames()
    reportUnusedSources(root)
    checkNeeds(root)
    checkReplaced()

    var policy = Policy(
      id: id ?? "", version: version ?? "", title: title ?? LocalizedText(""),
      vocabulary: loader.environment.id,
      authority: authority ?? Dated(versions: []), legal: legal ?? Legal(status: .illustrative),
      sources: sources,
      inForce: inForce ?? .always, asOf: asOf ?? CellID(0), review: approval, program: program,
      definitions: definitions, rules: rules, measures: measures, file: file)
    policy.lostNames = lostNames
    return policy
  }

  private mutating func checkVocabulary(_ root: YAMLNode) {
    let named = root["vocabulary"]?.text ?? PolicyLoader.defaultVocabulary
    guard named != loader.environment.id, root["vocabulary"]?.isBroken != true else { return }
    reader.error(
      "unknown-vocabulary", at: (root["vocabulary"] ?? root.entries.first?.key)?.span,
      ko: "이 기준의 용어집 `\(named)`이(가) 불러온 용어집 `\(loader.environment.id)`와 다릅니다",
      en: "the policy is written for vocabulary `\(named)`, not for `\(loader.environment.id)`",
      help: reader.suggestion(for: named, among: [loader.environment.id])
        ?? LocalizedText(ko: "`vocabulary:`를 확인하십시오", en: "check `vocabulary:`"))
  }
}
