import Diagnostics
import Findings
import Foundation
import Reporting
import Testing

@testable import Auditing

/// `audit policy timeline` and `audit diff-law` as they are called, and the profiles that come with the policies.
@Suite(.enabled(if: CommandRun.program != nil, "the program was not built beside the tests"))
struct LawByDateCommandTests {
  private static let kakao = "examples/kakao-2022/scheme.yaml"
  private static let set = ["--policies", "policies"]
  private static let small = ["--policies", "examples/small-policy-set"]
  private static let korean = "ko_KR.UTF-8"
  private static let days = ["--from", "2022-10-15", "--to", "2026-10-02"]

  // ── timeline ───────────────────────────────────────────────────────────────

  @Test func `the notice rule shows its four article numbers, its hours and the free services`() throws {
    let run = try CommandRun(["policy", "timeline", "KR-NTC-001"] + Self.set, locale: Self.korean)
    #expect(run.status == 0 && run.errors.isEmpty)
    let lines = run.output.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    let days = lines.filter { $0.wholeMatch(of: /\d{4}\. \d+\. \d+\./) != nil }
    #expect(
      days == days.sorted { Self.key($0).lexicographicallyPrecedes(Self.key($1)) }
        && Set(days).count == days.count)
    for day in [
      "2019. 6. 25.", "2020. 12. 19.", "2022. 12. 11.", "2024. 6. 30.", "2025. 3. 28.", "2025. 10. 1.",
      "2026. 4. 28.",
    ] {
      #expect(days.contains(day), "\(day)")
    }
    let text = lines.joined(separator: " ")
    for words in [
      "제37조의11제1항(현행 제37조의21제1항, 전기통신사업법 제33조제2항) → 전기통신사업법 시행령 제37조의12제1항",
      "전기통신사업법 제33조제2항) → 전기통신사업법 시행령 제37조의21제1항", "제37조의13제1항 → 제37조의21제1항", "4시간 → 2시간",
      "방송통신위원회 → 방송미디어통신위원회", "확인되지 않음",
      "시행이 끝남(마지막 날 2025. 3. 27.)", "소프트웨어 이상",
    ] { #expect(text.contains(words), "\(words)") }
  }

  private static func key(_ day: String) -> [Int] {
    day.split(whereSeparator: { !$0.isNumber }).compactMap { Int($0) }
  }

  @Test func `without a rule those that changed are listed, in English too`() throws {
    let run = try CommandRun(["policy", "timeline", "--language", "en"] + Self.set)
    #expect(run.status == 0)
    #expect(run.output.contains("Rules of which something has changed") && run.output.contains("KR-NTC-004"))
  }

  @Test(arguments: [
    (
      "KR-NTC-01", "C", "audit: there is no rule, measure or policy `KR-NTC-01`; did you mean `KR-NTC-001`?\n"
    ),
    ("KR-NTC-01", korean, "audit: 규칙, 지표나 기준 `KR-NTC-01`이(가) 없습니다. `KR-NTC-001`을(를) 찾으셨습니까?\n"),
    ("", "C", "audit: there is no rule, measure or policy ``; `audit policy list` shows them all\n"),
  ])
  func `an unknown rule has no history`(id: String, locale: String, message: String) throws {
    let run = try CommandRun(["policy", "timeline", id] + Self.set, locale: locale)
    #expect(run.status == 2 && run.output.isEmpty && run.errors == message)
  }

  @Test func `a name with terminal commands is not printed raw`() throws {
    let run = try CommandRun(["policy", "timeline", "\u{1B}[31m"] + Self.set)
    #expect(run.status == 2 && !run.errors.contains("\u{1B}"))
  }

  @Test(arguments: Language.allCases)
  func `every shipped rule and measure has a history in both languages`(language: Language) throws {
    let set = try PolicySet(directory: BundledPolicies.folder)
    for id in set.ruleIDs + set.measureIDs {
      let sheet = try #require(set.timeline(of: id))
      let text = String(decoding: sheet.render(RenderOptions(language: language)), as: UTF8.self)
      #expect(text.hasPrefix("\(id) — ") && text.contains(language == .ko ? "연혁" : "history"), "\(id)")
      for line in text.split(separator: "\n") {
        #expect(DisplayWidth.of(String(line)) <= 80, "\(id): \(line)")
      }
    }
  }

  // ── diff-law ───────────────────────────────────────────────────────────────

  @Test func `the plan of 2022 under the law of the incident and of 2026`() throws {
    let run = try CommandRun(["diff-law", Self.kakao] + Self.days + Self.set, locale: Self.korean)
    #expect(run.status == 0 && run.errors.isEmpty)
    let text = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for words in [
      "2022. 10. 15. —", "2026. 10. 2. —", "<해당 없음(정기 이용요금이 없는 역무)> → <자료 보완 필요>", "카카오톡 [talk]",
      "예외 KR-NTC-001.X4(정기 이용요금이 없는 역무): 적용됨 (2019. 6. 25.부터 2025. 3. 27.까지", "4시간 (2019. 6. 25.부터",
      "2시간 (2025. 3. 28.부터", "재구성한 보상안", "처분이나 유권해석이 아님",
    ] { #expect(text.contains(words), "\(words)") }
  }

  @Test func `the same in English, and in JSON with both languages`() throws {
    let run = try CommandRun(["diff-law", Self.kakao, "--language", "en"] + Self.days + Self.set)
    #expect(run.status == 0 && run.output.contains("earlier law  15 October 2022"))
    let json = try CommandRun(["diff-law", Self.kakao, "--output", "json"] + Self.days + Self.set)
    let other = try CommandRun(
      ["diff-law", Self.kakao, "--output", "json", "--language", "ko"] + Self.days + Self.set)
    #expect(json.status == 0 && json.output == other.output)
    let root = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    let changes = try #require(root["changes"] as? [[String: Any]])
    let talk = try #require(
      changes.first { $0["rule"] as? String == "KR-NTC-001" && $0["subject"] as? String == "talk" })
    #expect((talk["from"] as? [String: Any])?["outcome"] as? String == "not_applicable")
    #expect((talk["to"] as? [String: Any])?["outcome"] as? String == "unknown")
    #expect(talk["tendency"] as? String == "stricter")
  }

  @Test func `each side is what an audit under the law of its day gives`() throws {
    let set = try PolicySet(directory: BundledPolicies.folder)
    let file = SourceFile(
      path: "scheme.yaml",
      bytes: Array(try Data(contentsOf: URL(fileURLWithPath: BundledPolicies.folder + "/../" + Self.kakao))))
    let options = AuditOptions(language: .ko)
    var log = DiagnosticLog()
    let compared = try #require(
      set.compareLaw(
        on: SchemeFile(parsing: file), options: options, from: "2022-10-15", to: "2026-10-02", today: nil,
        diagnostics: &log))
    for (report, day) in [(compared.from, "2022-10-15"), (compared.to, "2026-10-02")] {
      #expect(report.json == (try set.audit(scheme: file, options: options, law: .on(day)).json))
    }
  }

  @Test(arguments: [
    (["--from", "2026-10-02", "--to", "2022-10-15"], "must be a day before"),
    (["--from", "2022-10-15", "--to", "2022-10-15"], "must be a day before"),
    (["--from", "written", "--to", "2022-10-15"], "expected today or YYYY-MM-DD"),
    (["--from", "2022-02-30", "--to", "2022-10-15"], "`--from 2022-02-30`"),
    (["--from", "2022-10-15"], "--to"),
    (["--from", "\u{1B}[31m", "--to", "today"], "expected today or YYYY-MM-DD"),
  ])
  func `days that cannot be compared end with status 2`(arguments: [String], words: String) throws {
    let run = try CommandRun(["diff-law", Self.kakao] + arguments + Self.small)
    #expect(run.status == 2 && run.output.isEmpty && run.errors.contains(words), "\(run.errors)")
    #expect(!run.errors.contains("\u{1B}"))
  }

  @Test(arguments: [
    ("", "the file is empty"), ("\u{0}\u{1}", "error"),
    ("format: compensation_scheme/1\nscheme: [\n", "error"),
    ("format: compensation_scheme/1\nnope: 1\n", "nope"), ("format: other/1\n", "other"),
    ("a: &a [*a, *a]\n", "error"),
  ])
  func `what is no scheme is reported once and nothing is compared`(scheme: String, words: String) throws {
    let run = try CommandRun(["diff-law", "-"] + Self.days + Self.small, input: scheme)
    #expect(run.status == 2 && run.output.isEmpty && run.errors.contains(words), "\(run.errors)")
    let plain = try CommandRun(["run", "-"] + Self.small, input: scheme)
    #expect(run.errors == plain.errors)
  }

  @Test func `a missing scheme, profile or facts file ends with status 2`() throws {
    for arguments in [["no.yaml"], [Self.kakao, "--profile", "nope"], [Self.kakao, "--facts", "no.yaml"]] {
      let run = try CommandRun(["diff-law"] + arguments + Self.days + Self.small)
      #expect(run.status == 2 && run.output.isEmpty && !run.errors.isEmpty, "\(arguments)")
    }
  }

  @Test func `a rule in error ends with status 2, after the comparison`() throws {
    let set = try InlineSet(
      policy:
        "rules: [{id: R, title: {ko: 나눔, en: share}, cite: 제1조, severity: major, require: shop.size / shop.price * 0 == 0}]",
      files: ["scheme.txt": "format: shop/1\nshop: {filed: 2023-01-01, size: 1, price: 0}\n"])
    let run = try CommandRun(
      ["diff-law", set.path("scheme.txt"), "--policies", set.folder] + Self.days)
    #expect(run.status == 2 && run.output.contains("The law of two days compared"), "\(run)")
  }

  @Test func `a comparison is written into a file`() throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("diff-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let run = try CommandRun(["diff-law", Self.kakao, "--output", "json=\(path)"] + Self.days + Self.set)
    #expect(run.status == 0 && run.output.isEmpty)
    #expect(try String(contentsOfFile: path, encoding: .utf8).contains("guideline_law_comparison/1"))
    let none = try CommandRun(
      ["diff-law", Self.kakao, "--output", "json=/no/such/place"] + Self.days + Self.set)
    #expect(none.status == 2 && none.errors.contains("cannot write"))
  }

  // ── profiles ───────────────────────────────────────────────────────────────

  private func report(_ arguments: [String]) throws -> AuditReport {
    let run = try CommandRun(["run", Self.kakao, "--output", "json"] + arguments + Self.set)
    return try JSONDecoder().decode(AuditReport.self, from: Data(run.output.utf8))
  }

  @Test func `the regulator's profile leaves out no rule and tightens nothing`() throws {
    let all = try report([])
    let regulator = try report(["--profile", "regulator"])
    #expect(regulator.findings.map(\.id) == all.findings.map(\.id))
    #expect(regulator.findings.map(\.outcome) == all.findings.map(\.outcome))
    #expect(regulator.findings.flatMap(\.parameters).allSatisfy { $0.tightened == nil })
  }

  @Test func `the profile of the law of 2022 is the law of that day, for every rule`() throws {
    let profile = try report(["--profile", "law-2022"])
    let dated = try report(["--as-of", "2022-10-15"])
    #expect(profile.law == .on("2022-10-15"))
    #expect(profile.findings.map(\.id) == dated.findings.map(\.id))
    #expect(profile.findings.map(\.outcome) == dated.findings.map(\.outcome))
  }

  @Test func `the profile before submission only tightens, and says so`() throws {
    let all = try report([])
    let strict = try report(["--profile", "pre-submission"])
    #expect(strict.findings.map(\.id) == all.findings.map(\.id))
    #expect(strict.findings.flatMap(\.parameters).contains { $0.tightened != nil })
    for (plain, tightened) in zip(all.findings, strict.findings) where plain.outcome == .fail {
      #expect(tightened.outcome == .fail, "\(plain.id)")
    }
  }
}

/// The profile that the page on profiles shows.
@Suite struct ProfilePageTests {
  @Test(arguments: ["docs/profiles.md", "docs/ko/profiles.md"])
  func `does what the page says of it`(page: String) throws {
    let root = BundledPolicies.folder + "/../"
    let text = try String(contentsOfFile: root + page, encoding: .utf8)
    let block = try #require(
      text.components(separatedBy: "```yaml\n").dropFirst().first?.components(separatedBy: "```").first)
    let folder = try InlineSet(["house.yaml": block])
    let report = try PolicySet(directory: BundledPolicies.folder).audit(
      schemeAt: root + "examples/kakao-2022/scheme.yaml",
      options: AuditOptions(profile: folder.path("house.yaml"), language: .ko))
    let merchants = report.findings.filter { $0.rule.hasPrefix("KR-SME-") }
    #expect(!merchants.isEmpty && merchants.allSatisfy { $0.outcome == .notSelected })
    #expect(report.findings.contains { $0.outcome != .notSelected })
    let tightened = report.findings.flatMap(\.parameters).filter { $0.tightened != nil }
    #expect(Set(tightened.map { "\($0.name) \($0.value.text)" }) == ["intake_days 28", "prompt_days 7"])
  }
}

/// The policies of the repository.
enum BundledPolicies {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("policies").path
}
