import Diagnostics

/// A name that a template may use, with what it stands for.
struct TemplateKey<Thing: Sendable>: Sendable {
  /// The name.
  let name: String
  /// How it may be used.
  let kind: TemplateKind
  /// What it stands for, for the documents.
  let about: LocalizedText
  /// What it stands for.
  let value: @Sendable (Thing, TemplateScope) -> TemplateValue

  /// A name with what it stands for.
  init(
    _ name: String, _ ko: String, _ en: String, _ kind: TemplateKind = .text,
    _ value: @escaping @Sendable (Thing, TemplateScope) -> TemplateValue
  ) {
    self.name = name
    self.kind = kind
    about = LocalizedText(ko: ko, en: en)
    self.value = value
  }
}

/// What the names of a template are looked up in.
struct TemplateScope: Sendable {
  /// Phrases that cut nothing short.
  let words: FindingWords
  /// Words for findings.
  let text: FindingText
  /// Words for the report as a whole.
  let whole: ReportText

  /// A thing whose names are those of a table.
  func object<Thing: Sendable>(_ thing: Thing, _ keys: [TemplateKey<Thing>]) -> TemplateValue {
    .object { name in keys.first { $0.name == name }?.value(thing, self) }
  }
}
