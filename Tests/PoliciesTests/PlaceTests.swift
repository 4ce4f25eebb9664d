import Diagnostics
import Testing

/// One mistake in an expression: the piece between `⟦` and `⟧` is to be pointed at.
struct Mistake: Sendable, CustomTestStringConvertible {
  let expression: String
  let code: String
  /// A word of the English and Korean help; empty: none is asked for.
  let help: String

  init(_ expression: String, _ code: String, _ help: String = "") {
    self.expression = expression
    self.code = code
    self.help = help
  }

  var testDescription: String { expression }

  /// Mistakes that keep a policy from being used.
  static let errors = [
    Mistake("award.⟦valeu⟧ > 3", "expression.unknown-fact", "`value`"),
    Mistake("⟦incidnt⟧.planned", "expression.unknown-name", "`incident`"),
    Mistake("award.service.⟦ugent⟧", "expression.unknown-fact", "`urgent`"),
    Mistake("⟦rond_up⟧(award.value) > 3", "expression.unknown-function", "`round_up`"),
    Mistake("scheme.awards.⟦exsts⟧(item, item.value > 3)", "expression.unknown-function", "`exists`"),
    Mistake("p.⟦dasy⟧ > 3", "expression.unknown-parameter", "`p.days`"),
    Mistake("table.⟦rat⟧(award.group).n > 1", "expression.unknown-table", "`table.rate`"),
    Mistake("table.rate(award.group).⟦m⟧ > 1", "expression.unknown-fact", "`n`"),
    Mistake("table.⟦rate⟧(award.group, 3).n > 1", "expression.argument-count", "table.rate(group)"),
    Mistake("table.rate(⟦award.value⟧).n > 1", "policy.table-argument", "table.rate(group)"),
    Mistake("award.group == ⟦'fre'⟧", "expression.unknown-member", "`free`"),
    Mistake("award.group in ['paid', ⟦'merchnt'⟧]", "expression.unknown-member", "`merchant`"),
    Mistake("⟦deadlin⟧ > 3", "expression.unknown-name", "`deadline`"),
    Mistake("⟦montly⟧ > 3", "expression.unknown-name", "`monthly`"),
    Mistake("⟦보상안도⟧ > 3", "expression.unknown-name", "`보상한도`"),
    Mistake("⟦qhtkdgkseh⟧ > 3", "expression.unknown-name", "`보상한도`"),
    Mistake("scheme.awards.exists(item, ⟦itme⟧.value > 3)", "expression.unknown-name", "`item`"),
    Mistake("⟦award.value > award.hours⟧", "expression.unit", "unit:"),
    Mistake("⟦incident.date > incident.started⟧", "expression.type", "date_of(incident.started)"),
    Mistake("⟦award.share⟧ * 3 > 1", "expression.percent", "percent_of(award.share, 3)"),
    Mistake("⟦award.value == '3'⟧", "expression.type", "`3`"),
    Mistake("⟦award.group == 3⟧", "expression.type", "`'3'`"),
    Mistake("award.value in ⟦award.hours⟧", "expression.type"),
    Mistake("⟦award.value⟧ && award.urgent", "expression.type"),
    Mistake("!⟦award.value⟧", "expression.type"),
    Mistake("⟦scheme.awards⟧ > 3", "expression.type", "scheme.awards.size()"),
    Mistake("⟦days_after⟧(incident.date) > incident.date", "expression.argument-count", "`days_after("),
    Mistake(
      "days_after(⟦incident.started⟧, 3) > incident.date", "expression.type", "date_of(incident.started)"),
    Mistake("⟦award.value == null⟧", "expression.null", "has(award.value)"),
  ]

  /// What a review reports.
  static let doubts = [
    Mistake("⟦award.hours == award.hours⟧", "expression.always-true"),
    Mistake("award.hours > 5 && ⟦award.hours < 3⟧", "expression.always-false", "`||`"),
    Mistake("⟦(award.group != 'free' || award.group != 'paid')⟧", "expression.always-true", "`&&`"),
    Mistake("⟦award.hours > 3⟧ && award.hours > 5", "expression.adds-nothing"),
    Mistake("award.hours < ⟦opt(award.service.hours, 3)⟧", "expression.silence", "award.service.hours"),
    Mistake("⟦has(award.proof)⟧", "expression.silence", "stated(award.proof)"),
    Mistake("scheme.awards.exists(⟦award⟧, award.urgent)", "expression.hidden-name"),
    Mistake("scheme.awards.exists(⟦item⟧, award.urgent)", "expression.unused-variable"),
  ]
}

/// A way to write an expression in YAML.
enum ScalarStyle: String, CaseIterable, Sendable {
  case plain, plainOverLines, singleQuoted, doubleQuoted, escaped, doubleQuotedOverLines, literal, folded

  /// The expression as the value of a key.
  func written(_ expression: String) -> String {
    switch self {
    case .plain: return " " + expression
    case .plainOverLines: return "\n      " + broken(expression)
    case .singleQuoted: return " '" + expression.replacing("'", with: "''") + "'"
    case .doubleQuoted: return " \"" + expression + "\""
    case .escaped:
      return " \"" + expression.replacing("a", with: "\\u0061").replacing(" ", with: "\\x20") + "\""
    case .doubleQuotedOverLines: return " \"" + broken(expression) + "\""
    case .literal: return " |\n      " + expression.replacing(" && ", with: " &&\n        ")
    case .folded: return " >-\n      " + expression.replacing(" && ", with: "\n      && ")
    }
  }

  /// A line break in place of the spaces around the outer operator.
  private func broken(_ expression: String) -> String {
    expression.replacing(" && ", with: "\n      && ")
  }
}

@Suite struct `Places of mistakes in policies` {
  private static let names = """
    parameters:
      days: {unit: days, value: 3}
    tables:
      rate: {inputs: [group], outputs: [n], rows: [[free, 1], [paid, 2], [merchant, 3]]}
    definitions: {monthly: 30 * 24, 보상한도: 5}

    """

  /// A policy whose rule requires an expression, and where the piece between the marks stands.
  private static func marked(_ mistake: Mistake, _ style: ScalarStyle) -> (
    text: String, start: (line: Int, column: Int), end: (line: Int, column: Int)
  ) {
    let expression = "award.first_payment > incident.date && " + mistake.expression
    let text =
      names
      + PolicyText.rule(
        """
        for_each: {as: award, in: scheme.awards}
        let: {deadline: 3}
        message: "{deadline}"
        require:\(style.written(expression))
        """)
    var places: [(line: Int, column: Int)] = []
    var plain = String.UnicodeScalarView()
    var (line, column) = (PolicyText.header.split(separator: "\n").count + 1, 1)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "⟦", "⟧": places.append((line, column))
      case "\n":
        (line, column) = (line + 1, 1)
        plain.append(scalar)
      default:
        column += 1
        plain.append(scalar)
      }
    }
    return (String(plain), places[0], places[1])
  }

  private static func expect(_ mistake: Mistake, _ style: ScalarStyle, isReviewing: Bool) throws {
    let (text, start, end) = marked(mistake, style)
    let loaded = policy(text, isReviewing: isReviewing)
    let found = loaded.log.entries.filter { !$0.code.hasPrefix("policy.unused-") }
    #expect(found.map(\.code) == [mistake.code])
    let problem = try #require(found.first)
    let place = try #require(problem.location)
    #expect((place.line, place.column) == start)
    #expect((place.endLine, place.endColumn) == end)
    #expect(!problem.message.ko.isEmpty && !problem.message.en.isEmpty)
    #expect(problem.message.ko != problem.message.en)
    if !mistake.help.isEmpty {
      #expect(problem.help?.en.contains(mistake.help) == true, "\(problem.help?.en ?? "no help")")
      #expect(problem.help?.ko.contains(mistake.help) == true, "\(problem.help?.ko ?? "no help")")
    }
  }

  @Test(arguments: Mistake.errors, ScalarStyle.allCases)
  func `are exact in every way to write an expression`(mistake: Mistake, style: ScalarStyle) throws {
    try Self.expect(mistake, style, isReviewing: false)
  }

  @Test(arguments: Mistake.doubts, ScalarStyle.allCases)
  func `are exact for what a review doubts`(mistake: Mistake, style: ScalarStyle) throws {
    try Self.expect(mistake, style, isReviewing: true)
  }

  @Test(arguments: Mistake.errors)
  func `are reported once, without what rests on them`(mistake: Mistake) throws {
    let (text, _, _) = Self.marked(mistake, .singleQuoted)
    let loaded = policy(text, isReviewing: true)
    // Whatever the mistake is, the names around it count as used.
    let others = loaded.log.entries.filter { $0.code != mistake.code }
    let unrelated = ["policy.unused-parameter", "policy.unused-table", "policy.unused-definition"]
    #expect(others.map(\.code).filter { !unrelated.contains($0) } == [])
  }
}
