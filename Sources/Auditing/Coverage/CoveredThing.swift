import Diagnostics
import Findings
import Policies

/// One thing of a policy that tests can exercise; rules and measures by their ids, everything else by its place.
enum CoveredThing: Hashable, Sendable {
  /// Where a day lies by a first or last day.
  enum Side: Hashable, Sendable {
    case before, from, until, after
  }

  /// What comes of an exception where it can matter.
  enum Standing: Hashable, Sendable {
    case refused, granted, open
  }

  /// An outcome of a rule or measure, or of one of its parts.
  case outcome(rule: String, part: String?, Outcome)
  /// `applies_when` is false.
  case gate(rule: String)
  /// A list of `for_each` is empty.
  case noSubject(rule: String, list: Int)
  case exception(rule: String, Int, Standing)
  /// Where a day lies by the days of an exception that is otherwise granted.
  case exceptionDay(rule: String, Int, Side)
  /// Where a day lies by the days of a rule, or of the policy.
  case inForce(rule: String?, Side)
  /// What came of a condition that stands at these bytes of the file; nil: it is open.
  case condition(start: Int, end: Int, Bool?)
  case parameter(Int, version: Int)
  /// No version of a parameter holds: before the first one (-1) or after another.
  case noParameter(Int, after: Int)
  case row(table: Int, version: Int, Int)
  /// No version of a table holds: before the first one (-1) or after another.
  case noTable(Int, after: Int)
  /// A version of a citation, text or authority, which stands at this byte of the file.
  case version(start: Int)
  /// A parameter or table that no rule and no measure uses: no test can.
  case unused(String)
}
