/// Whose proof supports a finding.
public enum ProofSource: String, Sendable, Hashable, Codable {
  case none, company, authority
}
