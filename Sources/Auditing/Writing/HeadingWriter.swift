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

  /// The days on which the rule's wording may be asked for, as far as its date is known.
  func days(of date: KnownDate) -> PossibleDays {
    PossibleDays(date.value, within: policy.inForce.intersection(rule.inForce))
  }

  /// The heading of the rule, or of one of its parts, in the wording of a day; in every wording that its possible days
  /// leave where they do not settle one.
  func heading(_ part: Requirement?, on days: PossibleDays) -> RuleHeading {
    let period = policy.inForce.intersection(rule.inForce)
    let texts = rule.text.map { text in text.possible(days.places(in: text)) { $0 } } ?? []
    return RuleHeading(
      policy: policy.id, rule: rule.id, part: part?.id, title: rule.title,
      partTitle: part?.id == nil ? nil : part?.title,
      text: texts.count > 1 ? PossibleVersion.told(sentences: texts) : texts.first?.text,
      textOneOf: texts.count > 1 ? texts : [], status: rule.legal.status,
      effect: rule.legal.effect, severity: rule.severity, authority: authority(on: days),
      citations: [citation(rule.cite, on: days), part?.cites.flatMap { citation($0, on: days) }].compactMap {
        $0
      },
      sanction: rule.sanction,
      inForce: ReportPeriod(from: period.from?.iso, to: period.to?.iso), isMeasure: rule.isMeasure,
      helpUri: pages.map { RulePageAddress.uri(of: rule.id, below: $0) })
  }

  private func authority(on days: PossibleDays) -> ReportAuthority? {
    let places = days.places(in: policy.authority)
    let bodies = policy.authority.possible(places, id: \.id, \.name)
    guard let name = Self.words(bodies) else { return nil }
    var ids: [String] = []
    for body in bodies { if let id = body.id, !ids.contains(id) { ids.append(id) } }
    return ReportAuthority(
      id: ids.joined(separator: " | "), name: name, oneOf: bodies.count > 1 ? bodies : [])
  }

  private func citation(_ history: Dated<LocalizedText>, on days: PossibleDays) -> Citation? {
    let places = days.places(in: history)
    let cites = history.possible(places) { $0 }
    guard let cite = Self.words(cites) else { return nil }
    let written = places.map { citation(history.versions[$0].value, history.versions[$0].provenance) }
    let statuses = Set(written.map(\.status))
    let addresses = Set(written.map(\.url))
    return Citation(
      cite: cite, status: statuses.count == 1 ? written[0].status : rule.legal.status,
      verified: written.allSatisfy(\.verified), url: addresses.count == 1 ? written[0].url : nil,
      oneOf: cites.count > 1 ? cites : [])
  }

  /// The one version's text, or all of them with their days; nil where there is none.
  static func words(_ versions: [PossibleVersion]) -> LocalizedText? {
    versions.count > 1 ? PossibleVersion.told(versions) : versions.first?.text
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
    for (key, source) in policy.sources where cite.ko.utf8.starts(with: source.cite.ko.utf8) {
      let length = source.cite.ko.utf8.count
      if let best, (best.length, key) >= (length, best.key) { continue }
      best = (length, key)
    }
    return best.flatMap { policy.sources[$0.key] }
  }
}
