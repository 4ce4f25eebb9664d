import Diagnostics
package import Findings

/// A comparison of two laws as a page for people.
package struct LawComparisonSheet {
  private let comparison: LawComparison
  private let listsAll: Bool
  private let ko: ValueFormatter
  private let en: ValueFormatter
  /// Subjects that are named unless everything is listed; the others are counted.
  private static let mostSubjects = 8

  /// A page; with `listsAll` it names every subject, and findings that only cite another text.
  package init(_ comparison: LawComparison, listsAll: Bool) {
    self.comparison = comparison
    self.listsAll = listsAll
    ko = ValueFormatter(language: .ko, units: comparison.to.units)
    en = ValueFormatter(language: .en, units: comparison.to.units)
  }

  /// The page, not yet laid out.
  package var sheet: Sheet {
    var sheet = Sheet(head)
    sheet.section("결과가 달라지는 항목", "Findings whose outcome differs", pieces(of: .outcome))
    sheet.section(
      "결과는 같으나 수치·예외·값이 달라지는 항목", "Same outcome, other numbers, exceptions or values",
      pieces(of: .grounds))
    if listsAll {
      sheet.section(
        "근거 조문, 문언, 기관의 이름만 달라지는 항목", "Only the citation, the wording or the body's name differs",
        pieces(of: .citation))
    }
    if comparison.changes.contains(where: \.concernsSanctions) {
      sheet.section(
        "나중 법이 더 가벼운 항목(※)", "Where the later law is milder (*)",
        [.paragraph(LawComparison.laterLawNote, indent: 2)])
    }
    let disclaimer = Summary.disclaimer
    sheet.pieces += [
      .gap, .paragraph(LocalizedText(ko: "(\(disclaimer.ko))", en: "(\(disclaimer.en))"), indent: 0),
    ]
    return sheet
  }

  // ── head ───────────────────────────────────────────────────────────────────

  private var head: [Sheet.Piece] {
    let (from, to) = (comparison.from, comparison.to)
    var pieces: [Sheet.Piece] = [
      .title(
        LocalizedText(
          ko: "두 날의 법 비교: \(name(.ko))", en: "The law of two days compared: \(name(.en))"))
    ]
    if to.provenance?.kind == .draft {
      pieces.append(
        .paragraph(
          ko: "* 제출 전 초안에 대한 점검임", en: "* This is a check of a draft that has not been filed.", indent: 0))
    }
    if to.provenance?.kind == .reconstructed {
      pieces.append(
        .paragraph(
          ko: "* 공개된 보도·발표를 바탕으로 재구성한 보상안이며, 해당 회사가 작성하거나 제출한 문서가 아님",
          en: "* The scheme was reconstructed from public reports; it is not a document of that company.",
          indent: 0))
    }
    if let notice = to.redactionNotice {
      pieces.append(
        .paragraph(LocalizedText(ko: "* \(notice.ko)", en: "* \(notice.en)"), indent: 0))
    }
    pieces += [.gap, verdict(from, LocalizedText(ko: "앞선 날의 법", en: "earlier law"))]
    pieces.append(verdict(to, LocalizedText(ko: "나중 날의 법", en: "later law")))
    if let profile = to.options.profile {
      pieces.append(.row(ko: "프로파일", en: "profile", LocalizedText(profile), indent: 0))
    }
    if !to.options.waivers.isEmpty {
      let waivers = LocalizedText(to.options.waivers.joined(separator: ", "))
      pieces.append(.row(ko: "유예", en: "waivers", waivers, indent: 0))
    }
    if let facts = to.options.facts {
      pieces.append(.row(ko: "기관 확인 사실", en: "authority's facts", LocalizedText(facts), indent: 0))
    }
    pieces.append(.row(ko: "항목", en: "findings", counts, indent: 0))
    return pieces
  }

  private func name(_ language: Language) -> String {
    let scheme = comparison.to.scheme
    return [scheme.title?[language], scheme.id, "(\(scheme.path))"].compactMap { $0 }.joined(separator: " ")
  }

  private func verdict(_ report: AuditReport, _ label: LocalizedText) -> Sheet.Piece {
    let date = report.law.date ?? ""
    let word = report.summary.verdict.word
    return .row(
      label,
      LocalizedText(
        ko: "\(DateText.day(date, .ko)) — \(word.ko)", en: "\(DateText.day(date, .en)) — \(word.en)"),
      indent: 0)
  }

  private var counts: LocalizedText {
    let (outcome, grounds) = (comparison.count(.outcome), comparison.count(.grounds))
    let (citation, equal) = (comparison.count(.citation), comparison.equal)
    return LocalizedText(
      ko: "결과가 달라짐 \(outcome)건, 결과는 같고 근거가 달라짐 \(grounds)건, 조문·문언·기관 이름만 달라짐 \(citation)건, 같음 \(equal)건",
      en:
        "outcome differs: \(outcome); same outcome on other grounds: \(grounds); only the citation, wording or name differs: \(citation); the same: \(equal)"
    )
  }

  // ── changes ────────────────────────────────────────────────────────────────

  /// Changes that say the same of several subjects.
  private struct Block {
    var first: FindingChange
    var subjects: [LocalizedText]
    var key: Key
  }

  private struct Key: Hashable {
    var policy: String
    var rule: String
    var part: String?
    var from: LocalizedText?
    var to: LocalizedText?
    var reasons: [LawReason]
  }

  private func pieces(of kind: FindingChange.Kind) -> [Sheet.Piece] {
    var blocks: [Block] = []
    var places: [Key: Int] = [:]
    for change in comparison.changes where change.kind == kind {
      guard let finding = change.finding else { continue }
      let key = Key(
        policy: finding.policy, rule: finding.rule, part: finding.part, from: change.earlier?.word,
        to: change.later?.word, reasons: change.reasons)
      if let place = places[key] {
        blocks[place].subjects.append(Self.name(of: finding))
      } else {
        places[key] = blocks.count
        blocks.append(Block(first: change, subjects: [Self.name(of: finding)], key: key))
      }
    }
    return blocks.flatMap(pieces)
  }

  private static func name(of finding: Finding) -> LocalizedText {
    guard let subject = finding.subject else { return LocalizedText(ko: "보상안 전체", en: "the whole scheme") }
    guard let name = finding.subjectName else { return LocalizedText(subject) }
    return LocalizedText(ko: "\(name.ko) [\(subject)]", en: "\(name.en) [\(subject)]")
  }

  private func pieces(of block: Block) -> [Sheet.Piece] {
    guard let finding = block.first.finding else { return [] }
    let mark = block.first.concernsSanctions
    var pieces: [Sheet.Piece] = [
      .paragraph(both { "- \(id(of: finding)) \(title(of: finding, $0))" }, indent: 2),
      .paragraph(
        both { language in
          let (old, new) = (word(block.first.earlier, language), word(block.first.later, language))
          let same = language == .ko ? "(같음)" : "(the same)"
          let words = old == new ? "<\(new)> \(same)" : "<\(old)> → <\(new)>"
          return mark ? "\(words) \(language == .ko ? "※" : "*")" : words
        }, indent: 4),
      .paragraph(subjects(block.subjects), indent: 4),
    ]
    let reasons = block.first.reasons.filter { listsAll || $0.bearsOnOutcome }
    if reasons.isEmpty, block.first.kind == .outcome {
      pieces.append(
        .paragraph(
          ko: "까닭: 두 결과의 근거에 달라진 판이 적혀 있지 않음. 연혁은 `audit policy timeline \(finding.rule)`",
          en:
            "why: no version differs in the grounds of the two; see `audit policy timeline \(finding.rule)`",
          indent: 4
        ))
    }
    pieces += reasons.map { reason in .paragraph(both { self.words(reason, $0) }, indent: 4) }
    if mark { pieces.append(.paragraph(milder(block.first), indent: 4)) }
    return pieces
  }

  private func id(of finding: Finding) -> String {
    finding.part.map { "\(finding.rule).\($0)" } ?? finding.rule
  }

  private func title(of finding: Finding, _ language: Language) -> String {
    let part = finding.heading.partTitle.map { " — \($0[language])" } ?? ""
    return "\(finding.title[language])\(part) [\(finding.effect.label[language])]"
  }

  private func word(_ finding: Finding?, _ language: Language) -> String {
    finding?.word[language] ?? (language == .ko ? "점검 대상 아님" : "not looked at")
  }

  private func subjects(_ names: [LocalizedText]) -> LocalizedText {
    let shown = listsAll ? names[...] : names.prefix(Self.mostSubjects)
    let rest = names.count - shown.count
    let text = LocalizedText.joined(Array(shown), separator: ", ")
    return LocalizedText(
      ko: "대상: \(text.ko)\(rest > 0 ? " 외 \(rest)건" : "")",
      en: "subject: \(text.en)\(rest > 0 ? " and \(rest) more" : "")")
  }

  private func milder(_ change: FindingChange) -> LocalizedText {
    change.tendency == .milder
      ? LocalizedText(
        ko: "※ 나중 법이 더 가벼움: 제재처분에는 나중 법이 적용될 수 있음(행정기본법 제14조 제3항 단서, 사람이 판단)",
        en:
          "* the later law is milder: it may apply to a sanction (General Act on Public Administration, art. 14(3), proviso; a person decides)"
      )
      : LocalizedText(
        ko: "※ 나중 법에서는 정할 수 없음: 더 가벼울 수 있음(행정기본법 제14조 제3항 단서, 사람이 판단)",
        en:
          "* undecided under the later law, which may be milder (General Act on Public Administration, art. 14(3), proviso; a person decides)"
      )
  }

  // ── reasons ────────────────────────────────────────────────────────────────

  private func words(_ reason: LawReason, _ language: Language) -> String {
    let absent = language == .ko ? "쓰이지 않음" : "plays no part"
    let old = reason.from.map { words($0, language) } ?? absent
    let new = reason.to.map { words($0, language) } ?? absent
    return "\(language == .ko ? "까닭" : "why"): \(name(of: reason, language)): \(old) → \(new)"
  }

  private func name(of reason: LawReason, _ language: Language) -> String {
    let title = reason.title[language]
    switch (reason.kind, language) {
    case (.inForce, .ko): return "규칙의 적용 기간"
    case (.inForce, .en): return "when the rule holds"
    case (.exception, .ko): return "예외 \(reason.name)(\(title))"
    case (.exception, .en): return "exception \(reason.name) (\(title))"
    case (.parameter, .ko): return "수치 ‘\(title)’"
    case (.parameter, .en): return "number “\(title)”"
    case (.table, .ko): return "표 ‘\(title)’"
    case (.table, .en): return "table “\(title)”"
    case (.version, _), (.expected, _), (.citation, _), (.wording, _), (.authority, _): return title
    }
  }

  private func words(_ side: LawReason.Side, _ language: Language) -> String {
    let formatter = language == .ko ? ko : en
    var words = side.values.map { value in
      (value.title.map { "\($0[language]) " } ?? "") + formatter.text(value.value)
    }
    if let text = side.text { words.append(text[language]) }
    let remarks = remarks(side, language)
    let text = words.joined(separator: ", ")
    return remarks.isEmpty ? text : "\(text) (\(remarks.joined(separator: "; ")))"
  }

  private func remarks(_ side: LawReason.Side, _ language: Language) -> [String] {
    var remarks: [String] = []
    func day(_ iso: String) -> String { DateText.day(iso, language) }
    switch (side.period.from, side.period.to) {
    case (nil, nil): break
    case (let from?, nil): remarks.append(language == .ko ? "\(day(from))부터" : "from \(day(from))")
    case (nil, let to?): remarks.append(language == .ko ? "\(day(to))까지" : "until \(day(to))")
    case (let from?, let to?):
      remarks.append(language == .ko ? "\(day(from))부터 \(day(to))까지" : "\(day(from)) to \(day(to))")
    }
    if let cite = side.cite { remarks.append(cite[language]) }
    if side.isDefault { remarks.append(language == .ko ? "도구 기본값" : "tool's default") }
    if !side.verified { remarks.append(language == .ko ? "확인되지 않음" : "unverified") }
    return remarks
  }

  private func both(_ text: (Language) -> String) -> LocalizedText {
    LocalizedText(ko: text(.ko), en: text(.en))
  }
}
