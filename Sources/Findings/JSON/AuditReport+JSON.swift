import Diagnostics

extension AuditReport {
  /// The report as JSON, `guideline_report/1`: the same bytes for the same report, one line for each finding.
  public var json: [UInt8] {
    var writer = JSONWriter(capacity: jsonSize)
    write(to: &writer)
    writer.endLine()
    return writer.bytes
  }

  /// One report as an object, several as an array of objects.
  public static func json(of reports: [AuditReport]) -> [UInt8] {
    if reports.count == 1, let report = reports.first { return report.json }
    var writer = JSONWriter(capacity: reports.reduce(0) { $0 + $1.jsonSize })
    writer.array(reports, lines: true) { $1.write(to: &$0) }
    writer.endLine()
    return writer.bytes
  }

  /// Bytes that the report may well take, so that they need not be moved while it is written.
  private var jsonSize: Int {
    findings.indices.reduce(65_536) { size, index in
      let grounds =
        findings[index].evidence.count + findings[index].missing.count + findings[index].lists.count
        + findings[index].parameters.count + findings[index].tables.count + findings[index].dates.count
        + findings[index].steps.count
      return size + 2_560 + 384 * grounds
    }
  }

  private func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.line()
      writer.member("format", format.rawValue)
      writer.line()
      writer.member("tool") {
        $0.member("name", tool.name)
        $0.member("version", tool.version)
      }
      writer.line()
      writer.member("inputs", inputs, lines: true) { writer, input in
        writer.object {
          $0.member("path", input.path)
          $0.member("sha256", input.sha256)
          $0.member("format", ifAny: input.format)
        }
      }
      writer.line()
      writer.member("scheme") {
        $0.member("id", orNull: scheme.id)
        $0.member("title", orNull: scheme.title)
        $0.member("path", scheme.path)
      }
      writer.line()
      writer.member("policies", policies, lines: true) { $1.write(to: &$0) }
      writer.line()
      writer.member("options") { options.write(to: &$0) }
      writer.line()
      writer.member("law") {
        $0.member("mode", law.mode.rawValue)
        $0.member("date", ifAny: law.date)
      }
      writer.line()
      write(provenance, to: &writer)
      writer.line()
      writer.member("notCovered", notCovered, lines: true) { writer, article in
        writer.object {
          $0.member("instrument", article.instrument)
          $0.member("article", article.article)
          $0.member("title", ifAny: article.title)
          $0.member("why", ifAny: article.why)
        }
      }
      writer.line()
      writer.member("units") {
        for (code, label) in units.sorted(by: { $0.key < $1.key }) {
          $0.key(dynamic: code)
          $0.text(label)
        }
      }
      writer.line()
      writer.member("summary") { summary.write(to: &$0) }
      writer.line()
      writer.member("rules", rules, lines: true) { $1.write(to: &$0) }
      writer.line()
      writer.member("needs", needs, lines: true) { $1.write(to: &$0) }
      writer.line()
      writer.member("findings", written(findings), lines: true) { $0.written($1[...]) }
      writer.endLine()
    }
  }

  /// Findings as runs of lines, written on all cores. Each run writes what it repeats once, so few runs are best.
  private func written(_ findings: [Finding]) -> [[UInt8]] {
    let length = max(64, (findings.count + 3) / 4)
    let runs = stride(from: 0, to: findings.count, by: length).map {
      findings[$0..<min($0 + length, findings.count)]
    }
    return Parallel.map(runs) { run in
      var shared = SharedJSON()
      var writer = JSONWriter(capacity: run.count * 4_096)
      for finding in run {
        if !writer.bytes.isEmpty { writer.line() }
        finding.write(to: &writer, &shared)
      }
      return writer.bytes
    }
  }

  private func write(_ provenance: ReportProvenance?, to writer: inout JSONWriter) {
    writer.key("provenance")
    guard let provenance else {
      writer.null()
      return
    }
    writer.object {
      $0.member("kind", provenance.kind.rawValue)
      $0.member("by", ifAny: provenance.by)
      $0.member("on", ifAny: provenance.on)
      $0.member("note", ifAny: provenance.note)
    }
  }
}

extension AuditReport.Policy {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("id", id)
      $0.member("version", version)
      $0.member("title", title)
      $0.member("legal") {
        $0.member("status", legal.status.rawValue)
        $0.member("effect", legal.effect.rawValue)
        $0.member("note", ifAny: legal.note)
      }
      $0.key("review")
      guard let review else {
        $0.null()
        return
      }
      $0.object {
        $0.member("status", review.status)
        $0.member("by", ifAny: review.by)
        $0.member("on", ifAny: review.on)
        $0.member("document", ifAny: review.document)
      }
    }
  }
}

extension AuditOptions {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.member("profile", orNull: profile)
    writer.member("waivers", waivers) { $0.string($1) }
    writer.member("failOn", failOn.text)
    writer.member("strict", strict)
    writer.member("language", language.rawValue)
  }
}

extension Summary {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.member("verdict", verdict.rawValue)
    writer.member("word", verdict.word)
    writer.member("disclaimer", Self.disclaimer)
    Self.write("rules", rules, to: &writer)
    Self.write("findings", findings, to: &writer)
    writer.member("byEffect") { writer in
      for effect in Effect.allCases {
        guard let counts = counts(effect) else { continue }
        writer.key(dynamic: effect.rawValue)
        writer.object {
          Self.write("rules", counts.rules, to: &$0)
          Self.write("findings", counts.findings, to: &$0)
        }
      }
    }
    writer.member("exit", exit)
  }

  private static func write(_ name: StaticString, _ counts: [String: Int], to writer: inout JSONWriter) {
    writer.member(name) {
      for outcome in Outcome.worstFirst {
        $0.key(dynamic: outcome.rawValue)
        $0.number(counts[outcome.rawValue] ?? 0)
      }
    }
  }
}

extension RuleResult {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("policy", policy)
      $0.member("rule", rule)
      $0.member("title", title)
      $0.member("effect", effect.rawValue)
      $0.member("severity", severity.rawValue)
      $0.member("outcome", outcome.rawValue)
      $0.member("findings", findings)
    }
  }
}

extension Need {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("path", path)
      $0.member("name", name)
      $0.member("kind", kind.rawValue)
      $0.member("findings", findings)
      $0.member("alone", alone)
      $0.write("location", location)
    }
  }
}
