package import Diagnostics

/// What tests notice of changes to policies.
package struct MutationResult: Sendable {
  /// What the tests say to a change.
  enum Verdict: Sendable {
    /// An expectation does not hold, in the case of that name; `choice` is the place of the replacement.
    case noticed(choice: Int, by: String)
    case notNoticed(choice: Int)
    /// The checker refuses every replacement, so that no test is needed.
    case notApplicable
  }

  /// A change that was tried.
  package struct Change: Sendable {
    /// The policy's id.
    package let policy: String
    /// Where it is made.
    package let location: SourceLocation
    /// The rule, measure, parameter, table or definition, else the policy.
    package let owner: String
    /// What stands there.
    package let original: String
    /// What was put in its place.
    package let changed: String
    /// Why no test can notice it, where a test file says so.
    package internal(set) var why: LocalizedText?
    private let verdict: Verdict

    /// A change of a policy with what the tests say to it.
    init(_ mutation: Mutation, _ verdict: Verdict, of policy: String) {
      self.policy = policy
      location = mutation.span.location
      owner = mutation.owner
      original = mutation.original
      self.verdict = verdict
      let choice =
        switch verdict {
        case .noticed(let choice, _), .notNoticed(let choice): choice
        case .notApplicable: 0
        }
      changed = mutation.replacements.indices.contains(choice) ? mutation.replacements[choice].shown : ""
    }

    /// Whether no test notices it.
    package var isMissed: Bool {
      if case .notNoticed = verdict { true } else { false }
    }

    /// Whether the checker refuses it.
    package var isRefused: Bool {
      if case .notApplicable = verdict { true } else { false }
    }

    /// What stands there and what it was changed to: `0 → -1`.
    package var text: String { "\(original) → \(changed)" }

    /// One line: place, rule, what stands there and what it was changed to, and the reason, if one is known.
    package func line(_ language: Language) -> String {
      let reason = why.map { " (\($0[language]))" } ?? ""
      return Printable.escaped(
        "\(location.file):\(location.line):\(location.column): \(owner): \(text)\(reason)")
    }

    /// The line with what the tests say.
    package func lineWithVerdict(_ language: Language) -> String {
      let word: LocalizedText =
        switch verdict {
        case .noticed(_, let name):
          LocalizedText(ko: "알아챔(\(Printable.escaped(name)))", en: "noticed (\(Printable.escaped(name)))")
        case .notNoticed: LocalizedText(ko: "알아채지 못함", en: "not noticed")
        case .notApplicable: LocalizedText(ko: "해당 없음", en: "not applicable")
        }
      return "\(line(language)): \(word[language])"
    }
  }

  /// Problems of the test files and of what they name.
  package var diagnostics: [Diagnostic] = []
  /// Expectations that do not hold before anything is changed: no change was tried then.
  package var failures: [PolicyTestResult.Failure] = []
  /// All changes, in the order of the policies and of the places in their files.
  package var changes: [Change] = []

  /// Whether something could not be loaded.
  package var couldNotRun: Bool { diagnostics.contains { $0.severity == .error } }
  /// Changes that some test notices.
  package var noticed: Int { tried - missed.count }
  /// Changes that no test notices.
  package var missed: [Change] { changes.filter(\.isMissed) }
  /// Changes that the checker does not refuse.
  package var tried: Int { changes.count { !$0.isRefused } }

  /// Whether at least so many percent of the changes are noticed.
  package func reaches(percent: Int) -> Bool { noticed * 100 >= percent * tried }

  /// The counts in one line.
  package func summary(_ language: Language) -> String {
    let (missed, refused) = (tried - noticed, changes.count - tried)
    let percent = WholePercent.of(noticed, in: tried)
    let explained = self.missed.count { $0.why != nil }
    var text = LocalizedText(
      ko: "변경 \(tried)건 가운데 \(noticed)건을 시험이 알아챔(\(percent)%), \(missed)건 알아채지 못함",
      en:
        "\(tried) \(tried == 1 ? "change" : "changes"), \(noticed) noticed (\(percent) %), \(missed) not noticed"
    )
    if explained > 0 {
      text.ko += "(까닭이 적힌 것 \(explained)건)"
      text.en += " (\(explained) with a reason)"
    }
    if refused > 0 {
      text.ko += "; 검사에서 걸러져 해당 없음 \(refused)건"
      text.en += "; \(refused) not applicable (refused by the checker)"
    }
    return text[language]
  }
}
