import Findings

extension SchemeElements {
  /// The operators and services that a finding is about, each once: those of its subject and of every element in which
  /// that lies.
  func names(of finding: Finding) -> [String] {
    var seen: Set<String> = []
    return finding.bindings.compactMap(\.path).flatMap { path in
      let owners = owners(of: path)
      return owners.operators + owners.services
    }.filter { seen.insert($0).inserted }
  }
}
