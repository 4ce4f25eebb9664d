import Diagnostics
import YAMLTree

/// Comments that take part of an expression away without a word: in YAML ` #` ends a plain scalar, and in a folded
/// scalar `//` swallows the lines that follow.
extension ExpressionSource {
  /// An expression of which YAML cut off the end: `a # b`.
  var cutComment: Diagnostic? {
    guard let node, isWholeNode, node.hasTightComment else { return nil }
    let end = node.span.end
    return Diagnostic(
      code: "expression.tight-comment", at: SourceSpan(file: node.span.file, start: end, end: end + 2),
      ko: "` #` 뒤는 YAML 주석이어서 식에서 잘려 나갔습니다",
      en: "text after ` #` is a comment; it was cut from the expression",
      help: LocalizedText(
        ko: "식의 일부이면 식 전체를 따옴표로 묶고, 주석이면 앞에 공백을 둘 이상 두거나 다른 줄에 적으십시오",
        en:
          "put the whole expression in quotes, or, if it is a comment, put two spaces before it or a line of its own"
      ))
  }

  /// What to say of an incomplete expression after which the line goes on with a comment.
  var commentHelp: LocalizedText? {
    guard let node, isWholeNode, node.style == .plain else { return nil }
    let span = node.span
    var offset = span.end
    while offset < span.file.bytes.count, span.file.bytes[offset] == 0x20 || span.file.bytes[offset] == 0x09 {
      offset += 1
    }
    guard offset > span.end, offset < span.file.bytes.count, span.file.bytes[offset] == UInt8(ascii: "#")
    else {
      return nil
    }
    return LocalizedText(
      ko: "이 줄에서 ` #` 뒤는 주석이어서 식에 들어가지 않습니다. 식의 일부이면 식 전체를 따옴표로 묶으십시오",
      en: "text after ` #` on this line is a comment and no part of the expression; "
        + "if it belongs to it, put the whole expression in quotes")
  }

  /// A `//` comment in a scalar whose lines YAML joined into one: the rest of the expression would be lost.
  func foldedComment(_ comment: Range<Int>) -> Diagnostic? {
    guard let node, node.style != .literal else { return nil }
    let location = node.span.location
    guard location.line != location.endLine else { return nil }
    return Diagnostic(
      code: "expression.folded-comment", at: span(comment), ko: "`//` 뒤의 줄이 모두 주석이 되었습니다",
      en: "`//` makes a comment of all lines that follow",
      help: LocalizedText(
        ko: "YAML이 여러 줄을 한 줄로 잇습니다. 주석을 지우거나 `|`로 여러 줄을 그대로 두십시오",
        en: "YAML joins these lines into one: remove the comment, or keep the lines apart with `|`"))
  }
}
