package import Diagnostics
import Findings
import Policies

/// What `audit explain` says about one rule: the requirement, its basis and history, its numbers, its exceptions and
/// how to comply.
package struct RuleExplanation: Sendable {
  /// A heading with lines below it.
  struct Section: Sendable {
    var heading: LocalizedText
    var lines: [LocalizedText]
  }

  let title: LocalizedText
  let sections: [Section]

  /// The explanation as plain text.
  package func text(_ language: Language) -> String {
    var lines = [title[language], ""]
    for section in sections where !section.lines.isEmpty {
      lines.append(section.heading[language])
      lines += section.lines.map { "  " + $0[language] }
      lines.append("")
    }
    return lines.map { Printable.escaped($0) }.joined(separator: "\n")
  }
}

extension PolicySet {
  /// Explains a rule; nil if no loaded policy has it.
  package func explanation(of id: String) -> RuleExplanation? {
    for policy in policies {
      if let rule = policy.rules.first(where: { $0.id == id }) {
        return RuleExplainer(policy: policy, rule: rule).explanation
      }
    }
    return nil
  }

  /// Ids of all loaded rules, in the order of the policies.
  package var ruleIDs: [String] {
    policies.flatMap { $0.rules.map(\.id) }
  }

  /// How many policies are loaded.
  package var policyCount: Int { policies.count }
}
