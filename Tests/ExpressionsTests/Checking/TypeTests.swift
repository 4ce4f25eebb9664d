import Diagnostics
import Expressions
import Testing

@Suite struct `Types of expressions` {
  @Test(arguments: [
    ("1 + 2.5", ValueType.number(unit: nil)),
    ("'a' + award.id", .string),
    ("true && !incident.planned", .bool),
    ("award", .record(Sample.award)),
    ("award.first_payment", .date),
    ("award.group", Sample.group),
    ("award.service", .reference(Sample.serviceReference)),
    ("award.service.class", .choice(2)),
    ("award.auto_renew.consent_fresh", .bool),
    ("scheme.awards", .list(.record(Sample.award))),
    ("scheme.awards[0].value", .number(unit: "KRW")),
    ("scheme.awards.map(a, a.value)", .list(.number(unit: "KRW"))),
    ("scheme.awards.map(a, a.group == 'free', a.value)", .list(.number(unit: "KRW"))),
    ("scheme.awards.filter(a, a.group == 'free')", .list(.record(Sample.award))),
    ("scheme.awards.exists(a, a.value > 0)", .bool),
    ("scheme.awards.all(a, a.value > 0)", .bool),
    ("scheme.awards.exists_one(a, a.value > 0)", .bool),
    ("scheme.awards.size()", .number(unit: nil)),
    ("p.first_payment_days", .number(unit: "days")),
    ("p.first_payment_days + 30", .number(unit: "days")),
    ("deadline", .date),
    ("days_after(incident.date, p.first_payment_days)", .date),
    ("days_inclusive(scheme.claims.opens, scheme.claims.closes)", .number(unit: "days")),
    ("table.minimum(award.service.class, 3)", .record(Sample.row)),
    ("table.minimum('payment', award.service.outage_hours).fee", .number(unit: "KRW")),
    ("if(award.group == 'free', 0, award.value)", .number(unit: "KRW")),
    ("award.group == 'free' ? award.group : 'paid'", Sample.group),
    ("if(has(award.group), award.group, award.id)", .string),
    ("find(scheme.services, 'id', award.service)", .record(Sample.service)),
    ("find(scheme.awards, 'service', award.service).value", .number(unit: "KRW")),
    ("opt(award.value, 0)", .number(unit: "KRW")),
    ("opt(award.tiers, [])", .list(.record(Sample.tier))),
    ("has(scheme.claims)", .bool),
    ("stated(award.auto_renew)", .bool),
    ("has(award.service.class)", .bool),
    ("award.value * award.count", .number(unit: nil)),
    ("award.value / 3", .number(unit: nil)),
    ("award.value % 10", .number(unit: nil)),
    ("award.value - minimum", .number(unit: "KRW")),
    ("-award.value", .number(unit: "KRW")),
    ("round_up(award.value / 3, 10)", .number(unit: nil)),
    ("abs(scheme.share - 50)", .number(unit: "percent")),
    ("min(award.value, minimum, 0)", .number(unit: "KRW")),
    ("max(scheme.awards.map(a, a.first_payment))", .date),
    ("sum(scheme.awards.map(a, a.value))", .number(unit: "KRW")),
    ("percent(award.count, 30)", .number(unit: "percent")),
    ("pairs(scheme.awards)", .list(.pair(.record(Sample.award)))),
    ("pairs(scheme.awards).map(x, x.after.value - x.before.value)", .list(.number(unit: "KRW"))),
    ("gaps(award.tiers)", .list(.interval(unit: "KRW"))),
    ("gaps(award.tiers).size() == 0", .bool),
    ("covered_hours(find(scheme.services, 'id', award.service).outages)", .number(unit: "h")),
    ("overlap(scheme.claims.channels, ['online'])", .bool),
    ("not_in('merchant', award.groups)", .bool),
    ("covers(award.services, award.id)", .bool),
    ("channel in scheme.claims.channels", .bool),
    ("'all' in award.services", .bool),
    ("date('2022-12-29')", .date),
    ("timestamp('2022-10-15T15:30:00+09:00')", .timestamp),
    ("duration('1h30m')", .duration),
    ("incident.started + duration('2h')", .timestamp),
    ("incident.started - incident.started", .duration),
    ("date_of(incident.started)", .date),
    ("[] == award.tiers || award.tiers == []", .bool),
    ("award.value in [1, 2]", .bool),
    ("scheme.services.exists(award, award.affected)", .bool),
  ])
  func `an expression has the type of its value`(text: String, expected: ValueType) {
    let (expression, problems) = Sample.check(text)
    #expect(problems.isEmpty)
    #expect(expression?.type == expected)
  }

  @Test(arguments: [
    ("award.service == award.service", ""),
    ("scheme.services.exists(s, s == award.service)", ""),
    ("scheme.services.filter(s, award.service == s).size() > 0", ""),
    ("scheme.services.all(s, s in award.services)", ""),
  ])
  func `an element stands for its key beside a reference to it`(text: String, _: String) {
    #expect(Sample.check(text).problems.isEmpty)
  }

  @Test(arguments: [
    ("award.value", "h", false), ("award.value", "KRW", true), ("award.count * 2", "KRW", true),
    ("award.id", "KRW", false), ("scheme.awards.map(a, a.count)", "KRW", true),
  ])
  func `a step's unit is given to bare numbers only`(text: String, unit: String, holds: Bool) {
    let (expression, problems) = Sample.check(text, unit: unit)
    #expect(problems.isEmpty == holds)
    if !holds { #expect(problems.map(\.code) == ["expression.unit"]) }
    if holds {
      let wanted = ValueType.number(unit: unit)
      #expect(expression?.type == wanted || expression?.type == .list(wanted))
    }
  }

  @Test(arguments: [
    ("award.value", ValueType.bool, "expression.type"), ("incident.started", .date, "expression.type"),
    ("award.group", .string, nil), ("award.value", .number(unit: "h"), "expression.unit"),
    ("3", .number(unit: "h"), nil),
    ("scheme.awards", .list(.dyn), nil), ("award", .list(.dyn), "expression.type"),
    ("'cash'", Sample.form, nil),
    ("'chash'", Sample.form, "expression.unknown-member"), ("[]", .list(.string), nil),
    ("scheme.claims.channels", .bool, "expression.type"),
  ])
  func `a place may ask for a type`(text: String, wanted: ValueType, code: String?) {
    #expect(Sample.check(text, expecting: wanted).problems.map(\.code) == (code.map { [$0] } ?? []))
  }

  @Test func `a timestamp where a date is asked for names the function`() {
    let problems = Sample.check("incident.started", expecting: .date).problems
    #expect(problems.first?.help?.en.contains("`date_of(incident.started)`") == true)
  }
}
