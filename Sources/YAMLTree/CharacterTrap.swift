import Diagnostics

/// A character that looks like another, cannot be seen, or reaches beyond its place.
enum CharacterTrap {
  /// What a terminal or an editor would act on or hide.
  case control(Unicode.Scalar), bidi(Unicode.Scalar), invisibleInKey(Unicode.Scalar)
  /// A mark that joins the character before it.
  case combining(Unicode.Scalar)
  /// A space that is not U+0020 where YAML would need one.
  case spaceAsIndentation(Unicode.Scalar), spaceAfterMark(Unicode.Scalar, mark: String)
  /// A space that is not U+0020 where it would be taken for part of the value.
  case spaceAtEdge(Unicode.Scalar), spaceBeforeComment(Unicode.Scalar)
  /// U+FF1A after a word that was meant as a key.
  case fullWidthColon(String)

  /// Whether it spoils only the text it stands in.
  var leavesTree: Bool {
    switch self {
    case .control, .bidi: true
    case .combining, .invisibleInKey, .spaceAsIndentation, .spaceAfterMark, .spaceAtEdge, .spaceBeforeComment,
      .fullWidthColon:
      false
    }
  }

  /// Code, message and help.
  var words: Words {
    switch self {
    case .control(let scalar):
      return Words(
        "yaml.control-character", ko: "글에 제어 문자 \(scalar.codePointName)가 들어 있습니다",
        en: "the text contains the control character \(scalar.codePointName)",
        help: LocalizedText(ko: "그 문자를 지우십시오", en: "delete it"))
    case .bidi(let scalar):
      return Words(
        "yaml.bidi-control", ko: "글의 보이는 순서를 바꾸는 문자 \(scalar.codePointName)가 들어 있습니다",
        en: "the text contains \(scalar.codePointName), which changes the order in which it is shown",
        help: LocalizedText(ko: "그 문자를 지우십시오", en: "delete it"))
    case .combining(let scalar):
      return Words(
        "yaml.combining-characters", ko: "결합 문자(\(scalar.codePointName))가 지나치게 이어집니다",
        en: "too many combining characters (\(scalar.codePointName)) in a row",
        help: LocalizedText(ko: "그 문자들을 지우십시오", en: "delete them"))
    case .invisibleInKey(let scalar):
      return Words(
        "yaml.invisible-in-key", ko: "항목 이름에 보이지 않는 문자 \(scalar.codePointName)가 들어 있습니다",
        en: "the key contains the invisible character \(scalar.codePointName)",
        help: LocalizedText(ko: "이름을 다시 입력하십시오", en: "type the key again"))
    case .spaceAsIndentation(let scalar):
      return Words(
        "yaml.unicode-space", ko: "들여쓰기에 보통 공백이 아닌 \(scalar.spaceName.ko)이 쓰였습니다",
        en: "the line is indented with \(scalar.spaceName.en), not with ordinary spaces",
        help: Self.useOrdinarySpace)
    case .spaceAfterMark(let scalar, let mark):
      return Words(
        "yaml.unicode-space", ko: "`\(mark)` 뒤에 보통 공백이 아닌 \(scalar.spaceName.ko)이 있습니다",
        en: "\(scalar.spaceName.en) after `\(mark)` where an ordinary space was expected",
        help: Self.useOrdinarySpace)
    case .spaceAtEdge(let scalar):
      return Words(
        "yaml.unicode-space", ko: "값의 앞이나 뒤에 \(scalar.spaceName.ko)이 붙어 있습니다",
        en: "the value begins or ends with \(scalar.spaceName.en)",
        help: LocalizedText(
          ko: "지우십시오. 값의 일부라면 값을 따옴표로 묶으십시오",
          en: "delete it, or put the value in quotes if it belongs to it"))
    case .spaceBeforeComment(let scalar):
      return Words(
        "yaml.unicode-space",
        ko: "`#` 앞이 보통 공백이 아닌 \(scalar.spaceName.ko)이어서 설명이 값에 섞입니다",
        en: "\(scalar.spaceName.en) before `#`, so that the comment becomes part of the value",
        help: LocalizedText(
          ko: "보통 공백을 쓰십시오. 값의 일부라면 값을 따옴표로 묶으십시오",
          en: "type an ordinary space, or put the value in quotes if `#` belongs to it"))
    case .fullWidthColon(let key):
      return Words(
        "yaml.full-width-colon", ko: "`\(Printable.shortened(key))` 뒤에 전각 쌍점 `：`이 쓰였습니다",
        en: "a full-width colon `：` after `\(Printable.shortened(key))` where `:` was expected",
        help: LocalizedText(
          ko: "`:`과 공백을 쓰십시오. 글의 일부라면 전체를 따옴표로 묶으십시오",
          en: "write `:` and a space, or put the whole text in quotes if the colon belongs to it"))
    }
  }

  private static let useOrdinarySpace = LocalizedText(
    ko: "키보드의 스페이스로 다시 입력하십시오. 글의 일부라면 따옴표로 묶으십시오",
    en: "type it again with the space bar, or put the text in quotes if it belongs to it")
}

extension Unicode.Scalar {
  /// What people call a space that is not U+0020.
  fileprivate var spaceName: LocalizedText {
    switch value {
    case 0xA0, 0x202F:
      LocalizedText(ko: "줄바꿈 없는 공백(\(codePointName))", en: "a no-break space (\(codePointName))")
    case 0x3000: LocalizedText(ko: "전각 공백(\(codePointName))", en: "an ideographic space (\(codePointName))")
    default: LocalizedText(ko: "특수 공백(\(codePointName))", en: "a special space (\(codePointName))")
    }
  }
}
