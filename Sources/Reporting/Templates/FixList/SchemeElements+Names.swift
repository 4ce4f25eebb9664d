import Findings

extension SchemeElements {
  /// The operators and services that a finding is about, each once: those of its subject and of every element in which
  /// that lies.
  func names(of finding: Finding) -> [String] {
    var seen: Set<String> = []
    return finding.bindings.compactMap(\.path).flatMap { path in
      let owner = self.owner(of: path)
      return owner.operators + owner.services
    }.filter { seen.insert($0).inserted }
  }
}
