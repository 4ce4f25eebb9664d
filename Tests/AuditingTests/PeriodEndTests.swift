import Diagnostics
import Findings
import Foundation
import Testing

@testable import Auditing

/// The day on which a period would have ended before the calendar moved it.
@Suite struct PeriodEndTests {
  private static let calendar = """
    format: guideline_calendar/1
    id: town
    title: {ko: 달력, en: calendar}
    utc_offset: "+09:00"
    first_day: excluded
    last_day: next_working_day
    modes:
      plain: {first_day: excluded, last_day: as_is, ko: 그대로, en: as is}
      whole: {first_day: included, last_day: next_working_day, ko: 첫날 포함, en: first day included}
    weekend: [sat, sun]
    covers: {from: 2022-01-01, to: 2023-12-31}
    holidays:
      - {date: 2022-10-10, ko: 대체공휴일, en: substitute holiday}
    """

  /// The step `end` of a rule for a shop that opened on a day.
  private static func step(_ expression: String, opened: String, marks: String = "") throws -> StepResult {
    let policy = """
      calendar: town
      rules:
        - id: R
          title: {ko: 기한, en: deadline}
          cite: 제1조
          severity: minor
          let:
            end: {title: {ko: 기한, en: deadline}, is: "\(expression)"}
          require: shop.filed <= end
      """
    let set = try InlineSet(policy: policy, files: ["calendar.yaml": calendar])
    let report = try set.report("\(marks)shop: {filed: 2022-10-01, opened: \(opened)}")
    return try #require(report.findings.first?.steps.first)
  }

  @Test(
    arguments: [
      // Friday stays; Saturday and Sunday lead to Monday, and on over a holiday.
      ("2022-11-16", "2022-11-18", nil), ("2022-11-17", "2022-11-21", "2022-11-19"),
      ("2022-11-18", "2022-11-21", "2022-11-20"), ("2022-11-19", "2022-11-21", nil),
      ("2022-10-08", "2022-10-11", "2022-10-10"), ("2022-10-06", "2022-10-11", "2022-10-08"),
    ] as [(String, String, String?)])
  func `is told where it is another`(_ opened: String, _ end: String, _ unmoved: String?) throws {
    let step = try Self.step("days_after(shop.opened, 2)", opened: opened)
    #expect(step.value.text == end && step.unmoved?.text == unmoved)
    #expect(step.unmoved?.label?.en == (unmoved == "2022-10-10" ? "substitute holiday" : nil))
  }

  @Test(
    arguments: [
      ("days_after(shop.opened, 2, 'plain')", nil), ("days_after(shop.opened, 3, 'whole')", "2022-11-19"),
      ("months_after(shop.opened, 1)", nil), ("months_after(shop.opened, 1, 'plain')", nil),
      ("working_days_after(shop.opened, 2)", nil), ("days_after(shop.opened, 0 - 5)", nil),
      // 17 December 2022 is a Saturday.
      ("months_after(shop.opened, 1, 'whole')", nil), ("months_after(shop.opened, 1)", nil),
      ("days_after(shop.opened, 30)", "2022-12-17"),
    ] as [(String, String?)])
  func `goes by the way of counting`(_ expression: String, _ unmoved: String?) throws {
    #expect(try Self.step(expression, opened: "2022-11-17").unmoved?.text == unmoved)
  }

  @Test func `is told of both ends and all readings`() throws {
    let range = try Self.step(
      "days_after(shop.opened, 2)", opened: "{at_least: 2022-11-16, at_most: 2022-11-17}")
    #expect(range.value.text == "2022-11-18..2022-11-21" && range.unmoved?.text == "2022-11-18..2022-11-19")
    let open = try Self.step("days_after(shop.opened, 2)", opened: "{at_least: 2022-11-17}")
    #expect(open.unmoved?.text == "2022-11-19..")
    let readings = try Self.step("days_after(shop.opened, 2)", opened: "{either: [2022-11-16, 2022-11-18]}")
    #expect(readings.unmoved?.text == "2022-11-18 | 2022-11-20")
    let same = try Self.step(
      "days_after(shop.opened, 2)", opened: "{at_least: 2022-11-14, at_most: 2022-11-15}")
    #expect(same.unmoved == nil)
  }

  @Test func `is withheld with the day itself, and read back from a saved report`() throws {
    let policy = """
      calendar: town
      rules:
        - id: R
          title: {ko: 기한, en: deadline}
          cite: 제1조
          severity: minor
          let:
            end: {title: {ko: 기한, en: deadline}, is: "days_after(shop.opened, 2)"}
          require: shop.filed <= end
      """
    let set = try InlineSet(policy: policy, files: ["calendar.yaml": Self.calendar])
    let open = try set.report("shop: {filed: 2022-10-01, opened: 2022-11-17}")
    #expect(open.findings[0].steps[0].unmoved?.text == "2022-11-19")
    let read = try JSONDecoder().decode(AuditReport.self, from: Data(open.json))
    #expect(read.findings[0].steps == open.findings[0].steps && read.json == open.json)
    let marked = try set.report(
      "confidential: [shop.opened]\nshop: {filed: 2022-10-01, opened: 2022-11-17}")
    let redacted = String(decoding: marked.redacted().json, as: UTF8.self)
    #expect(!redacted.contains("2022-11-19") && !redacted.contains("2022-11-21"))
  }
}
