import Diagnostics
import Expressions
import Findings
import Foundation
import Policies
import Testing

@testable import Auditing

/// Keeping checked policies and taking them up again.
@Suite struct PolicyPackTests {
  @Test(arguments: PackedSets.folders) func `a set that is taken up is what it was`(folder: String) throws {
    let usual = try PackedSets.loaded(folder, pack: nil)
    let unpacked = try PackedSets.loaded(folder, pack: PackedSets.pack(of: folder))
    #expect(PackedSets.isUnpacked(unpacked))
    #expect(!PackedSets.isUnpacked(usual))
    #expect(Difference.between(usual, unpacked) == nil)
  }

  @Test(arguments: PackedSets.schemes) func `a report is the same byte for byte`(path: String) throws {
    let folder = PackedSets.folders[0]
    let (pack, law) = (try PackedSets.pack(of: folder), [LawDate.written, .on("2022-10-15")])
    var log = DiagnosticLog()
    let file = try #require(FileReading.read(path, diagnostics: &log))
    func reports(_ pack: PolicyPack?) throws -> [[UInt8]] {
      let (set, _, schemes) = PolicySet.load([folder], reading: [file], pack: pack)
      let policies = try #require(set)
      return try law.map { law in
        var log = DiagnosticLog()
        let report = policies.audit(
          try #require(schemes.first), options: AuditOptions(), law: law, today: nil, diagnostics: &log)
        return try #require(report).json
      }
    }
    #expect(try reports(nil) == reports(pack))
  }

  @Test func `what tightens or waives reaches policies that were taken up`() throws {
    let folder = PackedSets.folders[1]
    var log = DiagnosticLog()
    let file = try #require(FileReading.read(folder + "/schemes/acme.yaml", diagnostics: &log))
    let options = AuditOptions(profile: "pre-submission", waivers: ["kr-2022"])
    func report(_ pack: PolicyPack?) throws -> [UInt8] {
      let (set, _, schemes) = PolicySet.load([folder], reading: [file], pack: pack)
      var log = DiagnosticLog()
      let report = try #require(set).audit(
        try #require(schemes.first), options: options, law: .written, today: nil, diagnostics: &log)
      return try #require(report, "\(log.sorted.map(FixtureSet.text))").json
    }
    let usual = try report(nil)
    #expect(String(decoding: usual, as: UTF8.self).contains("tightened"))
    #expect(try usual == report(PackedSets.pack(of: folder)))
  }

  /// A policy with every construct of the language, most of which the shipped sets use nowhere.
  private static let rules = """
    calendar: town
    sources:
      act: {kind: statute, cite: {ko: 법, en: Act}, url: "https://example.org", note: {ko: 비고, en: note}, verified: false}
    review: {status: approved, by: 위원회, on: 2022-05-01, document: 제1호}
    parameters:
      rate:
        title: {ko: 비율, en: rate}
        stricter: higher
        history: [{from: 2022-01-01, to: 2022-06-30, value: 1.25, cite: 제1조, default: true, note: {ko: 비고, en: note}}]
      huge: {title: {ko: 큰 수, en: huge}, history: [{from: 2022-01-01, value: 123456789012345678901234567890.5, cite: 제1조}]}
      kinds: {title: {ko: 종류, en: kinds}, history: [{from: 2022-01-01, value: [a, b], cite: 제1조}]}
      channels: {title: {ko: 창구, en: channels}, type: list, of: choice, choices: {online: {ko: 온라인, en: online}, phone: {ko: 전화, en: by telephone}}, history: [{value: [phone], cite: 제1조}]}
      long: {title: {ko: 길이, en: long}, type: duration, history: [{from: 2022-01-01, value: 36h, cite: 제1조, status: proposed}]}
      back: {title: {ko: 길이, en: back}, type: duration, history: [{value: "-1.5h", cite: 제1조}]}
      moment: {title: {ko: 때, en: moment}, type: timestamp, history: [{value: "2022-05-05T10:00:00+09:00", cite: 제1조}]}
      early: {title: {ko: 때, en: early}, type: timestamp, history: [{value: "1950-05-05T10:00:00.000000001+09:00", cite: 제1조}]}
      least: {title: {ko: 수, en: least}, as_of: shop.filed, history: [{value: -9223372036854775808, cite: 제1조}]}
      tiny: {title: {ko: 수, en: tiny}, history: [{value: -123456789012345678901234567890.123456789, cite: 제1조}]}
      day: {title: {ko: 날, en: day}, history: [{from: 2022-01-01, value: 2022-03-01, cite: 제1조, verified: false}]}
    tables:
      least:
        title: {ko: 최소, en: least}
        inputs: [kind, size]
        outputs: [price, reason]
        hit: unique
        history:
          - from: 2022-01-01
            cite: 제1조
            rows:
              - [food, "< 2", 10, 적음]
              - [food, "[2..5)", 20, 보통]
              - [food, ">= 5", 30, 많음]
              - [toy, "-", 5.5, 장난감]
    definitions:
      priced: {title: {ko: 값 있는 것, en: priced}, is: "shop.items.filter(i, has(i.price))"}
    rules:
      - id: R
        title: {ko: 규칙, en: rule}
        cite: [{from: 2022-01-01, to: 2022-06-30, value: 제1조}, {from: 2022-07-01, value: 제2조}]
        text: {ko: 글, en: text}
        rationale: {ko: 까닭, en: why}
        sanction: {ko: 제재, en: sanction}
        severity: minor
        applies_when: shop.open || true
        let:
          sum: {title: {ko: 합, en: sum}, is: "sum(shop.items.map(i, opt(i.price, 0))) * 2 / 3"}
          rest: {title: {ko: 나머지, en: rest}, is: "-(shop.size % 7) + p.rate"}
          picked: {title: {ko: 고름, en: picked}, is: "shop.items.filter(i, i.kind == 'food' || !(i.price > -5))"}
          one: {title: {ko: 하나, en: one}, is: "find(shop.items, 'name', 'x')"}
          row: {title: {ko: 행, en: row}, is: "table.least(one.kind, shop.size)"}
        parts:
          - id: first
            title: {ko: 첫째, en: first}
            cite: 제3조
            require: >-
              (has(shop.proof) || stated(shop.letter)) && size(picked) != 1 && shop.tags[0] in ['a', 'b'] && rest < p.huge
            message: {ko: "합 {sum}을(를) 봄", en: "the sum is {sum}"}
            remedy: {ko: 고치십시오, en: mend it}
          - id: second
            actual: shop.size
            expected: row.price
            require: >-
              shop.items.exists(i, i.id == 'x' && i.marks.all(m, has(m.size))) && shop.size >= row.price
              && size(priced) > 0 && shop.tags.exists_one(t, t in p.kinds)
          - id: third
            require: >-
              (shop.open ? shop.filed >= date('2022-01-01') : if(shop.small, opt(shop.sign, true), has(one.price)))
              && shop.filed <= p.day
        exceptions:
          - id: E
            title: {ko: 예외, en: exception}
            cite: 제4조
            in_force: {from: 2022-02-01}
            when: shop.small
            proof: shop.proof
          - id: F
            title: {ko: 대신, en: instead}
            when: shop.sign
            replace: {rest: "0"}
            review: manual
        manual_when: shop.price > 100
        question: {ko: "{shop.price}?", en: "{shop.price}?"}
        waivable: {by: [city], basis: {ko: 제5조, en: article 5}}
      - id: S
        title: {ko: 대상마다, en: for each}
        cite: 제6조
        severity: major
        legal: {status: guideline, effect: reference, note: {ko: 비고, en: note}, verified: false}
        in_force: {from: 2022-03-01, to: 2023-01-01}
        for_each: [{as: item, in: shop.items, if_none: pass}, {as: mark, in: item.marks}]
        require: mark.size > 1 && item.price == 3
      - id: Q
        title: {ko: 문구, en: texts}
        cite: 제8조
        severity: minor
        replaces: OLD
        for_each: {as: i, in: "shop.items.filter(j, j.price > 2)", if_none: fail}
        require: i.price > 4 && shop.size > p.least && shop.size > p.tiny && p.long > p.back && p.early < p.moment
        actual_text: {ko: 가, en: x}
        expected_text: {ko: 나, en: y}
        message: {ko: "{i.id:이/가} {shop.filed|iso} {shop.size|plain}", en: "{i.id}"}
        message_if_none: {ko: 없음, en: none}
        remedy_if_none: {ko: 더함, en: add}
      - {id: I, title: {ko: 정보, en: info}, cite: 제9조, severity: note, check: info, actual: shop.size}
      - id: D
        title: {ko: 기한, en: deadline}
        cite: 제10조
        severity: minor
        require: "'phone' in p.channels"
        deadline: {title: {ko: 기한, en: deadline}, text: {ko: 지체 없이, en: without delay}, from: shop.filed}
        cost: {title: {ko: 값, en: cost}, is: "sum(shop.items.map(i, i.price))"}
      - id: L
        title: {ko: 기한, en: deadline}
        cite: 제11조
        severity: minor
        require: days_after(shop.opened, 3) > shop.filed
        deadline: {title: {ko: 기한, en: deadline}, is: shop.filed}
    measures:
      - {id: M, title: {ko: 지표, en: measure}, cite: 제7조, is: size(shop.items)}

    """

  private static let calendar = """
    format: guideline_calendar/1
    id: town
    utc_offset: "+09:00"
    first_day: excluded
    last_day: next_working_day
    modes: {plain: {first_day: included, last_day: as_is}}
    weekend: [sun]
    covers: {from: 2022-01-01, to: 2022-12-31}
    holidays:
      - {date: 2022-03-01, ko: 삼일절, en: Independence Day, source: 법}
      - {date: 2022-06-01, ko: 선거일, en: election, uncertain: true}

    """

  /// A vocabulary with every attribute of facts, and a policy for it.
  private static let words = """
    format: guideline_vocabulary/1
    id: stall
    version: 1.3
    title: {ko: 노점, en: stalls}
    units: {KRW: {ko: 원, en: won}}
    choices: {kind: {food: {ko: 음식, en: meals}, toy: {ko: 완구, en: toys}}}
    records: {item: {ko: 상품, en: an item}}
    facts:
      stall.id: {type: string, ko: 가게, en: stall, headline: true}
      stall.filed: {type: date, filed: true, ko: 제출일, en: filed}
      stall.at: {type: timestamp, ko: 시각, en: at}
      stall.open: {type: bool, ko: 영업 여부, en: open, needs_proof: stall.proof}
      stall.proof: {type: string, ko: 증빙, en: proof}
      stall.size: {type: number, ko: 크기, en: size, confidential: true}
      stall.kind: {type: choice, choices: kind, open: true, ko: 종류, en: kind}
      stall.items: {type: list, of: item, ko: 상품, en: items}
      stall.tags: {type: list, of: string, absent: [a, b], absent_why: {ko: 가, en: x}, ko: 꼬리표, en: tags}
      item.id: {type: string, key: true, ko: 상품 번호, en: item id}
      item.next: {type: ref, to: stall.items, all: true, ko: 다음, en: next}
      item.price: {type: number, unit: KRW, ko: 값, en: price}
      item.double: {type: number, unit: KRW, is: item.price * 2, ko: 두배, en: double}
      item.only: {type: bool, when: item.price > 3, ko: 만, en: only}

    """
  private static let other = """
    format: guideline_policy/1
    id: test.stall
    version: 1.0.0
    vocabulary: stall
    title: {ko: 노점 기준, en: stall policy}
    authority: {id: city, ko: 시청, en: city}
    legal: {status: statute, note: {ko: 가, en: n}, basis: {ko: 나, en: b}}
    as_of: stall.filed
    rules:
      - id: T
        title: {ko: 가, en: a}
        cite: 제1조
        severity: critical
        for_each: {as: i, in: stall.items}
        require: i.double > 4 && i.next.price > 5 && i.only

    """

  @Test func `every construct of the language is kept`() throws {
    let set = try InlineSet(
      policy: Self.rules,
      files: ["calendar.yaml": Self.calendar, "words.yaml": Self.words, "other.yaml": Self.other])
    _ = try set.loaded()
    let read = try PackedSets.loaded(set.folder, pack: nil)
    #expect(read.difference(from: try read.bytes(for: "x"), "x") == nil)
    let unpacked = try PackedSets.loaded(
      set.folder, pack: try PolicyPack(try #require(read.packed(for: "x")), build: "x"))
    #expect(PackedSets.isUnpacked(unpacked))
    #expect(Difference.between(read, unpacked) == nil)
  }

  @Test func `expressions as deep as they may be are kept`() throws {
    let deep = String(repeating: "!(", count: 95) + "shop.open" + String(repeating: ")", count: 95)
    let set = try InlineSet(
      policy: "rules:\n  - {id: R, title: {ko: 가, en: a}, cite: 제1조, severity: minor, require: \"\(deep)\"}\n"
    )
    let usual = try set.loaded()
    let unpacked = try PackedSets.loaded(
      set.folder, pack: try PolicyPack(try #require(usual.packed(for: "x")), build: "x"))
    #expect(PackedSets.isUnpacked(unpacked))
    #expect(Difference.between(usual, unpacked) == nil)
  }

  @Test func `a wrong word in a profile is an error whether or not policies were taken up`() throws {
    let policy = """
      parameters:
        channels: {title: {ko: 창구, en: channels}, stricter: more, type: list, of: choice, choices: [online, phone], history: [{value: [phone], cite: 제1조}]}
      rules:
        - {id: R, title: {ko: 가, en: a}, cite: 제1조, severity: minor, require: size(p.channels) > 0 && shop.open}
      """
    let profile = """
      format: guideline_profile/1
      id: strict
      title: {ko: 엄격, en: strict}
      tighten:
        channels: {value: [online, phnoe], reason: {ko: 까닭, en: why}}

      """
    let set = try InlineSet(policy: policy, files: ["strict.yaml": profile])
    let file = SourceFile(path: "s.yaml", bytes: Array("format: shop/1\nshop: {open: true}\n".utf8))
    for pack in [nil, try PackedSets.pack(of: set.folder)] {
      let (policies, _, schemes) = PolicySet.load([set.folder], reading: [file], pack: pack)
      var log = DiagnosticLog()
      let report = try #require(policies).audit(
        try #require(schemes.first), options: AuditOptions(profile: "strict"), law: .written, today: nil,
        diagnostics: &log)
      #expect(report == nil)
      #expect(log.sorted.map(\.code) == ["profile.unknown-member"])
    }
  }
}
