import Diagnostics
import Findings

extension FindingWords {
  /// What was taken in place of unstated facts, in words; the same fact of several elements is told once, with the
  /// elements that it belongs to. Those that the findings are about need not be named.
  func assumptions(of findings: [Finding]) -> [String] {
    var told: [(fact: AssumedFact, elements: [String])] = []
    var places: [GroupKey: Int] = [:]
    for finding in findings {
      for fact in finding.assumed {
        var key = GroupKey()
        key.add(say(fact.name))
        key.add(fact.value?.text ?? "")
        key.add(fact.why.map(say) ?? "")
        let place = places[key] ?? told.count
        if place == told.count {
          told.append((fact, []))
          places[key] = place
        }
        let element = element(of: fact, in: finding)
        if !element.isEmpty, told[place].elements.last != element { told[place].elements.append(element) }
      }
    }
    return told.map { assumption($0.fact, of: $0.elements) }
  }

  private func assumption(_ assumed: AssumedFact, of elements: [String]) -> String {
    var seen: Set<String> = []
    let elements = elements.filter { seen.insert($0).inserted }
    let shown = isComplete ? elements[...] : elements.prefix(4)
    let owners = andMore(shown.joined(separator: ", "), elements.count - shown.count)
    let name = say(assumed.name)
    let value = assumed.value.map { formatter.text($0) }
    let why = assumed.why.map { ": \(say($0))" } ?? ""
    let particle = KoreanParticle.pick(after: name, ("이", "가"))
    let taken =
      value.map {
        say(ko: " ‘\($0)’\(KoreanParticle.pick(after: $0, ("으로", "로"))) 보았음", en: ", taken as \($0)")
      } ?? ""
    return say(
      ko: (owners.isEmpty ? "" : "\(owners)의 ") + "\(name)\(particle) 기재되지 않아"
        + "\(taken.isEmpty ? " 없는 것으로 보았음" : taken)\(why)",
      en: "given that \(name) is not stated" + (owners.isEmpty ? "" : " for \(owners)") + "\(taken)\(why)")
  }

  /// The keys that lead to the element a fact belongs to, such as `A3/#2`; empty for a fact of the whole scheme and
  /// for one of the finding's own subject.
  private func element(of fact: AssumedFact, in finding: Finding) -> String {
    guard let end = fact.path.lastIndex(of: "]") else { return "" }
    let owner = fact.path[...end]
    if finding.bindings.contains(where: { $0.path.map { $0 == owner } ?? false }) { return "" }
    var keys: [Substring] = []
    var rest = owner
    while let open = rest.firstIndex(of: "[") {
      rest = rest[rest.index(after: open)...]
      // A quoted key may hold brackets of its own.
      let isQuoted = rest.first == "'"
      guard let close = isQuoted ? rest.firstRange(of: "']")?.lowerBound : rest.firstIndex(of: "]") else {
        break
      }
      keys.append(isQuoted ? rest[..<close].dropFirst() : rest[..<close])
      rest = rest[rest.index(after: close)...]
    }
    return keys.joined(separator: "/")
  }
}
