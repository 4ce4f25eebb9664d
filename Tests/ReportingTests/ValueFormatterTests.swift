import Diagnostics
import Findings
import Testing

@Suite struct `Values in words` {
  static let units: [String: LocalizedText] = [
    "KRW": LocalizedText(ko: "원", en: "KRW"), "h": LocalizedText(ko: "시간", en: "h"),
    "days": LocalizedText(ko: "일", en: "days"), "persons": LocalizedText(ko: "명", en: "persons"),
  ]
  static let korean = ValueFormatter(language: .ko, units: units)
  static let english = ValueFormatter(language: .en, units: units)

  private static func days(_ count: String) -> ReportValue { .number(count, unit: "days") }
  private static func instant(_ text: String) -> ReportValue { ReportValue(.timestamp, text) }

  @Test(arguments: [
    (ReportValue.number("7550", unit: "KRW"), "7,550원", "KRW 7,550"),
    (.number("557700000000", unit: "KRW"), "5,577억 원", "KRW 557.7 billion"),
    (.number("1200050000000", unit: "KRW"), "1조 2,000억 5,000만 원", "KRW 1,200,050,000,000"),
    (.number("123456789", unit: "KRW"), "123,456,789원", "KRW 123,456,789"),
    (.number("10000000", unit: "KRW"), "10,000,000원", "KRW 10 million"),
    (.number("1200500000000", unit: "KRW"), "1조 2,005억 원", "KRW 1,200,500,000,000"),
    (.number("-2500000000", unit: "KRW"), "-25억 원", "KRW -2.5 billion"),
    (.number("999999", unit: "KRW"), "999,999원", "KRW 999,999"),
    (.number("6143.1234", exact: "61431234/10000"), "≈6,143", "≈6,143"),
    (.number("-1500", unit: "KRW"), "-1,500원", "KRW -1,500"),
    (.number("48000000", unit: "persons"), "48,000,000명", "48,000,000 persons"),
    (.number("1", unit: "days"), "1일", "1 day"),
    (.number("12.5", unit: "h"), "12.5시간", "12.5 h"),
    (.number("0.6666666667", exact: "2/3", unit: "h"), "40분", "40 min"),
    (.number("1.1666666667", exact: "7/6", unit: "h"), "1시간 10분", "1 h 10 min"),
    (.number("0.1428571429", exact: "1/7", unit: "h"), "≈0.14시간", "≈0.14 h"),
    (.number("0.8295121580", exact: "87195/105116"), "≈0.83", "≈0.83"),
    (.number("2.9999999999", exact: "29999999999/10000000000"), "≈3.00", "≈3.00"),
    (.number("16.7", unit: "percent"), "16.7%", "16.7%"),
    (.number("5", unit: "widgets"), "5 widgets", "5 widgets"),
    (ReportValue(.date, "2022-12-29"), "2022. 12. 29.", "29 December 2022"),
    (ReportValue(.timestamp, "2022-10-15T15:30:00+09:00"), "2022. 10. 15. 15:30", "15 October 2022, 15:30"),
    (
      ReportValue(.timestamp, "2022-10-15T15:30:07.5Z"), "2022. 10. 15. 15:30:07.5 UTC",
      "15 October 2022, 15:30:07.5 UTC"
    ),
    (ReportValue(.duration, "4210s"), "1시간 10분 10초", "1 h 10 min 10 s"),
    (ReportValue(.choice, "free", label: LocalizedText(ko: "무료", en: "free users")), "무료", "free users"),
    (.bool(true), "예", "yes"), (.unknown, "(미기재)", "(not stated)"), (.none, "(없음)", "(none)"),
    (.list([]), "(없음)", "(none)"), (.list([.string("a"), .number("1000")]), "a, 1,000", "a, 1,000"),
    (.either([.number("1"), .number("2")]), "1 또는 2", "1 or 2"),
    (.range(atLeast: .number("2"), atMost: nil), "2 이상", "at least 2"),
    (.range(atLeast: .number("2"), atMost: .number("9")), "2~9", "2–9"),
    (.range(atLeast: days("102"), atMost: days("162")), "102~162일", "102–162 days"),
    (.range(atLeast: days("1"), atMost: days("2")), "1~2일", "1–2 days"),
    (.range(atLeast: days("102"), atMost: nil), "102일 이상", "at least 102 days"),
    (.range(atLeast: nil, atMost: days("162")), "162일 이하", "at most 162 days"),
    (
      .range(atLeast: .number("5000", unit: "KRW"), atMost: .number("7000", unit: "KRW")), "5,000~7,000원",
      "KRW 5,000–7,000"
    ),
    (
      .range(atLeast: .number("90000000", unit: "KRW"), atMost: .number("200000000", unit: "KRW")),
      "90,000,000원~2억 원", "KRW 90–200 million"
    ),
    (
      .range(atLeast: .number("39000000000", unit: "KRW"), atMost: .number("41000000000", unit: "KRW")),
      "390억~410억 원", "KRW 39–41 billion"
    ),
    (
      .range(
        atLeast: .number("205.578", exact: "102789/500", unit: "KRW"),
        atMost: .number("325.6048", exact: "203503/625", unit: "KRW")), "≈206~326원", "KRW ≈206–326"
    ),
    (
      .range(atLeast: .number("4.98765", exact: "1/3"), atMost: .number("6143.1234", exact: "1/3")),
      "≈4.99~6,143",
      "≈4.99–6,143"
    ),
    (.range(atLeast: .number("-3", unit: "days"), atMost: days("2")), "-3~2일", "-3 to 2 days"),
    (
      .range(atLeast: .number("0.5", unit: "h"), atMost: .number("56.5", unit: "h")), "30분~56.5시간",
      "30 min – 56.5 h"
    ),
    (
      .range(atLeast: ReportValue(.date, "2022-11-18"), atMost: ReportValue(.date, "2022-11-21")),
      "2022. 11. 18.~2022. 11. 21.", "18 November 2022 – 21 November 2022"
    ),
    (
      .range(atLeast: instant("2022-10-15T15:00:00+09:00"), atMost: instant("2022-10-15T22:56:00+09:00")),
      "2022. 10. 15. 15:00~22:56", "15 October 2022, 15:00 – 22:56"
    ),
    (
      .range(atLeast: instant("2022-10-15T15:00:00+09:00"), atMost: instant("2022-10-16T15:00:00+09:00")),
      "2022. 10. 15. 15:00~2022. 10. 16. 15:00", "15 October 2022, 15:00 – 16 October 2022, 15:00"
    ),
    (
      .either([instant("2022-10-15T15:00:00+09:00"), instant("2022-10-15T15:30:00+09:00")]),
      "2022. 10. 15. 15:00 또는 15:30", "15 October 2022, 15:00 or 15:30"
    ),
    (
      .range(atLeast: ReportValue(.date, "2022-11-18"), atMost: nil), "2022. 11. 18. 이후",
      "18 November 2022 or later"
    ),
    (
      .range(atLeast: nil, atMost: ReportValue(.date, "2022-11-18")), "2022. 11. 18. 이전",
      "18 November 2022 or earlier"
    ),
  ]) func `a value is written as people write it`(_ value: ReportValue, _ ko: String, _ en: String) {
    #expect(Self.korean.text(value) == ko)
    #expect(Self.english.text(value) == en)
  }

  @Test(arguments: [
    ("", "원은", "7,550"), ("KRW ", "", "7,550"), ("", " KRW", "7,550"), ("₩", " 이상", "7,550"),
    ("금액 ", " 이상", "7,550원"),
    ("KRWX", "", "7,550원"), ("", "wonder", "7,550원"),
  ]) func `a unit is left out where its sign already stands`(
    _ before: String, _ after: String, _ text: String
  ) {
    #expect(Self.korean.text(.number("7550", unit: "KRW"), .formatted, before: before, after: after) == text)
  }

  @Test func `a range stands where one number would`() {
    let range = ReportValue.range(atLeast: Self.days("102"), atMost: Self.days("162"))
    #expect(Self.korean.text(range, .formatted, before: "복구일부터 ", after: "일이 지난") == "102~162")
    #expect(KoreanParticle.pick(after: Self.korean.text(range), ("이", "가")) == "이")
    #expect(KoreanParticle.pick(after: "2022. 11. 18.~2022. 11. 21.", ("이", "가")) == "이")
  }

  @Test func `styles escape the formatting`() {
    let day = ReportValue(.date, "2022-12-29")
    #expect(Self.korean.text(day, .iso, before: "", after: "") == "2022-12-29")
    #expect(Self.korean.text(.number("7550", unit: "KRW"), .plain, before: "", after: "") == "7550")
    #expect(Self.korean.text(.unknown, .plain, before: "", after: "") == "(미기재)")
  }

  @Test(arguments: [
    ("카카오톡", "이"), ("에이페이", "가"), ("2022. 12. 29.", "이"), ("2022-12-29", "이"), ("860", "이"), ("12", "가"),
    ("3", "이"),
    ("1,000,000,000,000", "가"), ("100,000,000", "이"), ("A3", "이"), ("KT", "가"), ("SKTEL", "이"), ("app", "이"),
    ("phone", "이"), ("service", "가"), ("bank", "가"), ("에이톡(talk)", "이"), ("16.7%", "가"), ("15:30", "이"),
    ("", "이(가)"),
    ("★", "이(가)"), ("‘무료’", "가"),
  ]) func `a particle follows the sound before it`(_ word: String, _ particle: String) {
    #expect(KoreanParticle.pick(after: word, ("이", "가")) == particle)
  }

  @Test(arguments: [("서울", "로"), ("부산", "으로"), ("제주", "로"), ("8", "로")])
  func `a final ㄹ takes 로`(_ word: String, _ particle: String) {
    #expect(KoreanParticle.pick(after: word, ("으로", "로")) == particle)
  }
}
