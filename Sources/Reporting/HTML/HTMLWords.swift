import Diagnostics

/// What a page says of itself, beside what its document says.
enum HTMLWords {
  /// Above the table of contents.
  static let contents = LocalizedText(ko: "차례", en: "Contents")
  /// The first link of the page.
  static let skip = LocalizedText(ko: "본문으로 건너뛰기", en: "Skip to the text")
  /// Above the choice of entries.
  static let filter = LocalizedText(ko: "골라 보기", en: "Show only")
  /// Before the outcomes to choose from.
  static let outcome = LocalizedText(ko: "결과", en: "Outcome")
  /// Before the effects to choose from.
  static let effect = LocalizedText(ko: "효력", en: "Effect")
  /// Before the subjects to choose from.
  static let subject = LocalizedText(ko: "서비스·대상", en: "Service or subject")
  /// No subject is chosen.
  static let anySubject = LocalizedText(ko: "전체", en: "All")
  /// What to type where there are very many subjects.
  static let subjectHint = LocalizedText(ko: "이름의 일부", en: "part of a name")
  /// Gives up every choice.
  static let reset = LocalizedText(ko: "모두 보기", en: "Show all")
  /// `{m}` stands for all entries that can be chosen from, `{n}` for those that are shown.
  static let all = LocalizedText(ko: "{m}개 항목을 모두 표시함", en: "All {m} entries are shown")
  /// Printed too, so that a part is never taken for the whole.
  static let some = LocalizedText(
    ko: "{m}개 항목 가운데 {n}개만 표시함: {f}", en: "Only {n} of {m} entries are shown: {f}")
  /// Unfolds the table of a chart.
  static let figures = LocalizedText(ko: "수치를 표로 보기", en: "The figures as a table")

  /// What a drawing of bars says to those who hear it.
  static func described(_ bars: Int) -> LocalizedText {
    LocalizedText(
      ko: "막대 \(bars)개를 그린 도표. 정확한 수치는 이어지는 표에 있음.",
      en: "A chart of \(bars) bars. The table that follows holds the exact figures.")
  }

  /// That a drawing leaves bars out.
  static func drawnOnly(_ count: Int, of all: Int) -> LocalizedText {
    LocalizedText(
      ko: "\(all)개 가운데 처음 \(count)개만 그림. 표에는 모두 있음.",
      en: "Only the first \(count) of \(all) are drawn. The table holds all of them.")
  }
}
