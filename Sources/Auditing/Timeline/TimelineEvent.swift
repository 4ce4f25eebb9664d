import Diagnostics
import Expressions
import Findings

/// One change of something that a rule rests on.
struct TimelineEvent: Sendable {
  /// What changes.
  enum Kind: Int, Sendable {
    /// The days of the policy, the rule, an exception, or of a rule before or after it.
    case force
    /// The requirement in words.
    case text
    /// Where it stands.
    case cite
    /// The number of an article of the register.
    case article
    /// A number of the policy.
    case parameter
    /// A table of the policy.
    case table
    /// The name of the body.
    case authority
  }

  /// What changes.
  var kind: Kind
  /// The first day of what is new, or the day after the last one of what ended; nil: no day is stated.
  var day: Day?
  /// What changes, in words: `수치 ‘…’`.
  var subject: LocalizedText
  /// What held before; nil: nothing did.
  var old: LocalizedText?
  /// What holds from the day on; nil: nothing does.
  var new: LocalizedText?
  /// The rows that are new, gone or other.
  var details: [LocalizedText] = []
  /// Where that is written.
  var cite: LocalizedText?
  /// What kind of text says so.
  var status: LegalStatus?
  /// What narrows it: unverified, the tool's own, a note.
  var marks: [LocalizedText] = []
  /// Whether something else, or nothing, held before: the beginning of a history is no change.
  var isChange: Bool
  /// Whether it is all there is of a history without days.
  var isLasting = false

  /// `수치 ‘…’: 4시간 → 2시간`.
  var line: LocalizedText {
    switch (old, new) {
    case (let old?, let new?) where old == new && !details.isEmpty:
      LocalizedText(
        ko: "\(subject.ko): \(new.ko) 가운데 바뀐 것", en: "\(subject.en): \(new.en), of which these changed")
    case (let old?, let new?) where old == new:
      LocalizedText(
        ko: "\(subject.ko): \(new.ko) (내용은 그대로)", en: "\(subject.en): \(new.en) (restated)")
    case (let old?, let new?):
      LocalizedText(ko: "\(subject.ko): \(old.ko) → \(new.ko)", en: "\(subject.en): \(old.en) → \(new.en)")
    case (nil, let new?): LocalizedText(ko: "\(subject.ko): \(new.ko)", en: "\(subject.en): \(new.en)")
    case (let old?, nil):
      LocalizedText(ko: "\(subject.ko): \(old.ko) → 없음", en: "\(subject.en): \(old.en) → nothing")
    case (nil, nil): subject
    }
  }

  /// Citation, status and marks in a row; nil where there is nothing to say.
  var basis: LocalizedText? {
    var parts: [LocalizedText] = []
    if let cite { parts.append(LocalizedText(ko: "근거 \(cite.ko)", en: "basis \(cite.en)")) }
    if let status { parts.append(status.label) }
    parts += marks
    return parts.isEmpty ? nil : .joined(parts, separator: "; ")
  }
}
