import Diagnostics
import Findings
import Foundation
import FoundationXML
import Testing

@testable import Reporting

@Suite struct `Reports for pipelines` {
  static let reports = [SampleReport.full, HostileReport.report]
  private static let all = reports.flatMap(\.findings)

  private static func json(_ format: ReportFormat, _ language: Language = .ko) throws -> Any {
    let bytes = try format.render(reports, RenderOptions(language: language))
    return try JSONSerialization.jsonObject(with: Data(bytes))
  }

  private static func objects(_ value: Any?) throws -> [[String: Any]] {
    try #require(value as? [[String: Any]])
  }

  // ── SARIF ──────────────────────────────────────────────────────────────────

  @Test(arguments: Language.allCases) func `every result names its rule, and only failures have a level`(
    _ language: Language
  ) throws {
    let log = try #require(try Self.json(.sarif, language) as? [String: Any])
    let runs = try Self.objects(log["runs"])
    #expect(runs.count == 2)
    for (run, report) in zip(runs, Self.reports) {
      let tool = try #require(run["tool"] as? [String: Any])
      let driver = try #require(tool["driver"] as? [String: Any])
      let rules = try Self.objects(driver["rules"])
      let results = try Self.objects(run["results"])
      #expect(rules.count == Set(report.findings.map { "\($0.policy)\u{0}\($0.rule)" }).count)
      #expect(results.count == report.findings.count)
      let artifacts = try Self.objects(run["artifacts"])
      for (result, finding) in zip(results, report.findings) {
        let index = try #require(result["ruleIndex"] as? Int)
        #expect(rules.indices.contains(index) && rules[index]["id"] as? String == result["ruleId"] as? String)
        let kind = try #require(result["kind"] as? String)
        #expect((result["level"] as? String == "none") == (kind != "fail"))
        #expect(kind == SARIFKind(finding.outcome).rawValue)
        #expect((result["suppressions"] != nil) == (finding.waiver != nil))
        let fingerprints = try #require(result["partialFingerprints"] as? [String: String])
        #expect(fingerprints["guidelineAudit/v1"] == finding.fingerprint)
        for place in try Self.objects(result["locations"]) {
          let physical = try #require(place["physicalLocation"] as? [String: Any])
          let artifact = try #require(physical["artifactLocation"] as? [String: Any])
          let uri = try #require(artifact["uri"] as? String)
          #expect(uri.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
          if let index = artifact["index"] as? Int { #expect(artifacts.indices.contains(index)) }
        }
      }
    }
  }

  @Test func `kinds of SARIF follow outcomes`() {
    let kinds = Outcome.allCases.map { SARIFKind($0).rawValue }
    #expect(
      kinds == [
        "pass", "fail", "open", "review", "fail", "notApplicable", "notApplicable", "notApplicable",
        "informational", "open",
      ])
  }

  @Test func `an address in a message leads nowhere`() {
    #expect(SARIFResults.message("[눌러](javascript:x) [A3] (b)") == "[눌러\\](javascript:x) [A3] (b)")
  }

  @Test(arguments: [
    ("a/b c/한.yaml", "a/b%20c/%ED%95%9C.yaml"), ("/tmp/x:y", "file:///tmp/x%3Ay"), ("-", "-"),
    ("a%2F#?", "a%252F%23%3F"), ("..\\a", "..%5Ca"),
  ])
  func `paths become addresses`(_ path: String, _ address: String) {
    #expect(Address.reference(toPath: path) == address)
  }

  @Test func `only web addresses are taken for help`() {
    #expect(Address.web("https://www.law.go.kr/법령") == "https://www.law.go.kr/%EB%B2%95%EB%A0%B9")
    #expect(
      Address.web("javascript:alert(1)") == nil && Address.web("docs/x.md") == nil && Address.web(nil) == nil)
    #expect(Address.web("https://e.invalid/<a> \"b\"") == "https://e.invalid/%3Ca%3E%20%22b%22")
  }

  // ── GitHub ─────────────────────────────────────────────────────────────────

  @Test(arguments: Language.allCases) func `each line is one command, whatever texts hold`(
    _ language: Language
  ) throws {
    let bytes = try ReportFormat.github.render(Self.reports, RenderOptions(language: language))
    let lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\n").dropLast()
    let annotations = Self.reports.map {
      GitHubAnnotation.annotations(of: $0, ValueFormatter(language: language, units: $0.units))
    }
    #expect(lines.count == annotations.reduce(0) { $0 + $1.count } + Self.reports.count)
    for line in lines {
      #expect(["::error file=", "::warning file=", "::notice file="].contains { line.hasPrefix($0) })
      // Neither a property nor its value can end before its time.
      let head = line.dropFirst(2).components(separatedBy: "::")[0]
      let properties = head.drop { $0 != " " }.dropFirst().components(separatedBy: ",")
      for property in properties {
        #expect(
          ["file=", "line=", "endLine=", "col=", "endColumn=", "title="].contains { property.hasPrefix($0) })
      }
      #expect(
        line.contains("%") == false || line.range(of: "%(25|0A|0D|3A|2C)", options: .regularExpression) != nil
      )
    }
    #expect(lines.filter { $0.contains("::notice") && $0.contains(Summary.disclaimer[language]) }.count == 2)
  }

  @Test(arguments: Language.allCases) func `the result comes first, then what failed, once for each line`(
    _ language: Language
  ) throws {
    let report = SampleReport.full
    let bytes = try ReportFormat.github.render([report], RenderOptions(language: language))
    let lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\n").dropLast()
    #expect(lines.first?.contains(report.summary.verdict.word[language]) == true)
    let annotations = GitHubAnnotation.annotations(
      of: report, ValueFormatter(language: language, units: report.units))
    let outcomes = annotations.map { report.findings[$0.first].outcome }
    let failed = outcomes.prefix { $0 == .fail || $0 == .error }
    #expect(!failed.isEmpty && !outcomes.dropFirst(failed.count).contains { $0 == .fail || $0 == .error })
    let effects = failed.indices.compactMap {
      Effect.allCases.firstIndex(of: report.findings[annotations[$0].first].effect)
    }
    #expect(effects == effects.sorted())
    // Every finding that asks for something is told exactly once.
    let told = annotations.flatMap { $0.entries.flatMap(\.findings) }
    let asking = report.findings.indices.filter {
      [.fail, .error, .unknown, .manual, .waived].contains(report.findings[$0].outcome)
    }
    #expect(told.sorted() == asking)
    #expect(annotations.count < asking.count)
    for annotation in annotations where report.findings[annotation.first].outcome == .fail {
      let places = annotation.entries.flatMap(\.findings).map { report.findings[$0].location?.line }
      #expect(Set(places).count == 1)
    }
  }

  @Test func `a failure is read without the facts it rests on, which stand beside it`() throws {
    let bytes = try ReportFormat.junit.render([SampleReport.full], RenderOptions(language: .en))
    let text = String(decoding: bytes, as: UTF8.self)
    let failures = text.components(separatedBy: "<failure ").dropFirst().map {
      $0.components(separatedBy: "</failure>")[0]
    }
    #expect(!failures.isEmpty && failures.allSatisfy { !$0.contains("fact: ") })
    let fact = try #require(
      SampleReport.full.findings.first { $0.outcome == .fail && !$0.evidence.isEmpty }?.evidence.first)
    let beside = text.components(separatedBy: "</failure><system-out>").dropFirst()
    #expect(beside.contains { $0.contains("fact: \(InertText.of(fact.name.en))") })
  }

  // ── GitLab ─────────────────────────────────────────────────────────────────

  @Test func `issues have fingerprints of their own, also for the same scheme twice`() throws {
    let bytes = try ReportFormat.gitlab.render(
      [SampleReport.full, SampleReport.full, HostileReport.report], RenderOptions(language: .ko))
    let issues = try Self.objects(try JSONSerialization.jsonObject(with: Data(bytes)))
    let fingerprints = try issues.map { try #require($0["fingerprint"] as? String) }
    #expect(Set(fingerprints).count == issues.count)
    for issue in issues {
      #expect(["info", "minor", "major", "critical", "blocker"].contains(issue["severity"] as? String))
      let location = try #require(issue["location"] as? [String: Any])
      let lines = try #require(location["lines"] as? [String: Int])
      #expect(try #require(lines["begin"]) >= 1)
    }
    let alone = try Self.objects(
      try JSONSerialization.jsonObject(
        with: Data(ReportFormat.gitlab.render([SampleReport.full], RenderOptions(language: .ko)))))
    #expect(alone.first?["fingerprint"] as? String == SampleReport.full.findings[0].fingerprint)
  }

  @Test func `a failure of law weighs more than one of a draft`() throws {
    let issues = try Self.objects(try Self.json(.gitlab))
    func severity(_ rule: String) -> String? {
      issues.first { $0["check_name"] as? String == rule && $0["outcome"] as? String == "fail" }?["severity"]
        as? String
    }
    #expect(severity("KR-NTC-004") == "critical")
    #expect(severity("MIN-1") == "minor")
    #expect(severity("COV-1") == "minor")
    #expect(severity("FRE-9") == "info")
  }

  // ── JUnit ──────────────────────────────────────────────────────────────────

  @Test func `counts of JUnit agree with its cases and with the report`() throws {
    let bytes = try ReportFormat.junit.render(Self.reports, RenderOptions(language: .ko))
    let counter = ElementCounter()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = counter
    #expect(parser.parse())
    func count(_ outcomes: Outcome...) -> Int { Self.all.count { outcomes.contains($0.outcome) } }
    #expect(counter.counts["testcase"] == Self.all.count)
    #expect(counter.counts["failure"] == count(.fail))
    #expect(counter.counts["error"] == count(.error))
    #expect(
      counter.counts["skipped"]
        == count(.unknown, .manual, .waived, .notApplicable, .notInForce, .notSelected))
    for suites in ["testsuites", "testsuite"] {
      #expect(counter.sums[suites]?["tests"] == Self.all.count)
      #expect(counter.sums[suites]?["failures"] == count(.fail))
      #expect(counter.sums[suites]?["errors"] == count(.error))
      #expect(counter.sums[suites]?["skipped"] == counter.counts["skipped"])
    }
  }

  private final class ElementCounter: NSObject, XMLParserDelegate {
    var counts: [String: Int] = [:]
    var sums: [String: [String: Int]] = [:]

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      counts[name, default: 0] += 1
      for (key, value) in attributes {
        if let number = Int(value) { sums[name, default: [:]][key, default: 0] += number }
      }
    }
  }

  // ── OSCAL ──────────────────────────────────────────────────────────────────

  @Test func `identifiers of OSCAL are unique and every reference leads somewhere`() throws {
    let bytes = try ReportFormat.oscal.render(
      Self.reports + [SampleReport.full], RenderOptions(language: .ko))
    let whole = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    let results = try #require(whole["assessment-results"] as? [String: Any])
    var identifiers: [String] = []
    var references: [String] = []
    func collect(_ value: Any) {
      if let list = value as? [Any] { for element in list { collect(element) } }
      guard let object = value as? [String: Any] else { return }
      for (key, element) in object {
        if key == "uuid", let text = element as? String { identifiers.append(text) }
        if key == "observation-uuid" || key == "risk-uuid", let text = element as? String {
          references.append(text)
        }
        collect(element)
      }
    }
    collect(results)
    #expect(Set(identifiers).count == identifiers.count)
    #expect(Set(references).isSubset(of: identifiers))
    for identifier in identifiers {
      #expect(
        identifier.wholeMatch(of: /[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/)
          != nil)
    }
    let plan = try #require(results["import-ap"] as? [String: String])
    #expect(identifiers.contains(String(try #require(plan["href"]).dropFirst())))
    let parts = try Self.objects(results["results"])
    #expect(parts.count == 3)
    for (part, report) in zip(parts, Self.reports) {
      #expect(try Self.objects(part["observations"]).count == report.findings.count)
      let states = try Self.objects(part["findings"]).map { finding -> String in
        let target = try #require(finding["target"] as? [String: Any])
        let status = try #require(target["status"] as? [String: String])
        return "\(status["state"] ?? "")/\(status["reason"] ?? "")"
      }
      let findings = report.findings
      #expect(states.count { $0 == "satisfied/pass" } == findings.count { $0.outcome == .pass })
      #expect(
        states.count { $0 == "not-satisfied/fail" }
          == findings.count { $0.outcome == .fail || $0.outcome == .waived })
      #expect(
        states.count { $0 == "not-satisfied/other" }
          == findings.count { [.unknown, .manual, .error].contains($0.outcome) })
    }
  }

  @Test(arguments: [("KR-NTC-001", "kr-ntc-001"), ("1.a", "r-1.a"), ("_x", "r-_x"), ("", "r-")])
  func `ids become tokens`(_ id: String, _ token: String) {
    #expect(OSCALIdentifier.token(id) == token)
  }

  @Test(arguments: [("규칙 1", "규칙 2"), ("A B", "A/B"), ("a\u{0}", "a "), ("B C", "b c")])
  func `ids that no token can hold stay apart`(_ one: String, _ other: String) {
    let tokens = [one, other].map(OSCALIdentifier.token)
    #expect(tokens[0] != tokens[1])
    for token in tokens { #expect(token.wholeMatch(of: /[a-z][a-z0-9._-]*/) != nil) }
  }

  @Test func `times follow from the dates of a report`() throws {
    #expect(OSCALResult(SampleReport.full, .ko, occurrence: 0).time == "2026-11-22T00:00:00Z")
    #expect(OSCALResult(SampleReport.empty, .ko, occurrence: 0).time == "1970-01-01T00:00:00Z")
  }
}
