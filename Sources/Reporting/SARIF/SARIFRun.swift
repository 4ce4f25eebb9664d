import Diagnostics
import Findings

/// One report as a run of SARIF.
struct SARIFRun: Sendable {
  /// Where relative paths begin: the folder in which the audit ran.
  static let base = "%SRCROOT%"

  /// The report.
  let report: AuditReport
  /// Words for the report.
  let whole: ReportText
  /// Words for its findings.
  let words: FindingText
  /// The rules that findings name, in the order of first use.
  let rules: SARIFRules
  /// Places of the inputs in `artifacts` by their paths.
  let artifacts: [String: Int]

  /// A run for a report.
  init(_ report: AuditReport, _ language: Language) {
    self.report = report
    whole = ReportText(report, language)
    words = FindingText(report, language)
    rules = SARIFRules(report.findings)
    artifacts = Dictionary(
      report.inputs.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Writes the run as an object.
  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writeTool(to: &writer)
      writer.member("automationDetails") { writer in
        writer.member("id", "guideline-audit/\(Address.reference(toPath: report.scheme.path))/")
        writer.member("description") { $0.shown("text", whole.scheme) }
      }
      writeInvocation(to: &writer)
      writer.member("language", languageTag)
      writer.member("columnKind", "unicodeCodePoints")
      writer.member("originalUriBaseIds") { writer in
        writer.key(dynamic: Self.base)
        writer.object { writer in
          writer.member("description") {
            $0.shown(
              "text", whole.say(ko: "점검을 실행한 폴더", en: "the folder in which the audit ran"))
          }
        }
      }
      writeArtifacts(to: &writer)
      let results = SARIFResults(self)
      writer.long("results", count: report.findings.count) { results.write($0, to: &$1) }
      writeProperties(to: &writer)
    }
  }

  private var languageTag: String {
    switch whole.language {
    case .ko: "ko-KR"
    case .en: "en-US"
    }
  }

  private func writeTool(to writer: inout JSONWriter) {
    writer.member("tool") { writer in
      writer.member("driver") { writer in
        writer.shown("name", report.tool.name)
        writer.shown("version", report.tool.version)
        writer.member("language", languageTag)
        writer.member("rules", rules.headings, lines: true) { writer, heading in
          write(heading, to: &writer)
        }
      }
    }
  }

  private func write(_ heading: RuleHeading, to writer: inout JSONWriter) {
    let title = words.say(heading.title)
    let text = heading.text.map(words.say) ?? title
    writer.object { writer in
      writer.shown("id", heading.rule)
      writer.member("shortDescription") { $0.shown("text", title) }
      writer.member("fullDescription") { $0.shown("text", text) }
      writer.member("help") { writer in
        let lines =
          [text, words.authority(heading)] + words.citations(heading)
          + [heading.sanction.map(words.say) ?? "", heading.publishedPage(words.language) ?? ""]
        let help = lines.filter { !$0.isEmpty }.map { InertText.of($0) }.joined(separator: "\n")
        writer.member("text", help)
      }
      writer.member("helpUri", ifAny: Address.web(heading.address(words.language)))
      writer.member("defaultConfiguration") { $0.member("level", FindingLevel(failureOf: heading).sarif) }
      writer.member("properties") { writer in
        writer.member(
          "tags",
          [
            "policy/\(heading.policy)", "effect/\(heading.effect.rawValue)",
            "status/\(heading.status.rawValue)",
          ]
        ) { $0.string(InertText.of($1)) }
        writer.shown("policy", heading.policy)
        writer.shown("policyTitle", words.policy(heading))
        writer.member("effect", heading.effect.rawValue)
        writer.shown("effectLabel", words.say(heading.effect.label))
        writer.member("status", heading.status.rawValue)
        writer.shown("statusLabel", words.say(heading.status.label))
        writer.member("severity", heading.severity.rawValue)
        writer.shown("authority", words.authority(heading))
        writer.shown("citations", ifAny: words.citations(heading))
        writer.shown("sanction", ifAny: heading.sanction.map(words.say))
        writer.shown("inForce", ifAny: words.inForce(heading.inForce))
        writer.shown("help", ifAny: heading.page(words.language))
        if heading.isMeasure { writer.member("measure", true) }
      }
    }
  }

  private func writeInvocation(to writer: inout JSONWriter) {
    let errors = report.findings.filter { $0.outcome == .error }
    writer.member("invocations", [report.summary.exit]) { writer, exit in
      writer.object { writer in
        writer.member("executionSuccessful", true)
        writer.member("exitCode", exit)
        guard !errors.isEmpty else { return }
        // The rule is to blame, not the scheme.
        writer.member("toolConfigurationNotifications", errors) { writer, finding in
          writer.object { writer in
            writer.member("level", "error")
            writer.member("message") { $0.member("text", SARIFResults.message(words.sentence(finding))) }
            writer.member("associatedRule") { writer in
              writer.shown("id", finding.rule)
              writer.member("index", rules.place(of: finding.heading))
            }
          }
        }
      }
    }
  }

  private func writeArtifacts(to writer: inout JSONWriter) {
    writer.member("artifacts", report.inputs, lines: true) { writer, input in
      writer.object { writer in
        writer.member("location") { writeURI(of: input.path, to: &$0) }
        writer.member("mimeType", "application/yaml")
        writer.member("hashes") { $0.member("sha-256", input.sha256) }
        if input.path == report.scheme.path { writer.member("roles", ["analysisTarget"]) { $0.string($1) } }
        if let format = input.format { writer.member("properties") { $0.shown("format", format) } }
      }
    }
  }

  /// Writes the members of an artifact's location.
  func writeURI(of path: String, to writer: inout JSONWriter) {
    writer.member("uri", Address.reference(toPath: path))
    if !Address.isAbsolute(path) { writer.member("uriBaseId", Self.base) }
  }

  private func writeProperties(to writer: inout JSONWriter) {
    writer.member("properties") { writer in
      writer.member("reportFormat", report.format.rawValue)
      writer.shown("banners", ifAny: whole.banners)
      writer.member("verdict", report.summary.verdict.rawValue)
      writer.shown("verdictLabel", whole.verdict)
      writer.shown("verdictReason", whole.verdictReason)
      writer.shown("disclaimer", whole.disclaimer)
      writer.member("scheme") { writer in
        writer.shown("id", ifAny: report.scheme.id)
        writer.shown("title", ifAny: report.scheme.title.map(words.say))
        writer.shown("path", report.scheme.path)
        writer.shown("headlines", ifAny: whole.headlines.map { "\($0.name): \($0.value) (\($0.place))" })
      }
      writer.member("provenance", ifAny: report.provenance?.kind.rawValue)
      writer.shown("law", whole.law)
      writer.member("options") { writer in
        writer.shown("profile", ifAny: report.options.profile)
        writer.shown("waivers", ifAny: report.options.waivers)
        writer.shown("facts", ifAny: report.options.facts)
        writer.member("failOn", report.options.failOn.text)
        writer.member("strict", report.options.strict)
      }
      writeCounts(to: &writer)
      writer.member("policies", report.policies) { writer, policy in
        writer.object { writer in
          writer.shown("id", policy.id)
          writer.shown("version", policy.version)
          writer.shown("title", words.say(policy.title))
          writer.member("status", policy.legal.status.rawValue)
          writer.member("effect", policy.legal.effect.rawValue)
          writer.shown("approval", whole.approval(policy))
          writer.shown("note", ifAny: policy.legal.note.map(words.say))
        }
      }
      writer.member("needs", report.needs) { writer, need in
        writer.object { writer in
          writer.shown("path", need.path)
          writer.shown("name", words.say(need.name))
          writer.member("kind", need.kind.rawValue)
          writer.shown("why", words.say(need.kind.words))
          writer.member("findings", need.findings)
          writer.member("alone", need.alone)
        }
      }
      writer.member("notCovered", report.notCovered) { writer, article in
        writer.object { writer in
          writer.shown("instrument", words.say(article.instrument))
          writer.shown("article", words.say(article.article))
          writer.shown("title", ifAny: article.title.map(words.say))
          writer.shown("why", ifAny: article.why.map(words.say))
          writer.shown("numbers", ifAny: whole.numbers(article))
        }
      }
      writeOverlaidFacts(to: &writer)
    }
  }

  private func writeCounts(to writer: inout JSONWriter) {
    func write(_ counts: [String: Int], to writer: inout JSONWriter) {
      writer.object { writer in
        for outcome in Outcome.worstFirst {
          writer.key(dynamic: outcome.rawValue)
          writer.number(counts[outcome.rawValue] ?? 0)
        }
      }
    }
    writer.key("rules")
    write(report.summary.rules, to: &writer)
    writer.key("findings")
    write(report.summary.findings, to: &writer)
    writer.member("byEffect") { writer in
      for effect in Effect.allCases {
        guard let counts = report.summary.counts(effect) else { continue }
        writer.key(dynamic: effect.rawValue)
        writer.object { writer in
          writer.key("rules")
          write(counts.rules, to: &writer)
          writer.key("findings")
          write(counts.findings, to: &writer)
        }
      }
    }
  }

  private func writeOverlaidFacts(to writer: inout JSONWriter) {
    guard let facts = report.facts else { return }
    writer.member("authorityFacts") { writer in
      writer.shown("path", facts.path)
      writer.shown("by", facts.by)
      writer.shown("on", ifAny: facts.on)
      writer.member("confirmed", facts.confirmed)
      writer.member("differences", facts.differences) { writer, difference in
        writer.object { writer in
          writer.shown("path", difference.path)
          writer.shown("name", words.say(difference.name))
          writer.shown("scheme", difference.company.map(words.formatter.text) ?? words.formatter.notStated)
          writer.shown("schemeAt", ifAny: words.place(difference.companyLocation))
          writer.shown("authority", words.formatter.text(difference.authority))
          writer.shown("authorityAt", words.place(difference.location))
        }
      }
    }
  }
}

extension FindingLevel {
  /// The name of the level in SARIF.
  var sarif: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .note: "note"
    }
  }
}
