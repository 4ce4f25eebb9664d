import Diagnostics
import Expressions
import Policies
import YAMLTree

/// A small vocabulary: an incident, a submission, awards with a closed group and an open kind, clauses.
enum Vocabularies {
  static let small = TypeEnvironment(
    id: "compensation_scheme",
    records: [
      record(
        "",
        [
          field("incident.date", .date), field("incident.started", .timestamp),
          field("incident.planned", .bool),
          field("incident.proof", .string), field("submission.date", .date), field("scheme.id", .string),
          field("scheme.awards", .list(.record(1))), field("scheme.clauses", .list(.record(2))),
          field("scheme.channels", .list(.string)),
        ]),
      record(
        "award",
        [
          field("id", .string, isKey: true), field("group", .choice(0)), field("kind", .choice(1)),
          field("value", .number(unit: "KRW")), field("hours", .number(unit: "h")),
          field("share", .number(unit: "percent")),
          field("first_payment", .date), field("proof", .string), field("urgent", .bool),
          field("service", .reference(.init(list: 6, record: 1, allowsAll: false))),
        ]),
      record("clause", [field("id", .string, isKey: true), field("excludes", .list(.string))]),
    ],
    choices: [
      ChoiceType(name: "groups", members: members("free", "paid", "merchant"), isOpen: false),
      ChoiceType(name: "kinds", members: members("cash", "credit"), isOpen: true),
    ], units: ["KRW": LocalizedText(ko: "원", en: "KRW")])

  private static func record(_ name: String, _ fields: [Field]) -> RecordType {
    RecordType(name: name, label: LocalizedText(name), fields: fields)
  }

  private static func field(_ name: String, _ type: ValueType, isKey: Bool = false) -> Field {
    var field = Field(name: name, type: type, label: LocalizedText(name))
    field.isKey = isKey
    return field
  }

  private static func members(_ names: String...) -> [ChoiceType.Member] {
    names.map { ChoiceType.Member(name: $0, label: LocalizedText($0)) }
  }
}

/// A YAML text with what its loader said.
struct Loaded<Model: Sendable>: Sendable {
  let text: String
  let model: Model?
  let log: DiagnosticLog

  /// Codes of the problems in the order of their places.
  var codes: [String] { log.sorted.map(\.code) }

  /// The pieces of the text that problems with a code point at.
  func marked(_ code: String) -> [String] {
    log.sorted.filter { $0.code == code }.compactMap(\.location).map { place in
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      guard place.line == place.endLine, lines.indices.contains(place.line - 1) else {
        return "<several lines>"
      }
      let scalars = Array(lines[place.line - 1].unicodeScalars)
      let piece = scalars[min(place.column - 1, scalars.count)..<min(place.endColumn - 1, scalars.count)]
      return String(String.UnicodeScalarView(piece))
    }
  }

  /// The English help of the first problem with a code.
  func help(_ code: String) -> String? {
    log.sorted.first { $0.code == code }?.help?.en
  }
}

/// Reads a text with a loader.
func read<Model: Sendable>(_ text: String, _ load: (YAMLTree, inout DiagnosticLog) -> Model?) -> Loaded<Model>
{
  var log = DiagnosticLog()
  let tree = YAMLTree.parse(SourceFile(path: "test.yaml", bytes: Array(text.utf8)), into: &log)
  let model = tree.flatMap { load($0, &log) }
  return Loaded(text: text, model: model, log: log)
}

/// Calendar `kr` without holidays and with a second way of counting.
let korea = Calendar(
  id: "kr", utcOffset: 9 * 3600, modes: ["duty": CountingMode(firstDay: .included, lastDay: .asIs)],
  defaultMode: CountingMode(firstDay: .excluded, lastDay: .nextWorkingDay), weekend: [0, 6], holidays: [:],
  covers: Day.first...Day.last)

/// Loads a policy whose header is given; `text` holds the rest.
func policy(
  _ text: String, header: String = PolicyText.header, registers: [Register] = [],
  calendars: [String: Calendar] = ["kr": korea], isReviewing: Bool = false
) -> Loaded<Policy> {
  // A review would say that nothing cites the draft.
  let header = isReviewing ? header.replacing("  draft:", with: "  # draft:") : header
  return read(header + "\n" + text) { tree, log in
    PolicyLoader(
      vocabulary: Vocabularies.small, calendars: calendars, registers: registers, isReviewing: isReviewing
    )
    .load(tree, diagnostics: &log)
  }
}

/// Loads a policy with one rule, whose entries besides id, title, cite and severity are given.
func rule(_ entries: String, parameters: String = "") -> Loaded<Policy> {
  policy(parameters + "\n" + PolicyText.rule(entries))
}

/// Pieces of policy files.
enum PolicyText {
  static let header = """
    format: guideline_policy/1
    id: kr.test
    version: 1.0.0
    title: {ko: 시험, en: test}
    authority: {id: kr.msit, ko: 과학기술정보통신부, en: Ministry of Science and ICT}
    legal: {status: notice}
    sources:
      act: {kind: statute, cite: {ko: 시험법, en: Test Act}}
      draft: {kind: proposed, cite: 시험 가이드라인(안), verified: false}
    as_of: submission.date
    calendar: kr
    """

  /// `rules:` with one rule `R-1`; the entries are indented here.
  static func rule(_ entries: String) -> String {
    let lines = entries.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 }
    return """
      rules:
        - id: R-1
          title: {ko: 규칙, en: rule}
          cite: act 제1조
          severity: major

      """ + lines.joined(separator: "\n") + "\n"
  }

  /// A rule that has nothing wrong.
  static let plainRule = rule("require: scheme.awards.size() > 0")
}

/// A day that a test is sure of.
func day(_ iso: String) -> Day {
  Day(iso: iso) ?? .first
}
