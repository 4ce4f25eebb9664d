public import Diagnostics

/// From what on a `fail` counts against a scheme: an effect and everything stronger, with a severity or without.
public enum FailThreshold: Sendable, Hashable {
  /// Nothing counts.
  case never
  /// A `fail` of at least this effect and, where one is given, at least this severity.
  case atLeast(Effect, RuleSeverity?)

  /// A `fail` of effect `law`.
  public static let law = FailThreshold.atLeast(.law, nil)

  /// Reads `law`, `standard:major` or `never`; nil for anything else.
  public init?(_ text: String) {
    if text == "never" {
      self = .never
      return
    }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard let name = parts.first, parts.count <= 2, let effect = Effect(rawValue: String(name)) else {
      return nil
    }
    guard parts.count == 2 else {
      self = .atLeast(effect, nil)
      return
    }
    guard let severity = RuleSeverity(rawValue: String(parts[1])) else { return nil }
    self = .atLeast(effect, severity)
  }

  /// The text that `init` reads.
  public var text: String {
    switch self {
    case .never: "never"
    case .atLeast(let effect, nil): effect.rawValue
    case .atLeast(let effect, let severity?): "\(effect.rawValue):\(severity.rawValue)"
    }
  }

  /// Whether a failed rule of this effect and severity counts.
  public func counts(_ effect: Effect, _ severity: RuleSeverity) -> Bool {
    switch self {
    case .never: false
    case .atLeast(let least, let gravity):
      effect >= least && gravity.map { severity >= $0 } ?? true
    }
  }
}

extension FailThreshold: Codable {
  /// Reads the threshold's text.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let threshold = FailThreshold(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "expected an effect, an effect with a severity, or never")
    }
    self = threshold
  }

  /// Writes the threshold's text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
