package import Diagnostics
package import Expressions
package import YAMLTree

/// The waivers of one file.
package struct WaiverFile: Sendable {
  /// The waivers in their order.
  package var waivers: [Waiver]
  /// Where they were read from.
  package var file: SourceFile

  /// Waivers in the order of their file.
  package init(waivers: [Waiver], file: SourceFile) {
    self.waivers = waivers
    self.file = file
  }
}

/// A deviation from one rule, accepted for a time by a body that may.
package struct Waiver: Sendable {
  /// Its id.
  package var id: String
  /// Id of the rule.
  package var rule: String
  /// Which subjects it reaches, as written; nil: all.
  package var when: YAMLNode?
  /// `when` in the scope of the rule's subjects, definitions and steps. Set by `WaiverFile.check(against:)`.
  package var condition: CheckedExpression?
  /// Id of the body that granted it.
  package var grantedBy: String
  /// When it was granted.
  package var grantedOn: Day
  /// The last day it holds.
  package var expires: Day
  /// The provision it rests on.
  package var basis: LocalizedText
  /// Why it was granted.
  package var reason: LocalizedText
  /// The document that grants it.
  package var document: String?
  /// Id of the only scheme it is for; nil: any.
  package var scheme: String?
  /// Place of its id.
  package var span: SourceSpan
  /// Place of the rule's id.
  package var ruleSpan: SourceSpan
  /// Place of the body.
  package var grantedBySpan: SourceSpan

  /// A waiver; without `when` it reaches every subject of the rule.
  package init(
    id: String, rule: String, when: YAMLNode? = nil, grantedBy: String, grantedOn: Day, expires: Day,
    basis: LocalizedText, reason: LocalizedText, document: String? = nil, scheme: String? = nil,
    span: SourceSpan, ruleSpan: SourceSpan, grantedBySpan: SourceSpan
  ) {
    self.id = id
    self.rule = rule
    self.when = when
    self.grantedBy = grantedBy
    self.grantedOn = grantedOn
    self.expires = expires
    self.basis = basis
    self.reason = reason
    self.document = document
    self.scheme = scheme
    self.span = span
    self.ruleSpan = ruleSpan
    self.grantedBySpan = grantedBySpan
  }
}
