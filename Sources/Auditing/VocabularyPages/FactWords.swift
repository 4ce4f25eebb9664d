import Diagnostics
import Expressions
import Findings

/// What a vocabulary says of a fact, in words.
struct FactWords: Sendable {
  /// Names, choices and units.
  let environment: TypeEnvironment
  private let types: TypeWords
  private let values: ValueWriter
  private let wording: BilingualValues

  /// Words for the facts of a vocabulary.
  init(_ environment: TypeEnvironment) {
    self.environment = environment
    types = TypeWords(environment: environment)
    values = ValueWriter(facts: Facts(environment: environment), environment: environment, utcOffset: 0)
    wording = BilingualValues(units: environment.units)
  }

  /// Everything on one line: the name, then what kind of fact it is.
  func line(_ field: Field) -> LocalizedText {
    var words = [field.label, shortKind(field.type)]
    if let members = members(field.type) { words[1] = .joined([words[1], members], separator: ": ") }
    if field.isKey { words.append(LocalizedText(ko: "식별자", en: "key")) }
    if let absent = absence(field) {
      words.append(LocalizedText(ko: "적지 않으면 \(absent.ko)", en: "\(absent.en) if not stated"))
    }
    if let when = field.when {
      words.append(LocalizedText(ko: "`\(when.source.text)`일 때만", en: "only when `\(when.source.text)`"))
    }
    if let derived = field.derived {
      words.append(
        LocalizedText(ko: "계산됨 `\(derived.source.text)`", en: "derived `\(derived.source.text)`"))
    }
    if let proof = field.needsProof {
      words.append(LocalizedText(ko: "입증자료 `\(proof)`", en: "needs proof `\(proof)`"))
    }
    if field.isConfidential { words.append(LocalizedText(ko: "비공개", en: "confidential")) }
    if field.isHeadline { words.append(LocalizedText(ko: "보고서 첫머리", en: "heads reports")) }
    if field.isFiled { words.append(LocalizedText(ko: "유예의 기준일", en: "the date waivers go by")) }
    return .dotted(words)
  }

  /// The type, without its unit.
  func kind(_ type: ValueType) -> LocalizedText { types.words(type) }

  /// The type with its unit's label.
  private func shortKind(_ type: ValueType) -> LocalizedText {
    guard let unit = types.unit(of: type) else { return kind(type) }
    return BilingualValues.noted(kind(type), environment.units[unit] ?? LocalizedText(unit))
  }

  /// The type as the vocabulary writes it.
  func written(_ type: ValueType) -> String? { types.written(type) }

  /// A unit with its label.
  func unit(of type: ValueType) -> LocalizedText? { types.unit(of: type).map { types.unitName($0) } }

  /// What elements of a record are called.
  func recordName(_ record: Int) -> LocalizedText { types.recordName(record) }

  /// The members of a choice, or of a list of choices.
  func choice(of type: ValueType) -> ChoiceType? {
    switch type {
    case .choice(let index): environment.choices.indices.contains(index) ? environment.choices[index] : nil
    case .list(let element): choice(of: element)
    case .bool, .number, .string, .date, .timestamp, .duration, .record, .reference, .group, .pair, .interval,
      .dyn, .null, .map:
      nil
    }
  }

  private func members(_ type: ValueType) -> LocalizedText? {
    choice(of: type).map { choice in
      .joined(choice.members.map { Self.member($0) }, separator: ", ")
    }
  }

  /// `free 무료`; the name alone where the label says no more.
  static func member(_ member: ChoiceType.Member) -> LocalizedText {
    func both(_ label: String) -> String { label == member.name ? label : "\(member.name) \(label)" }
    return LocalizedText(ko: both(member.label.ko), en: both(member.label.en))
  }

  /// What silence about a fact is taken for; nil where it is unknown.
  func absence(_ field: Field) -> LocalizedText? {
    guard let absent = field.absent else { return nil }
    return wording.full(values.write(absent, as: field.type))
  }
}
