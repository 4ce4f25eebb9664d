package import Diagnostics
import Expressions
import Policies

/// A page of the documentation that is generated from the policies.
package struct RulePage: Sendable {
  /// Its path, seen from the folder of all pages: `ko/KR-NTC-001.md`.
  package var path: String
  /// The page in Markdown.
  package var text: String

  /// What every generated page begins with; a file without it is never touched.
  package static let mark = "<!-- audit policy docs: "

  /// Folders of the pages, one for each language.
  package static let folders = Language.allCases.map(\.rawValue)
}

extension PolicySet {
  /// A page for every rule and measure in every language, and a list of them per language, in the order of their
  /// paths. They depend on the policies and their tests alone, not on the day.
  ///
  /// - Parameter policies: ids of the policies whose pages are wanted; nil: of all.
  package func rulePages(
    of policies: Set<String>? = nil, diagnostics: inout DiagnosticLog
  ) -> [RulePage] {
    let wanted = self.policies.filter { policies?.contains($0.id) ?? true }
    let bodies = BodyNames(registers: registers, policies: self.policies)
    let cases = RuleCases.read(from: self, diagnostics: &diagnostics)
    var pages: [RulePage] = []
    for language in Language.allCases {
      pages.append(
        RulePage(
          path: language.rawValue + "/" + RulePageAddress.index,
          text: RulePageList(policies: wanted, language: language, bodies: bodies).text))
      for policy in wanted {
        let rules = policy.rules.map { ($0, false) } + policy.measures.map { ($0.asRule(of: policy), true) }
        for (rule, isMeasure) in rules {
          let page = RulePageWriter(
            policy: policy, rule: rule, isMeasure: isMeasure, language: language, bodies: bodies,
            cases: cases[rule.id] ?? RuleCases())
          pages.append(RulePage(path: RulePageAddress.path(of: rule.id, language), text: page.text))
        }
      }
    }
    return pages.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }
}
