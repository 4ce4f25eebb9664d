/// The many ways to write yes and no that files may not use.
enum BooleanSpelling {
  /// What a text means as a truth value, if that is clear.
  static func meaning(of text: String) -> Bool? {
    guard text.utf8.count <= 24 else { return nil }
    switch text.lowercased() {
    case "true", "yes", "y", "on", "t", "1", "o", "예", "네", "참", "맞음", "있음", "해당", "여": return true
    case "false", "no", "n", "off", "f", "0", "x", "아니오", "아니요", "거짓", "없음", "부": return false
    default: return nil
    }
  }
}
