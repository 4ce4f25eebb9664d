import Diagnostics
import Findings

extension FindingWords {
  /// What people call a finding's subject, with its id where that says more.
  func subject(of finding: Finding) -> String {
    guard let subject = finding.subject else { return say(ko: "보상안 전체", en: "the whole scheme") }
    let name = finding.subjectName.map(say) ?? ""
    if subject.hasSuffix("[*]"), name.isEmpty { return rest(of: finding) }
    if tellingNames.contains(name) { return name }
    return name.isEmpty || name == subject ? subject : "\(name) [\(subject)]"
  }

  /// What stands for the elements that a list may hold besides those that it states, with the list's name.
  private func rest(of finding: Finding) -> String {
    guard let list = finding.missing.first(where: { $0.kind == .incomplete }) else {
      return say(ko: "목록에 적히지 않은 나머지", en: "the unstated rest of the list") + " [*]"
    }
    return say(ko: "‘\(list.name.ko)’에 적히지 않은 나머지", en: "the unstated rest of the list ‘\(list.name.en)’")
  }

  /// Subjects in a row; unless rows are written out, the rest of a long one is only counted.
  func subjects(of findings: [Int], most: Int) -> String {
    let shown = isComplete ? findings[...] : findings.prefix(most)
    let names = shown.map { subject(of: report.findings[$0]) }
    return andMore(
      (!isLetter ? names : joined(names)).joined(separator: ", "),
      findings.count - shown.count)
  }

  /// Names of parts of one thing that follow each other, told once: `멜론 / 원인`, `멜론 / 연락처` are
  /// `멜론 / 원인·연락처`; so are things with the same parts.
  private func joined(_ names: [String]) -> [String] {
    var told: [(owner: String, parts: [String])] = []
    for name in names {
      let parts = name.split(separator: " / ")
      let owner = parts.dropLast().joined(separator: " / ")
      if !owner.isEmpty, told.last?.owner == owner {
        told[told.count - 1].parts.append(String(parts[parts.count - 1]))
      } else {
        told.append((owner, parts.isEmpty ? [name] : [String(parts[parts.count - 1])]))
      }
    }
    var lines: [(owners: [String], parts: String)] = []
    for (owner, parts) in told {
      let row = parts.joined(separator: say(ko: "·", en: ", "))
      let parts = language == .en && parts.count > 1 ? "(\(row))" : row
      if !owner.isEmpty, let last = lines.last, !last.owners[0].isEmpty, last.parts == parts {
        lines[lines.count - 1].owners.append(owner)
      } else {
        lines.append(([owner], parts))
      }
    }
    return lines.map { $0.owners[0].isEmpty ? $0.parts : shared($0.owners, $0.parts) }
  }

  /// Things that share their parts: `멜론 / 원인`, or `(멜론, 카카오T 블루) / 원인`.
  private func shared(_ owners: [String], _ parts: String) -> String {
    owners.count == 1 ? "\(owners[0]) / \(parts)" : "(\(owners.joined(separator: ", "))) / \(parts)"
  }

  /// The subjects that a remark in brackets is about: by their ids, or by their names where readers know them by those.
  func owners(of findings: [Int], most: Int) -> String {
    guard !isLetter else { return subjects(of: findings, most: most) }
    let ids = findings.prefix(most).map { report.findings[$0].subject ?? "" }.joined(separator: ", ")
    return andMore(ids, findings.count - most)
  }

  /// Subjects in a row, each once though several parts of a rule are about it.
  func distinctSubjects(of findings: [Int], most: Int) -> String {
    var seen: Set<String> = []
    let own = findings.filter { seen.insert(report.findings[$0].subject ?? "").inserted }
    return subjects(of: own, most: most)
  }

  /// Subjects in a row, each with its line in the scheme; the rest of a long row is only counted.
  func subjectsWithLines(of findings: [Int], most: Int) -> String {
    let shown = (isComplete ? findings[...] : findings.prefix(most)).map { index in
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
