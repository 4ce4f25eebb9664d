import Diagnostics

@testable import Reporting

/// A document with a block of every kind, and with the texts that a format could trip over.
enum SampleDocument {
  static let info = DocumentInfo(title: "견본 <문서>", about: "모든 \"블록\"", language: .ko)

  /// The document written in a format.
  static func written<Writer: DocumentWriter>(_: Writer.Type, _ blocks: [Block] = blocks) throws -> String {
    var writer = Writer(info, RenderOptions(language: .ko))
    for block in blocks { writer.put(block) }
    return String(decoding: try writer.finish().flatMap { $0 }, as: UTF8.self)
  }

  /// The pages of a document for paper, in parts that end when they are as long as that.
  static func paper(_ blocks: [Block] = blocks, longest: Int = .max) -> [String] {
    var parts = PaperParts(info, RenderOptions(language: .ko), longest: longest)
    for block in blocks { parts.put(block) }
    return parts.finish().map { String(decoding: $0.finish().flatMap { $0 }, as: UTF8.self) }
  }

  static let blocks: [Block] =
    [
      .title("견본 <문서>"),
      .paragraph(["공개 보도에서 재구성함"], .banner),
      .rows([
        LabelledRow("보상안", [Run("10월 | 장애", strong: true)]),
        LabelledRow("근거", paragraphs: [["법 제33조"], [Run("영 제37조의11", code: true)]]),
      ]),
      .heading(["1. 요약"], level: 1),
      .paragraph([
        "결론: ", Run("<위반 소지>", strong: true, tone: .bad), "임. ",
        Run("법령", link: .address("https://e.invalid/a b")),
        " ", Run("속임", link: .address("javascript:alert(1)")), " ", Run("아래", link: .anchor("R-1 [a]")),
      ]),
      .chart(
        Chart(
          title: "기준별 결과", labels: "기준",
          series: [.init("미충족", tone: .bad), .init("오류", tone: .bad), .init("충족", tone: .good)],
          bars: [
            .init("고지", [.init(3, "3"), .init(0, "0"), .init(9, "9")]),
            .init("아주 긴 이름의 기준은 두 줄로 나뉘어야 하며 그림 밖으로 나가지 않음", [.init(1, "1"), .init(2, "2"), .init(1, "1")]),
          ])),
      .chart(
        Chart(
          title: "서비스별 충분성", labels: "서비스", series: [.init("비율", tone: .plain)],
          bars: [
            .init("톡", [.init(38.5, "38.5 %")]), .init("멜론", [.init(nil, "알 수 없음")]),
            .init("<기타>", [.init(.nan, "셈할 수 없음")]),
          ], mark: .init(100, "손해액 100 %"))),
      .heading(["2. 표"], level: 1),
      .tableStart(
        TableHead(
          "규칙별 결과",
          [.init("규칙", weight: 2), .init("중요도"), .init("건수", numeric: true), .init("내용", weight: 9)])),
      .tableRow([TableCell("R-1", header: true), TableCell("상"), TableCell("1,234"), TableCell("가|나")]),
      .tableRow([
        TableCell("R-2", header: true), TableCell("중"), TableCell("2"),
        TableCell(paragraphs: [["첫째"], [Run("둘째", tone: .faint)]]),
      ]),
      .tableRow([TableCell("R-3", header: true)]),
      .tableEnd,
      .pageBreak,
      .heading(["3. 항목"], level: 1, anchor: "항목"),
      .heading(["법령"], level: 3),
    ] + group("R-1 [a]", "fail", "톡 \"서랍\"") + group("R-2", "pass", "멜론") + [
      .heading(["4. 끝"], level: 1),
      .item(["점 하나"], label: "-", level: 1),
      .paragraph(["과학기술정보통신부장관"], .centered),
      .paragraph(["작은 글씨"], .note),
      .paragraph(["끝."], .trailing),
    ]

  private static func group(_ anchor: String, _ outcome: String, _ subject: String) -> [Block] {
    [
      .groupStart(
        FindingGroup(
          anchor: anchor, effect: "law", outcome: outcome, policy: "p", rule: anchor,
          findings: 3, owners: [.init("카카오", 2), .init("멜론 <사업자>")],
          subjects: [.init(subject), .init("전체", 2)])),
      .heading(["\(Run(anchor).text) 고지"], level: 3),
      .item(["서비스"], label: "가.", level: 1),
      .item([Run("scheme.a|`b`", code: true)], label: "1)", level: 2),
      .paragraph(["딸린 글"], .inset),
      .rows([LabelledRow("보완", ["자료"])]),
      .source(SourceLine(file: "in/a.yaml", number: 7, before: "    ```a: ", marked: "<값>", after: " # 끝")),
      .item(["다음"], label: "나.", level: 1),
      .groupEnd,
    ]
  }
}
