import Diagnostics
import Expressions
import Findings
import Policies

/// Writes what all findings of a rule share, in the wording of the rule's date.
struct HeadingWriter {
  /// The rule and its policy.
  let matter: RuleOfPolicy
  /// Where the pages of the policy's rules are published; nil: nowhere.
  let pages: String?

  /// A writer for one rule.
  init(_ matter: RuleOfPolicy, pages: String? = nil) {
    self.matter = matter
    self.pages = pages
  }

  private var policy: Policy { matter.policy }
  private var rule: Rule { matter.rule }

  /// The heading of the rule, or of one of its parts.
  func heading(_ part: Requirement?, on day: Day?) -> RuleHeading {
    let authority = Self.version(of: policy.authority, on: day).map {
      ReportAuthority(id: $0.value.id, name: $0.value.name)
    }
    let period = policy.inForce.intersection(rule.inForce)
    return RuleHeading(
      policy: policy.id, rule: rule.id, part: part?.id, title: rule.title,
      partTitle: part?.id == nil ? nil : part?.title,
      text: rule.text.flatMap { Self.version(of: $0, on: day)?.value }, status: rule.legal.status,
      effect: rule.legal.effect, severity: rule.severity, authority: authority,
      citations: citations(part, on: day), sanction: rule.sanction,
      inForce: ReportPeriod(from: period.from?.iso, to: period.to?.iso), isMeasure: rule.isMeasure,
      helpUri: pages.map { RulePageAddress.uri(of: rule.id, below: $0) })
  }

  private func citations(_ part: Requirement?, on day: Day?) -> [Citation] {
    var citations: [Citation] = []
    if let version = Self.version(of: rule.cite, on: day) {
      citations.append(citation(version.value, version.provenance))
    }
    if let version = part?.cites.flatMap({ Self.version(of: $0, on: day) }) {
      citations.append(citation(version.value, version.provenance))
    }
    return citations
  }

  private func citation(_ cite: LocalizedText, _ provenance: Provenance?) -> Citation {
    let source = source(of: cite)
    let isVerified = rule.legal.isVerified && provenance?.isVerified ?? true && source?.isVerified ?? true
    return Citation(
      cite: cite, status: provenance?.status.flatMap { LegalStatus(rawValue: $0) } ?? rule.legal.status,
      verified: isVerified, url: source?.url)
  }

  /// The source whose name the citation begins with: the one with the longest name, then with the first key.
  func source(of cite: LocalizedText) -> Source? {
    var best: (length: Int, key: String)?
    for (key, source) in policy.sources where cite.ko.hasPrefix(source.cite.ko) {
      let length = source.cite.ko.utf8.count
      if let best, (best.length, key) >= (length, best.key) { continue }
      best = (length, key)
    }
    return best.flatMap { policy.sources[$0.key] }
  }

  /// The version of a day; where the day is unknown or before the first, the last one written or the first.
  static func version<T>(of history: Dated<T>, on day: Day?) -> Dated<T>.Version? {
    guard let day else { return history.versions.last }
    return history.index(on: day).map { history.versions[$0] } ?? history.versions.first
  }
}
