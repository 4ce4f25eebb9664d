import Diagnostics
import Findings

extension SchemeElements {
  /// The operators and services that a finding is about, each once: those of its subject and of every element in which
  /// that lies. What is about all services names none of them.
  func names(of finding: Finding, _ language: Language) -> [String] {
    var seen: Set<String> = []
    return finding.bindings.compactMap(\.path).map { owner(of: $0) }.flatMap { owner -> [String] in
      switch owner.reach {
      case .scheme: []
      case .everything: [owner.services(language)]
      case .several, .operator: owner.operators + owner.services
      }
    }.filter { seen.insert($0).inserted }
  }
}
