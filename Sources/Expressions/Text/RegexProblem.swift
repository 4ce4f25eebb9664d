package import Diagnostics

/// Why a pattern is no regular expression of ours.
package struct RegexProblem: Error, Sendable, Hashable {
  /// What kind of mistake it is.
  package enum Kind: String, Sendable, Hashable {
    /// `(`, `[` or `{` without its other half, or a `)` that closes nothing.
    case unbalanced
    /// `*`, `+`, `?` or `{…}` with nothing before it, or directly after another one.
    case misplacedRepetition
    /// A count past 1,000 or with its ends the wrong way round.
    case repetitionCount
    /// `\` before a character that means nothing there, or at the end.
    case escape
    /// A range in `[…]` that runs backwards or has a class as an end, or an unknown class.
    case characterClass
    /// Look-around, back references and other things that cannot be matched in linear time, or unknown flags.
    case unsupported
    /// A pattern that is too long, too deeply nested or too large once its counts are written out.
    case tooLarge
  }

  /// What kind of mistake it is.
  package let kind: Kind
  /// Where it is, in UTF-8 offsets of the pattern.
  package let range: Range<Int>

  /// A mistake of a kind at a place.
  init(_ kind: Kind, _ range: Range<Int>) {
    self.kind = kind
    self.range = range
  }

  /// What is wrong, in words.
  package var message: LocalizedText {
    switch kind {
    case .unbalanced:
      LocalizedText(ko: "정규식의 괄호가 짝이 맞지 않습니다", en: "a bracket of the regular expression has no other half")
    case .misplacedRepetition:
      LocalizedText(
        ko: "정규식의 반복 기호가 반복할 대상 없이 쓰였습니다", en: "a repetition has nothing before it that it could repeat")
    case .repetitionCount:
      LocalizedText(
        ko: "정규식의 반복 횟수는 0부터 1,000까지이고 작은 수를 먼저 적습니다",
        en: "a repetition count must be between 0 and 1000, the smaller one first")
    case .escape:
      LocalizedText(
        ko: "정규식에서 `\\` 뒤에 올 수 없는 문자입니다",
        en: "`\\` means nothing before this character of the regular expression")
    case .characterClass:
      LocalizedText(
        ko: "정규식의 문자 묶음 `[…]`을 읽을 수 없습니다", en: "expected a character class such as `[a-z]` or `\\p{L}`")
    case .unsupported:
      LocalizedText(
        ko: "앞뒤 살피기, 되참조 등 처리 시간이 길이에 비례하지 않는 정규식은 쓸 수 없습니다",
        en: "look-around, back references and unknown flags are not part of these regular expressions")
    case .tooLarge:
      LocalizedText(
        ko: "정규식이 너무 길거나 깊거나 반복이 너무 많습니다",
        en: "the regular expression is too long, too deeply nested or repeats too much")
    }
  }
}
