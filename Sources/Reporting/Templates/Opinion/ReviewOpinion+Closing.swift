import Diagnostics
import Findings

// What is missing and until when, what the company replies, and what a reader must know.

extension ReviewOpinion {
  /// The facts that findings wait for: those that law and terms need, then those that only other criteria would use.
  mutating func writeNeeds() {
    if !outline.demanded.isEmpty {
      point(
        [Run(say(ko: "법령·약관 점검에 필요한 자료", en: "Facts that law and terms need"), strong: true)], level: 1)
      writer.putNeeds(
        outline.demanded, words, caption: say(ko: "법령·약관 점검에 필요한 자료", en: "Facts that law and terms need"))
      let blank = say(ko: "(검토 기관 기재)", en: "(to be completed by the reviewing body)")
      put(.paragraph([Run(say(ko: "제출 기한: ", en: "To be supplied by: "), strong: true), Run(blank)]))
    }
    guard !outline.voluntary.isEmpty else { return }
    let title = say(
      ko: "그 밖의 기준에만 쓰이는 자료(낼 의무 없음)", en: "Facts that only other criteria use (need not be supplied)")
    point([Run(title, strong: true)], level: 1)
    writer.putNeeds(outline.voluntary, words, caption: title)
  }

  /// The last days that requirements name.
  mutating func writeDeadlines() { writer.putDeadlines(outline.deadlines, words) }

  // ── answers ────────────────────────────────────────────────────────────────

  /// A row for each point with room for the company's reply and what became of it.
  mutating func writeReplies() {
    var rows: [[TableCell]] = []
    for (section, label) in outline.sections {
      for point in outline.points[section] ?? [] {
        let decisions = point.block.sections.flatMap(\.entries).flatMap {
          report.findings[$0.findings[0]].decisions
        }
        let opinion = "\(words.name(of: point.block)) — \(words.counts(of: point.block))"
        rows.append([
          TableCell("\(label) \(point.label)", header: true), TableCell(opinion),
          TableCell(decisions.filter { $0.reply != nil }.map(words.decision).joined(separator: "; ")),
          TableCell(decisions.filter { $0.reply == nil }.map(words.decision).joined(separator: "; ")),
          TableCell(""),
        ])
      }
    }
    putTable(
      say(ko: "검토의견별 사업자 의견과 반영 여부", en: "Replies of the company to each point"),
      [
        column(ko: "번호", en: "Point", weight: 2), column(ko: "검토의견", en: "Opinion", weight: 6),
        column(ko: "사업자 의견", en: "Company's reply", weight: 6), column(ko: "판단", en: "Judgement", weight: 4),
        column(ko: "반영 여부", en: "Reflected", weight: 3),
      ], rows)
    putNote(
      ko: "의견의 내용은 각 번호의 항목에 적음. 빈칸은 사업자의 의견을 들은 뒤 검토 기관이 기재함.",
      en:
        "What is said stands under each number. The reviewing body completes the empty cells after hearing the company."
    )
  }

  // ── remarks ────────────────────────────────────────────────────────────────

  /// What an audit is not, how firm it is, and what it was made of.
  mutating func writeRemarks() {
    point([Run(words.capitalised(words.disclaimer))], level: 1)
    if words.isUnapproved { point([Run(words.capitalised(words.unapprovedRemark))], level: 1) }
    if let doubt { point([Run(doubt)], level: 1) }
    if let annex = outline.label(.uncovered) {
      let count = report.notCovered.count
      point(
        [
          Run(
            say(
              ko: "같은 법령·기준의 조문 가운데 점검 규칙이 없는 것 \(count)건은 검토하지 않음(\(annex))",
              en:
                "\(count) \(count == 1 ? "article" : "articles") of the same instruments have no rule and were not reviewed (\(annex))"
            ))
        ], level: 1)
    }
    point([Run(words.basis)], level: 1)
  }

  /// How many outcomes rest on numbers that are the tool's own or were not checked; nil where none does.
  private var doubt: String? {
    let failed = report.findings.count { $0.outcome == .fail && !$0.firm }
    let met = report.findings.count { $0.outcome == .pass && !$0.firm }
    guard failed + met > 0 else { return nil }
    let counts = [(Outcome.fail, failed), (.pass, met)].filter { $0.1 > 0 }.map { outcome, count in
      say(ko: "\(outcome.word.ko) \(count)건", en: "\(count) \(outcome.word.en)")
    }
    return say(
      ko: "도구 기본값이나 원문과 대조하지 않은 수치에 따른 \(counts.joined(separator: "과 "))은 확정적이지 않음",
      en:
        "Findings that rest on a number of the tool's own or one not checked against its source are not firm: \(counts.joined(separator: ", "))"
    )
  }
}
