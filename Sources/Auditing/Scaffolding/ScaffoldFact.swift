import Diagnostics
import Expressions
import Schemes

/// The fact that the first rule of a new policy asks about, with the two values between which it decides.
struct ScaffoldFact {
  /// How the rule asks.
  enum Question {
    /// At most a number of the policy.
    case atMost(unit: String?)
    /// By a day of the policy.
    case by
    /// It is true.
    case holds
    /// One member of a choice and no other.
    case member(String)
    /// It is stated at all.
    case stated
  }

  /// Where facts stand.
  let map: FactMap
  /// The fact.
  let field: FieldID
  /// The list of the scheme whose elements state it; nil: the scheme itself does.
  let list: FieldID?
  /// How the rule asks.
  let question: Question
  /// A value that meets the rule, as a scheme writes it.
  let met: String
  /// The value next to it that does not.
  let unmet: String

  /// What new policies for the bundled vocabulary ask about: a deadline in days, for each of several things.
  private static let preferred = ["compensation_scheme": "intake.reply_days"]

  /// The fact that a name says, or the first that suits; nil where the name says none, or none suits.
  init?(_ vocabulary: Vocabulary, named name: String?, besides date: ScaffoldDate?) {
    let map = FactMap(vocabulary)
    let all = map.fields.compactMap { Self($0, in: map) }
    if let name {
      guard let found = all.first(where: { $0.name == name }) else { return nil }
      self = found
      return
    }
    if let own = Self.preferred[vocabulary.id], let found = all.first(where: { $0.name == own }) {
      self = found
      return
    }
    let others = all.filter { $0.field != date?.field }
    // A vocabulary may have no other plain fact than a day.
    guard
      let best = (others.isEmpty ? all : others).enumerated().min(by: {
        ($0.1.rank, $0.0) < ($1.1.rank, $1.0)
      })?.1
    else {
      return nil
    }
    self = best
  }

  private init?(_ field: FieldID, in map: FactMap) {
    let fact = map.environment.field(field)
    guard !fact.isKey, fact.derived == nil, fact.when == nil, fact.absent == nil else { return nil }
    self.map = map
    self.field = field
    if field.record == TypeEnvironment.root {
      list = nil
    } else {
      let chains = map.chains(to: field.record).filter { $0.count == 1 }
      guard let list = chains.first?.first else { return nil }
      self.list = list
    }
    switch fact.type {
    case .number(let unit): (question, met, unmet) = (.atMost(unit: unit), "30", "31")
    case .date: (question, met, unmet) = (.by, "2026-06-30", "2026-07-01")
    case .bool: (question, met, unmet) = (.holds, "true", "false")
    case .choice(let index):
      let members = map.environment.choices[index].members.map(\.name)
      guard members.count > 1, members.prefix(2).allSatisfy(Self.isWord) else { return nil }
      (question, met, unmet) = (.member(members[0]), Self.written(members[0]), Self.written(members[1]))
    case .string: (question, met, unmet) = (.stated, "보기", "none")
    case .timestamp, .reference, .duration, .list, .record, .group, .pair, .interval, .dyn, .null, .map:
      return nil
    }
    if list != nil, key == nil, map.environment.records[field.record].key != nil { return nil }
  }

  /// The name as expressions write it: `intake.reply_days`.
  var name: String { map.name(of: field) }

  /// What people call it.
  var label: LocalizedText { map.environment.field(field).label }

  /// What suits first: numbers with a unit, numbers, days, conditions, words; facts of elements before those of the
  /// scheme, since most rules ask something of each of several things.
  private var rank: Int {
    let kind =
      switch question {
      case .atMost(let unit): unit == "days" ? 0 : unit != nil ? 1 : 2
      case .by: 3
      case .holds: 4
      case .member: 5
      case .stated: 6
      }
    return kind * 2 + (list == nil ? 1 : 0)
  }

  // ── the element ────────────────────────────────────────────────────────────

  /// The record of the element: `intake`; nil for a fact of the scheme itself.
  var record: String? { list == nil ? nil : map.environment.records[field.record].name }

  /// The path of the list: `scheme.claims.intakes`.
  var listPath: String? { list.map { map.environment.field($0).name } }

  /// The key of the element that the base states, with its value; nil for records without one that can be made up.
  var key: (name: String, value: String)? {
    let type = map.environment.records[field.record]
    guard let slot = type.key else { return nil }
    let name = type.fields[slot].name
    switch type.fields[slot].type {
    case .string: return (name, "A1")
    case .number: return (name, "1")
    case .choice(let index):
      let member = map.environment.choices[index].members.first?.name
      return member.flatMap { Self.isWord($0) ? (name, Self.written($0)) : nil }
    case .bool, .date, .timestamp, .duration, .list, .record, .reference, .group, .pair, .interval, .dyn,
      .null, .map:
      return nil
    }
  }

  /// The element in a finding's name and in paths: `[A1]`, `[#1]`; empty for the scheme itself.
  var subject: String { list == nil ? "" : "[\(key?.value ?? "#1")]" }

  /// The path of the fact in the base: `scheme.claims.intakes[A1].reply_days`.
  var path: String {
    let own = map.environment.field(field).name
    return listPath.map { "\($0)\(subject).\(own)" } ?? own
  }

  /// A word that expressions read as it stands in quotes.
  private static func isWord(_ text: String) -> Bool {
    text.first?.isLetter == true
      && text.allSatisfy { $0.isLetter || $0.isASCII && $0.isNumber || $0 == "_" || $0 == "-" }
  }

  /// A word as YAML reads it: in quotes where it would be a truth value or a state.
  private static func written(_ word: String) -> String {
    let others = ["none", "null", "true", "false", "yes", "no", "on", "off", "y", "n"]
    return others.contains(word.lowercased()) ? "\"\(word)\"" : word
  }
}

/// The fact by whose day a new policy picks versions.
struct ScaffoldDate {
  /// The fact.
  let field: FieldID
  /// Its path.
  let path: String
  /// Whether it is a moment, whose day counts.
  let isMoment: Bool
  /// What people call it.
  let label: LocalizedText

  /// The day of filing, else the first day, else the first moment; nil where the scheme itself states none.
  ///
  /// - Parameter hasCalendar: a moment's day is only known by a calendar.
  init?(_ vocabulary: Vocabulary, hasCalendar: Bool) {
    let fields = vocabulary.environment.records[TypeEnvironment.root].fields
    func slot(_ type: ValueType) -> Int? {
      fields.firstIndex { $0.type == type && $0.when == nil && $0.derived == nil && $0.absent == nil }
    }
    let filed = vocabulary.filedFact.flatMap { fields[$0].type == .date && fields[$0].when == nil ? $0 : nil }
    guard let slot = filed ?? slot(.date) ?? (hasCalendar ? slot(.timestamp) : nil) else { return nil }
    field = FieldID(record: TypeEnvironment.root, slot: slot)
    path = fields[slot].name
    isMoment = fields[slot].type == .timestamp
    label = fields[slot].label
  }

  /// The date expression.
  var expression: String { isMoment ? "date_of(\(path))" : path }

  /// A day as a scheme states it.
  func value(_ day: String) -> String { isMoment ? "\"\(day)T12:00+09:00\"" : day }
}
