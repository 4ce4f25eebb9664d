import Diagnostics
import Findings

/// Whose the elements of a scheme are, as far as its findings rest on facts that say so.
struct SchemeElements {
  private let formatter: ValueFormatter
  /// What the references that elements state lead to, by the path of the fact.
  private var references: [String: [ReportValue]] = [:]
  /// The path of the list that services stand in, such as `scheme.services`.
  private var serviceList: String?

  /// Reads the facts that findings of a report rest on.
  init(_ words: FindingWords) {
    formatter = words.formatter
    var seen: Set<ObjectIdentifier> = []
    for index in words.report.findings.indices {
      for fact in words.report.findings[index].evidence {
        // Facts are shared by findings; one of a saved report stands for itself.
        if seen.insert(ObjectIdentifier(fact)).inserted { read(fact) }
      }
    }
  }

  private mutating func read(_ fact: Evidence) {
    let isOperator = Bytes.ends(fact.path, with: ".operator")
    guard isOperator || Bytes.ends(fact.path, with: ".service") || Bytes.ends(fact.path, with: ".services")
    else { return }
    let values = fact.value.type == .list ? fact.value.items : [fact.value]
    references[fact.path] = values.filter { $0.type == .ref }
    guard isOperator, serviceList == nil, let open = fact.path.utf8.lastIndex(of: UInt8(ascii: "[")) else {
      return
    }
    serviceList = String(fact.path[..<open])
  }

  /// The services that an element is about, and the bodies that operate them.
  func owners(of path: String) -> (services: [String], operators: [String]) {
    guard !path.isEmpty else { return ([], []) }
    let services = (references["\(path).services"] ?? []) + (references["\(path).service"] ?? [])
    var operators = references["\(path).operator"] ?? []
    for service in services {
      guard let list = serviceList else { break }
      operators += references["\(list)[\(service.text)].operator"] ?? []
    }
    return (names(services), names(operators))
  }

  private func names(_ values: [ReportValue]) -> [String] {
    var seen: Set<String> = []
    return values.map(formatter.text).filter { seen.insert($0).inserted }
  }
}
