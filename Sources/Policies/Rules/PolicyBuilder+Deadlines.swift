import Diagnostics
import Expressions
import YAMLTree

/// `deadline`: until when a requirement can be met.
extension PolicyBuilder {
  private static let deadlineKeys = ["title", "is", "text", "from"]

  /// An expression, `{title, is}`, or `{title, text, from}` where the law counts no days.
  mutating func deadline(_ node: YAMLNode, in scope: Scope) -> Deadline? {
    let what = LocalizedText(ko: "기한", en: "a deadline")
    guard node.kind == .mapping else {
      return moment(node, in: scope).map {
        Deadline(title: nil, end: .last(addCell("deadline", title: nil, $0)))
      }
    }
    guard reader.mapping(node, keys: Self.deadlineKeys, of: what) else { return nil }
    let title = node.stated("title").flatMap { reader.localized($0, what) }
    guard let text = node.stated("text") else {
      if let from = node.entry("from") {
        reader.error(
          "deadline-from", at: from.key.span, ko: "`from`은 날수를 정하지 않은 기한(`text`)에만 씁니다",
          en: "`from` goes with `text`, for a deadline without a number of days",
          help: LocalizedText(ko: "`is`의 식에서 기산일부터 세십시오", en: "count from that day in the expression of `is`")
        )
      }
      guard let day = reader.required("is", in: node, of: what), let last = moment(day, in: scope) else {
        return nil
      }
      return Deadline(title: title, end: .last(addCell("deadline", title: title, last)))
    }
    if let day = node.entry("is") {
      reader.error(
        "two-deadlines", at: day.key.span, ko: "기한에 `is`와 `text`가 함께 있습니다",
        en: "a deadline has both `is` and `text`",
        help: LocalizedText(
          ko: "날수가 정하여졌으면 `is`, ‘지체 없이’처럼 말로만 정하여졌으면 `text`를 쓰십시오",
          en: "write `is` where days are counted, `text` where words such as `without delay` set it"))
      return nil
    }
    guard let words = reader.localized(text, what) else { return nil }
    let from = node.stated("from").flatMap { moment($0, in: scope) }
    return Deadline(
      title: title, end: .words(words, from: from.map { addCell("deadline", title: title, $0) }))
  }

  /// A date or a timestamp.
  private mutating func moment(_ node: YAMLNode, in scope: Scope) -> CheckedExpression? {
    guard let expression = expression(node, in: scope, keepsType: true) else { return nil }
    switch expression.type {
    case .date, .timestamp: return expression
    default:
      let words = expression.type.described(in: environment)
      reader.error(
        "deadline-type", at: node.span, ko: "기한에는 날짜나 일시가 필요한데 \(words.ko)입니다",
        en: "a deadline is a date or a timestamp, this is \(words.en)",
        help: LocalizedText(
          ko: "요구를 이행할 수 있는 마지막 날을 계산하는 식을 쓰십시오",
          en: "write an expression that gives the last day on which the requirement can be met"))
      return nil
    }
  }
}
