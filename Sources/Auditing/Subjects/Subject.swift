import Diagnostics
import Expressions

/// What a rule is applied to: one element of each list of its `for_each`, or the whole scheme.
struct Subject: Sendable {
  /// How sure it is that the rule reaches it.
  enum Standing: Sendable {
    /// It belongs to the rule's subjects for certain.
    case member
    /// Whether it belongs to the list is unknown.
    case doubtful
    /// Which elements the list has is unknown.
    case unlisted
    /// What an incomplete list may hold besides its stated elements.
    case rest
    /// Its own list is empty, and the rule says what that means.
    case childless(Outcome)
    /// The test that selects elements failed for this one: nobody can say whether it belongs to the list.
    case untestable(EvaluationError)
    /// The list could not be computed.
    case failed(EvaluationError)

    /// Whether the subject is one element, sure or not.
    var isElement: Bool {
      switch self {
      case .member, .doubtful, .untestable: true
      case .unlisted, .rest, .childless, .failed: false
      }
    }
  }

  /// One element of each list, from the outer to the inner.
  var locals: [Value] = []
  /// What each element rests on where its value is only partly known.
  var localGrounds: [[Ground]] = []
  /// `A3`, `webtoon/#1`, `[*]`; nil for the whole scheme.
  var label: String?
  /// How sure it is that the rule reaches it.
  var standing = Standing.member
  /// Whether a rule that cannot apply to the elements that are known is not applicable to all that a list may hold
  /// here: not where they are in doubt themselves, nor where its being empty would mean something else.
  var yieldsToGate = false
  /// What made it a subject, or left that open.
  var grounds = ExpandedGrounds()

  /// The whole scheme.
  static let scheme = Subject()

  /// The label of an element below this subject.
  func label(below name: String) -> String {
    label.map { $0 + "/" + name } ?? name
  }
}
