import Diagnostics

extension AuditReport {
  /// The report as JSON, `guideline_report/1`: the same bytes for the same report, one line for each finding.
  public var json: [UInt8] { Self.json(of: [self]) }

  /// One report as an object, several as an array of objects.
  public static func json(of reports: [AuditReport]) -> [UInt8] {
    let pieces = jsonPieces(of: reports)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(pieces.reduce(0) { $0 + $1.count })
    for piece in pieces { bytes += piece }
    return bytes
  }

  /// The same bytes in pieces that follow one another, so that a long report need not be put together in memory.
  package static func jsonPieces(of reports: [AuditReport]) -> [[UInt8]] {
    var writer = JSONWriter()
    if reports.count == 1, let report = reports.first {
      report.write(to: &writer)
    } else {
      writer.array(reports, lines: true) { $1.write(to: &$0) }
    }
    writer.endLine()
    return writer.pieces
  }

  private func write(to writer: inout JSONWriter) {
    let (head, findings) = written()
    writer.object { writer in
      writer.written(head[...])
      writer.line()
      writer.member("findings", findings, lines: true) { $0.piece($1) }
      writer.endLine()
    }
  }

  /// What stands before the findings, and the findings as runs of lines, written on all cores. Each run writes what it
  /// repeats once, so few runs are best.
  private func written() -> (head: [UInt8], findings: [[UInt8]]) {
    let findings = self.findings
    let (written, heads) = Parallel.map(
      Self.runs(of: findings.span), longestFirst: \.size,
      { run in
        var shared = SharedJSON()
        var writer = JSONWriter(capacity: run.size)
        // Findings are looked at where they lie: each holds many things that a copy would have to count.
        let findings = findings.span
        for place in run.places {
          if !writer.bytes.isEmpty { writer.line() }
          findings[place].write(to: &writer, &shared)
        }
        return writer.bytes
      },
      beside: [self],
      { report in
        var writer = JSONWriter(capacity: 65_536)
        report.writeHead(to: &writer)
        return writer.bytes
      })
    return (heads.flatMap(\.self), written)
  }

  /// Neighbouring findings that are written together.
  private struct Run: Sendable {
    var places: Range<Int>
    /// Bytes that they may well take.
    var size: Int
  }

  /// At most four runs of about the same size, none of fewer than 32 findings where there are more.
  private static func runs(of findings: Span<Finding>) -> [Run] {
    let sizes = findings.indices.map { findings[$0].jsonSize }
    let share = sizes.reduce(0, +) / 4
    var runs: [Run] = []
    var run = Run(places: 0..<0, size: 0)
    for (place, size) in sizes.enumerated() {
      run.places = run.places.lowerBound..<place + 1
      run.size += size
      if run.size >= share, run.places.count >= 32, runs.count < 3 {
        runs.append(run)
        run = Run(places: place + 1..<place + 1, size: 0)
      }
    }
    return run.places.isEmpty ? runs : runs + [run]
  }

  private func writeHead(to writer: inout JSONWriter) {
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
      $0.member("headlines", scheme.headlines) { $1.write(to: &$0) }
      if !scheme.references.isEmpty { $0.member("references", scheme.references) { $1.write(to: &$0) } }
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
    if let facts {
      writer.member("facts") { facts.write(to: &$0) }
      writer.line()
    }
    if let withheld {
      writer.member("redacted", true)
      writer.member("withheld", withheld) { $0.string($1) }
      writer.line()
    }
    if let confidential {
      writer.member("confidential") { confidential.write(to: &$0) }
      writer.line()
    }
    writer.member("notCovered", notCovered, lines: true) { writer, article in
      writer.object {
        $0.member("instrument", article.instrument)
        $0.member("article", article.article)
        $0.member("on", ifAny: article.on)
        if !article.numbers.isEmpty {
          $0.member("numbers", article.numbers) { writer, number in
            writer.object {
              $0.member("article", number.article)
              $0.member("from", ifAny: number.from)
              $0.member("to", ifAny: number.to)
              $0.member("verified", number.verified)
            }
          }
        }
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

extension Finding {
  /// Bytes that the finding may well take, so that they need not be moved while it is written.
  fileprivate var jsonSize: Int {
    let grounds =
      evidence.count + missing.count + lists.count + parameters.count + tables.count + dates.count
      + steps.count
    return 2_560 + 448 * grounds
  }
}

extension AuditReport.Headline {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("path", path)
      $0.member("name", name)
      $0.write("value", value)
      $0.member("file", file)
      $0.member("line", line)
    }
  }
}

extension OverlaidFacts {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.member("path", path)
    writer.member("by", by)
    writer.member("on", ifAny: on)
    writer.member("differences", differences, lines: true) { writer, difference in
      writer.object {
        $0.member("path", difference.path)
        $0.member("name", difference.name)
        $0.write("company", difference.company)
        $0.write("companyLocation", difference.companyLocation)
        $0.write("authority", difference.authority)
        $0.write("location", difference.location)
      }
    }
    writer.member("confirmed", confirmed)
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
    writer.member("facts", ifAny: facts)
    writer.member("waivers", waivers) { $0.string($1) }
    if !decisions.isEmpty { writer.member("decisions", decisions) { $0.string($1) } }
    writer.member("failOn", failOn.text)
    writer.member("strict", strict)
    writer.member("language", language.rawValue)
    writer.member("today", ifAny: today)
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
