package import Diagnostics
package import YAMLTree

/// Cases that say what a policy finds in variants of a base scheme.
package struct PolicyTest: Sendable {
  /// Id of the policy under test.
  package var policy: String
  /// Place of the policy's id.
  package var policySpan: SourceSpan
  /// Path of the scheme that the cases vary, from the test file's folder; nil: every case has its own.
  package var base: Path?
  /// The cases in their order.
  package var cases: [Case]
  /// Changes of the policy that no case notices, with the reasons.
  package var unnoticed: [UnnoticedChange] = []
  /// Where they were read from.
  package var file: SourceFile

  /// A test file; `policySpan` is where it names the policy.
  package init(policy: String, policySpan: SourceSpan, base: Path?, cases: [Case], file: SourceFile) {
    self.policy = policy
    self.policySpan = policySpan
    self.base = base
    self.cases = cases
    self.file = file
  }

  /// A path or id that is looked up later, with its place.
  package struct Path: Sendable {
    /// As written.
    package var text: String
    /// Its place.
    package var span: SourceSpan

    /// A path as it is written, seen from the file's folder.
    package init(_ text: String, span: SourceSpan) {
      self.text = text
      self.span = span
    }
  }

  /// One variant and what must come of it.
  package struct Case: Sendable {
    /// What the case shows.
    package var name: String
    /// Any failing finding that is not expected is an error.
    package var only: Bool
    /// The case's own base scheme.
    package var base: Path?
    /// Changes of the base scheme, in their order.
    package var set: [Assignment]
    /// What must come of it.
    package var expect: [Expectation]
    /// Waiver files by stem or path.
    package var waivers: [Path]
    /// Profile by stem or path.
    package var profile: Path?
    /// Which date picks versions; nil: the policy's.
    package var asOf: AsOfMode?
    /// Its place.
    package var span: SourceSpan

    /// A case with its changes to the base and what it expects.
    package init(
      name: String, only: Bool = false, base: Path? = nil, set: [Assignment] = [], expect: [Expectation],
      waivers: [Path] = [], profile: Path? = nil, asOf: AsOfMode? = nil, span: SourceSpan
    ) {
      self.name = name
      self.only = only
      self.base = base
      self.set = set
      self.expect = expect
      self.waivers = waivers
      self.profile = profile
      self.asOf = asOf
      self.span = span
    }
  }

  /// A change of the base scheme: a path and the value it gets (`ABSENT` removes it).
  package struct Assignment: Sendable {
    /// The path that is set.
    package var path: String
    /// The scalar that holds the path.
    package var key: YAMLNode
    /// What it becomes.
    package var value: YAMLNode

    /// A change: the path as text and as it stands in the file, and the new value.
    package init(path: String, key: YAMLNode, value: YAMLNode) {
      self.path = path
      self.key = key
      self.value = value
    }
  }

  /// What one finding must be; whatever is nil is not asked.
  package struct Expectation: Sendable {
    /// As written: `FREE-1[A1]`.
    package var finding: String
    /// `FREE-1`, or `FREE-1.part`.
    package var rule: String
    /// `A1`, as it stands between the outermost brackets; nil: the finding without a subject, or all of the rule.
    package var subject: String?
    /// The outcome.
    package var outcome: Outcome?
    /// The value that the scheme states.
    package var actual: YAMLNode?
    /// What must come of it.
    package var expected: YAMLNode?
    /// Id of the exception that was applied or is open.
    package var exception: String?
    /// Place of the exception's id.
    package var exceptionSpan: SourceSpan?
    /// Id of the waiver that was applied.
    package var waiver: String?
    /// Paths of facts that must be named as missing.
    package var missing: [String]?
    /// Paths of facts that must be named as assumed.
    package var assumed: [String]?
    /// Its place.
    package var span: SourceSpan

    /// What is asked of one finding; nil: not asked.
    package init(
      finding: String, rule: String, subject: String?, outcome: Outcome? = nil, actual: YAMLNode? = nil,
      expected: YAMLNode? = nil, exception: String? = nil, waiver: String? = nil, missing: [String]? = nil,
      assumed: [String]? = nil, span: SourceSpan
    ) {
      self.finding = finding
      self.rule = rule
      self.subject = subject
      self.outcome = outcome
      self.actual = actual
      self.expected = expected
      self.exception = exception
      self.waiver = waiver
      self.missing = missing
      self.assumed = assumed
      self.span = span
    }
  }
}
