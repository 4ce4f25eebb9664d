import Expressions
import Testing

extension Rational {
  /// Reads `-12.5` or `-25/2`.
  static func reading(_ text: String) throws -> Rational {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let top = try #require(Rational(decimal: parts[0]), "\(text) is no number")
    guard parts.count > 1 else { return top }
    return try top.divided(by: #require(Rational(decimal: parts[1]), "\(text) is no number"))
  }
}
