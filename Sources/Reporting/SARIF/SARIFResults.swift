import Diagnostics
import Findings

/// The findings of a report as results of SARIF.
struct SARIFResults: Sendable {
  private let run: SARIFRun
  private var words: FindingText { run.words }

  /// Results of a run.
  init(_ run: SARIFRun) { self.run = run }

  /// A text as SARIF takes it for plain: `](` would lead somewhere, so the bracket is escaped.
  static func message(_ text: String) -> String {
    let shown = InertText.of(text)
    return shown.contains("](") ? shown.replacing("](", with: "\\](") : shown
  }

  /// Writes the result of a finding, by its place in the report.
  func write(_ index: Int, to writer: inout JSONWriter) {
    let finding = run.report.findings[index]
    let kind = SARIFKind(finding.outcome)
    writer.object { writer in
      writer.shown("ruleId", finding.rule)
      writer.member("ruleIndex", run.rules.place(of: finding.heading))
      writer.member("kind", kind.rawValue)
      writer.member(
        "level", kind == .fail ? FindingLevel(failureOf: finding.heading).sarif : "none")
      writer.member("message") { $0.member("text", Self.message(words.sentence(finding))) }
      writer.member("locations", [finding]) { writeLocation(of: $1, to: &$0) }
      writeRelated(finding, to: &writer)
      writer.member("partialFingerprints") { $0.member("guidelineAudit/v1", finding.fingerprint) }
      writeSuppressions(finding, to: &writer)
      writeProperties(finding, to: &writer)
    }
  }

  // ── places ─────────────────────────────────────────────────────────────────

  private func writeLocation(of finding: Finding, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("physicalLocation") { writer in
        if let location = finding.location {
          write(location, to: &writer)
        } else {
          writeArtifact(run.report.scheme.path, to: &writer)
        }
      }
      writer.member("logicalLocations", [finding]) { writer, finding in
        writer.object { writer in
          let path = finding.bindings.last?.path ?? finding.subject
          writer.shown("fullyQualifiedName", path ?? "scheme")
          writer.shown("name", words.subject(finding))
          writer.member("kind", "object")
        }
      }
    }
  }

  private func writeArtifact(_ path: String, to writer: inout JSONWriter) {
    writer.member("artifactLocation") { writer in
      run.writeURI(of: path, to: &writer)
      if let index = run.artifacts[path] { writer.member("index", index) }
    }
  }

  private func write(_ location: ReportLocation, to writer: inout JSONWriter) {
    writeArtifact(location.file, to: &writer)
    writer.member("region") { writer in
      writer.member("startLine", max(1, location.line))
      writer.member("startColumn", max(1, location.column))
      writer.member("endLine", max(1, location.line, location.endLine))
      writer.member("endColumn", max(1, location.endColumn))
    }
    // The excerpt is the whole first line: it surrounds a place on that line alone.
    guard location.line == location.endLine, location.excerptColumn == 1 else { return }
    writer.member("contextRegion") { writer in
      writer.member("startLine", max(1, location.line))
      writer.member("endLine", max(1, location.line))
      writer.member("snippet") { $0.shown("text", location.said(in: run.whole.language).excerpt) }
    }
  }

  private func writeRelated(_ finding: Finding, to writer: inout JSONWriter) {
    let missing = finding.missing.filter { $0.location != nil }
    guard !finding.evidence.isEmpty || !missing.isEmpty else { return }
    let facts = words.facts(finding)
    writer.member("relatedLocations", 0..<(finding.evidence.count + missing.count)) { writer, index in
      writer.object { writer in
        writer.member("id", index)
        writer.member("physicalLocation") { writer in
          guard index < finding.evidence.count else {
            if let location = missing[index - finding.evidence.count].location {
              write(location, to: &writer)
            }
            return
          }
          let fact = finding.evidence[index]
          writeArtifact(fact.file, to: &writer)
          writer.member("region") {
            $0.member("startLine", max(1, fact.line))
            $0.member("startColumn", max(1, fact.column))
          }
        }
        let text =
          index < facts.count ? facts[index] : words.missing(missing[index - finding.evidence.count])
        writer.member("message") { $0.member("text", Self.message(text)) }
      }
    }
  }

  // ── what else is known ─────────────────────────────────────────────────────

  private func writeSuppressions(_ finding: Finding, to writer: inout JSONWriter) {
    guard let waiver = finding.waiver else { return }
    let status =
      switch waiver.state {
      case .applied: "accepted"
      case .undecided: "underReview"
      }
    writer.member("suppressions", [waiver]) { writer, waiver in
      writer.object { writer in
        writer.member("kind", "external")
        writer.member("status", status)
        writer.shown("justification", words.waiver(finding))
        writer.member("properties") { writer in
          writer.shown("id", waiver.id)
          writer.shown("grantedBy", words.say(waiver.grantedBy.name))
          writer.shown("grantedOn", waiver.grantedOn)
          writer.shown("expires", waiver.expires)
        }
      }
    }
  }

  private func writeProperties(_ finding: Finding, to writer: inout JSONWriter) {
    writer.member("properties") { writer in
      writer.shown("id", finding.id)
      writer.member("outcome", finding.outcome.rawValue)
      writer.shown("word", words.say(finding.word))
      writer.member("effect", finding.effect.rawValue)
      writer.member("severity", finding.severity.rawValue)
      writer.member("firm", finding.firm)
      writer.shown("policy", finding.policy)
      writer.shown("part", ifAny: finding.part)
      writer.shown("partTitle", ifAny: finding.heading.partTitle.map(words.say))
      writer.shown("subject", ifAny: finding.subject)
      writer.shown("subjectName", ifAny: finding.subjectName.map(words.say))
      writer.shown("question", ifAny: finding.question.map(words.say))
      writer.shown("stated", ifAny: words.stated(finding))
      writer.shown("required", ifAny: words.required(finding))
      writer.shown("remedy", ifAny: finding.remedy.map(words.say))
      writer.shown("cost", ifAny: words.cost(finding))
      writer.shown("deadline", ifAny: words.deadline(finding))
      writer.shown("missing", ifAny: words.missing(finding))
      writer.shown("calculation", ifAny: words.calculation(finding))
      writer.shown("numbers", ifAny: words.numbers(finding))
      writer.shown("assumed", ifAny: words.assumed(finding))
      writer.shown("lists", ifAny: words.lists(finding))
      writer.shown("relief", ifAny: words.relief(finding))
      writer.shown("decision", ifAny: words.decision(finding))
      writer.shown("dates", ifAny: words.dates(finding))
      writer.shown("citations", ifAny: words.citations(finding.heading))
    }
  }
}

/// What SARIF says came of a rule.
enum SARIFKind: String, Sendable, Hashable {
  /// Met.
  case pass
  /// Not met, whether excused by a waiver or not.
  case fail
  /// A person must decide.
  case review
  /// There is not enough to decide by.
  case open
  /// The rule does not concern the subject, is not in force or was not selected.
  case notApplicable
  /// A note.
  case informational

  /// The kind of a finding's outcome. An error is the policy's: nothing is known of the scheme.
  init(_ outcome: Outcome) {
    self =
      switch outcome {
      case .pass: .pass
      case .fail, .waived: .fail
      case .unknown, .error: .open
      case .manual: .review
      case .notApplicable, .notInForce, .notSelected: .notApplicable
      case .info: .informational
      }
  }
}
