import Diagnostics
import Findings

/// One report as a result of OSCAL.
struct OSCALResult: Sendable {
  /// The time of a report that bears no date.
  static let noTime = "1970-01-01T00:00:00Z"

  /// The report.
  let report: AuditReport
  /// What its identifiers are made of: the scheme's path, with a number where it was audited more than once.
  let seed: String
  private let whole: ReportText
  private let words: FindingText
  /// Identifiers of findings apart from each other: a number for those whose fingerprint came before.
  private let fingerprints: [String]

  /// A result for a report; `occurrence` counts reports on the same file from 0.
  init(_ report: AuditReport, _ language: Language, occurrence: Int) {
    self.report = report
    seed = occurrence == 0 ? report.scheme.path : "\(report.scheme.path)\u{0}\(occurrence)"
    whole = ReportText(report, language)
    words = FindingText(report, language)
    var seen: [String: Int] = [:]
    fingerprints = report.findings.map { finding in
      let fingerprint = finding.fingerprint
      let count = seen[fingerprint, default: 0]
      seen[fingerprint] = count + 1
      return count == 0 ? fingerprint : "\(fingerprint)-\(count)"
    }
  }

  /// The latest day that the report's head names: of the scheme's provenance, of the law, of an authority's facts.
  var time: String {
    let days = [report.provenance?.on, report.law.date, report.facts?.on].compactMap { $0 }
    let day = days.filter { SheetNumber.serial($0) != nil }.max()
    return day.map { "\($0)T00:00:00Z" } ?? Self.noTime
  }

  /// Writes the result as an object.
  func write(to writer: inout JSONWriter) {
    let (observed, decided, risks) = places
    writer.object { writer in
      writer.member("uuid", OSCALIdentifier.uuid("result", seed))
      writer.markup("title", whole.scheme)
      writer.markup(
        "description",
        (whole.banners + ["\(whole.verdict): \(whole.verdictReason)", whole.disclaimer]).joined(
          separator: " / "))
      writer.member("start", time)
      writer.member("end", time)
      writer.properties(properties)
      writer.member("reviewed-controls") { writer in
        writer.member("control-selections", [tokens]) { writer, tokens in
          writer.object { writer in
            if tokens.isEmpty {
              writer.member("include-all") { (_: inout JSONWriter) in }
            } else {
              writer.member("include-controls", tokens) { writer, token in
                writer.object { $0.member("control-id", token) }
              }
            }
          }
        }
      }
      if !observed.isEmpty {
        writer.long("observations", count: observed.count) { writeObservation($0, to: &$1) }
      }
      if !risks.isEmpty { writer.long("risks", count: risks.count) { writeRisk(risks[$0], to: &$1) } }
      if !decided.isEmpty {
        writer.long("findings", count: decided.count) { writeFinding(decided[$0], to: &$1) }
      }
      writer.markup("remarks", remarks)
    }
  }

  // ── the report as a whole ──────────────────────────────────────────────────

  private var properties: [(name: String, value: String)] {
    var properties = [
      ("report-format", report.format.rawValue), ("scheme-id", report.scheme.id ?? ""),
      ("scheme-path", report.scheme.path), ("provenance", report.provenance?.kind.rawValue ?? ""),
      ("verdict", report.summary.verdict.rawValue), ("law", whole.law),
      ("profile", report.options.profile ?? ""), ("waivers", report.options.waivers.joined(separator: ", ")),
      ("fail-on", report.options.failOn.text), ("exit-status", String(report.summary.exit)),
    ]
    properties += whole.banners.map { ("banner", $0) }
    properties += whole.headlines.map { ("headline", "\($0.name): \($0.value) (\($0.place))") }
    for outcome in Outcome.worstFirst {
      let name = OSCALIdentifier.token(outcome.rawValue)
      properties.append(("rules-\(name)", String(report.summary.rules(outcome))))
      properties.append(("findings-\(name)", String(report.summary.findings(outcome))))
    }
    for effect in Effect.allCases {
      guard let counts = report.summary.counts(effect) else { continue }
      let text = Outcome.worstFirst.filter { counts.rules($0) + counts.findings($0) > 0 }.map {
        "\(whole.word($0, effect)) \(counts.rules($0))/\(counts.findings($0))"
      }
      properties.append(("effect-\(effect.rawValue)", text.joined(separator: ", ")))
    }
    return properties
  }

  /// The rules as tokens, each once.
  private var tokens: [String] {
    var seen: Set<String> = []
    var last: RuleHeading?
    var tokens: [String] = []
    for index in report.findings.indices {
      let heading = report.findings[index].heading
      guard heading !== last else { continue }
      last = heading
      let token = OSCALIdentifier.token(heading.rule)
      if seen.insert(token).inserted { tokens.append(token) }
    }
    return tokens
  }

  /// What is not carried by a finding: policies, what to supply, what was not audited.
  private var remarks: String {
    var parts = [whole.disclaimer]
    parts += report.policies.map { policy in
      let note = policy.legal.note.map { ": \(words.say($0))" } ?? ""
      return
        "\(words.say(policy.title)) \(policy.version) (\(words.say(policy.legal.status.label)), \(whole.approval(policy)))\(note)"
    }
    parts += report.needs.map { need in
      whole.say(
        ko: "보완할 자료: \(need.name.ko) (\(need.path), \(need.kind.words.ko)): 점검 항목 \(need.findings)건",
        en:
          "to be supplied: \(need.name.en) (\(need.path), \(need.kind.words.en)): findings waiting \(need.findings)"
      )
    }
    parts += report.notCovered.map { article in
      let title = article.title.map { " \(words.say($0))" } ?? ""
      let why = article.why.map { " — \(words.say($0))" } ?? ""
      return whole.say(ko: "점검하지 않은 것: ", en: "not audited: ")
        + "\(words.say(article.instrument)) \(words.say(article.article))\(title)\(why)"
    }
    parts += (report.facts?.differences ?? []).map { difference in
      let company = difference.company.map(words.formatter.text) ?? words.formatter.notStated
      let found = words.formatter.text(difference.authority)
      return whole.say(
        ko: "기관 확인 사실: \(difference.name.ko) (\(difference.path)): 보상안 \(company), 기관 \(found)",
        en:
          "fact of an authority: \(difference.name.en) (\(difference.path)): scheme \(company), found \(found)"
      )
    }
    return parts.joined(separator: " / ")
  }

  // ── findings ───────────────────────────────────────────────────────────────

  /// Which findings are observations, findings of OSCAL, and risks.
  private var places: (observed: Range<Int>, decided: [Int], risks: [Int]) {
    var decided: [Int] = []
    var risks: [Int] = []
    for index in report.findings.indices {
      if Self.target(report.findings[index].outcome) != nil { decided.append(index) }
      if Self.isRisk(report.findings[index].outcome) { risks.append(index) }
    }
    return (report.findings.indices, decided, risks)
  }

  private static func isRisk(_ outcome: Outcome) -> Bool {
    switch outcome {
    case .fail, .waived: true
    case .pass, .unknown, .manual, .error, .notApplicable, .notInForce, .notSelected, .info: false
    }
  }

  /// What OSCAL calls the state of a requirement, and why; nil where nothing was to be decided.
  private static func target(_ outcome: Outcome) -> (state: StaticString, reason: StaticString)? {
    switch outcome {
    case .pass: ("satisfied", "pass")
    case .fail, .waived: ("not-satisfied", "fail")
    case .unknown, .manual, .error: ("not-satisfied", "other")
    case .notApplicable, .notInForce, .notSelected, .info: nil
    }
  }

  private func uuid(_ kind: String, _ index: Int) -> String {
    OSCALIdentifier.uuid(kind, seed, fingerprints[index])
  }

  private func title(_ finding: Finding) -> String {
    "\(finding.id) \(words.title(finding.heading)): \(words.subject(finding))"
  }

  private func writeObservation(_ index: Int, to writer: inout JSONWriter) {
    let finding = report.findings[index]
    writer.object { writer in
      writer.member("uuid", uuid("observation", index))
      writer.markup("title", title(finding))
      writer.markup("description", words.sentence(finding))
      writer.properties(properties(of: finding))
      let needsPerson = finding.outcome == .manual
      writer.member("methods", [needsPerson ? "EXAMINE" : "TEST"]) { $0.string($1) }
      writer.member("types", [Self.target(finding.outcome) == nil ? "control-objective" : "finding"]) {
        $0.string($1)
      }
      writeEvidence(finding, to: &writer)
      writer.member("collected", time)
      let grounds = grounds(of: finding)
      if !grounds.isEmpty { writer.markup("remarks", grounds) }
    }
  }

  private func properties(of finding: Finding) -> [(name: String, value: String)] {
    [
      ("outcome", finding.outcome.rawValue), ("word", words.say(finding.word)),
      ("effect", finding.effect.rawValue), ("status", finding.heading.status.rawValue),
      ("severity", finding.severity.rawValue), ("firm", finding.firm ? "true" : "false"),
      ("policy", finding.policy), ("rule", finding.rule), ("part", finding.part ?? ""),
      ("subject", finding.subject ?? ""), ("stated", words.stated(finding)),
      ("required", words.required(finding)), ("deadline", words.deadline(finding)),
      ("fingerprint", finding.fingerprint),
    ] + words.citations(finding.heading).map { ("citation", $0) }
      + words.missing(finding).map { ("missing", $0) }
  }

  private func writeEvidence(_ finding: Finding, to writer: inout JSONWriter) {
    let facts = words.facts(finding)
    var evidence = zip(finding.evidence, facts).map { fact, text in
      (href: "\(Address.reference(toPath: fact.file))#L\(fact.line)", text: text)
    }
    if evidence.isEmpty, let location = finding.location {
      evidence = [
        (
          href: "\(Address.reference(toPath: location.file))#L\(location.line)",
          text: words.place(location)
        )
      ]
    }
    guard !evidence.isEmpty else { return }
    writer.member("relevant-evidence", evidence) { writer, item in
      writer.object {
        $0.member("href", item.href)
        $0.markup("description", item.text)
      }
    }
  }

  private func grounds(of finding: Finding) -> String {
    let question = finding.question.map { [words.say($0)] } ?? []
    let parts =
      question + words.calculation(finding) + words.numbers(finding) + words.assumed(finding)
      + words.lists(finding) + words.relief(finding) + [words.decision(finding), words.cost(finding)]
      + words.dates(finding)
    return parts.filter { !$0.isEmpty }.joined(separator: " / ")
  }

  private func writeFinding(_ index: Int, to writer: inout JSONWriter) {
    let finding = report.findings[index]
    guard let target = Self.target(finding.outcome) else { return }
    writer.object { writer in
      writer.member("uuid", uuid("finding", index))
      writer.markup("title", title(finding))
      writer.markup("description", words.sentence(finding))
      writer.member("target") { writer in
        writer.member("type", "objective-id")
        writer.member("target-id", targetID(of: finding))
        writer.markup("title", words.title(finding.heading))
        writer.member("status") { writer in
          writer.member("state", "\(target.state)")
          writer.member("reason", "\(target.reason)")
          writer.markup("remarks", words.say(finding.word))
        }
      }
      writer.member("related-observations", [uuid("observation", index)]) { writer, uuid in
        writer.object { $0.member("observation-uuid", uuid) }
      }
      guard Self.isRisk(finding.outcome) else { return }
      writer.member("related-risks", [uuid("risk", index)]) { writer, uuid in
        writer.object { $0.member("risk-uuid", uuid) }
      }
    }
  }

  private func targetID(of finding: Finding) -> String {
    let rule = OSCALIdentifier.token(finding.rule)
    return finding.part.map { "\(rule).\(OSCALIdentifier.token($0))" } ?? rule
  }

  private func writeRisk(_ index: Int, to writer: inout JSONWriter) {
    let finding = report.findings[index]
    writer.object { writer in
      writer.member("uuid", uuid("risk", index))
      writer.markup("title", title(finding))
      writer.markup("description", words.sentence(finding))
      let required = words.required(finding)
      let demand = finding.heading.text.map(words.say) ?? words.say(finding.title)
      writer.markup("statement", required.isEmpty ? demand : "\(demand) (\(required))")
      writer.properties([
        ("severity", finding.severity.rawValue), ("effect", finding.effect.rawValue),
        ("sanction", finding.heading.sanction.map(words.say) ?? ""), ("cost", words.cost(finding)),
        ("waiver", words.waiver(finding)),
      ])
      writer.member("status", riskStatus(of: finding))
      if let remedy = finding.remedy {
        writer.member("remediations", [remedy]) { writer, remedy in
          writer.object {
            $0.member("uuid", uuid("remediation", index))
            $0.member("lifecycle", "recommendation")
            $0.markup("title", words.say(ko: "조치", en: "remedy"))
            $0.markup("description", words.say(remedy))
          }
        }
      }
      writer.member("related-observations", [uuid("observation", index)]) { writer, uuid in
        writer.object { $0.member("observation-uuid", uuid) }
      }
    }
  }

  private func riskStatus(of finding: Finding) -> String {
    if finding.outcome == .waived { return "deviation-approved" }
    guard let decision = finding.decision, !decision.stale else { return "open" }
    return decision.reply == "will_fix" ? "remediating" : "open"
  }
}
