package import Diagnostics
package import Expressions
package import YAMLTree

/// The waivers of one file.
package struct WaiverFile: Sendable {
  package var waivers: [Waiver]
  package var file: SourceFile

  package init(waivers: [Waiver], file: SourceFile) {
    self.waivers = waivers
    self.file = file
  }
}

/// A deviation from one rule, accepted for a time by a body that may.
package struct Waiver: Sendable {
  package var id: String
  package var rule: String
  /// Which subjects it reaches, as written; nil: all.
  package var when: YAMLNode?
  /// `when` in the scope of the rule's subjects, definitions and steps. Set by `WaiverFile.check(against:)`.
  package var condition: CheckedExpression?
  package var grantedBy: String
  package var grantedOn: Day
  /// The last day it holds.
  package var expires: Day
  package var basis: LocalizedText
  package var reason: LocalizedText
  package var document: String?
  /// Id of the only scheme it is for; nil: any.
  package var scheme: String?
  package var span: SourceSpan
  /// Places of the entries that are checked against policies.
  package var ruleSpan: SourceSpan
  package var grantedBySpan: SourceSpan

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
