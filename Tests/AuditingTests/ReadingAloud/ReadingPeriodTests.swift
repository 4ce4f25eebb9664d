import Diagnostics
import Testing

@testable import Auditing

/// What a reading says of how periods are counted.
@Suite struct ReadingPeriodTests {
  private static let calendar = """
    format: guideline_calendar/1
    id: cal
    utc_offset: "+09:00"
    first_day: excluded
    last_day: next_working_day
    modes:
      duty: {first_day: included, last_day: as_is}
    weekend: [sat, sun]
    covers: {from: 2022-01-01, to: 2022-12-31}
    holidays: []

    """

  private static func text(_ deadline: String, _ language: Language) throws -> String {
    let policy = """
      calendar: cal
      rules:
        - id: R-1
          title: {ko: 규칙, en: rule}
          cite: 제1조
          severity: minor
          require: shop.opened <= \(deadline)
      """
    let set = try InlineSet(policy: policy, files: ["calendar.yaml": calendar]).loaded()
    return try #require(set.readings(of: "R-1", on: "2022-06-01", language)?.first).text(width: 200)
  }

  @Test(arguments: [
    (
      "days_after(shop.filed, 30)",
      "‘…일이 되는 날’의 기간은 달력 ‘cal’에 따라 센다. 첫날은 세지 아니하고, 마지막 날이 주말이나 공휴일이면 그 다음 영업일에 끝난다.",
      "the first day does not count, and a last day on a weekend or holiday moves to the next working day."
    ),
    (
      "days_after(shop.filed, 30, 'duty')",
      "달력 ‘cal’의 계산 방식 ‘duty’에 따라 센다. 첫날을 세고, 마지막 날이 주말이나 공휴일이어도 그 날에 끝난다.",
      "mode “duty”: the first day counts, and a last day on a weekend or holiday stays."
    ),
    (
      "working_days_after(shop.filed, 3)", "영업일의 기간은 달력 ‘cal’에 따라 센다. 첫날은 세지 아니하고, 주말과 공휴일은 세지 아니한다.",
      "Working days are counted by the calendar “cal”: the first day does not count, weekends and holidays do not."
    ),
    ("months_after(shop.filed, 1)", "달력을 보지 아니하고", "the calendar is not asked"),
  ])
  func `how a period begins and ends is said`(deadline: String, ko: String, en: String) throws {
    // Lines are filled to the width, so that the words are compared without their breaks.
    let korean = try Self.text(deadline, .ko)
    #expect(korean.replacing("\n  ", with: " ").contains(ko), "\(korean)")
    let english = try Self.text(deadline, .en)
    #expect(english.replacing("\n  ", with: " ").contains(en), "\(english)")
  }

  @Test func `a rule that counts no period says nothing of counting`() throws {
    #expect(!(try Self.text("shop.filed", .ko).contains("에 따라 센다")))
  }
}
