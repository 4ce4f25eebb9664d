/// What came of one rule for one subject.
public enum Outcome: String, Sendable, Hashable, Codable, CaseIterable {
  case pass, fail, unknown, manual, waived
  case notApplicable = "not_applicable"
  case notInForce = "not_in_force"
  case notSelected = "not_selected"
  case info, error
}
