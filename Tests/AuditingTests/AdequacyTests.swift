import Diagnostics
import Findings
import Foundation
import Reporting
import Testing

@testable import Auditing

/// Measures by what they are of, without the findings.
@Suite struct AdequacyTests {
  private func set() throws -> InlineSet {
    try InlineSet(
      policy: """
        rules:
          - {id: R, title: {ko: 영업, en: open}, cite: 제1조, severity: major, require: shop.open}
          - {id: I, title: {ko: 참고, en: note}, cite: 제2조, severity: note, check: info, let: {n: {is: shop.size}}, actual: shop.size}
        measures:
          - id: M1
            title: {ko: 값의 비율, en: share of the price}
            cite: {ko: 제3조, en: art. 3}
            for_each: {as: item, in: shop.items}
            let: {total: {title: {ko: 합계, en: total}, is: "sum(shop.items.map(i, i.price))"}}
            unit: percent
            is: percent(item.price, total)
          - {id: M2, title: {ko: 크기의 두 배, en: twice the size}, is: shop.size * 2}
          - {id: M3, title: {ko: 표시 크기, en: size of a mark}, for_each: [{as: item, in: shop.items}, {as: mark, in: item.marks}], is: mark.size}
          - {id: M4, title: {ko: 값의 절반, en: half the price}, for_each: {as: item, in: shop.items}, unit: KRW, is: item.price / 2}
        """)
  }

  static let scheme = """
    shop:
      filed: 2023-01-01
      open: true
      items:
        - {id: i1, name: 하나, price: 100, marks: []}
        - {id: i2, name: 둘, price: 300, marks: []}
    """

  private func text(_ scheme: String, _ language: Language) throws -> String {
    let report = try set().report(scheme)
    return String(decoding: AdequacyReport.render([report], RenderOptions(language: language)), as: UTF8.self)
  }

  @Test func `the whole scheme comes first, then thing by thing`() throws {
    let lines = try text(Self.scheme, .ko).split(separator: "\n").map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    let order = [
      "보상안 전체", "- 크기의 두 배: (계산할 수 없음)", "하나 [i1]", "- 값의 비율: 25%", "- 값의 절반: 50원", "둘 [i2]", "- 값의 비율: 75%",
      "- 값의 절반: 150원", "잴 대상이 없는 지표", "- M3 표시 크기 — 해당 없음",
    ]
    #expect(lines.filter { order.contains($0) } == order)
    #expect(lines.contains { $0.hasPrefix("보완") && $0.contains("shop.size") })
    #expect(lines.contains("근거  M1, 제3조"))
    #expect(!lines.contains { $0.contains("영업") || $0.contains("참고") })
  }

  @Test func `the same stands there in English, with the arithmetic`() throws {
    let text = try text(Self.scheme, .en)
    for words in [
      "Adequacy of the awards", "the whole scheme", "- share of the price: 25%", "total: KRW 400",
      "Measures with nothing to measure", "neither a decision",
    ] { #expect(text.contains(words), "\(words)") }
  }

  @Test func `a report says which of its findings are measures, saved or not`() throws {
    let report = try set().report(Self.scheme)
    #expect(
      Set(report.findings.filter(\.heading.isMeasure).map(\.rule)) == ["M1", "M2", "M3", "M4"])
    let saved = try JSONDecoder().decode(AuditReport.self, from: Data(report.json))
    #expect(saved.json == report.json)
    #expect(
      AdequacyReport.render([saved], RenderOptions(language: .ko))
        == AdequacyReport.render([report], RenderOptions(language: .ko)))
  }

  @Test func `policies without measures are named as such`() throws {
    let set = try InlineSet(
      policy: "rules: [{id: R, title: {ko: 영업, en: open}, cite: 제1조, severity: major, require: shop.open}]")
    let report = try set.report(Self.scheme)
    let text = String(
      decoding: AdequacyReport.render([report], RenderOptions(language: .ko)), as: UTF8.self)
    #expect(text.contains("지표(`measures`)가 없음"))
  }

  @Test(.enabled(if: CommandRun.program != nil, "the program was not built beside the tests"))
  func `the program prints them for the bundled example`() throws {
    let run = try CommandRun([
      "adequacy", "examples/kakao-2022/scheme.yaml", "--policies", "policies", "--language", "ko",
    ])
    #expect(run.status == 0)
    #expect(run.output.contains("카카오웹툰 [webtoon]"))
    let broken = try CommandRun(["adequacy", "no-such-scheme.yaml", "--policies", "policies"])
    #expect(broken.status == 2)
    #expect(broken.output.isEmpty)
  }
}
