import Diagnostics

extension LawComparison {
  /// The comparison as JSON of `guideline_law_comparison/1`, texts in both languages.
  public var json: [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("format", Format.version1.rawValue)
      writer.member("tool") {
        $0.member("name", to.tool.name)
        $0.member("version", to.tool.version)
      }
      writer.member("inputs", to.inputs, lines: true) { writer, input in
        writer.object {
          $0.member("path", input.path)
          $0.member("sha256", input.sha256)
          $0.member("format", ifAny: input.format)
        }
      }
      writer.member("scheme") {
        $0.member("id", orNull: to.scheme.id)
        $0.member("title", orNull: to.scheme.title)
        $0.member("path", to.scheme.path)
      }
      writer.member("provenance", ifAny: to.provenance?.kind.rawValue)
      writer.member("policies", to.policies) { writer, policy in
        writer.object {
          $0.member("id", policy.id)
          $0.member("version", policy.version)
          $0.member("title", policy.title)
        }
      }
      writer.member("options") {
        $0.member("profile", orNull: to.options.profile)
        $0.member("waivers", to.options.waivers) { $0.string($1) }
        $0.member("facts", orNull: to.options.facts)
        $0.member("today", ifAny: to.options.today)
      }
      if let withheld = to.withheld {
        writer.member("redacted", true)
        writer.member("withheld", withheld) { $0.string($1) }
      }
      writer.member("from") { from.writeSummary(to: &$0) }
      writer.member("to") { to.writeSummary(to: &$0) }
      writer.member("counts") {
        $0.member("outcome", count(.outcome))
        $0.member("grounds", count(.grounds))
        $0.member("citation", count(.citation))
        $0.member("equal", equal)
        $0.member("sanctions", changes.count(where: \.concernsSanctions))
      }
      writer.member("laterLawNote", Self.laterLawNote)
      writer.member("disclaimer", Summary.disclaimer)
      writer.key("units")
      writer.object { writer in
        for (code, label) in to.units.sorted(by: { $0.key < $1.key }) {
          writer.key(dynamic: code)
          writer.text(label)
        }
      }
      writer.member("changes", changes, lines: true) { $1.write(to: &$0) }
    }
    writer.endLine()
    return writer.bytes
  }
}

extension AuditReport {
  fileprivate func writeSummary(to writer: inout JSONWriter) {
    writer.member("date", law.date ?? "")
    writer.member("verdict", summary.verdict.rawValue)
    writer.member("word", summary.verdict.word)
    writer.key("findings")
    writer.object { writer in
      for outcome in Outcome.worstFirst {
        guard let count = summary.findings[outcome.rawValue] else { continue }
        writer.key(dynamic: outcome.rawValue)
        writer.number(count)
      }
    }
  }
}

extension FindingChange {
  fileprivate func write(to writer: inout JSONWriter) {
    guard let finding else { return }
    writer.object { writer in
      writer.member("change", kind.rawValue)
      writer.member("tendency", orNull: tendency?.rawValue)
      writer.member("concernsSanctions", concernsSanctions)
      writer.member("policy", finding.policy)
      writer.member("rule", finding.rule)
      writer.member("part", orNull: finding.part)
      writer.member("subject", orNull: finding.subject)
      writer.member("subjectName", ifAny: finding.subjectName)
      writer.member("title", finding.title)
      writer.member("partTitle", ifAny: finding.heading.partTitle)
      writer.member("effect", finding.effect.rawValue)
      writer.member("status", finding.heading.status.rawValue)
      writer.member("severity", finding.severity.rawValue)
      writer.write("from", earlier) { Self.write($1, isWhole: from == nil, to: &$0) }
      writer.write("to", later) { Self.write($1, isWhole: to == nil, to: &$0) }
      writer.member("reasons", reasons) { $1.write(to: &$0) }
      writer.member("fingerprint", finding.fingerprint)
    }
  }

  /// - Parameter isWhole: the finding is of the whole rule and stands for the subject.
  private static func write(_ finding: Finding, isWhole: Bool, to writer: inout JSONWriter) {
    writer.member("outcome", finding.outcome.rawValue)
    writer.member("word", finding.word)
    writer.member("wholeRule", isWhole)
    writer.member("message", ifAny: finding.message)
    writer.member("question", ifAny: finding.question)
    if let actual = finding.actual { writer.write("actual", actual) }
    if let expected = finding.expected { writer.write("expected", expected) }
  }
}

extension LawReason {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("kind", kind.rawValue)
      $0.member("name", name)
      $0.member("title", title)
      $0.write("from", from) { $1.write(to: &$0) }
      $0.write("to", to) { $1.write(to: &$0) }
    }
  }
}

extension LawReason.Side {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.member("values", values) { $0.write($1) }
    writer.member("text", ifAny: text)
    writer.member("from", orNull: period.from)
    writer.member("to", orNull: period.to)
    writer.member("cite", orNull: cite)
    writer.member("default", isDefault)
    writer.member("verified", verified)
  }
}
