import Diagnostics
import Findings

/// The phrases in which a report is told in a language: every document uses the same ones.
struct FindingWords: Sendable {
  /// The report that is told.
  let report: AuditReport
  /// The language.
  let language: Language
  /// Nothing is cut short.
  let listsAll: Bool
  /// Rows of subjects, places and facts are written out however long they are.
  private(set) var isComplete: Bool
  /// Writes values in the language.
  private(set) var formatter: ValueFormatter
  /// Titles of the policies by id.
  let policyTitles: [String: LocalizedText]
  /// Names that say by themselves which subject is meant; the ids of other subjects stand beside their names.
  private(set) var tellingNames: Set<String> = []
  /// Whether what is told is a letter: its readers know no files' paths, ids and options.
  private(set) var isLetter = false
  /// What people call the elements that findings are about, by their paths; only for letters.
  private(set) var elementNames: [String: String] = [:]
  /// What elements without a name state of their kind, by their paths.
  let elementLabels: ElementLabels
  /// Characters of a scheme's text that are shown unless everything is listed; its place in the file stands beside it.
  private static let longestText = 80

  /// The phrases for a report, with the language and length that options ask for.
  init(_ report: AuditReport, _ options: RenderOptions) {
    self.report = report
    language = options.language
    listsAll = options.listsAll
    isComplete = options.listsAll
    elementLabels = ElementLabels(report)
    formatter = ValueFormatter(
      language: options.language, units: report.units,
      longestText: options.listsAll ? .max : Self.longestText)
    policyTitles = Dictionary(
      report.policies.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
  }

  /// The same phrases for a letter, whose readers know the subjects by their names and have nothing else to look into:
  /// ids stand beside those names alone that several subjects share, and no row is cut short.
  func forLetter() -> FindingWords {
    var subjects: [String: String] = [:]
    var shared: Set<String> = []
    var names: [String: String] = [:]
    for finding in report.findings {
      guard let subject = finding.subject, let name = finding.subjectName.map(say) else { continue }
      if let path = finding.bindings.last?.path { names[path] = name }
      if let known = subjects[name], known != subject { shared.insert(name) }
      subjects[name] = subject
    }
    for headline in report.scheme.headlines where Bytes.ends(headline.path, with: "].name") {
      names[String(headline.path.dropLast(".name".count))] = formatter.text(headline.value)
    }
    var words = self
    words.tellingNames = Set(subjects.keys).subtracting(shared)
    words.elementNames = names
    words.isLetter = true
    words.isComplete = true
    words.formatter = ValueFormatter(language: language, units: report.units, longestText: .max)
    return words
  }

  /// The text of the report's language.
  func say(ko: @autoclosure () -> String, en: @autoclosure () -> String) -> String {
    switch language {
    case .ko: ko()
    case .en: en()
    }
  }

  /// The text of the report's language.
  func say(_ text: LocalizedText) -> String { text[language] }

  /// A day such as `2022-12-29` in words.
  func day(_ iso: String) -> String { DateText.day(iso, language) }

  /// `2022. 12. 11.부터 2024. 6. 29.까지`; empty where both are open.
  func days(from: String?, to: String?) -> String {
    var parts: [String] = []
    if let day = from.map(day) { parts.append(say(ko: "\(day)부터", en: "from \(day)")) }
    if let day = to.map(day) { parts.append(say(ko: "\(day)까지", en: "to \(day)")) }
    return parts.joined(separator: " ")
  }

  /// `1 finding`, `2 findings`; `1건` in Korean.
  func findings(_ count: Int) -> String {
    say(ko: "\(count)건", en: count == 1 ? "1 finding" : "\(count) findings")
  }

  /// A row of texts with the number of those that are left out.
  func andMore(_ text: String, _ rest: Int) -> String {
    rest <= 0 ? text : say(ko: "\(text) 외 \(rest)건", en: "\(text) and \(rest) more")
  }

  // ── lines of the scheme ────────────────────────────────────────────────────

  /// `41행`, `line 41`: a place in the scheme.
  func line(_ number: Int) -> String {
    say(ko: "\(number)행", en: "line\(BrokenText.tie)\(number)")
  }

  /// `87행`, `99·111·184행`, `lines 99, 111, 184`.
  func lineList(_ lines: [Int], most: Int) -> String {
    guard let first = lines.first else { return "" }
    guard lines.count > 1 else { return line(first) }
    return say(ko: "", en: "lines ") + numbers(lines, most: most)
  }

  /// `, 그 밖에 99·111행`, `, also 99, 111`: the lines of further subjects.
  func alsoLines(_ lines: [Int], most: Int) -> String {
    say(ko: ", 그 밖에 ", en: ", also ") + numbers(lines, most: most)
  }

  private func numbers(_ lines: [Int], most: Int) -> String {
    let kept = isComplete ? lines[...] : lines.prefix(most)
    let shown = !isLetter ? kept.map { "\($0)" } : spans(kept)
    // A long row needs places at which a line can end.
    let separator = isLetter && shown.count > 6 ? ", " : "·"
    let text = say(ko: shown.joined(separator: separator) + "행", en: shown.joined(separator: ", "))
    let rest = lines.count - kept.count
    return rest == 0 ? text : text + say(ko: " 외 \(rest)곳", en: " and \(rest) more")
  }

  /// Numbers in a row, three and more that follow each other as one: `289~303`.
  private func spans(_ numbers: ArraySlice<Int>) -> [String] {
    var spans: [ClosedRange<Int>] = []
    for number in numbers {
      if let last = spans.last, last.upperBound + 1 == number {
        spans[spans.count - 1] = last.lowerBound...number
      } else {
        spans.append(number...number)
      }
    }
    return spans.flatMap { span -> [String] in
      guard span.count > 2 else { return span.map(String.init) }
      return [say(ko: "\(span.lowerBound)~\(span.upperBound)", en: "\(span.lowerBound)–\(span.upperBound)")]
    }
  }
}
