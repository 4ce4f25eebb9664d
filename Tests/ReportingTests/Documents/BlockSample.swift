import Diagnostics

@testable import Reporting

/// Documents made by hand: every kind of block, and what is hard to write.
enum BlockSample: String, CaseIterable, Sendable {
  /// Every kind of block, as an official's document has them.
  case every
  /// Markup, characters that deceive, words longer than a line, cells without text, rows of another length.
  case hostile
  /// A table of 1,000 rows.
  case long
  /// Nothing at all.
  case empty

  /// Those that take no time.
  static let short: [BlockSample] = [.every, .hostile, .empty]

  /// What the document says of itself.
  func info(_ language: Language) -> DocumentInfo {
    DocumentInfo(
      title: language == .ko ? "검토의견서" : "Review opinion", about: "acme <&> \"10월\"", language: language)
  }

  /// The blocks, in order.
  func blocks(_ language: Language) -> [Block] {
    switch self {
    case .every: Self.everyBlock { ko, en in language == .ko ? ko : en }
    case .hostile: Self.hostileBlocks
    case .long: Self.longBlocks
    case .empty: []
    }
  }

  /// The document in a format.
  func written<Writer: DocumentWriter>(_: Writer.Type, _ language: Language) throws -> [UInt8] {
    var writer = Writer(info(language), RenderOptions(language: language))
    for block in blocks(language) { writer.put(block) }
    return Array(try writer.finish().joined())
  }

  private static func everyBlock(_ say: (String, String) -> String) -> [Block] {
    [
      .title(say("검토의견서", "Review opinion")),
      .paragraph([Run(say("재구성된 보상안임", "A reconstructed scheme"), strong: true)], .banner),
      .rows([
        LabelledRow(say("수신", "To"), [Run(say("과학기술정보통신부장관", "The minister"))]),
        LabelledRow(
          say("결론", "Conclusion"),
          paragraphs: [
            [Run(say("위반 소지 있음", "potential violations"), strong: true, tone: .bad)],
            [Run(say("처분이 아님", "not a decision"), tone: .faint)],
          ]),
      ]),
      .heading([Run(say("1. 검토 개요", "1. Overview"))], level: 1, anchor: "overview"),
      .paragraph([Run(say("보상안에 적힌 사실만을 점검함.", "The stated facts alone were checked."))]),
      .heading([Run(say("가. 결과", "a. Results"))], level: 2),
      .item([Run(say("고지 기한", "Time of notice"), strong: true)], label: "1.", level: 1),
      .item([Run(say("기한이 지남", "It was late"))], label: say("가.", "a."), level: 2),
      .item([Run(say("2022. 11. 18.까지", "by 18 November 2022"))], label: "1)", level: 3),
      .paragraph([Run(say("들여 쓴 글", "set in"))], .inset),
      .groupStart(
        FindingGroup(
          anchor: "finding-1", effect: "law", outcome: "fail", policy: "kr.notice", rule: "KR-NTC-004",
          findings: 1, owners: [], subjects: [])),
      .heading([Run("KR-NTC-004")], level: 3),
      .source(
        SourceLine(
          file: "schemes/acme.yaml", number: 44, before: "      - {notice: ", marked: "\"2022-12-29\"",
          after: "}")),
      .groupEnd,
      .tableStart(
        TableHead(
          say("규칙별 결과", "Results by rule"),
          [
            TableHead.Column(say("규칙", "Rule"), weight: 2),
            TableHead.Column(say("건수", "Count"), numeric: true),
            TableHead.Column(say("내용", "Message"), weight: 4),
          ])),
      .tableRow([
        TableCell("KR-NTC-004", header: true), TableCell("1,234"),
        TableCell(paragraphs: [
          [Run(say("기한이 지남", "late"), tone: .bad)],
          [
            Run("scheme.services[drawer].restored", code: true), Run(" "), Run(say("참조", "see"), tone: .open),
          ],
        ]),
      ]),
      .tableRow([TableCell("KR-NTC-005", header: true), TableCell("0"), TableCell("", tone: .good)]),
      .tableEnd,
      .chart(
        Chart(
          title: say("기준별 결과", "Outcomes by guideline"), labels: say("기준", "Guideline"),
          series: [
            Chart.Series(say("위반 소지", "potential violation"), tone: .bad),
            Chart.Series(say("충족", "met"), tone: .good),
          ],
          bars: [
            Chart.Bar("kr.notice", [Chart.Part(3, "3"), Chart.Part(5, "5")]),
            Chart.Bar("kr.outage", [Chart.Part(nil, say("알 수 없음", "not known")), Chart.Part(0, "0")]),
          ])),
      .paragraph(
        [
          Run(say("위로", "above"), link: .anchor("overview")), Run(" · "),
          Run(say("결과", "finding"), link: .anchor("finding-1")), Run(" · "),
          Run(say("법령", "statute"), link: .address("https://www.law.go.kr/법령/전기통신사업법")), Run(" · "),
          Run("script", link: .address("javascript:alert(1)")),
        ], .note),
      .pageBreak,
      .paragraph([Run("2022. 11. 6.")], .centered),
      .paragraph([Run(say("끝.", "End."))], .trailing),
    ]
  }

  /// Texts as a hostile input might hold them.
  static let hostileTexts = [
    "<hp:t>&amp;\"'</hp:t>", "]]><!--", "\u{1B}[31m\u{202E}악의\u{200B}\u{7}\r\n\u{9B}2J", "=1+1",
    "\u{0}\u{FFFE}\u{FFFF}",
    String(repeating: "w", count: 400), String(repeating: "가", count: 400), " 앞뒤 빈칸 ", "e\u{301}👩‍👩‍👧‍👦🇰🇷",
  ]

  private static var hostileBlocks: [Block] {
    let runs = hostileTexts.map { Run($0) }
    var blocks: [Block] = [.tableRow([TableCell("no table")]), .tableEnd]
    blocks += hostileTexts.map { .title($0) }
    blocks += [
      .heading(runs, level: 0, anchor: "<\"&"), .heading(runs, level: 9, anchor: "<\"&"), .paragraph([]),
      .paragraph([Run("")]), .rows([]),
      .rows([LabelledRow(hostileTexts[0], paragraphs: []), LabelledRow("", runs)]),
      .tableStart(TableHead("", [])), .tableRow([TableCell("no column")]), .tableEnd,
      .tableStart(TableHead(hostileTexts[0], hostileTexts.map { TableHead.Column($0) })),
      .tableRow([]), .tableRow([TableCell(paragraphs: [])]),
      .tableRow(hostileTexts.map { TableCell($0) } + [TableCell("too many"), TableCell("cells")]),
      .tableStart(TableHead("not ended before", [TableHead.Column("one")])),
      .tableRow([TableCell(hostileTexts[5])]),
    ]
    blocks += hostileTexts.enumerated().map { .item([Run($1)], label: $1, level: $0 * 40 - 20) }
    blocks += hostileTexts.map {
      .source(SourceLine(file: $0, number: 1, before: $0, marked: $0, after: $0))
    }
    blocks += [
      .source(SourceLine(file: "", number: 0, before: "", marked: "", after: "")),
      .chart(Chart(title: hostileTexts[0], labels: "", series: [], bars: [])),
      .paragraph(
        hostileTexts.map { Run($0, link: .address($0)) } + hostileTexts.map { Run($0, link: .anchor("<\"&")) }
      ),
      .groupEnd, .pageBreak, .pageBreak,
    ]
    return blocks
  }

  private static var longBlocks: [Block] {
    [
      .title("1,000"),
      .tableStart(
        TableHead(
          "1,000",
          [TableHead.Column("번호", numeric: true), TableHead.Column("내용", weight: 5), TableHead.Column("비고")])),
    ]
      + (1...1000).map { number in
        .tableRow([
          TableCell("\(number)"),
          TableCell("고지일이 기한보다 \(number)일 늦어 고지 경위를 소명하여야 함. Explain how and when users were told."),
          TableCell(number % 7 == 0 ? "자료를 보완하여야 하는 항목으로서 그 까닭은 둘째 줄에 적음" : ""),
        ])
      } + [.tableEnd, .paragraph([Run("끝.")], .trailing)]
  }
}
