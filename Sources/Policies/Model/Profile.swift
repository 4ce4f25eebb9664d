package import Diagnostics
package import Expressions
package import YAMLTree

/// A selection of policies and rules that may only tighten what they ask.
package struct Profile: Sendable {
  /// Its id.
  package var id: String
  /// What people call it.
  package var title: LocalizedText
  /// Ids of the policies it is for; nil: all that are loaded.
  package var policies: [Name]?
  /// What is selected; nil: every rule.
  package var select: [Selector]?
  /// Stricter values.
  package var tighten: [Tightening]
  /// Which date picks versions; nil: the audit's own choice.
  package var asOf: AsOfMode?
  /// Where it was read from.
  package var file: SourceFile

  /// A profile; without `select` every rule is selected.
  package init(
    id: String, title: LocalizedText, policies: [Name]? = nil, select: [Selector]? = nil,
    tighten: [Tightening] = [], asOf: AsOfMode? = nil, file: SourceFile
  ) {
    self.id = id
    self.title = title
    self.policies = policies
    self.select = select
    self.tighten = tighten
    self.asOf = asOf
    self.file = file
  }

  /// A name that is looked up later, with its place.
  package struct Name: Sendable {
    /// As written.
    package var text: String
    /// Its place.
    package var span: SourceSpan

    /// An id with the place where it is named.
    package init(_ text: String, span: SourceSpan) {
      self.text = text
      self.span = span
    }
  }

  /// `KR-NTC-*`, `!TONE-1`, `kr.policy/RULE`: a pattern of rule ids; the last one that matches decides.
  package struct Selector: Sendable {
    /// Pattern of a policy's id; nil: any.
    package var policy: String?
    /// Pattern of a rule's id; `*` stands for any text.
    package var rule: String
    /// `!`: what matches is left out.
    package var excludes: Bool
    /// Its place.
    package var span: SourceSpan

    /// A pattern for rules, perhaps of one policy; `excludes` for one that begins with `!`.
    package init(policy: String?, rule: String, excludes: Bool, span: SourceSpan) {
      self.policy = policy
      self.rule = rule
      self.excludes = excludes
      self.span = span
    }
  }

  /// A stricter value for one parameter.
  package struct Tightening: Sendable {
    /// Policy's id, where the parameter's name is not unique.
    package var policy: String?
    /// The parameter's name.
    package var parameter: String
    /// What it becomes; typed by the parameter when the profile is applied.
    package var value: YAMLNode
    /// Why it is stricter.
    package var reason: LocalizedText
    /// Its place.
    package var span: SourceSpan

    /// A stricter value for a parameter, with the profile's reason.
    package init(
      policy: String?, parameter: String, value: YAMLNode, reason: LocalizedText, span: SourceSpan
    ) {
      self.policy = policy
      self.parameter = parameter
      self.value = value
      self.reason = reason
      self.span = span
    }
  }
}

/// Which date picks the versions of the law.
package enum AsOfMode: Sendable, Hashable {
  /// The date expressions of the policies.
  case written
  /// The day of the audit, which the program's start resolves.
  case today
  /// One date in place of all of them.
  case day(Day)
}
