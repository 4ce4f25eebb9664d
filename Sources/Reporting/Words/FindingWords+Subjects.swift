import Diagnostics
import Findings

extension FindingWords {
  /// What people call a finding's subject, with its id where that says more.
  func subject(of finding: Finding) -> String {
    guard let subject = finding.subject else { return say(ko: "보상안 전체", en: "the whole scheme") }
    let name = finding.subjectName.map(say) ?? ""
    if subject.hasSuffix("[*]"), name.isEmpty {
      return say(ko: "목록에 적히지 않은 나머지", en: "the unstated rest of the list") + " [*]"
    }
    if tellingNames.contains(name) { return name }
    return name.isEmpty || name == subject ? subject : "\(name) [\(subject)]"
  }

  /// Subjects in a row; unless everything is listed, the rest of a long row is only counted.
  func subjects(of findings: [Int], most: Int) -> String {
    let shown = listsAll ? findings[...] : findings.prefix(most)
    let names = shown.map { subject(of: report.findings[$0]) }.joined(separator: ", ")
    return andMore(names, findings.count - shown.count)
  }

  /// Subjects in a row as paragraphs of two hundred each: a paragraph as long as a book takes programs that print it
  /// a time that grows with its square.
  func paragraphs(ofSubjects findings: [Int], most: Int) -> [String] {
    let limit = 200
    let shown = listsAll ? findings[...] : findings.prefix(most)
    guard shown.count > limit else { return [subjects(of: findings, most: most)] }
    return stride(from: shown.startIndex, to: shown.endIndex, by: limit).map { start in
      let end = min(start + limit, shown.endIndex)
      let names = shown[start..<end].map { subject(of: report.findings[$0]) }.joined(separator: ", ")
      return end < shown.endIndex ? names + "," : andMore(names, findings.count - shown.count)
    }
  }

  /// Subjects in a row, each once though several parts of a rule are about it.
  func distinctSubjects(of findings: [Int], most: Int) -> String {
    var seen: Set<String> = []
    let own = findings.filter { seen.insert(report.findings[$0].subject ?? "").inserted }
    return subjects(of: own, most: most)
  }

  /// Subjects in a row, each with its line in the scheme; the rest of a long row is only counted.
  func subjectsWithLines(of findings: [Int], most: Int) -> String {
    let shown = findings.prefix(most).map { index in
      let finding = report.findings[index]
      let place = finding.location.map { say(ko: " ", en: ", ") + line($0.line) } ?? ""
      return subject(of: finding) + place
    }
    return andMore(shown.joined(separator: say(ko: ", ", en: "; ")), findings.count - shown.count)
  }

  /// Says whose facts are shown, where several subjects are told together; nil for one.
  func example(of entry: RuleBlock.Entry) -> String? {
    guard entry.findings.count > 1 else { return nil }
    let name = subject(of: report.findings[entry.findings[0]])
    return say(ko: "(아래는 \(name)의 예)", en: "(shown for \(name))")
  }
}
