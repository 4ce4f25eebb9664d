import ArgumentParser
import Auditing
import Diagnostics

/// `audit schema [KIND]`.
struct SchemaCommand: ParsableCommand {
  /// Name and help.
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: say(
      ko: "보고서와 입력 파일의 JSON Schema를 씁니다.",
      en: "Writes JSON Schemas of reports and of every kind of input file."),
    usage: "audit schema [<kind>] [--output <folder>] [<options>]",
    discussion: discussion(
      ko: """
        종류를 적지 않으면 있는 종류를 적습니다. 편집기나 다른 프로그램이 파일을 읽기 전에 검사하는 데 씁니다. 보상안의 것은 \
        용어집에서 만듭니다.

        예:
          audit schema
          audit schema scheme > scheme.schema.json
          audit schema --output docs/schemas

        종류: report, law-comparison, policy, vocabulary, calendar, register, profile, waivers, decisions, test, scheme, facts
        """,
      en: """
        Without a kind it lists them. Editors and other programs use a schema to check a file before it is read. \
        That of schemes is made from the vocabulary.

        Examples:
          audit schema
          audit schema scheme > scheme.schema.json
          audit schema --output docs/schemas

        Kinds: report, law-comparison, policy, vocabulary, calendar, register, profile, waivers, decisions, test, scheme, facts
        """))

  /// Nil: all of them.
  @Argument(help: help(ko: "파일의 종류.", en: "Kind of file."))
  var kind: String?

  /// A folder for all schemas.
  @Option(name: .long, help: help(ko: "모두 써넣을 폴더.", en: "Folder to write all of them into."))
  var output: String?

  /// Whether the folder is only compared.
  @Flag(
    name: .long,
    help: help(
      ko: "쓰지 않고 비교합니다. 다르면 상태 1.", en: "Compare instead of writing; status 1 where something differs."))
  var check = false

  /// Id of the vocabulary whose schemes are meant.
  @Option(name: .long, help: help(ko: "용어집의 식별자.", en: "Id of a vocabulary."))
  var vocabulary: String?

  /// Where policies are and which language is spoken.
  @OptionGroup var options: PolicyOptions

  /// Refuses what does not go together.
  mutating func validate() throws {
    if output != nil, kind != nil {
      throw ValidationError(
        say(ko: "`--output`은 모든 종류를 씁니다. 종류를 빼십시오.", en: "`--output` writes all kinds; leave out the kind."))
    }
    if check, output == nil {
      throw ValidationError(
        say(ko: "`--check`에는 `--output 폴더`가 필요합니다.", en: "`--check` needs `--output DIR`."))
    }
  }

  /// Writes schemas.
  func run() throws {
    let language = options.spoken
    let policies = try options.load()
    var log = DiagnosticLog()
    let isKnown = policies.knowsVocabulary(vocabulary, diagnostics: &log)
    Console.report(log.sorted, language: language)
    guard isKnown else { throw ExitCode(2) }
    let schemas = policies.schemas(vocabulary: vocabulary)
    if let output { return try write(schemas, to: output, language) }
    guard let kind else {
      let width = schemas.map(\.name.utf8.count).max() ?? 0
      for schema in schemas {
        let space = String(repeating: " ", count: width + 2 - schema.name.utf8.count)
        Console.write("\(schema.name)\(space)\(schema.meaning[language])\n", to: .output)
      }
      return
    }
    guard let schema = schemas.first(where: { $0.name == kind }) else {
      let near = Suggestion.nearest(to: kind, among: schemas.map(\.name))
      Console.write(
        LocalizedText(
          ko:
            "audit: `\(Printable.escaped(kind))`은(는) 파일의 종류가 아닙니다. \(near.map { "`\($0)`입니까?" } ?? "`audit schema`가 종류를 적습니다")\n",
          en:
            "audit: `\(Printable.escaped(kind))` is no kind of file; \(near.map { "did you mean `\($0)`?" } ?? "`audit schema` lists them")\n"
        )[language], to: .errors)
      throw ExitCode(2)
    }
    Console.write(schema.json, to: .output)
  }

  private func write(_ schemas: [FileSchema], to folder: String, _ language: Language) throws {
    var isStale = false
    for schema in schemas {
      let path = "\(folder)/\(schema.name).schema.json"
      var log = DiagnosticLog()
      let bytes = schema.json
      if FileReading.read(path, diagnostics: &log)?.bytes == bytes { continue }
      isStale = true
      if check {
        Console.write(
          LocalizedText(
            ko: "\(Printable.escaped(path)): 옛 것이거나 없습니다\n",
            en: "\(Printable.escaped(path)) is stale or missing\n")[language],
          to: .output)
        continue
      }
      do throws(File.Failure) {
        try File.replace(path, with: [bytes])
      } catch {
        Console.write(
          LocalizedText(
            ko: "audit: `\(Printable.escaped(path))`에 쓸 수 없습니다: \(error.reason.ko)\n",
            en: "audit: cannot write `\(Printable.escaped(path))`: \(error.reason.en)\n")[language],
          to: .errors)
        throw ExitCode(2)
      }
      Console.write(
        LocalizedText(ko: "씀: \(Printable.escaped(path))\n", en: "wrote \(Printable.escaped(path))\n")[
          language], to: .output)
    }
    if check, isStale { throw ExitCode(1) }
  }
}
