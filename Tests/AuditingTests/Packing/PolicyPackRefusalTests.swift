import Diagnostics
import Expressions
import Foundation
import Policies
import Schemes
import TestSupport
import Testing

@testable import Auditing

/// What a pack is not used for.
@Suite struct PolicyPackRefusalTests {
  @Test func `a pack of another build is none`() throws {
    let bytes = try PackedSets.packs[1].get()
    _ = try PolicyPack(bytes, build: "this")
    #expect(throws: PolicyPack.Refusal.ofAnotherBuild) { try PolicyPack(bytes, build: "that") }
  }

  private static let rule =
    "rules:\n  - {id: R, title: {ko: 간판, en: sign}, cite: 제1조, severity: minor, require: shop.sign}\n"

  /// Whatever becomes of a file of the set, the files are read; but the same files under other names are the same set.
  @Test(arguments: ["changed", "added", "renamed", "reordered", "removed"])
  func `a set that is not the very same is read anew`(change: String) throws {
    let old = InlineSet.head + Self.rule
    let other = old.replacing("test.shop", with: "test.other").replacing("id: R,", with: "id: S,")
    let set = try InlineSet(["v.yaml": InlineSet.vocabulary, "p.yaml": old, "q.yaml": other])
    let pack = try PackedSets.pack(of: set.folder)
    #expect(PackedSets.isUnpacked(try PackedSets.loaded(set.folder, pack: pack)))
    switch change {
    case "changed": try Data((old + "# a remark\n").utf8).write(to: URL(fileURLWithPath: set.path("p.yaml")))
    case "added":
      let third = other.replacing("test.other", with: "test.third").replacing("id: S,", with: "id: T,")
      try Data(third.utf8).write(to: URL(fileURLWithPath: set.path("r.yaml")))
    case "renamed":
      try FileManager.default.moveItem(atPath: set.path("q.yaml"), toPath: set.path("r.yaml"))
    case "reordered":
      try FileManager.default.moveItem(atPath: set.path("q.yaml"), toPath: set.path("a.yaml"))
    default: try FileManager.default.removeItem(atPath: set.path("q.yaml"))
    }
    let now = try PackedSets.loaded(set.folder, pack: pack)
    #expect(PackedSets.isUnpacked(now) == (change == "renamed"))
    #expect(Difference.between(try PackedSets.loaded(set.folder, pack: nil), now) == nil)
  }

  /// The name that a body bore is that of the first register by id, whatever the files are called.
  @Test func `names of bodies do not depend on the names of files`() throws {
    func register(_ id: String, _ name: String) -> String {
      """
      format: guideline_register/1
      id: \(id)
      bodies:
        - {id: city.hall, names: [{ko: \(name), en: \(name)}]}
      instruments: []

      """
    }
    let policy = (InlineSet.head + Self.rule).replacing(
      "authority: {id: city, ko: 시청, en: city}", with: "authority: {id: city.hall}")
    let set = try InlineSet([
      "v.yaml": InlineSet.vocabulary, "p.yaml": policy, "a.yaml": register("one", "First"),
      "b.yaml": register("two", "Second"),
    ])
    let pack = try PackedSets.pack(of: set.folder)
    let before = try PackedSets.loaded(set.folder, pack: nil)
    try FileManager.default.moveItem(atPath: set.path("a.yaml"), toPath: set.path("z.yaml"))
    let after = try PackedSets.loaded(set.folder, pack: nil)
    func name(_ set: PolicySet) -> String? { set.policies.first?.authority.versions.first?.value.name.en }
    #expect(name(before) == "First")
    #expect(name(after) == "First")
    #expect(Difference.between(after, try PackedSets.loaded(set.folder, pack: pack)) == nil)
  }

  @Test func `a damaged pack is not used, wherever it is damaged`() throws {
    let set = try InlineSet(["v.yaml": InlineSet.vocabulary, "p.yaml": InlineSet.head + Self.rule])
    let bytes = try #require(try set.loaded().packed(for: "this"))
    let step = max(1, bytes.count / 300)
    for place in stride(from: 0, to: bytes.count, by: step) {
      var damaged = bytes
      damaged[place] ^= 1 << UInt8(place % 8)
      let pack = try? PolicyPack(damaged, build: "this")
      #expect(!PackedSets.isUnpacked(try PackedSets.loaded(set.folder, pack: pack)), "byte \(place)")
    }
    for length in stride(from: 0, to: bytes.count, by: step) {
      #expect(throws: PolicyPack.Refusal.damaged, "\(length) bytes") {
        try PolicyPack(Array(bytes[..<length]), build: "this")
      }
    }
    #expect(throws: PolicyPack.Refusal.damaged) { try PolicyPack(bytes + [0], build: "this") }
  }

  /// Bytes that no writer wrote, with digests that are right all the same.
  @Test(arguments: 0..<40) func `nonsense is no policy and no crash`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let length = Int.random(in: 0...2000, using: &random)
    // Small bytes are tags and counts: they lead furthest.
    let highest: UInt8 = Bool.random(using: &random) ? 30 : 255
    let nonsense = (0..<length).map { _ in UInt8.random(in: 0...highest, using: &random) }
    let file = SourceFile(path: "x", bytes: Array(repeating: 0x20, count: 100))
    let entry = PolicyPack.Entry(kind: .policy, sha256: "x")
    func pack(_ part: [UInt8]) throws -> PolicyPack {
      let bytes = try PolicyPack.bytes(of: [entry], parts: [("x", part)], build: "this")
      return try PolicyPack(bytes, build: "this")
    }
    let short = try pack(nonsense)
    let environment = TypeEnvironment(
      id: "shop", records: [RecordType(name: "", label: LocalizedText(""), fields: [])])
    let policy = short.content(of: "x", in: [file]) { reader throws(PackFailure) in
      reader.environment = environment
      return try Policy(from: &reader, calendars: [:])
    }
    #expect(policy == nil)
    #expect(short.content(of: "x", in: [file], Vocabulary.init(from:)) == nil)
    #expect(short.content(of: "x", in: [file], Register.init(from:)) == nil || length < 4)
    // Terms without end.
    let endless = try pack(Array(repeating: UInt8(seed), count: 100_000))
    #expect(endless.content(of: "x", in: [file], Value.init(from:)) == nil)
  }

  @Test func `a set with warnings is not kept`() throws {
    let set = try InlineSet(
      policy: Self.rule,
      files: [
        "vocabulary.yaml": InlineSet.vocabulary
      ])
    var policies = try set.loaded()
    #expect(policies.packed(for: "x") != nil)
    policies.diagnostics = [
      Diagnostic(code: "x", at: nil, ko: "가", en: "a")
    ]
    #expect(policies.packed(for: "x") == nil)
  }
}
