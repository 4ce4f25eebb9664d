package import Diagnostics

/// What tests exercise of policies, and what they leave out.
package struct Coverage: Sendable {
  /// What tests exercise of one policy.
  package struct Part: Sendable {
    /// The policy's id.
    package let policy: String
    /// How many things there are to exercise.
    package let count: Int
    /// What no test exercises, in the order of the file.
    package let gaps: [Gap]

    /// How many of them some test exercises.
    package var exercised: Int { count - gaps.count }
  }

  /// One thing that no test exercises.
  package struct Gap: Sendable {
    /// Where it stands.
    package let location: SourceLocation
    /// The rule or measure, else the policy.
    package let owner: String
    /// What is left out.
    package let what: LocalizedText

    /// One line: place, rule, what is left out.
    package func line(_ language: Language) -> String {
      Printable.escaped("\(location.file):\(location.line):\(location.column): \(owner): \(what[language])")
    }
  }

  /// Policy by policy, in the order of their ids.
  package let parts: [Part]
  /// How many things there are in all.
  package var count: Int { parts.reduce(0) { $0 + $1.count } }
  /// How many of them some test exercises.
  package var exercised: Int { parts.reduce(0) { $0 + $1.exercised } }
  /// Whether nothing is left out.
  package var isComplete: Bool { exercised == count }

  /// A line for each policy, and one for all where there are several.
  package func summary(_ language: Language) -> [String] {
    var lines = parts.map { Self.line($0.policy, $0.exercised, of: $0.count)[language] }
    if parts.count > 1 {
      let all = LocalizedText(ko: "모든 기준", en: "all policies")
      lines.append(Self.line(all[language], exercised, of: count)[language])
    }
    return lines
  }

  private static func line(_ name: String, _ exercised: Int, of count: Int) -> LocalizedText {
    let percent = WholePercent.of(exercised, in: count)
    return LocalizedText(
      ko: "\(name): \(count)가지 가운데 \(exercised)가지 시험됨(\(percent)%), \(count - exercised)가지 안 됨",
      en: "\(name): \(exercised) of \(count) exercised (\(percent) %), \(count - exercised) not")
  }
}

/// Shares in whole percent.
enum WholePercent {
  /// Rounded down, so that 100 means all; nothing at all is whole.
  static func of(_ part: Int, in whole: Int) -> Int {
    whole == 0 ? 100 : part * 100 / whole
  }
}
