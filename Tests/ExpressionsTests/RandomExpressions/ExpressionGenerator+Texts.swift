import Expressions
import TestSupport

/// Texts and times.
extension ExpressionGenerator {
  /// A text.
  mutating func text(_ depth: Int) -> TypedExpression {
    switch Int.random(in: 0..<8, using: &random) {
    case 6:
      return TypedExpression(
        .string, "#.\(pick(["trim", "reverse", "lowerAscii", "upperAscii"]))()", expression(.string, depth))
    case 7:
      return TypedExpression(.string, "#.substring(\(pick(["0", "1", "1, 2"])))", expression(.string, depth))
    case 0: return TypedExpression(.string, "(# + #)", expression(.string, depth), expression(.string, depth))
    case 1: return TypedExpression(.string, "string(#)", expression(pick(Self.scalars + [.duration]), depth))
    case 2: return TypedExpression(.string, "join(#, ' ')", expression(.list(.string), depth))
    case 3: return TypedExpression(.string, "#[\(pick([0, 1]))]", expression(.list(.string), depth))
    case 4: return optional(.string, depth)
    default: return leaf(.string)
    }
  }

  /// A date.
  mutating func date(_ depth: Int) -> TypedExpression {
    let days = ValueType.number(unit: "days")
    switch Int.random(in: 0..<8, using: &random) {
    case 0, 1:
      let name = pick(["days_after", "working_days_after"])
      let mode = pick(["", "", ", 'counted'"])
      return TypedExpression(.date, "\(name)(#, #\(mode))", expression(.date, depth), expression(days, depth))
    case 2:
      return TypedExpression(
        .date, "months_after(#, #\(pick(["", ", 'counted'"])))", expression(.date, depth),
        TypedExpression(.number(unit: nil), pick(["0", "1", "-2", "7"])))
    case 3: return TypedExpression(.date, "date_of(#)", expression(.timestamp, depth))
    case 4:
      return TypedExpression(
        .date, pick(["min(#, #)", "max(#, #)"]), expression(.date, depth), expression(.date, depth))
    case 5:
      return TypedExpression(.date, pick(["min(#)", "max(#)", "#[0]"]), expression(.list(.date), depth))
    case 6: return optional(.date, depth)
    default: return leaf(.date)
    }
  }

  /// A moment.
  mutating func timestamp(_ depth: Int) -> TypedExpression {
    switch Int.random(in: 0..<5, using: &random) {
    case 0, 1:
      return TypedExpression(
        .timestamp, "(# \(pick(["+", "-"])) #)", expression(.timestamp, depth), expression(.duration, depth))
    case 2:
      return TypedExpression(
        .timestamp, pick(["min(#, #)", "max(#, #)"]), expression(.timestamp, depth),
        expression(.timestamp, depth))
    case 3:
      guard let record = windowsRecord else { return leaf(.timestamp) }
      return TypedExpression(
        .timestamp, pick(["earliest(#)", "latest(#)"]), expression(.list(.record(record)), depth))
    default: return leaf(.timestamp)
    }
  }

  /// A duration.
  mutating func duration(_ depth: Int) -> TypedExpression {
    switch Int.random(in: 0..<3, using: &random) {
    case 0:
      return TypedExpression(
        .duration, "(# - #)", expression(.timestamp, depth), expression(.timestamp, depth))
    case 1:
      return TypedExpression(
        .duration, "(# \(pick(["+", "-"])) #)", expression(.duration, depth), expression(.duration, depth))
    default: return leaf(.duration)
    }
  }
}
