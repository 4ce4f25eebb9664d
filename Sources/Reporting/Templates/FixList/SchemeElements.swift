import Diagnostics
import Findings

/// Whose the elements of a scheme are, by the references that the scheme makes: an award names its services, a service
/// its operator.
struct SchemeElements {
  private let formatter: ValueFormatter
  /// What the references that elements state lead to, by the path of the fact.
  private var references: [String: [ReportValue]] = [:]
  /// The paths of the lists that services and operators stand in, such as `scheme.services`.
  private var serviceList: String?
  private var operatorList: String?
  /// Places of services and operators in the order in which the scheme names them, by their keys.
  private var serviceRanks: [String: Int] = [:]
  private var operatorRanks: [String: Int] = [:]
  /// What people call them, by their keys.
  private var serviceNames: [String: String] = [:]
  private var operatorNames: [String: String] = [:]

  /// Reads the references of a report's scheme; of a report that was saved without them, those that findings rest on.
  init(_ words: FindingWords) {
    formatter = words.formatter
    let report = words.report
    for reference in report.scheme.references { read(reference.path, reference.value) }
    var seen: Set<ObjectIdentifier> = []
    for finding in report.findings {
      if let path = finding.bindings.first?.path, finding.bindings.count == 1, let name = finding.subjectName
      {
        readName(words.say(name), of: path)
      }
      guard report.scheme.references.isEmpty else { continue }
      for fact in finding.evidence {
        // Facts are shared by findings; one of a saved report stands for itself.
        if seen.insert(ObjectIdentifier(fact)).inserted { read(fact.path, fact.value) }
      }
    }
    for headline in report.scheme.headlines where Bytes.ends(headline.path, with: ".name") {
      let path = String(headline.path.dropLast(".name".count))
      guard let (list, key) = Self.element(path), Bytes.ends(list, with: ".operators") else { continue }
      operatorList = list
      rank(key, in: &operatorRanks)
      operatorNames[key] = formatter.text(headline.value)
    }
  }

  private mutating func read(_ path: String, _ value: ReportValue) {
    let isOperator = Bytes.ends(path, with: ".operator")
    guard isOperator || Bytes.ends(path, with: ".service") || Bytes.ends(path, with: ".services") else {
      return
    }
    let values = (value.type == .list ? value.items : [value]).filter { $0.type == .ref || $0.isConfidential }
    references[path] = values
    for value in values where value.type == .ref && !value.isConfidential {
      if isOperator {
        rank(value.text, in: &operatorRanks)
        operatorNames[value.text] = formatter.text(value)
      } else {
        serviceNames[value.text] = formatter.text(value)
      }
    }
    guard isOperator, let (list, key) = Self.element(String(path.dropLast(".operator".count))) else { return }
    serviceList = list
    rank(key, in: &serviceRanks)
  }

  private mutating func readName(_ name: String, of path: String) {
    guard let (list, key) = Self.element(path), Bytes.ends(list, with: ".services") else { return }
    serviceList = serviceList ?? list
    if serviceNames[key] == nil { serviceNames[key] = name }
  }

  private func rank(_ key: String, in ranks: inout [String: Int]) {
    if ranks[key] == nil { ranks[key] = ranks.count }
  }

  // ── owners ─────────────────────────────────────────────────────────────────

  /// Whose what stands at a path is: that of the outermost element that it lies in.
  func owner(of path: String) -> Owner {
    guard let outermost = Self.outermost(of: path), let (list, key) = Self.element(outermost) else {
      return Owner(reach: .scheme)
    }
    if list == operatorList || Bytes.ends(list, with: ".operators") {
      return Owner(
        reach: .operator(operatorRanks[key] ?? .max), operators: [operatorNames[key] ?? key], services: [])
    }
    var services = (references["\(outermost).services"] ?? []) + (references["\(outermost).service"] ?? [])
    if list == serviceList || Bytes.ends(list, with: ".services") { services = [ReportValue(.ref, key)] }
    let own = references["\(outermost).operator"] ?? []
    guard !services.isEmpty || !own.isEmpty else { return Owner(reach: .scheme) }
    return owner(services, own)
  }

  /// Whose element a finding is about: the first of its subjects that belongs to somebody decides.
  func owner(of finding: Finding) -> Owner {
    let scheme = Owner(reach: .scheme)
    return finding.bindings.lazy.compactMap(\.path).map { owner(of: $0) }.first { $0 != scheme } ?? scheme
  }

  private func owner(_ services: [ReportValue], _ own: [ReportValue]) -> Owner {
    // `all` names every service, whoever operates it.
    if services.contains(where: { $0.text == "all" && serviceRanks["all"] == nil && !$0.isConfidential }) {
      return Owner(reach: .everything)
    }
    let sorted = services.sorted { (serviceRanks[$0.text] ?? .max) < (serviceRanks[$1.text] ?? .max) }
    var operators = own
    for service in sorted {
      guard let list = serviceList, !service.isConfidential else { continue }
      operators += references["\(list)[\(service.text)].operator"] ?? []
    }
    // Whoever operates what is withheld is withheld with it.
    if operators.isEmpty { operators = sorted.filter(\.isConfidential).prefix(1).map { $0 } }
    let ranks = Set(operators.map { operatorRanks[$0.text] ?? .max })
    let reach: Owner.Reach = ranks.count > 1 ? .several : ranks.first.map { .operator($0) } ?? .operator(.max)
    return Owner(
      reach: reach, rank: sorted.first.flatMap { serviceRanks[$0.text] } ?? .max,
      operators: distinct(operators.map { operatorNames[$0.text] ?? formatter.text($0) }),
      services: distinct(sorted.map { serviceNames[$0.text] ?? formatter.text($0) }))
  }

  private func distinct(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }

  // ── paths ──────────────────────────────────────────────────────────────────

  /// `scheme.awards[A3]` of `scheme.awards[A3].items[x].cap`; nil where a path lies in no list.
  static func outermost(of path: String) -> String? {
    guard let open = path.utf8.firstIndex(of: UInt8(ascii: "[")) else { return nil }
    let key = path[path.utf8.index(after: open)...]
    // A quoted key may hold brackets of its own.
    let isQuoted = key.utf8.first == UInt8(ascii: "'")
    guard let close = isQuoted ? key.firstRange(of: "']")?.upperBound : key.firstRange(of: "]")?.upperBound
    else {
      return nil
    }
    return String(path[..<close])
  }

  /// `scheme.awards` and `A3` of `scheme.awards[A3]`.
  private static func element(_ path: String) -> (list: String, key: String)? {
    guard let open = path.utf8.firstIndex(of: UInt8(ascii: "[")), path.utf8.last == UInt8(ascii: "]"),
      let key = FactPath(path).keys.first
    else { return nil }
    return (String(path[..<open]), key)
  }
}
