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
  /// Before the operators and services to choose from.
  static let owner = LocalizedText(ko: "사업자·서비스", en: "Operator or service")
  /// Before the subjects to choose from.
  static let subject = LocalizedText(ko: "대상", en: "Subject")
  /// No subject is chosen.
  static let anySubject = LocalizedText(ko: "전체", en: "All")
  /// What to type where there are very many subjects.
  static let subjectHint = LocalizedText(ko: "이름의 일부", en: "part of a name")
  /// Gives up every choice.
  static let reset = LocalizedText(ko: "모두 보기", en: "Show all")
  /// `{M}` stands for all findings that can be chosen from and `{m}` for the entries that tell them, `{N}` and `{n}`
  /// for those that are shown.
  static let all = LocalizedText(
    ko: "확인할 점검 항목 {M}건({m}묶음)을 모두 표시함", en: "All {M} findings to act on ({m} entries) are shown")
  /// Printed too, so that a part is never taken for the whole.
  static let some = LocalizedText(
    ko: "확인할 점검 항목 {M}건({m}묶음) 가운데 {N}건({n}묶음)만 표시함: {f}",
    en: "Only {N} of {M} findings to act on ({n} of {m} entries) are shown: {f}")
  /// Beside a heading whose counts are those of all entries while some are shown.
  static let whole = LocalizedText(ko: "(고르기 전의 전체 건수)", en: "(counts of all, before the choice)")
  /// In the legend of a chart: the bar of a range.
  static let least = LocalizedText(ko: "막대: 낮은 값까지", en: "bar: up to the least value")
  /// In the legend of a chart: what is not known of a range.
  static let range = LocalizedText(
    ko: "빗금: 알려지지 않은 범위(오른쪽 끝에 닿으면 더 클 수 있음)",
    en: "hatched: not known (may be more where it meets the right edge)")
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
