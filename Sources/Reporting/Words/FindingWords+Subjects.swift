import Diagnostics
import Findings

extension FindingWords {
  /// What people call a finding's subject, with its id where that says more.
  func subject(of finding: Finding) -> String {
    guard let subject = finding.subject else { return say(ko: "보상안 전체", en: "the whole scheme") }
    let name = finding.subjectName.map(say) ?? ""
    if subject.hasSuffix("[*]"), name.isEmpty { return rest(of: finding) }
    // A plain value has no element that an id would lead to.
    let isValue = !finding.bindings.isEmpty && finding.bindings.allSatisfy { $0.path == nil }
    if !name.isEmpty, isValue || tellingNames.contains(name) { return name }
    if name.isEmpty, let told = told(of: finding) { return "\(told) [\(subject)]" }
    return name.isEmpty || name == subject ? subject : "\(name) [\(subject)]"
  }

  /// What stands for the elements that a list may hold besides those that it states, with the list's name.
  private func rest(of finding: Finding) -> String {
    guard let list = finding.missing.first(where: { $0.kind == .incomplete }) else {
      return say(ko: "목록에 적히지 않은 나머지", en: "the unstated rest of the list") + " [*]"
    }
    return say(ko: "‘\(list.name.ko)’에 적히지 않은 나머지", en: "the unstated rest of the list ‘\(list.name.en)’")
  }

  /// A subject without a name by what its elements state of themselves, such as `추가 접수` or `2022. 12. 29. / 자사 소관`;
  /// nil where they state nothing of that kind.
  private func told(of finding: Finding) -> String? {
    var isTold = false
    let parts = finding.bindings.compactMap { binding -> String? in
      guard let path = binding.path, let key = FactPath(path).keys.last else { return nil }
      if CivilDay(key) != nil, key.utf8.count == 10 {
        isTold = true
        return day(key)
      }
      if let label = elementLabels[path] {
        isTold = true
        return say(label)
      }
      return key
    }
    return isTold ? parts.joined(separator: " / ") : nil
  }

  /// Subjects in a row; unless rows are written out, the rest of a long one is only counted.
  func subjects(of findings: [Int], most: Int) -> String {
    let shown = isComplete ? findings[...] : findings.prefix(most)
    let names = inRow(shown.map { (subject(of: report.findings[$0]), "") })
    return andMore(names.joined(separator: ", "), findings.count - shown.count)
  }

  /// Names with their places; in a letter those that belong together as one.
  private func inRow(_ names: [(name: String, place: String)]) -> [String] {
    guard isLetter else { return names.map { $0.name + $0.place } }
    var row = SubjectRow(language)
    for (name, place) in names { row.add(name, place: place) }
    return row.texts
  }

  /// The subjects that a remark in brackets is about: by their ids, or by their names where readers know them by those.
  func owners(of findings: [Int], most: Int) -> String {
    guard !isLetter else { return subjects(of: findings, most: most) }
    let ids = findings.prefix(most).map { report.findings[$0].subject ?? "" }.joined(separator: ", ")
    return andMore(ids, findings.count - most)
  }

  /// Subjects in a row, in paragraphs that follow one another where the row is long.
  func paragraphs(ofSubjects findings: [Int], most: Int) -> [String] {
    LongRow.pieces(of: subjects(of: findings, most: most))
  }

  /// Subjects in a row, each once though several parts of a rule are about it.
  func distinctSubjects(of findings: [Int], most: Int) -> String {
    var seen: Set<String> = []
    let own = findings.filter { seen.insert(report.findings[$0].subject ?? "").inserted }
    return subjects(of: own, most: most)
  }

  /// Subjects in a row, each with its line in the scheme; the rest of a long row is only counted.
  func subjectsWithLines(of findings: [Int], most: Int) -> String {
    let shown = (isComplete ? findings[...] : findings.prefix(most)).map {
      index -> (name: String, place: String) in
      let finding = report.findings[index]
      let place = finding.location.map { say(ko: " ", en: ", ") + line($0.line) } ?? ""
      return (subject(of: finding), place)
    }
    return andMore(inRow(shown).joined(separator: say(ko: ", ", en: "; ")), findings.count - shown.count)
  }

  /// Says whose facts are shown, where several subjects are told together; nil for one.
  func example(of entry: RuleBlock.Entry) -> String? {
    guard entry.findings.count > 1 else { return nil }
    let name = subject(of: report.findings[entry.findings[0]])
    return say(ko: "(아래는 \(name)의 예)", en: "(shown for \(name))")
  }
}
