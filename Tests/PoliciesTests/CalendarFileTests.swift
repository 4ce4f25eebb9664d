import Diagnostics
import Expressions
import Policies
import Testing

@Suite struct CalendarFileTests {
  private func calendar(_ text: String) -> Loaded<Calendar> {
    read("format: guideline_calendar/1\n" + text) { CalendarFile.load($0, diagnostics: &$1) }
  }

  @Test func `a calendar has holidays, a weekend and ways of counting`() throws {
    let loaded = calendar(
      """
      id: kr
      utc_offset: "+09:00"
      first_day: included
      last_day: as_is
      modes:
        duty: {first_day: excluded, last_day: next_working_day}
      weekend: [sat, sun]
      holidays:
        - {date: 2022-10-03, ko: 개천절, en: Foundation Day, source: 관공서의 공휴일에 관한 규정}
        - {date: 2027-10-04, ko: 대체공휴일, uncertain: true}
        - {date: 2026-06-03, ko: 지방선거, verified: false}
      covers: {from: 2018-01-01, to: 2027-12-31}
      """)
    #expect(loaded.codes == [])
    let calendar = try #require(loaded.model)
    #expect(calendar.utcOffset == 32_400)
    #expect(calendar.defaultMode == CountingMode(firstDay: .included, lastDay: .asIs))
    #expect(calendar.modes == ["duty": CountingMode(firstDay: .excluded, lastDay: .nextWorkingDay)])
    #expect(calendar.weekend == [0, 6])
    let holiday = try #require(Day(iso: "2022-10-03").flatMap { calendar.holidays[$0] })
    #expect(holiday.name == LocalizedText(ko: "개천절", en: "Foundation Day"))
    #expect(!holiday.isUncertain)
    #expect(calendar.holidays.values.filter(\.isUncertain).count == 2)
  }

  @Test func `what a calendar does not say is as in Korea`() throws {
    let calendar = try #require(calendar("id: kr\ncovers: {from: 2022-01-01, to: 2022-12-31}").model)
    #expect(calendar.utcOffset == 32_400)
    #expect(calendar.defaultMode == CountingMode(firstDay: .excluded, lastDay: .nextWorkingDay))
    #expect(calendar.weekend == [0, 6])
    #expect(
      try #require(
        self.calendar("id: x\nutc_offset: \"-02:30\"\ncovers: {from: 2022-01-01, to: 2022-12-31}").model
      ).utcOffset == -9_000)
  }

  @Test func `all problems of a calendar are reported together`() {
    let loaded = calendar(
      """
      utc_offset: nine
      frist_day: excluded
      last_day: next_workday
      weekend: [sat, sum]
      holidays:
        - {date: 2022-10-03, ko: 개천절}
        - {date: 2022-10-03, ko: 단군절}
        - {date: 2022-10-32, ko: 없는 날}
        - {date: 2030-01-01, ko: 신정}
        - {ko: 이름만}
        - {date: 2022-10-09}
      covers: {from: 2022-01-01, to: 2022-12-31}
      """)
    #expect(loaded.model == nil)
    #expect(
      loaded.codes.sorted() == [
        "calendar.date", "calendar.duplicate-holiday", "calendar.holiday-outside", "calendar.missing-key",
        "calendar.missing-key", "calendar.missing-text", "calendar.offset", "calendar.unknown-key",
        "calendar.unknown-word", "calendar.weekday",
      ])
    #expect(loaded.help("calendar.unknown-key") == "did you mean `first_day`?")
    #expect(loaded.help("calendar.weekday") == "did you mean `sun`?")
  }

  @Test func `a calendar covers days in their order`() {
    #expect(
      calendar("id: x\ncovers: {from: 2022-01-02, to: 2022-01-01}").marked("calendar.period") == [
        "2022-01-01"
      ])
    #expect(calendar("id: x").codes == ["calendar.missing-key"])
  }
}
