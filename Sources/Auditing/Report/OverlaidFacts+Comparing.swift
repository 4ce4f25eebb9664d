import Diagnostics
import Expressions
import Findings
import Schemes

extension OverlaidFacts {
  /// What an authority states beside what the company states; nil for a scheme that no authority's facts lie over.
  ///
  /// - Parameter utcOffset: offset from UTC in seconds in which instants are written.
  init?(of scheme: Scheme, utcOffset: Int) {
    guard let authority = scheme.authority, let company = scheme.companyFacts else { return nil }
    let stated = Dictionary(
      company.nodes.indices.compactMap { slot in
        company.nodes[slot].map { _ in (company.path(of: FactID(slot)), FactID(slot)) }
      }, uniquingKeysWith: { first, _ in first })
    let hidden = Confidentiality(scheme.facts, over: company)
    let before = ValueWriter(company, utcOffset: utcOffset)
    let after = ValueWriter(scheme.facts, utcOffset: utcOffset)
    var differences: [Difference] = []
    var confirmed = 0
    for slot in scheme.facts.slots.indices {
      let fact = FactID(slot)
      guard scheme.isFromAuthority(fact), scheme.facts.isValue(fact) else { continue }
      let field = scheme.facts.field(of: fact)
      let path = scheme.facts.path(of: fact)
      let new = after.write(scheme.facts[fact], as: field.type)
      let known = stated[path].flatMap { company.isSaid($0) ? $0 : nil }
      let old = known.map { before.write(company[$0], as: field.type) }
      if old == new {
        // The key only says which element is meant.
        if !scheme.facts.isKey(fact) { confirmed += 1 }
      } else {
        differences.append(
          Difference(
            path: path, name: field.label,
            company: old.map { hidden.marked($0, if: scheme.facts.isConfidential(fact)) },
            companyLocation: known.map { hidden.location(company.span(of: $0)) },
            authority: hidden.marked(new, if: scheme.facts.isConfidential(fact)),
            location: hidden.location(scheme.facts.span(of: fact))))
      }
    }
    differences.sort { ($0.location.line, $0.location.column) < ($1.location.line, $1.location.column) }
    self.init(
      path: authority.file.path, by: authority.by, on: authority.on?.iso, differences: differences,
      confirmed: confirmed)
  }
}

extension ValueWriter {
  /// Writes values of a scheme by its own names.
  fileprivate convenience init(_ facts: Facts, utcOffset: Int) {
    self.init(facts: facts, environment: facts.environment, utcOffset: utcOffset)
  }
}

extension Facts {
  /// Whether a fact is a value of its own; groups and lists of elements are told by what is in them.
  fileprivate func isValue(_ fact: FactID) -> Bool {
    switch self[fact] {
    case .missing, .group: false
    case .none, .bool, .number, .string, .date, .timestamp, .range, .either: true
    case .list(let list):
      lists[list].elements.allSatisfy { element in
        if case .scalar = element { true } else { false }
      }
    }
  }

  /// Whether a fact is what its element is called by.
  fileprivate func isKey(_ fact: FactID) -> Bool {
    let field = fieldID(of: fact)
    return environment.records[field.record].key == field.slot
  }

  /// Whether something was said of a fact, if only that there is none.
  fileprivate func isSaid(_ fact: FactID) -> Bool {
    if case .missing = self[fact] { false } else { true }
  }
}
