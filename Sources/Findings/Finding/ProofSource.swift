/// Whose proof supports a finding.
public enum ProofSource: String, Sendable, Hashable, Codable {
  /// Nothing shows it, the company's own paper does, or that of an authority.
  case none, company, authority
}
