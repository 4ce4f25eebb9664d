import Diagnostics
import Findings

/// What elements without a name state of their kind, by their paths, where a finding rests on it and their key is a
/// word for machines.
struct ElementLabels: Sendable {
  private var labels: [String: (rank: Int, label: LocalizedText)] = [:]

  /// Facts that say what kind of thing an element is, the most telling first.
  private static let namingFacts = ["kind", "of", "by", "type", "class"]

  /// Looks through the facts of all findings for elements of the lists in which elements without a name are.
  init(_ report: AuditReport) {
    let findings = report.findings
    let lists = Set(Parallel.map(runsOf: findings.indices) { Self.lists(of: findings[$0]) }.joined())
    guard !lists.isEmpty else { return }
    let found = Parallel.map(runsOf: findings.indices) { Self.labels(in: lists, findings[$0]) }
    for (path, own) in found.joined() where own.rank < labels[path]?.rank ?? .max { labels[path] = own }
  }

  /// What an element states of its kind; nil where it states nothing.
  subscript(path: String) -> LocalizedText? { labels[path]?.label }

  /// Beginnings such as `scheme.awards[` of the paths of elements without a name that findings are about.
  private static func lists(of findings: ArraySlice<Finding>) -> [String] {
    var lists: [String] = []
    for finding in findings where finding.subject != nil && finding.subjectName == nil {
      for binding in finding.bindings {
        guard let path = binding.path, !lists.contains(where: { Bytes.begins(path, with: $0) }),
          let open = path.utf8.firstIndex(of: UInt8(ascii: "["))
        else { continue }
        lists.append(String(path[...open]))
      }
    }
    return lists
  }

  /// What the facts of some findings say of elements of some lists, in the order in which they stand.
  private static func labels(
    in lists: Set<String>, _ findings: ArraySlice<Finding>
  ) -> [(path: String, own: (rank: Int, label: LocalizedText))] {
    var seen: Set<String> = []
    var labels: [(path: String, own: (rank: Int, label: LocalizedText))] = []
    for finding in findings {
      for fact in finding.evidence where fact.value.type == .choice {
        guard lists.contains(where: { Bytes.begins(fact.path, with: $0) }),
          seen.insert(fact.path).inserted, !fact.value.isConfidential,
          let label = fact.value.label, let dot = fact.path.utf8.lastIndex(of: UInt8(ascii: ".")),
          let rank = namingFacts.firstIndex(of: String(fact.path[fact.path.utf8.index(after: dot)...]))
        else { continue }
        let path = fact.path[..<dot]
        if path.utf8.allSatisfy({ $0 < 0x80 }) { labels.append((String(path), (rank, label))) }
      }
    }
    return labels
  }
}
