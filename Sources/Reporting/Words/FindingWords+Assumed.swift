import Diagnostics
import Findings

extension FindingWords {
  /// What was taken in place of unstated facts, in words; the same fact of several elements is told once, with the
  /// elements that it belongs to. Those that the findings are about need not be named where it holds for all of them.
  func assumptions(of findings: [Finding]) -> [String] {
    guard findings.contains(where: { !$0.assumed.isEmpty }) else { return [] }
    var told: [Assumption] = []
    var places: [GroupKey: Int] = [:]
    for (number, finding) in findings.enumerated() {
      for fact in finding.assumed {
        let path = FactPath(fact.path)
        var key = GroupKey()
        key.add(path.kind)
        key.add(say(fact.name))
        key.add(fact.value?.text ?? "")
        key.add(fact.why.map(say) ?? "")
        let place = places[key] ?? told.count
        if place == told.count {
          told.append(Assumption(fact: fact))
          places[key] = place
        }
        told[place].add(path, of: finding, number)
      }
    }
    return told.map { assumption($0.fact, of: owners(of: $0, among: findings)) }
  }

  /// An unstated fact of one kind with those it belongs to.
  private struct Assumption {
    let fact: AssumedFact
    /// Findings whose own subject it belongs to, by their places.
    var own: [Int] = []
    /// The other elements that it belongs to: their paths, and their keys, such as `A3/#2`.
    var others: [(element: String, keys: String)] = []

    init(fact: AssumedFact) { self.fact = fact }

    mutating func add(_ path: FactPath, of finding: Finding, _ number: Int) {
      guard let element = path.element else { return }
      if finding.bindings.contains(where: { $0.path == element }) {
        if own.last != number { own.append(number) }
      } else {
        let keys = path.keys.joined(separator: "/")
        if others.last?.keys != keys { others.append((element, keys)) }
      }
    }
  }

  /// Whose fact it is; empty where that goes without saying.
  private func owners(of assumption: Assumption, among findings: [Finding]) -> [String] {
    let isOfAll = assumption.own.count == findings.count && assumption.others.isEmpty
    let own = isOfAll ? [] : assumption.own.map { subject(of: findings[$0]) }
    var seen: Set<String> = []
    let others = assumption.others.map { owner(of: $0.element) ?? $0.keys }
    return (own + others).filter { seen.insert($0).inserted }
  }

  private func assumption(_ assumed: AssumedFact, of owners: [String]) -> String {
    let shown = isComplete ? owners[...] : owners.prefix(4)
    let whose = andMore(shown.joined(separator: ", "), owners.count - shown.count)
    let name = say(assumed.name)
    let taken = assumed.value.map { formatter.text($0) }
    let why = assumed.why.map { " (\(say($0)))" } ?? ""
    let particle = KoreanParticle.pick(after: name, ("이", "가"))
    let asKorean = taken.map { "‘\($0)’\(KoreanParticle.pick(after: $0, ("으로", "로")))" } ?? "없는 것으로"
    return say(
      ko: (whose.isEmpty ? "" : "\(whose)의 ") + "\(name)\(particle) 기재되지 않아 \(asKorean) 보았음\(why)",
      en: "given that “\(name)” is not stated" + (whose.isEmpty ? "" : " for \(whose)")
        + ", taken as \(taken ?? "none")\(why)")
  }
}
