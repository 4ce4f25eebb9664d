import Diagnostics
import Findings
import Foundation
import Reporting
import Testing

@testable import Auditing

/// Reports without what is confidential.
@Suite struct RedactionTests {
  // ── a scheme whose secrets come out wherever they can ──────────────────────

  private static let vocabulary = """
    format: guideline_vocabulary/1
    id: shop
    version: 1
    units: {KRW: {ko: 원, en: KRW}}
    choices: {kind: {food: {ko: 식품군, en: foodstuffs}, toy: {ko: 완구군, en: playthings}}}
    facts:
      shop.id: {type: string, ko: 가게, en: shop}
      shop.title: {type: string, ko: 상호, en: title}
      shop.filed: {type: date, filed: true, ko: 제출일, en: filed}
      shop.cover: {type: number, unit: KRW, confidential: true, ko: 보험금, en: cover}
      shop.budget: {type: number, unit: KRW, confidential: true, ko: 예산, en: budget}
      shop.spare: {type: number, unit: KRW, confidential: true, ko: 예비비, en: spare}
      shop.insurer: {type: string, confidential: true, ko: 보험사, en: insurer}
      shop.signed: {type: date, confidential: true, ko: 체결일, en: signed}
      shop.called: {type: timestamp, confidential: true, ko: 통화 시각, en: called}
      shop.kind: {type: choice, choices: kind, confidential: true, ko: 업종, en: kind}
      shop.public: {type: number, unit: KRW, ko: 공개 금액, en: public sum}
      shop.partners: {type: list, of: partner, ko: 제휴사, en: partners}
      partner.id: {type: string, key: true, confidential: true, ko: 제휴사 번호, en: partner id}
      partner.name: {type: string, ko: 제휴사명, en: name}
      partner.share: {type: number, ko: 몫, en: share}
      shop.deals: {type: list, of: deal, ko: 거래, en: deals}
      deal.partner: {type: ref, to: shop.partners, ko: 상대, en: partner}
      deal.sum: {type: number, unit: KRW, ko: 금액, en: sum}
      shop.tags: {type: list, of: string, confidential: true, ko: 꼬리표, en: tags}
      shop.items: {type: list, of: item, ko: 상품, en: items}
      item.id: {type: string, key: true, ko: 상품 번호, en: item id}
      item.name: {type: string, ko: 상품명, en: name}
      item.price: {type: number, unit: KRW, ko: 가격, en: price}
      item.weight: {type: number, ko: 무게, en: weight}

    """

  private static let rule = "cite: 제1조, severity: major"
  private static let policy = """
    parameters:
      least: {title: {ko: 최소, en: least}, value: 90000000, unit: KRW, stricter: higher, cite: 제1조}
      kinds: {title: {ko: 기본, en: basic}, as_of: shop.signed, history: [{from: 2000-01-01, value: 1, cite: 제1조}, {from: 2020-01-01, value: 2, cite: 제1조}]}
    tables:
      band:
        title: {ko: 구간표, en: bands}
        cite: 제2조
        inputs: [{name: sum, title: {ko: 금액, en: sum}}]
        outputs: [{name: grade, title: {ko: 등급, en: grade}}]
        rows: [["< 8000000", 71113], ["[8000000..9000000)", 72223]]
    rules:
      - id: COVER
        title: {ko: 보험금, en: cover}
        \(rule.replacingOccurrences(of: ", ", with: "\n    "))
        let:
          doubled: {title: {ko: 두 배, en: doubled}, is: shop.cover * 2}
          open: {title: {ko: 공개, en: open}, unit: KRW, is: shop.public * 2}
          gap: {title: {ko: 차이, en: gap}, is: p.least - shop.cover}
        require: shop.cover >= p.least
        message: {ko: "보험금 {shop.cover}이 모자람. 두 배는 {doubled}, 공개는 {open}", en: "cover {shop.cover|plain} lacks {gap}; {doubled}; {open}"}
        remedy: {ko: "{gap}을 더하십시오", en: "add {gap}"}
        cost: {title: {ko: 비용, en: cost}, is: p.least - shop.cover}
      - {id: BUDGET, title: {ko: 예산, en: budget}, \(rule), require: shop.budget >= 999999999}
      - {id: SPARE, title: {ko: 예비, en: spare}, \(rule), require: shop.spare >= 600000}
      - {id: INSURER, title: {ko: 보험사, en: insurer}, \(rule), require: "shop.insurer == 'other'", actual: shop.insurer, message: {ko: "{shop.insurer:은/는} 안 됨", en: "not {shop.insurer}"}}
      - {id: SIGNED, title: {ko: 체결, en: signed}, \(rule), require: "shop.signed > date('2021-01-01') && p.kinds == 2", actual: "months_after(shop.signed, 1)"}
      - {id: CALLED, title: {ko: 통화, en: called}, \(rule), require: "shop.called > timestamp('2021-01-01T00:00:00+09:00')", actual: shop.called}
      - {id: KIND, title: {ko: 업종, en: kind}, \(rule), require: shop.kind == 'toy'}
      - {id: BAND, title: {ko: 구간, en: band}, \(rule), require: table.band(shop.cover).grade == 5}
      - {id: NOROW, title: {ko: 구간 밖, en: outside}, \(rule), require: table.band(shop.cover * 3).grade == 5}
      - {id: ZERO, title: {ko: 나눗셈, en: division}, \(rule), require: shop.cover / (shop.public - shop.public) > 1}
      - id: ASK
        title: {ko: 물음, en: question}
        \(rule.replacingOccurrences(of: ", ", with: "\n    "))
        check: manual
        question: {ko: "{shop.cover}이면 충분한가?", en: "is {shop.cover} enough for {shop.insurer}?"}
      - id: PARTNER
        title: {ko: 제휴, en: partner}
        \(rule.replacingOccurrences(of: ", ", with: "\n    "))
        for_each: {as: one, in: shop.partners}
        require: one.share > 50
        message: {ko: "{one.id} 몫 {one.share}", en: "{one.id} has {one.share}"}
      - id: DEAL
        title: {ko: 거래, en: deal}
        \(rule.replacingOccurrences(of: ", ", with: "\n    "))
        for_each: {as: deal, in: shop.deals}
        require: deal.partner.share > 50
        message: {ko: "{deal.partner}과 거래", en: "deal with {deal.partner}"}
      - {id: TAGS, title: {ko: 꼬리표, en: tags}, \(rule), require: "'none' in shop.tags", actual: shop.tags}
      - id: TAG
        title: {ko: 꼬리표마다, en: each tag}
        \(rule.replacingOccurrences(of: ", ", with: "\n    "))
        for_each: {as: tag, in: shop.tags}
        require: tag == 'none'
        message: {ko: "꼬리표 {tag}", en: "tag {tag}"}
      - id: ITEM
        title: {ko: 상품, en: item}
        \(rule.replacingOccurrences(of: ", ", with: "\n    "))
        for_each: {as: item, in: shop.items}
        require: item.price < 100 && item.weight < 3
        message: {ko: "{item.name} {item.price}", en: "{item} costs {item.price}"}
    measures:
      - {id: M1, title: {ko: 비율, en: share}, for_each: {as: item, in: shop.items}, is: "percent(item.price, shop.cover)"}

    """

  private static let scheme = """
    confidential: [shop.items.price, "shop.items[i2]", shop.title]
    shop:
      id: shop-public
      title: Umbra-Trading
      filed: 2023-01-01
      cover: 8437219
      budget: {at_least: 7771239, at_most: 8884569}
      spare: {either: [551177, 662288]}
      insurer: "Quill-Harbor 'Mutual' <b>"
      signed: 2019-08-23
      called: 2018-03-14T15:09:26+09:00
      kind: food
      public: 5512345
      partners:
        - {id: ZETA-NINE, name: 가, share: 41}
        - {id: OMEGA-4, share: 42}
      deals:
        - {partner: ZETA-NINE, sum: 300}
        - {partner: OMEGA-4, sum: 301}
      tags: [crimson-flag, azure-flag]
      items:
        - {id: i1, name: 하나, price: 4141713, weight: 5}
        - {id: i2, name: Velvet-Crate, price: 77, weight: 90017}
        - {id: i3, name: 셋, price: 4242717, weight: 6}
    """

  /// What no redacted output may hold: the secrets and what follows from them, once separators are taken out.
  private static let secrets = [
    "8437219", "16874438", "81562781", "7771239", "8884569", "551177", "662288", "Quill-Harbor", "2019-08-23",
    "2019.8.23", "2019-09-23", "2019.9.23", "2018-03-14", "2018.3.14", "15:09", "식품군", "foodstuffs", "72223",
    "8000000", "25311657", "ZETA-NINE", "OMEGA-4", "crimson-flag", "azure-flag", "4141713", "4242717",
    "Velvet-Crate", "90017", "Umbra-Trading", "23August2019", "August232019", "14March2018",
    // percent(item.price, shop.cover)
    "49.08",
  ]

  private static func report(_ scheme: String = scheme, facts: String? = nil) throws -> AuditReport {
    var files = ["vocabulary.yaml": vocabulary, "policy.yaml": InlineSet.head + policy]
    if let facts { files["authority.txt"] = facts }
    let set = try InlineSet(files)
    let options = AuditOptions(facts: facts.map { _ in set.path("authority.txt") })
    var report = try set.report(scheme, options: options)
    // The set's folder has a name of random digits.
    report.inputs = []
    report.options.facts = nil
    return report
  }

  /// The formats that are searched: a PDF is made by another program from one of them.
  private static let formats = ReportFormat.allCases.filter { $0 != .pdf }

  /// Every way in which a report can be written; of a large one nothing is cut short, and each document is written in
  /// one language, the other documents in the other.
  private static func outputs(
    _ reports: [AuditReport], _ format: ReportFormat, isLarge: Bool = false
  ) throws -> [(name: String, text: String)] {
    var outputs: [(String, String)] = []
    for (place, template) in format.templates.enumerated() {
      for language in isLarge ? [Language.allCases[place % 2]] : Language.allCases {
        for listsAll in isLarge ? [true] : [false, true] {
          let options = RenderOptions(language: language, template: template, listsAll: listsAll, width: 4000)
          let bytes = try format.render(reports, options)
          outputs.append(("\(format) \(language) \(template.name)", String(decoding: bytes, as: UTF8.self)))
        }
      }
    }
    return outputs
  }

  /// A text without what separates digits and words, as bytes, which are searched fast.
  private static func bare(_ text: String) -> Data {
    // Numbers one after the other, such as those of lines, are no digits of one number.
    let apart = text.replacing(/([0-9]),[ \n]+(?=[0-9]{1,3}(?![0-9]))/) { "\($0.1)|" }
    var bytes = Data(apart.utf8.filter { $0 != 0x2C && $0 != 0x5F && $0 != 0x20 && $0 != 0x0A })
    for space in ["\u{A0}", "\u{202F}"] {
      while let place = bytes.range(of: Data(space.utf8)) { bytes.removeSubrange(place) }
    }
    return bytes
  }

  /// Where a secret stands in a text, with what is around it; nil: nowhere.
  private static func leak(of secret: String, in text: Data) -> String? {
    guard let place = text.range(of: bare(secret)) else { return nil }
    let around = max(0, place.lowerBound - 120)..<min(text.count, place.upperBound + 60)
    return String(decoding: text[around], as: UTF8.self)
  }

  // ── nothing comes out ──────────────────────────────────────────────────────

  @Test(arguments: formats)
  func `no output of a redacted report holds what is confidential`(_ format: ReportFormat) throws {
    let redacted = try Self.report().redacted()
    for output in try Self.outputs([redacted, redacted], format) {
      let text = Self.bare(output.text)
      for secret in Self.secrets {
        if let leak = Self.leak(of: secret, in: text) {
          Issue.record("\(output.name) holds \(secret): \(leak)")
        }
      }
    }
  }

  @Test func `the same outputs hold it all where nothing is redacted`() throws {
    let text = Self.bare(try Self.outputs([Self.report()], .json)[0].text)
    for secret in Self.secrets.prefix(9) + [
      "72223", "ZETA-NINE", "crimson-flag", "Velvet-Crate", "90017", "Umbra-Trading",
    ] {
      #expect(Self.leak(of: secret, in: text) != nil, "\(secret)")
    }
  }

  @Test func `what is redacted before it is saved and after is the same`() throws {
    let report = try Self.report()
    let saved = try AuditReport(json: report.json)
    #expect(saved.json == report.json)
    #expect(saved.redacted().json == report.redacted().json)
    let again = try AuditReport(json: report.redacted().json)
    #expect(again.json == report.redacted().json && again.isRedacted)
    #expect(again.redacted().json == again.json)
  }

  @Test func `outcomes, counts and the exit status stay, and the report says that it is redacted`() throws {
    let report = try Self.report()
    let redacted = report.redacted()
    #expect(redacted.findings.map(\.outcome) == report.findings.map(\.outcome))
    #expect(redacted.findings.map(\.rule) == report.findings.map(\.rule))
    #expect(redacted.rules == report.rules && redacted.summary.exit == report.summary.exit)
    #expect(redacted.withheld?.contains("shop.cover") == true)
    #expect(redacted.withheld?.contains("shop.items[i1].price") == true)
    #expect(redacted.withheld?.contains("shop.partners[#1].id") == true)
    #expect(redacted.withheld?.contains("shop.public") == false)
    for language in Language.allCases {
      for output in try Self.outputs([redacted], .text) where output.name.contains("findings") {
        _ = language
        #expect(output.text.contains("비공개본") || output.text.contains("Redacted copy"), "\(output.name)")
      }
    }
    let json = String(decoding: redacted.json, as: UTF8.self)
    #expect(json.contains("\"redacted\":true,\"withheld\":["))
  }

  @Test func `what does not rest on a secret is still told`() throws {
    let redacted = try Self.report().redacted()
    let cover = try #require(redacted.findings.first { $0.rule == "COVER" })
    #expect(cover.message?.ko.contains("비공개") == true)
    #expect(cover.message?.ko.contains("공개는 11,024,690원") == true, "\(cover.message?.ko ?? "-")")
    #expect(
      cover.message?.en.contains("cover [withheld] lacks [withheld]; [withheld]; KRW 11,024,690") == true,
      "\(cover.message?.en ?? "-")")
    #expect(cover.expected?.text == "90000000")
    let insurer = try #require(redacted.findings.first { $0.rule == "INSURER" })
    #expect(insurer.message?.ko == "비공개는 안 됨")
    #expect(redacted.findings.contains { $0.rule == "PARTNER" && $0.subject == "#2" })
    #expect(
      redacted.findings.contains { $0.rule == "ITEM" && $0.subject == "i1" && $0.subjectName?.ko == "하나" })
  }

  @Test func `an authority's facts and what they differ from are withheld too`() throws {
    let facts = """
      format: shop/1
      provenance: {kind: authority, by: 시청, on: 2023-02-01}
      confidential: [shop.public]
      shop: {cover: 8437333, public: 6161611, insurer: Nightjar-Bank}
      """
    let report = try Self.report(facts: facts)
    #expect(report.facts?.differences.count == 3)
    let redacted = report.redacted()
    for format in [ReportFormat.text, .json, .csv, .markdown] {
      for output in try Self.outputs([redacted], format) {
        let text = Self.bare(output.text)
        for secret in ["8437333", "6161611", "Nightjar", "5512345"] + Self.secrets {
          let leak = Self.leak(of: secret, in: text)
          #expect(leak == nil, "\(output.name): \(secret)")
        }
      }
    }
    #expect(redacted.facts?.differences.count == 3)
  }

  @Test func `a scheme without secrets is redacted to itself and says so`() throws {
    let report = try InlineSet(
      policy: "rules:\n  - {id: A, title: {ko: 가, en: a}, cite: 제1조, severity: major, require: shop.size < 3}"
    )
    .report("shop: {size: 5}")
    #expect(report.confidential == nil)
    let redacted = report.redacted()
    #expect(redacted.withheld == [] && redacted.redactionNotice != nil && report.redactionNotice == nil)
    #expect(redacted.findings.map(\.actual) == report.findings.map(\.actual))
  }

  @Test(arguments: [
    ("shop.nothing", "no fact has the path `shop.nothing`"),
    ("shop.items[i9]", "no element `shop.items[i9]`"),
    ("shop.items.colour", "no element `shop.items.colour`"),
    ("shop.public.more", "no facts in `shop.public`"),
  ])
  func `a path that leads nowhere is a problem of the scheme`(_ path: String, _ words: String) throws {
    let set = try InlineSet(["vocabulary.yaml": Self.vocabulary, "policy.yaml": InlineSet.head + Self.policy])
      .loaded()
    let text = "format: shop/1\nconfidential: [\"\(path)\"]\nshop: {items: [{id: i1, price: 3}], public: 1}\n"
    var log = DiagnosticLog()
    _ = set.audit(
      scheme: SourceFile(path: "s.yaml", bytes: Array(text.utf8)), options: AuditOptions(), law: .written,
      today: nil,
      diagnostics: &log)
    let said = log.sorted.map(\.message.en)
    #expect(said.contains { $0.contains(words) }, "\(said)")
  }

  @Test func `a computed fact is not marked, but those that it is computed from`() throws {
    let vocabulary =
      InlineSet.vocabulary + """
          shop.double: {type: number, unit: KRW, is: shop.price * 2, confidential: true, ko: 두 배, en: double}

        """
    let set = try InlineSet(["vocabulary.yaml": vocabulary])
    let problems = PolicySet.load([set.folder]).diagnostics.map(\.message.en)
    #expect(problems.contains("`confidential` is for facts that are stated only"), "\(problems)")
  }

  // ── a real scheme ──────────────────────────────────────────────────────────

  private static let kakao: AuditReport? = {
    let root = BundledSetTests.root
    let marked =
      "confidential: [scheme.budget, \"scheme.awards[HEART]\", execution.paid_total, scheme.releases.totals]"
    guard let set = PolicySet.load([root + "/policies"]).set,
      let text = try? String(contentsOfFile: root + "/examples/kakao-2022/scheme.yaml", encoding: .utf8)
    else { return nil }
    var lines = text.components(separatedBy: "\n")
    lines.insert(marked, at: 1)
    var log = DiagnosticLog()
    return set.audit(
      scheme: SourceFile(path: "scheme.yaml", bytes: Array(lines.joined(separator: "\n").utf8)),
      options: AuditOptions(), law: .written, today: nil, diagnostics: &log)
  }()

  @Test(arguments: formats)
  func `facts of Kakao's scheme that are marked confidential come out in no format`(
    _ format: ReportFormat
  ) throws {
    let report = try #require(Self.kakao)
    let redacted = report.redacted()
    #expect(redacted.findings.map(\.outcome) == report.findings.map(\.outcome))
    let secrets = [
      "557700000000", "5577억", "48000000", "4800만", "27500000000", "275억", "87195", "105116", "HEART",
      "3000000명",
      "300만명", "83.1%", "87198",
    ]
    for output in try Self.outputs([redacted], format, isLarge: true) {
      let text = Self.bare(output.text)
      for secret in secrets {
        if let leak = Self.leak(of: secret, in: text) {
          Issue.record("\(output.name) holds \(secret): \(leak)")
        }
      }
    }
  }
}
