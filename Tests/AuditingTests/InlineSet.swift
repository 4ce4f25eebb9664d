import Diagnostics
import Findings
import Foundation
import Testing

@testable import Auditing

/// A policy set written inside a test, laid out in a folder of its own for as long as the test runs.
final class InlineSet {
  let folder: String

  /// Facts of a small shop: enough for every mechanism.
  static let vocabulary = """
    format: guideline_vocabulary/1
    id: shop
    version: 1
    units: {KRW: {ko: 원, en: KRW}}
    facts:
      shop.id: {type: string, ko: 가게, en: shop}
      shop.filed: {type: date, filed: true, ko: 제출일, en: filed}
      shop.opened: {type: date, ko: 개점일, en: opened}
      shop.open: {type: bool, ko: 영업 여부, en: open}
      shop.sign: {type: bool, ko: 간판, en: sign}
      shop.proof: {type: string, ko: 증빙, en: proof}
      shop.letter: {type: string, ko: 공문, en: letter}
      shop.small: {type: bool, absent: false, absent_why: 기본값, ko: 소규모, en: small}
      shop.price: {type: number, unit: KRW, ko: 가격, en: price}
      shop.size: {type: number, ko: 크기, en: size}
      shop.items: {type: list, of: item, ko: 상품, en: items}
      item.id: {type: string, key: true, ko: 상품 번호, en: item id}
      item.name: {type: string, ko: 상품명, en: name}
      item.kind: {type: choice, choices: [food, toy], ko: 종류, en: kind}
      item.price: {type: number, unit: KRW, ko: 가격, en: price}
      item.marks: {type: list, of: mark, ko: 표시, en: marks}
      mark.text: {type: string, ko: 문구, en: text}
      mark.size: {type: number, ko: 크기, en: size}
      shop.tags: {type: list, of: string, ko: 꼬리표, en: tags}

    """

  /// The head of a policy; rules follow.
  static let head = """
    format: guideline_policy/1
    id: test.shop
    version: 1.0.0
    vocabulary: shop
    title: {ko: 가게 기준, en: shop policy}
    authority: {id: city, ko: 시청, en: city}
    legal: {status: statute}
    in_force: {from: 2022-01-01}
    as_of: shop.filed

    """

  init(_ files: [String: String]) throws {
    let base = FileManager.default.temporaryDirectory.appendingPathComponent(
      "guideline-audit-\(UUID().uuidString)")
    folder = base.path
    for (name, text) in files {
      let place = base.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: place)
    }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// A set with the shop's vocabulary and one policy made of the common head and what follows it.
  convenience init(policy: String, head: String = InlineSet.head, files: [String: String] = [:]) throws {
    var all = files
    all["vocabulary.yaml"] = Self.vocabulary
    all["policy.yaml"] = head + policy + "\n"
    try self.init(all)
  }

  func path(_ name: String) -> String { folder + "/" + name }

  func loaded() throws -> PolicySet {
    let (set, diagnostics) = PolicySet.load([folder])
    return try #require(set, "\(diagnostics.map(FixtureSet.text).joined(separator: "\n"))")
  }

  /// The report on a scheme, whose first line is added.
  func report(
    _ scheme: String, options: AuditOptions = AuditOptions(), law: LawDate = .written, today: String? = nil
  ) throws -> AuditReport {
    let set = try loaded()
    let file = SourceFile(path: "scheme.yaml", bytes: Array("format: shop/1\n\(scheme)\n".utf8))
    var log = DiagnosticLog()
    let report = set.audit(scheme: file, options: options, law: law, today: today, diagnostics: &log)
    return try #require(report, "\(log.sorted.map(FixtureSet.text).joined(separator: "\n"))")
  }

  /// The findings of a scheme by their names.
  func findings(
    _ scheme: String, options: AuditOptions = AuditOptions(), law: LawDate = .written
  ) throws -> [String: Finding] {
    Dictionary(
      uniqueKeysWithValues: try report(scheme, options: options, law: law).findings.map { ($0.id, $0) })
  }

  /// The outcomes of a scheme by the findings' names.
  func outcomes(
    _ scheme: String, options: AuditOptions = AuditOptions(), law: LawDate = .written
  ) throws -> [String: Outcome] {
    try findings(scheme, options: options, law: law).mapValues(\.outcome)
  }
}

/// Outcomes of a scheme under some rules, in one line.
func outcomes(rules: String, scheme: String) throws -> [String: Outcome] {
  try InlineSet(policy: "rules:\n" + rules).outcomes(scheme)
}

/// Findings of a scheme under some rules.
func findings(rules: String, scheme: String) throws -> [String: Finding] {
  try InlineSet(policy: "rules:\n" + rules).findings(scheme)
}
