import Diagnostics
import Schemes
import Testing

@Suite struct `Wrong spellings are refused with the right one` {
  @Test(arguments: [
    ("1,000", "`1000`"), ("1_000", "`1000`"), ("12,345,678.5", "`12345678.5`"), ("1 000", "`1000`"),
    ("1e6", "`1000000`"), ("2.5E-3", "`0.0025`"), ("0x1F", "`31`"), ("0o17", "`15`"), ("0b101", "`5`"),
    ("017", "`17`"), ("+5", "`5`"), (".5", "`0.5`"), ("5.", "`5`"), ("１２３", "`123`"), ("−3", "`-3`"),
    ("3억", "`300000000`"), ("1.5만", "`15000`"), ("5,577억", "`557700000000`"), ("1억 2천만", "`120000000`"),
    ("7,550원", "`7550`"), ("₩7550", "`7550`"), ("KRW 7550", "`7550`"), ("3만원", "`30000`"),
    ("10~20", "{at_least: 10, at_most: 20}"), ("10-20", "{at_least: 10, at_most: 20}"),
    ("1,000~2,000", "{at_least: 1000, at_most: 2000}"),
    ("10 이상", "{at_least: 10}"), (">= 10", "{at_least: 10}"), ("20만 이하", "{at_most: 200000}"),
    ("10+", "{at_least: 10}"),
    ("10 초과", "at_least"), ("약 300", "at_least"), (".inf", "`none`"), (".NaN", "`null`"), ("1/3", "fraction"),
    ("1:30", "`1.5` in hours"), ("many", "`7550`"),
  ])
  func `numbers`(_ text: String, _ help: String) throws {
    for quoted in text.hasPrefix(">") ? ["'\(text)'"] : ["'\(text)'", text] {
      let found = try problem("plan:\n  cost: \(quoted)\n")
      #expect(found.code == "value.not-a-number")
      #expect(found.message.en.contains("`\(text)` is not a number (in KRW)"))
      #expect(found.message.ko.contains("단위 원"))
      #expect(found.help?.en.contains(help) == true, "\(found.help?.en ?? "")")
      #expect(found.location?.line == 3)
      #expect(found.location?.column == 9)
    }
  }

  @Test func `hours and minutes become a decimal`() throws {
    #expect(try problem("plan: {pause: '1:30'}").help?.en == "write `1.5` for 1 h 30 min")
    #expect(try problem("plan: {pause: 40시간}").help?.ko == "`40`로 적으십시오")
    // Minutes are not hours: the number alone would be wrong.
    #expect(try problem("plan: {pause: 40분}").help?.en.contains("`40`") == false)
  }

  @Test(arguments: ["0", "-0", "7550", "-3", "12.50", "0.5", "123456789012345678901234567890.123"])
  func `numbers that are right`(_ text: String) throws {
    #expect(try sound("plan: {cost: \(text)}").stated("plan.cost").hasPrefix("number"))
  }

  @Test func `a number beyond every limit is refused`() throws {
    #expect(try problem("plan: {cost: \(String(repeating: "9", count: 5000))}").code == "value.not-a-number")
  }

  @Test(arguments: [
    ("yes", "true"), ("Yes", "true"), ("on", "true"), ("TRUE", "true"), ("y", "true"), ("1", "true"),
    ("예", "true"),
    ("있음", "true"), ("no", "false"), ("off", "false"), ("False", "false"), ("0", "false"), ("아니오", "false"),
    ("없음", "false"), ("maybe", "true` or `false"),
  ])
  func `booleans`(_ text: String, _ meaning: String) throws {
    let found = try problem("plan: {organic: \(text)}")
    #expect(found.code == "value.not-a-boolean")
    #expect(found.help?.en == "write `\(meaning)`")
    #expect(found.message.ko.contains("`\(text)`"))
  }

  @Test(arguments: [
    ("2022. 10. 15.", "`2022-10-15`"), ("2022.10.15", "`2022-10-15`"), ("2022/10/15", "`2022-10-15`"),
    ("20221015", "`2022-10-15`"), ("2022년 10월 15일", "`2022-10-15`"), ("2022-10-5", "`2022-10-05`"),
    ("2022-10-15T15:30+09:00", "`2022-10-15`"), ("22-10-15", "`2022-10-15`"), ("2022-02-30", "2022-02-28"),
    ("2022-13-01", "months run from 1 to 12"), ("10/15/2022", "`2022-12-29`"), ("yesterday", "`2022-12-29`"),
    ("2022-10", "`2022-12-29`"),
  ])
  func `dates`(_ text: String, _ help: String) throws {
    let found = try problem("plan: {filed: '\(text)'}")
    #expect(found.code == "value.not-a-date")
    #expect(found.help?.en.contains(help) == true, "\(found.help?.en ?? "")")
  }

  @Test(arguments: [
    ("2022-10-15T15:30", "`2022-10-15T15:30+09:00`"), ("2022-10-15 15:30", "`2022-10-15T15:30+09:00`"),
    ("2022. 10. 15. 15:30", "`2022-10-15T15:30+09:00`"), ("2022-10-15", "at_least"),
    ("2022-10-15T24:00+09:00", "00:00"),
    ("2022-02-30T15:30+09:00", "2022-02-28"), ("afternoon", "offset"),
  ])
  func `times`(_ text: String, _ help: String) throws {
    let found = try problem("plan: {started: '\(text)'}")
    #expect(found.code == "value.not-a-timestamp")
    #expect(found.help?.en.contains(help) == true, "\(found.help?.en ?? "")")
  }

  @Test func `a choice outside of its members is refused with the nearest one`() throws {
    let found = try problem("plan: {fruit: aple}")
    #expect(found.code == "value.unknown-member")
    #expect(found.help?.en == "did you mean `apple`? expected one of `apple`, `pear`")
    #expect(try problem("plan: {fruit: 사과}").help?.ko.contains("`apple`을(를) 쓰려던") == true)
  }

  @Test func `an open choice takes other members and points at near ones`() throws {
    let (scheme, log) = try load("plan: {season: sprng}")
    #expect(log.entries.map(\.code) == ["value.near-member"])
    #expect(!log.hasErrors)
    #expect(try scheme.stated("plan.season") == "text sprng")
  }

  @Test func `a long wrong text is quoted in part`() throws {
    let found = try problem("plan: {cost: \(String(repeating: "가", count: 10_000))}")
    #expect(found.message.en.utf8.count < 200)
  }
}
