import Diagnostics
import Findings

extension FindingWords {
  /// A rule's id and title with the parts that a line of a list is about.
  func ruleName(of line: RuleLine) -> String {
    let finding = report.findings[line.first]
    var text = finding.rule
    if line.parts.count == 1, let part = finding.part { text += ".\(part)" }
    text += " \(say(finding.title))"
    return line.parts.isEmpty ? text : text + " — \(line.parts.joined(separator: ", "))"
  }

  /// Whether a line of a list is about anything but the scheme as a whole.
  func namesSubjects(_ line: RuleLine) -> Bool {
    line.findings.count > 1 || report.findings[line.first].subject != nil
  }

  /// A rule with its subjects.
  func name(of line: RuleLine, most: Int) -> String {
    let name = ruleName(of: line)
    return namesSubjects(line) ? "\(name): \(subjects(of: line.findings, most: most))" : name
  }

  /// How many findings lines of a list hold.
  func total(_ lines: [RuleLine]) -> Int { lines.reduce(0) { $0 + $1.findings.count } }

  // ── not applicable ─────────────────────────────────────────────────────────

  /// Rules that do not apply, told together where they do not for the same reason.
  func notApplicableLines(_ indices: [Int]) -> (all: [RuleLine], shown: [RuleLine]) {
    let all = RuleLine.lines(indices, self, keyedBy: reason)
    return (all, listsAll ? all : RuleLine.merged(all, self, reason))
  }

  private func reason(_ finding: Finding) -> String {
    (finding.exception?.id ?? finding.evidence.first?.name.ko ?? "") + "\u{0}" + finding.proof.rawValue
  }

  /// Why a rule does not apply: its message, the exception or the facts, and whose word that rests on.
  func reasons(of line: RuleLine) -> [String] {
    let first = report.findings[line.first]
    var reasons = first.message.map { [say($0)] } ?? []
    if let exception = first.exception {
      reasons.append(self.exception(exception, withCitation: isLetter))
    } else {
      let facts = !isLetter ? facts(of: first, most: 2) : grounds(of: first)
      let example =
        line.findings.count > 1 && first.subject != nil ? "[\(owners(of: [line.first], most: 1))] " : ""
      if !facts.isEmpty { reasons.append(example + facts) }
      if reasons.isEmpty, let list = first.lists.first { reasons.append(noElement(of: list)) }
    }
    return reasons + [proof(of: first)].compactMap { $0 }
  }

  /// Says that no element of a list is what a rule is about.
  private func noElement(of list: ListGround) -> String {
    let count = list.isConfidential ? "" : say(ko: " \(list.count)건", en: " (\(list.count))")
    return say(
      ko: "\(list.name.ko)\(count) 가운데 해당하는 것이 없음",
      en: "nothing listed under \(list.name.en)\(count) falls under it")
  }

  // ── not audited ────────────────────────────────────────────────────────────

  /// Whether a number is not all there is to say: it changed, is unverified, or of a later time.
  func tellsNumbers(of article: UncoveredArticle) -> Bool {
    let isLater = article.on.map { on in article.numbers.first?.from.map { $0 > on } ?? false } ?? false
    return isLater || article.numbers.count > 1 || article.numbers.contains { !$0.verified }
  }

  /// A number that an article has borne, with its days.
  func number(_ number: UncoveredArticle.Number) -> String {
    let mark = number.verified ? "" : say(ko: " (원문 대조 전)", en: " (not checked against the source)")
    let days = days(from: number.from, to: number.to)
    return (days.isEmpty ? "" : "\(days): ") + say(number.article) + mark
  }

  /// The day whose numbers of articles are shown; nil where it is not known.
  var articleDay: String? {
    report.notCovered.first?.on.map { on in
      say(ko: "조문 번호는 \(day(on)) 현재", en: "article numbers as of \(day(on))")
    }
  }

  /// Articles that no rule covers, by instrument.
  var instruments: [(name: String, articles: [String])] {
    var instruments: [(name: String, articles: [String])] = []
    for article in report.notCovered {
      let name = say(article.instrument)
      var text = say(article.article) + (article.title.map { " \(say($0))" } ?? "")
      // An article of a later time than the one that is judged.
      if let on = article.on, let from = article.numbers.first?.from, from > on {
        text += " (\(days(from: from, to: nil)))"
      }
      if let place = instruments.firstIndex(where: { $0.name == name }) {
        instruments[place].articles.append(text)
      } else {
        instruments.append((name, [text]))
      }
    }
    return instruments
  }
}
