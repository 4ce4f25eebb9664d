/// What sort of thing a name of a template stands for: how it may be used is known before there is a report.
indirect enum TemplateKind: Sendable {
  /// A text, which `{{name}}` puts in.
  case text
  /// Yes or no.
  case flag
  /// Texts one after the other.
  case texts
  /// Things one after the other, with the names that each has.
  case list([TemplateName])
  /// A thing with names of its own.
  case object([TemplateName])
}

/// A name that a template may use, with what sort of thing it stands for.
struct TemplateName: Sendable {
  /// The name.
  let name: String
  /// What it stands for.
  let kind: TemplateKind

  /// The names of a report.
  static let ofReport = names(TemplateScope.reportKeys)

  /// The names of a table.
  static func names<Thing: Sendable>(_ keys: [TemplateKey<Thing>]) -> [TemplateName] {
    keys.map { TemplateName($0.name, $0.kind) }
  }

  /// A name of a sort.
  init(_ name: String, _ kind: TemplateKind) {
    self.name = name
    self.kind = kind
  }
}
