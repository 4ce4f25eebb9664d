package import Diagnostics
package import Expressions

/// The decisions of one file.
package struct DecisionFile: Sendable {
  /// The decisions in their order.
  package var decisions: [RecordedDecision]
  /// Where they were read from.
  package var file: SourceFile

  /// Decisions in the order of their file.
  package init(decisions: [RecordedDecision], file: SourceFile) {
    self.decisions = decisions
    self.file = file
  }
}

/// A person's recorded judgement or reply on one finding. It stands beside the outcome, never in its place.
package struct RecordedDecision: Sendable {
  /// A company's answer to a finding.
  package enum Reply: String, Sendable, CaseIterable {
    /// It takes the finding as it is.
    case accept
    /// It holds another view.
    case dispute
    /// It will change the scheme.
    case willFix = "will_fix"
  }

  /// What was decided.
  package enum Word: Sendable, Hashable {
    /// A judgement: what the finding ought to be.
    case judged(Outcome)
    /// A reply of the company.
    case replied(Reply)
  }

  /// Id of the rule, with `.part` where it has parts.
  package var rule: String
  /// The subject's path below its list; nil: a finding that has none.
  package var subject: String?
  /// Id of the only scheme it is about; nil: any.
  package var scheme: String?
  /// The outcome that was decided on; a reply may leave it out.
  package var from: Outcome?
  /// What was decided.
  package var word: Word
  /// Who decided.
  package var by: String
  /// The day of the decision.
  package var on: Day
  /// Why.
  package var reason: LocalizedText?
  /// The document that holds it.
  package var document: String?
  /// Digest of the facts that decided the finding then.
  package var digest: String
  /// Place of the rule's id.
  package var ruleSpan: SourceSpan
  /// Place of the subject.
  package var subjectSpan: SourceSpan?

  /// The finding that it is about, as reports name it: `RULE.part[subject]`.
  package var finding: String {
    guard let subject else { return rule }
    return subject == "[*]" ? rule + subject : "\(rule)[\(subject)]"
  }

  /// A decision on one finding.
  package init(
    rule: String, subject: String?, scheme: String?, from: Outcome?, word: Word, by: String, on: Day,
    reason: LocalizedText?, document: String?, digest: String, ruleSpan: SourceSpan, subjectSpan: SourceSpan?
  ) {
    self.rule = rule
    self.subject = subject
    self.scheme = scheme
    self.from = from
    self.word = word
    self.by = by
    self.on = on
    self.reason = reason
    self.document = document
    self.digest = digest
    self.ruleSpan = ruleSpan
    self.subjectSpan = subjectSpan
  }
}
