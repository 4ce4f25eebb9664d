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
  /// Names whose declaration has an error: expressions that use one are not checked, so that it is reported once.
  var broken: Set<String> = []
  /// Calls of tables in checked expressions.
  var tableCalls: [(call: TableCall, source: ExpressionSource)] = []
  /// What each table's input cells say, to be held against the calls.
  var tableInputs: [TableInputs] = []
  /// The policy names a calendar that is not there, which has been reported.
  var namesUnknownCalendar = false
  /// The policy's own days.
  var period = Period.always
  /// What a review keeps; nil where only what keeps the policy from being used is asked for.
  var review: PolicyReview?
  /// Places of rule, measure, definition … ids, to find repeated ones.
  var ids: [String: SourceSpan] = [:]

  /// Starts with nothing read.
  init(loader: PolicyLoader, file: SourceFile) {
    self.loader = loader
    self.file = file
    environment = loader.environment
    factRoots = loader.factRoots
    review = loader.isReviewing ? PolicyReview() : nil
    program = Program(environment: loader.environment)
    checker = Checker(program: program, functions: .standard)
  }

  private static let keys = [
    "format", "id", "version", "title", "vocabulary", "authority", "legal", "sources", "in_force", "as_of",
    "calendar",
    "review", "parameters", "tables", "definitions", "rules", "measures",
  ]

  /// Reads the whole file; what it gives is of use only if the log has no errors.
  mutating func policy(_ root: YAMLNode) -> Policy? {
    let what = LocalizedText(ko: "기준", en: "a policy")
    guard reader.mapping(root, keys: Self.keys, of: what) else { return nil }
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
    let legal = reader.required("legal", in: root, of: what).flatMap { readLegal($0) }
    program.calendar = root.stated("calendar").flatMap { calendar($0) }
    namesUnknownCalendar = root.stated("calendar") != nil && program.calendar == nil
    let inForce = root.stated("in_force").map {
      reader.period($0, LocalizedText(ko: "시행 기간", en: "in_force"))
    }
    period = inForce ?? .always
    let approval = root.stated("review").flatMap { readReview($0) }

    let parameterDates = root.stated("parameters").map { readParameters($0) } ?? []
    let tableDates = root.stated("tables").map { readTables($0) } ?? []
    program.environment = environment
    checker = Checker(program: program, functions: .standard)
    for (index, node) in parameterDates { program.parameters[index].asOf = date(node) }
    for (index, node) in tableDates { program.tables[index].asOf = date(node) }
    let asOf = reader.required("as_of", in: root, of: what).flatMap { date($0) }

    let definitions = root.stated("definitions").map { readDefinitions($0) } ?? []
    let rules = reader.required("rules", in: root, of: what).map { readRules($0, legal: legal) } ?? []
    let measures = root.stated("measures").map { readMeasures($0) } ?? []
    checkTableCalls()
    reportUnusedNames()
    checkNeeds(root)
    checkReplaced()

    guard let id, let version, let title, let authority, let legal, let asOf else { return nil }
    return Policy(
      id: id, version: version, title: title, vocabulary: loader.environment.id, authority: authority,
      legal: legal, sources: sources, inForce: inForce ?? .always, asOf: asOf, review: approval,
      program: program,
      definitions: definitions, rules: rules, measures: measures, file: file)
  }

  private mutating func checkVocabulary(_ root: YAMLNode) {
    let named = root["vocabulary"]?.text ?? PolicyLoader.defaultVocabulary
    guard named != loader.environment.id else { return }
    reader.error(
      "unknown-vocabulary", at: (root["vocabulary"] ?? root.entries.first?.key)?.span,
      ko: "이 기준의 어휘 `\(named)`이(가) 불러온 어휘 `\(loader.environment.id)`와 다릅니다",
      en: "the policy is written for vocabulary `\(named)`, not for `\(loader.environment.id)`",
      help: reader.suggestion(for: named, among: [loader.environment.id])
        ?? LocalizedText(ko: "`vocabulary:`를 확인하십시오", en: "check `vocabulary:`"))
  }
}
