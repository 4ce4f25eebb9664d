import Diagnostics
import Findings

/// Elements of a scheme as a report knows them: their names, whose they are, and what they are about.
struct SchemeElements {
  /// An element, such as a service or an award.
  struct Element: Hashable {
    /// Its path, such as `scheme.awards[A3]`; empty for the scheme as a whole.
    let path: String
    /// What people call it.
    let name: String
  }

  private let words: FindingWords
  /// Names of elements by their paths.
  private var names: [String: String] = [:]
  /// Labels of the references that an element states, by path of the fact.
  private var references: [String: [ReportValue]] = [:]
  /// The path of the list that services stand in, such as `scheme.services`.
  private var serviceList: String?

  /// Reads what the findings of a report say of elements.
  init(_ words: FindingWords) {
    self.words = words
    var seen: Set<ObjectIdentifier> = []
    for index in words.report.findings.indices {
      let finding = words.report.findings[index]
      if finding.bindings.count == 1, let path = finding.bindings[0].path, names[path] == nil,
        let name = finding.subjectName
      {
        names[path] = words.say(name)
      }
      for fact in finding.evidence where seen.insert(ObjectIdentifier(fact)).inserted { read(fact) }
    }
  }

  /// Facts of these names lead from an element to the services and the operator that it concerns.
  private static let leading = ["operator", "service", "services"]

  private mutating func read(_ fact: Evidence) {
    guard let field = Self.leading.first(where: { Bytes.ends(fact.path, with: ".\($0)") }) else { return }
    let values = fact.value.type == .list ? fact.value.items : [fact.value]
    references[fact.path] = values.filter { $0.type == .ref }
    if field == "operator" { serviceList = serviceList ?? Self.list(of: String(fact.path.dropLast(9))) }
  }

  /// `scheme.services` of `scheme.services[pay]`.
  private static func list(of path: String) -> String? {
    path.utf8.lastIndex(of: UInt8(ascii: "[")).map { String(path[..<$0]) }
  }

  /// The element that a finding is about: the outermost of its subjects; the scheme as a whole where it has none.
  func element(of finding: Finding) -> Element {
    guard let path = finding.bindings.lazy.compactMap(\.path).first else {
      return Element(path: "", name: words.say(ko: "보상안 전체", en: "The whole scheme"))
    }
    if let name = names[path] { return Element(path: path, name: name) }
    // The first of several names is the outermost element's.
    if finding.bindings.count == 1 { return Element(path: path, name: words.subject(of: finding)) }
    return Element(path: path, name: Self.key(of: path))
  }

  /// `pay` of `scheme.services[pay]`.
  private static func key(of path: String) -> String {
    guard let open = path.utf8.lastIndex(of: UInt8(ascii: "[")), path.utf8.last == UInt8(ascii: "]") else {
      return path
    }
    return String(path[path.utf8.index(after: open)...].dropLast())
  }

  /// The services that an element is about, and the bodies that operate them, as far as the findings rest on them.
  func owners(of element: Element) -> (services: [String], operators: [String]) {
    guard !element.path.isEmpty else { return ([], []) }
    let services = (references["\(element.path).services"] ?? []) + (references["\(element.path).service"] ?? [])
    var operators = references["\(element.path).operator"] ?? []
    for service in services {
      guard let list = serviceList else { break }
      operators += references["\(list)[\(service.text)].operator"] ?? []
    }
    return (unique(services), unique(operators))
  }

  private func unique(_ values: [ReportValue]) -> [String] {
    var seen: Set<String> = []
    return values.map(words.formatter.text).filter { seen.insert($0).inserted }
  }
}
