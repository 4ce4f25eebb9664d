import Diagnostics
import YAMLTree

/// A plain text that stands for `null` or `none` in other files but would be read as a text here.
struct StateSpelling {
  /// What the author probably means.
  enum Meaning {
    /// Nobody has said.
    case missing
    /// Declared that there is none.
    case none
    /// One of the two.
    case either
  }

  /// What the author probably means.
  let meaning: Meaning

  /// Nil for a text that is an ordinary one.
  init?(_ text: String) {
    // Nearly every text of a file comes by here: most are let go by their first letter.
    guard text.utf8.count <= 24, let first = text.unicodeScalars.first else { return nil }
    switch first {
    case "n", "N", "u", "U", "t", "T", "?", "-", "—", "–", "없", "해", "미", "모", "확": break
    default: return nil
    }
    switch text.lowercased() {
    case "none", "없음", "해당없음", "해당 없음": meaning = .none
    case "null", "nil", "미정", "모름", "미상", "미기재", "미확인", "확인중", "확인 중", "tbd", "tba", "todo", "unknown", "?",
      "??":
      meaning = .missing
    case "n/a", "na", "-", "--", "—", "–": meaning = .either
    default: return nil
    }
  }

  /// Reports the text and says how to write what is meant.
  func report(_ node: YAMLNode, _ quoted: String, diagnostics: inout DiagnosticLog) {
    let help =
      switch meaning {
      case .missing:
        LocalizedText(
          ko: "아직 모르면 `null`로 적으십시오. 글 자체가 값이라면 따옴표로 묶으십시오",
          en: "write `null` if nobody has said; put the text in quotes if it is the value itself")
      case .none:
        LocalizedText(
          ko: "없다고 밝히려면 `none`으로 적으십시오. 글 자체가 값이라면 따옴표로 묶으십시오",
          en: "write `none` to declare that there is none; put the text in quotes if it is the value itself")
      case .either:
        LocalizedText(
          ko: "모르면 `null`, 없다고 밝히려면 `none`으로 적으십시오. 글 자체가 값이라면 따옴표로 묶으십시오",
          en:
            "write `null` if nobody has said, `none` to declare that there is none; put the text in quotes if "
            + "it is the value itself")
      }
    diagnostics.error(
      "value.state-spelling", at: node.span, ko: "`\(quoted)`은(는) 모름인지 없음인지 분명하지 않습니다",
      en: "`\(quoted)` does not say whether nothing is known or there is none", help: help)
  }
}

/// The author's own words, short enough for a message.
enum Quoted {
  /// The text, cut after `SchemeLimits.quotedLength` bytes.
  static func text(_ text: String) -> String {
    guard text.utf8.count > SchemeLimits.quotedLength else { return text }
    var short = ""
    var bytes = 0
    for scalar in text.unicodeScalars {
      bytes += UTF8.width(scalar)
      if bytes > SchemeLimits.quotedLength { break }
      short.unicodeScalars.append(scalar)
    }
    return short + "…"
  }
}
