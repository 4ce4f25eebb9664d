public import Diagnostics

/// A fact that undecided findings wait for.
public struct Need: Sendable, Codable {
  /// The fact's path.
  public var path: String
  /// What people call it.
  public var name: LocalizedText
  /// Why what is stated does not do.
  public var kind: MissingFact.Kind
  /// How many findings wait for it.
  public var findings: Int
  /// How many of them wait for nothing else.
  public var alone: Int
  /// Where it could be stated.
  public var location: ReportLocation?

  /// What undecided findings wait for, the fact that most of them wait for first.
  public static func sorted(from findings: [Finding]) -> [Need] {
    var needs: [Need] = []
    var places: [String: Int] = [:]
    for index in findings.indices where findings[index].outcome == .unknown {
      let all = findings[index].missing
      for missing in all where missing.kind.isFact {
        let place: Int
        if let known = places[missing.path] {
          place = known
        } else {
          place = needs.count
          places[missing.path] = place
          needs.append(
            Need(
              path: missing.path, name: missing.name, kind: missing.kind, findings: 0, alone: 0,
              location: missing.location))
        }
        needs[place].findings += 1
        if all.count == 1 { needs[place].alone += 1 }
      }
    }
    return needs.enumerated().sorted { a, b in
      (-a.element.findings, -a.element.alone, a.offset) < (-b.element.findings, -b.element.alone, b.offset)
    }.map(\.element)
  }
}
