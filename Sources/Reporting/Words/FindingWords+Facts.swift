import Diagnostics
import Findings

extension FindingWords {
  /// A thing that could not be used.
  struct Gap {
    /// Whether the company can supply it; otherwise the policy's side is what is lacking.
    let isFact: Bool
    /// What it is called, why it does not do, and where.
    let text: String
  }

  /// What could not be used, one text for each fact; the same fact of several elements is one.
  ///
  /// - Returns: the texts, and how many are left out.
  func gaps(of finding: Finding) -> (shown: [Gap], rest: Int) {
    var groups: [(first: MissingFact, rest: [MissingFact])] = []
    var places: [GroupKey: Int] = [:]
    for missing in finding.missing {
      var key = GroupKey()
      key.add(missing.kind.rawValue)
      key.add(say(missing.name))
      key.add(missing.value?.text ?? "")
      if let place = places[key] {
        groups[place].rest.append(missing)
      } else {
        places[key] = groups.count
        groups.append((missing, []))
      }
    }
    let most = isComplete ? Int.max : 6
    let shown = groups.prefix(most).map { group in
      let name = "\(say(group.first.name)): \(reason(group.first.kind))"
      let text =
        group.rest.isEmpty
        ? name + bounds(group.first) + place(group.first)
        : "\(name) \(say(ko: "\(group.rest.count + 1)곳", en: "in \(group.rest.count + 1) places")) (\(paths(group)))"
      return Gap(isFact: group.first.kind.isFact, text: text)
    }
    return (shown, max(0, groups.count - most))
  }

  /// How many kinds of gaps are left out, in words.
  func moreKinds(_ rest: Int) -> String { say(ko: "외 \(rest)가지", en: "and \(rest) more") }

  private func paths(_ group: (first: MissingFact, rest: [MissingFact])) -> String {
    let all = ([group.first.path] + group.rest.map(\.path)).map { owner(of: $0) ?? $0 }
    let shown = isComplete ? all[...] : all.prefix(3)
    let rest = all.count - shown.count
    let text = shown.joined(separator: ", ")
    return rest == 0 ? text : text + say(ko: " 외 \(rest)곳", en: " and \(rest) more")
  }

  /// Why a fact could not be used, in words.
  func reason(_ kind: MissingFact.Kind) -> String { say(kind.words) }

  /// Why what is stated does not do, as a remark after a fact's name.
  func shortReason(_ kind: MissingFact.Kind) -> String {
    switch kind {
    case .bounds: say(ko: "범위만 기재", en: "only bounded")
    case .disputed: say(ko: "출처 간 다툼", en: "sources disagree")
    case .none: say(ko: "없음으로 기재", en: "stated as none")
    case .incomplete: say(ko: "일부만 기재된 목록", en: "list not complete")
    case .missing, .proof, .version, .row, .calendar: reason(kind)
    }
  }

  private func bounds(_ missing: MissingFact) -> String {
    missing.value.map { ", \(formatter.text($0))" } ?? ""
  }

  private func place(_ missing: MissingFact) -> String {
    guard missing.kind.isFact else { return missing.path.isEmpty ? "" : " (\(missing.path))" }
    let path = owner(of: missing.path) ?? missing.path
    guard let location = missing.location else { return " (\(path))" }
    return " (\(path), \(line(location.line)))"
  }

  // ── facts that decided ─────────────────────────────────────────────────────

  /// How many elements fail beside those whose facts are named, in words.
  func further(_ failures: FurtherFailures) -> String {
    let list = failures.name.map { " (\(say($0)))" } ?? ""
    return say(
      ko: "충족하지 못한 요소 \(failures.count)개 더\(list)",
      en: failures.count == 1 ? "1 more element fails\(list)" : "\(failures.count) more elements fail\(list)")
  }

  /// Stated facts that decided, with their values and lines. By default those of the subject come first, equal ones
  /// are told together, and those that a caret already shows or that only picked versions are left out.
  func facts(of finding: Finding, most: Int) -> String {
    guard !listsAll else {
      return finding.evidence.map { evidence in
        let source = evidence.source.map { ", \(say($0))" } ?? ""
        return "\(say(evidence.name)): \(formatter.text(evidence.value)) (\(line(evidence.line))\(source))"
      }.joined(separator: "; ")
    }
    let (own, others) = telling(finding)
    let told = told(own + others)
    return andMore(told.prefix(most).joined(separator: "; "), told.count - most)
  }

  /// Stated facts in words, equal ones told together, each with its lines.
  private func told(_ facts: [Evidence]) -> [String] {
    var told: [(fact: Evidence, lines: [Int])] = []
    var places: [GroupKey: Int] = [:]
    for fact in facts {
      var key = GroupKey()
      key.add(say(fact.name))
      key.add(formatter.text(fact.value))
      if let place = places[key] {
        told[place].lines.append(fact.line)
      } else {
        places[key] = told.count
        told.append((fact, [fact.line]))
      }
    }
    return told.map { fact, lines in
      var seen: Set<Int> = []
      let lines = lines.filter { seen.insert($0).inserted }
      return "\(say(fact.name)): \(formatter.text(fact.value)) (\(lineList(lines, most: 4)))"
    }
  }

  /// The facts that decided as a letter tells them: those of the subject in words; of the others too where they are
  /// few, else their lines.
  func grounds(of finding: Finding) -> String {
    let (own, others) = telling(finding)
    let rest = told(others)
    guard !own.isEmpty, rest.count > 4 else { return (told(own) + rest).joined(separator: "; ") }
    let lines = Set(others.map(\.line)).sorted()
    let list = lineList(lines, most: lines.count)
    return (told(own) + [say(ko: "그 밖의 근거 \(list)", en: "further \(list)")]).joined(separator: "; ")
  }

  /// Lines of the stated facts of the subject that decided, of others where the subject has none, in their order, each
  /// once; those that only picked versions are left out.
  func deciding(_ finding: Finding) -> [Int] {
    let (own, others) = telling(finding)
    return Set((own.isEmpty ? others : own).map(\.line)).sorted()
  }

  /// Stated facts that decided, those of the subject and of others, without those that are shown elsewhere.
  private func telling(_ finding: Finding) -> (own: [Evidence], others: [Evidence]) {
    let subjects = finding.bindings.compactMap { $0.path.map { $0 + "." } }
    let dates = finding.dates.map(\.expression)
    // A letter shows no line of the scheme, so it also tells the fact that a caret points at elsewhere.
    let place = finding.outcome == .unknown || isComplete ? nil : finding.location
    var own: [Evidence] = []
    var others: [Evidence] = []
    for fact in (isComplete ? finding.evidence[...] : finding.evidence.prefix(200)) where !Self.isKey(fact) {
      if let place, place.line == fact.line, place.column == fact.column { continue }
      if dates.contains(where: { Bytes.holds($0, fact.path) }) { continue }
      if subjects.contains(where: { Bytes.begins(fact.path, with: $0) }) {
        own.append(fact)
      } else {
        others.append(fact)
      }
    }
    return (own, others)
  }

  /// Whether a fact only repeats the key of its element, as `scheme.services[pay].id` does.
  private static func isKey(_ evidence: Evidence) -> Bool {
    Bytes.leads(evidence.path, toFieldOf: evidence.value.text)
  }
}
